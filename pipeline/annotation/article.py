"""An annotated article in memory: its text, its gold, and where it stands in the corpus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.annotation.gold import Gold
from pipeline.annotation.spans import GoldSpan, spans

#: Folders that an article's split is told by.
SPLITS = ("train", "dev", "plain", "hard", "wires", "press", "test")
#: Splits that scores are told of. On wires, in the register of published news, only confidences and bars are fitted.
MEASURED = ("dev", "plain", "hard", "press", "test")
_NUMBER = re.compile(r"[-_]?\d+$")


@dataclass(frozen=True)
class AnnotatedArticle:
    """Text and gold of one article; offsets are code points into `text`.

    Attributes:
        stem: what both file names share.
        path: the article's file.
        source: what the file holds; differs from the text where that was extracted from a page.

    >>> gold = Gold.model_validate({"article": {"id": "a"}, "entities": [], "sentiment": {"document": "neutral"}})
    >>> article = AnnotatedArticle("en-b07", Path("corpus/dev/en-b07.txt"), "Text.", gold)
    >>> article.split, article.slice
    ('dev', 'en-b')
    """

    stem: str
    path: Path
    text: str
    gold: Gold
    source: str = ""

    @property
    def split(self) -> str | None:
        """`train`, `dev` or `test` after the nearest folder of that name; null outside of such folders."""
        return next((p.name for p in self.path.parents if p.name in SPLITS), None)

    @property
    def slice(self) -> str:
        """Group of articles written together: the stem without its number."""
        return _NUMBER.sub("", self.stem) or self.stem

    @cached_property
    def spans(self) -> list[GoldSpan]:
        """Every mention, sorted, without overlap."""
        return spans(self.text, self.gold)

    def quotes(self, surface: str) -> bool:
        """Whether a string stands in the text, or in the page that it was extracted from."""
        return surface in self.text or surface in self.source

    @cached_property
    def types(self) -> dict[str, str]:
        """Type by id; of projects `PROJECT`."""
        return {e.id: e.type for e in self.gold.entities} | {p.id: "PROJECT" for p in self.gold.projects}

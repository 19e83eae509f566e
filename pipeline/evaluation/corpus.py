"""Annotated articles with their texts, read from folders; pages by ingestion, as runs read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import GOLD_SUFFIX, GoldDocument, decode, read_gold, read_gold_file
from pipeline.errors import GoldError
from pipeline.evaluation.sources import article_text


@dataclass(frozen=True)
class Unreadable:
    """A gold file that breaks its format or has no article."""

    stem: str
    reason: str


def read_corpus(folder: Path) -> list[AnnotatedArticle]:
    """Every annotated article below a folder, sorted by stem.

    Raises:
        GoldError: the folder holds no gold, a file breaks the format or has no article, or two share a stem.
    """
    return [_with_text(document) for document in read_gold(folder)]


def read_tolerantly(folders: Iterable[Path]) -> tuple[list[AnnotatedArticle], list[Unreadable]]:
    """Articles below several folders in the order of their paths, and what could not be read of them.

    Raises:
        GoldError: a folder does not exist, or they hold no gold.
    """
    paths: set[Path] = set()
    for folder in folders:
        if not folder.is_dir():
            raise GoldError(f"{folder}: no such folder")
        paths.update(folder.rglob(f"*{GOLD_SUFFIX}"))
    if not paths:
        raise GoldError(f"no *{GOLD_SUFFIX} files")
    articles: list[AnnotatedArticle] = []
    unreadable: list[Unreadable] = []
    stems: dict[str, Path] = {}
    for path in sorted(paths):
        stem = path.name.removesuffix(GOLD_SUFFIX)
        if stem in stems:
            unreadable.append(Unreadable(stem, f"{path}: {stems[stem]} has the same name"))
            continue
        stems[stem] = path
        try:
            articles.append(_with_text(read_gold_file(path)))
        except GoldError as error:
            unreadable.append(Unreadable(stem, str(error)))
    return articles, unreadable


def _with_text(document: GoldDocument) -> AnnotatedArticle:
    text = article_text(document, None)
    source = decode(document.article_path.read_bytes()) if document.is_html else ""
    return AnnotatedArticle(document.stem, document.article_path, text, document.gold, source)

"""The word lists of this stage, compiled: heads of undertakings, status and sector words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.text.lexicons import Terms, folded_pattern, latin_pattern, lexicon

#: Strengths of the heads that are a sign of an undertaking, and of all that tell a kind.
SIGNS = ("strong", "weak")
ALL = (*SIGNS, "kind")


@dataclass(frozen=True, slots=True)
class HeadClass:
    """A class of head nouns; `strong` ones name an undertaking by themselves ("acquisition", not "plant"), `kind` ones
    only tell of which kind one is ("hospital", "vessels").
    """

    language: str
    kind: str
    sector: str | None
    strength: Literal["strong", "weak", "kind"]


@lru_cache(maxsize=1)
def head_classes() -> tuple[HeadClass, ...]:
    """Rows of `project_heads.tsv`, without their patterns."""
    return tuple(
        HeadClass(r["language"], r["kind"], r["sector"] or None, r["strength"])  # type: ignore[arg-type]
        for r in lexicon("project_heads")
    )


@lru_cache(maxsize=4)
def _head_terms(language: str, strengths: tuple[str, ...]) -> tuple[Terms, tuple[int, ...]]:
    rows = [
        (i, r["pattern"])
        for i, r in enumerate(lexicon("project_heads"))
        if r["language"] == language and r["strength"] in strengths
    ]
    rows.sort(key=lambda row: (strengths.index(head_classes()[row[0]].strength), row[0]))
    return Terms([(language, pattern) for _, pattern in rows]), tuple(i for i, _ in rows)


def heads(
    language: str, text: str, start: int = 0, end: int | None = None, strengths: tuple[str, ...] = SIGNS
) -> Iterator[tuple[int, int, HeadClass]]:
    """Start, end and class of every head noun in folded text (for Han simplified text), strong heads preferred.

    Args:
        strengths: those of the heads that count, in the order of preference.

    >>> [(s, e, h.kind) for s, e, h in heads("en", "a joint venture")]
    [(2, 15, 'joint_venture')]
    """
    terms, rows = _head_terms(language, strengths)
    for match, row in terms.find(text, start, end):
        yield match.start(), match.end(), head_classes()[rows[row]]


@lru_cache(maxsize=1)
def status_terms() -> tuple[Terms, tuple[str, ...]]:
    """The status cues of both languages and the status of each row."""
    rows = lexicon("status_cues")
    return Terms([(r["language"], r["pattern"]) for r in rows]), tuple(r["status"] for r in rows)


@lru_cache(maxsize=1)
def sector_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Sector and the pattern of its words in folded text, both languages, in the order of preference."""
    rows = ((r["sector"], r["language"], folded_pattern(r["pattern"])) for r in lexicon("sector_words"))
    return tuple(
        (sector, re.compile(latin_pattern(pattern) if language == "en" else pattern))
        for sector, language, pattern in rows
    )

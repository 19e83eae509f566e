"""The word lists of this stage, compiled: heads of undertakings, status and sector words, words that end a phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from pipeline.text.lexicons import latin_pattern, lexicon


@dataclass(frozen=True, slots=True)
class HeadClass:
    """A class of head nouns; `strong` ones name an undertaking by themselves ("acquisition", not "plant")."""

    language: str
    kind: str
    sector: str | None
    strong: bool


@lru_cache(maxsize=1)
def head_classes() -> tuple[HeadClass, ...]:
    """Rows of `project_heads.tsv`, without their patterns."""
    return tuple(
        HeadClass(r["language"], r["kind"], r["sector"] or None, r["strength"] == "strong")
        for r in lexicon("project_heads")
    )


@lru_cache(maxsize=2)
def head_pattern(language: str) -> re.Pattern[str]:
    """One alternation of all heads of a language; group `h<i>` is row i. Longer alternatives come first."""
    rows = [(i, r["pattern"]) for i, r in enumerate(lexicon("project_heads")) if r["language"] == language]
    rows.sort(key=lambda row: (not head_classes()[row[0]].strong, row[0]))
    if language == "en":
        return re.compile("|".join(f"(?P<h{i}>{latin_pattern(p)})" for i, p in rows), re.IGNORECASE)
    return re.compile("|".join(f"(?P<h{i}>{p})" for i, p in rows))


def head_class(match: re.Match[str]) -> HeadClass:
    """The class of a match of `head_pattern`."""
    return head_classes()[int(cast(str, match.lastgroup)[1:])]


@lru_cache(maxsize=32)
def words(language: str, role: str) -> re.Pattern[str]:
    """The words of a role in `project_words.tsv` as one pattern."""
    found = [r["pattern"] for r in lexicon("project_words") if r["language"] == language and r["role"] == role]
    found.sort(key=len, reverse=True)
    joined = "|".join(found)
    return re.compile(latin_pattern(joined) if language == "en" else f"(?:{joined})", re.IGNORECASE)


@lru_cache(maxsize=2)
def word_set(role: str) -> frozenset[str]:
    """The English words of a role, in lower case."""
    return frozenset(
        r["pattern"].lower() for r in lexicon("project_words") if r["language"] == "en" and r["role"] == role
    )


@lru_cache(maxsize=1)
def status_pattern() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One alternation of status cues of both languages and the status of each group `s<i>`."""
    rows = lexicon("status_cues")
    parts = [
        f"(?P<s{i}>{latin_pattern(r['pattern']) if r['language'] == 'en' else r['pattern']})"
        for i, r in enumerate(rows)
    ]
    return re.compile("|".join(parts), re.IGNORECASE), tuple(r["status"] for r in rows)


@lru_cache(maxsize=1)
def sector_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Sector and the pattern of its words, both languages, in the order of preference."""
    return tuple(
        (
            r["sector"],
            re.compile(latin_pattern(r["pattern"]), re.IGNORECASE)
            if r["language"] == "en"
            else re.compile(r["pattern"]),
        )
        for r in lexicon("sector_words")
    )

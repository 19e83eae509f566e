"""Finding every known name in a text with one Aho-Corasick pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from pipeline.kb.knowledge_base import KnowledgeBase, KnownName
from pipeline.kb.normalise import key
from pipeline.text.scripts import LATIN

_WORD = re.compile(f"[{LATIN}0-9]")


@dataclass(frozen=True)
class Hit:
    """A known name at `text[start:end]` with the rows that carry it."""

    start: int
    end: int
    names: tuple[KnownName, ...]


class NameMatcher:
    """All hits of all names, overlapping ones too; Latin names at word boundaries and in a fitting case only.

    >>> from pipeline.kb.knowledge_base import load
    >>> text = "軟銀集團 (SoftBank Group)"
    >>> [(h.start, h.end) for h in NameMatcher(load()).longest(text)]
    [(0, 4), (6, 20)]
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._keys = sorted(k for k in base.name_keys() if len(k) > 1 or not _WORD.match(k))
        self._automaton = ahocorasick_rs.AhoCorasick(self._keys)

    def hits(self, text: str) -> Iterator[Hit]:
        """Hits in the order of their ends."""
        text_key = key(text)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text_key, overlapping=True):
            if not _at_boundaries(text_key, start, end):
                continue
            surface = text[start:end]
            names = tuple(n for n in self._base.by_key(self._keys[pattern]) if fits_case(surface, n.value))
            if names:
                yield Hit(start, end, names)

    def longest(self, text: str) -> list[Hit]:
        """Hits without overlap: the leftmost, and of those the longest, in reading order."""
        chosen: list[Hit] = []
        for hit in sorted(self.hits(text), key=lambda h: (h.start, -h.end)):
            if not chosen or hit.start >= chosen[-1].end:
                chosen.append(hit)
        return chosen


def _at_boundaries(text: str, start: int, end: int) -> bool:
    if start and _WORD.match(text[start]) and _WORD.match(text[start - 1]):
        return False
    return not (end < len(text) and _WORD.match(text[end - 1]) and _WORD.match(text[end]))


def fits_case(surface: str, name: str) -> bool:
    """Whether a surface may be a writing of a Latin name: as the name, capitalised, or all capitals.

    A name in lower case or without Latin letters fits anything.

    >>> fits_case("target", "Target"), fits_case("SOFTBANK", "SoftBank"), fits_case("The", "THE")
    (False, True, False)
    """
    letters = [(a, b) for a, b in zip(surface, name, strict=False) if b.isalpha() and b.lower() != b.upper()]
    if not letters or not any(b.isupper() for _, b in letters):
        return True
    if all(a.isupper() == b.isupper() for a, b in letters):
        return True
    if surface.isupper():
        return len(surface) > 3
    if name.isupper():
        return False
    words = zip(re.split(r"[ \-]", surface), re.split(r"[ \-]", name), strict=False)
    return all(a[:1].isupper() or not b[:1].isupper() for a, b in words)

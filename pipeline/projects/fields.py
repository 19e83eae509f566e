"""What the words of a project's phrases and sentences say of its kind and sector, to weigh beside the encoder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.projects.lexicon import HeadClass, heads, sector_patterns
from pipeline.text.lexicons import folded
from pipeline.text.scripts import has_han, to_simplified

#: Weights of what speaks for a sector: the head's own, the phrase, its sentences, its companies, the whole article.
WEIGHTS = {"head": 3.0, "phrase": 4.0, "sentence": 1.0, "company": 1.5, "article": 0.3}
#: The head of an English phrase stands before its first preposition: "plant in Peru", "acquisition of a mine".
_COMPLEMENT = re.compile(r"\s(?:of|in|at|with|for|on|near|between|from|to|by|under|along)\s")


def head(phrase: str) -> HeadClass | None:
    """The class of the last head noun of a phrase, null if none is known.

    >>> head("acquisition of a copper mine").kind, head("二期电池工厂").kind
    ('acquisition', 'facility')
    """
    if has_han(phrase):
        found = list(heads("zh", to_simplified(phrase)))
        if found:
            return max(found, key=lambda f: (f[1], f[0]))[2]
    plain = folded(phrase)
    complement = _COMPLEMENT.search(plain)
    for part in (plain[: complement.start()] if complement else plain, plain):
        found = list(heads("en", part))
        if found:
            return max(found, key=lambda f: (f[1], f[0]))[2]
    return None


class SectorWords:
    """How strongly the words of stretches of a text speak for each sector; every stretch is read once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._strengths: dict[tuple[int, int], list[tuple[str, float]]] = {}

    def vote(self, start: int, end: int, weight: float, votes: Counter[str]) -> None:
        """Adds to each sector whose words stand in `text[start:end]`."""
        for sector, strength in self._read(start, end):
            votes[sector] += weight * strength  # type: ignore[assignment]

    def _read(self, start: int, end: int) -> list[tuple[str, float]]:
        if (start, end) not in self._strengths:
            simple = to_simplified(self._text[start:end])
            hits = ((s, {m.group().lower() for m in p.finditer(simple)}) for s, p in sector_patterns())
            self._strengths[start, end] = [(s, min(2.0, 0.5 + 0.5 * len(found))) for s, found in hits if found]
        return self._strengths[start, end]


def kind_votes(phrases: Iterable[str]) -> Counter[str]:
    """How many phrases have a head of each kind."""
    return Counter(found.kind for phrase in phrases if (found := head(phrase)) is not None)

"""Fields of a project that its words and sentences give: sector, amounts, description, programme it is part of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.document import Amount, Span
from pipeline.projects.lexicon import sector_patterns, words
from pipeline.text.cues import clauses
from pipeline.text.scripts import to_simplified

#: Weights of what speaks for a sector: the head's own, the phrase, its sentences, its companies, its section.
WEIGHTS = {"head": 3.0, "phrase": 4.0, "sentence": 1.0, "company": 1.5, "section": 0.3}


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


def winner(votes: Counter[str]) -> str | None:
    """The sector with most votes; of equals the one that comes first in `sector_words.tsv`."""
    order = {sector: i for i, (sector, _) in reversed(list(enumerate(sector_patterns())))}
    return min(votes, key=lambda s: (-votes[s], order.get(s, len(order))), default=None)


def own_amounts(
    text: str, sentence: Span, phrase: Span, amounts: Sequence[tuple[int, Amount]], others: Sequence[Span]
) -> list[int]:
    """Indexes of the amounts that are this project's: within its phrase, or in its clause, linked by a word such as
    "worth" or 总投资, with no other project nearer."""
    reach = (max(sentence["start"], phrase["start"] - 200), min(sentence["end"], phrase["end"] + 200))
    clause = next((c for c in clauses(text, *reach) if c["start"] <= phrase["start"] < c["end"]), sentence)
    found = []
    for index, amount in amounts:
        if phrase["start"] <= amount["start"] and amount["end"] <= phrase["end"]:
            found.append(index)
            continue
        inside = sentence["start"] <= amount["start"] < sentence["end"]
        if inside and _linked(text, clause, phrase, amount) and not _nearer(phrase, amount, others):
            found.append(index)
    return found


def _linked(text: str, clause: Span, phrase: Span, amount: Amount) -> bool:
    gap = (phrase["end"], amount["start"]) if amount["start"] >= phrase["end"] else (amount["end"], phrase["start"])
    if gap[1] - gap[0] > 60 or re.search(r"[。；;!?]|\.\s", text[gap[0] : gap[1]]):
        return False
    between = to_simplified(text[gap[0] : gap[1]])
    before = to_simplified(text[max(clause["start"], amount["start"] - 16) : amount["start"]])
    if amount["start"] >= phrase["end"]:
        tail = between.lower().split()[-4:]
        return (
            any(words("en", "money_link").fullmatch(w) for w in tail)
            or words("zh", "money_link").search(before) is not None
        )
    return len(between.strip()) <= 12 and amount["start"] >= clause["start"]


def _nearer(phrase: Span, amount: Amount, others: Sequence[Span]) -> bool:
    distance = max(amount["start"] - phrase["end"], phrase["start"] - amount["end"])
    return any(max(amount["start"] - o["end"], o["start"] - amount["end"]) < distance for o in others)

"""Parties of projects that are read from one item of a list into another."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.document import Relation, Span
from pipeline.encoder.spans import owners_of

#: Relations of a party to its project. Of 45 such that the encoder reads between two items of a list, and nothing
#: nearer, in 499 annotated articles 37 are none; parts of a programme and other parties are often told so.
_PARTY = frozenset({"leads", "supplies"})


class ListItems:
    """Where entities and projects stand, and whether two are nearest to each other in two items of a list.

    Args:
        doc: with blocks, mentions and projects.
    """

    def __init__(self, doc: Doc) -> None:
        starts = [block["start"] for block in doc._.blocks]
        self._bullets = {number for number, block in enumerate(doc._.blocks) if block["kind"] == "bullet"}
        self._blocks: dict[str, set[int]] = defaultdict(set)
        for (slot, index), owner in owners_of(doc).items():
            span: Span = getattr(doc._, slot)[index]
            self._blocks[owner].add(bisect_right(starts, span["start"]) - 1)

    def part(self, relation: Relation) -> bool:
        """Whether a party and what it is a party to stand nearest to each other in two items of a list."""
        if relation["type"] not in _PARTY:
            return False
        ends = self._blocks[relation["subject"]], self._blocks[relation["object"]]
        nearest = _nearest(*map(sorted, ends))
        return all(one != other and {one, other} <= self._bullets for one, other in nearest) and bool(nearest)


def _nearest(ones: Sequence[int], others: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of two sorted sequences, one of each, that are as near as any; linear in their lengths."""
    pairs = [(one, others[at]) for one in ones for at in _beside(others, one)]
    least = min((abs(one - other) for one, other in pairs), default=0)
    return [(one, other) for one, other in pairs if abs(one - other) == least]


def _beside(numbers: Sequence[int], number: int) -> range:
    """Where the last below or at a number and the first above it stand."""
    at = bisect_right(numbers, number)
    return range(max(0, at - 1), min(at + 1, len(numbers)))

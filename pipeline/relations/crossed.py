"""Ends of two statements of one sentence: of 甲持有乙3%，丙入股了丁 neither 甲 holds 丁 nor 丙 乙.

None of the 44 pairs that plain statements of one relation in one sentence of train leave crosswise is in gold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from pipeline.ontology import ontology
from pipeline.relations.extract import Candidate

#: Type, subject and object of what is not said, and where the sentence begins.
Crossed = set[tuple[str, str, str, int]]


def crossed(candidates: Iterable[Candidate], start: int) -> Crossed:
    """Pairs of ends of different plain statements of one relation in the sentence that begins at `start`."""
    plain = {c for c in candidates if c.plain}
    said = {(c.relation, c.subject, c.object) for c in plain}
    pairs = (pair for one, other in combinations(plain, 2) if _apart(one, other) for pair in _exchanged(one, other))
    return {(*pair, start) for pair in pairs if pair not in said}


def _apart(one: Candidate, other: Candidate) -> bool:
    """Whether both say the same of four, one after the other."""
    four = {one.subject, one.object, other.subject, other.object}
    return one.relation == other.relation and len(four) == 4 and (one.end <= other.start or other.end <= one.start)


def _exchanged(one: Candidate, other: Candidate) -> Iterator[tuple[str, str, str]]:
    ends = [(one.subject, other.object), (other.subject, one.object)]
    if ontology().relations[one.relation].symmetric:
        ends += [(one.subject, other.subject), (one.object, other.object)]
        ends += [(b, a) for a, b in ends]
    yield from ((one.relation, *pair) for pair in ends)

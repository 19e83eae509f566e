"""Of a relation and its reverse one is told: who supplies somebody is not supplied by them.

Of 48,788 such relations in gold of train 20 have their reverse beside them. Of 14 such pairs that were told in dev,
hard, plain and 4,454 public passages none was right both ways.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Relation
from pipeline.relations.framed import PLAIN, relation_key

_ONE_WAY = frozenset({"acquires", "invests_in", "oversees", "subsidiary_of", "supplies"})


def one_way(relations: Sequence[Relation]) -> list[Relation]:
    """Relations without those whose reverse is stated plainly, or else is surer."""
    known = {relation_key(r): r for r in relations if r["type"] in _ONE_WAY}
    return [r for r in relations if not _is_reversed(r, known.get((r["type"], r["object"], r["subject"])))]


def _is_reversed(relation: Relation, reverse: Relation | None) -> bool:
    return reverse is not None and weight(reverse) > weight(relation)


def weight(relation: Relation) -> tuple[bool, float]:
    """How sure a relation is, a plain statement more than any other."""
    return PLAIN in relation["features"], relation["confidence"] or 0.0

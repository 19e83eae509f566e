"""Relations that hold in one direction only."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.document import Relation
from pipeline.relations.framed import PLAIN
from pipeline.relations.one_way import one_way

MakeRelation = Callable[..., Relation]


def test_of_both_directions_the_surer_one_is_told(relation: MakeRelation) -> None:
    there, back = relation("supplies", "orrin", "bolt", 0.6), relation("supplies", "bolt", "orrin", 0.5)
    assert one_way([there, back]) == [there]


def test_a_plain_statement_is_surer_than_any_reverse(relation: MakeRelation) -> None:
    there, back = relation("supplies", "orrin", "bolt", 0.2, PLAIN), relation("supplies", "bolt", "orrin", 0.9)
    assert one_way([there, back]) == [there]


def test_countries_may_restrict_each_other(relation: MakeRelation) -> None:
    both = [relation("restricts", "tarn", "norland", 0.6), relation("restricts", "norland", "tarn", 0.5)]
    assert one_way(both) == both

"""Relations of the same two that leave no room for each other."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.document import Relation
from pipeline.relations.exclusive import exclusive
from pipeline.relations.framed import PLAIN

MakeRelation = Callable[..., Relation]


def test_whose_stake_is_told_is_no_parent(relation: MakeRelation) -> None:
    stake = relation("invests_in", "orrin", "bolt", 0.6)
    assert exclusive([stake, relation("subsidiary_of", "bolt", "orrin", 0.5)]) == [stake]


def test_a_plain_stake_is_surer_than_any_parent(relation: MakeRelation) -> None:
    stake = relation("invests_in", "orrin", "bolt", 0.3, PLAIN)
    assert exclusive([stake, relation("subsidiary_of", "bolt", "orrin", 0.9)]) == [stake]


def test_who_fines_bars_only_where_that_is_stated(relation: MakeRelation) -> None:
    fine, ban = relation("oversees", "rail office", "bolt", 0.8), relation("restricts", "rail office", "bolt", 0.5)
    assert exclusive([fine, ban]) == [fine]
    both = [fine, relation("restricts", "rail office", "bolt", 0.5, PLAIN)]
    assert exclusive(both) == both


def test_other_relations_of_the_same_two_stay(relation: MakeRelation) -> None:
    both = [relation("supplies", "orrin", "bolt", 0.8), relation("partners_with", "orrin", "bolt", 0.5)]
    assert exclusive(both) == both

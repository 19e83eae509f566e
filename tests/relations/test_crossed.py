"""Ends of two statements of one sentence."""

from __future__ import annotations

import pytest

from pipeline.relations.crossed import crossed
from pipeline.relations.extract import Candidate


def statement(subject: str, object_: str, start: int, relation: str = "invests_in", plain: bool = True) -> Candidate:
    return Candidate(relation, subject, object_, start, start + 10, plain)


def test_two_statements_leave_no_relation_crosswise() -> None:
    both = [statement("orrin", "bolt", 0), statement("cato", "dune", 20)]
    assert crossed(both, 7) == {("invests_in", "orrin", "dune", 7), ("invests_in", "cato", "bolt", 7)}


def test_partners_of_two_pairs_are_no_partners_of_each_other() -> None:
    both = [statement("orrin", "bolt", 0, "partners_with"), statement("cato", "dune", 20, "partners_with")]
    assert {("partners_with", "bolt", "dune", 0), ("partners_with", "dune", "bolt", 0)} <= crossed(both, 0)


@pytest.mark.parametrize(
    "other",
    [
        statement("orrin", "dune", 20),
        statement("cato", "dune", 20, "supplies"),
        statement("cato", "dune", 20, plain=False),
        statement("cato", "dune", 5),
    ],
)
def test_lists_and_other_statements_rule_nothing_out(other: Candidate) -> None:
    assert crossed([statement("orrin", "bolt", 0), other], 0) == set()


def test_what_is_said_too_is_not_ruled_out() -> None:
    said = [statement("orrin", "bolt", 0), statement("cato", "dune", 20), statement("orrin", "dune", 40)]
    assert ("invests_in", "orrin", "dune", 0) not in crossed(said, 0)

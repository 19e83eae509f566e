"""Relations that hold in one direction only."""

from __future__ import annotations

from pipeline.document import Relation
from pipeline.relations.framed import PLAIN
from pipeline.relations.one_way import one_way


def relation(subject: str, object_: str, confidence: float, *features: str, type_: str = "supplies") -> Relation:
    return Relation(
        type=type_,
        subject=subject,
        object=object_,
        modality="asserted",
        attributed_to=None,
        evidence=[],
        method="model",
        features=dict.fromkeys(features, 1.0),
        confidence=confidence,
    )


def test_of_both_directions_the_surer_one_is_told() -> None:
    there, back = relation("orrin", "bolt", 0.6), relation("bolt", "orrin", 0.5)
    assert one_way([there, back]) == [there]


def test_a_plain_statement_is_surer_than_any_reverse() -> None:
    there, back = relation("orrin", "bolt", 0.2, PLAIN), relation("bolt", "orrin", 0.9)
    assert one_way([there, back]) == [there]


def test_countries_may_restrict_each_other() -> None:
    both = [relation("tarn", "norland", 0.6, type_="restricts"), relation("norland", "tarn", 0.5, type_="restricts")]
    assert one_way(both) == both

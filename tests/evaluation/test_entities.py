from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.gold import Gold
from pipeline.annotation.spans import spans
from pipeline.evaluation.alignment import align_entities
from pipeline.evaluation.entities import score_entities
from pipeline.evaluation.tally import Tally
from pipeline.records import Entity

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def entity(perfect: dict[str, Any], entity_id: str) -> dict[str, Any]:
    return next(e for e in perfect["entities"] if e["entity_id"] == entity_id)


def rename(row: dict[str, Any]) -> None:
    """A name that gold does not have, so that mentions alone decide."""
    row.update(name="?", names=[])


@pytest.fixture
def align(gold: Gold, text: str) -> Callable[[dict[str, Any]], dict[str, str]]:
    def align(record: dict[str, Any]) -> dict[str, str]:
        rows = [Entity.model_validate(e) for e in record["entities"]]
        return align_entities(gold.entities, spans(text, gold), rows)

    return align


def test_perfect_record(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    scores = tallies(score_entities, perfect)
    assert scores["found"] == Tally(7, 7, 7)
    assert scores["COMPANY"] == Tally(3, 3, 3)
    assert causes(score_entities, perfect) == []


@pytest.mark.parametrize(("text", "matches"), [("Orion Oil, Orion", {"x": "o"}), ("Orion Oil, Orion, Orion Oil", {})])
def test_half_of_the_mentions_is_enough(perfect: dict[str, Any], text: str, matches: dict[str, str]) -> None:
    """The record has the short form only, once; gold has one or two mentions of the long one besides."""
    row = {"id": "o", "type": "COMPANY", "names": {"en": ["Orion Oil"]}, "mentions": ["Orion Oil", "Orion"]}
    gold = Gold.model_validate({"article": {"id": "a"}, "entities": [row], "sentiment": {"document": "neutral"}})
    mention = {"start": 11, "end": 16, "text": "Orion"}
    found = Entity.model_validate(
        {**entity(perfect, "toyota"), "entity_id": "x", "name": "Orion", "names": [], "mentions": [mention]}
    )
    assert align_entities(gold.entities, spans(text, gold), [found]) == matches


def test_fewer_than_half_without_a_full_name_is_not_found(align: Any, causes: Causes, perfect: dict[str, Any]) -> None:
    softbank = entity(perfect, "softbank")
    rename(softbank)
    softbank["mentions"] = [m for m in softbank["mentions"] if m["text"] == "SoftBank"]
    assert "softbank" not in align(perfect)
    assert causes(score_entities, perfect) == [("missed", "too few mentions agree"), ("spurious", "wrong cluster")]


def test_a_full_name_from_the_knowledge_base_is_no_evidence(align: Any, perfect: dict[str, Any]) -> None:
    softbank = entity(perfect, "softbank")
    name = {"value": "SoftBank Group", "language": "en", "kind": "primary", "origin": "knowledge_base"}
    softbank.update(name="SoftBank", names=[name])
    softbank["mentions"] = [m for m in softbank["mentions"] if m["text"] == "SoftBank"]
    assert "softbank" not in align(perfect)
    name["origin"] = "text"
    assert align(perfect)["softbank"] == "softbank"


def test_a_merged_cluster_finds_one_entity_only(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    softbank, alibaba = entity(perfect, "softbank"), entity(perfect, "alibaba")
    softbank["mentions"] += alibaba["mentions"]
    softbank["names"] += alibaba["names"]
    perfect["entities"].remove(alibaba)
    assert tallies(score_entities, perfect)["found"] == Tally(6, 6, 7)
    assert causes(score_entities, perfect) == [("missed", "wrong cluster")]


def test_a_split_cluster_finds_its_larger_half(align: Any, causes: Causes, perfect: dict[str, Any]) -> None:
    softbank = entity(perfect, "softbank")
    other = {**softbank, "entity_id": "split", "mentions": [softbank["mentions"].pop()]}
    perfect["entities"].insert(0, other)
    assert align(perfect)["softbank"] == "softbank"
    assert causes(score_entities, perfect) == [("spurious", "wrong cluster")]


def test_another_type_is_no_match(causes: Causes, perfect: dict[str, Any]) -> None:
    entity(perfect, "texas")["type"] = "GOVERNMENT"
    assert causes(score_entities, perfect) == [("missed", "type"), ("spurious", "type")]


def test_misses_tell_boundaries_from_nothing_found(causes: Causes, perfect: dict[str, Any], text: str) -> None:
    lee, tokyo = entity(perfect, "lee"), entity(perfect, "tokyo")
    perfect["entities"].remove(tokyo)
    rename(lee)
    start = text.index("Ann Lee")
    lee["mentions"] = [{"start": start, "end": start + 3, "text": "Ann"}]
    assert causes(score_entities, perfect) == [
        ("missed", "span boundary"),
        ("missed", "not found"),
        ("spurious", "spurious"),
    ]


def test_alignment_does_not_depend_on_the_order_of_the_record(align: Any, perfect: dict[str, Any]) -> None:
    expected = align(perfect)
    perfect["entities"].reverse()
    assert align(perfect) == expected

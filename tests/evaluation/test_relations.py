from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.evaluation.relations import score_relations
from pipeline.evaluation.tally import Tally

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def test_perfect_record(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    scores = tallies(score_relations, perfect)
    assert scores["all"] == scores["all with modality"] == scores["modality, of found"] == Tally(4, 4, 4)
    assert scores["leads"] == Tally(1, 1, 1)
    assert causes(score_relations, perfect) == []


def test_ends_of_symmetric_types_are_unordered(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    leads, _, competes, _ = perfect["relations"]
    for relation in (leads, competes):
        relation["subject"], relation["object"] = relation["object"], relation["subject"]
    scores = tallies(score_relations, perfect)
    assert scores["competes_with"] == Tally(1, 1, 1)
    assert scores["leads"] == Tally(0, 1, 1)
    assert causes(score_relations, perfect) == [("missed", "reversed"), ("spurious", "reversed")]


def test_modality_counts_apart(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["relations"][0]["modality"] = "denied"
    scores = tallies(score_relations, perfect)
    assert scores["all"] == Tally(4, 4, 4)
    assert scores["all with modality"] == scores["modality, of found"] == Tally(3, 4, 4)
    assert causes(score_relations, perfect) == [("wrong", "wrong modality")]


def test_a_triple_in_two_modalities_is_one_triple(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["relations"].append({**perfect["relations"][0], "modality": "denied"})
    scores = tallies(score_relations, perfect)
    assert scores["all"] == Tally(4, 4, 4)
    assert scores["all with modality"] == Tally(4, 5, 4)
    assert scores["modality, of found"] == Tally(3, 4, 4)


def test_relations_invented_between_real_entities_are_spurious(
    tallies: Scores, causes: Causes, perfect: dict[str, Any]
) -> None:
    perfect["relations"].append({**perfect["relations"][2], "subject": "toyota", "object": "alibaba"})
    assert tallies(score_relations, perfect)["all"] == Tally(4, 5, 4)
    assert causes(score_relations, perfect) == [("spurious", "spurious")]


def test_relations_of_entities_not_found_are_missed(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["entities"][5]["type"] = "GOVERNMENT"
    scores = tallies(score_relations, perfect)
    assert scores["all"] == Tally(3, 4, 4)
    assert scores["located_in"] == Tally(0, 1, 1)
    assert causes(score_relations, perfect) == [
        ("missed", "object not found"),
        ("spurious", "object matches nothing in gold"),
    ]


def test_another_type_between_the_same_ends(causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["relations"][0]["type"] = "oversees"
    assert causes(score_relations, perfect) == [("missed", "wrong type"), ("spurious", "wrong type")]

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.evaluation.pairs import score_pairs
from pipeline.evaluation.tally import Tally

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def test_perfect_record(tallies: Scores, perfect: dict[str, Any]) -> None:
    assert tallies(score_pairs, perfect)["linked"] == Tally(3, 3, 3)


def test_type_and_mentions_do_not_matter(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["entities"][0].update(type="PRODUCT", mentions=[])
    assert tallies(score_pairs, perfect)["linked"] == Tally(3, 3, 3)


def test_names_known_only_to_the_knowledge_base_make_no_pair(
    tallies: Scores, causes: Causes, perfect: dict[str, Any]
) -> None:
    for name in perfect["entities"][0]["names"]:
        name["origin"] = "knowledge_base"
    assert tallies(score_pairs, perfect)["linked"] == Tally(2, 2, 3)
    assert causes(score_pairs, perfect) == [("missed", "not linked")]


def test_names_in_two_entities_are_not_linked(causes: Causes, perfect: dict[str, Any]) -> None:
    son = perfect["entities"][1]
    chinese = [n for n in son["names"] if n["language"] == "zh"]
    son["names"] = [n for n in son["names"] if n["language"] == "en"]
    perfect["entities"].append({**son, "entity_id": "other", "names": chinese, "mentions": []})
    assert causes(score_pairs, perfect) == [("missed", "not linked")]


def test_a_crossed_pair_is_wrong_and_leaves_both_missed(
    tallies: Scores, causes: Causes, perfect: dict[str, Any]
) -> None:
    son, alibaba = perfect["entities"][1:3]
    son["names"][1], alibaba["names"][1] = alibaba["names"][1], son["names"][1]
    assert tallies(score_pairs, perfect)["linked"] == Tally(1, 3, 3)
    assert sorted(causes(score_pairs, perfect)) == [
        ("missed", "not linked"),
        ("missed", "not linked"),
        ("spurious", "wrong pair"),
        ("spurious", "wrong pair"),
    ]


def test_one_entity_with_all_names_is_one_pair(tallies: Scores, perfect: dict[str, Any]) -> None:
    everything = {**perfect["entities"][0], "names": [n for e in perfect["entities"] for n in e["names"]]}
    assert tallies(score_pairs, {**perfect, "entities": [everything]})["linked"] == Tally(1, 1, 3)


def test_misses_say_which_name_was_not_found(causes: Causes, perfect: dict[str, Any]) -> None:
    son = perfect["entities"][1]
    son.update(names=[], mentions=[m for m in son["mentions"] if m["text"] == "Masayoshi Son"])
    del perfect["entities"][2]
    assert causes(score_pairs, perfect) == [("missed", "Chinese name not found"), ("missed", "neither name found")]


def test_traditional_form_is_the_same_name(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["entities"][0]["names"][2]["value"] = "軟銀集團"
    assert tallies(score_pairs, perfect)["linked"] == Tally(3, 3, 3)

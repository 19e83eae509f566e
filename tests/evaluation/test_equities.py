from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.evaluation.equities import score_equities
from pipeline.evaluation.tally import Tally

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def test_perfect_record(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    assert set(tallies(score_equities, perfect).values()) == {Tally(1, 1, 1)}
    assert causes(score_equities, perfect) == []


def test_wrong_direction(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["affected_equities"][0]["direction"] = "positive"
    scores = tallies(score_equities, perfect)
    assert scores["affected"] == Tally(1, 1, 1)
    assert scores["direction"] == scores["direction, of found"] == Tally(0, 1, 1)
    assert causes(score_equities, perfect) == [("wrong", "wrong direction")]


def test_company_not_found_has_a_wrong_direction(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["affected_equities"] = []
    scores = tallies(score_equities, perfect)
    assert scores["direction"] == Tally(0, 1, 1)
    assert scores["direction, of found"] == Tally(0, 0, 0)
    assert causes(score_equities, perfect) == [("missed", "no effect found"), ("missed", "effect not found")]


def test_a_company_that_merely_appears_is_spurious(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["affected_equities"].append({**perfect["affected_equities"][0], "entity": "toyota", "effects": []})
    assert tallies(score_equities, perfect)["affected"] == Tally(1, 2, 1)
    assert causes(score_equities, perfect) == [("spurious", "company not affected")]


def test_effect_in_the_wrong_direction(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["affected_equities"][0]["effects"][0]["direction"] = "positive"
    scores = tallies(score_equities, perfect)
    assert scores["effects"] == Tally(0, 1, 1)
    assert scores["effects, any direction"] == Tally(1, 1, 1)
    wrong = "effect in the wrong direction"
    assert causes(score_equities, perfect) == [("missed", wrong), ("spurious", wrong)]


def test_effect_of_another_cause(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["affected_equities"][0]["effects"][0]["cause"] = "softbank"
    assert tallies(score_equities, perfect)["effects, any direction"] == Tally(0, 1, 1)
    other = "effect of another cause"
    assert causes(score_equities, perfect) == [("missed", other), ("spurious", other)]

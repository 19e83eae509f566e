from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.evaluation.tally import Tally
from pipeline.evaluation.values import score_amounts, score_dates

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def test_perfect_record(tallies: Scores, perfect: dict[str, Any]) -> None:
    assert tallies(score_amounts, perfect) == {"exact": Tally(2, 2, 2), "value only": Tally(2, 2, 2)}
    assert tallies(score_dates, perfect) == {"exact": Tally(1, 1, 1), "value only": Tally(1, 1, 1)}


@pytest.mark.parametrize("change", [{"value": 55e6}, {"max": 60e9}, {"currency": "CAD"}])
def test_amount_needs_value_maximum_and_currency(
    tallies: Scores, causes: Causes, perfect: dict[str, Any], change: dict[str, Any]
) -> None:
    perfect["amounts"][0].update(change)
    assert tallies(score_amounts, perfect)["exact"] == Tally(1, 2, 2)
    assert causes(score_amounts, perfect) == [("missed", "value"), ("spurious", "value")]


def test_amount_cut_short_keeps_its_value(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["amounts"][1]["text"] = "3.2万亿韩元"
    assert tallies(score_amounts, perfect) == {"exact": Tally(1, 2, 2), "value only": Tally(2, 2, 2)}
    assert causes(score_amounts, perfect) == [("missed", "text boundary"), ("spurious", "text boundary")]


def test_amount_is_the_same_however_it_was_computed(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["amounts"][1]["value"] = 3.2 * 10**12 + 0.0004
    assert tallies(score_amounts, perfect)["exact"] == Tally(2, 2, 2)


def test_an_amount_said_twice_is_one(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["amounts"] *= 2
    assert tallies(score_amounts, perfect)["exact"] == Tally(2, 2, 2)


def test_dates_missed_and_spurious(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["dates"] = [{"start": 0, "end": 3, "text": "May", "value": "2026-05"}]
    assert tallies(score_dates, perfect)["exact"] == Tally(0, 1, 1)
    assert causes(score_dates, perfect) == [("missed", "not found"), ("spurious", "spurious")]

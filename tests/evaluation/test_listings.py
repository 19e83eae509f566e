from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.evaluation.listings import score_listings
from pipeline.evaluation.tally import Tally

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def test_perfect_record(tallies: Scores, perfect: dict[str, Any]) -> None:
    assert tallies(score_listings, perfect) == {
        "lines, of found": Tally(3, 3, 3),
        "same set, of found": Tally(2, 2, 2),
        "lines": Tally(3, 3, 3),
    }


def test_companies_without_securities_in_gold_are_not_scored(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["entities"][3]["listings"] = perfect["entities"][0]["listings"]
    assert tallies(score_listings, perfect)["lines"] == Tally(3, 3, 3)


def test_lines_of_relatives_are_not_the_company_s_own(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["entities"][0]["listings"][0].update(link="subsidiary", via="softbank-corp")
    scores = tallies(score_listings, perfect)
    assert scores["lines, of found"] == Tally(2, 2, 3)
    assert scores["same set, of found"] == Tally(1, 2, 2)
    assert causes(score_listings, perfect) == [("wrong", "not linked")]


def test_wrong_and_partly_right_lines_have_their_causes(causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["entities"][0]["listings"][0]["listing"] = "XTKS:9434"
    perfect["entities"][2]["listings"].pop()
    assert causes(score_listings, perfect) == [
        ("wrong", "wrong listing"),
        ("wrong", "other lines of the right company"),
    ]


def test_company_not_found_counts_end_to_end(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["entities"][2]["type"] = "ORGANIZATION"
    scores = tallies(score_listings, perfect)
    assert scores["lines, of found"] == Tally(1, 1, 1)
    assert scores["lines"] == Tally(1, 3, 3)


def test_market_codes_and_padding_of_one_line_are_the_same(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["entities"][2]["listings"][0]["listing"] = "XHKG:09988"
    assert tallies(score_listings, perfect)["same set, of found"] == Tally(2, 2, 2)

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.evaluation.positions import score_positions
from pipeline.evaluation.tally import Tally

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def test_perfect_record(tallies: Scores, perfect: dict[str, Any]) -> None:
    scores = tallies(score_positions, perfect)
    assert scores["with title"] == scores["person and organization"] == Tally(2, 2, 2)
    assert scores["former, of found"] == Tally(2, 2, 2)


def test_titles_are_compared_without_case_and_punctuation(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["entities"][1]["positions"][0]["title"] = "Chief-Executive"
    assert tallies(score_positions, perfect)["with title"] == Tally(2, 2, 2)


def test_former_post_may_be_marked_by_word_or_by_flag(tallies: Scores, perfect: dict[str, Any]) -> None:
    lee = perfect["entities"][4]
    lee["positions"][0].update(title=None, current=False)
    assert tallies(score_positions, perfect)["former, of found"] == Tally(2, 2, 2)
    lee["positions"][0]["current"] = True
    scores = tallies(score_positions, perfect)
    assert scores["with title"] == Tally(2, 2, 2)
    assert scores["former, of found"] == Tally(1, 2, 2)


def test_another_title_keeps_person_and_organization(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["entities"][1]["positions"][0]["title"] = "chairman"
    scores = tallies(score_positions, perfect)
    assert scores["with title"] == Tally(1, 2, 2)
    assert scores["person and organization"] == Tally(2, 2, 2)
    assert causes(score_positions, perfect) == [("missed", "title"), ("spurious", "title")]


def test_another_organization_is_wrong_in_both(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["entities"][1]["positions"][0]["organization"] = None
    assert tallies(score_positions, perfect)["person and organization"] == Tally(1, 2, 2)
    assert causes(score_positions, perfect) == [("missed", "organization"), ("spurious", "organization")]


def test_post_of_a_person_not_found_is_missed(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["entities"][4].update(type="COMPANY")
    assert tallies(score_positions, perfect)["with title"] == Tally(1, 2, 2)
    assert causes(score_positions, perfect) == [
        ("missed", "person not found"),
        ("spurious", "person matches no gold entity"),
    ]

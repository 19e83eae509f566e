"""Phrases that no window shows together are one project where one has all words of the other."""

from __future__ import annotations

import pytest

from pipeline.document import ProjectMention
from pipeline.projects.clustering import cluster


def phrases(*texts: str) -> list[ProjectMention]:
    return [{"start": 0, "end": len(t), "text": t, "kind": None, "sector": None, "score": 1.0} for t in texts]


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (("MGM Osaka integrated resort", "Osaka resort"), [[0, 1]]),
        (("潜江二期扩容", "潜江二期"), [[0, 1]]),
        (("潛江二期擴容", "潜江二期"), [[0, 1]]),
        (("the Osaka resort", "Osaka resort"), [[0, 1]]),
        (("Osaka resort", "resort"), [[0], [1]]),
        (("Osaka resort", "Kobe resort"), [[0], [1]]),
        (("Osaka resort", "second Osaka resort"), [[0], [1]]),
        (("Osaka resort", "rival Osaka resort"), [[0], [1]]),
        (("Osaka resort", "2nd Osaka resort"), [[0], [1]]),
        (("潜江二期", "潜江一期"), [[0], [1]]),
        (("潜江项目", "潜江项目二期"), [[0], [1]]),
        (("大阪新度假村", "另一个大阪新度假村"), [[0], [1]]),
    ],
)
def test_a_shorter_name_in_another_window(texts: tuple[str, ...], groups: list[list[int]]) -> None:
    assert cluster(phrases(*texts), {}) == groups


def test_phrases_with_one_sum_of_money_are_rather_one_project() -> None:
    assert cluster(phrases("$55 billion pledge", "$55 billion vehicle"), {(0, 1): -1.5}) == [[0, 1]]
    assert cluster(phrases("$55 billion pledge", "fund of $55 billion"), {}) == [[0, 1]]
    assert cluster(phrases("$55 billion pledge", "$5 billion vehicle"), {(0, 1): -1.5}) == [[0], [1]]
    assert cluster(phrases("$2 billion plant", "$2 million school"), {(0, 1): -1.5}) == [[0], [1]]
    assert cluster(phrases("20亿元工厂", "20万元学校"), {(0, 1): -1.5}) == [[0], [1]]


def test_what_other_names_in_two_phrases_take_from_their_logit() -> None:
    two = phrases("battery plant in Tarn", "battery plant of Orrin")
    assert cluster(two, {(0, 1): 0.5}) == [[0, 1]]
    assert cluster(two, {(0, 1): 0.5}, penalties={(0, 1): 4.0}) == [[0], [1]]


def test_measures_tell_apart() -> None:
    assert cluster(phrases("50 MW wind farm", "881MW dam"), {(0, 1): 3.0}) == [[0], [1]]
    assert cluster(phrases("50 MW wind farm", "50MW park"), {(0, 1): 3.0}) == [[0, 1]]


@pytest.mark.parametrize(
    ("first", "second", "groups"),
    [
        ("$22 million Series A", "Series B", [[0], [1]]),
        ("$22 million round", "$38 million round", [[0], [1]]),
        ("$22 million round", "$22m round", [[0, 1]]),
        ("$1,200 million plant", "$1200 million plant", [[0, 1]]),
        ("地铁13号线", "地铁15号线", [[0], [1]]),
        ("土建六标段", "6标段", [[0, 1]]),
        ("Tarn mill phase II", "Tarn mill phase 2", [[0, 1]]),
        ("乳山一期", "乳山二期", [[0], [1]]),
        ("2025 bond", "2026 bond", [[0], [1]]),
        ("14艘18000TEU集装箱船", "2+2艘液氨运输船", [[0], [1]]),
        ("four LNG carriers", "seven 15,000-teu newbuildings", [[0], [1]]),
        ("four 40,000 dwt bulk carriers", "four handysize carriers", [[0, 1]]),
        ("£5 million loan", "£3 million loan", [[0], [1]]),
        ("30%股权", "剩余70%股权", [[0], [1]]),
        ("first Texan plant", "second Texan plant", [[0], [1]]),
        ("二厂", "三厂", [[0], [1]]),
    ],
)
def test_numbers_tell_undertakings_apart(first: str, second: str, groups: list[list[int]]) -> None:
    assert cluster(phrases(first, second), {(0, 1): 3.0}) == groups


def test_what_a_window_says_weighs_more() -> None:
    assert cluster(phrases("MGM Osaka integrated resort", "Osaka resort"), {(0, 1): -6.0}) == [[0], [1]]


def test_what_is_told_twice_costs_more_than_what_is_joined_wrongly() -> None:
    assert cluster(phrases("mill in Tarn", "landmark scheme"), {(0, 1): -0.4}) == [[0, 1]]
    assert cluster(phrases("mill in Tarn", "landmark scheme"), {(0, 1): -0.8}) == [[0], [1]]

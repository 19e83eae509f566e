from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.gold import Gold, GoldProject
from pipeline.evaluation.alignment import align_projects
from pipeline.evaluation.projects import score_projects
from pipeline.evaluation.tally import Tally
from pipeline.records import Project

Scores = Callable[..., dict[str, Tally]]
Causes = Callable[..., list[tuple[str, str]]]


def gold_project(project_id: str, *names: str) -> GoldProject:
    row = {"id": project_id, "names": names, "kind": "facility", "sector": "oil_gas", "status": "announced"}
    return GoldProject.model_validate(row)


def project(perfect: dict[str, Any], project_id: str, name: str, place: int | None = None) -> Project:
    mentions = [] if place is None else [{"start": place, "end": place + len(name), "text": name}]
    row = {**perfect["projects"][0], "project_id": project_id, "name": name, "names": [name], "mentions": mentions}
    return Project.model_validate(row)


@pytest.mark.parametrize(
    ("gold_name", "found_name"),
    [
        ("Gulf terminal expansion", "expansion of the Gulf terminal"),
        ("Alaska LNG project", "Alaska LNG"),
        ("洛比托走廊铁路项目", "洛比托走廊铁路"),
        ("臺中港離岸風電計畫", "台中港离岸风电项目"),
        ("third-phase refinery upgrade", "the refinery upgrade"),
    ],
)
def test_names_that_are_alike_match(perfect: dict[str, Any], gold_name: str, found_name: str) -> None:
    assert align_projects([gold_project("g", gold_name)], [project(perfect, "p", found_name)], "") == {"p": "g"}


@pytest.mark.parametrize(
    ("gold_name", "found_name"),
    [
        ("Alaska LNG project", "Mozambique LNG project"),
        ("wind farm project", "investment project"),
        ("蒙内铁路项目", "亚万高铁项目"),
        ("收购协议", "供货协议"),
    ],
)
def test_a_shared_head_is_not_enough(perfect: dict[str, Any], gold_name: str, found_name: str) -> None:
    assert align_projects([gold_project("g", gold_name)], [project(perfect, "p", found_name)], "") == {}


def test_mentions_match_where_names_do_not(perfect: dict[str, Any]) -> None:
    text = "Builders praise the scheme for Kribi."
    gold = [gold_project("g", "Scheme for Kribi")]
    assert align_projects(gold, [project(perfect, "p", "scheme for Kribi", text.index("scheme"))], text) == {"p": "g"}
    assert align_projects(gold, [project(perfect, "p", "Builders", 0)], text) == {}


def test_the_same_name_goes_before_a_similar_one(perfect: dict[str, Any]) -> None:
    gold = [gold_project("first", "Kribi port"), gold_project("second", "Kribi port expansion")]
    found = [project(perfect, "a", "Kribi port expansion"), project(perfect, "b", "Kribi port")]
    assert align_projects(gold, found, "") == {"a": "second", "b": "first"}
    assert align_projects(gold[::-1], found[::-1], "") == {"a": "second", "b": "first"}


def test_perfect_record(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    assert all(t.hits == t.predicted == t.gold for t in tallies(score_projects, perfect).values())
    assert causes(score_projects, perfect) == []


def test_fields_of_a_found_project(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["projects"][0].update(kind="facility", status=None, leads=["softbank", "toyota"], investors=["son"])
    scores = tallies(score_projects, perfect)
    assert scores["kind, of found"] == Tally(0, 1, 1)
    assert scores["kind"] == Tally(0, 1, 1)
    assert scores["status"] == Tally(0, 0, 1)
    assert scores["leads, of found"] == scores["leads"] == Tally(1, 2, 1)
    assert scores["investors"] == Tally(0, 1, 0)
    assert causes(score_projects, perfect) == [
        ("wrong", "wrong kind"),
        ("wrong", "no status"),
        ("wrong", "wrong leads"),
        ("wrong", "wrong investors"),
    ]


def test_what_was_not_found_counts_end_to_end(tallies: Scores, causes: Causes, perfect: dict[str, Any]) -> None:
    perfect["projects"][0].update(name="share sale", names=["share sale"], mentions=[])
    scores = tallies(score_projects, perfect)
    assert scores["found"] == Tally(0, 1, 1)
    assert scores["kind, of found"] == Tally(0, 0, 0)
    assert scores["kind"] == scores["leads"] == scores["amounts"] == Tally(0, 1, 1)
    assert causes(score_projects, perfect) == [("missed", "not found"), ("spurious", "spurious")]


def test_amounts_of_projects_are_compared_by_value(tallies: Scores, perfect: dict[str, Any], gold: Gold) -> None:
    perfect["projects"][0]["amounts"][0]["text"] = "$55bn"
    assert tallies(score_projects, perfect)["amounts"] == Tally(1, 1, 1)
    perfect["projects"][0]["amounts"][0]["currency"] = "TWD"
    assert tallies(score_projects, perfect)["amounts"] == Tally(0, 1, 1)


def test_party_that_matches_no_entity_is_wrong(tallies: Scores, perfect: dict[str, Any]) -> None:
    perfect["entities"][0]["type"] = "PERSON"
    assert tallies(score_projects, perfect)["leads"] == Tally(0, 1, 1)

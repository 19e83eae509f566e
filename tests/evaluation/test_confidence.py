"""Confidences held against gold: curves, calibration error, and lines that make scores probabilities."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotation.gold import Gold, read_gold
from pipeline.confidence import PARTS, Part, Regression, Table, bar, sigmoid, table
from pipeline.evaluation.calibration import Observed, best_bars, corrected, fit, fit_all
from pipeline.evaluation.confidence import (
    BARS,
    GROUPS,
    Judged,
    Judgement,
    calibration_error,
    curve,
    error_by_chance,
    judge,
)
from pipeline.records import Record


@pytest.fixture
def folder(tmp_path: Path, gold: Gold, text: str) -> Path:
    (tmp_path / "small.txt").write_bytes(text.encode())
    (tmp_path / "small.gold.json").write_text(gold.model_dump_json(exclude_defaults=True), encoding="utf-8")
    return tmp_path


def judged(record: dict[str, Any], folder: Path) -> Judgement:
    return judge([Record.model_validate(record)], read_gold(folder))


def test_parts_without_confidence_are_left_out(perfect: dict[str, Any], folder: Path) -> None:
    found = judged(perfect, folder)
    assert found.parts == ()
    assert found.gold == {"entities": 7, "projects": 1, "relations": 4, "effects": 1}


def test_every_part_is_held_against_gold(perfect: dict[str, Any], folder: Path) -> None:
    for part in (*perfect["entities"], *perfect["projects"], *perfect["relations"]):
        part["confidence"] = 0.8
    perfect["affected_equities"][0]["effects"][0] |= {"confidence": 0.4, "direction": "positive"}
    perfect["relations"].append({**perfect["relations"][0], "type": "supplies", "confidence": 0.3})
    found = judged(perfect, folder)
    assert Counter((j.part, j.right) for j in found.parts) == {
        ("entity", True): 7,
        ("project", True): 1,
        ("relation", True): 4,
        ("relation", False): 1,
        ("effect", False): 1,
    }
    points = {p.least: p for p in curve(found, "relations")}
    assert (points[0.0].kept, points[0.0].precision, points[0.0].recall) == (5, 0.8, 1.0)
    assert (points[0.5].kept, points[0.5].precision, points[0.9].precision) == (4, 1.0, None)
    assert len(points) == len(BARS)
    assert set(found.to_dict()["curves"]) == set(GROUPS)


def test_no_parts_have_no_calibration_error() -> None:
    assert calibration_error([]) is None


def test_fewer_parts_are_further_off_by_chance() -> None:
    few, many = ([Judged("entity", 0.5, True)] * number for number in (25, 2500))
    assert error_by_chance([]) is None
    assert error_by_chance(few) == pytest.approx(0.08, abs=0.01)  # sqrt(2 / pi) of a standard error of 0.1
    assert error_by_chance(many) == pytest.approx(0.008, abs=0.001)


def scored(number: int = 6000) -> list[Observed]:
    """Parts whose chance to be right is a line in two features."""
    generator = random.Random(7)
    rows = []
    for _ in range(number):
        seen = {"score": generator.uniform(-4, 4), "rule": float(generator.random() < 0.3), "rare": 0.0}
        chance = sigmoid(0.6 * seen["score"] + 1.5 * seen["rule"] - 0.9)
        rows.append(Observed("relation", seen, generator.random() < chance))
    rows[0].features["rare"] = 1.0
    return rows


def test_a_fitted_regression_makes_scores_probabilities() -> None:
    rows = scored()
    found = fit(rows)
    assert found.intercept == pytest.approx(-0.9, abs=0.15)
    assert found.weights == {"score": pytest.approx(0.6, abs=0.08), "rule": pytest.approx(1.5, abs=0.25)}
    after = calibration_error([Judged("relation", sigmoid(found.log_odds(r.features)), r.right) for r in rows])
    before = calibration_error([Judged("relation", sigmoid(r.features["score"]), r.right) for r in rows])
    assert after is not None
    assert before is not None
    assert after < 0.03 < 0.1 < before


def test_what_is_told_sets_confidences_right_and_stays_the_same() -> None:
    """Told parts are right oftener than their confidence; a bar moves with them, so that none is told more or less."""
    known = Table({"relation": Regression(-1.0, {"score": 0.5})}, {"relation": 0.4})
    seen = [Observed("relation", {"score": 0.01 * n}, n % 5 != 0) for n in range(400)]
    told = [Judged("relation", sigmoid(known.regressions["relation"].log_odds(r.features)), r.right) for r in seen]
    after = corrected(known, told)
    moved = [sigmoid(after.regressions["relation"].log_odds(r.features)) for r in seen]
    assert sum(moved) / len(moved) == pytest.approx(0.8, abs=0.01)
    was_told = [j.confidence >= known.bars["relation"] for j in told]
    assert [m >= after.bars["relation"] for m in moved] == was_told
    assert True in was_told
    assert False in was_told


def test_no_told_part_leaves_the_table_as_it_is() -> None:
    known = Table({"relation": Regression(-1.0, {"score": 0.5})}, {"relation": 0.4})
    assert corrected(known, []) == known


def test_parts_are_fitted_apart() -> None:
    rows = [*scored(500), Observed("entity", {"score": 1.0}, True), Observed("entity", {"score": -1.0}, False)]
    assert set(fit_all(rows)) == {"relation", "entity"}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_a_regression(part: Part) -> None:
    assert table().regressions[part].weights


def test_what_is_told_anyway_counts_at_every_bar() -> None:
    """Two sure effects are right, an unsure one is wrong; where that is told anyway, every bar is as good."""
    sure = [Observed("effect", {"score": 2.0}, True)] * 2
    unsure = Observed("effect", {"score": -1.0}, False)
    regressions = {"effect": Regression(0.0, {"score": 1.0})}
    high = best_bars([*sure, unsure], regressions, {("effect", ""): 2})
    indifferent = best_bars([*sure, unsure._replace(always=True)], regressions, {("effect", ""): 2})
    assert sigmoid(-1.0) < high["effect"] < sigmoid(2.0)
    assert indifferent["effect"] < high["effect"]


def test_a_rare_type_weighs_as_much_as_a_frequent_one() -> None:
    """Unsure relations are right in one of five of a frequent type, in one of two of a rare one."""
    regressions = {"relation": Regression(0.0, {"score": 1.0})}
    sure = [Observed("relation", {"score": 2.0}, True, "leads")] * 10
    unsure = [Observed("relation", {"score": -1.0}, n == 0, "leads") for n in range(5)]
    rare = [Observed("relation", {"score": -1.0}, n < 1, "part_of") for n in range(2)]
    alike = [row._replace(kind="leads") for row in rare]
    low = best_bars([*sure, *unsure, *rare], regressions, {("relation", "leads"): 11, ("relation", "part_of"): 1})
    high = best_bars([*sure, *unsure, *alike], regressions, {("relation", "leads"): 12})
    assert low["relation"] < sigmoid(-1.0) < high["relation"]


def test_a_user_overrides_the_bar() -> None:
    assert bar("relation", 0.9) == 0.9
    assert bar("relation", 0.0) == 0.0
    assert bar("relation", None) == table().bars["relation"]

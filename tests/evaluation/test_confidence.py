"""Confidences held against gold: curves, calibration error, and lines that make scores probabilities."""

from __future__ import annotations

import math
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotation.gold import Gold, read_gold
from pipeline.confidence import PARTS, Part, lines, moved
from pipeline.evaluation.confidence import (
    BARS,
    GROUPS,
    Judged,
    Judgement,
    calibration_error,
    curve,
    fit,
    judge,
    recalibrated,
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
    for relation in perfect["relations"]:
        relation["method"] = "model"
    perfect["affected_equities"][0]["effects"][0] |= {"confidence": 0.4, "direction": "positive"}
    relation = perfect["relations"][0]
    perfect["relations"].append({**relation, "type": "supplies", "method": "rule", "confidence": 0.3})
    found = judged(perfect, folder)
    assert Counter((j.part, j.right) for j in found.parts if j.part != "relation by rule") == {
        ("entity", True): 7,
        ("project", True): 1,
        ("relation", True): 4,
        ("effect", False): 1,
    }
    assert [j for j in found.parts if j.part == "relation by rule"] == [Judged("relation by rule", 0.3, False)]
    points = {p.least: p for p in curve(found, "relations")}
    assert (points[0.0].kept, points[0.0].precision, points[0.0].recall) == (5, 0.8, 1.0)
    assert (points[0.5].kept, points[0.5].precision, points[0.9].precision) == (4, 1.0, None)
    assert len(points) == len(BARS)
    assert set(found.to_dict()["curves"]) == set(GROUPS)


def scored(line: tuple[float, float], number: int = 4000) -> list[Judged]:
    """Parts whose scores become probabilities on a line."""
    generator = random.Random(7)
    parts = []
    for _ in range(number):
        score = generator.uniform(0.02, 0.98)
        parts.append(Judged("relation", score, generator.random() < moved(score, line)))
    return parts


def test_a_fitted_line_makes_scores_probabilities() -> None:
    parts = scored((0.6, -0.9))
    before = calibration_error(parts)
    line = fit(parts, (1.0, 0.0))
    assert line == pytest.approx((0.6, -0.9), abs=0.12)
    after = calibration_error([j._replace(confidence=moved(j.confidence, line)) for j in parts])
    assert before is not None
    assert after is not None
    assert after < 0.03 < 0.15 < before


def test_a_second_fit_goes_on_from_the_first() -> None:
    parts = scored((0.6, -0.9))
    first = fit(parts, (1.0, 0.0))
    shown = [j._replace(confidence=moved(j.confidence, first)) for j in parts]
    assert fit(shown, first) == pytest.approx(first, abs=0.02)


def test_one_confidence_for_all_becomes_the_share_that_is_right() -> None:
    parts = [Judged("effect by rule", 0.5, i < 3) for i in range(12)]
    slope, intercept = fit(parts, (1.0, 0.0))
    assert slope == 0.0
    assert 1 / (1 + math.exp(-intercept)) == pytest.approx(3.25 / 12.5)


def test_parts_that_do_not_occur_keep_their_line() -> None:
    before: dict[str, tuple[float, float]] = {"entity": (1.0, 0.0), "project": (2.0, 1.0)}
    found = recalibrated(Judgement((Judged("entity", 0.5, True),), Counter()), before)
    assert found["project"] == (2.0, 1.0)
    assert found["entity"] != (1.0, 0.0)


def test_no_parts_have_no_calibration_error() -> None:
    assert calibration_error([]) is None


@pytest.mark.parametrize("part", PARTS)
def test_every_part_was_calibrated(part: Part) -> None:
    assert part in lines()

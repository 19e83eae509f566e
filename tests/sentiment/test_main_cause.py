"""What moves most of an article's companies moves those of which it is not sure."""

from __future__ import annotations

from typing import cast

import pytest

from pipeline.document import Effect
from pipeline.ontology import PROJECT
from pipeline.sentiment.main_cause import ranked, with_main_cause

TYPES = {"tax": "POLICY", "rule": "POLICY", "ministry": "GOVERNMENT", "mill": PROJECT} | dict.fromkeys(
    "abcde", "COMPANY"
)


def effect(company: str, cause: str, confidence: float = 0.3, **features: float) -> Effect:
    fields = {"entity": company, "cause": cause, "confidence": confidence, "modality": "asserted", "features": features}
    return cast(Effect, fields)


def pairs(effects: list[Effect]) -> set[tuple[str, str]]:
    return {(e["entity"], e["cause"]) for e in with_main_cause(effects, TYPES)}


@pytest.mark.parametrize(
    ("minor", "expected"),
    [
        (effect("c", "ministry", score=-1.0), ("c", "tax")),
        (effect("c", "b", score=-1.0), ("c", "tax")),
        (effect("c", "mill", score=-1.0), ("c", "tax")),
        (effect("c", "ministry", score=1.0), ("c", "ministry")),
        (effect("c", "ministry", rule=1.0), ("c", "ministry")),
        (effect("c", "rule", score=-1.0), ("c", "rule")),
    ],
)
def test_a_doubtful_minor_cause_gives_way(minor: Effect, expected: tuple[str, str]) -> None:
    major = [effect("a", "tax", 0.5, rule=1.0), effect("b", "tax", 0.5, rule=1.0)]
    assert pairs([*major, minor]) == {("a", "tax"), ("b", "tax"), expected}


def test_a_company_has_the_main_cause_once() -> None:
    effects = [effect("a", "tax", 0.9, rule=1.0), effect("a", "ministry"), effect("b", "mill"), effect("b", "ministry")]
    assert [(e["entity"], e["cause"]) for e in with_main_cause(effects, TYPES)] == [("a", "tax"), ("b", "tax")]


def test_a_body_that_moves_most_stays_and_no_firm_moves_itself() -> None:
    assert pairs([effect(c, "ministry") for c in "abc"] + [effect("d", "mill")]) == {
        ("a", "ministry"), ("b", "ministry"), ("c", "ministry"), ("d", "mill"),
    }  # fmt: skip
    assert pairs([effect("a", "e"), effect("e", "a")]) == {("a", "e"), ("e", "a")}


def test_causes_are_ranked_by_what_they_move() -> None:
    denied = effect("e", "mill", 0.9) | {"modality": "denied"}
    assert ranked([effect("a", "mill"), effect("b", "tax"), effect("c", "tax"), denied]) == ["tax", "mill"]

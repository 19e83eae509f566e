"""Which effects a record keeps: of a moved company those from the bar on, and the surest from a lower bar on."""

from __future__ import annotations

import pytest

from pipeline.confidence import logit
from pipeline.document import Effect
from pipeline.sentiment.effects import LEAST_SURE, PERHAPS_MOVED, chosen


def effect(cause: str, confidence: float, moved: float) -> Effect:
    return Effect(
        entity="acme",
        cause=cause,
        direction="negative",
        modality="asserted",
        mechanism="other",
        horizon=None,
        evidence={"start": 0, "end": 4},
        score=confidence,
        method="encoder",
        confidence=confidence,
        features={"moved": logit(moved)},
    )


@pytest.mark.parametrize(
    ("sure", "moved", "least", "kept"),
    [
        (0.9, 0.05, None, []),
        (0.9, 0.05, 0.5, ["tax"]),
        (LEAST_SURE + 0.01, PERHAPS_MOVED + 0.1, None, ["tax"]),
        (LEAST_SURE - 0.01, PERHAPS_MOVED + 0.1, None, []),
        (LEAST_SURE + 0.01, PERHAPS_MOVED - 0.1, None, []),
        (LEAST_SURE + 0.01, PERHAPS_MOVED + 0.1, 0.5, []),
    ],
)
def test_the_surest_effect_of_a_moved_company(sure: float, moved: float, least: float | None, kept: list[str]) -> None:
    found = chosen([effect("ban", 0.01, moved), effect("tax", sure, moved)], least)
    assert [e["cause"] for e in found] == kept

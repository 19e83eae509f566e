"""Scores of passages are gathered by whom they name."""

from __future__ import annotations

import math

import pytest

from pipeline.document import PairScore
from pipeline.encoder.owners import OwnerScores

OWNERS = {("mentions", 0): "acme", ("mentions", 1): "bolt", ("mentions", 2): "acme"}


def pair(subject: int, object_: int, logit: float, modality: int = 0) -> PairScore:
    return PairScore(
        subject=("mentions", subject),
        object=("mentions", object_),
        labels={"acquires": logit},
        modality=[3.0 * (i == modality) for i in range(4)],
        direction=[0.0, 1.0, 0.0],
    )


def test_odds_of_two_passages_add_up() -> None:
    scores = OwnerScores([pair(0, 1, -2.0), pair(2, 1, -2.0)], OWNERS)
    odds = 2 * math.exp(-2.0)
    assert scores.probability("acquires", ("acme", "bolt")) == pytest.approx(odds / (1 + odds))
    assert scores.probability("acquires", ("bolt", "acme")) == 0.0


def test_the_passage_that_says_it_decides_how_surely() -> None:
    scores = OwnerScores([pair(0, 1, 3.0, modality=1), pair(2, 1, -3.0, modality=3)], OWNERS)
    assert scores.modality("acquires", ("acme", "bolt")) == "planned"
    assert scores.best("acquires", ("acme", "bolt"))["subject"] == ("mentions", 0)
    assert max(scores.direction_logits(("acme", "bolt"))) > 0


def test_mentions_of_one_owner_are_no_pair() -> None:
    assert list(OwnerScores([pair(0, 2, 3.0)], OWNERS).ends()) == []

"""The probability that a part of a record is right, from the score that its stage gave it.

Scores are no probabilities. Lines in logits (Platt 1999), fitted on annotated articles that were not trained on, make
them so; `equitrace calibrate` writes them to `models/confidence.json`.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from typing import Literal

from pipeline.paths import models

#: What has a confidence; relations and effects that a rule tells have no score, so that all of them have one value.
Part = Literal["entity", "project", "relation", "relation by rule", "effect", "effect by rule"]
PARTS: tuple[Part, ...] = ("entity", "project", "relation", "relation by rule", "effect", "effect by rule")
#: Slope and intercept.
Line = tuple[float, float]
_EDGE = 0.001


def calibrated(part: Part, score: float = 0.5) -> float | None:
    """The probability, rounded to 3 digits; null for a part that was never calibrated.

    Args:
        score: of the stage, from 0 to 1; left out for what a rule tells.
    """
    line = lines().get(part)
    return None if line is None else round(moved(score, line), 3)


def moved(score: float, line: Line) -> float:
    """A score on a line.

    >>> moved(0.5, (1.0, 0.0))
    0.5
    """
    slope, intercept = line
    return 1 / (1 + math.exp(-(slope * logit(score) + intercept)))


def logit(score: float) -> float:
    """Log odds of a score, which is kept off 0 and 1."""
    inside = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(inside / (1 - inside))


@lru_cache(maxsize=1)
def lines() -> dict[str, Line]:
    """The line of each part that was calibrated."""
    read = json.loads(models("confidence.json").read_text(encoding="utf-8"))
    return {part: (line["slope"], line["intercept"]) for part, line in read["parts"].items()}

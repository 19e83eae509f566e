"""The probability that a part of a record is right, from what its stage saw of it.

Scores of stages are no probabilities. A logistic regression a kind of part, fitted on annotated articles that were not
trained on, makes them so (Platt 1999, with more than the score); `equitrace calibrate` writes them to
`models/confidence.json`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.paths import models

#: What has a confidence.
Part = Literal["entity", "project", "relation", "effect"]
PARTS: tuple[Part, ...] = ("entity", "project", "relation", "effect")
#: What a stage saw of a part, by name; what is not there is 0.
Features = dict[str, float]
_EDGE = 0.001


class Regression(NamedTuple):
    """Weights of features in log odds; a feature without a weight says nothing."""

    intercept: float
    weights: dict[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Log odds that a part is right.

        >>> Regression(-1.0, {"score": 2.0}).log_odds({"score": 1.5, "unknown": 9.0})
        2.0
        """
        return self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())


def confidence(part: Part, features: Mapping[str, float]) -> float:
    """The probability that a part is right, rounded to 3 digits."""
    return round(sigmoid(table().regressions[part].log_odds(features)), 3)


def bar(part: Part, least: float | None) -> float:
    """The confidence from which on a part is told: what a user asks for, else what is best on average.

    Args:
        least: of a user, null for the bar that was chosen for the best F1.
    """
    return table().bars.get(part, 0.0) if least is None else least


class Table(NamedTuple):
    """What `models/confidence.json` holds."""

    regressions: dict[Part, Regression]
    bars: dict[Part, float]


@lru_cache(maxsize=1)
def table() -> Table:
    """Regressions and bars that come with the package, read once."""
    read = json.loads(models("confidence.json").read_text(encoding="utf-8"))
    parts = {part: Regression(read["parts"][part]["intercept"], read["parts"][part]["weights"]) for part in PARTS}
    return Table(parts, read["bars"])


def logit(score: float) -> float:
    """Log odds of a score, which is kept off 0 and 1.

    >>> logit(0.5)
    0.0
    """
    inside = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(inside / (1 - inside))


def sigmoid(x: float) -> float:
    """Probability of log odds.

    >>> sigmoid(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-max(x, -500.0)))

"""Scores of a run with their intervals, from the counts of its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.evaluation.bootstrap import (
    LEVEL,
    RESAMPLES,
    SEED,
    Counts,
    f1,
    interval,
    mean_over_classes,
    precision,
    recall,
    resample_weights,
)
from pipeline.evaluation.tally import Finding, Key, Measure, Sheet, Tally

if TYPE_CHECKING:
    import pandas as pd

Name = tuple[str, str]


@dataclass(frozen=True)
class Figure:
    """A figure from 0 to 1 with its 95% interval; null where it is undefined (nothing to find and nothing found)."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Score:
    """One score. `value` is F1, accuracy or macro F1, as `measure` says; precision and recall go with F1 only.

    `gold` counts what was to be found, `predicted` what was found, `hits` what of it is right; of an accuracy, `gold`
    counts the decisions.
    """

    layer: str
    name: str
    measure: Measure
    value: Figure
    precision: Figure | None
    recall: Figure | None
    hits: int
    predicted: int
    gold: int


@dataclass(frozen=True)
class Report:
    """Scores and findings over the articles of a gold folder.

    Attributes:
        sheets: counts and findings by the stem of the article, sorted.
        layers: the layers that were scored, in their order.
        without_record: stems of gold articles for which the run gave no record; their gold counts as missed.
    """

    sheets: Mapping[str, Sheet]
    layers: tuple[str, ...]
    without_record: tuple[str, ...]

    @cached_property
    def scores(self) -> tuple[Score, ...]:
        """Every score, by layer."""
        weights = resample_weights(len(self.sheets))
        scores = [self._score(key, weights) for key in self._keys]
        for name in self._averages:
            scores.append(self._average(name, weights))
        order = {layer: i for i, layer in enumerate(self.layers)}
        return tuple(sorted(scores, key=lambda s: order[s.layer]))

    @property
    def findings(self) -> list[Finding]:
        """Every miss and every wrong find, by layer, then cause, then article."""
        order = {layer: i for i, layer in enumerate(self.layers)}
        found = (f for sheet in self.sheets.values() for f in sheet.findings)
        return sorted(found, key=lambda f: (order[f.layer], f.cause, f.kind, f.article))

    def score(self, layer: str, name: str) -> Score:
        """One score by name.

        Raises:
            KeyError: there is none of this name.
        """
        for score in self.scores:
            if (score.layer, score.name) == (layer, name):
                return score
        raise KeyError(f"{layer}: {name}")

    def resampled(self, weights: Counts) -> dict[Name, Counts]:
        """Value of every score in every resample."""
        values = {key[:2]: f1(self._resampled_counts(key, weights)) for key in self._keys}
        return values | {name: self._average_values(name, weights) for name in self._averages}

    def to_frame(self) -> pd.DataFrame:
        """One row a score; undefined figures are NaN."""
        import pandas as pd

        return pd.DataFrame([_flat(score) for score in self.scores])

    def to_dict(self) -> dict[str, Any]:
        """Everything but the findings, ready for JSON."""
        return {
            "articles": len(self.sheets),
            "without_record": list(self.without_record),
            "bootstrap": {"resamples": RESAMPLES, "seed": SEED, "level": LEVEL, "unit": "article"},
            "scores": [asdict(score) for score in self.scores],
        }

    @cached_property
    def _keys(self) -> tuple[Key, ...]:
        return tuple(dict.fromkeys(key for sheet in self.sheets.values() for key in sheet.tallies))

    @cached_property
    def _averages(self) -> tuple[Name, ...]:
        return tuple(dict.fromkeys((key.layer, key.average) for key in self._keys if key.average))

    @cached_property
    def _counts(self) -> dict[Key, Counts]:
        sheets = self.sheets.values()
        return {k: np.array([s.tallies.get(k, Tally()) for s in sheets], dtype=np.float64) for k in self._keys}

    def _resampled_counts(self, key: Key, weights: Counts) -> Counts:
        return np.asarray(weights @ self._counts[key])

    def _average_values(self, name: Name, weights: Counts) -> Counts:
        classes = [key for key in self._keys if (key.layer, key.average) == name]
        return mean_over_classes(np.stack([f1(self._resampled_counts(k, weights)) for k in classes], axis=-1))

    def _score(self, key: Key, weights: Counts) -> Score:
        total, resampled = self._counts[key].sum(axis=0), self._resampled_counts(key, weights)
        is_f1 = key.measure == "f1"
        hits, predicted, gold = (int(n) for n in total)
        return Score(
            layer=key.layer,
            name=key.name,
            measure=key.measure,
            value=self._figure(f1(total), f1(resampled)),
            precision=self._figure(precision(total), precision(resampled)) if is_f1 else None,
            recall=self._figure(recall(total), recall(resampled)) if is_f1 else None,
            hits=hits,
            predicted=predicted,
            gold=gold,
        )

    def _average(self, name: Name, weights: Counts) -> Score:
        whole = self._average_values(name, np.ones((1, len(self.sheets))))[0]
        classes = [self._counts[key].sum(axis=0) for key in self._keys if (key.layer, key.average) == name]
        hits, predicted, gold = (int(n) for n in np.sum(classes, axis=0))
        value = self._figure(whole, self._average_values(name, weights))
        return Score(*name, "macro_f1", value, None, None, hits, predicted, gold)

    def _figure(self, value: Any, resampled: Counts) -> Figure:
        number = float(value)
        return Figure(None if np.isnan(number) else number, *interval(resampled, len(self.sheets)))


def _flat(score: Score) -> dict[str, Any]:
    row: dict[str, Any] = {"layer": score.layer, "score": score.name, "measure": score.measure}
    for name in ("value", "precision", "recall"):
        figure: Figure | None = getattr(score, name)
        row |= {
            name: figure.value if figure else None,
            f"{name}_low": figure.low if figure else None,
            f"{name}_high": figure.high if figure else None,
        }
    return row | {"hits": score.hits, "predicted": score.predicted, "gold": score.gold}

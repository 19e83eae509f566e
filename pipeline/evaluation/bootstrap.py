"""Bootstrap over articles: resamples of count vectors, intervals and the paired test.

Percentile intervals and tests as in Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 16;
paired resampling of documents as in Koehn, Statistical Significance Tests for Machine Translation Evaluation (2004).
"""

from __future__ import annotations

import warnings
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

RESAMPLES = 1_000
SEED = 20_260_212
LEVEL = 0.95
Counts = npt.NDArray[np.float64]


class Interval(NamedTuple):
    """Bounds of an interval of 95%; both null where fewer than two articles, or no resample, define the figure."""

    low: float | None
    high: float | None


def resample_weights(articles: int, resamples: int = RESAMPLES, seed: int = SEED) -> Counts:
    """How often each article is drawn in each resample, of shape (resamples, articles).

    >>> resample_weights(3, 2).sum(axis=1).tolist()
    [3.0, 3.0]
    """
    generator = np.random.default_rng(seed)
    return generator.multinomial(articles, np.full(articles, 1 / articles), size=resamples).astype(np.float64)


def interval(values: Counts, articles: int) -> Interval:
    """Percentile interval of a figure's values in resamples; resamples in which it is undefined are left out."""
    defined = values[~np.isnan(values)]
    if articles < 2 or not defined.size:
        return Interval(None, None)
    low, high = np.percentile(defined, [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    return Interval(float(low), float(high))


def p_value(differences: Counts) -> float | None:
    """Two-sided p of a difference: twice the smaller share of resamples at or beyond zero, never 0; null if undefined.

    >>> p_value(np.array([0.1] * 999)), p_value(np.array([0.0] * 999))
    (0.002, 1.0)
    """
    defined = differences[~np.isnan(differences)]
    if not defined.size:
        return None
    beyond = min(int((defined <= 0).sum()), int((defined >= 0).sum()))
    return min(1.0, 2 * (beyond + 1) / (defined.size + 1))


def ratio(part: Counts, whole: Counts) -> Counts:
    """Elementwise quotient, NaN where the whole is zero."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def precision(counts: Counts) -> Counts:
    """Precision of counts whose last axis is (hits, predicted, gold)."""
    return ratio(counts[..., 0], counts[..., 1])


def recall(counts: Counts) -> Counts:
    """Recall of counts whose last axis is (hits, predicted, gold); of an accuracy, the accuracy."""
    return ratio(counts[..., 0], counts[..., 2])


def f1(counts: Counts) -> Counts:
    """F1 of counts whose last axis is (hits, predicted, gold); 0 where one side is empty, NaN where both are.

    >>> f1(np.array([[1.0, 2.0, 2.0], [0.0, 0.0, 3.0]])).tolist()
    [0.5, 0.0]
    """
    return ratio(2 * counts[..., 0], counts[..., 1] + counts[..., 2])


def mean_over_classes(values: Counts) -> Counts:
    """Mean along the last axis over classes in which the figure is defined, NaN if it is in none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # numpy warns of a mean of nothing, which is NaN here
        return np.asarray(np.nanmean(values, axis=-1))

from __future__ import annotations

import numpy as np

from pipeline.evaluation.bootstrap import (
    f1,
    interval,
    mean_over_classes,
    p_value,
    precision,
    recall,
    resample_weights,
)


def test_weights_are_seeded_and_draw_as_many_as_there_are() -> None:
    weights = resample_weights(7)
    assert weights.shape == (1_000, 7)
    assert np.array_equal(weights, resample_weights(7))
    assert set(weights.sum(axis=1)) == {7.0}
    assert np.allclose(weights.mean(axis=0), 1, atol=0.15)


def test_figures_by_hand() -> None:
    counts = np.array([[2.0, 4.0, 8.0], [0.0, 3.0, 0.0], [0.0, 0.0, 5.0], [0.0, 0.0, 0.0]])
    assert precision(counts).tolist()[:2] == [0.5, 0.0]
    assert recall(counts).tolist()[0] == 0.25
    assert np.allclose(f1(counts)[:3], [1 / 3, 0, 0])
    assert np.isnan(precision(counts)[2:]).all()
    assert np.isnan(f1(counts)[3])


def test_interval_is_that_of_the_binomial_for_one_decision_an_article() -> None:
    """100 articles, 80 right: normal approximation gives 0.80 ± 1.96 · 0.04."""
    right = np.array([1.0] * 80 + [0.0] * 20)
    low, high = interval(resample_weights(100) @ right / 100, 100)
    assert low is not None
    assert high is not None
    assert abs(low - 0.722) < 0.015
    assert abs(high - 0.878) < 0.015


def test_no_interval_from_one_article_or_from_nothing_defined() -> None:
    assert interval(np.ones(10), 1) == (None, None)
    assert interval(np.full(10, np.nan), 5) == (None, None)


def test_p_of_no_difference_is_one_and_of_a_sure_one_small() -> None:
    assert p_value(np.zeros(1_000)) == 1.0
    assert p_value(np.full(1_000, -0.2)) == 2 / 1_001
    assert p_value(np.array([-1.0, 1.0] * 500)) == 1.0
    assert p_value(np.full(5, np.nan)) is None


def test_macro_average_leaves_out_absent_classes() -> None:
    assert mean_over_classes(np.array([[1.0, np.nan, 0.5], [np.nan] * 3])).tolist()[0] == 0.75

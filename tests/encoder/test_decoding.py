"""The best path is the best of all allowed ones."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from pipeline.encoder.decoding import best_path, spans_of


def is_allowed(path: tuple[int, ...]) -> bool:
    before = (0, *path)
    return all(tag == 0 or tag % 2 or last in (tag, tag - 1) for last, tag in zip(before, path, strict=False))


@pytest.mark.parametrize("seed", range(20))
def test_as_good_as_trying_all(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    paths = [p for p in itertools.product(range(5), repeat=5) if is_allowed(p)]
    best = max(paths, key=lambda p: sum(float(scores[i, t]) for i, t in enumerate(p)))
    assert tuple(best_path(scores).tolist()) == best


def test_spans_end_where_the_next_begins() -> None:
    assert spans_of(np.array([1, 2, 1, 0, 3, 4, 4])) == [(0, 2, 0), (2, 3, 0), (4, 7, 1)]

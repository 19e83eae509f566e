"""Tags to spans: the best path through scores of BIO tags."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_NEVER = np.float32(-1e4)


@lru_cache(maxsize=8)
def _transitions(types: int) -> Floats:
    """Scores of a tag behind a tag: an inside tag stands behind a tag of its own type only. Shape (tags, tags)."""
    count = 1 + 2 * types
    scores = np.zeros((count, count), np.float32)
    for kind in range(types):
        inside = 2 + 2 * kind
        scores[:, inside] = _NEVER
        scores[inside - 1 : inside + 1, inside] = 0
    return scores


@lru_cache(maxsize=8)
def _transitions_within(types: int) -> Floats:
    """The same inside of a word: outside stays outside, and a name goes on. Shape (tags, tags)."""
    count = 1 + 2 * types
    scores = np.full((count, count), _NEVER)
    scores[0, 0] = 0
    for inside in range(2, count, 2):
        scores[inside - 1 : inside + 1, inside] = 0
    return scores


def best_path(scores: Floats, continues: npt.NDArray[np.bool_] | None = None) -> npt.NDArray[np.int64]:
    """The best allowed sequence of tags (Viterbi).

    Args:
        scores: logits or log-probabilities, shape (pieces, tags), tags O, B-, I- of each type in turn.
        continues: of each piece, whether it goes on a word, at whose boundaries alone a name may begin or end.

    Returns:
        Tags, shape (pieces,).

    >>> best_path(np.array([[0, 1, 3], [0, 0, 2]], np.float32)).tolist()
    [1, 2]
    >>> best_path(np.array([[0, 3, 0], [2, 0, 0]], np.float32), np.array([False, True])).tolist()
    [1, 2]
    """
    length, count = scores.shape
    types = (count - 1) // 2
    between, within = _transitions(types), _transitions_within(types)
    back = np.zeros((length, count), np.int64)
    total = scores[0].copy()
    total[2::2] += _NEVER
    for at in range(1, length):
        reached = total[:, None] + (within if continues is not None and continues[at] else between)
        back[at] = reached.argmax(axis=0)
        total = reached.max(axis=0) + scores[at]
    path = np.zeros(length, np.int64)
    path[-1] = total.argmax()
    for at in range(length - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path


def spans_of(path: npt.NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Start, end (exclusive) and type of the spans of a sequence of tags.

    >>> spans_of(np.array([0, 1, 2, 3, 0]))
    [(1, 3, 0), (3, 4, 1)]
    """
    found: list[tuple[int, int, int]] = []
    for at, tag in enumerate(path.tolist()):
        if tag and tag % 2:
            found.append((at, at + 1, (tag - 1) // 2))
        elif tag:
            start, _, kind = found[-1]
            found[-1] = (start, at + 1, kind)
    return found

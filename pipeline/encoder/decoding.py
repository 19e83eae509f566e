"""Tags to spans: the best path through scores of BIO tags."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_NEVER = np.float32(-1e4)


@lru_cache(maxsize=8)
def _transitions(types: tuple[int, ...], within: bool) -> Floats:
    """Scores of a tag behind a tag, layers side by side, of so many types each: no layer goes over into another.

    An inside tag stands behind a tag of its own type only; within a word outside stays outside, and a name goes on.
    Shape (tags, tags).
    """
    blocks = [_transitions_of(count, within) for count in types]
    ends = np.cumsum([len(block) for block in blocks])
    scores = np.full((ends[-1], ends[-1]), -np.inf, np.float32)
    for block, end in zip(blocks, ends, strict=True):
        scores[end - len(block) : end, end - len(block) : end] = block
    return scores


def _transitions_of(types: int, within: bool) -> Floats:
    """Transitions of one layer."""
    count = 1 + 2 * types
    scores = np.full((count, count), _NEVER if within else 0, np.float32)
    scores[0, 0] = 0
    for inside in range(2, count, 2):
        scores[:, inside] = _NEVER
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
    return best_paths([scores], continues)[0]


def best_paths(layers: Sequence[Floats], continues: npt.NDArray[np.bool_] | None = None) -> list[npt.NDArray[np.int64]]:
    """The best path of each layer over the same pieces, all in one pass; layers do not see each other."""
    scores = np.concatenate(layers, axis=1)
    length, count = scores.shape
    types = tuple((layer.shape[1] - 1) // 2 for layer in layers)
    between, inner = _transitions(types, False).T.copy(), _transitions(types, True).T.copy()
    inside = [False] * length if continues is None else continues.tolist()
    back = np.zeros((length, count), np.int64)
    every = np.arange(count)
    ends = np.cumsum([layer.shape[1] for layer in layers]).tolist()
    total = scores[0].copy()
    for layer, end in zip(layers, ends, strict=True):
        total[end - layer.shape[1] : end][2::2] += _NEVER
    for at in range(1, length):
        reached = total + (inner if inside[at] else between)
        back[at] = best = reached.argmax(axis=1)
        total = reached[every, best] + scores[at]
    return [
        _traced(back[:, end - layer.shape[1] : end] - (end - layer.shape[1]), total[end - layer.shape[1] : end])
        for layer, end in zip(layers, ends, strict=True)
    ]


def _traced(back: npt.NDArray[np.int64], total: Floats) -> npt.NDArray[np.int64]:
    """The path that ends best, from the tags that each tag was best reached from."""
    steps = back.tolist()
    tag = int(total.argmax())
    path = [tag]
    for at in range(len(steps) - 1, 0, -1):
        tag = steps[at][tag]
        path.append(tag)
    return np.array(path[::-1], np.int64)


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

"""Noise keeps windows well-formed, and does to them what its shares say."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="extra `train`")

import torch

from pipeline.training.noise import Noise
from pipeline.training.tensors import WindowTensors

MASK = 999


def window(length: int = 60) -> WindowTensors:
    starts = list(range(1, length - 3, 3))
    return WindowTensors(
        ids=torch.arange(length),
        known=torch.tensor([1, 2, 0, 5, 6, 7] * (length // 6)),
        sentences=torch.arange(length) // 10,
        tags={},
        starts=starts,
        ends=[s + 2 for s in starts],
        types=[0] * len(starts),
        owners=list(range(len(starts))),
        surfaces=["x"] * len(starts),
    )


def test_without_shares_only_made_up_spans_are_added() -> None:
    given = window()
    noisy = Noise(0, 0, 0, 0, MASK).on(given, 100, random.Random(1))
    known = len(given.starts)
    assert (noisy.starts[:known], noisy.ends[:known]) == (given.starts, given.ends)
    assert noisy.owners[known:] == [100, 101, 102]
    assert torch.equal(noisy.ids, given.ids)
    assert torch.equal(noisy.known, given.known)


def test_made_up_spans_of_two_windows_are_of_different_owners() -> None:
    first, second = Noise(0, 0, 0, 0, MASK).on_all([window(), window()], 100, random.Random(1))
    assert not {o for o in first.owners if o >= 100} & {o for o in second.owners if o >= 100}


def test_all_spans_can_be_left_out() -> None:
    assert Noise(1, 0, 0, 0, MASK).on(window(), 100, random.Random(1)).owners == [100, 101, 102]


def test_moved_spans_are_off_by_one_piece_and_never_empty() -> None:
    given = window()
    noisy = Noise(0, 1, 0, 0, MASK).on(given, 100, random.Random(2))
    off = [
        abs(a - c) + abs(b - d) for a, b, c, d in zip(given.starts, given.ends, noisy.starts, noisy.ends, strict=False)
    ]
    assert set(off) <= {0, 1}
    assert sum(off) > len(off) / 2
    assert all(0 < s < e < 60 for s, e in zip(noisy.starts, noisy.ends, strict=True))


def test_every_second_window_hides_pieces_but_no_special_one() -> None:
    generator = random.Random(3)
    given = window()
    hidden = [(Noise(0, 0, 0.2, 0, MASK).on(given, 100, generator).ids == MASK).sum().item() for _ in range(200)]
    assert 60 < sum(n > 0 for n in hidden) < 140
    ids = Noise(0, 0, 1.0, 0, MASK)._masked(given.ids, random.Random(2))
    assert (ids[0], ids[-1]) == (0, 59)
    assert torch.equal(given.ids, torch.arange(60)), "the window itself stays"


def test_a_short_window_gets_no_made_up_spans() -> None:
    assert len(Noise(0, 0, 0, 0, MASK).on(window(10), 100, random.Random(1)).starts) == len(window(10).starts)


def test_known_names_are_forgotten_whole() -> None:
    generator = random.Random(5)
    given = window()
    all_left_out = some_left_out = 0
    for _ in range(50):
        known = Noise(0, 0, 0, 0.3, MASK).on(given, 100, generator).known
        assert set(zip(known[0::6].tolist(), known[1::6].tolist(), strict=True)) <= {(1, 2), (0, 0)}
        assert set(zip(known[3::6].tolist(), known[4::6].tolist(), strict=True)) <= {(5, 6), (0, 0)}
        assert set(known[5::6].tolist()) <= {0, 7}
        left = int((known > 0).sum())
        all_left_out += left == 0
        some_left_out += 0 < left < int((given.known > 0).sum())
    assert 5 < all_left_out < 30
    assert some_left_out > 10
    assert not Noise(0, 0, 0, 1, MASK).on(given, 100, generator).known.any()

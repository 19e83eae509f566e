"""Noise on training windows: heads meet what a tagger does to spans; no name hangs on one word or on the tables."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from pipeline.encoder.known_names import beginnings
from pipeline.training.tensors import WindowTensors

#: Made-up spans a window, which have no relation to anything, as a tagger's mistakes will have none.
_MADE_UP = 3
_TYPES = tuple(range(8))


@dataclass(frozen=True)
class Noise:
    """How much of it.

    Attributes:
        dropped: share of gold spans left out of pairs, as a tagger misses some.
        moved: share of gold spans whose beginning or end is off by one piece, as a tagger's are.
        masked: share of the pieces of every second window that are hidden.
        forgotten: share of windows whose known names are all left out, and, in the other windows, of names left out.
        mask: id of the piece that hides another.
    """

    dropped: float
    moved: float
    masked: float
    forgotten: float
    mask: int

    def on_all(self, windows: Sequence[WindowTensors], owners: int, generator: random.Random) -> list[WindowTensors]:
        """Noisy copies of the windows of an article; every made-up span has an owner of its own, from `owners` on."""
        return [self.on(window, owners + _MADE_UP * n, generator) for n, window in enumerate(windows)]

    def on(self, window: WindowTensors, owners: int, generator: random.Random) -> WindowTensors:
        """A noisy copy of a window; made-up spans have owners from `owners` on."""
        keep = [i for i in range(len(window.starts)) if generator.random() >= self.dropped]
        places = [self._moved(window.starts[i], window.ends[i], len(window.ids), generator) for i in keep]
        made_up = _made_up(len(window.ids), owners, generator)
        return replace(
            window,
            ids=self._masked(window.ids, generator),
            known=self._remembered(window.known, generator),
            starts=[start for start, _ in places] + [m[0] for m in made_up],
            ends=[end for _, end in places] + [m[1] for m in made_up],
            types=[window.types[i] for i in keep] + [m[2] for m in made_up],
            owners=[window.owners[i] for i in keep] + [m[3] for m in made_up],
            surfaces=[window.surfaces[i] for i in keep] + ["" for _ in made_up],
        )

    def _moved(self, start: int, end: int, length: int, generator: random.Random) -> tuple[int, int]:
        if generator.random() >= self.moved:
            return start, end
        first, last = generator.choice([(start - 1, end), (start + 1, end), (start, end - 1), (start, end + 1)])
        return (first, last) if 0 < first < last < length else (start, end)

    def _masked(self, ids: Tensor, generator: random.Random) -> Tensor:
        if not self.masked or generator.random() < 0.5:
            return ids
        hidden = [i for i in range(1, len(ids) - 1) if generator.random() < self.masked]
        ids = ids.clone()
        ids[hidden] = self.mask
        return ids

    def _remembered(self, known: Tensor, generator: random.Random) -> Tensor:
        """Codes of fewer names, so that none is found only because the tables have it."""
        if generator.random() < self.forgotten:
            return torch.zeros_like(known)
        names = torch.isin(known, torch.tensor(beginnings())).cumsum(0)
        left = torch.tensor([int(generator.random() >= self.forgotten) for _ in range(int(names.max()) + 1)])
        return known * left[names]


def _made_up(length: int, owners: int, generator: random.Random) -> list[tuple[int, int, int, int]]:
    """Start, end, type and owner of spans anywhere in a window that has room for them."""
    found = []
    for number in range(_MADE_UP if length > 12 else 0):
        start = generator.randrange(1, length - 6)
        found.append((start, start + generator.randint(1, 5), generator.choice(_TYPES), owners + number))
    return found

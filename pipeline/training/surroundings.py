"""How two spans of an article stand to each other beside their distance: sentences, and like spans between them."""

from __future__ import annotations

import torch
from torch import Tensor, nn

#: Sentences apart that are told apart, before and behind.
SENTENCES = 4
#: Spans between two that are told apart.
BETWEEN = 5


class Surroundings(nn.Module):
    """What speaks for a pair by its place: whether another place, sum or company stands nearer.

    It adds nothing until it has learned: its weights begin at zero.

    Args:
        types: number of types of spans.
        width: of the representation of a pair.
    """

    def __init__(self, types: int, width: int) -> None:
        super().__init__()
        self.types = types
        self.sentences = nn.Embedding(2 * SENTENCES + 1, width)
        self.like_subject = nn.Embedding(BETWEEN + 1, width)
        self.like_object = nn.Embedding(BETWEEN + 1, width)
        for part in (self.sentences, self.like_subject, self.like_object):
            nn.init.zeros_(part.weight)

    def forward(self, start: Tensor, type_: Tensor, sentence: Tensor, subject: Tensor, object_: Tensor) -> Tensor:
        """Of each pair, (pairs, width).

        Args:
            start, type_, sentence: of the spans, int64 (spans,).
            subject, object_: indexes of spans, int64 (pairs,).
        """
        apart = (sentence[object_] - sentence[subject]).clamp(-SENTENCES, SENTENCES) + SENTENCES
        kinds = (type_.unsqueeze(-1) == torch.arange(self.types, device=type_.device)).to(torch.float32)
        before = (start.unsqueeze(0) < start.unsqueeze(1)).to(torch.float32) @ kinds
        found: Tensor = (
            self.sentences(apart)
            + self.like_subject(_between(before, type_[subject], subject, object_))
            + self.like_object(_between(before, type_[object_], subject, object_))
        )
        return found


def _between(before: Tensor, type_: Tensor, subject: Tensor, object_: Tensor) -> Tensor:
    """Number of spans of a type from the first of a pair to the second, int64 (pairs,), up to `BETWEEN`.

    Args:
        before: spans of each type before each span, (spans, types).
    """
    pick = type_.unsqueeze(-1)
    first, second = before[subject].gather(1, pick), before[object_].gather(1, pick)
    return (first - second).abs().squeeze(-1).to(torch.int64).clamp(max=BETWEEN)

"""Layers in which the spans of an article see each other before pairs of them are scored."""

from __future__ import annotations

import torch
from torch import Tensor, nn

#: Distances between the beginnings of two spans, in pieces, that share an embedding up to the next bound.
DISTANCES = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233)
#: Number of signed distances that are told apart.
BUCKETS = 2 * len(DISTANCES) + 2


def distance(pieces: Tensor) -> Tensor:
    """Index of a signed distance, below `BUCKETS`; same shape as `pieces`."""
    bounds = torch.tensor(DISTANCES, device=pieces.device)
    size = (pieces.abs().unsqueeze(-1) >= bounds).sum(-1)
    return torch.where(pieces < 0, size + len(DISTANCES) + 1, size)


class Interaction(nn.Module):
    """One transformer layer over spans: pre-norm (Xiong et al. 2020), with a bias for distances (Raffel et al. 2020).

    What a neighbour in a list, the whole of a part or another name of the same company tells of a span reaches it
    here. A new layer changes nothing until it has learned: what it adds begins at zero.

    Args:
        width: of the representation of a span.
        heads: of attention; a divisor of `width`.
    """

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.before = nn.LayerNorm(width)
        self.mixed = nn.Linear(width, 3 * width)
        self.joined = nn.Linear(width, width)
        self.bias = nn.Embedding(BUCKETS, heads)
        self.between = nn.LayerNorm(width)
        self.wide = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)
        self.dropout = nn.Dropout(dropout)
        for added in (self.joined, self.narrow):
            nn.init.zeros_(added.weight)
            nn.init.zeros_(added.bias)
        nn.init.zeros_(self.bias.weight)

    def forward(self, spans: Tensor, apart: Tensor) -> Tensor:
        """Spans of one article that have seen each other, (spans, width).

        Args:
            spans: (spans, width).
            apart: indexes of the distances from each span to each, (spans, spans).
        """
        width = spans.shape[1] // self.heads
        mixed = self.mixed(self.before(spans)).reshape(-1, 3, self.heads, width)
        query, key, value = mixed.permute(1, 2, 0, 3)
        scores = query @ key.transpose(-1, -2) / width**0.5 + self.bias(apart).permute(2, 0, 1)
        seen = (self.dropout(scores.softmax(-1)) @ value).transpose(0, 1).reshape(-1, self.heads * width)
        spans = spans + self.dropout(self.joined(seen))
        wide = nn.functional.gelu(self.wide(self.between(spans)))
        added: Tensor = self.dropout(self.narrow(wide))
        return spans + added

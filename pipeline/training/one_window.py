"""The tagger as it is exported: one window, no padding, attention as one operator of onnxruntime."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import Tensor, nn

from pipeline.training.model import Tagger


class OneWindow(nn.Module):
    """A tagger of windows of one length, which need no mask.

    The mask that `transformers` makes costs a fifth of the time of a window, attention step by step another twentieth;
    onnxruntime's own operator works through blocks that stay in the cache.
    """

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        tagger = copy.deepcopy(tagger)
        self.encoder = tagger.encoder
        self.layers = tagger.layers
        self.tone = tagger.tone
        for layer in self.encoder.encoder.layer:
            layer.attention.self = Attention(layer.attention.self)  # type: ignore[union-attr, arg-type]

    def forward(self, ids: Tensor, known: Tensor) -> tuple[Tensor, ...]:
        """What `Tagger` gives for windows without padding."""
        hidden = self.encoder.embeddings(input_ids=ids, token_type_ids=known)
        for layer in self.encoder.encoder.layer:
            hidden = layer(hidden)
        return (hidden, *(layer(hidden) for layer in self.layers.values()), self.tone(hidden.mean(1)))


class Attention(nn.Module):
    """Self-attention with the weights of a `BertSelfAttention`."""

    def __init__(self, trained: nn.Module) -> None:
        super().__init__()
        self.query, self.key, self.value = trained.query, trained.key, trained.value
        self.heads = int(trained.num_attention_heads)  # type: ignore[arg-type]

    def forward(self, hidden: Tensor, *_: Any, **__: Any) -> tuple[Tensor, None]:
        """Context of each piece; the mask and the like are not looked at."""
        states = (self.query(hidden), self.key(hidden), self.value(hidden))  # type: ignore[operator]
        return _MultiHead.apply(*states, self.heads), None  # type: ignore[no-untyped-call]


class _MultiHead(torch.autograd.Function):
    """Attention over (windows, pieces, width), `MultiHeadAttention` in the graph."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        shape = (*query.shape[:2], heads, -1)
        query, key, value = (t.reshape(shape).transpose(1, 2) for t in (query, key, value))
        return nn.functional.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())

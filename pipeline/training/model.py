"""The multi-task encoder in PyTorch: tag layers over pieces, attributes of spans, labels of pairs of spans."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from pipeline.encoder.known_names import count
from pipeline.encoder.labels import DIRECTIONS, attributes, layers, pair_labels, span_types, tags
from pipeline.ontology import ontology
from pipeline.training.interaction import BUCKETS, Interaction, distance
from pipeline.training.surroundings import Surroundings


@dataclass(frozen=True)
class HeadSizes:
    """Widths of the heads' layers; `interactions` layers of `interaction_heads` heads let spans see each other.

    A span attends to the pieces of its window in `queries` ways of `query` numbers, which give `context` numbers each.
    """

    span: int = 256
    pair: int = 256
    context: int = 128
    query: int = 64
    queries: int = 4
    interactions: int = 2
    interaction_heads: int = 4
    dropout: float = 0.2


class Spans(NamedTuple):
    """Spans of one window; every tensor has shape (spans,). `end` is exclusive."""

    start: Tensor
    end: Tensor
    type: Tensor


class Places(NamedTuple):
    """Where spans of an article stand, (spans,); `start` counts the pieces of all windows, `sentence` sentences."""

    start: Tensor
    type: Tensor
    sentence: Tensor


class PairScores(NamedTuple):
    """Logits of ordered pairs: labels (pairs, labels), modalities (pairs, 4), directions (pairs, 3)."""

    labels: Tensor
    modality: Tensor
    direction: Tensor


class SpanScores(NamedTuple):
    """Logits of spans by attribute, and `direction` (spans, 3), of independent directions."""

    kind: Tensor
    sector: Tensor
    status: Tensor
    direction: Tensor


class Tagger(nn.Module):
    """Encoder with tag layers: everything that is computed once a window."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleDict({name: nn.Linear(width, len(tags(types))) for name, types in layers().items()})
        self.tone = nn.Linear(width, len(ontology().directions))

    def forward(self, ids: Tensor, known: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Hidden states (windows, pieces, width), then logits of each tag layer and of the tone of each window.

        Args:
            ids, known, mask: pieces, their gazetteer features, which the encoder takes as token types, and which are
                there; int64 (windows, pieces).
        """
        hidden = self.encoder(input_ids=ids, token_type_ids=known, attention_mask=mask).last_hidden_state
        dropped = self.dropout(hidden)
        shown = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (dropped * shown).sum(1) / shown.sum(1)
        return (hidden, *(layer(dropped) for layer in self.layers.values()), self.tone(mean))


class SpanReader(nn.Module):
    """Spans as their window shows them: everything about them that needs its pieces."""

    def __init__(self, width: int, sizes: HeadSizes) -> None:
        super().__init__()
        self.span = nn.Linear(2 * width, sizes.span)
        self.kind = nn.Embedding(len(span_types()), sizes.span)
        self.queries = sizes.queries
        self.query = nn.Linear(sizes.span, sizes.queries * sizes.query)
        self.key = nn.Linear(width, sizes.queries * sizes.query)
        self.value = nn.Linear(width, sizes.queries * sizes.context)
        self.pair_value = nn.Linear(width, sizes.context)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(
        self, hidden: Tensor, start: Tensor, end: Tensor, type_: Tensor, subject: Tensor, object_: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Spans (spans, span), what each attends to (spans, queries * context), what pairs attend to (pairs, context).

        What both attend to is the context of a pair (Zhou et al. 2021, localized context pooling).

        Args:
            hidden: states of the window, shape (pieces, width), without padding.
            subject, object_: indexes of spans, int64 (pairs,).
        """
        spans, attention = self._represent(hidden, Spans(start, end, type_))
        context = (attention @ self._split(self.value(hidden))).transpose(0, 1).flatten(1)
        both = (attention[:, subject] * attention[:, object_]).sum(0)
        return spans, context, (both / (both.sum(-1, keepdim=True) + 1e-9)) @ self.pair_value(hidden)

    def _represent(self, hidden: Tensor, spans: Spans) -> tuple[Tensor, Tensor]:
        """Spans (spans, span) and their attention over the pieces (queries, spans, pieces)."""
        total = torch.cat([torch.zeros_like(hidden[:1]), hidden.cumsum(0)])
        length = (spans.end - spans.start).unsqueeze(-1).to(hidden.dtype)
        mean = (total[spans.end] - total[spans.start]) / length
        shape = self.span(torch.cat([mean, hidden[spans.start]], -1))
        represented = self.dropout(nn.functional.gelu(shape) + self.kind(spans.type))
        query, key = self._split(self.query(represented)), self._split(self.key(hidden))
        scores = query @ key.transpose(-1, -2) / query.shape[-1] ** 0.5
        return represented, scores.softmax(-1)

    def _split(self, rows: Tensor) -> Tensor:
        """(rows, queries * width) as (queries, rows, width)."""
        return rows.reshape(-1, self.queries, rows.shape[-1] // self.queries).transpose(0, 1)


class ArticleHeads(nn.Module):
    """Scores of the spans of an article, after they have seen each other across windows, and of ordered pairs."""

    def __init__(self, sizes: HeadSizes) -> None:
        super().__init__()
        context = sizes.queries * sizes.context
        self.situated = nn.Linear(context, sizes.span)
        self.interactions = nn.ModuleList(
            Interaction(sizes.span, sizes.interaction_heads, sizes.dropout) for _ in range(sizes.interactions)
        )
        self.alone = nn.Linear(sizes.span + context, sizes.span)
        values = {**attributes(), "direction": DIRECTIONS}
        self.attributes = nn.ModuleDict({name: nn.Linear(sizes.span, len(v)) for name, v in values.items()})
        self.subject = nn.Linear(sizes.span, sizes.pair)
        self.object = nn.Linear(sizes.span, sizes.pair, bias=False)
        self.subject_gate = nn.Linear(sizes.span, sizes.pair)
        self.object_gate = nn.Linear(sizes.span, sizes.pair)
        self.product = nn.Linear(sizes.pair, sizes.pair, bias=False)
        self.shared = nn.Linear(sizes.context, sizes.pair, bias=False)
        self.distance = nn.Embedding(BUCKETS, sizes.pair)
        self.surroundings = Surroundings(len(span_types()), sizes.pair)
        self.hidden = nn.Linear(sizes.pair, sizes.pair)
        self.dropout = nn.Dropout(sizes.dropout)
        self.labels = nn.Linear(sizes.pair, len(pair_labels()))
        self.modality = nn.Linear(sizes.pair, len(ontology().modalities))
        self.direction = nn.Linear(sizes.pair, len(DIRECTIONS))
        nn.init.zeros_(self.situated.weight)
        nn.init.zeros_(self.situated.bias)
        nn.init.constant_(self.labels.bias, -4.0)
        nn.init.constant_(self.attributes["direction"].bias, -2.0)  # type: ignore[arg-type]

    def forward(
        self,
        spans: Tensor,
        context: Tensor,
        shared: Tensor,
        start: Tensor,
        type_: Tensor,
        sentence: Tensor,
        subject: Tensor,
        object_: Tensor,
    ) -> tuple[Tensor, ...]:
        """Scores of spans, then of pairs, in the order of their tuples.

        Args:
            spans, context: of all windows, as `SpanReader` gives them.
            shared: of the first pairs, those of one window; the others, of spans of two windows, have none.
            subject, object_: indexes of spans, int64 (pairs,).
        """
        places = Places(start, type_, sentence)
        spans = self._interact(spans, context, start)
        near = self.shared(shared)
        far = near.new_zeros(subject.shape[0] - near.shape[0], near.shape[1])
        seen = self._score_pairs(spans, torch.cat([near, far]), places, subject, object_)
        return (*self._score_spans(spans, context), *seen)

    def _interact(self, spans: Tensor, context: Tensor, starts: Tensor) -> Tensor:
        """Spans (spans, span) after they have seen what each attends to, and each other."""
        spans = spans + self.dropout(self.situated(context))
        apart = distance(starts.unsqueeze(0) - starts.unsqueeze(1))
        for layer in self.interactions:
            spans = layer(spans, apart)
        return spans

    def _score_spans(self, spans: Tensor, context: Tensor) -> SpanScores:
        """Attributes of each span in its context."""
        alone = self.dropout(nn.functional.gelu(self.alone(torch.cat([spans, context], -1))))
        return SpanScores(**{name: head(alone) for name, head in self.attributes.items()})

    def _score_pairs(
        self, spans: Tensor, shared: Tensor, places: Places, subject: Tensor, object_: Tensor
    ) -> PairScores:
        product = self.subject_gate(spans)[subject] * self.object_gate(spans)[object_]
        mixed = (
            self.subject(spans)[subject]
            + self.object(spans)[object_]
            + self.product(product)
            + shared
            + self.distance(distance(places.start[object_] - places.start[subject]))
            + self.surroundings(places.start, places.type, places.sentence, subject, object_)
        )
        mixed = self.dropout(nn.functional.gelu(mixed))
        mixed = self.dropout(nn.functional.gelu(self.hidden(mixed))) + mixed
        return PairScores(self.labels(mixed), self.modality(mixed), self.direction(mixed))


class MultiTask(nn.Module):
    """Tagger, reader of spans and heads together.

    Args:
        encoder: a BERT-like encoder.
        sizes: widths of the heads.
    """

    def __init__(self, encoder: BertModel, sizes: HeadSizes | None = None) -> None:
        super().__init__()
        sizes = sizes or HeadSizes()
        self.tagger = Tagger(encoder)
        self.reader = SpanReader(encoder.config.hidden_size, sizes)
        self.heads = ArticleHeads(sizes)

    @classmethod
    def from_start(cls, folder: Path, sizes: HeadSizes | None = None) -> MultiTask:
        """Fresh heads over an encoder saved by `start.make_start` or by transformers."""
        encoder = encoder_of(BertConfig.from_pretrained(folder, type_vocab_size=count()))
        encoder.load_state_dict(_with_known_names(load_file(folder / "model.safetensors")))
        return cls(encoder, sizes)


def _with_known_names(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights with one token-type row for each code of `known_names`, all equal to the first."""
    name = "embeddings.token_type_embeddings.weight"
    return state | {name: state[name][:1].repeat(count(), 1)}


def encoder_of(config: BertConfig) -> BertModel:
    """An encoder with random weights."""
    # drawing random numbers for every attention weight takes longer on a CPU than the attention itself
    config.attention_probs_dropout_prob = 0.0
    config._attn_implementation = "sdpa"
    return BertModel(config, add_pooling_layer=False)

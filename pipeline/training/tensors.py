"""Examples as tensors: pieces with their tags, spans with their owners, ordered pairs of spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from pipeline.encoder.labels import (
    DIRECTIONS,
    ENTITIES,
    SAME,
    allowed_table,
    attributes,
    layers,
    pair_labels,
    span_types,
)
from pipeline.encoder.pairs import far_pairs, near_pairs
from pipeline.encoder.windows import Window
from pipeline.ontology import ontology
from pipeline.training.examples import Example, GoldMention

#: Tag of pieces that say nothing (special pieces, context that another window owns).
IGNORED = -100


@dataclass
class WindowTensors:
    """One window and its gold.

    Attributes:
        known: gazetteer feature of each piece (`encoder.known_names`), int64 (pieces,).
        sentences: index of the sentence of each piece, int64 (pieces,).
        tags: of each layer, int64 (pieces,), `IGNORED` where not to be learned.
        starts, ends, types: of the spans, int64 (spans,).
        owners: index into `ArticleTensors.owners` of each span.
        surfaces: text of each span.
    """

    ids: Tensor
    known: Tensor
    sentences: Tensor
    tags: dict[str, Tensor]
    starts: list[int]
    ends: list[int]
    types: list[int]
    owners: list[int]
    surfaces: list[str]


@dataclass
class ArticleTensors:
    """One article; `facts` are (label, subject, object, modality, direction) by owner index."""

    stem: str
    language: str
    windows: list[WindowTensors]
    owners: list[str]
    owner_types: list[str]
    facts: list[tuple[int, int, int, int | None, int | None]]
    attributes: dict[int, dict[str, int]]
    directions: dict[int, set[str]]
    sentiment: int


def tensors(example: Example) -> ArticleTensors:
    """Tensors of one article."""
    types = {m.owner: m.type for m in example.mentions}
    owners = list(types)
    index = {owner: i for i, owner in enumerate(owners)}
    windows = [_window(w, example, index) for w in example.windows]
    labels = pair_labels()
    vocabulary = ontology()
    facts = [
        (
            labels.index(f.label),
            index[f.subject],
            index[f.object],
            vocabulary.modalities.index(f.modality) if f.modality else None,
            DIRECTIONS.index(f.direction) if f.direction in DIRECTIONS else None,
        )
        for f in example.facts
        if f.subject in index and f.object in index
    ]
    values = attributes()
    return ArticleTensors(
        stem=example.stem,
        language=example.language,
        windows=windows,
        owners=owners,
        owner_types=[types[o] for o in owners],
        facts=facts,
        attributes={
            index[p]: {name: values[name].index(v) for name, v in a.items()}
            for p, a in example.attributes.items()
            if p in index
        },
        directions={index[c]: d for c, d in example.directions.items() if c in index},
        sentiment=vocabulary.directions.index(example.sentiment) if example.sentiment else IGNORED,
    )


def _window(window: Window, example: Example, index: dict[str, int]) -> WindowTensors:
    located = [(m, place) for m in example.mentions for place in window.places(m.start, m.end)]
    kinds = span_types()
    return WindowTensors(
        ids=torch.from_numpy(window.ids.astype(np.int64)),
        known=torch.from_numpy(window.known.astype(np.int64)),
        sentences=torch.from_numpy(window.sentences.astype(np.int64)),
        tags={name: _tags(window, located, types) for name, types in layers().items()},
        starts=[place[0] for _, place in located],
        ends=[place[1] for _, place in located],
        types=[kinds.index(m.type) for m, _ in located],
        owners=[index[m.owner] for m, _ in located],
        surfaces=[example.text[m.start : m.end] for m, _ in located],
    )


def _tags(window: Window, located: list[tuple[GoldMention, tuple[int, int]]], types: tuple[str, ...]) -> Tensor:
    tags = np.where(window.own, 0, IGNORED)
    for mention, (start, end) in located:
        if mention.type in types:
            begin = 1 + 2 * types.index(mention.type)
            keep = window.own[start:end]
            tags[start:end] = np.where(keep, [begin] + [begin + 1] * (end - start - 1), tags[start:end])
    return torch.from_numpy(tags.astype(np.int64))


@dataclass
class SpanTensors:
    """The spans of all windows of an article, one window behind the other; tensors are int64 (spans,).

    Attributes:
        windows: of each span, its window.
        starts: as if the windows stood one behind the other.
        own: whether the span's tags are learned in its window, bool (spans,).
    """

    windows: Tensor
    starts: Tensor
    types: Tensor
    sentences: Tensor
    owners: Tensor
    own: Tensor
    surfaces: list[str]


def spans(windows: list[WindowTensors]) -> SpanTensors:
    """The spans of all windows of an article."""
    before = np.cumsum([0, *(len(w.ids) for w in windows)]).tolist()

    def column(rows: list[list[int]]) -> Tensor:
        return torch.tensor([value for row in rows for value in row], dtype=torch.int64)

    return SpanTensors(
        windows=column([[number] * len(w.starts) for number, w in enumerate(windows)]),
        starts=column([[before[number] + start for start in w.starts] for number, w in enumerate(windows)]),
        types=column([w.types for w in windows]),
        sentences=torch.cat([w.sentences[w.starts] for w in windows]),
        owners=column([w.owners for w in windows]),
        own=torch.cat([w.tags[ENTITIES][w.starts] != IGNORED for w in windows]),
        surfaces=[surface for w in windows for surface in w.surfaces],
    )


class Pairs(NamedTuple):
    """Ordered pairs of spans, int64 (pairs,)."""

    subject: Tensor
    object: Tensor


def near(window: WindowTensors) -> Pairs:
    """Every ordered pair of spans of one window whose types may have a label."""
    types, owners = np.array(window.types, np.int64), np.array(window.owners, np.int64)
    subject, object_ = near_pairs(types)
    # two mentions of one owner can only be the same, which is asked of spans of one type
    asked = (owners[subject] != owners[object_]) | (types[subject] == types[object_])
    return Pairs(torch.from_numpy(subject[asked]), torch.from_numpy(object_[asked]))


def far(given: SpanTensors) -> Pairs:
    """The ordered pairs of spans of two windows that are asked for."""
    subject, object_ = far_pairs(given.types.numpy(), given.windows.numpy(), given.own.numpy())
    return Pairs(torch.from_numpy(subject), torch.from_numpy(object_))


def allowed_labels() -> Tensor:
    """Which labels a pair of types may have, bool (types, types, labels); `same` is left to its own loss."""
    table = torch.tensor(allowed_table())
    table[:, :, pair_labels().index(SAME)] = False
    return table

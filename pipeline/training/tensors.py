"""Examples as tensors: pieces with their tags, spans with their owners, ordered pairs of spans."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.encoder.labels import (
    DIRECTIONS,
    SAME,
    allowed_table,
    attributes,
    layers,
    pair_labels,
    span_types,
    usable_table,
)
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
class Pairs:
    """Ordered pairs of spans in one window."""

    subject: Tensor
    object: Tensor


def pairs(window: WindowTensors) -> Pairs:
    """Every ordered pair of spans whose types may have a label."""
    types = np.array(window.types, np.int64)
    owners = np.array(window.owners, np.int64)
    if not len(types):
        empty = torch.zeros(0, dtype=torch.int64)
        return Pairs(empty, empty)
    table = usable_table()[types[:, None], types[None, :]]
    # two mentions of one owner can only be the same, which is asked of spans of one type
    table &= (owners[:, None] != owners[None, :]) | (types[:, None] == types[None, :])
    np.fill_diagonal(table, False)
    subject, object_ = np.nonzero(table)
    return Pairs(torch.from_numpy(subject), torch.from_numpy(object_))


def allowed_labels() -> Tensor:
    """Which labels a pair of types may have, bool (types, types, labels); `same` is left to its own loss."""
    table = torch.tensor(allowed_table())
    table[:, :, pair_labels().index(SAME)] = False
    return table

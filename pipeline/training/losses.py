"""What is learned from one article: the losses of all tasks, on scores of all its windows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.encoder.labels import DIRECTIONS, SAME, layers, pair_labels, span_types
from pipeline.ontology import ontology
from pipeline.training.model import MultiTask, PairScores, SpanScores
from pipeline.training.tensors import (
    IGNORED,
    ArticleTensors,
    Pairs,
    SpanTensors,
    WindowTensors,
    allowed_labels,
    far,
    near,
    spans,
)

#: Owners of one article, at most; a pair of them is one number.
MOST_OWNERS = 100_000
#: Weight of each task's loss, such that gradients on the encoder are of like size. Before, status, sector, relations
#: and `same` outweighed the tags of names by three to five, and even the names of train were not learned; see
#: models/README.md.
WEIGHTS = {
    "entities": 9.0,
    "projects": 6.0,
    "titles": 8.0,
    "relations": 1.2,
    "same": 0.15,
    "modality": 0.3,
    "effect": 0.4,
    "cause": 0.25,
    "direction": 0.5,
    "kind": 0.3,
    "sector": 0.35,
    "status": 0.25,
    "tone": 0.08,
}


@dataclass
class Scored:
    """Scores of an article: tags by layer (windows, pieces, tags), spans, and pairs of these."""

    tags: dict[str, Tensor]
    tone: Tensor
    given: SpanTensors
    spans: SpanScores
    pairs: PairScores
    indexes: Pairs


def padded(windows: list[WindowTensors], pad: int) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, gazetteer features and mask, int64 (windows, longest)."""
    ids = torch.nn.utils.rnn.pad_sequence([w.ids for w in windows], batch_first=True, padding_value=pad)
    known = torch.nn.utils.rnn.pad_sequence([w.known for w in windows], batch_first=True)
    lengths = torch.tensor([len(w.ids) for w in windows])
    mask = (torch.arange(ids.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)).long()
    return ids, known, mask


def score(model: MultiTask, windows: list[WindowTensors], pad: int) -> Scored:
    """Scores of the windows of one article."""
    hidden, *tags, tone = model.tagger(*padded(windows, pad))
    given = spans(windows)
    parts: list[tuple[Tensor, ...]] = []
    subject, object_ = [], []
    first = 0
    for number, window in enumerate(windows):
        pairs = near(window)
        states = model.tagger.dropout(hidden[number, : len(window.ids)])
        places = (torch.tensor(x, dtype=torch.int64) for x in (window.starts, window.ends, window.types))
        parts.append(model.reader(states, *places, *pairs))
        subject.append(pairs.subject + first)
        object_.append(pairs.object + first)
        first += len(window.starts)
    across = far(given)
    indexes = Pairs(torch.cat([*subject, across.subject]), torch.cat([*object_, across.object]))
    read = (torch.cat(part) for part in zip(*parts, strict=True))
    found = model.heads(*read, given.starts, given.types, given.sentences, *indexes)
    layered = dict(zip(layers(), tags, strict=True))
    return Scored(layered, tone, given, SpanScores(*found[:4]), PairScores(*found[4:]), indexes)


@dataclass
class Grouped:
    """Pairs of spans of all windows, gathered by the pair of owners that they belong to."""

    labels: Tensor
    modality: Tensor
    direction: Tensor
    group: Tensor
    keys: Tensor
    types: tuple[Tensor, Tensor]
    subject: Tensor
    object: Tensor
    differ: Tensor


def group(scored: Scored) -> Grouped:
    """Pairs of the whole article with the number of their pair of owners."""
    given, (subject, object_) = scored.given, scored.indexes
    subjects, objects = given.owners[subject], given.owners[object_]
    keys, numbers = torch.unique(subjects * MOST_OWNERS + objects, return_inverse=True)
    names = {name: number for number, name in enumerate({n.casefold() for n in given.surfaces})}
    written = torch.tensor([names[n.casefold()] for n in given.surfaces], dtype=torch.int64)
    return Grouped(
        labels=scored.pairs.labels,
        modality=scored.pairs.modality,
        direction=scored.pairs.direction,
        group=numbers,
        keys=keys,
        types=(given.types[subject], given.types[object_]),
        subject=subjects,
        object=objects,
        differ=written[subject] != written[object_],
    )


def pooled(logits: Tensor, group_: Tensor, count: int) -> Tensor:
    """Log of the summed odds of each group: the odds that at least one says so, for small odds. (groups, labels)."""
    index = group_.unsqueeze(-1).expand_as(logits)
    most = torch.full((count, logits.shape[1]), -1e9).scatter_reduce(0, index, logits.detach(), "amax")
    total = torch.zeros_like(most).index_add(0, group_, (logits - most[group_]).exp())
    return total.clamp_min(1e-9).log() + most


def losses(article: ArticleTensors, windows: list[WindowTensors], scored: Scored) -> dict[str, Tensor]:
    """Losses by task; a task of which the article says nothing is left out."""
    found = {name: _tag_loss(windows, scores, name) for name, scores in scored.tags.items()}
    found["tone"] = functional.cross_entropy(
        scored.tone.mean(0, keepdim=True), torch.tensor([article.sentiment]), ignore_index=IGNORED
    )
    found |= _span_losses(article, scored)
    if len(scored.indexes.subject):
        found |= _pair_losses(article, group(scored))
    return {name: value for name, value in found.items() if torch.isfinite(value)}


def _tag_loss(windows: list[WindowTensors], scores: Tensor, layer: str) -> Tensor:
    tags = torch.nn.utils.rnn.pad_sequence([w.tags[layer] for w in windows], batch_first=True, padding_value=IGNORED)
    return functional.cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORED)


def _span_losses(article: ArticleTensors, scored: Scored) -> dict[str, Tensor]:
    company = span_types().index("COMPANY")
    projects: dict[int, list[int]] = {}
    companies: dict[int, list[int]] = {}
    for span, (owner, kind) in enumerate(zip(scored.given.owners.tolist(), scored.given.types.tolist(), strict=True)):
        if owner in article.attributes:
            projects.setdefault(owner, []).append(span)
        elif kind == company:
            companies.setdefault(owner, []).append(span)
    found: dict[str, Tensor] = {}
    for name in ("kind", "sector", "status"):
        logits = [getattr(scored.spans, name)[v].mean(0) for v in projects.values()]
        if logits:
            gold = torch.tensor([article.attributes[owner][name] for owner in projects])
            found[name] = functional.cross_entropy(torch.stack(logits), gold)
    if companies:
        logits = [scored.spans.direction[v].logsumexp(0) for v in companies.values()]
        wanted = torch.tensor([[float(d in article.directions.get(c, ())) for d in DIRECTIONS] for c in companies])
        found["direction"] = functional.binary_cross_entropy_with_logits(torch.stack(logits), wanted) * 3
    return found


def _pair_losses(article: ArticleTensors, grouped: Grouped) -> dict[str, Tensor]:
    scores = pooled(grouped.labels, grouped.group, len(grouped.keys))
    wanted, possible = wanted_labels(article, grouped)
    each = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    found = {"relations": (each * possible).sum() / max(10.0, float(wanted.sum()))}
    found |= _cause_loss(grouped, scores, wanted, possible)
    found |= _same_loss(grouped, len(article.owners))
    found |= _fact_losses(article, grouped, {key: n for n, key in enumerate(grouped.keys.tolist())})
    return found


def _cause_loss(grouped: Grouped, scores: Tensor, wanted: Tensor, possible: Tensor) -> dict[str, Tensor]:
    """Which of the candidates moves a company that is moved: cross-entropy of its causes among all that may be."""
    found = []
    for candidates, causes in moved(grouped, wanted, possible):
        chances = scores[candidates, affects()].log_softmax(0)
        found.append(-chances[causes].mean())
    return {"cause": torch.stack(found).mean()} if found else {}


def affects() -> int:
    """Index of the label of effects."""
    return pair_labels().index("affects")


def moved(grouped: Grouped, wanted: Tensor, possible: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """Of each company with a cause, the groups that may be one, int64, and which of these are, bool."""
    companies = grouped.keys % MOST_OWNERS
    for company in torch.unique(companies[wanted[:, affects()] > 0]):
        candidates = ((companies == company) & possible[:, affects()]).nonzero().squeeze(-1)
        causes = wanted[candidates, affects()] > 0
        if bool(causes.any()) and len(candidates) > 1:
            yield candidates, causes


def wanted_labels(article: ArticleTensors, grouped: Grouped) -> tuple[Tensor, Tensor]:
    """Which labels each pair of owners has, and which it may have: float and bool, shape (groups, labels)."""
    count = len(grouped.keys)
    subject, object_ = grouped.keys // MOST_OWNERS, grouped.keys % MOST_OWNERS
    numbers = {key: n for n, key in enumerate(grouped.keys.tolist())}
    wanted = torch.zeros(count, grouped.labels.shape[1])
    for label, s, o, _, _ in article.facts:
        number = numbers.get(s * MOST_OWNERS + o)
        if number is not None:
            wanted[number, label] = 1
            _mirror(wanted, numbers, label, s, o)
    possible = torch.zeros(count, wanted.shape[1], dtype=torch.bool)
    possible[grouped.group] = allowed_labels()[grouped.types]
    return wanted, possible & (subject != object_).unsqueeze(-1)


@lru_cache(maxsize=1)
def _symmetric() -> frozenset[int]:
    """Labels that hold in both directions."""
    relations = ontology().relations
    return frozenset(n for n, name in enumerate(pair_labels()) if name in relations and relations[name].symmetric)


def _mirror(wanted: Tensor, numbers: dict[int, int], label: int, subject: int, object_: int) -> None:
    number = numbers.get(object_ * MOST_OWNERS + subject)
    if label in _symmetric() and number is not None:
        wanted[number, label] = 1


def _same_loss(grouped: Grouped, known: int) -> dict[str, Tensor]:
    chosen = (grouped.types[0] == grouped.types[1]) & grouped.differ
    chosen &= (grouped.subject < known) & (grouped.object < known)
    if not bool(chosen.any()):
        return {}
    logits = grouped.labels[chosen, pair_labels().index(SAME)]
    wanted = (grouped.subject[chosen] == grouped.object[chosen]).float()
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="sum")
    return {"same": each / max(10.0, float(wanted.sum()))}


def _fact_losses(article: ArticleTensors, grouped: Grouped, numbers: dict[int, int]) -> dict[str, Tensor]:
    """Modality of facts and direction of effects, on the pairs that speak most for the fact."""
    found: dict[str, list[tuple[Tensor, int]]] = {"modality": [], "effect": []}
    for label, s, o, modality, direction in article.facts:
        number = numbers.get(s * MOST_OWNERS + o)
        if number is None:
            continue
        members = (grouped.group == number).nonzero().squeeze(-1)
        weights = grouped.labels[members, label].detach().softmax(0).unsqueeze(-1)
        if direction is not None:
            found["effect"].append(((weights * grouped.direction[members]).sum(0), direction))
        elif modality is not None:
            found["modality"].append(((weights * grouped.modality[members]).sum(0), modality))
    return {
        name: functional.cross_entropy(torch.stack([v for v, _ in rows]), torch.tensor([g for _, g in rows]))
        for name, rows in found.items()
        if rows
    }

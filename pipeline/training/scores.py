"""Scores of a model on annotated articles, task by task, on the gold's spans; for early stopping and comparisons."""

from __future__ import annotations

from collections import Counter

import numpy as np
import torch

from pipeline.encoder.decoding import best_path, spans_of
from pipeline.encoder.labels import DIRECTIONS, SAME, layers, pair_labels
from pipeline.ontology import ontology
from pipeline.training.losses import MOST_OWNERS, Grouped, Scored, affects, group, moved, pooled, score, wanted_labels
from pipeline.training.model import MultiTask
from pipeline.training.tensors import IGNORED, ArticleTensors

Spans = set[tuple[int, int, int, int]]


def f1(right: float, found: float, wanted: float) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right.

    >>> f1(1, 2, 1)
    0.6666666666666666
    """
    return 2 * right / (found + wanted) if right else 0.0


def evaluate(model: MultiTask, articles: list[ArticleTensors], pad: int) -> dict[str, float]:
    """F1 of tag layers (exact; `projects_overlap` from half overlap), relations and `same`; accuracy of the rest."""
    model.eval()
    counts: Counter[str] = Counter()
    pool: list[tuple[str, float, bool]] = []
    with torch.inference_mode():
        for article in articles:
            scored = score(model, article.windows, pad)
            _count_tags(article, scored, counts)
            _count_spans(article, scored, counts)
            counts["tone_right"] += int(scored.tone.mean(0).argmax()) == article.sentiment
            counts["tone_all"] += 1
            if len(scored.indexes.subject):
                _count_pairs(article, group(scored), counts, pool)
    return _figures(counts, pool)


def _count_tags(article: ArticleTensors, scored: Scored, counts: Counter[str]) -> None:
    for layer in layers():
        gold: Spans = set()
        found: Spans = set()
        for number, window in enumerate(article.windows):
            tags = window.tags[layer].numpy()
            own = tags != IGNORED
            gold |= {(number, *s) for s in spans_of(np.where(own, tags, 0)) if own[s[0]]}
            path = best_path(scored.tags[layer][number, : len(window.ids)].float().numpy())
            found |= {(number, *s) for s in spans_of(path) if own[s[0]]}
        counts[f"{layer}_right"] += len(gold & found)
        counts[f"{layer}_found"] += len(found)
        counts[f"{layer}_gold"] += len(gold)
        untyped = {s[:3] for s in gold} & {s[:3] for s in found}
        counts[f"{layer}_untyped"] += len(untyped)
        if layer == "projects":
            counts["overlap_right"] += sum(any(_half(g, f) for f in found) for g in gold)
            counts["overlap_found"] += sum(any(_half(g, f) for g in gold) for f in found)


def _half(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and shared > 0 and shared / (max(a[2], b[2]) - min(a[1], b[1])) >= 0.5


def _count_spans(article: ArticleTensors, scored: Scored, counts: Counter[str]) -> None:
    spans: dict[int, list[int]] = {}
    for span, owner in enumerate(scored.given.owners.tolist()):
        spans.setdefault(owner, []).append(span)
    for owner, gold in article.attributes.items():
        if owner not in spans:
            continue
        for name, value in gold.items():
            logits = getattr(scored.spans, name)[spans[owner]].mean(0)
            counts[f"{name}_right"] += int(logits.argmax()) == value
        counts["project_all"] += 1
    for owner, type_ in enumerate(article.owner_types):
        if type_ != "COMPANY" or owner not in spans:
            continue
        logits = scored.spans.direction[spans[owner]].logsumexp(0)
        directions = {d for d, x in zip(DIRECTIONS, logits.tolist(), strict=True) if x > 0}
        wanted = article.directions.get(owner, set())
        counts["affected_found"] += bool(directions)
        counts["affected_gold"] += bool(wanted)
        counts["affected_right"] += bool(directions and wanted)
        if wanted:
            best = directions or {DIRECTIONS[int(logits.argmax())]}
            counts["direction_right"] += best == wanted
            counts["direction_all"] += 1


def _count_pairs(
    article: ArticleTensors, grouped: Grouped, counts: Counter[str], pool: list[tuple[str, float, bool]]
) -> None:
    labels = pair_labels()
    logits = pooled(grouped.labels, grouped.group, len(grouped.keys))
    labelled, possible = wanted_labels(article, grouped)
    for candidates, causes in moved(grouped, labelled, possible):
        counts["cause_right"] += bool(causes[logits[candidates, affects()].argmax()])
        counts["cause_all"] += 1
    scores = logits.sigmoid()
    keys = grouped.keys.tolist()
    numbers = {k: n for n, k in enumerate(keys)}
    wanted = {(f[0], f[1], f[2]) for f in article.facts}
    symmetric = {
        n for n, name in enumerate(labels) if name in ontology().relations and ontology().relations[name].symmetric
    }
    wanted = {(t, min(s, o), max(s, o)) if t in symmetric else (t, s, o) for t, s, o in wanted}
    best: dict[tuple[int, int, int], float] = {}
    for n, label in ((possible & (scores > 0.02)).nonzero()).tolist():
        s, o = keys[n] // MOST_OWNERS, keys[n] % MOST_OWNERS
        key = (label, min(s, o), max(s, o)) if label in symmetric else (label, s, o)
        best[key] = max(best.get(key, 0.0), float(scores[n, label]))
    pool += [(labels[k[0]], p, k in wanted) for k, p in best.items()]
    pool += [(labels[k[0]], -1.0, True) for k in wanted if k not in best]
    _count_facts(article, grouped, numbers, counts)
    chosen = (grouped.types[0] == grouped.types[1]) & grouped.differ
    alike = grouped.subject == grouped.object
    said = grouped.labels[:, labels.index(SAME)] > 0
    counts["same_right"] += int((chosen & alike & said).sum())
    counts["same_found"] += int((chosen & said).sum())
    counts["same_gold"] += int((chosen & alike).sum())


def _count_facts(article: ArticleTensors, grouped: Grouped, numbers: dict[int, int], counts: Counter[str]) -> None:
    for label, s, o, modality, direction in article.facts:
        number = numbers.get(s * MOST_OWNERS + o)
        if number is None:
            continue
        members = (grouped.group == number).nonzero().squeeze(-1)
        weights = grouped.labels[members, label].softmax(0).unsqueeze(-1)
        name, gold, logits = (
            ("effect", direction, grouped.direction)
            if direction is not None
            else ("modality", modality, grouped.modality)
        )
        if gold is not None:
            counts[f"{name}_right"] += int((weights * logits[members]).sum(0).argmax()) == gold
            counts[f"{name}_all"] += 1


def best_threshold(pool: list[tuple[str, float, bool]], labels: set[str]) -> tuple[float, float]:
    """Best F1 over one threshold for all `labels`, and that threshold."""
    rows = sorted(((p, good) for name, p, good in pool if name in labels), reverse=True)
    wanted = sum(good for _, good in rows)
    right, best = 0, (0.0, 1.0)
    for found, (p, good) in enumerate((r for r in rows if r[0] > 0), 1):
        right += good
        best = max(best, (f1(right, found, wanted), p))
    return best


def _figures(counts: Counter[str], pool: list[tuple[str, float, bool]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for layer in layers():
        found[layer] = f1(counts[f"{layer}_right"], counts[f"{layer}_found"], counts[f"{layer}_gold"])
    found["entities_untyped"] = f1(counts["entities_untyped"], counts["entities_found"], counts["entities_gold"])
    if counts["overlap_right"]:
        precision = counts["overlap_found"] / counts["projects_found"]
        recall = counts["overlap_right"] / counts["projects_gold"]
        found["projects_overlap"] = 2 * precision * recall / (precision + recall)
    relations = set(ontology().relations)
    found["relations"], found["relations_threshold"] = best_threshold(pool, relations)
    for name in pair_labels():
        if name != SAME:
            found[f"pair_{name}"] = best_threshold(pool, {name})[0]
    for name in ("same", "affected"):
        found[name] = f1(counts[f"{name}_right"], counts[f"{name}_found"], counts[f"{name}_gold"])
    for name, total in [
        ("kind", "project_all"),
        ("sector", "project_all"),
        ("status", "project_all"),
        ("direction", "direction_all"),
        ("modality", "modality_all"),
        ("effect", "effect_all"),
        ("cause", "cause_all"),
        ("tone", "tone_all"),
    ]:
        found[name] = counts[f"{name}_right"] / max(1, counts[total])
    return found

"""Temperatures that make probabilities honest, fitted on dev (Guo et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.encoder.labels import ENTITIES, PROJECTS
from pipeline.training.losses import group, pooled, score, wanted_labels
from pipeline.training.model import MultiTask
from pipeline.training.tensors import IGNORED, ArticleTensors

_CANDIDATES = [round(0.5 + 0.05 * i, 2) for i in range(51)]


def temperatures(model: MultiTask, articles: Sequence[ArticleTensors], pad: int) -> dict[str, float]:
    """The temperature of each head with the least cross-entropy on `articles`.

    Returns:
        Of `entities` and `projects` (tags) and of `labels` (pairs, divided before they are gathered by owner).
    """
    model.eval()
    tags: dict[str, tuple[list[Tensor], list[Tensor]]] = {ENTITIES: ([], []), PROJECTS: ([], [])}
    sums = dict.fromkeys(_CANDIDATES, 0.0)
    with torch.inference_mode():
        for article in articles:
            scored = score(model, article.windows, pad)
            for layer, (logits, gold) in tags.items():
                for number, window in enumerate(article.windows):
                    known = window.tags[layer] != IGNORED
                    logits.append(scored.tags[layer][number, : len(window.ids)][known])
                    gold.append(window.tags[layer][known])
            grouped = group(article.windows, scored)
            wanted, possible = wanted_labels(article, grouped)
            for candidate in _CANDIDATES:
                scores = pooled(grouped.labels / candidate, grouped.group, len(grouped.keys))
                loss = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
                sums[candidate] += float((loss * possible).sum())
    found = {layer: _best(torch.cat(logits), torch.cat(gold)) for layer, (logits, gold) in tags.items()}
    return found | {"labels": min(sums, key=lambda t: sums[t])}


def _best(logits: Tensor, gold: Tensor) -> float:
    return min(_CANDIDATES, key=lambda t: float(functional.cross_entropy(logits / t, gold)))

"""Fitting the regressions of `pipeline.confidence` on annotated articles that nothing was trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from pipeline.annotation.gold import GoldDocument
from pipeline.article import Article
from pipeline.assemble.record import assemble
from pipeline.confidence import PARTS, Features, Part, Regression, sigmoid
from pipeline.document import Effect
from pipeline.evaluation.case import Case
from pipeline.evaluation.confidence import decided
from pipeline.evaluation.relations import facts
from pipeline.evaluation.scoring import cases
from pipeline.evaluation.sources import articles_of
from pipeline.flow import build_nlp, doc_of, provenance
from pipeline.sentiment.effects import seen_moved, surest
from pipeline.settings import Settings

#: Weight of the squares of the weights; small against the hundreds of parts that a fit has.
RIDGE = 1.0
#: F1 that a bar may cost to lie well inside of the range of good ones.
NEAR = 0.004
#: A feature that fewer parts have gets no weight.
LEAST_PARTS = 8


class Observed(NamedTuple):
    """A part that the pipeline considered: what it saw of it, and whether gold has it.

    Attributes:
        always: it is told whatever the bar, as the surest effect on a company that may be moved.
    """

    part: Part
    features: Features
    right: bool
    always: bool = False


def observe(folder: Path, documents: Sequence[GoldDocument], settings: Settings) -> Iterator[Observed]:
    """Every part that the pipeline considers in the articles of a folder, however unsure."""
    nlp = build_nlp(replace(settings, least=0.0))
    made_by = provenance(nlp)
    for article in articles_of(folder, documents):
        doc = nlp(doc_of(nlp, article))
        record = assemble(doc, article, made_by, True)
        for case in cases([record], _of(article, documents)):
            yield from observed(doc, case)


def _of(article: Article, documents: Sequence[GoldDocument]) -> list[GoldDocument]:
    return [d for d in documents if d.stem == Path(article.path).stem]


def observed(doc: Doc, case: Case) -> Iterator[Observed]:
    """Parts of a record with the features that its Doc has, which come in the same order."""
    by_company: dict[str, list[Effect]] = {}
    for effect in doc._.effects:
        by_company.setdefault(effect["entity"], []).append(effect)
    firsts = {id(effect["features"]) for effect in surest(seen_moved(doc._.effects))}
    features = chain(
        (e["features"] for e in doc._.entities),
        (p["features"] for p in doc._.projects),
        (r.get("features") for r in doc._.relations),
        *([e["features"] for e in by_company[q.entity]] for q in case.record.affected_equities),
    )
    for (part, _, right, _), seen in zip(decided(case), features, strict=True):
        if seen is not None:
            yield Observed(part, seen, right, id(seen) in firsts)


def fit_all(rows: Iterable[Observed]) -> dict[Part, Regression]:
    """A regression for every part that was observed."""
    by_part: dict[Part, list[Observed]] = {part: [] for part in PARTS}
    for row in rows:
        by_part[row.part].append(row)
    return {part: fit(members) for part, members in by_part.items() if members}


def wanted(documents: Sequence[GoldDocument]) -> Counter[Part]:
    """How many parts gold has that a bar decides about; `affects` comes with the effects."""
    counts: Counter[Part] = Counter()
    for document in documents:
        gold = document.gold
        counts["entity"] += len(gold.entities)
        counts["project"] += len(gold.projects)
        stated = ((r.type, r.subject, r.object, r.modality) for r in gold.relations if r.type != "affects")
        counts["relation"] += len(facts(stated))
        counts["effect"] += sum(len(q.effects) for q in gold.equities)
    return counts


def best_bars(
    rows: Sequence[Observed], regressions: Mapping[Part, Regression], gold: Mapping[Part, int]
) -> dict[Part, float]:
    """The middle one of the bars of each part, in steps of 0.02, that give the best F1 or all but `NEAR` of it."""
    bars: dict[Part, float] = {}
    for part, number in gold.items():
        members = [r for r in rows if r.part == part]
        sure = np.array([sigmoid(regressions[part].log_odds(r.features)) for r in members])
        right, always = np.array([r.right for r in members], bool), np.array([r.always for r in members], bool)
        scores = {}
        for least in np.arange(0.04, 0.8, 0.02):
            told = always | (sure >= least)
            scores[round(least, 2)] = 2 * right[told].sum() / (number + told.sum())
        near = [least for least, score in scores.items() if score >= max(scores.values()) - NEAR]
        bars[part] = float(near[len(near) // 2])
    return bars


def fit(rows: Sequence[Observed]) -> Regression:
    """Weights of least cross-entropy with a small ridge, by Newton's method.

    >>> low, high = Observed("entity", {"score": -1.0}, False), Observed("entity", {"score": 1.0}, True)
    >>> fit([low, high] * 50).weights["score"] > 1
    True
    """
    occurs = Counter(name for row in rows for name, value in row.features.items() if value)
    names = sorted(name for name, count in occurs.items() if count >= LEAST_PARTS)
    x = np.array([[row.features.get(name, 0.0) for name in names] + [1.0] for row in rows])
    y = np.array([float(row.right) for row in rows])
    ridge = RIDGE * np.eye(len(names) + 1)
    ridge[-1, -1] = 1e-3
    weights = np.zeros(len(names) + 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + ridge @ weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + ridge
        weights -= np.linalg.solve(curvature, gradient)
    return Regression(float(weights[-1]), {n: float(w) for n, w in zip(names, weights[:-1], strict=True)})

"""Fitting the regressions of `pipeline.confidence` on annotated articles that nothing was trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.annotation.gold import GoldDocument
from pipeline.article import Article
from pipeline.assemble.record import assemble
from pipeline.confidence import PARTS, Features, Part, Regression, Table, logit, sigmoid
from pipeline.document import Effect
from pipeline.evaluation.case import Case
from pipeline.evaluation.confidence import Judged, decided
from pipeline.evaluation.relations import facts
from pipeline.evaluation.scoring import cases
from pipeline.evaluation.sources import articles_of
from pipeline.flow import build_nlp, doc_of, provenance
from pipeline.sentiment.effects import surest
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
        kind: the type of a relation, empty for other parts.
        always: it is told whatever the bar, as the surest effect on a company that may be moved.
        never: it is told under no bar, as an effect on another company.
    """

    part: Part
    features: Features
    right: bool
    kind: str = ""
    always: bool = False
    never: bool = False


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
    moved = surest(doc._.effects)
    firsts, companies = {id(effect["features"]) for effect in moved}, {effect["entity"] for effect in moved}
    never = {id(e["features"]) for e in doc._.effects if e["entity"] not in companies}
    considered: Iterator[tuple[Features | None, str]] = chain(
        ((e["features"], "") for e in doc._.entities),
        ((p["features"], "") for p in doc._.projects),
        ((r.get("features"), r["type"]) for r in doc._.relations),
        ((e["features"], "") for q in case.record.affected_equities for e in by_company[q.entity]),
    )
    for (part, _, right, _), (seen, kind) in zip(decided(case), considered, strict=True):
        if seen is not None:
            yield Observed(part, seen, right, kind, id(seen) in firsts, id(seen) in never)


def fit_all(rows: Iterable[Observed]) -> dict[Part, Regression]:
    """A regression for every part that was observed."""
    by_part: dict[Part, list[Observed]] = {part: [] for part in PARTS}
    for row in rows:
        by_part[row.part].append(row)
    return {part: fit(members) for part, members in by_part.items() if members}


def wanted(documents: Sequence[GoldDocument]) -> Counter[tuple[Part, str]]:
    """How many parts gold has that a bar decides about, by part and, of relations, type; `affects` comes with the
    effects.
    """
    counts: Counter[tuple[Part, str]] = Counter()
    for document in documents:
        gold = document.gold
        counts["entity", ""] += len(gold.entities)
        counts["project", ""] += len(gold.projects)
        stated = ((r.type, r.subject, r.object, r.modality) for r in gold.relations if r.type != "affects")
        counts.update(("relation", kind) for kind, *_ in facts(stated))
        counts["effect", ""] += sum(len(q.effects) for q in gold.equities)
    return counts


def best_bars(
    rows: Sequence[Observed], regressions: Mapping[Part, Regression], gold: Mapping[tuple[Part, str], int]
) -> dict[Part, float]:
    """The middle one of the bars of each part, in steps of 0.02, that give the best F1 or all but `NEAR` of it.

    Relations of rare types fill fields of their own (the participants of a project), so that F1 over all relations
    and the mean of their types weigh alike.
    """
    bars: dict[Part, float] = {}
    for part, regression in regressions.items():
        members = [r for r in rows if r.part == part]
        sure = np.array([sigmoid(regression.log_odds(r.features)) for r in members])
        always, never = (np.array(marks, bool) for marks in zip(*((r.always, r.never) for r in members), strict=True))
        counts = {kind: number for (of, kind), number in gold.items() if of == part}
        scores = {}
        for least in np.arange(0.04, 0.8, 0.02):
            scores[round(least, 2)] = _mean_f1(members, (always | (sure >= least)) & ~never, counts)
        near = [least for least, score in scores.items() if score >= max(scores.values()) - NEAR]
        bars[part] = float(near[len(near) // 2])
    return bars


def _mean_f1(members: Sequence[Observed], told: NDArray[np.bool_], counts: Mapping[str, int]) -> float:
    """Half of F1 over all and half of the mean of the kinds, of the parts that are told."""
    right = Counter(r.kind for r, is_told in zip(members, told, strict=True) if is_told and r.right)
    found = Counter(r.kind for r, is_told in zip(members, told, strict=True) if is_told)
    by_kind = [2 * right[kind] / (found[kind] + number) for kind, number in counts.items()]
    overall = 2 * right.total() / (found.total() + sum(counts.values()))
    return (overall + sum(by_kind) / len(by_kind)) / 2


def corrected(known: Table, parts: Sequence[Judged]) -> Table:
    """Regressions and bars with the log odds of each part set right by what records told with them.

    What is told is righter than what was considered: an entity that is not told takes its relations with it, and of two
    ways to say the same the surer one counts. A second regression, of log odds alone, makes up for that; what is told
    stays the same.
    """
    regressions, bars = dict(known.regressions), dict(known.bars)
    for part, old in known.regressions.items():
        rows = [Observed(part, {"log odds": logit(j.confidence)}, j.right) for j in parts if j.part == part]
        after = fit(rows) if rows else None
        slope = after.weights.get("log odds", 0.0) if after else 0.0
        if after is None or slope <= 0:
            continue
        weights = {name: slope * weight for name, weight in old.weights.items()}
        regressions[part] = Regression(after.intercept + slope * old.intercept, weights)
        bars[part] = sigmoid(after.log_odds({"log odds": logit(bars[part])}))
    return Table(regressions, bars)


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

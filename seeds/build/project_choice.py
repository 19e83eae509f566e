"""Writes `seeds/lexicons/project_choice.tsv`: how much each piece of evidence weighs for kind, sector and status.

    python seeds/build/project_choice.py corpus/articles/dev corpus/articles/plain corpus/articles/hard

A conditional logit an attribute on the projects that the pipeline finds in the annotated articles of some folders. The
encoder's own scores are part of the evidence, so that neither it nor `project_words.tsv` may have been trained on these
articles. Weights are drawn to those that stand in the table, so that a few hundred projects mend them and do not make
them anew: without that, the sector of an offshore wind farm was farming.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from pipeline.annotation.gold import read_gold
from pipeline.encoder.labels import attributes
from pipeline.evaluation.scoring import cases
from pipeline.evaluation.sources import articles_of
from pipeline.flow import assemble, build_nlp, doc_of, provenance
from pipeline.kb.knowledge_base import load
from pipeline.paths import seeds
from pipeline.projects.choice import Evidence, weights
from pipeline.projects.component import evidence_of
from pipeline.settings import Settings

#: Strength of the penalty on squared differences from the weights before; 3 and 30 are as good, cross-validated.
PENALTY = 10.0
Samples = Mapping[str, list[tuple[Evidence, str]]]


def samples(folders: Sequence[Path]) -> Samples:
    """By attribute, the evidence of each project that is found, and the option that is right."""
    nlp, base = build_nlp(Settings()), load()
    made = provenance(nlp)
    golds = {folder: read_gold(folder) for folder in folders}
    documents = [document for gold in golds.values() for document in gold]
    articles = [article for folder, gold in golds.items() for article in articles_of(folder, gold)]
    docs = [nlp(doc_of(nlp, article)) for article in articles]
    records = [assemble(doc, article, made, True) for doc, article in zip(docs, articles, strict=True)]
    by_id = {record.document.doc_id: doc for doc, record in zip(docs, records, strict=True)}
    found: dict[str, list[tuple[Evidence, str]]] = defaultdict(list)
    for case in cases(records, documents):
        evidence = evidence_of(by_id[case.record.document.doc_id], base)
        for own, gold in case.project_matches.items():
            for attribute in attributes():
                found[attribute].append((evidence[own][attribute], getattr(case.gold_projects[gold], attribute)))
    return found


def fitted(
    known: Sequence[tuple[Evidence, str]], options: Sequence[str], before: Mapping[str, float]
) -> dict[str, float]:
    """Weights of the evidence, near those before, that make the right options likeliest."""
    names = sorted({name for evidence, _ in known for name in evidence})
    start = np.array([before.get(name, 0.0) for name in names])
    values = np.array([[[e.get(n, {}).get(o, 0.0) for n in names] for o in options] for e, _ in known])
    right = np.array([options.index(option) for _, option in known])
    each = np.arange(len(known))

    def loss(weights: Any) -> tuple[float, Any]:
        scores = values @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        moved = weights - start
        total = -np.log(odds[each, right]).sum() + PENALTY * moved @ moved
        odds[each, right] -= 1
        return total, np.einsum("no,nok->k", odds, values) + 2 * PENALTY * moved

    return dict(zip(names, minimize(loss, start, jac=True).x, strict=True))


def main() -> None:
    """Fits on the folders that are given and writes the table."""
    found = samples([Path(folder) for folder in sys.argv[1:]])
    before = weights()
    with seeds("lexicons", "project_choice.tsv").open("w", encoding="utf-8", newline="\n") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(("attribute", "evidence", "weight"))
        for attribute, options in attributes().items():
            near = fitted(found[attribute], options, before[attribute])
            table.writerows((attribute, name, f"{weight:.2f}") for name, weight in near.items())


if __name__ == "__main__":
    main()

"""Writes `seeds/lexicons/project_leads.tsv`: what the place of an actor says of whether it leads a project.

    python seeds/build/project_leads.py corpus/articles/train

A conditional logit over the places that `pipeline.relations.leads` tells, on the gold's names of actors and projects
in the articles of a folder. No score of the encoder takes part, so that it does not matter which articles it has seen.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from gold_docs import gold_docs
from scipy import sparse
from scipy.optimize import minimize
from spacy.tokens import Doc

from pipeline.annotation.gold import Gold
from pipeline.annotation.spans import occurrences, spans
from pipeline.document import text_of
from pipeline.paths import seeds
from pipeline.relations.leads import NOBODY, LeadEvidence

#: Strength of the penalty on squared weights, and pairs that a place must be found in.
PENALTY, LEAST_PAIRS = 0.3, 20
#: Weights below this are left out of the table.
LEAST_WEIGHT = 0.05


class Example(NamedTuple):
    """One actor and one project of an annotated article."""

    stem: str
    project: str
    actor: str
    places: dict[str, float]
    leads: bool


def examples(folder: Path) -> Iterator[Example]:
    """Every actor with every project whose name stands in the text."""
    for document, doc in gold_docs(folder):
        annotate(doc, document.gold)
        evidence, leads = LeadEvidence(doc), {p.id: p.leads for p in document.gold.projects}
        for project in doc._.projects:
            number = project["project_id"]
            for actor, places in evidence.of(project).items():
                yield Example(document.stem, number, actor, places, actor in leads[number])


def annotate(doc: Doc, gold: Gold) -> None:
    """Writes what the gold says to the slots that the evidence reads."""
    text = text_of(doc)
    doc._.entities = [{"entity_id": e.id, "type": e.type, "byline": e.byline} for e in gold.entities]
    doc._.mentions = [{"start": s.start, "end": s.end, "type": s.type, "entity": s.entity} for s in spans(text, gold)]
    named = sorted(occurrences(text, ((name, p.id) for p in gold.projects for name in p.names)))
    doc._.project_mentions = [{"start": start, "end": end} for start, end, _ in named]
    owners = [owner for *_, owner in named]
    doc._.projects = [
        {"project_id": p.id, "kind": p.kind, "mentions": [i for i, owner in enumerate(owners) if owner == p.id]}
        for p in gold.projects
        if p.id in owners
    ]


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """Weights of the places that are common enough, and of `NOBODY`."""
    counts = Counter(place for example in known for place in example.places)
    column = {place: i for i, place in enumerate(sorted(p for p, number in counts.items() if number >= LEAST_PAIRS))}
    cells = [(r, column[p], v) for r, e in enumerate(known) for p, v in e.places.items() if p in column]
    rows, columns, values = zip(*cells, strict=True)
    matrix: Any = sparse.csr_matrix((np.array(values), (rows, columns)), shape=(len(known), len(column)))
    projects: dict[tuple[str, str], int] = {}
    group = np.array([projects.setdefault((e.stem, e.project), len(projects)) for e in known])
    leads = np.array([float(e.leads) for e in known])
    told = np.bincount(group, leads)
    wanted, nobody = leads / np.maximum(told, 1)[group], told == 0

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights[:-1]
        odds = np.exp(np.clip(scores, -30, 30))
        totals = np.exp(weights[-1]) + np.bincount(group, odds)
        value = np.log(totals).sum() - wanted @ scores - weights[-1] * nobody.sum()
        slope = matrix.T @ (odds / totals[group] - wanted) + 2 * PENALTY * weights[:-1]
        last = (np.exp(weights[-1]) / totals - nobody).sum()
        return value + PENALTY * weights[:-1] @ weights[:-1], np.append(slope, last)

    found = minimize(loss, np.zeros(len(column) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return dict(zip((*column, NOBODY), map(float, found), strict=True))


def main() -> None:
    """Fits on the folder that is given and writes the table."""
    weights = fitted(list(examples(Path(sys.argv[1]))))
    with seeds("lexicons", "project_leads.tsv").open("w", encoding="utf-8", newline="\n") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(("place", "weight"))
        table.writerows((p, f"{w:.2f}") for p, w in weights.items() if abs(w) >= LEAST_WEIGHT)


if __name__ == "__main__":
    main()

"""Writes `seeds/lexicons/project_words.tsv`: what words in and around project phrases say of a project's status.

    python seeds/build/project_words.py corpus/articles/train

A multinomial logistic regression an attribute over runs of words (`pipeline.projects.wording`), on the gold's names of
each project in the articles of a folder; of its features those that weigh most are kept and fitted again.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from gold_docs import gold_docs
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from pipeline.annotation.spans import occurrences
from pipeline.document import Span, text_of
from pipeline.paths import seeds
from pipeline.projects.wording import ALWAYS, Words, features, simple
from pipeline.text.cues import doc_cues

#: Inverse strength of the penalty, projects that a feature must be found in, and features kept, by attribute.
PENALTY = {"status": 0.3}
LEAST_PROJECTS = 4
KEPT = {"status": 3000}
#: Weights below this are left out of the table.
LEAST_WEIGHT = 0.04


class Example(NamedTuple):
    """One project of an annotated article."""

    stem: str
    found: dict[Words, float]
    values: dict[str, str]


def examples(folder: Path) -> Iterator[Example]:
    """Every project whose names stand in the text."""
    for document, doc in gold_docs(folder):
        text, sentences = simple(text_of(doc)), doc_cues(doc)
        for project in document.gold.projects:
            phrases = places(project.names, text)
            own = [next(s for s in sentences if s["end"] > p["start"]) for p in phrases]
            if phrases:
                values = {name: str(getattr(project, name)) for name in PENALTY}
                yield Example(document.stem, features(text, phrases, own), values)


def places(names: Sequence[str], text: str) -> list[Span]:
    """Where the names stand, the longest of those that overlap."""
    found = occurrences(text, ((simple(name), name) for name in names))
    return [Span(start=start, end=end) for start, end, _ in sorted(found)]


def fitted(known: Sequence[Example], attribute: str) -> tuple[list[Words], list[str], Any]:
    """Features, the first of them `ALWAYS`, options, and their weights, shape (options, features)."""
    wanted = [e.values[attribute] for e in known]
    names = _common(known)
    first = _regression(known, names, wanted, attribute)
    matrix = _matrix(known, names)
    strength = np.abs(first.coef_).max(axis=0) * np.sqrt(np.asarray((matrix > 0).sum(axis=0)).ravel())
    kept = [names[i] for i in sorted(np.argsort(-strength)[: KEPT[attribute]])]
    model = _regression(known, kept, wanted, attribute)
    return [ALWAYS, *kept], list(model.classes_), np.column_stack([model.intercept_, model.coef_])


def _common(known: Sequence[Example]) -> list[Words]:
    counts: dict[Words, int] = {}
    for example in known:
        for words in example.found:
            counts[words] = counts.get(words, 0) + 1
    return sorted(w for w, number in counts.items() if number >= LEAST_PROJECTS)


def _matrix(known: Sequence[Example], names: Sequence[Words]) -> Any:
    column = {words: i for i, words in enumerate(names)}
    cells = [(r, column[w], v) for r, e in enumerate(known) for w, v in e.found.items() if w in column]
    rows, columns, values = zip(*cells, strict=True)
    return sparse.csr_matrix((np.array(values, np.float32), (rows, columns)), shape=(len(known), len(names)))


def _regression(known: Sequence[Example], names: Sequence[Words], wanted: list[str], attribute: str) -> Any:
    return LogisticRegression(C=PENALTY[attribute], max_iter=200).fit(_matrix(known, names), wanted)


def rows(known: Sequence[Example], attribute: str) -> Iterator[tuple[str, str, str, str]]:
    """Rows of the table for one attribute."""
    names, options, weights = fitted(known, attribute)
    for words, column in zip(names, weights.T, strict=True):
        pairs = [f"{o}={w:.2f}" for o, w in zip(options, column, strict=True) if abs(w) >= LEAST_WEIGHT]
        if pairs:
            yield attribute, words.place, words.words, " ".join(pairs)


def main() -> None:
    """Fits on the folder that is given and writes the table."""
    known = list(examples(Path(sys.argv[1])))
    with seeds("lexicons", "project_words.tsv").open("w", encoding="utf-8", newline="\n") as file:
        table = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        table.writerow(("attribute", "place", "words", "weights"))
        for attribute in PENALTY:
            table.writerows(rows(known, attribute))


if __name__ == "__main__":
    main()

"""The mention scorer against a public one, where that is installed (extra `dev`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.annotation.gold import decode, read_gold
from pipeline.annotation.spans import spans
from pipeline.evaluation import evaluate
from pipeline.ontology import ontology
from pipeline.paths import seeds
from pipeline.records import Record

nervaluate = pytest.importorskip("nervaluate")


def test_strict_and_exact_counts_agree(as_record: Callable[..., dict[str, Any]]) -> None:
    """On the sample articles with every fifth mention cut short, every seventh lost and every third entity mistyped."""
    samples = [d for d in read_gold(seeds("articles")) if not d.is_html]
    gold_tags, tags, records = [], [], []
    for document in samples:
        text = decode(document.article_path.read_bytes())
        gold_tags.append([{"label": s.type, "start": s.start, "end": s.end} for s in spans(text, document.gold)])
        row = as_record(document.gold, text, document.article_path.name)
        for i, entity in enumerate(row["entities"]):
            entity["type"] = "PRODUCT" if i % 3 == 0 else entity["type"]
            entity["mentions"] = [m for j, m in enumerate(entity["mentions"]) if (i + j) % 7]
            for mention in entity["mentions"][::5]:
                mention.update(end=mention["end"] - 1, text=mention["text"][:-1])
        found = [(e["type"], m["start"], m["end"]) for e in row["entities"] for m in e["mentions"]]
        tags.append([{"label": t, "start": s, "end": e} for t, s, e in sorted(found, key=lambda f: f[1:])])
        records.append(Record.model_validate(row))
    theirs = nervaluate.Evaluator(gold_tags, tags, tags=list(ontology().entity_types), loader="dict").evaluate()
    report = evaluate(records, samples)
    for ours, scheme in (("exact", "strict"), ("span only", "exact")):
        score, other = report.score("mentions", ours), theirs["overall"][scheme]
        assert (score.hits, score.predicted, score.gold) == (other.correct, other.actual, other.possible)
        assert score.value.value == pytest.approx(other.f1)

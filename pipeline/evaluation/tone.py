"""Scores of the document's sentiment."""

from __future__ import annotations

from pipeline.evaluation.case import Case
from pipeline.evaluation.tally import Key, Sheet
from pipeline.ontology import ontology

LAYER = "sentiment"


def score_tone(case: Case, sheet: Sheet) -> None:
    """Accuracy of the label, F1 of each label, and their macro average; no record is no label."""
    gold = case.gold.sentiment.document
    predicted = case.record.sentiment.label if case.processed else None
    sheet.judge(Key(LAYER, "accuracy", "accuracy"), [gold == predicted])
    for label in ontology().directions:
        key = Key(LAYER, label, average="macro F1")
        sheet.add(key, int(gold == predicted == label), int(predicted == label), int(gold == label))
    if gold != predicted:
        cause = "wrong label" if predicted else "no record"
        sheet.findings.append(case.finding(LAYER, "wrong", cause, gold=gold, predicted=predicted or ""))

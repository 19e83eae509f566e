"""Scores of amounts and dates."""

from __future__ import annotations

from pipeline.annotation.gold import GoldAmount
from pipeline.evaluation.case import Case
from pipeline.evaluation.normalise import number
from pipeline.evaluation.tally import Key, Sheet
from pipeline.records import Amount

AMOUNTS = "amounts"
DATES = "dates"
Value = tuple[str, ...]


def amount_value(amount: Amount | GoldAmount) -> Value:
    """Value, maximum and currency of an amount in comparable form."""
    return number(amount.value), number(amount.max), amount.currency


def score_amounts(case: Case, sheet: Sheet) -> None:
    """Sets of (text, value, max, currency); and, whatever the text, of (value, max, currency)."""
    gold: set[Value] = {(a.text, *amount_value(a)) for a in case.gold.amounts}
    predicted: set[Value] = {(a.text, *amount_value(a)) for a in case.record.amounts}
    sheet.compare(Key(AMOUNTS, "exact"), gold, predicted)
    sheet.compare(Key(AMOUNTS, "value only"), {a[1:] for a in gold}, {a[1:] for a in predicted})
    _find_differences(case, sheet, AMOUNTS, gold, predicted)


def score_dates(case: Case, sheet: Sheet) -> None:
    """Sets of (text, ISO value); and, whatever the text, of values."""
    gold: set[Value] = {(d.text, d.iso) for d in case.gold.dates}
    predicted: set[Value] = {(d.text, d.value) for d in case.record.dates}
    sheet.compare(Key(DATES, "exact"), gold, predicted)
    sheet.compare(Key(DATES, "value only"), {d[1:] for d in gold}, {d[1:] for d in predicted})
    _find_differences(case, sheet, DATES, gold, predicted)


def _find_differences(case: Case, sheet: Sheet, layer: str, gold: set[Value], predicted: set[Value]) -> None:
    for value in sorted(gold - predicted):
        cause, other = _cause(value, predicted - gold)
        place = case.find(value[0])
        finding = case.finding(
            layer, "missed", cause or "not found", gold=_shown(value), predicted=_shown(other), place=place
        )
        sheet.findings.append(finding)
    for value in sorted(predicted - gold):
        cause, other = _cause(value, gold - predicted)
        place = case.find(value[0])
        finding = case.finding(
            layer, "spurious", cause or "spurious", gold=_shown(other), predicted=_shown(value), place=place
        )
        sheet.findings.append(finding)


def _cause(value: Value, others: set[Value]) -> tuple[str, Value]:
    for other in sorted(others):
        if other[0] == value[0]:
            return "value", other
    for other in sorted(others):
        if other[0] in value[0] or value[0] in other[0]:
            return ("text boundary" if other[1:] == value[1:] else "text boundary and value"), other
    return "", ()


def _shown(value: Value) -> str:
    return " ".join([value[0], "=", *(part for part in value[1:] if part)]) if value else ""

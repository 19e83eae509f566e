"""Scores of affected equities: the companies that the article says are moved, which way and by what."""

from __future__ import annotations

from pipeline.evaluation.case import Case
from pipeline.evaluation.tally import Key, Sheet

LAYER = "equities"
Effect = tuple[str, str, str]


def score_equities(case: Case, sheet: Sheet) -> None:
    """Affected companies, their direction, and the effects as sets of (company, cause, direction).

    Companies and causes of the record stand for the gold entities and projects that they match. `direction` is the
    accuracy over all gold companies, wrong where the company was not found as affected; `direction, of found` leaves
    those out.
    """
    gold = {q.entity: str(q.direction) for q in case.gold.equities}
    predicted = {case.gold_id(q.entity): str(q.direction) for q in case.record.affected_equities}
    sheet.compare(Key(LAYER, "affected"), gold.keys(), predicted.keys())
    right = {company: predicted.get(company) == direction for company, direction in gold.items()}
    sheet.judge(Key(LAYER, "direction", "accuracy"), right.values())
    sheet.judge(Key(LAYER, "direction, of found", "accuracy"), (right[c] for c in gold.keys() & predicted.keys()))
    effects, predicted_effects = effects_of(case)
    sheet.compare(Key(LAYER, "effects"), effects, predicted_effects)
    sheet.compare(Key(LAYER, "effects, any direction"), {e[:2] for e in effects}, {e[:2] for e in predicted_effects})
    _find_company_differences(case, sheet, gold, predicted)
    _find_effect_differences(case, sheet, effects, predicted_effects)


def effects_of(case: Case) -> tuple[set[Effect], set[Effect]]:
    """Effects of gold and record as (company, cause, direction), ids of the record replaced by gold's."""
    gold = {(q.entity, f.cause, str(f.direction)) for q in case.gold.equities for f in q.effects}
    predicted = {
        (case.gold_id(q.entity), case.gold_id(f.cause), str(f.direction))
        for q in case.record.affected_equities
        for f in q.effects
    }
    return gold, predicted


def _find_company_differences(case: Case, sheet: Sheet, gold: dict[str, str], predicted: dict[str, str]) -> None:
    evidence = _gold_evidence(case)
    for company in sorted(gold.keys() | predicted.keys()):
        place = evidence.get(company) or case.place(company)
        label = case.label(company)
        if company not in predicted:
            cause = "no effect found" if company in case.found else "company not found"
            finding = case.finding(LAYER, "missed", cause, gold=f"{label} {gold[company]}", place=place)
        elif company not in gold:
            cause = "company matches nothing in gold" if company.startswith("?") else "company not affected"
            finding = case.finding(LAYER, "spurious", cause, predicted=f"{label} {predicted[company]}", place=place)
        elif gold[company] != predicted[company]:
            finding = case.finding(
                LAYER, "wrong", "wrong direction", gold=f"{label} {gold[company]}", predicted=predicted[company],
                place=place,
            )  # fmt: skip
        else:
            continue
        sheet.findings.append(finding)


def _gold_evidence(case: Case) -> dict[str, tuple[int, int]]:
    places = {}
    for equity in case.gold.equities:
        quotes = (f.evidence.rstrip("…. ") for f in equity.effects)
        place = next(filter(None, map(case.find, quotes)), None)
        if place:
            places[equity.entity] = place
    return places


def _find_effect_differences(case: Case, sheet: Sheet, gold: set[Effect], predicted: set[Effect]) -> None:
    for effect in sorted(gold - predicted):
        cause = _effect_cause(case, effect, predicted) or "effect not found"
        finding = case.finding(LAYER, "missed", cause, gold=_shown(case, effect), place=case.place(effect[0]))
        sheet.findings.append(finding)
    for effect in sorted(predicted - gold):
        cause = _effect_cause(case, effect, gold) or "effect spurious"
        finding = case.finding(LAYER, "spurious", cause, predicted=_shown(case, effect), place=case.place(effect[0]))
        sheet.findings.append(finding)


def _effect_cause(case: Case, effect: Effect, others: set[Effect]) -> str:
    company, cause, _ = effect
    if any(o[:2] == effect[:2] for o in others):
        return "effect in the wrong direction"
    for role, reference in (("company", company), ("cause", cause)):
        if reference.startswith("?"):
            return f"{role} of the effect matches nothing in gold"
        if reference not in case.found:
            return f"{role} of the effect not found"
    return "effect of another cause" if any(o[0] == company for o in others) else ""


def _shown(case: Case, effect: Effect) -> str:
    company, cause, direction = effect
    return f"{case.label(cause)} → {case.label(company)} {direction}"

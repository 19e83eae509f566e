"""Scores of entities: the clusters of mentions that stand for one thing."""

from __future__ import annotations

from collections import Counter

from pipeline.evaluation.case import Case
from pipeline.evaluation.tally import Key, Sheet
from pipeline.ontology import ontology

LAYER = "entities"


def score_entities(case: Case, sheet: Sheet) -> None:
    """Gold entities that a predicted one matches (`alignment.align_entities`), one to one, in all and by type."""
    matches = case.entity_matches
    sheet.add(Key(LAYER, "found"), len(matches), len(case.entities), len(case.gold_entities))
    for kind in ontology().entity_types:
        hits = sum(case.gold_entities[g].type == kind for g in matches.values())
        predicted = sum(e.type == kind for e in case.record.entities)
        gold = sum(e.type == kind for e in case.gold.entities)
        sheet.add(Key(LAYER, kind), hits, predicted, gold)
    _find_differences(case, sheet)


def _find_differences(case: Case, sheet: Sheet) -> None:
    owner = {(m.start, m.end): e.entity_id for e in case.record.entities for m in e.mentions}
    for entity in case.gold.entities:
        if entity.id in case.found:
            continue
        own = [(s.start, s.end) for s in case.spans if s.entity == entity.id]
        holders = Counter(owner[span] for span in own if span in owner)
        cause, predicted = _cause_of_miss(case, entity.type, own, holders)
        sheet.findings.append(
            case.finding(
                LAYER, "missed", cause, gold=f"{case.label(entity.id)} {entity.type}", predicted=predicted,
                place=case.place(entity.id),
            )
        )  # fmt: skip
    gold_owner = {(s.start, s.end): s for s in case.spans}
    for found in case.record.entities:
        if found.entity_id in case.entity_matches:
            continue
        touched = [gold_owner[m.start, m.end] for m in found.mentions if (m.start, m.end) in gold_owner]
        same_type = any(s.type == found.type for s in touched)
        cause = "wrong cluster" if same_type else "type" if touched else "spurious"
        gold = f"{case.label(touched[0].entity)} {touched[0].type}" if touched else ""
        sheet.findings.append(
            case.finding(
                LAYER, "spurious", cause, gold=gold, predicted=f"{found.name} {found.type}",
                place=case.place(f"?{found.entity_id}"),
            )
        )  # fmt: skip


def _cause_of_miss(case: Case, kind: str, own: list[tuple[int, int]], holders: Counter[str]) -> tuple[str, str]:
    if not holders:
        predicted = [(m.start, m.end) for e in case.record.entities for m in e.mentions]
        touched = any(a < end and start < b for start, end in own for a, b in predicted)
        return ("span boundary" if touched else "not found"), ""
    holder = case.entities[min(holders, key=lambda i: (-holders[i], i))]
    shown = f"{holder.name} {holder.type}"
    if holder.type != kind:
        return "type", shown
    if holder.entity_id in case.entity_matches or len(holders) > 1:
        return "wrong cluster", shown
    return "too few mentions agree", shown

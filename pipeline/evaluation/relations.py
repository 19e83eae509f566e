"""Scores of relations, over the union of gold and predicted ones, on predicted entities and projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.evaluation.case import Case
from pipeline.evaluation.tally import Key, Sheet
from pipeline.ontology import ontology

LAYER = "relations"


class _Triple(NamedTuple):
    type: str
    subject: str
    object: str


#: Every triple with the modalities in which it is said.
Facts = dict[_Triple, frozenset[str]]


def score_relations(case: Case, sheet: Sheet) -> None:
    """Sets of (type, subject, object), and of these with modality; in all and by type.

    Subjects and objects of the record stand for the gold entities and projects that they match; a relation with one
    that matches nothing is spurious. The ends of a symmetric type are unordered. `modality, of found` is the accuracy
    of the modalities on triples that both sides have.
    """
    gold = facts((r.type, r.subject, r.object, r.modality) for r in case.gold.relations)
    predicted = facts(
        (r.type, case.gold_id(r.subject), case.gold_id(r.object), r.modality) for r in case.record.relations
    )
    sheet.compare(Key(LAYER, "all"), gold.keys(), predicted.keys())
    sheet.compare(Key(LAYER, "all with modality"), _with_modality(gold), _with_modality(predicted))
    both = gold.keys() & predicted.keys()
    sheet.judge(Key(LAYER, "modality, of found", "accuracy"), (gold[triple] == predicted[triple] for triple in both))
    for kind in ontology().relations:
        of_gold, of_predicted = ({t for t in side if t.type == kind} for side in (gold, predicted))
        sheet.compare(Key(LAYER, kind), of_gold, of_predicted)
    _find_differences(case, sheet, gold, predicted)


def facts(rows: Iterable[tuple[str, str, str, str]]) -> Facts:
    """Triples with their modalities, from (type, subject, object, modality); ends of symmetric types sorted."""
    found: dict[_Triple, set[str]] = defaultdict(set)
    for kind, subject, obj, modality in rows:
        ends = sorted((subject, obj)) if ontology().relations[kind].symmetric else (subject, obj)
        found[_Triple(kind, *ends)].add(modality)
    return {triple: frozenset(modalities) for triple, modalities in found.items()}


def _with_modality(facts: Facts) -> set[tuple[str, ...]]:
    return {(*triple, modality) for triple, modalities in facts.items() for modality in modalities}


def _find_differences(case: Case, sheet: Sheet, gold: Facts, predicted: Facts) -> None:
    for triple in sorted(gold.keys() - predicted.keys()):
        finding = case.finding(
            LAYER, "missed", _cause(case, triple, predicted.keys()) or "not found", gold=_shown(case, triple),
            place=case.place(triple.subject),
        )  # fmt: skip
        sheet.findings.append(finding)
    evidence = _evidence(case)
    for triple in sorted(predicted.keys() - gold.keys()):
        finding = case.finding(
            LAYER, "spurious", _cause(case, triple, gold.keys()) or "spurious", predicted=_shown(case, triple),
            place=evidence.get(triple),
        )  # fmt: skip
        sheet.findings.append(finding)
    for triple in sorted(gold.keys() & predicted.keys()):
        if gold[triple] != predicted[triple]:
            finding = case.finding(
                LAYER, "wrong", "wrong modality", gold=f"{_shown(case, triple)}: {'|'.join(sorted(gold[triple]))}",
                predicted="|".join(sorted(predicted[triple])), place=evidence.get(triple),
            )  # fmt: skip
            sheet.findings.append(finding)


def _evidence(case: Case) -> dict[_Triple, tuple[int, int]]:
    places = {}
    for relation in case.record.relations:
        row = (relation.type, case.gold_id(relation.subject), case.gold_id(relation.object), relation.modality)
        if relation.evidence:
            places.update(dict.fromkeys(facts([row]), (relation.evidence[0].start, relation.evidence[0].end)))
    return places


def _cause(case: Case, triple: _Triple, others: Iterable[_Triple]) -> str:
    for end, reference in (("subject", triple.subject), ("object", triple.object)):
        if reference.startswith("?"):
            return f"{end} matches nothing in gold"
        if reference not in case.found:
            return f"{end} not found"
    if any(o == (triple.type, triple.object, triple.subject) for o in others):
        return "reversed"
    ends = {triple.subject, triple.object}
    return "wrong type" if any({o.subject, o.object} == ends for o in others) else ""


def _shown(case: Case, triple: _Triple) -> str:
    return f"{case.label(triple.subject)} —{triple.type}→ {case.label(triple.object)}"

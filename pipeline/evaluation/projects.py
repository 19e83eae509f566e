"""Scores of projects: found or not, and their fields, on projects found and end to end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pipeline.annotation.gold import GoldProject
from pipeline.evaluation.case import Case
from pipeline.evaluation.tally import Key, Sheet
from pipeline.evaluation.values import amount_value
from pipeline.records import Project

LAYER = "projects"
ATTRIBUTES = ("kind", "sector", "status")
PARTIES = ("leads", "investors", "participants", "locations")
Elements = frozenset[tuple[str, ...]]
Pairs = list[tuple[GoldProject, Project]]


def score_projects(case: Case, sheet: Sheet) -> None:
    """Gold projects that a predicted one matches (`alignment.align_projects`), one to one, and their fields.

    `<attribute>, of found` is an accuracy over matched projects; `<attribute>` counts over all gold and all predicted
    projects, so that a project not found is missed and one found in excess is spurious (an attribute that the record
    leaves null is not predicted). Likewise the parties, locations (entities of the record stand for the gold entities
    that they match) and amounts (by value, max, currency).
    """
    pairs = [(case.gold_projects[g], case.projects[p]) for p, g in sorted(case.project_matches.items())]
    sheet.add(Key(LAYER, "found"), len(pairs), len(case.projects), len(case.gold_projects))
    for attribute in ATTRIBUTES:
        _score_attribute(case, sheet, attribute, pairs)
    for party in PARTIES:
        _score_elements(case, sheet, party, pairs, partial(_gold_party, party), partial(_predicted_party, case, party))
    _score_elements(case, sheet, "amounts", pairs, _gold_amounts, _predicted_amounts)
    _find_differences(case, sheet)


def _score_attribute(case: Case, sheet: Sheet, attribute: str, pairs: Pairs) -> None:
    values = [(gold, getattr(gold, attribute), getattr(found, attribute)) for gold, found in pairs]
    right = [value == expected for _, expected, value in values]
    sheet.judge(Key(LAYER, f"{attribute}, of found", "accuracy"), right)
    predicted = sum(getattr(p, attribute) is not None for p in case.record.projects)
    sheet.add(Key(LAYER, attribute), sum(right), predicted, len(case.gold_projects))
    for gold, expected, value in values:
        if value != expected:
            cause = f"wrong {attribute}" if value else f"no {attribute}"
            _add_wrong(case, sheet, gold, cause, str(expected), str(value or ""))


def _score_elements(
    case: Case,
    sheet: Sheet,
    field: str,
    pairs: Pairs,
    of_gold: Callable[[GoldProject], Elements],
    of_predicted: Callable[[Project], Elements],
) -> None:
    values = [(gold, of_gold(gold), of_predicted(found)) for gold, found in pairs]
    hits = sum(len(expected & found) for _, expected, found in values)
    found_gold, found_predicted = sum(len(e) for _, e, _ in values), sum(len(f) for *_, f in values)
    sheet.add(Key(LAYER, f"{field}, of found"), hits, found_predicted, found_gold)
    predicted = sum(len(of_predicted(p)) for p in case.record.projects)
    sheet.add(Key(LAYER, field), hits, predicted, sum(len(of_gold(p)) for p in case.gold.projects))
    for gold, expected, found in values:
        if expected != found:
            _add_wrong(case, sheet, gold, f"wrong {field}", _shown(case, expected), _shown(case, found))


def _add_wrong(case: Case, sheet: Sheet, gold: GoldProject, cause: str, expected: str, predicted: str) -> None:
    shown = f"{gold.names[0]}: {expected}"
    place = case.place(gold.id)
    sheet.findings.append(case.finding(LAYER, "wrong", cause, gold=shown, predicted=predicted, place=place))


def _gold_party(party: str, project: GoldProject) -> Elements:
    return frozenset((i,) for i in getattr(project, party))


def _predicted_party(case: Case, party: str, project: Project) -> Elements:
    return frozenset((case.gold_id(i),) for i in getattr(project, party))


def _gold_amounts(project: GoldProject) -> Elements:
    return frozenset(amount_value(a) for a in project.amounts)


def _predicted_amounts(project: Project) -> Elements:
    return frozenset(amount_value(a) for a in project.amounts)


def _find_differences(case: Case, sheet: Sheet) -> None:
    for project in case.gold.projects:
        if project.id not in case.found:
            place = next(filter(None, map(case.find, project.names)), None)
            sheet.findings.append(case.finding(LAYER, "missed", "not found", gold=project.names[0], place=place))
    for found in case.record.projects:
        if found.project_id not in case.project_matches:
            place = case.place(f"?{found.project_id}")
            sheet.findings.append(case.finding(LAYER, "spurious", "spurious", predicted=found.name, place=place))


def _shown(case: Case, elements: Elements) -> str:
    return "; ".join(sorted(case.label(e[0]) if len(e) == 1 else " ".join(filter(None, e)) for e in elements)) or "none"

"""Scores of positions: who holds or held which post where."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.evaluation.case import Case
from pipeline.evaluation.normalise import title
from pipeline.evaluation.tally import Key, Sheet

LAYER = "positions"


class _Post(NamedTuple):
    person: str
    organization: str
    title: str


def score_positions(case: Case, sheet: Sheet) -> None:
    """Sets of (person, title, organization), of (person, organization), and whether posts are told from former ones.

    Persons and organizations of the record stand for the gold entities that they match; titles are compared without
    case, punctuation and the word that marks a former post. `former, of found` is the accuracy of that mark.
    """
    gold, predicted = _gold_posts(case), _predicted_posts(case)
    sheet.compare(Key(LAYER, "with title"), gold.keys(), predicted.keys())
    sheet.compare(Key(LAYER, "person and organization"), {p[:2] for p in gold}, {p[:2] for p in predicted})
    both = gold.keys() & predicted.keys()
    sheet.judge(Key(LAYER, "former, of found", "accuracy"), (gold[post] == predicted[post] for post in both))
    for post in sorted(gold.keys() - predicted.keys()):
        cause, other = _cause(case, post, predicted.keys() - gold.keys())
        finding = case.finding(
            LAYER,
            "missed",
            cause,
            gold=_shown(case, post),
            predicted=_shown(case, other),
            place=case.place(post.person),
        )
        sheet.findings.append(finding)
    for post in sorted(predicted.keys() - gold.keys()):
        cause, other = _cause(case, post, gold.keys() - predicted.keys())
        cause = "spurious" if cause == "not found" else cause
        finding = case.finding(
            LAYER, "spurious", cause, gold=_shown(case, other), predicted=_shown(case, post),
            place=case.place(post.person),
        )  # fmt: skip
        sheet.findings.append(finding)


def _gold_posts(case: Case) -> dict[_Post, bool]:
    posts = {}
    for entity in case.gold.entities:
        for position in entity.positions:
            bare, former = title(position.title)
            posts[_Post(entity.id, position.organization or "", bare or "")] = former
    return posts


def _predicted_posts(case: Case) -> dict[_Post, bool]:
    posts = {}
    for entity in case.record.entities:
        for position in entity.positions:
            bare, former = title(position.title)
            organization = case.gold_id(position.organization) if position.organization else ""
            posts[_Post(case.gold_id(entity.entity_id), organization, bare or "")] = former or not position.current
    return posts


def _cause(case: Case, post: _Post, others: set[_Post]) -> tuple[str, _Post | None]:
    same_person = sorted(o for o in others if o.person == post.person)
    for other in same_person:
        if other.organization == post.organization:
            return "title", other
    for other in same_person:
        if other.title == post.title:
            return "organization", other
    if post.person.startswith("?"):
        return "person matches no gold entity", None
    return ("not found" if post.person in case.found else "person not found"), None


def _shown(case: Case, post: _Post | None) -> str:
    if post is None:
        return ""
    organization = case.label(post.organization) if post.organization else "no organization"
    return f"{case.label(post.person)}: {post.title or 'no title'} at {organization}"

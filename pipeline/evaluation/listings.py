"""Scores of listings: the lines of shares that companies are linked to."""

from __future__ import annotations

from pipeline.evaluation.case import Case
from pipeline.evaluation.normalise import listing
from pipeline.evaluation.tally import Key, Sheet
from pipeline.records import Entity

LAYER = "listings"


def score_listings(case: Case, sheet: Sheet) -> None:
    """Gold `securities` of companies against the record's own listings (`link` is `self`) of the matched entities.

    Companies whose gold has no `securities` are not scored; an empty list asks for no listing. `lines, of found`
    and `same set, of found` are over matched companies; `lines` also counts the listings of gold companies that were
    not found as missed and those of predicted companies that match nothing as spurious.
    """
    expected = {e.id: frozenset(map(listing, e.securities)) for e in case.gold.entities if e.securities is not None}
    found = {g: _own(case.entities[p]) for p, g in case.entity_matches.items() if g in expected}
    hits = sum(len(expected[company] & lines) for company, lines in found.items())
    predicted = sum(map(len, found.values()))
    gold = sum(len(expected[company]) for company in found)
    sheet.add(Key(LAYER, "lines, of found"), hits, predicted, gold)
    sheet.judge(Key(LAYER, "same set, of found", "accuracy"), (expected[c] == lines for c, lines in found.items()))
    excess = sum(len(_own(e)) for e in case.record.entities if e.entity_id not in case.entity_matches)
    sheet.add(Key(LAYER, "lines"), hits, predicted + excess, sum(map(len, expected.values())))
    for company, lines in found.items():
        _find_difference(case, sheet, company, expected[company], lines)


def _own(entity: Entity) -> frozenset[str]:
    return frozenset(listing(line.listing) for line in entity.listings if line.link == "self")


def _find_difference(case: Case, sheet: Sheet, company: str, gold: frozenset[str], predicted: frozenset[str]) -> None:
    if gold == predicted:
        return
    if not gold:
        cause = "listed though unlisted"
    elif not predicted:
        cause = "not linked"
    elif gold & predicted:
        cause = "other lines of the right company"
    else:
        cause = "wrong listing"
    finding = case.finding(
        LAYER, "wrong", cause, gold=f"{case.label(company)}: {' '.join(sorted(gold)) or 'unlisted'}",
        predicted=" ".join(sorted(predicted)), place=case.place(company),
    )  # fmt: skip
    sheet.findings.append(finding)

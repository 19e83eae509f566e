"""Phrases of projects that name other places or other companies, which speaks for two projects."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from spacy.tokens import Doc

from pipeline.document import ProjectMention
from pipeline.projects.clustering import MOST

#: Taken from the logit of two phrases that name other countries, regions or other places, each against its like,
#: since a place may lie in a region, and of two that name other companies. In gold of train 557 of 559 pairs with
#: other countries, 776 of 794 with other regions, 13,222 of 13,479 with other places and 2,116 of 2,139 with other
#: companies are two projects, but most of these the encoder tells apart itself; 1 to 3 are as good on dev, hard, plain.
OTHER_PLACE, OTHER_COMPANY = 2.0, 2.0
#: Places that others lie in, by the beginnings of their ids.
_WIDE = ("country-", "region-")
COMPANY = "company"


def penalties(doc: Doc) -> dict[tuple[int, int], float]:
    """What pairs of the first `MOST` of `doc._.project_mentions`, lower index first, lose for naming other places and
    companies.
    """
    rows = {e["entity_id"]: e["kb_id"] or "" for e in doc._.entities}
    told = [named(doc, mention, rows) for mention in doc._.project_mentions[:MOST]]
    telling = [(number, names) for number, names in enumerate(told) if names]
    found: dict[tuple[int, int], float] = {}
    for (first, one), (second, other) in combinations(telling, 2):
        differ = {kind for kind in one.keys() & other.keys() if one[kind].isdisjoint(other[kind])}
        lost = OTHER_PLACE * bool(differ - {COMPANY}) + OTHER_COMPANY * (COMPANY in differ)
        if lost:
            found[first, second] = lost
    return found


def named(doc: Doc, phrase: ProjectMention, rows: Mapping[str, str]) -> dict[str, set[str]]:
    """Companies, countries, regions and other places in a phrase, by entity_id."""
    mentions = doc._.mentions
    low = bisect_left(mentions, phrase["start"], key=lambda m: m["start"])
    high = bisect_left(mentions, phrase["end"], key=lambda m: m["start"])
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions[low:high]:
        row = rows.get(mention["entity"])
        if row is not None and mention["type"] in ("COMPANY", "LOCATION"):
            wide = next((beginning for beginning in _WIDE if row.startswith(beginning)), "place")
            found[COMPANY if mention["type"] == "COMPANY" else wide].add(mention["entity"])
    return found

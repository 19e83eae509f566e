"""Phrases of projects that name other places or other companies, which speaks for two projects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import combinations

from spacy.tokens import Doc

from pipeline.document import ProjectMention
from pipeline.projects.clustering import MOST

#: Taken from the logit of two phrases that name other places, of which none is a country or region that the other may
#: lie in, and of two that name other companies. In gold of train 13,109 of 13,314 and 2,116 of 2,139 such pairs are two
#: projects, but most of these the encoder tells apart itself; 1 to 3 are as good on dev, hard and plain.
OTHER_PLACE, OTHER_COMPANY = 2.0, 2.0
#: Places that others lie in, by the beginnings of their ids.
_WIDE = ("country-", "region-")


def penalties(doc: Doc) -> dict[tuple[int, int], float]:
    """What pairs of the first `MOST` of `doc._.project_mentions`, lower index first, lose for naming other places and
    companies.
    """
    rows = {e["entity_id"]: e["kb_id"] or "" for e in doc._.entities}
    named = [_named(doc, mention, rows) for mention in doc._.project_mentions[:MOST]]
    telling = [(number, names) for number, names in enumerate(named) if any(names)]
    found: dict[tuple[int, int], float] = {}
    for (first, one), (second, other) in combinations(telling, 2):
        lost = OTHER_PLACE * _differ(one[0], other[0]) + OTHER_COMPANY * _differ(one[1], other[1])
        if lost:
            found[first, second] = lost
    return found


def _named(doc: Doc, phrase: ProjectMention, rows: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """Places and companies in a phrase, by entity_id; no places where one is wide."""
    mentions = doc._.mentions
    low = bisect_left(mentions, phrase["start"], key=lambda m: m["start"])
    high = bisect_left(mentions, phrase["end"], key=lambda m: m["start"])
    inside = [m for m in mentions[low:high] if m["entity"] in rows]
    places = {m["entity"] for m in inside if m["type"] == "LOCATION"}
    wide = any(rows[place].startswith(_WIDE) for place in places)
    return set() if wide else places, {m["entity"] for m in inside if m["type"] == "COMPANY"}


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))

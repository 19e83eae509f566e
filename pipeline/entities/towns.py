"""Towns with the Latin name of a known firm, where the words behind the name say that it is a town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.candidates import Candidate
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.text.scripts import has_han

#: What it is, behind a name: so behind 22 places of gold of train, and no company.
_KIND = re.compile(
    r", (?:an?|the) (?:(?!in\b|of\b|from\b|for\b)[\w'’-]+ ){0,3}(?:town|village|suburb|hamlet|capital|(?:port )?city)"
    r"(?:,| (?:of|in|near|on|outside|where|with|that|which|west|east|north|south)\b)"
)
#: Around the region or country that it is in: 250 names of gold of train that stand before such a one are places.
_IN, _WIDER, _ENDS = ", ", ("country-", "region-"), re.compile(r"[,.;)]|$")
#: States that a text calls as it calls their cities.
_STATES = frozenset({"New York"})


def with_towns(text: str, candidates: Sequence[Candidate], base: KnowledgeBase) -> list[Candidate]:
    """Candidates of which those that were taken for a firm are places, with the rows of such places.

    >>> from pipeline.kb.knowledge_base import load
    >>> text = "Corning, a town of 10,000, makes glass."
    >>> [c.type for c in with_towns(text, [Candidate(0, 7, "COMPANY", "encoder", 0.9, ("corning",))], load())]
    ['LOCATION']
    """
    wider = {c.start: c for c in candidates if c.type == "LOCATION" and _is_wider(text, c)}
    return [_as_town(text, c, base) if _is_town(text, c, wider) else c for c in candidates]


def _is_wider(text: str, place: Candidate) -> bool:
    return text[place.start : place.end] in _STATES or (bool(place.kb) and place.kb[0].startswith(_WIDER))


def _is_town(text: str, read: Candidate, wider: dict[int, Candidate]) -> bool:
    if read.type != "COMPANY" or has_han(text[read.start : read.end]):
        return False
    region = wider.get(read.end + len(_IN))
    within = region is not None and text.startswith(_IN, read.end) and _ENDS.match(text, region.end) is not None
    return within or _KIND.match(text, read.end) is not None


def _as_town(text: str, read: Candidate, base: KnowledgeBase) -> Candidate:
    places = base.by_name(text[read.start : read.end])
    rows = tuple(n.kb_id for n in places if base.entries[n.kb_id].type == "LOCATION")
    return replace(read, type="LOCATION", kb=rows)

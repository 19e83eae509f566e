"""Where companies and possible causes stand in a Doc, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import FURNITURE, Block, Mention, text_of
from pipeline.ontology import PROJECT
from pipeline.text.sentences import doc_sentences

#: Around the agency in a dateline: ATLANTA (|Reuters|) – …
_DATELINE_BEFORE, _DATELINE_BEHIND = re.compile(r"(?:^|\n)[^\n]{0,60}[(（/]$"), re.compile(r"[)）/]\s*[-–—]")


class Sighting(NamedTuple):
    """One mention of an entity or project; `type` is the entity's, or `PROJECT`."""

    start: int
    end: int
    id: str
    type: str


class StorySentence(NamedTuple):
    """One sentence of the story with what stands in it, in reading order."""

    start: int
    end: int
    named: Sequence[Sighting]


def sightings(doc: Doc) -> list[Sighting]:
    """Every mention of entities and projects, by-lines left out, sorted; a project's may hold an entity's."""
    types = {e["entity_id"]: e["type"] for e in doc._.entities if not e["byline"]}
    found = [
        Sighting(m["start"], m["end"], m["entity"], types[m["entity"]]) for m in doc._.mentions if m["entity"] in types
    ]
    for project in doc._.projects:
        for index in project["mentions"]:
            mention = doc._.project_mentions[index]
            found.append(Sighting(mention["start"], mention["end"], project["project_id"], PROJECT))
    return sorted(found, key=lambda s: (s.start, -s.end, s.id))


def within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of sorted mentions that begin in a span of the text.

    >>> [m["text"] for m in within([{"start": 0, "text": "Tarn"}, {"start": 9, "text": "Acme"}], 4, 12)]
    ['Acme']
    """
    return mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)]


def _start(mention: Mention) -> int:
    return mention["start"]


def companies(doc: Doc) -> list[Mention]:
    """Mentions of companies, but the agency of a dateline."""
    text = text_of(doc)
    named = (m for m in doc._.mentions if m["type"] == "COMPANY" and m["entity"])
    return [
        m
        for m in named
        if not (
            _DATELINE_BEHIND.match(text, m["end"])
            and _DATELINE_BEFORE.search(text[max(0, m["start"] - 62) : m["start"]])
        )
    ]


def story_sentences(doc: Doc, found: Sequence[Sighting]) -> list[StorySentence]:
    """Sentences of the story in reading order; furniture is left out."""
    blocks: list[Block] = doc._.blocks
    starts = [block["start"] for block in blocks]
    begins = [s.start for s in found]
    result = []
    for sentence in doc_sentences(doc):
        block = bisect_left(starts, sentence["start"] + 1) - 1
        if block < 0 or blocks[block]["kind"] in FURNITURE:
            continue
        named = found[bisect_left(begins, sentence["start"]) : bisect_left(begins, sentence["end"])]
        result.append(StorySentence(sentence["start"], sentence["end"], named))
    return result

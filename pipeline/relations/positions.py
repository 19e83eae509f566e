"""Posts as relations: who holds which post where, from the positions of the entities, and the other way round."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from pipeline.document import Entity, Mention, Position, Relation, Span, text_of
from pipeline.ontology import BODIES, ontology
from pipeline.text.cues import modality_at, sentence_of

#: A relation that the encoder reads is an affiliation of a person without a title there from this confidence on: of 13
#: such ones of dev and plain 10 are in gold so, and 3 with a title; of 30 less sure ones 2 and 6.
_SURE = 0.65
#: Right before a body that a person has left: "formerly of UniCredit", 曾在英飞凌. "From" alone is no such word.
_LEFT = re.compile(
    r"(?:\b(?:(?:joined|joins|hired|poached|recruited|moved|moves|came|comes\sover)\s(?:[a-z]+\s){0,3}?from"
    r"|(?:formerly|previously)\s(?:of|at|with)|(?<!her\s)(?<!his\s)(?<!the\s)left|leaves|leaving|quit)\s(?:the\s)?"
    r"|(?:曾在|曾任职于|曾任職於|曾供职于|曾供職於|此前在|原在|离开|離開))$",
    re.IGNORECASE,
)
#: Characters before the body's name in which such words stand.
_REACH = 40


def relations(doc: Doc) -> Iterator[Relation]:
    """`holds_position` of every person with a post at a known body; planned where the post lies ahead."""
    types = {e["entity_id"]: e["type"] for e in doc._.entities}
    rule = ontology().relations["holds_position"]
    for entity in doc._.entities:
        for position in entity["positions"]:
            body = position["organization"]
            if body is None or body == entity["entity_id"] or not rule.allows(entity["type"], types.get(body, "")):
                continue
            sentence = sentence_of(doc, position["start"])
            cues = sentence["cues"] if sentence else []
            modality = modality_at(cues, position["start"], position["end"])
            yield Relation(
                type="holds_position",
                subject=entity["entity_id"],
                object=body,
                modality=modality if modality in ("planned", "denied") and not position["current"] else "asserted",
                attributed_to=None,
                evidence=[Span(start=sentence["start"], end=sentence["end"])] if sentence else [],
                method="rule",
                confidence=None,
            )


def affiliations(doc: Doc, known: Iterable[Relation]) -> Iterator[tuple[Entity, Position]]:
    """People at bodies where they have no post by `positions`: an affiliation each, with the title unknown."""
    entities = {e["entity_id"]: e for e in doc._.entities}
    for relation in known:
        if relation["type"] != "holds_position" or relation["method"] != "model" or relation["modality"] == "denied":
            continue
        person, body = entities[relation["subject"]], entities[relation["object"]]
        held = {p["organization"] for p in person["positions"]}
        if (relation["confidence"] or 0.0) < _SURE or body["type"] not in BODIES or body["entity_id"] in held:
            continue
        place = _mention_in(doc, body, relation["evidence"])
        if place is None:
            continue
        before = text_of(doc)[max(0, place["start"] - _REACH) : place["start"]]
        current = relation["modality"] == "asserted" and _LEFT.search(before) is None
        yield (
            person,
            Position(
                title=None, organization=body["entity_id"], current=current, start=place["start"], end=place["end"]
            ),
        )


def _mention_in(doc: Doc, entity: Entity, evidence: Iterable[Span]) -> Mention | None:
    """The first mention of an entity in some sentences, else in the article; null without any."""
    own: list[Mention] = [doc._.mentions[i] for i in entity["mentions"]]
    starts = [m["start"] for m in own]
    for span in evidence:
        first = bisect_left(starts, span["start"])
        if first < len(own) and starts[first] < span["end"]:
            return own[first]
    return own[0] if own else None

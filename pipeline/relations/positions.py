"""Posts as relations: who holds which post where, from the positions of the entities."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.document import Relation, Span
from pipeline.ontology import ontology
from pipeline.text.cues import modality_at, sentence_of


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

"""What the encoder reads and is none: posts at places and abroad, parties of other items, places of markets."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.document import Relation
from pipeline.relations.crossed import Crossed
from pipeline.relations.list_items import ListItems
from pipeline.relations.markets import only_markets


class Barred:
    """Which relations of a document are none, whatever their score.

    Args:
        doc: with blocks, mentions, entities with posts, and projects.
        crossed: ends that plain statements of a sentence give to others.
    """

    def __init__(self, doc: Doc, crossed: Crossed) -> None:
        self._places = {e["entity_id"] for e in doc._.entities if e["type"] == "LOCATION"}
        self._states = {e["entity_id"]: e["country"] for e in doc._.entities if e["type"] in ("PERSON", "GOVERNMENT")}
        self._commission = _of_commission(doc)
        self._items = ListItems(doc)
        self._markets = only_markets(doc)
        self._crossed = crossed

    def __contains__(self, relation: Relation) -> bool:
        if relation["type"] == "holds_position":
            return self._is_no_post(relation)
        if relation["type"] == "located_in":
            return relation["object"] in self._markets
        return self._is_crossed(relation) or self._items.part(relation)

    def _is_no_post(self, relation: Relation) -> bool:
        """Whether somebody is read at a country or town, which only a title tells; serves one state and is read at a
        body of another; or has a post at the Commission and is read at the Union.

        Of 5 of the first in dev, hard and plain none is in gold, nor is any of the second.
        """
        ends = relation["subject"], relation["object"]
        countries = {self._states.get(end) for end in ends}
        abroad = None not in countries and len(countries) > 1
        return abroad or relation["object"] in self._places or ends in self._commission

    def _is_crossed(self, relation: Relation) -> bool:
        """Whether it was read in one sentence alone, whose plain statements give its ends to others."""
        said, ends = relation["evidence"], (relation["type"], relation["subject"], relation["object"])
        return len(said) == 1 and (*ends, said[0]["start"]) in self._crossed


def _of_commission(doc: Doc) -> set[tuple[str, str]]:
    """Whoever has a post at the European Commission, with the Union, at which they are read too."""
    ids = {e["entity_id"]: e["kb_id"] for e in doc._.entities}
    unions = [entity for entity, row in ids.items() if row == "european-union"]
    if not unions:
        return set()
    bodies = {e["entity_id"]: {ids.get(post["organization"] or "") for post in e["positions"]} for e in doc._.entities}
    return {(who, union) for who, rows in bodies.items() if "european-commission" in rows for union in unions}

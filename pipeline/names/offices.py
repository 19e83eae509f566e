"""Posts at bodies of states that people are known to hold, whatever body stands nearer in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.document import Entity, Position
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.rows import KnownPosition
from pipeline.names.position_patterns import FORMER, LEGISLATOR
from pipeline.text.scripts import to_simplified

_SPOKESPERSON = re.compile(r"spokes(?:man|woman)")


def office(base: KnowledgeBase, person: Entity, title: str) -> KnownPosition | None:
    """The post of a state, as far as is known not left, that a title of a person tells.

    >>> from pipeline.kb.knowledge_base import load
    >>> office(load(), {"kb_id": "rachel-reeves"}, "Chancellor").organization
    'hm-treasury'
    """
    if LEGISLATOR.fullmatch(title):
        return None
    for known in base.positions.get(person["kb_id"] or "", ()):
        body = base.entries.get(known.organization)
        of_state = body is not None and body.type in ("GOVERNMENT", "LOCATION")
        if of_state and known.until is None and any(_are_one(title, name) for name in _names(known)):
            return known
    return None


def held_at(position: Position, known: KnownPosition, base: KnowledgeBase, entities: Mapping[str, Entity]) -> Position:
    """A post at the body where it is known to be held, else at its country, where another state's body, a company or
    nothing was taken.

    Of 408 such posts in gold of train whose body is an entity of the article 399 are there.
    """
    country = base.entries[known.organization].country or ""
    own = [e["entity_id"] for e in entities.values() if e["kb_id"] == known.organization]
    body = entities.get(position["organization"] or "")
    if (
        own
        or body is None
        or body["type"] not in ("GOVERNMENT", "ORGANIZATION")
        or body["country"] not in (None, country)
    ):
        places = [e["entity_id"] for e in entities.values() if e["kb_id"] == f"country-{country.lower()}"]
        return position | {"organization": next(iter(own or places), None)}
    return position


def _names(known: KnownPosition) -> Iterator[str]:
    yield from (name for name in (known.title_en, known.title_zh) if name)


def _are_one(title: str, known: str) -> bool:
    """Whether one title has the other in it: Chancellor, Chancellor of the Exchequer."""
    first, second = (
        _SPOKESPERSON.sub("spokesperson", to_simplified(FORMER.sub("", t)).strip().lower()) for t in (title, known)
    )
    return first in second or second in first

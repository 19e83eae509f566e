"""The spaCy component that finds the posts of people."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Position, text_of
from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.names.board_lists import board_posts, is_listed
from pipeline.names.position_organizations import Organizations
from pipeline.names.successions import inherited
from pipeline.names.title_words import settled
from pipeline.names.titles import titles
from pipeline.names.told_bodies import appointed, settle_by_others, without_unnamed

_HAN = re.compile("[一-鿿]")
#: A minister's title with its field behind it, of which gold of train has no second one with the field before it.
_FIELD_BEHIND = re.compile(r"(minister|secretary) (?:of|for) (?!state\b)(.+)$")
#: Between two titles that are one.
_JOINT = re.compile(r"、|兼任?|\s(?:and|&)\s")


@Language.factory(
    "positions", assigns=["doc._.entities"], requires=["doc._.entities", "doc._.titles", "doc._.pair_scores"]
)
class Positions:
    """Writes the `positions` of each person in `doc._.entities`, from the titles that the encoder reads.

    Reads `doc._.mentions` and `blocks`; runs behind the linker, whose country codes tell ministers' states.
    """

    def __init__(self, nlp: Language, name: str, base: KnowledgeBase | None = None) -> None:
        self.name = name
        self._base = base or load()

    def __call__(self, doc: Doc) -> Doc:
        organizations = Organizations(doc, self._base)
        read = titles(doc)
        held: dict[str, list[Position]] = {}
        for entity in doc._.entities:
            identity = entity["entity_id"]
            found = held.setdefault(identity, [])
            for position in read.get(identity, []):
                if is_listed(organizations.boards, position):
                    continue
                if (clean := settled(doc, position)) is not None:
                    post = organizations.of_state(organizations.completed(clean, identity), identity)
                    post = organizations.of_union(organizations.of_office(organizations.of_ministry(post), identity))
                    _add(found, without_unnamed(doc, appointed(doc, _settled(organizations, post))))
            held[identity] = joined(text_of(doc), found)
        settle_by_others(doc, held)
        for identity, position in list(inherited(doc, held)):
            _add(held[identity], position)
        for identity, position in board_posts(doc, organizations.boards, organizations.issuer):
            if not any(_includes(known, position) for known in held[identity]):
                _add(held[identity], position)
        for entity in doc._.entities:
            entity["positions"] = held[entity["entity_id"]]
        return doc


def _settled(organizations: Organizations, post: Position) -> Position:
    """A post with the body that its place in the text tells: the kind named before it, a letter's, a notice's."""
    return organizations.of_issuer(organizations.of_kind(organizations.signed(organizations.local(post))))


def joined(text: str, positions: list[Position]) -> list[Position]:
    """Titles at one body that stand side by side are one, as printed (rule 44): 创始人、董事长.

    >>> one = Position(title="董事", organization="a", current=True, start=0, end=2)
    >>> two = one | {"title": "总经理", "start": 3, "end": 6}
    >>> [p["title"] for p in joined("董事、总经理李强", [one, two])]
    ['董事、总经理']
    """
    found: list[Position] = []
    for position in sorted(positions, key=lambda p: p["start"]):
        last = found[-1] if found else None
        if last is not None and _is_one(text, last, position):
            end = position["end"]
            found[-1] = last | {"title": text[last["start"] : end], "end": end}
        else:
            found.append(position)
    return found


def _is_one(text: str, first: Position, second: Position) -> bool:
    """Whether two titles at one body, as the text prints them, have nothing but a joint between them."""
    printed = all(p["title"] == text[p["start"] : p["end"]] for p in (first, second))
    alike = all(first[key] == second[key] for key in ("organization", "current"))
    return printed and alike and _JOINT.fullmatch(text, first["end"], second["start"]) is not None


def _translates(known: Position, position: Position) -> bool:
    """Whether a bilingual article gives the same post again in its other language."""
    if known["title"] is None or position["title"] is None:
        return False
    other = (_HAN.search(known["title"]) is None) != (_HAN.search(position["title"]) is None)
    return other and (
        known["organization"] == position["organization"] or None in (known["organization"], position["organization"])
    )


def _includes(known: Position, position: Position) -> bool:
    """Whether a post's title has the other one in it (主席兼執行董事), at one body."""
    if known["organization"] != position["organization"] or known["title"] is None or position["title"] is None:
        return False
    return re.search(rf"(?<!non-)(?<![非立]){re.escape(position['title'])}", known["title"], re.IGNORECASE) is not None


def _plain(title: str) -> str:
    """A title without case, a minister's field before it: "minister of finance" is the finance minister."""
    return _FIELD_BEHIND.sub(r"\2 \1", title.lower())


def _add(positions: list[Position], position: Position) -> None:
    """Keep each title once: a second sight of it may add its organisation; an affiliation yields to a title."""
    for known in positions:
        if (
            known["title"] is not None
            and position["title"] is not None
            and _plain(known["title"]) == _plain(position["title"])
        ):
            if known["organization"] is None:
                known["organization"] = position["organization"]
            if position["organization"] in (None, known["organization"]):
                return
        if position["title"] is None and known["organization"] == position["organization"]:
            return
        if _translates(known, position):
            return
    if position["title"] is not None:
        positions[:] = [p for p in positions if p["title"] is not None or p["organization"] != position["organization"]]
    positions.append(position)

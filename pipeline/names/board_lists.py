"""Directors whom an exchange notice lists at its end, each under the title of the list that the name stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import Block, Position, text_of
from pipeline.names.position_patterns import BOARD_LIST

_TITLE = re.compile(
    r"(?P<zh>(?:獨立非執行|独立非执行|獨立|独立|非執行|非执行|執行|执行|職工代表|职工代表)董事)"
    r"|\b(?P<kind>(?:independent\s)?non-executive|independent|executive)\sdirectors?\b",
    re.IGNORECASE,
)


class BoardList(NamedTuple):
    """A paragraph that lists the directors of an issuer, and the titles of its lists."""

    block: Block
    titles: list[re.Match[str]]


def board_lists(doc: Doc) -> list[BoardList]:
    """Such paragraphs of a Doc with `blocks`."""
    text = text_of(doc)
    blocks = [b for b in doc._.blocks if BOARD_LIST.match(text, b["start"], b["end"])]
    return [BoardList(b, list(_TITLE.finditer(text, b["start"], b["end"]))) for b in blocks]


def board_posts(doc: Doc, lists: Sequence[BoardList], issuer: str | None) -> Iterator[tuple[str, Position]]:
    """Each director of the lists with the post, by entity_id.

    Args:
        issuer: entity_id of the company whose notice it is, the body of these posts.
    """
    for block, titles in lists:
        people = [m for m in doc._.mentions if m["type"] == "PERSON" and m["entity"]]
        for person in (m for m in people if block["start"] <= m["start"] < block["end"]):
            before = [t for t in titles if t.end() <= person["start"]]
            if before:
                yield str(person["entity"]), _position(before[-1], issuer)


def is_listed(lists: Sequence[BoardList], position: Position) -> bool:
    """Whether a post was read from the title of a list, which is of all names behind it."""
    titles = [title for board in lists for title in board.titles]
    return any(t.start() < position["end"] and position["start"] < t.end() for t in titles)


def _position(title: re.Match[str], issuer: str | None) -> Position:
    named = title["zh"] or f"{' '.join(title['kind'].split())} director"
    return Position(title=named, organization=issuer, current=True, start=title.start(), end=title.end())

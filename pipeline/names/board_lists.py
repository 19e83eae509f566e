"""Directors whom an exchange notice lists at its end, each under the title of the list that the name stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import Block, Position, text_of
from pipeline.names.position_patterns import BOARD_LIST
from pipeline.text.scripts import to_simplified

#: A title that heads a list: what opens the list stands behind it, or "the Board comprises" before it.
_TITLE = re.compile(
    r"(?P<zh>(?:独立非执行|独立|非执行|执行|职工代表)董事)(?:\s*(?:为|是|包括|:|：)|(?<=包括.{4})|(?<=包括.{5})|(?<=包括.{7})|(?<=[；;、及].{4})"
    r"|(?<=[；;、及].{5})|(?<=[；;、及].{7}))"
    r"|\b(?P<kind>(?:independent\s)?non-executive|independent|executive)\sdirectors?(?:\s(?:is|are|being|comprises?)|\s?:)",
    re.IGNORECASE,
)
#: Between a title and a name, or two names, of one list: signs, forms of address, brackets, a title of one's own.
_WITHIN = re.compile(
    r"(?:[\s、，,和及与：:]|为|是|包括|先生|女士|小姐|博士|教授|太平绅士|[（(][^（）()]{0,60}[）)]|\b(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir|Dame|and|JP)\b\.?"
    r"|[\u4e00-\u9fff]{2,10}(?:总监|官|长|裁|席|经理|秘书))*"
)


class BoardList(NamedTuple):
    """A paragraph that lists the directors of an issuer, and the titles of its lists."""

    block: Block
    titles: list[re.Match[str]]


def board_lists(doc: Doc) -> list[BoardList]:
    """Such paragraphs of a Doc with `blocks`: those in which a title stands before the first name."""
    text = to_simplified(text_of(doc))
    starts = [m["start"] for m in doc._.mentions]
    found = []
    for block in doc._.blocks:
        if not BOARD_LIST.match(text, block["start"], block["end"]):
            continue
        titles = list(_TITLE.finditer(text, block["start"], block["end"]))
        inside = doc._.mentions[bisect_left(starts, block["start"]) : bisect_left(starts, block["end"])]
        first = next((m["start"] for m in inside if m["type"] == "PERSON"), block["end"])
        if titles and titles[0].end() <= first:
            found.append(BoardList(block, titles))
    return found


def board_posts(doc: Doc, lists: Sequence[BoardList], issuer: str | None) -> Iterator[tuple[str, Position]]:
    """Each director of the lists with the post, by entity_id; a list ends where a sentence goes on.

    Args:
        issuer: entity_id of the company whose notice it is, the body of these posts.
    """
    text = to_simplified(text_of(doc)) if lists else ""
    starts = [m["start"] for m in doc._.mentions]
    for block, titles in lists:
        for number, title in enumerate(titles):
            end = titles[number + 1].start() if number + 1 < len(titles) else block["end"]
            last = title.end()
            for mention in doc._.mentions[bisect_left(starts, title.end()) : bisect_left(starts, end)]:
                if mention["type"] != "PERSON" or _WITHIN.fullmatch(text, last, mention["start"]) is None:
                    continue
                last = mention["end"]
                if mention["entity"]:
                    yield str(mention["entity"]), _position(text_of(doc), title, issuer)


def is_listed(lists: Sequence[BoardList], position: Position) -> bool:
    """Whether a post was read from the title of a list, which is of all names behind it."""
    return any(
        title.start() < position["end"] and position["start"] < title.end() for board in lists for title in board.titles
    )


def _position(text: str, title: re.Match[str], issuer: str | None) -> Position:
    start, end = title.span("zh" if title["zh"] else "kind")
    named = text[start:end] if title["zh"] else f"{' '.join(title['kind'].split())} director"
    return Position(title=named, organization=issuer, current=True, start=start, end=end)

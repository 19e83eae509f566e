"""Titles as an analyst prints them: cut free of the words around them, of the body's name and of forms of address."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc

from pipeline.document import Mention, Position, text_of
from pipeline.names import position_patterns as patterns
from pipeline.ontology import ontology
from pipeline.text.scripts import to_simplified

_BEFORE = re.compile(r"^(?:(?:on|in|at)\s[^,]{1,20}?\sby\s)?(?:(?:as|the|an?|its|our|their|his|her)\s)*", re.IGNORECASE)
_BEHIND = re.compile(r"(?:,?\s(?:the\s)?honou?rable|\s(?:for|of|at|in|and|the|with)|[-–,、，\s])+$", re.IGNORECASE)
_AFTER_BODY = re.compile(r"(?:['’]s?)?\s+|的|")
#: Heads that a pair of people shares: "the founders A and B".
_SHARED = re.compile(r"\b(founder|partner|analyst|economist|director|manager|president)s$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^(?:the\s)?(?:vice\s)?(?:dr|prof|engr?|hon|honou?rable|mr|mrs|ms|sir|dame|lady|lord)\.?$"
    r"|^(?:先生|女士|小姐|博士|老师|老師|院士)$",
    re.IGNORECASE,
)
#: Ownership, which is no post.
_OWNER = re.compile(r"^(?:(?:共同)?(?:实际控制人|實際控制人|实控人|實控人)|控股股东|控股股東)$")


def settled(doc: Doc, position: Position) -> Position | None:
    """A post with a clean title; null for a form of address.

    A body whose name begins the title ("Acme’s chair", 蓝港董事长) is where the post is held; ownership has no title.
    Offsets of the result locate the clean title.
    """
    words = position["title"]
    if words is None:
        return position
    text, start, end = text_of(doc), position["start"], position["end"]
    body = _body_at(doc._.mentions, start, end)
    if body is not None:
        position = position | {"organization": body["entity"]}
        start = body["end"] + _length(_AFTER_BODY, text[body["end"] : end])
        words = text[start:end]
    first = _length(_BEFORE, words)
    last = first + len(_BEHIND.sub("", words[first:]))
    words = words[first:last]
    if not words or _ADDRESS.match(words):
        return None
    if text[start:end].startswith(words, first):
        start, end = start + first, start + last
    if _OWNER.match(words):
        return position | {"title": None, "start": start, "end": end}
    return position | {"title": _SHARED.sub(r"\1", words), "start": start, "end": end}


def is_public(title: str) -> bool:
    """Whether only a state or a body of it has such a post.

    >>> is_public("transport secretary"), is_public("company secretary")
    (True, False)
    """
    return patterns.PUBLIC_POST.search(to_simplified(title)) is not None


def _length(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _body_at(mentions: list[Mention], start: int, end: int) -> Mention | None:
    """The body whose name begins at `start` and leaves room for a title before `end`."""
    index = bisect_left(mentions, start, key=lambda m: m["start"])
    if index == len(mentions) or mentions[index]["start"] != start:
        return None
    mention = mentions[index]
    held = ontology().relations["holds_position"].allows("PERSON", mention["type"])
    return mention if held and mention["entity"] and mention["end"] < end else None

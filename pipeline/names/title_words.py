"""Titles as an analyst prints them: cut free of the words around them, of the body's name and of forms of address."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc

from pipeline.document import Mention, Position, text_of
from pipeline.names import position_patterns as patterns
from pipeline.names import title_trims as trims
from pipeline.ontology import ontology
from pipeline.text.demonyms import nationality
from pipeline.text.scripts import to_simplified

#: Between the head of a title and its field.
_COMPLEMENT = re.compile(r"\s(?:of|for|in|at|to)\s|,")
_AFTER_BODY = re.compile(r"(?:['’]s?)?\s+|的|")
#: The post of a place's or body's head: 台中|市長, 能源|署長, of which a tagger may take one character.
_HEAD_OF_PLACE = re.compile("[市省县縣区區署局部厅廳司處处院][长長]")
#: Between a body and what is its own.
_OWNER_BEFORE = re.compile(r"['’]s? $")
#: Heads of departments, which companies have too.
_DEPARTMENT = re.compile(r"\w部(?:副|代理)?部长$")
#: Heads that a pair of people shares: "the founders A and B".
SHARED = re.compile(
    r"^((?:(?!\b(?:of|for|in|at|to)\b|,).)*\b(?:founder|partner|analyst|economist|director|manager|president|commissioner|senator|minister"
    r"|chief|head|chair|executive|officer|liquidator|administrator|receiver|trustee|lawyer|advis[eo]r|engineer|strategist|professor"
    r"|lawmaker|councillor|owner|leader|editor))s(?=$|\s(?:of|for|in|at)\s)",
    re.IGNORECASE,
)


def settled(doc: Doc, position: Position) -> Position | None:
    """A post with a clean title; null for a form of address.

    A body whose name begins the title ("Acme’s chair", 蓝港董事长) is where the post is held; ownership has no title.
    Offsets of the result locate the clean title.
    """
    words = position["title"]
    if words is None:
        return position
    text, start, end = text_of(doc), position["start"], position["end"]
    if start and _HEAD_OF_PLACE.fullmatch(text, start - 1, end):
        start -= 1
        words = text[start:end]
    start = _behind_body(doc, start, end)
    words = text[start:end] if start > position["start"] else words
    position = _at_whole_body(doc, position, start)
    body = _body_at(doc._.mentions, start, end)
    if body is not None and body["type"] == "COMPANY" and is_public(text[start:end]):  # the broker Prime
        body = None
    if body is not None and text[body["end"] : end] not in ("长", "長") and text[body["end"]] not in "区區":
        position = position | {"organization": body["entity"]}
        start = body["end"] + _length(_AFTER_BODY, text[body["end"] : end])
        words = text[start:end]
    if (place := _place_of_post(doc, start, end)) is not None:
        end = place["end"]
        words = text[start:end]
    first = _beginning(words)
    last = first + len(trims.BEHIND.sub("", words[first:]))
    words = words[first:last]
    if not words or trims.ADDRESS.match(words) or trims.SEVERAL.match(words) or _is_place(doc._.mentions, start, end):
        return None
    if trims.NO_POST.search(_core(words)) or trims.NO_POST_END.search(words):
        places = {m["entity"] for m in doc._.mentions if m["type"] == "LOCATION"}
        return None if position["organization"] in {None, *places} else position | {"title": None}
    if text[start:end].startswith(words, first):
        start, end = start + first, start + last
    if trims.OWNER.match(words):
        return position | {"title": None, "start": start, "end": end}
    words = trims.OFFICES.get(words, words).translate(trims.QUOTES)
    if text[start:end] == words:
        position, start, end = _widened(doc, position, start, end)
        words = text[start:end]
    return position | {"title": SHARED.sub(r"\1", words), "start": start, "end": end}


def _place_of_post(doc: Doc, start: int, end: int) -> Mention | None:
    """The place right behind a title that it is for: ambassador to |Kenya. 7 of 7 such titles of gold have it."""
    number = bisect_left(doc._.mentions, end, key=lambda m: m["end"])
    place: Mention | None = doc._.mentions[number] if number < len(doc._.mentions) else None
    if place is None or place["type"] != "LOCATION":
        return None
    post = trims.FOR_A_PLACE.fullmatch(text_of(doc), start, place["start"])
    return place if post is not None and post.start("gap") <= end else None


def _widened(doc: Doc, position: Position, start: int, end: int) -> tuple[Position, int, int]:
    """A post with the whole span of its title: with the field or board behind it, or the region before it (亚太区总裁).

    A region is not where such a post is held: that is the body right before it, or open.
    A minister is one of the place.
    """
    text = text_of(doc)
    if start > 1 and trims.BEGINS_EARLIER.fullmatch(text, start - 2, end):
        former = text[max(0, start - 3) : start - 2] in ("前", "原")
        return position | {"current": position["current"] and not former}, start - 2, end
    if start > 2 and trims.SECRETARY.fullmatch(text, start - 3, end):
        return position, start - 3, end
    place_body = trims.LOCAL_BODY.search(text, max(0, start - 6), start)
    if place_body is not None and position["organization"] is None:
        return position, place_body.start(), end
    for earlier in range(max(0, start - 2), start):
        inside = text[start - 1] == "委" and _ending_at(doc._.mentions, start) is not None
        if not inside and trims.PARTY_POST.match(text, earlier, end):
            return position, earlier, end
    if (board := trims.OF_THE_BOARD.match(text, end)) is not None:
        return position, start, board.end()
    if _COMPLEMENT.search(text, start, end) is None and (field := trims.FIELD.match(text, end)) is not None:
        return position, start, field.end()
    if (owned := _region_of_owner(doc, start) or _region_before(doc, position, start, end)) is not None:
        return position | {"organization": owned[1]}, owned[0]["start"], end
    region = _ending_at(doc._.mentions, start)
    title = text[start:end]
    regional = trims.REGIONAL.match(to_simplified(title)) is not None and not is_public(title)
    if region is None or region["type"] != "LOCATION" or not regional:
        return position, start, end
    if position["organization"] == region["entity"]:
        before = region["start"] - (text[region["start"] - 1 : region["start"]] == "的")
        body = _ending_at(doc._.mentions, before)
        named = body is not None and body["type"] in ("COMPANY", "ORGANIZATION")
        position = position | {"organization": body["entity"] if body is not None and named else None}
    return position, region["start"], end


def _region_of_owner(doc: Doc, start: int) -> tuple[Mention, str | None] | None:
    """The region that an English title at `start` is for and the body whose it is, right before it: BMW's China |boss;
    of 9 such titles in gold 9 begin with the region.
    """
    text = text_of(doc)
    region = _ending_at(doc._.mentions, start - 1) if text[start - 1 : start] == " " else None
    if region is None or region["type"] != "LOCATION":
        return None
    owner = _OWNER_BEFORE.search(text, max(0, region["start"] - 4), region["start"])
    body = _ending_at(doc._.mentions, owner.start()) if owner else None
    return (region, body["entity"]) if body is not None and body["type"] in ("COMPANY", "ORGANIZATION") else None


def _region_before(doc: Doc, position: Position, start: int, end: int) -> tuple[Mention, str | None] | None:
    """The region right before an English title at a company, or at "its": its Israel |head; 29 of 30 such titles in
    gold begin with the region.
    """
    text = text_of(doc)
    region = _ending_at(doc._.mentions, start - 1) if text[start - 1 : start] == " " else None
    if region is None or region["type"] != "LOCATION" or not trims.OF_REGION.fullmatch(text, start, end):
        return None
    body = position["organization"]
    if trims.ITS.search(text, max(0, region["start"] - 15), region["start"]):
        return region, body if body != region["entity"] else None
    companies = {m["entity"] for m in doc._.mentions if m["type"] == "COMPANY"}
    return (region, body) if body in companies else None


def _behind_body(doc: Doc, start: int, end: int) -> int:
    """Where a title begins that a tagger opened inside of a body's name, but for the head of an office of that body:
    蓝港南湾分行|副行长, 省发展改革委|高技术处处长.
    """
    mentions = doc._.mentions
    index = bisect_left(mentions, start, key=lambda m: m["end"])
    while index < len(mentions) and mentions[index]["end"] <= start:
        index += 1
    if index == len(mentions) or mentions[index]["type"] == "PERSON":
        return start
    body = mentions[index]
    inside = body["start"] < start < body["end"] < end - 1
    return body["end"] if inside and not trims.UNIT_HEAD.match(text_of(doc), body["end"], end) else start


def _at_whole_body(doc: Doc, position: Position, start: int) -> Position:
    """A post at the body that a name which runs into the title begins with: 省发展改革委 of 省发展改革委高技术."""
    inside = (m for m in doc._.mentions if m["start"] < start < m["end"] and m["entity"] == position["organization"])
    name = next((text_of(doc)[m["start"] : start] for m in inside), None)
    bodies = (e for e in doc._.entities if e["type"] in ("GOVERNMENT", "ORGANIZATION", "COMPANY"))
    named = [e["entity_id"] for e in bodies if name and any(n["value"].endswith(name) for n in e["names"])]
    return position | {"organization": named[0]} if len(named) == 1 else position


def _ending_at(mentions: list[Mention], end: int) -> Mention | None:
    index = bisect_left(mentions, end, key=lambda m: m["end"])
    return mentions[index] if index < len(mentions) and mentions[index]["end"] == end else None


def _beginning(words: str) -> int:
    """Where a title begins behind the words that are no part of it."""
    simplified = to_simplified(words)
    if (ruler := trims.ZH_HEAD_OF_STATE.search(simplified)) is not None:
        return ruler.start()
    first = _length(trims.ZH_BEFORE, simplified) or _length(trims.BEFORE, words)
    return first + nationality(words[first:])


def _is_place(mentions: list[Mention], start: int, end: int) -> bool:
    """Whether a span is the name of a place, which no title is."""
    place = _ending_at(mentions, end)
    return place is not None and place["start"] == start and place["type"] == "LOCATION"


def _core(words: str) -> str:
    """A title without what follows its head ("head of research" is a head)."""
    return _COMPLEMENT.split(words, maxsplit=1)[0]


def is_public(title: str) -> bool:
    """Whether only a state or a body of it has such a post.

    >>> is_public("transport secretary"), is_public("company secretary"), is_public("审计部副部长")
    (True, False, False)
    """
    simplified = to_simplified(title)
    return patterns.PUBLIC_POST.search(simplified) is not None and not _DEPARTMENT.search(simplified)


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

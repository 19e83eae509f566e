"""Names of companies with a bracket inside or at the end, which were read as far as the bracket or from it on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.candidates import Candidate
from pipeline.text.scripts import MIDDLE_DOTS, has_han

_HAN = "[\u4e00-\u9fff]"
#: What else but a place stands in such a bracket.
_KINDS = r"Pty|Private|Pvt|Proprietary|Group|Holdings?|集[团團]|控股"
#: Up to the end of the name behind the bracket.
_LEGAL = (
    r"(?:\s(?:Co\.?,?\s)?(?:Ltd|Limited|LLC|LLP|Inc|Pte|Company|Corporation|Corp|GmbH)\b\.?(?:\sLtd\b\.?)?"
    rf"|{_HAN}{{0,10}}?(?:股份有限公司|有限[责責]任公司|有限公司))"
)
_BRACKET = re.compile(
    rf"\s?[（(](?P<inside>[^（()）\n]{{2,24}})[)）](?:(?P<legal>{_LEGAL})|(?![\u4e00-\u9fffA-Za-z0-9]))?"
)
#: A name that begins inside of a bracket, and what stands before that bracket if no candidate does.
_CUT = re.compile(r"[^（(\n]{2,24}[)）]\S")
_BEFORE = re.compile(rf"(?:^|[\n，。；：、“「\s])(?P<name>{_HAN}[\u4e00-\u9fff{MIDDLE_DOTS}-]{{1,9}})[（(]$")


def with_brackets(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with companies read to their end over a bracket, and without what that covers.

    In gold of train no place in a bracket right behind a company's name is a mention of its own; 50 names have one. A
    name that the article also has without it is no longer one.

    >>> with_brackets("蓝港（杭州）有限公司", [Candidate(0, 2, "COMPANY", "encoder", 0.9)])
    [Candidate(start=0, end=10, type='COMPANY', method='encoder', score=0.9, kb=())]
    """
    whole = [_without_open_bracket(text, c) for c in candidates]
    places = {(c.start, c.end) for c in whole if c.type == "LOCATION"}
    ends = {c.end: c for c in whole if c.type != "PERSON"}
    longer: dict[tuple[int, int], Candidate] = {}
    kept = []
    for candidate in whole:
        grown = _grown(text, candidate, places) or _opened(text, candidate, ends)
        if grown is None:
            kept.append(candidate)
        else:
            rival = longer.get((grown.start, grown.end), grown)
            longer[grown.start, grown.end] = max(grown, rival, key=lambda c: c.score)
    return [*longer.values(), *(c for c in kept if not any(s <= c.start and c.end <= e for s, e in longer))]


def _grown(text: str, read: Candidate, places: set[tuple[int, int]]) -> Candidate | None:
    bracket = _BRACKET.match(text, read.end) if read.type == "COMPANY" else None
    if bracket is None:
        return None
    inside, legal = bracket["inside"], bracket["legal"]
    if has_han(inside) is not has_han(text[read.start : read.end]):  # a gloss
        return None
    kind = re.fullmatch(_KINDS, inside) is not None
    place = bracket.span("inside") in places
    named = legal is not None and (kind or place or re.fullmatch(rf"{_HAN}{{2,5}}", inside) is not None)
    alone = text.count(text[read.start : read.end]) > text.count(text[read.start : bracket.end()])
    closes = legal is None and bracket.end() == bracket.end("inside") + 1 and (kind or (place and not alone))
    if not (named or closes):
        return None
    return replace(read, end=bracket.end(), kb=())


def _opened(text: str, read: Candidate, ends: dict[int, Candidate]) -> Candidate | None:
    """A company read from the inside of a bracket on, with what stands before the bracket."""
    inside_of_one = read.type == "COMPANY" and text[max(0, read.start - 1) : read.start] in ("(", "（")
    if not inside_of_one or not _CUT.match(text, read.start):
        return None
    inside = re.match(r"[^)）]+", text[read.start : read.end - 2])
    if inside is None or text[read.start + inside.end()] not in ")）":
        return None
    at = read.start - 1
    first = ends.get(at) or (ends.get(at - 1) if text[at - 1 : at] == " " else None)
    if first is not None and has_han(inside.group()) is has_han(text[first.start : first.end]):
        return replace(read, start=first.start, kb=())
    before = _BEFORE.search(text, max(0, at - 12), at + 1)
    return replace(read, start=before.start("name"), kb=()) if before else None


def _without_open_bracket(text: str, read: Candidate) -> Candidate:
    """A candidate up to a bracket that does not close in it."""
    name = text[read.start : read.end]
    opened = max(name.rfind("("), name.rfind("（"))
    before = name[:opened].rstrip() if opened >= 0 else ""
    cut = len(before) > 1 and not re.search(r"[)）]", name[opened:])
    return replace(read, end=read.start + len(before)) if cut else read

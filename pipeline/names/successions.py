"""Posts that pass from one person to another: "X succeeds Y", "Y’s successor, X", X接替Y."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import FURNITURE, Position, text_of
from pipeline.text.scripts import has_han, to_simplified

#: Characters between the two people, at most.
_REACH = 160
_TITLED = r"(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s)?"
_NEW_SENTENCE = r"(?:(?![.;!?]\s|[。；！？]).)*?(?:\.\s(?:He|She)\s(?:(?:will|is\sto|would)\s)?)?"
#: Between the one who comes and the one who goes, in this order.
_FOLLOWS = re.compile(
    rf"{_NEW_SENTENCE}(?:\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|t(?:ak(?:es?|ing)|ook)\sover\s(?:(?![.;]\s).)*?from|"
    rf"in\s(?:the\s)?place\sof|successor\sto)\s{_TITLED}"
    r"|(?:接替|取代|接任|继任|接棒)(?:即将|已|将)?(?:离任|退休|卸任|辞任)?的?)"
)
#: Between the one who goes and the one who comes.
_PRECEDES = re.compile(
    rf"(?:(?![。；！？]).)*?(?:(?:['’]s|\b[Hh]is|\b[Hh]er)\ssuccessor(?:\s(?:as|at)\s[^,.;]{{1,60}}?)?(?:,|\s(?:is|was|will\sbe))?\s{_TITLED}"
    rf"|\b(?:was|been|be|being)\s(?:succeeded|replaced)\s(?:[^,.;]{{1,60}}\s)?by\s{_TITLED}"
    r"|(?:的|，其)?(?:继任者|接班人|接任者)(?:为|是|，)?)"
)
#: The same with the predecessor named second: "his predecessor, Y".
_PREDECESSOR = re.compile(
    rf"(?:(?![。；！？]).)*?(?:(?:['’]s|\b[Hh]is|\b[Hh]er)\spredecessor(?:\s(?:as|at)\s[^,.;]{{1,60}}?)?,?\s{_TITLED}|(?:的|，其)前任(?:为|是|，)?)"
)
_FORMER = re.compile(r"^(?:(?:former|ex)[\s-]|前任|前|原)", re.IGNORECASE)


class Succession(NamedTuple):
    """Who comes and who goes, and where the text says it."""

    successor: str
    predecessor: str
    start: int
    end: int


def successions(doc: Doc) -> Iterator[Succession]:
    """Pairs of people one of whom takes the other's post, in reading order."""
    text = text_of(doc)
    people = [m for m in doc._.mentions if m["type"] == "PERSON"]
    starts = [m["start"] for m in people]
    for block in doc._.blocks:
        if block["kind"] in FURNITURE:
            continue
        low, high = bisect_left(starts, block["start"]), bisect_left(starts, block["end"])
        for first, second in pairwise(people[low:high]):
            between = text[first["end"] : second["start"]]
            one, other = first["entity"], second["entity"]
            if one is None or other is None or one == other or len(between) > _REACH:
                continue
            simplified = to_simplified(between)
            if _FOLLOWS.fullmatch(simplified) or _PREDECESSOR.fullmatch(simplified):
                yield Succession(one, other, first["start"], second["end"])
            elif _PRECEDES.fullmatch(simplified):
                yield Succession(other, one, first["start"], second["end"])


def inherited(doc: Doc, held: dict[str, list[Position]]) -> Iterator[tuple[str, Position]]:
    """What successions add to the posts held, by entity_id: the one post of either that the other lacks.

    Of several posts of one person, it is the one whose title stands nearest to the words of the succession.
    """
    for change in successions(doc):
        for giver, taker, current in (
            (change.predecessor, change.successor, True),
            (change.successor, change.predecessor, False),
        ):
            titled = [p for p in held.get(giver, []) if p["title"] is not None]
            given = [p for p in titled if p["current"] is not current] or (titled if current else [])
            bodies = {p["organization"] for p in held.get(taker, []) if p["title"] is not None}
            if not given:
                continue
            post = min(given, key=lambda p: (_distance(change, p), p["start"]))
            if post["organization"] not in bodies:
                yield taker, post | {"title": _title(post["title"] or "", current), "current": current}


def _title(title: str, current: bool) -> str:
    bare = _FORMER.sub("", title)
    return bare if current else ("前" if has_han(bare) else "former ") + bare


def _distance(change: Succession, position: Position) -> int:
    return max(position["start"] - change.end, change.start - position["end"], 0)

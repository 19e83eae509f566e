"""Posts from the titles that the encoder finds: whose title it is, and at which body."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.document import Mention, PairScore, Position, TaggedSpan, text_of
from pipeline.encoder.labels import HAS_TITLE, TITLE_AT
from pipeline.encoder.owners import OwnerScores
from pipeline.encoder.spans import owners_of
from pipeline.names.former_posts import is_former
from pipeline.names.title_words import SHARED
from pipeline.ontology import BODIES
from pipeline.text.scripts import has_han
from pipeline.text.studies import is_place_of_study

#: A title is somebody's, and of a body's, from these odds on. Bodies from 0.25 and 0.5 on give posts of hard 0.725 and
#: 0.713, of dev and plain the same.
HELD, NAMED = 0.5, 0.25
#: A body is where somebody holds a post from this probability on: 0.7, 0.85 and 0.9 give posts of dev 0.726, 0.727 and
#: 0.721, of hard 0.740, 0.744 and 0.737, of plain 0.819, 0.822 and 0.816.
AT = 0.85
#: Between the names of those who share the title before the first: 副市长王某、侯某; "founders A, B and C". In gold of
#: train the second has that title too 18 of 18 and 7 of 7 times.
_HAN_LIST = re.compile("[、及]|以及")
_LATIN_LIST = re.compile(r",? and |, ")
#: The same before it, 任命麦大伟（David Liao）及张三为…联席行政总裁, up to the name that holds the title; 3 of 3 there.
_HONORIFIC = "(?:先生|女士|博士)?"
_HAN_LIST_BEFORE = re.compile(rf"{_HONORIFIC}[）)]?\s?(?:[、及和与與]|以及)\s?")
_GLOSS = re.compile(r"\s?[（(]")
_BECOMES = re.compile(rf"{_HONORIFIC}[）)]?(?:[为為]|出任|[担擔续續升改连連]任|就任|任)[^，。；、\n]{{0,24}}")
#: Between a title and those who have it: 基金经理为梁某、李某.
_IS = frozenset(("", "为", "為", "是", "：", ":"))

#: Between somebody and the title of another.
_HIS = re.compile(r"['’]s\s(?:[a-z]+\s)?")

#: Between a title and the first body of a list, between two bodies, and behind the last one.
_AT_BODY = re.compile(r"\s(?:of|at|for)\s(?:the\s|both\s(?:the\s)?)?")
_BODY_LIST = re.compile(r"(?P<comma>,)?\s(?P<last>and\s)?(?:of\s|at\s)?(?:the\s)?")
#: Around the short form behind the name of a body: Acme Air Ltd| ("|AAL|")|.
_SHORT_OPENS, _SHORT_ENDS = re.compile(r"\s?[(（][\"“]?"), re.compile(r"[\"”]?[)）]")
_LIST_ENDS = re.compile(r"[,.;:)”\"\n]|$|\s(?:said|says|and\s(?:an?|the)\b|who|is|was|has)\b")

#: A line about the article's writer, up to a title: （作者为, "The author is a".
_OF_WRITER = re.compile(r"[(（\s]*(?:(?:本文)?作者[为為系係是]|The (?:writer|author|columnist) (?:is|was)\b)[^。\n]*")

#: A title in the plural is another's too from these odds on; any title from these, where words between tell that it
#: passes. In 600 articles of train 15 of 22 such posts are right; behind a plural the second name has it 9 of 10 times.
PLURAL, PASSED = 1.0, 0.3
#: Characters between a title and the name of who leaves or takes it, at most.
_PASSING = 120
_PASSES = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|successor|replac(?:e[sd]?|ing)|in\s(?:the\s)?place\sof|t(?:ook|ak(?:es?|ing))\sover|predecessor)\b"
    r"|接替|接任|[继繼]任|接棒|取代|接手|[辞辭][职職任]|离任|離任|卸任",
    re.IGNORECASE,
)


def titles(doc: Doc) -> dict[str, list[Position]]:
    """Positions by entity_id of the holder, in reading order.

    The body is the one that `title_at` speaks most for. Who has no title is where `holds_position` says.
    """
    bodies = _bodies(OwnerScores(doc._.pair_scores, owners_of(doc)))
    holders, places = _linked(doc, HAS_TITLE), _linked(doc, TITLE_AT)
    found: dict[str, list[Position]] = defaultdict(list)
    for index, title in enumerate(doc._.titles):
        body = _most(places[index], NAMED)
        holders[index].pop(principal(doc, title["start"]) or "", None)
        holder = _most(holders[index], HELD) or (_writer(doc, title) if body is not None else None)
        for person in _holders(doc, title, holder, holders[index]):
            current = not is_former(doc, title, body)
            for place in (body, *_further_bodies(doc, title, body)):
                found[person].append(
                    Position(
                        title=title["text"],
                        organization=place,
                        current=current,
                        start=title["start"],
                        end=title["end"],
                    )
                )
    for holder, named in bodies.items():
        for body, pair in named:
            slot, number = pair["object"]
            span = getattr(doc._, slot)[number]
            if not found[holder] and not is_place_of_study(text_of(doc), span["start"], span["end"]):
                found[holder].append(
                    Position(title=None, organization=body, current=True, start=span["start"], end=span["end"])
                )
    return dict(found)


def principal(doc: Doc, start: int) -> str | None:
    """Whose the title from `start` on is said to be: Jane Doe’s |deputy; never the holder (0 of 17 in gold)."""
    number = bisect_left(doc._.mentions, start, key=lambda m: m["start"]) - 1
    name: Mention | None = doc._.mentions[number] if number >= 0 else None
    if name is None or name["type"] != "PERSON" or not _HIS.fullmatch(text_of(doc), name["end"], start):
        return None
    return name["entity"]


def _holders(doc: Doc, title: TaggedSpan, holder: str | None, odds: dict[str, float]) -> Iterable[str]:
    """Everybody who has a title, the likeliest one first."""
    if holder is None:
        return ()
    return dict.fromkeys([holder, *_sharing(doc, title, holder), *_further(doc, title, holder, odds)])


def _further_bodies(doc: Doc, title: TaggedSpan, body: str | None) -> list[str]:
    """The other bodies of the list behind a title that its body opens: chairman of |A, B and C.

    In gold of train the title is held at each in 3 of 4 such lists; the fourth is a correction.
    """
    text, mentions = text_of(doc), doc._.mentions
    number = bisect_left(mentions, title["end"], key=lambda m: m["start"])
    if body is None or number == len(mentions) or mentions[number]["entity"] != body:
        return []
    if not _AT_BODY.fullmatch(text, title["end"], mentions[number]["start"]):
        return []
    listed: list[Mention] = []
    for (_, end), (mention, after) in pairwise(_with_short_forms(text, mentions[number:])):
        gap = _BODY_LIST.fullmatch(text, end, mention["start"])
        if gap is None or mention["type"] not in BODIES or (gap["comma"] and gap["last"] and not listed):
            return []
        listed.append(mention)
        if gap["last"]:
            alone = _LIST_ENDS.match(text, after) is not None
            return [m["entity"] for m in listed if m["entity"]] if alone else []
    return []


def _with_short_forms(text: str, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, int]]:
    """Mentions and where each ends, the short form in brackets behind it included: Acme Air Ltd (AAL)|."""
    whole: tuple[Mention, int] | None = None
    for mention in mentions:
        if whole is not None and mention["entity"] == whole[0]["entity"]:
            ends = _SHORT_ENDS.match(text, mention["end"])
            if ends and _SHORT_OPENS.fullmatch(text, whole[1], mention["start"]):
                whole = whole[0], ends.end()
                continue
        if whole is not None:
            yield whole
        whole = mention, mention["end"]
    if whole is not None:
        yield whole


def _writer(doc: Doc, title: TaggedSpan) -> str | None:
    """The article's one writer, of whom a line says what he is at some body: （作者为某研究所研究员）.

    Of 15 such lines in gold of train 2 have a body and a title there, both the writer's.
    """
    text, at = text_of(doc), title["start"]
    writers = [e["entity_id"] for e in doc._.entities if e["byline"] and e["type"] == "PERSON"]
    told = len(writers) == 1 and _OF_WRITER.fullmatch(text, text.rfind("\n", 0, at) + 1, at) is not None
    return writers[0] if told else None


def _further(doc: Doc, title: TaggedSpan, holder: str, odds: dict[str, float]) -> Iterator[str]:
    """Further holders of a title: of a plural all likely ones, of others the one to or from whom it passes."""
    plural = SHARED.search(title["text"]) is not None
    for person in sorted(odds.keys() - {holder}):
        if (plural and odds[person] >= PLURAL) or (odds[person] >= PASSED and _passes(doc, title, person)):
            yield person


def _passes(doc: Doc, title: TaggedSpan, person: str) -> bool:
    """Whether the text between a title and a name, with no other title there, tells of a succession."""
    names = (m for m in doc._.mentions if m["entity"] == person)
    name = min(names, key=lambda m: max(m["start"] - title["end"], title["start"] - m["end"]))
    start, end = min(title["end"], name["end"]), max(title["start"], name["start"])
    other = any(start <= t["start"] and t["end"] <= end for t in doc._.titles)
    return end - start <= _PASSING and not other and _PASSES.search(text_of(doc), start, end) is not None


def _sharing(doc: Doc, title: TaggedSpan, holder: str) -> Iterator[str]:
    """Those in the list of names beside a title that its holder opens or ends, who has it alone if it is a singular."""
    text, mentions = text_of(doc), doc._.mentions
    if has_han(title["text"]):
        yield from _before(doc, title, holder)
    between = _HAN_LIST if has_han(title["text"]) else _LATIN_LIST if SHARED.search(title["text"]) else None
    number = bisect_left(mentions, title["end"], key=lambda m: m["start"])
    first: Mention | None = mentions[number] if number < len(mentions) else None
    if between is None or first is None or first["entity"] != holder:
        return
    if (gap := text[title["end"] : first["start"]].strip()) and not (has_han(title["text"]) and gap in _IS):
        return
    for last, person in pairwise(mentions[n] for n in range(number, len(mentions))):
        if person["type"] != "PERSON" or not between.fullmatch(text, last["end"], person["start"]):
            return
        if person["entity"]:
            yield person["entity"]


def _before(doc: Doc, title: TaggedSpan, holder: str) -> Iterator[str]:
    """Those in the list of names that ends in the holder of a title: 任命李明、王强为副总裁."""
    text, mentions = text_of(doc), doc._.mentions
    number = bisect_left(mentions, title["start"], key=lambda m: m["start"]) - 1
    while number >= 0 and mentions[number]["type"] in BODIES:
        number -= 1
    if number < 0 or mentions[number]["entity"] != holder:
        return
    if not _BECOMES.fullmatch(text, mentions[number]["end"], title["start"]):
        return
    for last, name in pairwise(mentions[n] for n in range(number, -1, -1)):
        if _GLOSS.fullmatch(text, name["end"], last["start"]) and name["entity"] == last["entity"]:
            continue
        if name["type"] != "PERSON" or not _HAN_LIST_BEFORE.fullmatch(text, name["end"], last["start"]):
            return
        if name["entity"]:
            yield name["entity"]


def _linked(doc: Doc, label: str) -> defaultdict[int, dict[str, float]]:
    """Odds of a label between each title and each entity, by index of the title."""
    odds: defaultdict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for score in doc._.pair_scores:
        if label in score["labels"]:
            # the name is the subject of one label and the object of the other: `mentions` sorts before `titles`
            (slot, mention), (other, title) = sorted((score["subject"], score["object"]))
            entity = doc._.mentions[mention]["entity"] if (slot, other) == ("mentions", "titles") else None
            if entity is not None and (label != HAS_TITLE or doc._.mentions[mention]["type"] == "PERSON"):
                odds[title][entity] += math.exp(score["labels"][label])
    return odds


def _most(odds: dict[str, float], least: float) -> str | None:
    best = max(sorted(odds), key=lambda e: odds[e], default=None)
    return best if best is not None and odds[best] >= least else None


def _bodies(scores: OwnerScores) -> dict[str, list[tuple[str, PairScore]]]:
    """Bodies at which each person holds a post, with the pair of spans that says so."""
    found: dict[str, list[tuple[str, PairScore]]] = defaultdict(list)
    for ends in scores.ends():
        if scores.probability("holds_position", ends) >= AT:
            found[ends[0]].append((ends[1], scores.best("holds_position", ends)))
    return found

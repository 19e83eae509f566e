"""Posts from the titles that the encoder finds: whose title it is, and at which body."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
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
_HAN_LIST_BEFORE = re.compile(r"[）)]?\s?(?:[、及和与與]|以及)\s?")
_GLOSS = re.compile(r"\s?[（(]")
_BECOMES = re.compile(r"[）)]?(?:[为為]|出任|[担擔]任|就任)[^，。；、\n]{0,24}")


def titles(doc: Doc) -> dict[str, list[Position]]:
    """Positions by entity_id of the holder, in reading order.

    The body is the one that `title_at` speaks most for. Who has no title is where `holds_position` says.
    """
    bodies = _bodies(OwnerScores(doc._.pair_scores, owners_of(doc)))
    holders, places = _linked(doc, HAS_TITLE), _linked(doc, TITLE_AT)
    found: dict[str, list[Position]] = defaultdict(list)
    for index, title in enumerate(doc._.titles):
        holder = _most(holders[index], HELD)
        body = _most(places[index], NAMED)
        for person in dict.fromkeys([holder, *_sharing(doc, title, holder)] if holder is not None else []):
            found[person].append(
                Position(
                    title=title["text"],
                    organization=body,
                    current=not is_former(doc, title, body),
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


def _sharing(doc: Doc, title: TaggedSpan, holder: str) -> Iterator[str]:
    """Those in the list of names beside a title that its holder opens or ends, who has it alone if it is a singular."""
    text, mentions = text_of(doc), doc._.mentions
    if has_han(title["text"]):
        yield from _before(doc, title, holder)
    between = _HAN_LIST if has_han(title["text"]) else _LATIN_LIST if SHARED.search(title["text"]) else None
    number = bisect_left(mentions, title["end"], key=lambda m: m["start"])
    first: Mention | None = mentions[number] if number < len(mentions) else None
    if between is None or first is None or first["entity"] != holder or text[title["end"] : first["start"]].strip():
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

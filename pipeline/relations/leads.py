"""Who leads a project, as far as grammar and the build of the article tell: subjects, owners, topics.

The encoder sees who leads where a sentence names both. News names most undertakings apart from their doer: "its second
plant", "the tower was delayed", an item of a list under its company. Every body of the article is held against every
project by where the two stand to each other; what each place is worth is a conditional logit over the articles of train
(`seeds/build/project_leads.py`, `seeds/lexicons/project_leads.tsv`).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from spacy.tokens import Doc

from pipeline.confidence import logit
from pipeline.document import FURNITURE, Block, Mention, Project, ProjectMention, Span, text_of
from pipeline.encoder.owners import Ends, OwnerScores
from pipeline.ontology import BODIES
from pipeline.text.cues import doc_cues
from pipeline.text.lexicons import lexicon

LEADS = "leads"
#: Row of the table for projects that no one of the article leads.
NOBODY = "nobody"
#: Log odds of an actor of whom nothing speaks for it.
UNLIKELY = -7.0
#: Odds, beside those of the encoder, that no one of the article leads a project.
_NOBODY_SCORED = 0.3
#: Log odds from which on a lead that the encoder does not see is considered: a probability of 0.08.
_CONSIDERED = -2.4
_ACTORS = BODIES | {"LOCATION", "PERSON"}
#: Kinds in which one party deals with another: what stands behind "of", "to", "with" is not the doer there.
_DEALS = frozenset({"acquisition", "contract", "divestment", "financing", "joint_venture", "listing"})
#: Phrases of a project that are read, at most: the first ones.
_MOST_PHRASES = 6
#: Characters that count as right beside a phrase.
_CLOSE = 30

_SOME_WORDS = r"(?:the\s+|its\s+)?(?:[\w-]+\s+){0,2}$"
_BY = re.compile(rf"\b(?:by|led by)\s+{_SOME_WORDS}|[由被]$", re.IGNORECASE)
_WITH = re.compile(
    rf"\b(?:with|to|for|from|against|at|alongside|including)\s+{_SOME_WORDS}|[与與和同向给給对對为為从從在经經]$|包括$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:\s?[(（][^()（）]{1,40}[)）])?(?:['’]s?\s|的|旗下)(?:[\w-]+\s){0,3}[^\w，,。]{0,2}$")
_LED = re.compile(r"\s?(?:-(?:led|developed|built|backed|owned|run|operated)\b|牵头|牽頭|主导|主導)")
_POSSESSIVE = re.compile(r"['’]s?\s|的|旗下")
_ITS = re.compile(
    r"\b(?:its|their|our|his|her|own|(?:company|group|firm)['’]s)\s+(?:[\w-]+\s+){0,3}$"
    r"|(?:公司|集团|集團|其|自己|自家|我们|我們)的?[^，。；、]{0,6}$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:['’]s)?[^.;。；]{0,30}?\b(?:said|says|told)\b|[^，。]{0,8}(?:表示|指出|认为|認為|透露|称|稱)", re.IGNORECASE
)
#: What a subject is followed by: an auxiliary, a verb in the past, an adverb of Chinese before its verb.
_DOES = re.compile(
    r"\s(?:[(（][^()（）]{1,40}[)）]\s)?(?:will|would|has|have|had|is|was|are|were|plans?|wants?|aims?|expects?|intends?|hopes?"
    r"|may|could|also|now|won|sold|built|bought|put|began|broke|took|made|got|went|chose|set|[a-z]+ed|[a-z]+ly)\b"
    r"|(?:[(（][^()（）]{1,40}[)）])?(?:将|將|拟|擬|计划|計劃|宣布|正|已|也|还|還|则|則|又|再|曾|就|今年|去年|上月|上周|本月|昨|周|\d)",
)
_ACCORDING = re.compile(r"\baccording to\s+(?:[\w-]+\s+){0,3}$|根?[据據]$", re.IGNORECASE)


class LeadEvidence:
    """Where the actors of one article stand to its projects; what they share is read once."""

    def __init__(self, doc: Doc) -> None:
        self._text = text_of(doc)
        self._sentences = doc_cues(doc)
        self._blocks: Sequence[Block] = doc._.blocks
        self._phrases: Sequence[ProjectMention] = doc._.project_mentions
        self._types = {e["entity_id"]: e["type"] for e in doc._.entities if not e["byline"] and e["type"] in _ACTORS}
        self._names = [m for m in _story(doc) if m["entity"] in self._types]
        self._starts = [m["start"] for m in self._names]
        self._bodies = [m for m in self._names if m["type"] in BODIES]
        self._body_starts = [m["start"] for m in self._bodies]
        self._counts = Counter(str(m["entity"]) for m in self._bodies)
        titles = [b for b in self._blocks if b["kind"] == "title"]
        self._titled = {m["entity"] for b in titles for m in self._between(b["start"], b["end"])}

    def of(self, project: Project) -> dict[str, dict[str, float]]:
        """By actor, the share of the project's phrases that each place holds for."""
        own = [self._phrases[i] for i in project["mentions"]][:_MOST_PHRASES]
        found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for phrase in own:
            for actor, place in set(self._places(phrase)):
                found[actor][place] += 1 / len(own)
        for actor, standing in self._standing():
            found[actor].update(standing)
        deal = project["kind"] in _DEALS
        return {actor: dict(_named(places, self._types[actor], deal)) for actor, places in found.items()}

    def _standing(self) -> Iterator[tuple[str, dict[str, float]]]:
        """How much the article speaks of each body."""
        total, most = self._counts.total(), max(self._counts.values(), default=0)
        for actor, count in self._counts.items():
            yield (
                actor,
                {
                    "share": count / total,
                    "most": float(count == most),
                    "title": float(actor in self._titled),
                    "alone": float(len(self._counts) == 1),
                },
            )

    def _places(self, phrase: ProjectMention) -> Iterator[tuple[str, str]]:
        start, end = phrase["start"], phrase["end"]
        sentence = _at(self._sentences, start)
        names = self._between(sentence["start"], sentence["end"])
        yield from self._inside(phrase, [m for m in names if start <= m["start"] < end])
        before = [m for m in names if m["end"] <= start]
        after = [m for m in names if m["start"] >= end]
        for name in (*before, *after):
            yield from ((str(name["entity"]), place) for place in self._beside(name, phrase, sentence))
        bodies = [m for m in before if m["type"] in BODIES]
        its = _ITS.search(self._text, max(sentence["start"], start - 50), start) is not None
        yield from _ordered("sentence", bodies, its)
        yield from _ordered("sentence of all", before, False)
        behind = [m for m in after if m["type"] in BODIES]
        if behind:
            yield str(behind[0]["entity"]), "behind" if bodies else "behind, none before"
        yield from self._paragraph(phrase, sentence, bool(bodies), its)
        yield from self._around(phrase, bool(bodies))

    def _around(self, phrase: ProjectMention, told: bool) -> Iterator[tuple[str, str]]:
        """What was named last, what heading and lead-in of a list name, who follows if nobody stands before."""
        number = bisect_left(self._body_starts, phrase["start"])
        latest = list(dict.fromkeys(str(m["entity"]) for m in reversed(self._bodies[max(0, number - 12) : number])))
        yield from zip(latest, ("latest", "second latest", "third latest"), strict=False)
        block = _at(self._blocks, phrase["start"])
        for kind, index in (("heading", block["heading"]), ("lead-in", block["lead_in"])):
            if index is not None:
                above = self._blocks[index]
                yield from ((str(m["entity"]), kind) for m in self._bodies_between(above["start"], above["end"]))
        if not told and self._bodies[number : number + 1] and self._bodies[number]["start"] < block["end"]:
            yield str(self._bodies[number]["entity"]), "next in paragraph"

    def _inside(self, phrase: ProjectMention, names: Sequence[Mention]) -> Iterator[tuple[str, str]]:
        for name in names:
            led = _LED.match(self._text, name["end"]) or _POSSESSIVE.match(self._text, name["end"])
            place = "owner in it" if led else "opens it" if name["start"] == phrase["start"] else "in it"
            yield str(name["entity"]), place

    def _beside(self, name: Mention, phrase: ProjectMention, sentence: Span) -> Iterator[str]:
        side = "before" if name["end"] <= phrase["start"] else "after"
        before = self._text[max(sentence["start"], name["start"] - 40) : name["start"]]
        yield f"in sentence {side}"
        if _BY.search(before):
            yield f"by, {side}"
        elif _ACCORDING.search(before) or _SAYS.match(self._text, name["end"], name["end"] + 60):
            yield "says"
        elif _WITH.search(before):
            yield f"with, {side}"
        if _DOES.match(self._text, name["end"]):
            yield f"does, {side}"
        if _LED.match(self._text, name["end"]):
            yield "leads"
        if side == "before" and _OWNER.match(self._text, name["end"], phrase["start"]):
            yield "owner"
        if max(phrase["start"] - name["end"], name["start"] - phrase["end"]) < _CLOSE:
            yield f"close {side}"

    def _paragraph(self, phrase: ProjectMention, sentence: Span, told: bool, its: bool) -> Iterator[tuple[str, str]]:
        block = _at(self._blocks, phrase["start"])
        bodies = self._bodies_between(block["start"], block["end"])
        if bodies:
            first = bodies[0]
            yield str(first["entity"]), "paragraph's first"
            if first["start"] - block["start"] < 4:
                yield str(first["entity"]), "paragraph's opening"
            counts = Counter(str(m["entity"]) for m in bodies)
            most = max(counts.values())
            yield from ((actor, "paragraph's most") for actor, count in counts.items() if count == most)
            yield from ((actor, "in paragraph") for actor in counts)
        if told:
            return
        earlier = [m for m in bodies if m["end"] <= sentence["start"]]
        if earlier:
            latest = _at(self._sentences, earlier[-1]["start"])
            yield from _ordered("sentence before", [m for m in earlier if m["start"] >= latest["start"]], its)
        elif not bodies:
            last = bisect_left(self._body_starts, block["start"])
            yield from ((str(m["entity"]), "last before paragraph") for m in self._bodies[max(0, last - 1) : last])

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _bodies_between(self, start: int, end: int) -> Sequence[Mention]:
        return self._bodies[bisect_left(self._body_starts, start) : bisect_left(self._body_starts, end)]


def lead_odds(doc: Doc) -> dict[Ends, float]:
    """Log odds that an actor leads a project, of all actors that may."""
    evidence = LeadEvidence(doc)
    found: dict[Ends, float] = {}
    for project in doc._.projects:
        for actor, probability in shares(evidence.of(project)).items():
            found[actor, project["project_id"]] = logit(probability)
    return found


def scored_leads(scores: OwnerScores, projects: Iterable[str]) -> dict[Ends, float]:
    """Log odds that an actor leads a project by the encoder's scores, of all actors that may."""
    odds: dict[str, dict[str, float]] = {project: {} for project in projects}
    for actor, project in scores.ends():
        if project in odds and (probability := scores.probability(LEADS, (actor, project))):
            odds[project][actor] = math.exp(logit(probability))
    found: dict[Ends, float] = {}
    for project, actors in odds.items():
        total = _NOBODY_SCORED + sum(actors.values())
        found |= {(actor, project): logit(value / total) for actor, value in actors.items()}
    return found


def likely_leads(odds: Mapping[Ends, float]) -> list[Ends]:
    """Actors and projects whose places alone make a lead worth considering."""
    return [ends for ends, value in odds.items() if value >= _CONSIDERED]


def shares(evidence: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The probability of each actor beside the others and nobody: a conditional logit (McFadden 1974).

    >>> found = shares({"acme": {"owner in it": 1.0, "share": 0.5}, "bolt": {"with, after": 1.0, "share": 0.5}})
    >>> found["acme"] > 10 * found["bolt"]
    True
    """
    table = _table()
    odds = {
        actor: math.exp(sum(table.get(place, 0.0) * value for place, value in places.items()))
        for actor, places in evidence.items()
    }
    total = math.exp(table[NOBODY]) + sum(odds.values())
    return {actor: value / total for actor, value in odds.items()}


@lru_cache(maxsize=1)
def _table() -> Mapping[str, float]:
    return {row["place"]: float(row["weight"]) for row in lexicon("project_leads")}


def _named(places: Mapping[str, float], type_: str, deal: bool) -> Iterator[tuple[str, float]]:
    """Names of places as the table has them: apart for bodies, places and people, and again for deals."""
    group = "" if type_ in BODIES else f"{type_.lower()}: "
    yield type_, 1.0
    for place, value in places.items():
        yield group + place, value
        if deal:
            yield f"{group}deal: {place}", value


def _ordered(name: str, names: Sequence[Mention], its: bool) -> Iterator[tuple[str, str]]:
    for mention, place in ((names[0], "first"), (names[-1], "last")) if names else ():
        yield str(mention["entity"]), f"{name}, {place}"
        if its:
            yield str(mention["entity"]), f"{name}, {place}, its"


def _story(doc: Doc) -> Iterator[Mention]:
    furniture = [b for b in doc._.blocks if b["kind"] in FURNITURE]
    starts = [b["start"] for b in furniture]
    for mention in doc._.mentions:
        index = bisect_right(starts, mention["start"]) - 1
        if index < 0 or mention["start"] >= furniture[index]["end"]:
            yield mention


T = TypeVar("T", bound=Mapping[str, Any])


def _at(spans: Sequence[T], start: int) -> T:
    """The last of sorted spans that starts no later."""
    return spans[max(0, bisect_right(spans, start, key=lambda s: s["start"]) - 1)]

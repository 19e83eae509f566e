"""Effects that impact words tell of a company in their clause: exact but few."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import Effect, Span, text_of
from pipeline.kb.normalise import key
from pipeline.sentiment.causes import Causes
from pipeline.sentiment.classes import horizon, mechanism
from pipeline.sentiment.impact_cues import ImpactCue, impact_cues, share_moves
from pipeline.sentiment.share_words import BUSINESS_FIGURE, COMPARES, LIMIT, MARKET_TAIL, SHARES
from pipeline.sentiment.sightings import Passage, Sighting, passages, sightings
from pipeline.sentiment.targets import targets, topic_of
from pipeline.text.cues import modality

_OPPOSITE = {"positive": "negative", "negative": "positive"}
_SIGNS = {"positive": 1.0, "negative": -1.0}
#: What a cue counts for the direction of its company: a move of its shares outweighs words.
_WEIGHTS = {"share": 3.0, "subject": 1.0, "object": 1.0}
#: Cues that judge ("good for", 利好) rather than tell an event ("hurts", 冲击).
_JUDGEMENT = re.compile(r"\b(?:for|to)$|^(?:[有不]?利|对)")
_CLAUSE_END = re.compile(r"[,;。]|\.\s")
#: Evidence runs at most so many characters past cue and company.
_EVIDENCE_TAIL = 160
_NOT_GOOD = re.compile(
    r"(?:\b(?:not|no|hardly|never|isn't|wasn't|little|scarcely)\s(?:\w+\s)?|并非|不是|没有|难言|谈不上|不算|绝非|不)$"
)
#: Discount of the strength of a cue by how sure it is.
SURENESS = {"asserted": 1.0, "planned": 0.8, "possible": 0.6}


class Told(NamedTuple):
    """What words tell: effects, denied ones too, in reading order; and by company its direction, with cause or without.

    Effects are one a company, cause, direction and modality.
    """

    effects: list[Effect]
    directions: dict[str, str]


def told_of(doc: Doc) -> Told:
    """What the words of an article tell of its companies."""
    text = key(text_of(doc))
    story = passages(doc, sightings(doc))
    causes = Causes(text, doc._.blocks, story)
    found: dict[tuple[str, str, str, str], Effect] = {}
    balance: dict[str, float] = {}
    topic: Sighting | None = None
    block = -1
    for passage in story:
        topic = topic if passage.block == block else None
        for cue, companies in _told(text, passage, topic):
            judged = _judged(doc, text, passage, cue)
            for company in {c.id for c in companies} if judged[1] != "denied" else ():
                balance[company] = balance.get(company, 0.0) + _SIGNS[judged[0]] * _WEIGHTS[cue.side]
            for effect in _effects(text, passage, cue, companies, causes, judged):
                identity = (effect["entity"], effect["cause"], effect["direction"], effect["modality"])
                found.setdefault(identity, effect)
        topic, block = topic_of(text, passage) or topic, passage.block
    directions = {c: "positive" if weight > 0 else "negative" for c, weight in balance.items() if weight}
    return Told(list(found.values()), directions)


def _told(text: str, passage: Passage, topic: Sighting | None) -> Iterator[tuple[ImpactCue, list[Sighting]]]:
    sentence = Span(start=passage.start, end=passage.end)
    moves = [cue for cue in share_moves(text, sentence) if _is_share_move(text, passage, cue)]
    for cue in moves:
        yield cue, targets(text, passage, cue, topic)
    for cue in impact_cues(text, sentence):
        index = bisect_left(moves, cue.end, key=lambda move: move.start) - 1
        if index < 0 or moves[index].end <= cue.start:
            yield cue, targets(text, passage, cue, topic)


def _is_share_move(text: str, passage: Passage, cue: ImpactCue) -> bool:
    if COMPARES.match(text[cue.end : min(passage.end, cue.end + 40)]):
        return False
    words = text[cue.start : cue.end]
    if any(char.isdigit() for char in words) or LIMIT.search(words) or MARKET_TAIL.match(text, cue.end, passage.end):
        return not BUSINESS_FIGURE.search(words)
    before = text[max(passage.start, cue.start - 30) : cue.start]
    return SHARES.search(before) is not None and not BUSINESS_FIGURE.search(before)


def _effects(
    text: str, passage: Passage, cue: ImpactCue, companies: list[Sighting], causes: Causes, judged: tuple[str, str]
) -> Iterator[Effect]:
    if not companies:
        return
    cause = causes.of(passage, cue, companies)
    if cause is None:
        return
    direction, sure = judged
    evidence = _evidence(text, passage, cue, companies)
    quote = text[evidence["start"] : evidence["end"]]
    for company in dict.fromkeys(c.id for c in companies):
        yield Effect(
            entity=company,
            cause=cause,
            direction=direction,
            modality=sure,
            mechanism=mechanism(quote) if cue.mechanism == "other" else cue.mechanism,
            horizon=horizon(quote),
            evidence=evidence,
            score=round(_SIGNS[direction] * cue.strength * SURENESS.get(sure, 0.0), 2),
            method="rule",
            confidence=None,
        )


def _judged(doc: Doc, text: str, passage: Passage, cue: ImpactCue) -> tuple[str, str]:
    """Direction and modality: a denied judgement turns round ("not good for"), a denied event stays denied."""
    sure = modality(doc, cue.start, cue.end)
    if cue.side == "share":
        return cue.direction, "asserted" if sure == "denied" else sure
    judges = cue.side == "object" and _JUDGEMENT.search(text[cue.start : cue.end])
    if judges and _NOT_GOOD.search(text[max(passage.start, cue.start - 16) : cue.start]):
        return _OPPOSITE[cue.direction], "possible" if sure in ("denied", "possible") else sure
    return cue.direction, sure


def _evidence(text: str, passage: Passage, cue: ImpactCue, companies: list[Sighting]) -> Span:
    """From the company or the cue, whichever is first, to the end of the clause."""
    start = min(cue.start, companies[0].start)
    end = max(cue.end, companies[-1].end)
    limit = min(passage.end, end + _EVIDENCE_TAIL)
    closing = _CLAUSE_END.search(text, end, limit)
    end = closing.start() if closing else limit
    return Span(start=start, end=end)

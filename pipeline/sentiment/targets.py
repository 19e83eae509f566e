"""Which companies an impact cue speaks of: the subject before it or the object behind it, in lists every member.

Precision before recall: a company is taken only from the cue's own clause, or, in Chinese, as the topic that runs on
over commas. `text` is everywhere the article's comparison key.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.sentiment import clause_patterns as patterns
from pipeline.sentiment.impact_cues import ImpactCue
from pipeline.sentiment.share_words import BUSINESS_FIGURE, SHARES
from pipeline.sentiment.sightings import Passage, Sighting

#: Characters between a company and its cue; an English clause is about twice as long as a Chinese one.
_REACH = {"en": 120, "zh": 60, "sign": 60}
_ANAPHOR_REACH = {"en": 70, "zh": 24}
_OBJECT_REACH = {"en": 48, "zh": 16}
#: Characters before the cue in its own clause when the subject is the topic of an earlier one.
_TOPIC_GAP = 10
#: Words that may stand between a company and the verb of its share move.
_SHARE_GAP = {"en": 45, "zh": 14}
_CLAUSE = re.compile(r"[,;:。]")


def targets(text: str, passage: Passage, cue: ImpactCue, topic: Sighting | None = None) -> list[Sighting]:
    """Mentions of the companies that a cue is said of, in reading order; empty if none can be told.

    Args:
        topic: the company that the sentence before speaks of, which a pronoun may take up.
    """
    if cue.side == "object":
        return _objects(text, passage, cue)
    return _subjects(text, passage, cue) or _taken_up(text, passage, cue, topic)


def topic_of(text: str, passage: Passage) -> Sighting | None:
    """The company that a sentence speaks of: its first that is no object of a preposition, nor a mere source.

    One that a sentence begins with in a prepositional phrase is its topic ("For Acme, …", 对甲公司来说).
    """
    return next((c for c in passage.companies if _is_topic(text, passage, c)), None)


def _is_topic(text: str, passage: Passage, company: Sighting) -> bool:
    if patterns.FRONTED.fullmatch(text, passage.start, company.start):
        return True
    clause = _CLAUSE.split(between(text, company.end, passage.end), maxsplit=1)[0]
    speaks = patterns.SPEECH.search(clause) is not None and patterns.SELF.search(clause) is None
    speaks = speaks or patterns.RATES.match(clause) is not None
    return not (speaks or patterns.GROUP_OF.match(clause) or _prepositional(text, passage, company))


def _subjects(text: str, passage: Passage, cue: ImpactCue) -> list[Sighting]:
    language = cue.language
    for index in range(_ending_by(passage.companies, cue.start) - 1, -1, -1):
        company = passage.companies[index]
        if cue.start - company.end > _REACH[language]:
            break
        gap = between(text, company.end, cue.start)
        if not _connected(gap, language) and not (cue.side == "share" and _shares_named(gap)):
            break
        if patterns.GROUP_OF.match(gap) or _prepositional(text, passage, company):
            continue
        if _only_speaks(gap, cue):
            break
        if cue.side == "share" and not _share_gap(gap, language):
            break
        return _list_back(text, passage.companies, index)
    return []


def _only_speaks(gap: str, cue: ImpactCue) -> bool:
    """Whether the company is only the source; a share move in a later clause is still its own."""
    if patterns.RATES.match(gap):
        return True
    words = gap.rsplit(",", 1)[-1] if cue.side == "share" else gap
    return patterns.SPEECH.search(words) is not None and patterns.SELF.search(words) is None


def _shares_named(gap: str) -> bool:
    """`its shares closed at SAR 27.90, ` or `……, 股价` before the verb."""
    return len(gap) <= _REACH["en"] and SHARES.search(gap) is not None and not patterns.SHARE_BARRIER.search(gap)


def _taken_up(text: str, passage: Passage, cue: ImpactCue, topic: Sighting | None) -> list[Sighting]:
    """The company that a pronoun or bare "the shares" before the cue stands for."""
    if cue.language == "sign":
        return []
    start = max(passage.start, cue.start - _ANAPHOR_REACH[cue.language])
    words = ("\n" if start == passage.start else " ") + text[start : cue.start]
    group = "latin" if cue.language == "en" else "han"
    anaphor = next((m for m in reversed(list(patterns.ANAPHOR.finditer(words))) if m[group]), None)
    if anaphor is None:
        return []
    gap = words[anaphor.end() :]
    if not _connected(gap, cue.language) or (cue.side == "share" and not _share_gap(gap, cue.language)):
        return []
    at = start - 1 + anaphor.start(group)
    count = _ending_by(passage.companies, at)
    speaks = False
    for before in reversed(passage.companies[:count]):
        if cue.start - before.end > _REACH[cue.language]:
            break
        speaks = _only_speaks(text[before.end : at], cue._replace(side="subject"))
        if not speaks:
            return [before]
    return [topic] if topic is not None and (speaks or not count) else []


def between(text: str, start: int, end: int) -> str:
    """The words of `text[start:end]` outside brackets; a bracket cut at either end counts as one."""
    words = patterns.BRACKETED.sub("", text[start:end])
    return patterns.BRACKET_HEAD.sub("", patterns.BRACKET_TAIL.sub("", words))


def _connected(gap: str, language: str) -> bool:
    if language == "sign":
        return not gap.strip() or patterns.SIGN_GAP.fullmatch(gap) is not None
    if language == "en":
        relative = gap.lstrip().startswith((", which", ", who"))
        return not patterns.BARRIER_EN.search(gap) and (gap.count(",") % 2 == 0 or relative)
    if patterns.BARRIER_ZH.search(gap):
        return False
    commas = gap.count(",")
    return commas == 0 or (commas <= 2 and len(gap) - gap.rindex(",") - 1 <= _TOPIC_GAP)


def _share_gap(gap: str, language: str) -> bool:
    last = gap.rsplit(",", 1)[-1]
    if BUSINESS_FIGURE.search(last):
        return False
    return len(last) <= _SHARE_GAP.get(language, 60) or SHARES.search(last) is not None


def _prepositional(text: str, passage: Passage, company: Sighting) -> bool:
    before = text[max(passage.start, company.start - 40) : company.start]
    return patterns.PREPOSITION.search(before) is not None and patterns.SHARES_OF.search(before) is None


def _objects(text: str, passage: Passage, cue: ImpactCue) -> list[Sighting]:
    stop = patterns.OBJECT_GAP_EN if cue.language == "en" else patterns.OBJECT_GAP_ZH
    index = bisect_left(passage.companies, cue.end, key=lambda c: c.start)
    if index == len(passage.companies) or passage.companies[index].start - cue.end > _REACH[cue.language]:
        return []
    gap = between(text, cue.end, passage.companies[index].start)
    if len(gap) > _OBJECT_REACH[cue.language] or stop.search(gap):
        return []
    members = _list_on(text, passage.companies, index)
    behind = text[members[-1].end : members[-1].end + 40]
    return [] if patterns.GROUP_OF.match(patterns.BRACKETED.sub("", behind)) else members


def _ending_by(companies: Sequence[Sighting], at: int) -> int:
    """How many companies end at or before `at`; mentions do not overlap."""
    return bisect_right(companies, at, key=lambda c: c.end)


def _list_back(text: str, companies: Sequence[Sighting], index: int) -> list[Sighting]:
    first = index
    while first and _joined(text, companies[first - 1], companies[first]):
        first -= 1
    return list(companies[first : index + 1])


def _list_on(text: str, companies: Sequence[Sighting], index: int) -> list[Sighting]:
    last = index
    while last + 1 < len(companies) and _joined(text, companies[last], companies[last + 1]):
        last += 1
    return list(companies[index : last + 1])


def _joined(text: str, one: Sighting, other: Sighting) -> bool:
    if other.start - one.end > 100:
        return False
    return one.id == other.id or patterns.LIST_JOINT.fullmatch(between(text, one.end, other.start)) is not None

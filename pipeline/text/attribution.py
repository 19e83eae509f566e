"""Attribution: whose word a sentence is.

A source is the subject of a verb of speech ("Acme said", 甲公司表示), the name behind "according to" or 据, or people
without a name who do either. Cues, and what may stand between a name and its verb, are rows of
`seeds/lexicons/attribution_cues.tsv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.text.lexicons import Terms, folded, lexicon, spaced
from pipeline.text.scripts import has_han

#: Only these speak; places, products and policies do not.
SOURCES = frozenset({"PERSON", "COMPANY", "GOVERNMENT", "ORGANIZATION"})
#: From a subject to its verb of speech, and from "according to" to its name, at most so many characters.
_SUBJECT_REACH = 100
_NAME_REACH = 40
_UNNAMED_REACH = 40
_CLAUSE_MARK = re.compile(r"[。；！？;!?，,：:\n]|\.\s")
_STOP = re.compile(r"[,;.:，。；：、!?！？\n]")

#: Between a subject and its verb: an apposition or relative clause, or the body that a person is of.
_ASIDE = (
    r",\s(?:an?|the|its|who|whose|which|chief|head|vice|senior|managing|chair\w*|director|president|analyst)\b"
    r"[^,;.]{0,80},"
)
_BODY = r"\s(?:of|at|from|for)\s[^,;.]{1,40}"


class Name(NamedTuple):
    """A name `start:end` (code points) of an entity and its type."""

    start: int
    end: int
    entity: str
    type: str


#: A name, the offsets of people without one, or nothing.
Found = Name | tuple[int, int] | None


def attribution(text: str, start: int, end: int, names: Sequence[Name]) -> str | None:
    """Whose word the sentence `text[start:end]` is: an id of `names`, or the words for an unnamed source, or null.

    The first cue that has a source decides.

    Args:
        names: the mentions in the sentence, in reading order, those of places and products too.

    >>> attribution("Sales grew, Ann Lee said", 0, 24, [Name(12, 19, "lee", "PERSON")])
    'lee'
    >>> attribution("知情人士透露，甲公司拟上市", 0, 13, [Name(7, 10, "a", "COMPANY")])
    '知情人士'
    """
    said = folded(text[start:end])
    local = [Name(n.start - start, n.end - start, n.entity, n.type) for n in names]
    unnamed = [(m.start(), m.end()) for m, _ in _terms("unnamed").find(said)]
    cues = sorted(
        (m.start(), m.end(), side) for side in ("before", "inverted", "after") for m, _ in _terms(side).find(said)
    )
    for first, last, side in cues:
        if side == "before":
            found = _speaker(said, first, local, unnamed)
        else:
            found = _named_source(said, first, last, side, local, unnamed)
        if isinstance(found, Name):
            return found.entity
        if found is not None:
            return text[start + found[0] : start + found[1]]
    hearsay = next((m for m, _ in _terms("hearsay").find(said)), None)
    return text[start + hearsay.start() : start + hearsay.end()] if hearsay else None


def _speaker(said: str, cue: int, names: Sequence[Name], unnamed: Sequence[tuple[int, int]]) -> Found:
    """The subject of the verb of speech at `cue`: the nearest name that only titles, adverbs and times part from it."""
    index = bisect_left(unnamed, (cue, cue)) - 1
    people = unnamed[index] if index >= 0 and unnamed[index][1] <= cue else None
    for name in reversed(_before(names, cue)):
        if name.end > cue:
            continue
        if cue - name.end > _SUBJECT_REACH or (people is not None and people[0] >= name.end):
            break
        if name.type in SOURCES and _between().fullmatch(said, name.end, cue) and not _governed(said, name.start):
            return name
    if people is not None and cue - people[1] <= _UNNAMED_REACH and not _STOP.search(said, people[1], cue):
        return people
    return None


def _named_source(
    said: str, first: int, last: int, side: str, names: Sequence[Name], unnamed: Sequence[tuple[int, int]]
) -> Found:
    """The name, or the people, right behind "according to", 据, or "said" that follows a comma or quotation mark."""
    if side == "inverted" and not said[max(0, first - 4) : first].rstrip().endswith((",", "”", '"', "’", "'", "，")):
        return None
    index = bisect_left(unnamed, (last, last))
    people = unnamed[index] if index < len(unnamed) else None
    at = bisect_left(names, last, key=lambda n: n.start)
    for name in names[at : at + _NAME_REACH]:
        if people is not None and people[0] < name.start and said[people[1] : name.start].strip():
            break
        gap = said[last : name.start]
        if len(gap) > _NAME_REACH or _STOP.search(gap) or _pattern("other").search(gap):
            break
        if name.type in SOURCES and _told(said, name.end, side):
            return name
    if people is not None and people[0] - last <= _NAME_REACH and not _STOP.search(said, last, people[0]):
        return people
    return None


def _before(names: Sequence[Name], at: int) -> Sequence[Name]:
    """The names that start before `at`, as many of the last as there is room for in the reach of a subject."""
    count = bisect_left(names, at, key=lambda n: n.start)
    return names[max(0, count - _SUBJECT_REACH) : count]


def _told(said: str, at: int, side: str) -> bool:
    """Whether what follows the name fits: the end of a clause behind "said", a report behind 据."""
    rest = _CLAUSE_MARK.split(said[at : at + 60], maxsplit=1)[0].rstrip(".\"”’' ")
    if side == "inverted":
        return rest == "" or _pattern("apposed").match(rest) is not None
    return not has_han(rest) or _pattern("report").search(rest) is not None


def _governed(said: str, at: int) -> bool:
    """Whether a preposition or a verb before the name makes it a complement; "a spokesman for Acme" still speaks."""
    before = said[max(0, at - 40) : at]
    return _governors().search(before) is not None and _pattern("spokesman").search(before) is None


@lru_cache(maxsize=8)
def _terms(side: str) -> Terms:
    return Terms([(row["language"], row["pattern"]) for row in lexicon("attribution_cues") if row["side"] == side])


def _rows(side: str) -> list[tuple[str, str]]:
    return [(row["language"], row["pattern"]) for row in lexicon("attribution_cues") if row["side"] == side]


@lru_cache(maxsize=8)
def _pattern(side: str) -> re.Pattern[str]:
    """All rows of a side: whole words in Latin script."""
    return re.compile(
        "|".join(rf"\b(?:{spaced(p)})(?![\w])" if language == "en" else f"(?:{p})" for language, p in _rows(side))
    )


@lru_cache(maxsize=1)
def _governors() -> re.Pattern[str]:
    """Prepositions and verbs that end right before a name."""
    return re.compile(
        "|".join(
            rf"\b(?:{spaced(p)})\s+(?:the\s+)?$" if language == "en" else f"(?:{p})$"
            for language, p in _rows("governor")
        )
    )


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    """What may part a subject from its verb of speech."""
    latin = "|".join(spaced(p) for language, p in _rows("between") if language == "en")
    han = "|".join(p for language, p in _rows("between") if language == "zh")
    return re.compile(rf"(?:['’]s?)?(?:{_ASIDE}|{_BODY})?(?:\s+(?:{latin})(?![\w]))*\s*|(?:\s|{han})*")

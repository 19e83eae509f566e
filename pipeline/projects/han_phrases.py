"""Noun phrases for undertakings in Han script, grown from their head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.projects.lexicon import heads, words
from pipeline.projects.phrase import Islands, Phrase
from pipeline.text.scripts import CJK, to_simplified

#: A phrase reaches at most this many characters to the left of its head.
LEFT_CHARACTERS = 30
_EDGE = re.compile(f"[^{CJK}A-Za-z0-9.%％/+\\-·（）()“”「」㎡²×~～—至 ]")

_CLOSING = {"）": "（", ")": "(", "”": "“", "」": "「"}
_OPENING = frozenset(_CLOSING.values())
_MARK = re.compile("[，。；：、！？,;:“”「」（）()]")
#: A lower-case word in a Han phrase is a verb or article of a mixed sentence; names and units have capitals or digits.
_LATIN_WORD = re.compile(r"(?<![A-Za-z0-9.&-])[a-z]+ ?$")
_WORD = 16
_GLOSS = re.compile("[（(][^（）()]*[)）]")
_PARTICLES = frozenset("的 —-至./")
#: Conditions of stop words look at most this many characters beyond the word.
_LOOKAHEAD = 2


def phrases(text: str, start: int, end: int, islands: Islands) -> Iterator[Phrase]:
    """Phrases of one sentence, in reading order; Simplified and Traditional alike.

    >>> text = "甲公司投資12億元建設海豐電池工廠。"
    >>> found = phrases(text, 0, len(text), Islands([(0, 3), (5, 9)]))
    >>> [text[p.start : p.end] for p in found]
    ['海豐電池工廠']
    """
    simple = to_simplified(text[start:end])
    found = list(heads("zh", simple))
    strong = {a for a, _, head in found if head.strong}
    openings = {a for a, _, _ in found}
    last_end = 0
    for head_start, head_end, head in found:
        inside = islands.around(start + head_start) or islands.around(start + head_end - 1)
        if inside is not None or head_start < last_end:
            continue
        if head_end in openings and head_start not in strong:
            continue  # a head before a head is its modifier: 工厂项目
        left = _left(simple, start, head_start, last_end, islands)
        last_end = head_end
        before = simple[max(0, left - 3) : left]
        definite = (
            _ends_with(words("zh", "definite"), before) or words("zh", "definite").match(simple, left) is not None
        )
        yield Phrase(start + left, start + head_end, start + head_start, start + head_end, head, definite, False, -1)


def _ends_with(pattern: re.Pattern[str], text: str) -> bool:
    return any(m.end() == len(text) for m in pattern.finditer(text))


def _left(simple: str, offset: int, at: int, floor: int, islands: Islands) -> int:
    """Moves left over names, amounts and modifiers to the last boundary: a mark, a verb or a function word."""
    limit = max(floor, at - LEFT_CHARACTERS)
    stops = {m.end() for m in words("zh", "stop").finditer(simple, limit, at + _LOOKAHEAD)}
    while at > limit:
        island = islands.ending(offset + at)
        if island is not None and island - offset >= limit:
            at = island - offset
            continue
        if (
            at in stops
            or _EDGE.match(simple, at - 1)
            or simple[at - 1] in _OPENING
            or _LATIN_WORD.search(simple[max(limit, at - _WORD) : at])
        ):
            break
        if simple[at - 1] in _CLOSING:
            opening = _opening(simple, at - 1, limit)
            if opening is None:
                break
            at = opening
            continue
        if simple[at - 1] == "的" and not _modifier_before(simple, offset, at - 1, limit, islands, stops):
            break
        at -= 1
    return _balanced(simple, at)


def _opening(simple: str, closing: int, limit: int) -> int | None:
    """Where the bracket or quotation mark opens that closes at `closing`; null if not within one short stretch."""
    at = simple.rfind(_CLOSING[simple[closing]], limit, closing)
    return at if at >= 0 and not _MARK.search(simple, at + 1, closing) else None


def _modifier_before(simple: str, offset: int, at: int, limit: int, islands: Islands, stops: set[int]) -> bool:
    """Whether what stands before 的 is a name, an amount or a short modifier, not a clause."""
    if islands.ending(offset + at) is not None:
        return True
    probe = at
    while probe > limit and at - probe < 8 and probe not in stops and not _EDGE.match(simple, probe - 1):
        if islands.ending(offset + probe) is not None:
            return True
        probe -= 1
    return False


def _balanced(simple: str, at: int) -> int:
    """Leaves out an opening that begins with blanks, a particle or a gloss in brackets."""
    while True:
        gloss = _GLOSS.match(simple, at)
        if gloss is not None:
            at = gloss.end()
        elif simple[at : at + 1] in _PARTICLES:
            at += 1
        else:
            return at

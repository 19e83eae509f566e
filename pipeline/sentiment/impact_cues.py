"""Words that say that something moves a company: impact verbs and nouns, and moves of its shares.

Patterns are matched against the comparison key of the text (`pipeline.kb.normalise.key`): Simplified, lower case.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.document import Span
from pipeline.kb.normalise import key
from pipeline.sentiment import share_words
from pipeline.text.lexicons import latin_pattern, lexicon

Side = Literal["subject", "object", "share"]


class ImpactCue(NamedTuple):
    """A cue at `start:end`. `side` says where its company stands: before it, behind it, or before with a share move."""

    start: int
    end: int
    side: Side
    direction: str
    mechanism: str
    strength: float
    language: str


def impact_cues(text: str, sentence: Span) -> list[ImpactCue]:
    """Impact verbs and nouns of one sentence; `text` is the article's comparison key.

    >>> [(c.start, c.end, c.side, c.direction) for c in impact_cues("acme would suffer", {"start": 0, "end": 17})]
    [(11, 17, 'subject', 'negative')]
    """
    return sorted(_lexical(text, sentence), key=lambda c: (c.start, c.end))


def share_moves(text: str, sentence: Span) -> list[ImpactCue]:
    """Moves of shares in one sentence: with a percentage, to the daily limit, or said of shares.

    >>> [(c.start, c.direction) for c in share_moves("甲公司跌4.7%", {"start": 0, "end": 8})]
    [(3, 'negative')]
    """
    found = [
        ImpactCue(m.start(), m.end(), "share", _move_direction(language, m["verb"]), "other", 0.5, language)
        for language, pattern in _move_patterns()
        for m in pattern.finditer(text, sentence["start"], sentence["end"])
    ]
    found += [
        ImpactCue(m.start(), m.end(), "share", "positive" if m["sign"] in "+▲" else "negative", "other", 0.5, "sign")
        for m in share_words.SIGNED.finditer(text, sentence["start"], sentence["end"])
    ]
    found += [
        ImpactCue(m.start(), m.end(), "share", _move_direction("en", m["way"]), "other", 0.5, "en")
        for m in share_words.FIGURE_FIRST.finditer(text, sentence["start"], sentence["end"])
    ]
    return sorted([*found, *_elliptic(text, sentence, found)], key=lambda c: (c.start, c.end))


def _elliptic(text: str, sentence: Span, found: list[ImpactCue]) -> Iterator[ImpactCue]:
    """Bare figures behind a move, which go the same way: `Acme put on 5.4 per cent, Bolt 4.6 per cent`."""
    moves = sorted((c for c in found if any(char.isdigit() for char in text[c.start : c.end])), key=lambda c: c.start)
    if not moves:
        return
    for match in share_words.ELLIPTIC.finditer(text, moves[0].end, sentence["end"]):
        before = bisect_left(moves, match.start(), key=lambda c: c.start) - 1
        if match.start() >= moves[before].end:
            yield ImpactCue(match.start(), match.end(), "share", moves[before].direction, "other", 0.5, "sign")


def _lexical(text: str, sentence: Span) -> Iterator[ImpactCue]:
    for side, language, pattern, each in _cue_patterns():
        for match in pattern.finditer(text, sentence["start"], sentence["end"]):
            row = next(row for row, own in each if own.match(text, match.start(), sentence["end"]))
            yield ImpactCue(
                match.start(), match.end(), side, row["direction"], row["mechanism"], float(row["strength"]), language
            )


#: A row of `effect_cues` with its own pattern.
CueRow = tuple[dict[str, str], re.Pattern[str]]


@lru_cache(maxsize=1)
def _cue_patterns() -> tuple[tuple[Side, str, re.Pattern[str], tuple[CueRow, ...]], ...]:
    """All rows of a side and language in one alternation, and each alone.

    The alternation has no groups, so that the engine skips alternatives by their first letters; which row matched is
    asked where one did.
    """
    compiled: list[tuple[Side, str, re.Pattern[str], tuple[CueRow, ...]]] = []
    sides: tuple[Side, ...] = ("subject", "object")
    for side in sides:
        for language in ("en", "zh"):
            rows = [r for r in lexicon("effect_cues") if r["target"] == side and r["language"] == language]
            each = tuple((row, re.compile(_whole(language, _source(row)))) for row in rows)
            compiled.append((side, language, re.compile(_whole(language, "|".join(map(_source, rows)))), each))
    return tuple(compiled)


def _whole(language: str, pattern: str) -> str:
    return rf"(?<![\w-])(?:{pattern})(?![\w-])" if language == "en" else f"(?:{pattern})"


def _source(row: dict[str, str]) -> str:
    """A pattern as it is matched against comparison keys."""
    return row["pattern"].replace(" ", r"\s") if row["language"] == "en" else key(row["pattern"])


@lru_cache(maxsize=1)
def _move_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    english = latin_pattern("|".join(_verbs("en")))
    chinese = "|".join(_verbs("zh"))
    return (
        ("en", re.compile(rf"(?P<verb>{english}){share_words.ENGLISH_MOVE}")),
        ("zh", re.compile(rf"(?P<verb>{chinese}){share_words.CHINESE_MOVE}")),
    )


def _verbs(language: str) -> list[str]:
    rows = [row["verb"] for row in lexicon("effect_share_moves") if row["language"] == language]
    return sorted(rows, key=lambda verb: (-len(verb), verb))


@lru_cache(maxsize=512)
def _move_direction(language: str, verb: str) -> str:
    wanted = re.sub(r"\s+", " ", verb)
    return next(
        row["direction"]
        for row in lexicon("effect_share_moves")
        if (row["language"], row["verb"]) == (language, wanted)
    )

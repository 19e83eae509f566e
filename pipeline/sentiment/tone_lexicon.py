"""Words of market tone and where they stand in a text, with negation, intensifiers and diminishers applied."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Literal, NamedTuple

import ahocorasick_rs

from pipeline.kb.normalise import key
from pipeline.sentiment.inflection import forms
from pipeline.text.lexicons import lexicon
from pipeline.text.scripts import has_han

#: A modifier acts on a tone word that begins at most this many characters behind it.
_REACH = {"en": 24, "zh": 6}
#: A negated word keeps half of its weight, turned round: "not bad" is less than "good".
NEGATION = -0.5
_STOPS = frozenset(".,;:!?()，。；：！？、（）\n")


class ToneHit(NamedTuple):
    """A word or phrase of tone at `start:end`; `weight` runs from -4.5 to 4.5, modifiers included."""

    start: int
    end: int
    weight: float


class _Entry(NamedTuple):
    kind: Literal["tone", "neutral", "negator", "intensifier", "diminisher"]
    value: float
    language: str


def tone_hits(text: str) -> list[ToneHit]:
    """Every tone word of a text, longest match first, in reading order; neutral look-alikes are left out.

    >>> [(h.start, h.end, h.weight) for h in tone_hits("股價大漲，並非利好; debt financing, not bad")]
    [(2, 4, 3.0), (7, 9, -1.0), (31, 34, 0.5)]
    """
    text_key = key(text)
    matches = _longest(text_key)
    modifiers = [(start, end, entry) for start, end, entry in matches if entry.kind not in ("tone", "neutral")]
    ends = [end for _, end, _ in modifiers]
    return [
        ToneHit(start, end, entry.value * _factor(text_key, start, entry.language, modifiers, ends))
        for start, end, entry in matches
        if entry.kind == "tone"
    ]


def _factor(text: str, start: int, language: str, modifiers: list[tuple[int, int, _Entry]], ends: list[int]) -> float:
    factor = 1.0
    for position in range(bisect_right(ends, start) - 1, -1, -1):
        _, end, entry = modifiers[position]
        if start - end > _REACH[language]:
            break
        between = text[end:start]
        if entry.language == language and not _STOPS.intersection(between):
            near = between.count(" ") <= 1 if language == "en" else len(between) <= 1
            if entry.kind == "negator":
                factor *= NEGATION
            elif near:
                factor *= entry.value
    return max(-1.5, min(1.5, factor))


def _longest(text: str) -> list[tuple[int, int, _Entry]]:
    keys, entries, automaton = _automaton()
    chosen: list[tuple[int, int, _Entry]] = []
    for pattern, start, end in sorted(
        automaton.find_matches_as_indexes(text, overlapping=True), key=lambda m: (m[1], -m[2])
    ):
        if (not chosen or start >= chosen[-1][1]) and _whole_word(text, start, end):
            chosen.append((start, end, entries[keys[pattern]]))
    return chosen


def _whole_word(text: str, start: int, end: int) -> bool:
    if start and _latin(text[start]) and _latin(text[start - 1]):
        return text[start:end] == "n't"
    return not (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))


def _latin(char: str) -> bool:
    return char.isalnum() and not has_han(char)


@lru_cache(maxsize=1)
def _automaton() -> tuple[list[str], dict[str, _Entry], ahocorasick_rs.AhoCorasick]:
    entries = _entries()
    keys = sorted(entries)
    return keys, entries, ahocorasick_rs.AhoCorasick(keys)


def _entries() -> dict[str, _Entry]:
    """Every form with what it means; a neutral look-alike outranks a modifier, which outranks a tone word."""
    found: dict[str, _Entry] = {}
    for table in ("tone_en", "tone_zh"):
        for row in lexicon(table):
            for form in sorted(forms(row["phrase"], row["inflection"])):
                found.setdefault(key(form), _Entry("tone", float(row["weight"]), row["language"]))
    for row in lexicon("tone_modifiers"):
        found[key(row["phrase"])] = _Entry(row["kind"], float(row["factor"]), row["language"])  # type: ignore[arg-type]
    for row in lexicon("tone_neutral"):
        for form in {row["phrase"], row["phrase"] + "s"} if row["language"] == "en" else {row["phrase"]}:
            found[key(form)] = _Entry("neutral", 0.0, row["language"])
    return found

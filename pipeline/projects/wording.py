"""What the words in and around a project's phrases say of its status.

Runs of up to three words, by where they stand: in the phrase, right before it, right behind it, or anywhere in its
sentence. A naive reader could list a few of them ("broke ground on", 已获批); `seeds/build/project_words.py` weighs
thousands by a multinomial regression over the articles of train and writes `seeds/lexicons/project_words.tsv`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.document import Span
from pipeline.text.lexicons import folded, lexicon
from pipeline.text.scripts import HAN, to_simplified

#: Phrases of a project that are read, at most: the first ones.
MOST_PHRASES = 6
#: Characters on both sides of a phrase, at most; a bound on the time that long sentences take.
_REACH = 400
#: Words right before and right behind a phrase.
_NEAR = 12
_LONGEST = 3
#: Stands for the phrase in its sentence, and for every number.
_PHRASE, _NUMBER = "¤", "0"
_WORD = re.compile(rf"[{HAN}]|(?:(?![{HAN}])[^\W\d_])+(?:['’](?:t|re|ll|ve)\b)?|\d[\d.,]*|[^\s\w]")


class Words(NamedTuple):
    """A run of words and where it stands: `inside`, `before`, `after` or `sentence`."""

    place: str
    words: str


#: What stands for the regression's intercept: how common an option is.
ALWAYS = Words("always", "")


def simple(text: str) -> str:
    """A text as its words are read: simplified, lower case, of the same length."""
    return folded(to_simplified(text))


def features(text: str, phrases: Sequence[Span], sentences: Sequence[Span]) -> dict[Words, float]:
    """Share of the phrases of a project that have each run of words about them.

    Args:
        text: of the article, through `simple`.
        phrases: in reading order.
        sentences: those of the phrases, in the same order.

    >>> sentence = {"start": 0, "end": 15}
    >>> found = features("it opened a mine", [{"start": 12, "end": 16}], [sentence])
    >>> found[Words("before", "opened a")], found[Words("sentence", "opened a ¤")]
    (1.0, 1.0)
    """
    read = list(zip(phrases, sentences, strict=True))[:MOST_PHRASES]
    counts: Counter[Words] = Counter()
    for phrase, sentence in read:
        counts.update(set(_about(text, phrase, sentence)))
    return {words: number / len(read) for words, number in counts.items()}


def wording(attribute: str, found: Mapping[Words, float]) -> dict[str, float]:
    """Log odds of the options of an attribute, from the words that the table knows."""
    known = _table()[attribute]
    odds = defaultdict(float, _weights(known.get(ALWAYS, "")))
    for words, share in found.items():
        for option, weight in _weights(known.get(words, "")):
            odds[option] += share * weight
    return dict(odds)


def _about(text: str, phrase: Span, sentence: Span) -> Iterator[Words]:
    start, end = phrase["start"], phrase["end"]
    before = _words(text, max(sentence["start"], start - _REACH), start)
    after = _words(text, end, min(max(sentence["end"], end), end + _REACH))
    yield from _runs("inside", _words(text, start, end), 2)
    yield from _runs("before", before[-_NEAR:])
    yield from _runs("after", after[:_NEAR])
    yield from _runs("sentence", [*before, _PHRASE, *after])


def _words(text: str, start: int, end: int) -> list[str]:
    return [_NUMBER if (word := m.group())[0].isdigit() else word for m in _WORD.finditer(text, start, end)]


def _runs(place: str, words: Sequence[str], longest: int = _LONGEST) -> Iterator[Words]:
    for length in range(1, longest + 1):
        for first in range(len(words) - length + 1):
            yield Words(place, " ".join(words[first : first + length]))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[Words, str]]:
    """By attribute, the weights of each run of words as the file has them: most runs are never met in a short run."""
    found: dict[str, dict[Words, str]] = defaultdict(dict)
    for row in lexicon("project_words"):
        found[row["attribute"]][Words(row["place"], row["words"])] = row["weights"]
    return found


@lru_cache(maxsize=4096)
def _weights(text: str) -> tuple[tuple[str, float], ...]:
    """Options that a run of words speaks for, and how strongly: `planned=0.5 approved=-0.2`."""
    pairs = (pair.split("=") for pair in text.split())
    return tuple((option, float(weight)) for option, weight in pairs)

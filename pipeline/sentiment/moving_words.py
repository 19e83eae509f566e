"""How surely the words around a company's names say that it is moved: a linear model beside the encoder.

`models/moving_words.tsv` has the weight of each word, pair or triple of words (of Chinese characters up to four) in a
sentence that names the company, or that goes on about it; `pipeline.training.moving_words` fits them.
"""

from __future__ import annotations

import csv
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.confidence import logit, sigmoid
from pipeline.document import Span, text_of
from pipeline.errors import ModelError
from pipeline.paths import models
from pipeline.sentiment.sightings import companies
from pipeline.text.scripts import has_han
from pipeline.text.sentences import doc_sentences

#: The row whose weight is the intercept.
START = "#start"
#: What stands for the company and for other companies in a sentence.
_COMPANY, _OTHER = "\x01", "\x02"
_TOKEN = re.compile(
    rf"[{_COMPANY}{_OTHER}]|[a-z][a-z'\-]*|(?P<number>\d+(?:[.,]\d+)*)\s?(?P<percent>%|％|(?:percent|per cent|pct)\b)?"
    r"|[,;:(]|[一-鿿]|[％%]"
)
_NAMES = {_COMPANY: "T", _OTHER: "O"}
#: In a sentence with more names, a list, no company is told by words.
MOST_NAMES = 100
#: Words behind and before the company that are told apart from those elsewhere.
_BEHIND, _BEFORE = 7, 5
#: Percentages below these say different things of a share.
_STEPS = (1.0, 2.0, 4.0)


class Name(NamedTuple):
    """A mention of a company."""

    start: int
    end: int
    company: str


class CompanySentence(NamedTuple):
    """A sentence about a company, with the mentions of companies in it; none where it only goes on about one."""

    start: int
    end: int
    company: str
    names: Sequence[Name]


def moving(doc: Doc) -> dict[str, float]:
    """By company, the log odds that its sentences say it is moved."""
    still: dict[str, float] = {}
    names = [Name(m["start"], m["end"], str(m["entity"])) for m in companies(doc)]
    for passage in company_sentences(doc_sentences(doc), [b["start"] for b in doc._.blocks], names):
        sentence = masked(text_of(doc), passage) if len(passage.names) <= MOST_NAMES else ""
        probability = sigmoid(score(features(sentence)))
        still[passage.company] = still.get(passage.company, 1.0) * (1 - probability)
    return {company: logit(1 - probability) for company, probability in still.items()}


def company_sentences(
    sentences: Iterable[Span], blocks: Sequence[int], names: Sequence[Name]
) -> Iterator[CompanySentence]:
    """Each sentence with each company it names; one that names none with the first of the last that did, in its block.

    Args:
        blocks: where blocks start.
        names: sorted.
    """
    block, known = -1, None
    for sentence in sentences:
        start, end = sentence["start"], sentence["end"]
        here = names[bisect_left(names, (start,)) : bisect_left(names, (end,))]
        now = bisect_right(blocks, start)
        known = here[0].company if here else known if now == block else None
        block = now
        for company in dict.fromkeys(name.company for name in here) or ([known] if known else []):
            yield CompanySentence(start, end, company, here)


def masked(text: str, passage: CompanySentence) -> str:
    """The sentence with marks for the company and for others."""
    parts, at = [], passage.start
    for name in passage.names:
        if at <= name.start and name.end <= passage.end:
            parts += [text[at : name.start], _COMPANY if name.company == passage.company else _OTHER]
            at = name.end
    return "".join([*parts, text[at : passage.end]])


def features(sentence: str) -> set[str]:
    """What a sentence in which the company is masked shows.

    >>> sorted(features("\\x01 fell 3%"))
    ['<4%', '><4%', '>fell', 'T', 'T fell', 'T fell <4%', 'fell', 'fell <4%']
    """
    words = [_word(match) for match in _TOKEN.finditer(sentence.lower().replace("’", "'"))]
    found: set[str] = set()
    for i, word in enumerate(words):
        for length in range(1, 5 if has_han(word) else 4):
            if i + length <= len(words):
                found.add(" ".join(words[i : i + length]))
        if word == "T":
            found.update(">" + near for near in words[i + 1 : i + 1 + _BEHIND])
            found.update("<" + near for near in words[max(0, i - _BEFORE) : i])
    if "T" not in words:
        found.add("#unnamed")
    return found


def _word(match: re.Match[str]) -> str:
    if match["number"] is None:
        return _NAMES.get(match.group(), match.group())
    if match["percent"] is None:
        return "0"
    value = float(match["number"].replace(",", "").split(".")[0] or 0)
    return next((f"<{step:.0f}%" for step in _STEPS if value < step), "4%")


def score(found: set[str]) -> float:
    """Log odds that a sentence with these features says so; their sum counts less the more of them are known.

    Raises:
        ModelError: the table is missing or malformed.
    """
    weights = _weights()
    known = [weights[feature] for feature in found if feature in weights]
    return weights[START] + sum(known) / math.sqrt(len(known)) if known else weights[START]


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    path = models("moving_words.tsv")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file, delimiter="\t")}
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"{path}: {error}") from error

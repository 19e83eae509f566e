"""Which phrases speak of a specific undertaking of the article, and which only of a kind of thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Mention
from pipeline.projects.lexicon import words
from pipeline.projects.phrase import Phrase
from pipeline.text.scripts import has_han, to_simplified

#: A phrase with at least this score opens a project. Of 1.0 to 3.0, on 48 development articles, 1.5 gave precision 0.58
#: and recall 0.49; 2.0 gave 0.66 and 0.42.
THRESHOLD = 1.5
_OPENING = frozenset('“「『《"')
_ACTORS = frozenset({"COMPANY", "GOVERNMENT", "ORGANIZATION", "PERSON"})
_NUMBER = re.compile(r"\d")
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|new|debut|phase)\b|第?[一二三四五六七八九十0-9]+[期座条號号批轮輪]|新",
    re.IGNORECASE,
)
#: Verbs of doing stand at most this many characters before the phrase.
_VERB_REACH = {"en": 45, "zh": 14}


@dataclass(frozen=True, slots=True)
class Scored:
    """A phrase with the names it holds or belongs to and its score; `points_back` marks "the project", 该项目."""

    phrase: Phrase
    inner: tuple[Mention, ...]
    possessor: Mention | None
    amounts: tuple[int, ...]
    score: float
    points_back: bool


def rate(
    text: str,
    sentence: tuple[int, int],
    phrase: Phrase,
    mentions: Sequence[Mention],
    amounts: Sequence[tuple[int, int, int]],
) -> Scored:
    """Rates one phrase by its modifiers and by what is done to it.

    Args:
        mentions: names of the sentence.
        amounts: (start, end, index into `doc._.amounts`) of the sentence.
    """
    first = bisect_left(mentions, phrase.start, key=lambda m: m["start"])
    last = bisect_left(mentions, phrase.end, key=lambda m: m["start"])
    inner = tuple(m for m in mentions[first:last] if m["end"] <= phrase.end)
    possessor = next((m for m in mentions[max(0, first - 1) : first] if m["end"] == phrase.possessor), None)
    own = tuple(i for start, end, i in amounts if phrase.start <= start and end <= phrase.end)
    name = text[phrase.start : phrase.end]
    points_back = _points_back(text, phrase, bool(inner or own or possessor))
    score = (
        0.0
        if _background(text, sentence, phrase)
        else _score(text, sentence, phrase, name, inner, possessor, own, mentions)
    )
    return Scored(phrase, inner, possessor, own, score, points_back)


def _score(
    text: str,
    sentence: tuple[int, int],
    phrase: Phrase,
    name: str,
    inner: tuple[Mention, ...],
    possessor: Mention | None,
    own: tuple[int, ...],
    mentions: Sequence[Mention],
) -> float:
    score = 1.0 if phrase.head.strong else 0.0
    score += 1.0 if own else 0.0
    score += 1.0 if any(m["type"] == "LOCATION" for m in inner) else 0.0
    score += 1.0 if possessor is not None or any(m["type"] != "LOCATION" for m in inner) else 0.0
    modifiers = text[phrase.start : phrase.head_start]
    score += 0.5 if _NUMBER.search(modifiers) and not own else 0.0
    score += 0.5 if _ORDINAL.search(modifiers) else 0.0
    score += 0.5 if re.search(r"(?<!^)\b[A-Z][a-z]", name) and not inner else 0.0
    score += _specificity(text, sentence, phrase, modifiers)
    if _done(text, sentence, phrase):
        score += 1.0 if any(m["type"] in _ACTORS or m["type"] == "LOCATION" for m in mentions) else 0.5
    return score - (1.0 if phrase.plural and not own else 0.0)


def _specificity(text: str, sentence: tuple[int, int], phrase: Phrase, modifiers: str) -> float:
    """Half a point for two modifiers, a whole one for a proper or quoted name, half for "its" and 其."""
    head = text[phrase.head_start : phrase.head_end]
    score = 0.0
    if phrase.head.language == "en":
        proper = head[:1].isupper() and phrase.start > sentence[0] and not text[sentence[0] : sentence[1]].isupper()
        score += 1.0 if proper and modifiers[:1].isupper() else 0.0
        score += 0.5 if len(modifiers.split()) + len(head.split()) > 2 else 0.0
        score += (
            0.5
            if re.search(r"\b(?:its|their|his|her)\s+$", text[max(sentence[0], phrase.start - 8) : phrase.start])
            else 0.0
        )
        return score
    score += 1.0 if text[max(0, phrase.start - 1) : phrase.start] in _OPENING and phrase.start > sentence[0] else 0.0
    score += 0.5 if len(modifiers) >= 4 else 0.0
    return score + (0.5 if len(modifiers) >= 10 else 0.0)


def _done(text: str, sentence: tuple[int, int], phrase: Phrase) -> bool:
    language = phrase.head.language
    start = max(sentence[0], phrase.start - _VERB_REACH[language])
    before = text[start : phrase.start]
    after = text[phrase.end : min(sentence[1], phrase.end + _VERB_REACH[language])]
    if language == "zh":
        before, after = to_simplified(before), to_simplified(after)
        before = re.split(r"[。；！？]", before)[-1]
        after = re.split(r"[，,。；！？、]", after)[0]
    else:
        after = re.split(r"[,;.](?:\s|$)", after)[0]
    return bool(words(language, "doing").search(before) or words(language, "doing").search(after))


def _points_back(text: str, phrase: Phrase, named: bool) -> bool:
    if named:
        return False
    name = text[phrase.start : phrase.end]
    if phrase.head.language == "en":
        return phrase.definite and phrase.start == phrase.head_start and len(name.split()) < 3
    bare = words("zh", "definite").sub("", to_simplified(name), count=1)
    return phrase.definite and len(bare) <= 4 and words("zh", "anaphor").fullmatch(bare) is not None


def _background(text: str, sentence: tuple[int, int], phrase: Phrase) -> bool:
    """Comparisons and examples: "reminiscent of …", 类似…."""
    before = text[max(sentence[0], phrase.start - 30) : phrase.start]
    language = phrase.head.language
    if has_han(before):
        before = to_simplified(before)
    tail = re.split(r"[,，。;；]", before)[-1]
    return words(language, "background").search(tail) is not None

"""Noun phrases for undertakings in Latin script, grown from their head noun without a parser."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from pipeline.projects.lexicon import HeadClass, heads, word_set
from pipeline.projects.phrase import Islands, Phrase
from pipeline.text.lexicons import folded
from pipeline.text.scripts import HAN

#: Words before and after the head that a phrase may have; longer ones are nearly always clauses.
LEFT_WORDS = 8
RIGHT_WORDS = 6
_WORD_BEFORE = re.compile(r"(?P<word>[^\s,;:()\[\]“”\"。，；：（）、!?]+)[ \u00a0]*$")
_BRACKET_BEFORE = re.compile(r"[(（][^()（）\n]{1,40}[)）][ \u00a0]*$")
_WORD_AFTER = re.compile(
    r"[ \u00a0]*(?P<word>[^\s,;:()\[\]“”\"。，；：（）、!?]+?)(?=[.]?(?:[\s,;:()\[\]“”\"。，；：（）、!?]|$))"
)
_PREPOSITION = re.compile(r"[ \u00a0]+(?:of|in|at|with|for|on|near|between|from|to)[ \u00a0]+(?=\S)")
_GLOSS = re.compile(r"[ \u00a0]*[(（][^()（）\n]{1,30}[)）]")
_POSSESSIVE = re.compile(r"['’]s?$")


def phrases(text: str, start: int, end: int, islands: Islands) -> Iterator[Phrase]:
    """Phrases of one sentence, in reading order; of nested heads the outermost wins.

    >>> text = "Acme opened its $2 billion copper smelter in Peru."
    >>> found = phrases(text, 0, len(text), Islands([(0, 4), (16, 26), (45, 49)]))
    >>> [text[p.start : p.end] for p in found]
    ['$2 billion copper smelter in Peru']
    """
    last_end = start
    found = [(start + a, start + b, head) for a, b, head in heads("en", folded(text[start:end]))]
    openings = {a for a, _, _ in found}
    for head_start, head_end, head in found:
        if head_start < last_end or islands.around(head_start) or islands.starting(head_start):
            continue
        if _modifies(text, head_end, end, openings):
            continue
        phrase = _grow(text, (start, end), (head_start, head_end), head, islands)
        last_end = phrase.end
        yield phrase


def _grow(text: str, sentence: tuple[int, int], span: tuple[int, int], head: HeadClass, islands: Islands) -> Phrase:
    left, determiner, at = _left(text, sentence[0], span[0], islands)
    owned = _POSSESSIVE.search(determiner)
    possessor = at + owned.start() if owned and len(determiner) > 2 else -1
    right = _right(text, span[1], sentence[1], islands)
    word = text[span[0] : span[1]].split()[-1].lower()
    plural = word.endswith("s") and not word.endswith(_SINGULAR)
    definite = determiner.lower() in word_set("definite")
    return Phrase(left, right, span[0], span[1], head, definite, plural, possessor)


def _modifies(text: str, at: int, end: int, openings: Container[int]) -> bool:
    """Whether the head stands before another noun or is a verb: "plant manager", "offer to", "deal with"."""
    following = _WORD_AFTER.match(text, at, end)
    if following is None or text[at : at + 1] in ("-", "'", "’"):
        return text[at : at + 1] == "-"
    return following.start("word") in openings or following["word"].lower() in _NOT_BEFORE


#: Endings of singular heads in s.
_SINGULAR = ("ss", "us", "is", "works", "headquarters", "notes", "premises")
#: Words that may open what follows a preposition.
_LINKING = frozenset("the a an its their up to about more than some".split())
#: A head before one of these is a modifier itself.
_NOT_BEFORE = frozenset(
    """manager managers workers worker operator operators operations owner owners maker makers holders holder price
    prices growth demand market markets capacity costs cost value values terms book books documents document size talks
    official officials sources boss""".split()
)


def _left(text: str, start: int, at: int, islands: Islands) -> tuple[int, str, int]:
    """Where the phrase starts, and the word (determiner, verb, possessive) that stands before it, with its offset."""
    for _ in range(LEFT_WORDS):
        probe = _skip_blanks_back(text, start, at)
        bracket = _BRACKET_BEFORE.search(text, max(start, at - 44), at)
        if bracket is not None:
            probe = _skip_blanks_back(text, start, bracket.start())
        island = islands.ending(probe)
        if island is not None and start <= island < at:
            at = island
            continue
        match = _WORD_BEFORE.search(text, max(start, at - 60), at)
        if match is None:
            return at, "", at
        if not _inside(match["word"]):
            return at, match["word"], match.start("word")
        at = match.start("word")
    return at, "", at


def _skip_blanks_back(text: str, start: int, at: int) -> int:
    while at > start and text[at - 1] in " \u00a0":
        at -= 1
    return at


def _inside(word: str) -> bool:
    """Whether a word may stand inside a phrase, left of its head."""
    low = word.lower()
    if re.search(f"[{HAN}]", word):
        return True
    if low in word_set("stop") or _POSSESSIVE.search(word) or word in "-–—&/|*•·#" or word.endswith("."):
        return False
    if low in word_set("adjective") or "-" in low:
        return True
    if word[:1].isupper() or word[:1].isdigit() or word[0] in "$€£¥'‘":
        return True
    return not low.endswith(("ed", "ing", "ly"))


def _right(text: str, at: int, end: int, islands: Islands) -> int:
    """Takes in a gloss in brackets and up to two prepositional phrases that name something."""
    for _ in range(2):
        match = _PREPOSITION.match(text, at, end)
        if match is None:
            break
        extended = _complement(text, match.end(), end, islands, match.group().strip() == "of")
        if extended is None:
            break
        at = extended
    return at


def _complement(text: str, at: int, end: int, islands: Islands, needs_no_name: bool) -> int | None:
    named = False
    first = last = at
    for count in range(RIGHT_WORDS):
        while at < end and text[at] in " \u00a0":
            at += 1
        island = islands.starting(at)
        if island is not None and island <= end:
            named = True
            at = last = _with_gloss(text, island, end, islands)
            if text[at : at + 2] not in ("'s", "’s"):
                return last
            at += 2
            continue
        match = _WORD_AFTER.match(text, at, end)
        if match is None:
            break
        linking = match["word"].lower() in _LINKING and count < 3
        if not linking and not _inside(match["word"]):
            break
        at = match.end("word")
        last = last if linking else at
    return last if last > first and (named or needs_no_name) else None


def _with_gloss(text: str, at: int, end: int, islands: Islands) -> int:
    gloss = _GLOSS.match(text, at, end)
    if gloss is None:
        return at
    return gloss.end() if islands.starting(at + len(gloss.group()) - len(gloss.group().lstrip(" \u00a0(（"))) else at

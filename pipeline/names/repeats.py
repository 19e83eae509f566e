"""Further occurrences of names already found, and of their short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick_rs

from pipeline.document import Mention
from pipeline.kb import legal_forms
from pipeline.kb.normalise import key
from pipeline.names import han_words, latin_words
from pipeline.names.honorifics import is_addressed
from pipeline.names.mention_index import MentionIndex
from pipeline.names.short_forms import company_forms, family_names, is_full_name
from pipeline.text.indices import is_of_an_index
from pipeline.text.scripts import LATIN, has_han, to_simplified

#: Scores of a mention found again; below those of the finders that saw a name itself.
_REPEAT, _SHORT = 0.6, 0.5
#: A form of two characters is taken from names found with this score at least.
_SURE = 0.6
#: A name found with less is not looked for elsewhere.
_WEAK = 0.3
#: Nor is a policy found with less: ordinary words are read as one here and there.
_WEAK_POLICY = 0.7
_LETTER = re.compile(f"[{LATIN}0-9]")
_CAPITAL_NEXT = re.compile(r"[ ]([A-Z][\w'’-]*)")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w'’.-]*) $")
_TAIL_NEXT = re.compile("(?:" + "|".join(map(re.escape, (*legal_forms.HAN, *han_words.GENERIC_TAILS))) + ")")


@dataclass(frozen=True)
class Form:
    """A surface to look for, with what it is and where its full name first stands."""

    surface: str
    type: str
    method: str
    score: float
    since: int


def forms(mentions: Iterable[Mention]) -> list[Form]:
    """Surfaces of mentions and their short forms, one each, in the order of the text.

    Places are left to the encoder: what it reads as none is mostly part of another name or of a currency. Without
    their repeats mentions of dev have F1 0.936, not 0.934, of plain 0.958 and of hard 0.922 as with them.
    """
    found: dict[str, Form] = {}
    places = {m["text"] for m in mentions if m["type"] == "LOCATION"}
    for mention in mentions:
        surface = mention["text"]
        least = _WEAK_POLICY if mention["type"] == "POLICY" else _WEAK
        if mention["type"] != "LOCATION" and mention["score"] >= least and len(surface) >= 2:
            found.setdefault(surface, Form(surface, mention["type"], "repeat", _REPEAT, 0))
    for mention in mentions:
        for short in _short(mention):
            if short not in places:
                found.setdefault(short, Form(short, mention["type"], "short_form", _SHORT, mention["start"]))
    return list(found.values())


def _short(mention: Mention) -> list[str]:
    if mention["type"] == "COMPANY":
        return [f for f in company_forms(mention["text"]) if len(f) > 2 or mention["score"] >= _SURE]
    if mention["type"] == "PERSON" and is_full_name(mention["text"]):
        return family_names(mention["text"])
    return []


class Repeats:
    """New mentions where a form stands that no mention covers."""

    def __init__(self, index: MentionIndex, blocked: Iterable[tuple[int, int]]) -> None:
        self._index = index
        self._text = index.text
        self._blocked = bytearray(len(index.text))
        for start, end in blocked:
            self._blocked[start:end] = b"\1" * (end - start)

    def find(self, wanted: Iterable[Form]) -> Iterator[Mention]:
        """Longest forms first where they overlap, in reading order."""
        by_key: dict[str, list[Form]] = {}
        for form in wanted:
            by_key.setdefault(key(form.surface), []).append(form)
        keys = sorted(by_key)
        if not keys:
            return
        text_key = key(self._text)
        automaton = ahocorasick_rs.AhoCorasick(keys, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        for number, start, end in automaton.find_matches_as_indexes(text_key):
            fitting = next((f for f in by_key[keys[number]] if self._fits(f, start, end)), None)
            if fitting is not None:
                yield _mention(self._text, fitting, start, end)

    def _fits(self, form: Form, start: int, end: int) -> bool:
        if any(self._blocked[start:end]) or self._index.overlapping(start, end):
            return False
        surface = self._text[start:end]
        if has_han(surface):
            return self._fits_han(form, start, end)
        if not (surface == form.surface or (surface.isupper() and len(surface) > 3)):
            return False
        return self._at_boundaries(start, end) and self._stands_alone(form, start, end)

    def _fits_han(self, form: Form, start: int, end: int) -> bool:
        if end - start == 1:
            return form.type == "PERSON" and is_addressed(self._text, end)
        if _LETTER.match(self._text[start]) and start and _LETTER.match(self._text[start - 1]):
            return False
        if form.type != "COMPANY" and form.method != "short_form":
            return True
        if form.type == "COMPANY" and is_of_an_index(self._text, end):
            return False
        return not _TAIL_NEXT.match(to_simplified(self._text[end : end + 8]))

    def _at_boundaries(self, start: int, end: int) -> bool:
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        if _LETTER.match(self._text[start]) and _LETTER.match(before):
            return False
        return not (_LETTER.match(self._text[end - 1]) and _LETTER.match(after))

    def _after_capital(self, form: Form, start: int) -> bool:
        """Whether a single name stands behind another capitalised word that is no title: in a longer name."""
        before = _CAPITAL_BEFORE.search(self._text, max(0, start - 30), start)
        if " " in form.surface or before is None or (before[1].endswith(".") and len(before[1]) > 4):
            return False
        return before[1].rstrip(".") not in latin_words.TITLES | latin_words.OPENERS

    def _stands_alone(self, form: Form, start: int, end: int) -> bool:
        """Not a part of a longer name, not an ordinary word at the start of a sentence."""
        following = _CAPITAL_NEXT.match(self._text, end)
        if form.type == "PERSON" and (following or self._after_capital(form, start)):
            return False
        if following and (following[1] in latin_words.GENERIC_TAILS or following[1].rstrip(".,") in legal_forms.LATIN):
            return False
        if form.method != "short_form":
            return True
        if following and " " not in form.surface:
            return False
        ordinary = " " not in form.surface and re.search(rf"\b{re.escape(form.surface.lower())}\b", self._text)
        return not (ordinary and form.surface.lower() != form.surface)


def _mention(text: str, form: Form, start: int, end: int) -> Mention:
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        type=form.type,
        method=form.method,
        score=form.score,
        kb=[],
        entity=None,
    )

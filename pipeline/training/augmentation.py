"""Other forms of an annotated text for training: names swapped, the other Chinese script, other brackets.

Offsets move with the text, so that what was annotated stays annotated. Never for articles that are measured on.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import opencc

from pipeline.annotation.spans import GoldSpan
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names.short_forms import company_forms, has_legal_form
from pipeline.text.scripts import has_han, is_traditional

#: Share of names of an article that are swapped, of Chinese articles put into the other script, of other brackets.
SWAPPED = 0.5
OTHER_SCRIPT = 0.15
OTHER_BRACKETS = 0.2
#: Pairs of brackets and quotation marks that writers use for each other; the same length, so that offsets stay.
_BRACKETS = (("（）", "()"), ("()", "（）"), ("“”", "「」"), ("“”", '""'), ("《》", "〈〉"))
#: A company's name in capitals alone, up to this length, is an abbreviation.
_ABBREVIATION = 5


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Rewritten:
    """A text after edits, and where its offsets went.

    >>> after = Rewritten.of("Acme rose. Acme fell.", [Edit(0, 4, "Globex"), Edit(11, 15, "Globex")])
    >>> after.text, after.place(11, 15)
    ('Globex rose. Globex fell.', (13, 19))
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    growth: tuple[int, ...]

    @classmethod
    def of(cls, text: str, edits: Iterable[Edit]) -> Rewritten:
        """Apply edits that do not overlap."""
        ordered = sorted(edits)
        parts, at = [], 0
        for edit in ordered:
            parts += [text[at : edit.start], edit.new]
            at = edit.end
        grown = accumulate((len(e.new) - (e.end - e.start) for e in ordered), initial=0)
        return cls(
            "".join(parts) + text[at:], tuple(e.start for e in ordered), tuple(e.end for e in ordered), tuple(grown)
        )

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a span went; one that begins or ends inside of an edit takes in the whole of it."""
        first = bisect_right(self.ends, start)
        last = bisect_right(self.starts, end - 1)
        begin = min(start, self.starts[first]) if first < len(self.starts) else start
        finish = max(end, self.ends[last - 1]) if last else end
        return begin + self.growth[first], finish + self.growth[last]


class Donor(NamedTuple):
    """Names that a swapped entity may take, empty where there is none."""

    latin: str
    han: str
    abbreviation: str


class Augmenter:
    """Rewrites texts with names of people and companies of the knowledge base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._donors = _donors(base)

    def rewrite(self, text: str, spans: Sequence[GoldSpan], generator: random.Random) -> Rewritten:
        """The text with some of its people and companies renamed, in other brackets or the other script at times."""
        edits = self._swaps(text, spans, generator)
        after = Rewritten.of(text, edits)
        return Rewritten(_restyled(after.text, generator), after.starts, after.ends, after.growth)

    def _swaps(self, text: str, spans: Sequence[GoldSpan], generator: random.Random) -> list[Edit]:
        by_owner: dict[str, list[GoldSpan]] = {}
        for span in spans:
            by_owner.setdefault(span.entity, []).append(span)
        surfaces = {owner: {text[s.start : s.end] for s in found} for owner, found in by_owner.items()}
        traditional = is_traditional(text)
        edits: list[Edit] = []
        for owner, found in by_owner.items():
            type_ = found[0].type
            if type_ not in _RENAME or generator.random() >= SWAPPED or _shared(owner, surfaces):
                continue
            renamed = _RENAME[type_](surfaces[owner], generator.choice(self._donors[type_]))
            if renamed:
                told = {old: _scripted(new, traditional) for old, new in renamed.items()}
                edits += [Edit(s.start, s.end, told[text[s.start : s.end]]) for s in found]
        return edits


def _donors(base: KnowledgeBase) -> dict[str, list[Donor]]:
    found: dict[str, list[Donor]] = {"PERSON": [], "COMPANY": []}
    for kb_id, entry in base.entries.items():
        if entry.type not in found or not (entry.name_en or entry.name_zh):
            continue
        names = base.names[kb_id]
        short = next((n.value for n in names if n.kind == "abbreviation" and n.language == "en"), "")
        plain = {n.value for n in names if n.context}
        latin, han = (name if name not in plain else "" for name in (entry.name_en or "", entry.name_zh or ""))
        if latin or han:
            found[entry.type].append(Donor(latin, han, short))
    return found


def _shared(owner: str, surfaces: Mapping[str, set[str]]) -> bool:
    """Whether another entity's name has a word of this one's, which would tell the swapped one by the rest."""
    stems = {stem for s in surfaces[owner] for stem in _stems(s)}
    return any(stem in other for o, names in surfaces.items() if o != owner for other in names for stem in stems)


def _stems(surface: str) -> list[str]:
    return [surface[:2]] if has_han(surface) else [surface.split()[0]]


def _company(surfaces: set[str], donor: Donor) -> dict[str, str]:
    """New forms of a company's surfaces; empty where the donor lacks a form."""
    renamed: dict[str, str] = {}
    bare = {s: _without_legal_form(s) for s in surfaces}
    for han, name in ((False, donor.latin), (True, donor.han)):
        ours = {s: b for s, b in bare.items() if has_han(s) is han}
        full = _without_legal_form(name) if name else ""
        forms = [full, *company_forms(full)] if full else []
        longest = max((len(b) for b in ours.values()), default=0)
        for surface, stem in ours.items():
            if not forms or (surface != stem and not surface.startswith(stem)):
                return {}
            if len(ours) > 1 and surface.isupper() and len(surface) <= _ABBREVIATION:
                new = donor.abbreviation
            else:
                new = forms[0 if len(stem) == longest else -1] + surface[len(stem) :]
            if not new:
                return {}
            renamed[surface] = new
    return renamed


def _without_legal_form(name: str) -> str:
    while has_legal_form(name) and (forms := company_forms(name)):
        name = forms[0]
    return name


def _person(surfaces: set[str], donor: Donor) -> dict[str, str]:
    """New forms of a person's surfaces; empty where one is no part of the full name or the donor's differs in kind."""
    renamed: dict[str, str] = {}
    for han, name, mark in ((False, donor.latin, " "), (True, donor.han, "·")):
        ours = sorted((s for s in surfaces if has_han(s) is han), key=len, reverse=True)
        if not ours:
            continue
        old, new = ours[0].split(mark), name.split(mark)
        if not name or len(old) < 2 <= len(new) or len(new) < 2 <= len(old):
            return {}
        parts = {ours[0]: name, old[-1]: new[-1], old[0]: new[0]}
        if any(s not in parts for s in ours):
            return {}
        renamed |= {s: parts[s] for s in ours}
    return renamed


_RENAME: dict[str, Callable[[set[str], Donor], dict[str, str]]] = {"COMPANY": _company, "PERSON": _person}


def _restyled(text: str, generator: random.Random) -> str:
    """The text in the other Chinese script and with other brackets, now and then; as long as before."""
    if has_han(text) and generator.random() < OTHER_SCRIPT:
        text = _scripted(text, not is_traditional(text))
    if generator.random() < OTHER_BRACKETS:
        text = text.translate(str.maketrans(*generator.choice(_BRACKETS)))
    return text


def _scripted(text: str, traditional: bool) -> str:
    """The text in one Chinese script; unchanged where conversion would move offsets."""
    converted = _converter("s2t" if traditional else "t2s").convert(text)
    return str(converted) if len(converted) == len(text) else text


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)

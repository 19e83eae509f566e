"""Measures by the names that news gives them: quoted coinages, bare ones that recur, sections of trade law.

“底价令”, 碳費, "the milkshake tax", Section 232. A common noun for a measure ("the ban", 关税) is no name; what makes
one is a quotation around the kind of measure, a form that only names have (限韩令), or that an article says the same
words again and again with others before them: a stable string with a varied left side is a word (accessor variety, Feng
et al. 2004). Vocabulary: `seeds/lexicons/measure_words.tsv`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pipeline.entities.candidates import Candidate
from pipeline.text.lexicons import lexicon

#: Names of gold, exactly or in part, on train and 53 new articles: 109 of 116 by form, 33 of 35 quoted, 63 of 68 that
#: recur.
_BY_FORM, _QUOTED, _COINED = 0.9, 0.85, 0.8
#: A coinage is named so often in an article at least, with so many different characters before it.
_LEAST, _VARIETY = 3, 2
#: In English, with "the" before it once.
_LEAST_ENGLISH = 2
#: Characters of a Chinese coinage, with the kind of measure.
_LENGTHS = range(2, 8)
_HAN = "\u4e00-\u9fff"
_OPENING, _CLOSING = "(（“「『《[", ")）”」』》]"
#: A policy's name has so many characters at least.
_SHORTEST = 2
_KIND_BEHIND = re.compile(
    r" (?:[a-z]+ ){0,2}(?:dut(?:y|ies)|tariffs?|lev(?:y|ies)|tax(?:es)?|prob(?:e|es)|investigations?)"
)
#: Words of grammar, which no coinage holds.
_GRAMMAR = re.compile("[的了没沒是有在将將被把与與和及或]")


def measures(text: str) -> Iterator[Candidate]:
    """Candidates of type POLICY; the same place may come twice.

    >>> [text[c.start:c.end] for text in ["义乌的“底价令”还在"] for c in measures(text)]
    ['底价令']
    """
    for match in _by_form().finditer(text):
        yield Candidate(match.start(), match.end(), "POLICY", "measure", _BY_FORM)
    for match in _quoted().finditer(text):
        if not _GRAMMAR.search(match["name"]) and not _ends_ordinary(match["name"]):
            yield Candidate(match.start("name"), match.end("name"), "POLICY", "measure", _QUOTED)
    for start, end in [*_han_coinages(text), *_latin_coinages(text)]:
        yield Candidate(start, end, "POLICY", "measure", _COINED)


def mended(text: str, candidate: Candidate) -> Candidate:
    """A policy without what was read past the end of its quotation or bracket, or past the number of a section.

    >>> mended("Section 232 duty", Candidate(0, 16, "POLICY", "encoder", 0.9)).end
    11
    >>> mended("Order 74 (第74号", Candidate(0, 14, "POLICY", "encoder", 0.9)).end
    8
    """
    if candidate.type != "POLICY":
        return candidate
    end = _balanced(text, candidate.start, candidate.end)
    section = _section().match(text, candidate.start, end)
    if section and _KIND_BEHIND.fullmatch(text, section.end(), end):
        end = section.end()
    return replace(candidate, end=end) if end - candidate.start >= _SHORTEST else candidate


def _balanced(text: str, start: int, end: int) -> int:
    """Where a stretch is to end so that every bracket and quotation mark in it has its fellow."""
    opened: list[int] = []
    for at in range(start, end):
        if text[at] in _OPENING:
            opened.append(at)
        elif text[at] in _CLOSING:
            if not opened:
                return at
            opened.pop()
    end = opened[0] if opened and opened[0] > start else end
    return end - 1 if text[end - 1 : end].isspace() else end


def _words(language: str, use: str) -> str:
    return "|".join(r["pattern"] for r in lexicon("measure_words") if (r["language"], r["use"]) == (language, use))


@lru_cache(maxsize=1)
def _section() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('en', 'section')})")


@lru_cache(maxsize=1)
def _by_form() -> re.Pattern[str]:
    english = f"{_words('en', 'numbered')}|{_words('en', 'section')}|(?:{_words('en', 'name')})(?![a-z])"
    half_quoted = rf"[“「『][{_HAN}]{{1,6}}[”」』](?:[关關]?[税稅]|令|法案|配[额額])(?!率)"
    return re.compile(rf"\b(?:{english})|{_words('zh', 'numbered')}|{_words('zh', 'name')}|{half_quoted}")


@lru_cache(maxsize=1)
def _quoted() -> re.Pattern[str]:
    return re.compile(rf"[“「『](?P<name>[{_HAN}A-Z0-9]{{1,8}}(?:{_words('zh', 'quoted')}))[”」』]")


@lru_cache(maxsize=1)
def _ordinary() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('zh', 'ordinary')})$")


def _ends_ordinary(name: str) -> bool:
    return _ordinary().search(name) is not None


def _han_coinages(text: str) -> Iterator[tuple[int, int]]:
    """Places of the longest strings that end in a kind of measure and recur with other characters before them."""
    places: dict[str, list[int]] = defaultdict(list)
    ends = [match.end() for match in re.finditer(_words("zh", "coined"), text)]
    for end in ends:
        for start in (end - length for length in _LENGTHS if length <= end):
            if not re.fullmatch(f"[{_HAN}]+", text[start:end]):
                break
            places[text[start:end]].append(start)
    taken: set[int] = set()
    for name in sorted(places, key=lambda n: (-len(n), n)):
        starts = places[name]
        if len(starts) >= _LEAST and len({text[s - 1 : s] for s in starts}) >= _VARIETY and _is_coinage(name):
            yield from ((s, s + len(name)) for s in starts if s + len(name) not in taken)
            taken.update(s + len(name) for s in starts)


def _is_coinage(name: str) -> bool:
    bare = re.fullmatch(_words("zh", "coined"), name)
    return not bare and not _GRAMMAR.search(name) and not _ends_ordinary(name)


def _latin_coinages(text: str) -> Iterator[tuple[int, int]]:
    """Places of "the X tax", where an article says it again."""
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _latin().finditer(text):
        found[match["name"]].append(match)
    for matches in found.values():
        if len(matches) >= _LEAST_ENGLISH and any(m["the"] for m in matches):
            yield from (m.span("name") for m in matches)


@lru_cache(maxsize=1)
def _latin() -> re.Pattern[str]:
    modifier = rf"(?!(?:{_words('en', 'ordinary')})\b)[a-z][a-z-]+"
    return re.compile(rf"(?<![\w-])(?P<the>[Tt]he )?(?P<name>{modifier}[ -](?:{_words('en', 'coined')}))(?![\w-])")

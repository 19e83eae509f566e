"""Codes of securities in text, with the exchanges that they may stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.document import Ticker
from pipeline.entities.values.folding import fold
from pipeline.entities.values.ticker_patterns import (
    BARE_SUFFIXES,
    CASHTAG_MARKETS,
    CODE_LABELS,
    NO_CASHTAGS,
    PLACE_CUES,
    PLACE_PREFIXES,
    SIBLINGS,
    UNKNOWN_CODES,
)
from pipeline.kb.markets import markets


def _by_mark(attribute: str) -> dict[str, list[str]]:
    marks: dict[str, list[str]] = defaultdict(list)
    for mic, market in markets().items():
        for mark in getattr(market, attribute):
            marks[fold(mark)].append(mic)
    return dict(marks)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_PREFIXES = _by_mark("prefixes")
_SUFFIXES = _by_mark("suffixes")
_CODE = r"(?P<code>[A-Z0-9]{1,10}(?:[.\-][A-Z]|\.[NXPV]\d{4}|-IH)?)(?![A-Za-z0-9]|[.,]\d|-\d)"
_PREFIXED = re.compile(
    rf"(?<![A-Za-z0-9])(?P<prefixes>(?:{_either(_PREFIXES)})(?:(?:/|, ?| and | & |、)(?:{_either(_PREFIXES)})){{0,3}})"
    rf"(?P<gap>[ ]?:[ ]?|[ ]){_CODE}"
)
_SUFFIXED = re.compile(
    rf"(?<![A-Za-z0-9.,])(?P<code>[A-Z0-9]{{1,10}}(?:[\-/.][A-Z](?=[.\- ]))?)(?P<gap>[.\-]|[ ])"
    rf"(?P<suffix>{_either(_SUFFIXES)})(?![A-Za-z0-9])"
)
_UNKNOWN = re.compile(rf"(?<![A-Za-z0-9]){UNKNOWN_CODES}(?![A-Za-z0-9])")
#: A capitalised name and a space, behind which a code in letters stands without brackets.
_NAMED_BEFORE = re.compile(r"[A-Z][\w&’'-]*\.? $")
_LABELLED = re.compile(rf"(?P<label>{_either(CODE_LABELS)})[ ]?[:为]?[ ]?(?P<code>\d{{4,6}})(?!\d)")
_NAMED = re.compile(
    r"(?i:\b(?:ticker|symbol)s?)(?: symbol)?[ ]?:?[ ]?[\"“‘']?"
    r"(?P<span>(?P<code>[A-Z]{2,5}(?:\.[A-Z])?))(?![\w:])"
)
_CASHTAG = re.compile(r"(?<![A-Za-z0-9$])(?P<span>\$(?P<code>[A-Z]{2,5}))(?![A-Za-z0-9$(])")
_BRACKETS = re.compile(r"[(\[<](?P<inside>[^()\[\]<>\n]{1,60})[)\]>]")
_BARE_LIST = re.compile(r"[ ]?\d{4,6}(?:[ ]?[/,、;][ ]?\d{4,6}){0,3}[ ]?")
_BARE = re.compile(r"\d{4,6}")
_NAME_BEFORE = re.compile(r"(?!年)[^\W\d_][*\-A-Z’']?[ ]?$")
_CUES = {mic: re.compile(pattern) for mic, pattern in PLACE_CUES.items()}
_YEAR = re.compile(r"(?:19|20)\d\d")


def tickers(text: str) -> list[Ticker]:
    """Codes in reading order, without overlap; the span is the code with its exchange mark.

    >>> [(t["text"], t["listings"]) for t in tickers("腾讯（00700.HK）, BHP (ASX: BHP), 贵州茅台（600519）")]
    [('00700.HK', ['XHKG:0700']), ('ASX: BHP', ['XASX:BHP']), ('600519', ['XSHG:600519'])]
    """
    folded = fold(text)
    brackets = [match.span("inside") for match in _BRACKETS.finditer(folded)]
    inside = bytearray(len(text))
    for start, end in brackets:
        inside[start:end] = b"\1" * (end - start)
    found = [*_prefixed(folded, inside), *_suffixed(folded, inside), *_labelled(folded)]
    found += [*_in_letters(_NAMED, folded), *_in_letters(_CASHTAG, folded)]
    found += _bare(folded, brackets)
    found += [(*match.span(), []) for match in _UNKNOWN.finditer(folded) if inside[match.start()]]
    return _without_overlap(text, found)


_Found = tuple[int, int, list[str]]


def _without_overlap(text: str, found: list[_Found]) -> list[Ticker]:
    taken = bytearray(len(text))
    chosen: list[Ticker] = []
    for start, end, listings in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            chosen.append(Ticker(listings=listings, start=start, end=end, text=text[start:end]))
    return sorted(chosen, key=lambda t: t["start"])


def _prefixed(folded: str, inside: bytearray) -> Iterator[_Found]:
    for match in _PREFIXED.finditer(folded):
        prefixes = re.split(r"/|, ?| and | & |、", match["prefixes"])
        bracketed = bool(inside[match.start()])
        if not bracketed and (match["gap"] == " " or prefixes[0] in PLACE_PREFIXES):
            continue
        listings = _listings([mic for prefix in prefixes for mic in _PREFIXES.get(prefix, ())], match["code"])
        if listings:
            yield match.start(), match.end(), listings


def _suffixed(folded: str, inside: bytearray) -> Iterator[_Found]:
    """Codes in digits stand anywhere, codes in letters behind a name, Bloomberg's "700 HK" only in brackets."""
    for match in _SUFFIXED.finditer(folded):
        code, bracketed = match["code"], bool(inside[match.start()])
        digits = code.isdigit() and (len(code) > 1 or bracketed)
        if (
            not bracketed
            and not _is_behind_name(folded, match)
            and not (match["gap"] == "." and digits and (len(code) > 3 or match["suffix"] != "T"))
        ):
            continue
        if match["gap"] == " " and len(match["suffix"]) < 2:
            continue
        listings = _listings(_SUFFIXES[match["suffix"]], code.replace("/", "."))
        if listings:
            yield match.start(), match.end(), listings


def _is_behind_name(folded: str, match: re.Match[str]) -> bool:
    """Whether two or more letters and a wire's mark stand behind a capitalised word: GE Vernova GEV.N."""
    letters = match["code"].isalpha() and len(match["code"]) > 1 and match["gap"] == "."
    before = folded[max(0, match.start() - 24) : match.start()]
    return letters and match["suffix"] in BARE_SUFFIXES and _NAMED_BEFORE.search(before) is not None


def _labelled(folded: str) -> Iterator[_Found]:
    for match in _LABELLED.finditer(folded):
        code = match["code"]
        mics = CODE_LABELS[match["label"]] or _mics_of_bare(code, folded)
        if len(code) == 6:
            mics = tuple(mic for mic in mics if mic != "XHKG") or SIBLINGS["XSHG"]
        listings = _listings(mics, code)
        if listings:
            yield match.start("code"), match.end("code"), listings


def _in_letters(pattern: re.Pattern[str], folded: str) -> Iterator[_Found]:
    """Codes without an exchange that only American ones have: "(ticker: ACME)", "$ACME"."""
    for match in pattern.finditer(folded):
        if match["code"] not in NO_CASHTAGS:
            yield *match.span("span"), _listings(CASHTAG_MARKETS, match["code"])


def _bare(folded: str, brackets: list[tuple[int, int]]) -> Iterator[_Found]:
    """Digits alone in brackets right behind a name; four digits that may be a year only beside others that are not."""
    codes: list[re.Match[str]] = []
    for start, end in brackets:
        if _BARE_LIST.fullmatch(folded, start, end) and _NAME_BEFORE.search(folded[max(0, start - 4) : start - 1]):
            codes += _BARE.finditer(folded, start, end)
    listed = any(len(code.group()) == 4 and not _YEAR.fullmatch(code.group()) for code in codes)
    for code in codes:
        if _YEAR.fullmatch(code.group()) and not listed:
            continue
        listings = _listings(_mics_of_bare(code.group(), folded), code.group())
        if listings:
            yield code.start(), code.end(), listings


def _mics_of_bare(code: str, folded: str) -> tuple[str, ...]:
    if len(code) == 6:
        korean, chinese = (len(_CUES[mic].findall(folded)) for mic in ("XKRX", "XSHG"))
        first, second = ("XKRX", "XSHG") if korean > chinese else ("XSHG", "XKRX")
        return SIBLINGS[first] if _listings(SIBLINGS[first], code) else SIBLINGS[second]
    if len(code) == 5 or code.startswith("0"):
        return ("XHKG",)
    counts = {mic: len(_CUES[mic].findall(folded)) for mic in ("XHKG", "XTAI", "XTKS")}
    best = max(counts, key=lambda mic: counts[mic])
    return SIBLINGS.get(best, (best,)) if counts[best] > 1 else ()


def _listings(mics: Iterable[str], code: str) -> list[str]:
    known = markets()
    return list(dict.fromkeys(known[mic].listing(code) for mic in mics if known[mic].code.fullmatch(code)))

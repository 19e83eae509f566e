"""Names in Han that no table knows: companies, bodies, organizations, policies and people, by their form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities import han_patterns as patterns
from pipeline.entities.candidates import Candidate
from pipeline.text.scripts import HAN, to_simplified

_NAME_CHARS = f"{HAN}A-Za-z0-9·"
_SCORE_FULL, _SCORE_STRONG, _SCORE_WEAK = 0.7, 0.55, 0.35
#: The longest name considered, in characters.
_REACH = 24


def _alternation(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


_COMPANY = re.compile(_alternation(patterns.COMPANY_SUFFIXES))
_GOVERNMENT = re.compile(_alternation(patterns.GOVERNMENT_SUFFIXES))
_ORGANIZATION = re.compile(_alternation(patterns.ORGANIZATION_SUFFIXES))
_BOUNDARY = re.compile(rf"(?:{_alternation(patterns.BOUNDARY_WORDS)}|[^{_NAME_CHARS}]|\d+(?:月|日|年|亿|万|元|%))")
_LEGAL = ("有限公司", "股份有限公司", "有限责任公司", "集团公司", "总公司")
_TITLED_POLICY = re.compile(
    r"《(?P<name>[^《》\n]{2,40}?(?:" + _alternation(patterns.POLICY_SUFFIXES) + r"))(?:（[^）]{1,12}）)?》"
)
_TITLED_MEDIA = re.compile(r"《(?P<name>[^《》\n]{1,12}?(?:" + _alternation(patterns.MEDIA_SUFFIXES) + r"))》")
_ALL_HAN = re.compile(f"[{HAN}]+$")
_FOREIGN = re.compile(f"[{HAN}]{{1,7}}(?:·(?:[A-Z]\\.|[{patterns.TRANSLITERATION}]{{1,8}})){{1,3}}")
_POST = _alternation(patterns.POSTS)
_POSTS = re.compile(_POST)
_SURNAME = "".join(sorted(patterns.SURNAMES))
_SURNAMES = f"(?:{_alternation(patterns.DOUBLE_SURNAMES)}|[{_SURNAME}])"
_PERSON_AFTER_POST = re.compile(f"(?:{_POST})[ \u3000:：|｜/／丨]{{0,3}}(?P<name>{_SURNAMES}[{HAN}]{{1,2}})")
_PERSON_SPEAKS = re.compile(f"(?<![{HAN}])(?P<name>{_SURNAMES}[{HAN}]{{1,2}})(?=(?:{patterns.SPEECH}))")
_FOREIGN_AFTER_POST = re.compile(
    f"(?:{_POST})(?P<name>[{patterns.TRANSLITERATION}]{{3,6}})(?![{HAN}]*(?:公司|集团|银行))"
)


def find(text: str, place_ends: dict[int, int], ticker_starts: Iterable[int] = ()) -> Iterator[Candidate]:
    """Candidates by form.

    Args:
        place_ends: start of each known place name -> its end.
        ticker_starts: where the tickers of the text begin; a name stands before the bracket of each.

    >>> [(c.type, "深圳市蓝海纸张有限公司宣布"[c.start:c.end]) for c in find("深圳市蓝海纸张有限公司宣布", {0: 3})]
    [('COMPANY', '深圳市蓝海纸张有限公司')]
    """
    simplified = to_simplified(text)
    yield from _before_tickers(simplified, ticker_starts)
    yield from _companies(simplified, place_ends)
    yield from _bodies(simplified, place_ends)
    yield from _titled(simplified)
    yield from _people(simplified)


def _left_edge(text: str, end: int) -> int:
    """Where a name that ends at `end` begins at the earliest: behind the last boundary before it."""
    floor = max(0, end - _REACH)
    start = floor
    for match in _BOUNDARY.finditer(text, floor, end):
        start = match.end()
    return start


def _companies(text: str, place_ends: dict[int, int]) -> Iterator[Candidate]:
    for match in _COMPANY.finditer(text):
        suffix = match.group()
        start = _left_edge(text, match.start())
        body = match.start() - start
        placed = start in place_ends and place_ends[start] <= match.start()
        if suffix.endswith(_LEGAL):
            if body >= 2:
                yield Candidate(start, match.end(), "COMPANY", "han_company", _SCORE_FULL)
        elif suffix not in patterns.WEAK_SUFFIXES:
            if 2 <= body <= 8:
                yield Candidate(start, match.end(), "COMPANY", "han_company", _SCORE_STRONG)
        elif placed and place_ends[start] == match.start() and suffix in patterns.AFTER_PLACE:
            yield Candidate(start, match.end(), "COMPANY", "han_company", _SCORE_STRONG)
        elif (placed and 2 <= match.start() - place_ends[start] <= 4) or (
            body == 2
            and text[start : match.start()] not in patterns.COMMON_MODIFIERS
            and _ALL_HAN.match(text[start : match.end()])
        ):
            yield Candidate(start, match.end(), "COMPANY", "han_company", _SCORE_WEAK)


def _before_tickers(text: str, ticker_starts: Iterable[int]) -> Iterator[Candidate]:
    for ticker in ticker_starts:
        end = ticker - 1
        if end > 0 and text[end] in "（(" and _ALL_HAN.match(text[end - 1]):
            start = _left_edge(text, end)
            if 2 <= end - start <= 10:
                yield Candidate(start, end, "COMPANY", "han_before_ticker", _SCORE_STRONG)


def _bodies(text: str, place_ends: dict[int, int]) -> Iterator[Candidate]:
    for pattern, kind in ((_GOVERNMENT, "GOVERNMENT"), (_ORGANIZATION, "ORGANIZATION")):
        for match in pattern.finditer(text):
            start = _left_edge(text, match.start())
            placed = start in place_ends and place_ends[start] <= match.end()
            body = match.start() - start
            if placed and match.end() - start <= 18 and match.end() - place_ends[start] >= 2:
                yield Candidate(start, match.end(), kind, f"han_{kind.lower()}", _SCORE_FULL)
            elif kind == "ORGANIZATION" and len(match.group()) > 1 and 2 <= body <= 10:
                yield Candidate(start, match.end(), kind, "han_organization", _SCORE_WEAK)


def _titled(text: str) -> Iterator[Candidate]:
    for match in _TITLED_POLICY.finditer(text):
        yield Candidate(match.start("name"), match.end("name"), "POLICY", "han_title", _SCORE_FULL)
    for match in _TITLED_MEDIA.finditer(text):
        yield Candidate(match.start("name"), match.end("name"), "COMPANY", "han_title", _SCORE_STRONG)


def _behind_post(text: str, start: int, end: int) -> int:
    """End of the last post in `text[start:end]`, else `start`."""
    return max((m.end() for m in _POSTS.finditer(text, start, end)), default=start)


def _people(text: str) -> Iterator[Candidate]:
    for match in _FOREIGN.finditer(text):
        dot = match.start() + match.group().index("·")
        start = max(match.start(), _left_edge(text, dot), _behind_post(text, match.start(), dot))
        if start < dot:
            yield Candidate(start, match.end(), "PERSON", "han_foreign_person", _SCORE_FULL)
    for pattern, method in (
        (_PERSON_AFTER_POST, "han_person"),
        (_PERSON_SPEAKS, "han_person"),
        (_FOREIGN_AFTER_POST, "han_foreign_person"),
    ):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if method == "han_person" and text[end - 1] in patterns.NOT_IN_GIVEN_NAMES:
                end -= 1
            if end - start >= 2 and text[end - 1] not in patterns.NOT_IN_GIVEN_NAMES:
                yield Candidate(start, end, "PERSON", method, _SCORE_STRONG)

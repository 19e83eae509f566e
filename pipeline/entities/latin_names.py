"""English names by their form: legal suffixes, bodies, laws; where the statistical model is weak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities import latin_name_patterns as patterns
from pipeline.entities.candidates import Candidate
from pipeline.entities.latin_types import is_company_name
from pipeline.text.scripts import CJK, CJK_PUNCTUATION

#: What no Latin name runs over.
_FOREIGN = re.compile(f"[\n{CJK}{CJK_PUNCTUATION}]")
#: The longest name looked for before a ticker, in words and in characters; headlines have longer runs of capitals.
_WORDS, _REACH = 6, 90


def find(text: str, ticker_starts: Iterable[int] = ()) -> Iterator[Candidate]:
    """Candidates by form; `ticker_starts` are where the tickers of the text begin.

    >>> [(c.type, c.method) for c in find("Harbor Energy Ltd. sued the Ministry of Trade under the Ports Act.")]
    [('COMPANY', 'latin_legal'), ('GOVERNMENT', 'latin_body'), ('POLICY', 'latin_policy')]
    """
    for pattern, kind, method, score in (
        (patterns.LEGAL, "COMPANY", "latin_legal", 0.7),
        (patterns.BODY, "GOVERNMENT", "latin_body", 0.65),
        (patterns.POLICY, "POLICY", "latin_policy", 0.7),
    ):
        for match in pattern.finditer(text):
            first, _, rest = match.group().partition(" ")
            start = match.start() + (len(first) + 1 if rest and _describes(first) else 0)
            yield Candidate(start, match.end(), kind, method, score)
    yield from _before_tickers(text, ticker_starts)
    for match in patterns.PERSON.finditer(text):
        if not is_company_name(match["name"]):
            yield Candidate(*match.span("name"), "PERSON", "latin_person", 0.6)


def _describes(word: str) -> bool:
    return word == "The" or word.endswith(patterns.DESCRIBES)


def _before_tickers(text: str, ticker_starts: Iterable[int]) -> Iterator[Candidate]:
    """Names right before a bracket that begins with a ticker."""
    for ticker in ticker_starts:
        bracket = ticker - 1
        if bracket > 0 and text[bracket] in "(（[":
            start, end = _capitalised_run(text, bracket)
            if end - start >= 2:
                yield Candidate(start, end, "COMPANY", "latin_before_ticker", 0.55)


def _capitalised_run(text: str, end: int) -> tuple[int, int]:
    """Span of the words of one name that ends at `end`, white space aside; empty where there is none.

    >>> text = "Leeds-based Blue Mill & Co. "
    >>> text[slice(*_capitalised_run(text, len(text)))]
    'Blue Mill & Co.'
    """
    floor = max(0, end - _REACH)
    floor = max((m.end() for m in _FOREIGN.finditer(text, floor, end)), default=floor)
    words = list(re.finditer(r"\S+", text[floor:end]))
    end = floor + words[-1].end() if words else end
    start, count = end, 0
    for number in range(len(words) - 1, -1, -1):
        word = words[number].group()
        joined = _joins(words, number)
        if not (joined or _in_name(word, last=start == end)):
            break
        count += 1
        if not joined:
            start = floor + words[number].start()
    return (start, end) if count <= _WORDS else (end, end)


def _joins(words: list[re.Match[str]], number: int) -> bool:
    """Whether a word is "&" between two words of a name, or "of" behind the head of one."""
    if number == 0 or number == len(words) - 1:
        return False
    before = words[number - 1].group()
    return (words[number].group() == "&" and before[0].isupper()) or (
        words[number].group() == "of" and before in patterns.OF_HEADS
    )


def _in_name(word: str, last: bool) -> bool:
    """Whether a word is a part of the name that the words behind it belong to."""
    bare = word.strip(".,")
    if (
        bare in patterns.NOT_IN_NAME
        or bare.endswith(patterns.DESCRIBES)
        or not patterns.NAME_WORD.fullmatch(word.rstrip(","))
    ):
        return False
    if last or bare in patterns.LEGAL_WORDS:
        return True
    ends = word.endswith(",") or (word.endswith(".") and len(bare) > 3)
    return not ends and not word.endswith(("'s", "’s"))

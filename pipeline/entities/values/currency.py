"""Which currency an ambiguous mark ($, ¥, 元, kr, Rs …) means in one article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from pipeline.entities.values.currency_cues import (
    AMBIGUOUS,
    DOLLAR_MARKS,
    DOLLAR_PLACES,
    DOLLAR_STATEMENT,
    FAINT_YUAN,
    LETTER_CUES,
    LOCAL_YUAN,
    MAINLAND,
    SINGAPORE,
)
from pipeline.entities.values.money_patterns import DOLLARS
from pipeline.text.scripts import is_traditional, language

_LETTER_CUES = {code: re.compile(pattern) for code, pattern in LETTER_CUES.items()}
_BRITAIN = re.compile(r"\bBrit(?:ain|ish)\b|\bU\.?K\b|\bLondon\b")
_WEIGHT = re.compile(r"\b(?:pounds? of|(?:per|a) pound|lbs?)\b")
_STATEMENT = re.compile(DOLLAR_STATEMENT)
_STATED = {
    **{name.lower(): code for name, code in DOLLARS.items()},
    "c": "CAD",
    "a": "AUD",
    "s": "SGD",
    "hk": "HKD",
    "nt": "TWD",
}
_MARKS = {code: re.compile(pattern) for code, pattern in DOLLAR_MARKS.items()}
_PLACES = {code: re.compile(pattern) for code, pattern in DOLLAR_PLACES.items()}
_LOCAL_YUAN = {code: re.compile(pattern) for code, pattern in LOCAL_YUAN.items()}
_FAINT_YUAN = {code: re.compile(pattern) for code, pattern in FAINT_YUAN.items()}
_SINGAPORE, _MAINLAND = re.compile(SINGAPORE), re.compile(MAINLAND)
#: How often a Simplified text names Singapore at least, and how much oftener than the mainland, for its dollar.
_IN_SINGAPORE, _OFTENER = 2, 3
_AMBIGUOUS = {mark: [(code, re.compile(cue)) for code, cue in codes] for mark, codes in AMBIGUOUS.items()}
_SPELLED_YUAN = re.compile(r"\d(?: (?:million|billion|trillion))? yuan\b|\bRMB ?\d")
_HAN_SCALE = re.compile(r"¥ ?[\d.,]+ ?[千百十]?[万亿]")
#: How often an article must name another dollar's country, and how much more often than America or a third country,
#: for a bare $ to be that dollar.
_AT_HOME = 3
_AMERICA = re.compile(
    r"\bU\.?S\b(?!\.?(?:\$| dollars?| cents?))|\bUnited States\b|\bAmerican?s?\b|\bWashington\b|\bNew York\b"
    r"|\bWall Street\b|\bNasdaq\b|\bTexas\b|\bCalifornian?\b|\bChicago\b|\bPentagon\b|\bTrump\b|\bWhite House\b"
    r"|美国|美元"
)
_FOREIGN_DOLLAR = re.compile(
    r"\bUS\$|\$US\b|\$US(?=\d)|\bUSD\b|\bU\.S\. (?:dollars?|cents?)\b|\bUS (?:dollars?|cents?)\b"
)

_CENT_MARKS = {
    "EUR": re.compile(r"€|\beuros?\b|\bEUR\b"),
    "ZAR": re.compile(r"\bR\d|\brands?\b|\bZAR\b"),
    "Rs": re.compile(r"\bRs(?![A-Za-z])|\brupees?\b"),
    "shilling": re.compile(r"\bK?Sh(?=[\d.])|\bshillings?\b"),
}
#: Currencies of whose units cents are the hundredth part.
_OF_CENTS = frozenset({"EUR", "ZAR", "LKR", "MUR", "KES", "TZS"})

_STERLING = re.compile(
    r"£|sterling|\bpence\b|\bGBP\b|英镑|\dp (?:a|per) share\b"
    r"|(?<!\d )(?<!lion )\bpounds \d[\d.,]*\s?(?:m|bn|million|billion)\b"
)


class CurrencyContext:
    """Reads the whole article once and answers for each mark.

    Args:
        text: the article as given.
        folded: the same text as `folding.fold` returns it.

    >>> text = "The mine costs $2 billion. All figures are in Australian dollars."
    >>> CurrencyContext(text, text).resolve("$")
    'AUD'
    """

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._folded = folded
        self._resolved: dict[str, str] = {}

    def resolve(self, mark: str) -> str:
        """ISO 4217 code of a mark; a code stands for itself."""
        if mark == "$":
            return self.dollar
        if mark == "cent":
            return self.cent
        if mark == "元":
            return self.yuan
        if mark not in _AMBIGUOUS:
            return mark
        if mark == "¥":
            return self._yen_or_yuan or "JPY"
        if mark not in self._resolved:
            self._resolved[mark] = self._most_cued(_AMBIGUOUS[mark])
        return self._resolved[mark]

    def decides(self, mark: str) -> bool:
        """Whether the article tells what a mark means: a bare ¥ of English text without any cue is a guess.

        >>> CurrencyContext("It costs ¥5 billion.", "It costs ¥5 billion.").decides("¥")
        False
        """
        return mark != "¥" or self._yen_or_yuan is not None

    @cached_property
    def _yen_or_yuan(self) -> str | None:
        """What ¥ means: by the cues of the article, else CNY in Chinese; null where neither tells."""
        if _SPELLED_YUAN.search(self._folded):
            return "JPY"  # the article writes the yuan otherwise
        cues = {code: len(pattern.findall(self._folded)) for code, pattern in _AMBIGUOUS["¥"]}
        if cues["JPY"] != cues["CNY"]:
            return max(cues, key=lambda code: cues[code])
        written = language(self._text)
        if written == "ja":
            return "JPY"
        if written == "zh" or _HAN_SCALE.search(self._folded):
            return "CNY"
        return "JPY" if cues["JPY"] else None

    @cached_property
    def dollar(self) -> str:
        """What a bare $ means: as the article states, else a local dollar where US$ is marked apart, else USD."""
        statement = _STATEMENT.search(self._folded)
        if statement:
            stated = next(group for group in statement.groups() if group).lower().rstrip("$ ")
            return _STATED.get(stated, "USD")
        if is_traditional(self._text) and language(self._text) == "zh" and self._local_yuan(_LOCAL_YUAN) == "HKD":
            return "HKD"
        local = {code: len(pattern.findall(self._folded)) for code, pattern in _PLACES.items()}
        best, second = sorted(local, key=lambda code: -local[code])[:2]
        america = len(_AMERICA.findall(self._folded))
        at_home = local[best] >= max(_AT_HOME, 3 * max(local[second], america))
        apart = _FOREIGN_DOLLAR.search(self._folded) is not None
        marks = len(_MARKS[best].findall(self._folded))
        if marks:
            return best if marks == 1 and at_home and "$US" in self._folded else "USD"
        if apart:
            return best if local[best] >= max(2, america + 1) else "USD"
        return best if at_home else "USD"

    @cached_property
    def cent(self) -> str:
        """Whose cents are told: of the euro, rand … where an article marks sums by them and none by $, else dollars."""
        marks = {code: len(pattern.findall(self._folded)) for code, pattern in _CENT_MARKS.items()}
        most = max(marks, key=lambda code: marks[code])
        code = self.resolve(most)
        return code if marks[most] and code in _OF_CENTS and "$" not in self._folded else self.dollar

    @cached_property
    def yuan(self) -> str:
        """What a bare 元 means: CNY, or Singapore's dollar, in Simplified text; a local dollar in Traditional text.

        Without a clear cue a Traditional text is of the place that it has faint ones of: of 33 such texts of gold one
        counts in yuan, and in 26 the dollar is so told.
        """
        if not is_traditional(self._text):
            here, mainland = (len(pattern.findall(self._folded)) for pattern in (_SINGAPORE, _MAINLAND))
            return "SGD" if here >= max(_IN_SINGAPORE, _OFTENER * mainland) else "CNY"
        return self._local_yuan(_LOCAL_YUAN) or self._local_yuan(_FAINT_YUAN) or "CNY"

    def _local_yuan(self, cues: Mapping[str, re.Pattern[str]]) -> str | None:
        """The local dollar that the text has most cues for; null without any."""
        counts = {code: len(pattern.findall(self._folded)) for code, pattern in cues.items()}
        best = max(counts, key=lambda code: counts[code])
        return best if counts[best] else None

    @cached_property
    def british(self) -> bool:
        """Whether the article deals in pounds sterling, so that "p" and "pounds" may be money."""
        return _STERLING.search(self._folded) is not None

    def in_pounds(self, large: bool) -> bool:
        """Whether "pounds" is money: the article deals in sterling, or, of millions, in Britain and not weights."""
        return self.british or (large and not _WEIGHT.search(self._folded) and bool(_BRITAIN.search(self._folded)))

    def spelt_out(self, code: str) -> bool:
        """Whether the article names the currency or country of a one-letter mark, so that R18 is a sum."""
        return code in _LETTER_CUES and _LETTER_CUES[code].search(self._folded) is not None

    def _most_cued(self, codes: list[tuple[str, re.Pattern[str]]]) -> str:
        """The code with most cues; the first of the list where there are none or as many."""
        return max(codes, key=lambda entry: len(entry[1].findall(self._folded)))[0]

"""Share indices named by who makes them: 恒生|科技指數, Nasdaq| Composite."""

from __future__ import annotations

import re

#: Who makes indices that have words before theirs: MSCI|'s broadest index of Asian shares, Cboe| volatility index.
MAKERS = frozenset({"MSCI", "FTSE", "S&P", "Cboe", "CBOE", "KBW", "STOXX", "Stoxx", "Nasdaq", "NASDAQ", "BSE", "NSE"})
_MADE = re.compile(
    r"(?:['’]s)?(?:\s(?:[A-Z][\w&/-]*|all-country|broad(?:est)?|main|global|world|emerging|markets?|stock|shares?|equity"
    r"|volatility|midcap|mid-cap|small-?cap|sector)){1,5}\s(?:[Ii]nde(?:x|xes)|indices)\b"
)
_BEHIND = re.compile(r"(?![公发發]布)[A-Z\u4e00-\u9fff]{0,4}?指[数數]|\s(?:Composite|Industrial Average|[Ii]ndex)\b")


def is_of_an_index(text: str, end: int) -> bool:
    """Whether a name that ends at `end` goes on as that of an index.

    >>> is_of_an_index("恒生科技指數", 2), is_of_an_index("恒生電子", 2)
    (True, False)
    """
    return _BEHIND.match(text, end) is not None


def is_made_by(text: str, start: int, end: int) -> bool:
    """Whether a maker of indices stands there for one of them.

    >>> is_made_by("the MSCI World index", 4, 8), is_made_by("MSCI joined the Business Index", 0, 4)
    (True, False)
    """
    return text[start:end] in MAKERS and _MADE.match(text, end) is not None

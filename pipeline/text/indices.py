"""Share indices named by who makes them: 恒生|科技指數, Nasdaq| Composite."""

from __future__ import annotations

import re

_BEHIND = re.compile(r"(?![公发發]布)[A-Z\u4e00-\u9fff]{0,4}?指[数數]|\s(?:Composite|Industrial Average|[Ii]ndex)\b")


def is_of_an_index(text: str, end: int) -> bool:
    """Whether a name that ends at `end` goes on as that of an index.

    >>> is_of_an_index("恒生科技指數", 2), is_of_an_index("恒生電子", 2)
    (True, False)
    """
    return _BEHIND.match(text, end) is not None

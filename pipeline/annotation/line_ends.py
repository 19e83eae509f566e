"""Texts as annotation tools show them: a browser has one character for the end of a line.

Label Studio, doccano and Prodigy run in browsers, where a carriage return before a line feed may or may not count.
Texts are handed to them without it, and offsets converted both ways.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.errors import UsageError

_RETURN = re.compile(r"\r(?=\n)")


class ShownText:
    """A text, and the same without carriage returns at line ends; offsets are code points in either.

    Attributes:
        text: as it stands in the article's file.
        shown: as tools get it.
        returns: offsets in `text` of the carriage returns left out.

    >>> page = ShownText("🚀\\r\\n腾讯")
    >>> page.shown, page.to_shown(3), page.to_text(2), page.returns
    ('🚀\\n腾讯', 2, 3, [1])
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = _RETURN.sub("", text)
        self.returns = [m.start() for m in _RETURN.finditer(text)]
        self._breaks = [offset - i for i, offset in enumerate(self.returns)]

    @classmethod
    def restored(cls, shown: str, returns: Sequence[int]) -> ShownText:
        """The text that was shown, from the offsets of its carriage returns.

        Raises:
            UsageError: the text has been changed since, so that they stand at no line end.
        """
        parts, at = [], 0
        for i, offset in enumerate(returns):
            place = offset - i
            if shown[place : place + 1] != "\n":
                raise UsageError("the text was changed in the annotation tool")
            parts += [shown[at:place], "\r"]
            at = place
        return cls("".join([*parts, shown[at:]]))

    def to_shown(self, offset: int) -> int:
        """Offset in `shown` of an offset in `text`."""
        return offset - bisect_left(self.returns, offset)

    def to_text(self, offset: int) -> int:
        """Offset in `text` of an offset in `shown`."""
        return offset + bisect_left(self._breaks, offset)

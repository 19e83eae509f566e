"""Mentions of a Doc looked up by where they start and end, and changed without overlap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from pipeline.document import Mention


class MentionIndex:
    """Sorted mentions without overlap."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        self.mentions: list[Mention] = sorted(mentions, key=lambda m: m["start"])
        self._starts = [m["start"] for m in self.mentions]

    def overlapping(self, start: int, end: int) -> list[Mention]:
        """Mentions that share a character with `[start, end)`."""
        low = bisect_right(self._starts, start) - 1
        low = low if low >= 0 and self.mentions[low]["end"] > start else low + 1
        return self.mentions[low : bisect_left(self._starts, end)]

    def at(self, start: int, end: int) -> Mention | None:
        """The mention with exactly this span."""
        return next((m for m in self.overlapping(start, end) if (m["start"], m["end"]) == (start, end)), None)

    def ending_at(self, end: int) -> Mention | None:
        """The mention that ends here."""
        return next((m for m in self.overlapping(end - 1, end) if m["end"] == end), None) if end else None

    def starting_at(self, start: int) -> Mention | None:
        """The mention that starts here."""
        return next((m for m in self.overlapping(start, start + 1) if m["start"] == start), None)

    def put(self, mention: Mention) -> None:
        """Add a mention in the place of all that it overlaps."""
        for old in self.overlapping(mention["start"], mention["end"]):
            at = bisect_left(self._starts, old["start"])
            del self.mentions[at], self._starts[at]
        at = bisect_left(self._starts, mention["start"])
        self.mentions.insert(at, mention)
        self._starts.insert(at, mention["start"])

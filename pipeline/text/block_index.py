"""Which block of an article a character stands in."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.document import Block


class BlockIndex:
    """The block that a character stands in.

    >>> one = Block(start=2, end=5, kind="paragraph", heading=None, lead_in=None)
    >>> [BlockIndex([one]).at(n) is one for n in (1, 2, 4, 5)]
    [False, True, True, False]
    """

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._starts = [b["start"] for b in blocks]

    def at(self, position: int) -> Block | None:
        """The block of a character by its offset in code points; null between blocks."""
        number = bisect_right(self._starts, position) - 1
        block = self._blocks[number] if number >= 0 else None
        return block if block is not None and position < block["end"] else None

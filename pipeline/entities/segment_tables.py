"""Segments of a company in the rows of a table, which are read as companies: 楼宇科技 357 25%."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.entities.candidates import Candidate

_GAP = r"(?:[ \t\u3000]*\|[ \t\u3000]*|[ \t\u3000]+)"
#: What a line of segments is headed by, with what is counted of them in the next column.
_HEADER = re.compile(
    r"^[| \t]*(?:[^\s\d|，。]{0,6}(?:[业業][务務]|板[块塊]|分部|[产產]品)[^\s\d|，。]{0,4}"
    rf"|(?:Business |Operating )?[Ss]egments?|Divisions?){_GAP}[^\n，。]{{0,60}}?"
    r"(?:收入|[营營][业業收]|占比|同比|毛利|利[润潤]|金[额額]|[Rr]evenues?|[Ss]ales|[Pp]rofit|%)[^\n，。]{0,60}$",
    re.MULTILINE,
)
_ROW = re.compile(
    rf"\n{{1,3}}(?:[| \t:-]+\n)?[| \t]*(?P<segment>[^\n\d|，。]{{2,40}}?){_GAP}[-+−(（]?[$€£¥]?\d"
    r"(?:[^\n，。.]|\.(?!\s|$))*(?=\n|$)"
)


def segments(text: str) -> list[tuple[int, int]]:
    """Spans of the first cells of rows under such a header, in reading order.

    >>> text = "业务板块 收入 同比\\n楼宇科技 357 25%\\n智能家居 1,200 9%\\n"
    >>> [text[slice(*span)] for span in segments(text)]
    ['楼宇科技', '智能家居']
    """
    found: list[tuple[int, int]] = []
    at = 0
    while header := _HEADER.search(text, at):
        rows = list(_rows(text, header.end()))
        found += rows
        at = max(header.end(), rows[-1][1] if rows else 0)
    return found


def _rows(text: str, at: int) -> Iterator[tuple[int, int]]:
    while row := _ROW.match(text, at):
        yield row.span("segment")
        at = row.end()


def is_segment(read: Candidate, cells: Sequence[tuple[int, int]]) -> bool:
    """Whether a candidate stands in one of the cells of `segments` and is of no row."""
    if read.kb or read.type != "COMPANY":
        return False
    number = bisect_right(cells, (read.start, read.end)) - 1
    near = cells[max(0, number) : number + 2]
    return any(start <= read.start and read.end <= end for start, end in near)

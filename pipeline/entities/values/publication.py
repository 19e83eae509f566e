"""The date of publication, from metadata or, failing that, from the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pipeline.document import FURNITURE, Block
from pipeline.entities.values.date_resolution import resolve
from pipeline.entities.values.dates import expressions
from pipeline.entities.values.folding import fold

#: How many blocks of story from the top, and from the end, may carry the date of publication.
_FIRST, _LAST = 4, 4
#: A date further into its block than this is the story's.
_LINE_START = 60
_SHORT_BLOCK = 90


def publication_date(text: str, blocks: list[Block], metadata: str | None) -> date | None:
    """Day of publication; None if neither metadata nor text tells a full date.

    In this order: metadata (ISO date or date-time), the first date line, a date near the start of the first blocks (a
    wire's place line), a short line at the end (the signature of an announcement).

    >>> block = Block(start=0, end=31, kind="paragraph", heading=None, lead_in=None)
    >>> publication_date("TOKYO, Feb 12, 2026 - Acme rose.", [block], None)
    datetime.date(2026, 2, 12)
    """
    if metadata and re.match(r"\d{4}-\d{2}-\d{2}", metadata):
        try:
            return date.fromisoformat(metadata[:10])
        except ValueError:
            pass
    return _from_text(text, blocks)


def _from_text(text: str, blocks: list[Block]) -> date | None:
    for block in blocks:
        found = _first_day(text, block) if block["kind"] == "dateline" else None
        if found:
            return found
    for block in blocks[: _FIRST + 2]:
        found = _first_day(text, block, _LINE_START) if block["kind"] != "furniture" else None
        if found:
            return found
    story = [block for block in blocks if block["kind"] not in FURNITURE - {"byline"}]
    return _first(_first_day(text, b, _SHORT_BLOCK) for b in story[-_LAST:] if b["end"] - b["start"] <= _SHORT_BLOCK)


def _first(found: Iterable[date | None]) -> date | None:
    return next((day for day in found if day), None)


def _first_day(text: str, block: Block, limit: int | None = None) -> date | None:
    """First full date (with its year) of a block that starts within `limit` characters."""
    line = text[block["start"] : block["end"]]
    if limit is not None:
        line = line[: limit + 30]
    for expression in expressions(line, fold(line)):
        if expression.year and expression.month and expression.day and (limit is None or expression.start <= limit):
            value = resolve(expression, None)
            if value:
                return date.fromisoformat(value)
    return None

"""The date of publication, from metadata or, failing that, from the text."""

from __future__ import annotations

import re
from datetime import date

from pipeline.document import FURNITURE, Block
from pipeline.entities.values.date_expression import DateExpression
from pipeline.entities.values.date_resolution import resolve
from pipeline.entities.values.dates import expressions
from pipeline.entities.values.folding import fold

#: How many blocks from the top, and how many of the story from the end, may carry the date of publication.
_FIRST, _LAST = 6, 4
#: A line's date counts within this many characters from its start; a closing line is no longer than that.
_LINE_START = 90
#: What stands around a date that dates the article, not its story: separators, or a wire's 电 and 讯.
_APART_BEFORE = re.compile(
    r"(?:^|[|·/,.，:：\-–—(（【】\]　]|(?:修改|更新|刊|发表|发布|發表|發布|發佈)[于於]|w/c|w/e)\s*$"
)
_APART_BEHIND = re.compile(
    r"\s*(?:\.?$|[|·/:：\-–—)）】(（　,，]|[Tt]\d\d:|\d{1,2}:\d\d|[记記]者|文|作者|[来來]源|[编編][辑輯]"
    r"|星期|[周週][一二三四五六日]|By\b)"
)
#: The body that signs an announcement, the date behind it.
_SIGNATURE = re.compile(r".{0,28}[一-鿿》）)][ 　]?(?<![于於至自为為在到从從的了])")
_WIRE_BEHIND = re.compile(r"[一-鿿]{0,2}[讯訊电電]")


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
    datelines = [block for block in blocks if block["kind"] == "dateline"]
    top = [block for block in blocks[:_FIRST] if block["kind"] != "furniture"]
    story = [block for block in blocks if block["kind"] not in FURNITURE - {"byline"}]
    closing = [block for block in story[-_LAST:] if block["end"] - block["start"] <= _LINE_START]
    candidates = [_first_day(text, block, apart=False) for block in datelines]
    candidates += [_first_day(text, block, apart=True) for block in (*top, *closing)]
    return next((day for day in candidates if day), None)


def _first_day(text: str, block: Block, apart: bool) -> date | None:
    """First full date (with its year) of a line; where `apart`, one that separators set off near its start."""
    line = text[block["start"] : block["end"]]
    head = line[: 2 * _LINE_START]
    for expression in expressions(head, fold(head)):
        if not (expression.year and expression.month and expression.day):
            continue
        if apart and not _is_apart(line, expression):
            continue
        value = resolve(expression, None)
        if value:
            return date.fromisoformat(value)
    return None


def _is_apart(line: str, expression: DateExpression) -> bool:
    before, behind = line[: expression.start], line[expression.end : expression.end + 12]
    if expression.start > _LINE_START:
        return False
    if _WIRE_BEHIND.match(behind):
        return True
    signed = not behind.strip("（）() ") and bool(_SIGNATURE.fullmatch(before))
    return signed or bool(_APART_BEFORE.search(before) and _APART_BEHIND.match(behind))

"""The date of publication, from metadata or, failing that, from the text, or from the article's path or URL."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pipeline.document import FURNITURE, Block
from pipeline.entities.values.date_expression import DateExpression
from pipeline.entities.values.date_resolution import resolve
from pipeline.entities.values.dates import expressions, first_day
from pipeline.entities.values.folding import fold
from pipeline.entities.values.numbered_years import numbered_year

#: How many blocks from the top, and how many of the story from the end, may carry the date of publication.
_FIRST, _LAST = 6, 4
#: A line's date counts within this many characters from its start; a closing line is no longer than that.
_LINE_START = 90
#: Before a date, what was done to the article then.
_STAMPS = r"(?:Last )?(?:Updated|Published|Posted|Modified)"
#: What stands around a date that dates the article, not its story: separators, or a wire's 电 and 讯.
_APART_BEFORE = re.compile(
    r"(?:^|\s\s|\d:\d\d(?: ?[AaPp]\.?[Mm]\.?)? on|[|·•●*/,.，:：\-–—(（【】\]　]"
    r"|(?:修改|更新|刊|发表|发布|發表|發布|發佈)[于於]|w/c|w/e"
    rf"|(?:^|[|·•,(（\s]\s?)(?:{_STAMPS}|(?:Last )?updated)(?:\son)?:?)\s*$"
)
_APART_BEHIND = re.compile(
    r"\s*(?:\.?$|[|·•●*/:：\-–—)）】【(（　,，]|[Tt]\d\d:|(?:at )?\d{1,2}:\d\d|二[〇零]"
    r"|[记記]者|文|作者|[来來]源|[编編][辑輯]"
    r"|星期|[周週][一二三四五六日]|(?:[Bb]y|Last updated)\b)"
)
#: The body that signs an announcement, the date behind it.
_SIGNATURE = re.compile(r".{0,28}[一-鿿》）)][ 　]?(?<![于於至自为為在到从從的了])")
#: A writer alone before a date: "Ann Lee 12 Feb 2026".
_WRITER = re.compile(r"(?:[Bb]y:? )?[A-Z][\w.'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.'’-]+){1,3},?\s+")
#: A stamp before a date.
_STAMP = re.compile(rf"\s*{_STAMPS}(?: on)?:?\s*")
#: Before the date of a step of the undertaking, in a note of its fields: "Approval date: 27 June 2024".
_STEP = re.compile(
    r"\b(?:approval|closing|completion|signing|effective(?:ness)?|board|due|start|end|deadline)(?: date)?\s?:\s*$",
    re.IGNORECASE,
)
#: A line of sources, whose dates are theirs.
_SOURCES = re.compile(
    r"(?i:\(?(?:data )?sources?\b|photo|image)|[（(]?(?:资料|資料|数据|數據|图片?|圖片?|封面)?(?:来源|來源)|[图圖]"
)
#: A line of sources below the text.
_FOOTNOTE = re.compile(r"\[\d{1,2}\]")
#: A short line at the top that a date opens: 2026-04-21 某某新闻.
_DATED_LINE = re.compile(r"\s[^。，,.]{1,20}")
#: Nothing behind a date but brackets and a time of day.
_TIME_ALONE = re.compile(r"[（）() 　]*(?:\d{1,2}:\d\d(?::\d\d)?)?[（）() 　]*")
#: Who is credited behind the date of a portal's line: 某某网 2026-04-21 08:32 来源：某某报.
_CREDIT_BEHIND = re.compile(
    r"[\s\u3000]*(?:\d{1,2}:\d\d(?::\d\d)?)?[\s\u3000|·]*(?:[来來]源|作者|[记記]者|[编編][辑輯])\s?[：:]"
)
_WIRE_BEHIND = re.compile(r"[一-鿿]{0,2}[讯訊电電]")
#: A paper's own report, its reporters in brackets: what follows at once is the day of the report.
_OWN_REPORT = re.compile(r"[讯訊電电][（(][^（()）]{2,60}[）)]\s*$")

#: （編輯：王小明）1140123.
_AGENCY_CODE = re.compile(
    r"[(（][^()（）\n]{0,12}[编編譯译][^()（）\n]{0,24}[)）]\s*(1[01]\d)(0[1-9]|1[0-2])(\d\d)\s*$"
)
_ADDRESS = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?P<mark>[-_./]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])"
)


def publication_date(
    text: str, blocks: list[Block], metadata: str | None, addresses: Iterable[str | None] = ()
) -> date | None:
    """Day of publication; None if neither metadata nor text nor an address tells a full date.

    In this order: metadata (ISO date or date-time), the first date line, a date near the start of the first blocks (a
    wire's place line), a short line at the end (the signature of an announcement), an agency's code behind the text,
    the day of a wire's place line in the year that the text tells otherwise, the `addresses` of the article (file
    name, URL).

    >>> block = Block(start=0, end=31, kind="paragraph", heading=None, lead_in=None)
    >>> publication_date("TOKYO, Feb 12, 2026 - Acme rose.", [block], None)
    datetime.date(2026, 2, 12)
    """
    if metadata and re.match(r"\d{4}-\d{2}-\d{2}", metadata):
        try:
            return date.fromisoformat(metadata[:10])
        except ValueError:
            pass
    return _from_text(text, blocks) or next((day for a in addresses if (day := _in_address(a or ""))), None)


def _in_address(address: str) -> date | None:
    """The one date in a path or URL: news/2026/02/12/plant.txt, plant_20260212.txt."""
    days = {match.group("year", "month", "day") for match in _ADDRESS.finditer(address)}
    try:
        return date(*map(int, days.pop())) if len(days) == 1 else None
    except ValueError:
        return None


def _from_text(text: str, blocks: list[Block]) -> date | None:
    datelines = [block for block in blocks if block["kind"] == "dateline"]
    top = [b for b in blocks[:_FIRST] if b["kind"] != "furniture" and not _FOOTNOTE.match(text, b["start"])]
    story = [block for block in blocks if block["kind"] not in FURNITURE - {"byline"}]
    closing = [block for block in story[-_LAST:] if block["end"] - block["start"] <= _LINE_START]
    closing = [block for block in closing if not _FOOTNOTE.match(text, block["start"])]
    candidates = [_first_day(text, block, apart=False) for block in datelines]
    lead = next((block["start"] for block in blocks if block["kind"] == "paragraph"), 0)
    candidates += [
        _first_day(text, block, apart=not _is_writers(text, block), lead=block["start"] <= lead)
        for block in (*top, *closing)
    ]
    return next((day for day in candidates if day), None) or _agency_day(text) or _wire_day(text, top)


def _is_writers(text: str, block: Block) -> bool:
    """Whether a line names the article's writers, whose only date is that of the article."""
    return block["kind"] == "byline" and _SOURCES.match(text, block["start"]) is None


def _agency_day(text: str) -> date | None:
    """The day in Taiwan's calendar by which its agency ends a report: （編輯：王小明）1140123."""
    code = _AGENCY_CODE.search(text, max(0, len(text) - 60))
    try:
        return date(1911 + int(code[1]), int(code[2]), int(code[3])) if code else None
    except ValueError:
        return None


def _wire_day(text: str, top: list[Block]) -> date | None:
    """The day without a year behind the place of a wire's lead (北京7月2日讯), in the year of the text."""
    for block in top:
        line = text[block["start"] : block["end"]]
        head = line[:_LINE_START]
        for x in expressions(head, fold(head)):
            told = x.month and x.day and not x.year and x.direction is None
            if told and line[: x.start].strip() and _is_apart(line, x, lead=True):
                folded = fold(text)
                near, year = first_day(expressions(text, folded), folded, starts=True), numbered_year(folded)
                if near:
                    return _on_weekday(x, near, line)
                value = resolve(replace(x, year=year), None) if year else None
                return date.fromisoformat(value) if value else None
    return None


#: Before the weekday of a wire's lead: said on |Thursday, on |Thursday agreed.
_DONE_ON = re.compile(
    r"\b(?:said|says|told|announced|reported|\w{3,}ed)\s(?:[a-z]+\s){0,3}?(?:on\s|late\s|early\s)?$|[\n-]\s*On\s$"
)
_REACH = 60


def _on_weekday(x: DateExpression, near: date, lead: str) -> date | None:
    """The day nearest to `near`, or a year later, that is the weekday of what was said or done in the lead, or the day
    behind that one; none where neither is.
    """
    told = (e for e in expressions(lead, fold(lead)) if e.weekday is not None and not e.direction)
    weekday = next((e.weekday for e in told if _DONE_ON.search(lead, max(0, e.start - _REACH), e.start)), None)
    value = resolve(x, near)
    if value is None or weekday is None:
        return date.fromisoformat(value) if value else None
    year = int(value[:4])
    others = (resolve(replace(x, year=other), None) for other in (year, year + 1))
    days = (date.fromisoformat(other) for other in others if other)
    return next((day for day in days if (day.weekday() - weekday) % 7 <= 1), None)


def _first_day(text: str, block: Block, apart: bool, lead: bool = True) -> date | None:
    """First full date (with its year) of a line; where `apart`, one that separators set off near its start."""
    line = text[block["start"] : block["end"]]
    head = line[: 2 * _LINE_START]
    for expression in expressions(head, fold(head)):
        if not (expression.year and expression.month and expression.day):
            continue
        if apart and not _is_apart(line, expression, lead):
            continue
        value = resolve(expression, None)
        if value:
            return date.fromisoformat(value)
    return None


def _is_apart(line: str, expression: DateExpression, lead: bool) -> bool:
    """Whether a date dates the article; behind its `lead`, a date and comma that open a paragraph tell the story."""
    before, behind = line[: expression.start], line[expression.end : expression.end + 12]
    if expression.start > _LINE_START or _STEP.search(before):
        return False
    if _WIRE_BEHIND.match(behind) or _OWN_REPORT.search(before):
        return True
    by_writer = re.match(r",? by\b", behind) and (not before.strip() or _STAMP.fullmatch(before))
    if by_writer or (_WRITER.fullmatch(before) and _TIME_ALONE.fullmatch(behind)):
        return True
    if lead and not before and re.match(r"\d{4}-", line) and _DATED_LINE.fullmatch(line, expression.end):
        return True
    if not (lead or before.strip()) and behind.lstrip().startswith(("，", ",")):
        return False  # 2019年5月1日，首店开业: a step of the story
    stamped = _TIME_ALONE.fullmatch(behind) or _CREDIT_BEHIND.match(line, expression.end)
    signed = bool(stamped) and bool(_SIGNATURE.fullmatch(before))
    return signed or bool(_APART_BEFORE.search(before) and _APART_BEHIND.match(behind))

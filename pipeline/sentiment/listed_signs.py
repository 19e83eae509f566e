"""Companies in a list with a sign: "- Acme (1234 HK): negative – tolls", "↑ Acme", 受惠股：艾可, or below "Losers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import FURNITURE, Mention, text_of
from pipeline.sentiment.joint_names import is_joint
from pipeline.sentiment.sightings import within

_POSITIVE = "positive|利好|利多|正面|受惠|受益"
_NEGATIVE = "negative|利空|利淡|负面|負面|受壓|受压|受害"
#: Behind the first company of a line, its other names and its code.
_BEHIND = re.compile(
    rf"[^\n:：–—]{{0,40}}?(?:[:：|]|\s[–—-])\s*(?:(?P<positive>{_POSITIVE})|(?P<negative>{_NEGATIVE}))(?![a-z])",
    re.IGNORECASE,
)
_SHARES = "(?:股|个股|個股|概念股|标的|標的|方|者|公司|企业|企業)?"
_MAIN = r"(?:(?:Potential|Likely|Possible|Key|Main|Major|Biggest|Top|Direct)\s|[潜潛]在|可能|主要|直接|最大)?"
_GAIN = (
    rf"{_MAIN}(?:(?:受惠|受益|利好|利多|看好){_SHARES}|[赢贏]家|Winners|Gainers|Beneficiaries|Positives?|"
    r"Who\s(?:gains|wins|benefits))"
)
_LOSE = (
    rf"{_MAIN}(?:(?:受害|受[损損伤傷]|受壓|受压|承[压壓]|利空|利淡|看淡){_SHARES}|[输輸]家|Losers|Negatives?|At\srisk|"
    r"Exposed|Who\s(?:loses|suffers))"
)
#: Behind the words at the head of a line.
_COLON = r"(?:[^\n:：,，.。】]{0,8}[:：]|】)"
#: At the head of a line or behind a list in it, said of the companies that its items begin with.
_HEAD = re.compile(
    r"(?:^[^\S\n]*(?:[-–•*·]\s*)?|[;；。]\s*|\.\s+|(?=[↓⬇])|\s(?=受[损損害壓压]|利[空淡]|Losers))【?"
    rf"(?:(?P<positive>[↑⬆]|{_GAIN}{_COLON})|(?P<negative>[↓⬇]|{_LOSE}{_COLON}))",
    re.IGNORECASE | re.MULTILINE,
)
#: A line of its own above such a list.
_HEADING = re.compile(
    rf"(?!.*(?:{_GAIN}).*(?:{_LOSE}))(?!.*(?:{_LOSE}).*(?:{_GAIN}))\W*(?:(?:\d+|[一二三四五六七八九十]+)[.、)）]?\s*)?"
    rf"(?:(?P<positive>{_GAIN})|(?P<negative>{_LOSE}))(?:\s(?:\w+\s?){{1,2}})?\W*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-–—•*·●◆◇■▪]|[(（]?\d+[.)、）])")
_LINE = re.compile(r"\S[^\n]*")
_LIST_ENDS = re.compile(r"。|\.\s")
_ITEM_ENDS = re.compile("[;；]")
#: Columns before the first company of a line or item: a bullet and little else.
_OPENING = 6
#: Characters of a line that is only a label, at most.
_LABEL = 40


class Line(NamedTuple):
    """One line of the story."""

    start: int
    end: int
    heading: bool


def listed_signs(doc: Doc) -> dict[str, str]:
    """Direction by entity_id of the companies that lists of the article give a sign; none for two signs."""
    text = text_of(doc)
    found: dict[str, set[str]] = {}
    above: str | None = None
    bulleted = False
    for line in _lines(doc):
        companies = _companies(doc, line)
        short = line.end - line.start <= _LABEL
        heading = _HEADING.fullmatch(text, line.start, line.end) if short and not companies else None
        if heading:
            above, bulleted = _sign(heading), False
            continue
        bullet = _BULLET.match(text, line.start, line.end) is not None
        if not _goes_on(line, companies) or (bulleted and companies and not bullet):
            above = None
        bulleted = bullet or (bulleted and not companies)
        for company, sign in _signs(text, line, companies, above):
            found.setdefault(company, set()).add(sign)
    return {company: signs.pop() for company, signs in found.items() if len(signs) == 1}


def _lines(doc: Doc) -> Iterator[Line]:
    """Lines of the story that are not empty."""
    text = text_of(doc)
    for block in doc._.blocks:
        if block["kind"] not in FURNITURE:
            for match in _LINE.finditer(text, block["start"], block["end"]):
                yield Line(match.start(), match.end(), block["kind"] == "heading")


def _goes_on(line: Line, companies: list[Mention]) -> bool:
    """Whether a line may be one of a list: it begins with a company, or is long and has none."""
    if line.heading:
        return False
    if companies:
        return companies[0]["start"] - line.start <= _OPENING
    return line.end - line.start > _LABEL


def _companies(doc: Doc, line: Line) -> list[Mention]:
    here = within(doc._.mentions, line.start, line.end)
    return [m for m in here if m["type"] == "COMPANY" and m["entity"]]


def _signs(text: str, line: Line, companies: list[Mention], above: str | None) -> Iterator[tuple[str, str]]:
    """Companies of one line with their signs: what stands at its head or behind its first company, else above it."""
    if not companies:
        return
    first = companies[0]
    opens = first["start"] - line.start <= _OPENING
    if heads := list(_HEAD.finditer(text[line.start : line.end])):
        for head, following in zip(heads, [*heads[1:], None], strict=True):
            begins, last = line.start + head.end(), line.start + following.start() if following else line.end
            end = _LIST_ENDS.search(text, begins, last)
            last = end.start() if end else last
            yield from ((company, _sign(head)) for company in _opening_items(text, begins, last, companies))
    elif opens and (behind := _BEHIND.match(text, first["end"], line.end)):
        yield str(first["entity"]), _sign(behind)
    elif opens and above:
        yield from ((company, above) for company in _list_from(text, companies))


def _opening_items(text: str, start: int, end: int, companies: list[Mention]) -> Iterator[str]:
    """Companies that the items of a line begin with."""
    starts = [start, *(m.end() for m in _ITEM_ENDS.finditer(text, start, end))]
    for first, last in zip(starts, [*starts[1:], end], strict=True):
        inside = within(companies, first, last)
        if inside and inside[0]["start"] - first <= _OPENING:
            yield from _list_from(text, inside)


def _list_from(text: str, companies: Sequence[Mention]) -> Iterator[str]:
    """A company and those that a list joins to it, brackets with other names and codes passed over."""
    end = companies[0]["start"]
    for mention in companies:
        between = text[end : mention["start"]]
        if between.count("(") + between.count("（") > between.count(")") + between.count("）"):
            continue
        if not is_joint(between):
            return
        yield str(mention["entity"])
        end = mention["end"]


def _sign(match: re.Match[str]) -> str:
    return "positive" if match["positive"] else "negative"

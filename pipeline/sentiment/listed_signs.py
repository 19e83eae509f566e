"""Companies in a list with a sign: "- Acme 艾可 (1234 HK): negative – margins", "↑ Acme", 受惠股：艾可."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc

from pipeline.document import Block, Mention, text_of

_POSITIVE = "positive|利好|利多|正面|受惠|受益"
_NEGATIVE = "negative|利空|利淡|负面|負面|受壓|受压|受害"
#: Behind the first company of a line, its other names and its code.
_BEHIND = re.compile(
    rf"[^\n:：–—]{{0,40}}?(?:[:：]|\s[–—-])\s*(?:(?P<positive>{_POSITIVE})|(?P<negative>{_NEGATIVE}))(?![a-z])",
    re.IGNORECASE,
)
#: At the head of a line, said of all companies in it up to where its list ends.
_HEAD = re.compile(
    r"\s*(?:[-–•*·]\s*)?(?:(?P<positive>[↑⬆]|(?:受惠|受益|利好|利多)(?:股|个股|個股|概念股)?\s*[:：]|(?:Winners|Beneficiaries)[^\n:：]{0,8}[:：])"
    r"|(?P<negative>[↓⬇]|(?:受害|受壓|受压|利空|利淡)(?:股|个股|個股|概念股)?\s*[:：]|Losers[^\n:：]{0,8}[:：]))",
    re.IGNORECASE,
)
_LIST_ENDS = re.compile(r"。|\.\s|受[损損害壓压]|利[空淡]|Losers|[↓⬇]")
#: Columns before the first company of such a line: a bullet and little else.
_OPENING = 6


def listed_signs(doc: Doc) -> dict[str, str]:
    """Direction by entity_id of the companies that lists of the article give a sign; none for two signs."""
    found: dict[str, set[str]] = {}
    for block in doc._.blocks:
        for company, sign in _signs(text_of(doc), block, _companies(doc, block)):
            found.setdefault(company, set()).add(sign)
    return {company: signs.pop() for company, signs in found.items() if len(signs) == 1}


def _companies(doc: Doc, block: Block) -> list[Mention]:
    mentions = doc._.mentions
    low = bisect_left(mentions, block["start"], key=lambda m: m["start"])
    high = bisect_left(mentions, block["end"], key=lambda m: m["start"])
    return [m for m in mentions[low:high] if m["type"] == "COMPANY" and m["entity"]]


def _signs(text: str, block: Block, companies: list[Mention]) -> list[tuple[str, str]]:
    if not companies:
        return []
    first = companies[0]
    head = _HEAD.match(text, block["start"], first["start"])
    if head:
        end = _LIST_ENDS.search(text, head.end(), block["end"])
        return [(str(m["entity"]), _sign(head)) for m in companies if end is None or m["start"] < end.start()]
    behind = _BEHIND.match(text, first["end"], block["end"])
    if behind and first["start"] - block["start"] <= _OPENING:
        return [(str(first["entity"]), _sign(behind))]
    return []


def _sign(match: re.Match[str]) -> str:
    return "positive" if match["positive"] else "negative"

"""Undertakings that a list gives a line each, with lines of what, where and by whom below: 项目二：…电站, 金额：…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc

from pipeline.document import FURNITURE, Block, text_of
from pipeline.projects.heads import without_complement
from pipeline.projects.lexicon import heads
from pipeline.text.lexicons import folded
from pipeline.text.scripts import has_han, to_simplified

_NUMBER = "(?:[一二三四五六七八九十]{1,3}|\\d{1,2}|[IVX]{1,4})"
#: Before the name: its number in the list.
_ITEM = re.compile(
    rf"[\s•●■◆*–—-]*(?:(?:重点)?[项項]目\s?{_NUMBER}\s?[:：]|Project\s{_NUMBER}\s?[:：]|[(（]{_NUMBER}[)）]|{_NUMBER}(?:[、)）]|[.．](?!\d))\s?)?\s*"
)
#: What a line below tells of the undertaking.
_FIELD = re.compile(
    r"[\s•●■◆*–—-]*(?:(?:[项項]目|[实實]施)?(?:[总總]?投[资資](?:[总總]?[额額]|[规規]模|金[额額]|方)?|金[额額]|[规規]模|主[体體]|[业業]主|"
    r"地[点點]|建[设設](?:地[点點]|[内內]容|[规規]模|[单單]位|主[体體])|[牵牽][头頭](?:方|[单單]位)?|出[资資]方|[进進]度|[状狀][态態])\s?[:：]"
    r"|(?:Amount|(?:(?:Total|Planned|Estimated|Expected|Project) )?(?:[Ii]nvestment|[Cc]ost|[Vv]alue|[Ss]ize)|"
    r"(?:(?:Lead|Project) )?(?:[Dd]eveloper|[Ss]ponsor|[Oo]wner|[Bb]orrower|[Oo]perator|[Ii]nvestor|[Cc]ompany)|"
    r"Lead|Led by|Location|Site|Status)"
    r"\s?:)"
)
#: The place of an undertaking in brackets behind its name.
_PLACE_BEHIND = re.compile(r"\s?[(（](?!.*(?:[期批]|[Pp]hase|[Ee]xtension|[Ee]xpansion))[^()（）\d]{2,30}[)）]$")
#: The same below the title of a bank's note of a project, which may begin with the country.
_SHEET = re.compile(
    r"[\s•●■◆*–—-]*(?:Project (?:number|no\.?|ID|code)|Borrower|Recipient|(?:Implementing|Executing) (?:entity|agency)|"
    r"(?:Approval|Closing|Board) date|Environmental category)\s?:",
    re.IGNORECASE,
)
_OF_COUNTRY = re.compile(r"[A-Z][A-Za-z ,.'’-]{2,40}: ")
_LONGEST = 60
#: Lines below an item of which one must be a field.
_BELOW = 2


def listed(doc: Doc) -> Iterator[tuple[int, int]]:
    """Start and end of each name in a line of its own that ends in a head noun, with a field right below."""
    text = text_of(doc)
    yield from _noted(doc)
    blocks: Sequence[Block] = [b for b in doc._.blocks if b["kind"] not in FURNITURE and b["kind"] != "title"]
    for number, block in enumerate(blocks):
        item = _ITEM.match(text, block["start"], block["end"])
        start = item.end() if item else block["start"]
        end = start + len(_PLACE_BEHIND.sub("", text[start : block["end"]].rstrip(" \t\r\n:：*")))
        below = islice(blocks, number + 1, number + 1 + _BELOW)
        told = any(_FIELD.match(text, b["start"], b["end"]) for b in below)
        if told and 2 < end - start <= _LONGEST and _ends_in_head(text[start:end]):
            yield start, end


def _noted(doc: Doc) -> Iterator[tuple[int, int]]:
    """The undertaking that a bank's note has as its title: "Bangladesh: Dhaka Power Project", "Borrower: …"."""
    text = text_of(doc)
    blocks = [b for b in doc._.blocks if b["kind"] == "title" or b["kind"] not in FURNITURE][: 1 + 2 * _BELOW]
    if not blocks or blocks[0]["kind"] != "title":
        return
    title = blocks[0]
    country = _OF_COUNTRY.match(text, title["start"], title["end"])
    start = country.end() if country else title["start"]
    end = start + len(text[start : title["end"]].rstrip())
    told = any(_SHEET.match(text, b["start"], b["end"]) for b in blocks[1:])
    if told and end - start > 2 and _ends_in_head(text[start:end]):
        yield start, end


def _ends_in_head(name: str) -> bool:
    """Whether its last word, in English that before the first preposition, is the head of names of undertakings."""
    if has_han(name[-1]):
        language, plain = "zh", to_simplified(name)
    else:
        language, plain = "en", without_complement(folded(name))
    return any(end == len(plain) for _, end, _ in heads(language, plain))

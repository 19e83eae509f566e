"""Posts that somebody has left, by the words beside them: "former Adyen CFO", "served as CFO", 原南钢股份副总裁."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc

from pipeline.document import TaggedSpan, text_of
from pipeline.names import position_patterns as patterns

#: Characters between the name of a body and a title at it, at most.
_LONGEST_LINK = 16
_BEFORE = re.compile(
    r"\b(?:former(?:ly)?|previously|one-time|once|ex|(?:used|until\srecently)\sto\sbe|until\srecently)[\s-]"
    r"(?:an?\s|the\s(?:[a-z]+['’]s\s)?|as\s)?$"
    r"|(?<![此日目当當之以提午先从從年月天周向空眼跟])前任?$|(?<![中太草平高还還])原$|(?<!同)[时時]任$"
    r"|免去(?:(?!任命|聘任|[选選][举舉])[^，。；\n]){1,34}$"
    r"|(?:曾[任是为為]|曾担任|曾擔任|[历歷]任|先[后後][担擔]任|此前(?:任|担任|擔任))[^，。；、\n的]{0,24}$"
    r"|此前(?:一直)?在[^，。；\n]{1,20}(?:任|担任|擔任)[过過]?$",
    re.IGNORECASE,
)
_REACH = 36

#: Before a title as lives are told: "where she was", "served as a", but not "has served as"; "Before that he was".
_A = r"(?:an?\s|the\s|its\s)?"
_YEAR = r"(?:\w+\s)?(?:19|20)\d\d"
_THEN = rf"\bfrom\s{_YEAR}\s(?:to|until|till|through)\s{_YEAR}"
_TOLD = re.compile(
    rf"(?:\bwhere\s[^.,;\n]{{2,30}}?\swas\s(?:\w+\s)?|\b(?:was|and)\searlier\s(?:was\s)?|(?<!\bhas\s)(?<!\bhave\s)(?<!\bnow\s)(?<!\balso\s)\bserved\s(?:\w+ly\s)?as\s"
    rf"|\bworked\s(?:\w+\s)?as\s|(?<!\bhas\s)(?<!\bhave\s)\bheld\sthe\s(?:position|post|role|office)\sof\s"
    rf"|\bwas\smost\srecently\s|\bmost\srecently,?\s(?:served\s)?as\s){_A}$"
    rf"|(?:\b(?:before|prior\sto)\s(?:that|joining\b[^.;\n]{{1,50}}?),?|{_THEN},?|\b(?:previously|formerly|earlier),)"
    rf"\s(?:M(?:rs?|s)\.\s)?[^.,;\n]{{0,30}}?\b(?:was|served\sas)\s(?:also\s)?{_A}$",
    re.IGNORECASE,
)
_TOLD_REACH = 120
#: Behind a title, and before it: "was |CFO| of Acme until May", "from 2019 to 2023", "before joining Bolt".
_WAS = re.compile(rf"\b(?:was|were)\s(?:also\s)?{_A}$")
_ENDED = re.compile(
    rf"(?:\s(?:of|at|for|in)\s(?:[^.,;\n]|\.(?!\s[A-Z]|\n|$)){{1,60}}?)?,?\s"
    rf"(?:until\s(?!(?:s?he|they)\b)|{_THEN[2:]}|between\s{_YEAR}\sand\s|(?:before|prior\sto)\s(?:[a-z]+ing|that)\b)"
)


def is_former(doc: Doc, title: TaggedSpan, body: str | None) -> bool:
    """Whether a title, or the word before it or before the name of its body, says that the post is one of before.

    In gold of train 429 of 490 posts behind such a word are marked as former, and 88 of 109 told as those
    of an earlier life ("where she was", "served as", "was … until"); nobody holds one of the other 21 either.

    Args:
        body: entity_id of the organisation of the post.
    """
    if patterns.FORMER.search(title["text"]):
        return True
    start, text = _with_body(doc, title["start"], body), text_of(doc)
    before = text[max(0, start - _TOLD_REACH) : start]
    if _BEFORE.search(before[-_REACH:]) or _TOLD.search(before):
        return True
    return _WAS.search(before) is not None and _ENDED.match(text, title["end"]) is not None


def _with_body(doc: Doc, start: int, body: str | None) -> int:
    """Where the name of a body begins that stands right before a title, else where the title begins."""
    mentions = doc._.mentions
    for number in range(bisect_left(mentions, start, key=lambda m: m["start"]) - 1, -1, -1):
        mention = mentions[number]
        if start - mention["end"] > _LONGEST_LINK:
            break
        if mention["entity"] == body and patterns.BODY_LINK.fullmatch(text_of(doc), mention["end"], start):
            return int(mention["start"])
    return start

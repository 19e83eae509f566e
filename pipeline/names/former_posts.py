"""Posts that somebody has left, by the word before them: "former Adyen CFO", 原南钢股份副总裁, 曾任…副总经理."""

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


def is_former(doc: Doc, title: TaggedSpan, body: str | None) -> bool:
    """Whether a title, or the word before it or before the name of its body, says that the post is one of before.

    In gold of train 429 of 490 posts behind such a word are marked as former.

    Args:
        body: entity_id of the organisation of the post.
    """
    if patterns.FORMER.search(title["text"]):
        return True
    start = _with_body(doc, title["start"], body)
    return _BEFORE.search(text_of(doc)[max(0, start - _REACH) : start]) is not None


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

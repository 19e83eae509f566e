"""Official documents that are named by kind and number: "Announcement No. 1 of 2026", 2026年第1号公告, 42号文."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.entities.candidates import Candidate

_ENGLISH = re.compile(
    r"\b(?:Announcement|Notice|Circular|Decree|Order|Directive|Regulation|Resolution|Proclamation|Ordinance|Decision)"
    r" (?:No\.? ?|Number )\d+(?:[/-]\d+)*(?:,? of (?:19|20)\d\d\b)?"
)
_CHINESE = re.compile(r"(?:(?:19|20)\d\d年)?第?\d{1,4}[号號](?:公告|令|文件?|通知|决定|決定)")
#: All 12 Chinese ones of train are names of gold; English ones are often the end of a longer name, which the encoder
#: then reads with a higher score ("Presidential Decree No. 12").
_SCORE = 0.6


def numbered_documents(text: str) -> Iterator[Candidate]:
    """Candidates of type POLICY, in reading order within each language.

    >>> [text[c.start:c.end] for text in ["商务部2026年第1号公告称"] for c in numbered_documents(text)]
    ['2026年第1号公告']
    """
    for pattern in (_ENGLISH, _CHINESE):
        for match in pattern.finditer(text):
            yield Candidate(match.start(), match.end(), "POLICY", "numbered_document", _SCORE)

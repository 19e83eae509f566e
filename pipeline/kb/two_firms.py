"""Names that the knowledge base has for one company and a text for two: Redcare, the parent of Shop Apotheke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Mention
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.legal_forms import split
from pipeline.kb.normalise import key

_ARTICLE = r"(?:the\s|an?\s|its\s)?"
_OWNER = r"(?:[a-z-]+\s){0,2}(?:owner|parent|holding\scompany|operator)(?:\s(?:company|firm|group))?"
_PART = r"(?:[a-z-]+\s){0,4}(?:subsidiary|unit|arm|affiliate|brand|division|part)"
#: What may stand behind a name first, and between it and the verb.
_BEHIND = r"(?:[)）]|[（(][^()（）\n]{1,16}[)）])?,?\s\(?(?:which\s|who\s|that\s)?"
_BE = r"(?:(?:is|was|are|were|has\sbeen|had\sbeen|has\sbecome|has\ssince\sbecome)\s)?"
_HAN_BEHIND = r"(?:[)）]|[（(][^()（）\n]{1,16}[)）])?，?"
#: Between the name of a company and one of its companies, and the other way round.
_THEN_CHILD = re.compile(
    rf"{_BEHIND}{_BE}{_ARTICLE}{_OWNER}\s(?:of|behind|to)\s(?:the\s|most\s)?"
    rf"|{_BEHIND}(?:owns|bought|acquired|swallowed|took\sover|has\s(?:bought|acquired)|agreed\sto\s(?:buy|acquire))\s"
    rf"(?:the\s|control\sof\s)?|,\swhose\s|['’]s\s{_PART},?\s"
    rf"|{_HAN_BEHIND}(?:旗下(?:的|子公司)?|(?:的|其)?(?:全[资資])?子公司|[收併]?[购購]了?)"
)
_THEN_PARENT = re.compile(
    rf"{_BEHIND}{_BE}(?:now\s)?{_ARTICLE}{_PART}\sof\s(?:the\s)?|{_BEHIND}belongs\sto\s(?:the\s)?"
    rf"|{_BEHIND}{_BE}(?:now\s|since\s|wholly\s|fully\s|majority[\s-])*"
    rf"(?:owned|acquired|bought|controlled|swallowed|taken\sover|carved\sout)\s(?:by|of)\s(?:the\s)?"
    rf"|['’]s\s{_OWNER},?\s|{_HAN_BEHIND}(?:的|其)?母公司"
)


def part_of_another(text: str, mentions: Sequence[Mention], base: KnowledgeBase) -> set[int]:
    """Indexes of the mentions of a company that shares its row with another, of whom the text says it is a part.

    The row stays with the one whose name it has, else with the parent. In gold of train 28 of 29 such pairs are two.
    """
    known = [(i, row) for i, mention in enumerate(mentions) if (row := _row(mention, base)) is not None]
    forms: set[str] = set()
    for (i, row), (j, other) in pairwise(known):
        if row != other or j != i + 1 or key(mentions[i]["text"]) == key(mentions[j]["text"]):
            continue
        names = mentions[i]["text"], mentions[j]["text"]
        between = mentions[i]["end"], mentions[j]["start"]
        part = 1 if _THEN_CHILD.fullmatch(text, *between) else 0 if _THEN_PARENT.fullmatch(text, *between) else None
        if part is not None:
            own = [n for n, name in enumerate(names) if _is_primary(name, row, base)]
            forms.add(key(names[1 - own[0] if len(own) == 1 else part]))
    return {i for i, _ in known if key(mentions[i]["text"]) in forms} if forms else set()


def _row(mention: Mention, base: KnowledgeBase) -> str | None:
    """The one row of a company that a mention can be."""
    if mention["type"] != "COMPANY":
        return None
    rows = dict.fromkeys(mention["kb"] or (n.kb_id for n in base.by_name(mention["text"]) if not n.context))
    return next(iter(rows)) if len(rows) == 1 else None


def _is_primary(name: str, row: str, base: KnowledgeBase) -> bool:
    primary = [known.value for known in base.names[row] if known.kind == "primary"]
    return any(key(name) in (key(p), key(split(key(p))[0])) for p in primary)

"""The type of a name that no finder has typed: from its form, its partner and the knowledge base."""

from __future__ import annotations

import re

from pipeline.kb import legal_forms
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names import han_words, latin_words
from pipeline.names.romanise import spells
from pipeline.text.scripts import to_simplified

_GOVERNMENT = re.compile(
    r"\b(?:Ministry|Department|Bureau|Administration|Parliament|Court|Senate|Congress|Treasury|Government|Secretariat|Directorate|"
    r"Prosecutors?|Monetary Authority|Reserve Bank|People['’]s Bank)\b"
)
_ORGANIZATION = re.compile(
    r"\b(?:University|Institute|Association|Federation|Union|Alliance|Foundation|Society|Party|Academy|College)\b"
)
_POLICY = re.compile(r"\b(?:Act|Agreement|Treaty|Accord|Protocol|Directive|Regulation|Initiative|Plan|Law|List)$")
_HAN_TYPES = (
    (han_words.POLICY_TAIL, "POLICY"),
    (han_words.COMPANY_TAIL, "COMPANY"),
    (han_words.ORGANIZATION_TAIL, "ORGANIZATION"),
    (han_words.BODY_TAIL, "GOVERNMENT"),
)
_LATIN_TYPES = ((_POLICY, "POLICY"), (_GOVERNMENT, "GOVERNMENT"), (_ORGANIZATION, "ORGANIZATION"))


def known_type(base: KnowledgeBase, name: str) -> str | None:
    """The type of every knowledge-base entry with this name, null if there is none or they differ."""
    types = {base.entries[n.kb_id].type for n in base.by_name(name)}
    return types.pop() if len(types) == 1 else None


def is_surname_of_known(base: KnowledgeBase, latin: str, han: str) -> bool:
    """Whether a Latin word is the last name of one whom a Han name that only people have stands for.

    >>> from pipeline.kb.knowledge_base import load
    >>> is_surname_of_known(load(), "Powell", "鲍威尔"), is_surname_of_known(load(), "Ford", "福特")
    (True, False)
    """
    if " " in latin or known_type(base, han) != "PERSON":
        return False
    rows = {name.kb_id for name in base.by_name(han)}
    return any((base.entries[row].name_en or "").split()[-1:] == [latin] for row in rows)


def type_by_form(latin: str, han: str) -> str | None:
    """The type that the form of either name shows, null if neither does.

    >>> type_by_form("Zhang Lei", "张雷"), type_by_form("NDRC", "国家发展和改革委员会")
    ('PERSON', 'GOVERNMENT')
    """
    simplified = to_simplified(han)
    for pattern, kind in _HAN_TYPES:
        if len(simplified) > 3 and pattern.search(simplified):
            return kind
    for pattern, kind in _LATIN_TYPES:
        if pattern.search(latin):
            return kind
    words = latin.split()
    if {w.rstrip(".,") for w in words} & (legal_forms.LATIN | latin_words.GENERIC_TAILS):
        return "COMPANY"
    if is_person_pair(latin, simplified):
        return "PERSON"
    if len(words) == 1 and spells(latin, simplified):
        return "LOCATION"
    return None


def is_person_pair(latin: str, han: str) -> bool:
    """Two to four capitalised Latin words with a Chinese name that is a surname and one or two more, or has a dot."""
    words = latin.split()
    if (
        not 2 <= len(words) <= 4
        or not all(w[0].isupper() for w in words)
        or any(w.isupper() and len(w) > 2 for w in words)
    ):
        return False
    if "·" in to_simplified(han):
        return True
    return (spells(latin, han) and len(han) <= 4 and looks_like_person(han)) or (
        looks_like_person(han) and bool(latin_words.SURNAME_FIRST & set(words)) and "&" not in words
    )


def looks_like_person(han: str) -> bool:
    """Whether a Simplified name is a Chinese surname with one or two characters.

    >>> looks_like_person("张雷"), looks_like_person("欧阳修远"), looks_like_person("中微公司")
    (True, True, False)
    """
    if han[:2] in han_words.DOUBLE_SURNAMES:
        return 3 <= len(han) <= 4
    return han[:1] in han_words.SURNAMES and 2 <= len(han) <= 3

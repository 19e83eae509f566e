"""One type for a name all over the article where the words beside one of its places say that it is a person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.candidates import Candidate
from pipeline.text.scripts import has_han

#: Right before a name; in gold of train 170 people and 5 others stand behind such words.
_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Sir|Dame|Prof|Professor|Lord|Lady)\.?\s$"
    r"|\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:\w+\s)?(?:wife|husband|sons?|daughters?|father|mother|brothers?|sisters?|widow|nephew|cousin),?\s$"
)
#: What a person does, in one character behind a Han name.
_VERBS = frozenset("代兼任等将將曾为為在由说說称稱也亦并並则則已于於")
#: Who is appointed to what, where the name runs into another: 聘任金剑华|为公司总经理.
_APPOINTED = re.compile(
    "(?:聘任|聘[请請]|[选選][举舉]|推[选選]|[补補][选選]|增[补補]|提名|委?任命?)(?P<name>[\u4e00-\u9fff]{1,2}[华華])(?=[为為](?:本?公司|集[团團]|第|新任|[总總副董监監独獨非执執首财財行]))"
)
#: The rest of a nickname that a name begins with, and the first name before the nickname.
_NICKNAME_ENDS = re.compile(r"[A-Z][^\s\"“”]*[\"”]\s[A-Z]")
_FIRST_NAME = re.compile(r"\b(?P<name>[A-Z][\w.'’-]*[a-z.])\s[\"“]$")
#: How sure such a name is.
_SURE = 0.99
#: Words of firms' names.
_FIRM = re.compile(
    r"\b(?:Group|Holdings?|Capital|Bank|Partners|Industries|International|Company|Co|Corp|Inc|Ltd|Limited|LLC|LLP|PLC|plc|AG|SE|"
    r"Fund|Trust|Foundation|Laboratories|Energy|Motors?|Brothers|Sons|Securities|Ventures|Services|Systems|Technologies|Union|"
    r"University|Institute|Association|Party|Ministry|Commission)\b|['’]s\b|&"
)
#: Right behind a name: husband or wife, so that it is a founder's, not the firm's (the one place in gold of train).
_MARRIED = re.compile(r"\s(?:and|or)\s(?:his|her)\s(?:late\s|then-|former\s)?(?:wife|husband|widow)\b")
#: Right behind a name: what he or she says (32 people and a firm in gold of train, where no "of" stands before it).
_SPEAKS_OF_SELF = re.compile(r"\s(?:said|says) (?:that )?s?he\b")
#: Right behind a name of one word: what a person is.
_ROLE = re.compile(
    r", (?:an?|the) (?:(?!in\b|of\b|from\b|for\b|by\b)[\w'’-]+ ){0,3}(?:captain|striker|midfielder|goalkeeper|"
    r"footballer|cricketer|golfer|coach|teacher|senator|congress(?:wo)?man|governor|premier|(?:prime )?minister|mayor|"
    r"lawyer|judge|professor|historian|economist|actor|actress|singer|novelist|pensioner|nurse|widow|politician|lawmaker|physicist|"
    r"billionaire)\b(?!['’]s|-|,? (?:bank|company|group|school|firm|said|says|told|and)\b)"
)
_OF = re.compile(r"\b(?:of|at|to|in|for|from|with|by|near|outside)\s(?:the\s)?$")
#: Right behind a name: an age.
_BEHIND = re.compile(r"(?:,\s(?:aged\s)?\d\d,|\s?[（(]\d\d岁[)）])")


def with_people(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with people as such: named so beside one of their places, or by the surname of one who is, or of one
    whose full name the article has, unless a firm of the article has it too.

    What the knowledge base knows keeps its type but before a husband or wife or a person's role and where it says that
    he or she does something, and so does what ends like a firm.

    >>> text = "Ann Marlow sold. Mr. Marlow left Marlow Capital."
    >>> read = [Candidate(0, 10, "COMPANY", "encoder", 0.9), Candidate(21, 27, "COMPANY", "encoder", 0.6)]
    >>> [c.type for c in with_people(text, read)]
    ['PERSON', 'PERSON']
    """
    candidates = _with_appointed(text, _with_nicknames(text, _without_verbs(text, candidates)))
    candidates = [_as_person(c) if _is_one(text, c) else c for c in candidates]
    people = {text[c.start : c.end] for c in candidates if _is_personal(text, c)}
    surnames = _surnames(text, candidates)
    return [_as_person(c) if _is_of(text, c, people, surnames) else c for c in candidates]


def _is_one(text: str, read: Candidate) -> bool:
    """Whether a name is a husband's or wife's, or a word that speaks of itself as he or she or has a person's role."""
    if _MARRIED.match(text, read.end):
        return True
    word = read.type != "LOCATION" and text[read.start : read.end].isalpha()
    if not word or _OF.search(text, max(0, read.start - 12), read.start):
        return False
    return bool(_SPEAKS_OF_SELF.match(text, read.end) or _ROLE.match(text, read.end))


def _as_person(read: Candidate) -> Candidate:
    """A candidate as a person, with the rows of people alone."""
    rows = read.kb if read.type == "PERSON" else ()
    return replace(read, type="PERSON", score=max(read.score, _SURE), kb=rows)


def _without_verbs(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of which a Han name that the article also has alone lost the verb behind it: 洪崎|代为履行."""
    alone = {text[c.start : c.end] for c in candidates if c.type == "PERSON"}

    def glued(c: Candidate) -> bool:
        name = text[c.start : c.end]
        return c.type == "PERSON" and len(name) > 2 and name[:-1] in alone and name[-1] in _VERBS

    return [replace(c, end=c.end - 1) if glued(c) else c for c in candidates]


def _with_nicknames(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates that begin within a nickname with the first name before it: Ann |"Annie" Moe is one in 6 of 6 of gold.

    >>> read = [Candidate(5, 15, "PERSON", "encoder", 0.9)]
    >>> [(c.start, c.end) for c in _with_nicknames('Ann "Annie" Moe', read)]
    [(0, 15)]
    """
    whole = {c: _with_first_name(text, c, candidates) for c in candidates if c.type == "PERSON"}
    longer = [(start, c) for c, start in whole.items() if start < c.start]
    parts = {c for c in candidates for start, long in longer if start <= c.start < long.end}
    return [*(c for c in candidates if c not in parts), *(replace(c, start=start) for start, c in longer)]


def _with_first_name(text: str, read: Candidate, candidates: Sequence[Candidate]) -> int:
    """Where a name begins, with what stands before the nickname whose end alone is in it."""
    name = text[read.start : read.end]
    first = _FIRST_NAME.search(text, max(0, read.start - 24), read.start) if _NICKNAME_ENDS.match(name) else None
    if first is None:
        return read.start
    ending = (c.start for c in candidates if c.type == "PERSON" and c.end == first.end("name"))
    return min(ending, default=first.start("name"))


def _with_appointed(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with those who are appointed in place of what reaches into their names: 华为 of 金剑华为公司."""
    spans = [match.span("name") for match in _APPOINTED.finditer(text)]
    if not spans:
        return list(candidates)
    rest = [c for c in candidates if not any(c.start < end and start < c.end for start, end in spans)]
    return [*rest, *(Candidate(start, end, "PERSON", "encoder", _SURE) for start, end in spans)]


def _is_known_as_city(read: Candidate) -> bool:
    """Whether nothing but cities are known by a name, as which surnames are read too: Tom Galway, then Galway."""
    return bool(read.kb) and all(row.startswith("city-") for row in read.kb)


def _surnames(text: str, candidates: Sequence[Candidate]) -> set[str]:
    """Last words of full names: 444 of the 490 such words that are names of their own in gold of train are people's."""
    firms = {word for c in candidates if c.type != "PERSON" for word in text[c.start : c.end].split()[:-1]}
    full = (text[c.start : c.end].split() for c in candidates if c.type == "PERSON" and " " in text[c.start : c.end])
    return {words[-1] for words in full if len(words) <= 4 and words[-1].isascii()} - firms


def _is_personal(text: str, read: Candidate) -> bool:
    before = _BEFORE.search(text, max(0, read.start - 24), read.start)
    name = text[read.start : read.end]
    return not (has_han(name) or _FIRM.search(name)) and bool(before or _BEHIND.match(text, read.end))


def _is_of(text: str, read: Candidate, people: set[str], surnames: set[str]) -> bool:
    name = text[read.start : read.end]
    if _is_known_as_city(read):
        return name in surnames and not _OF.search(text, max(0, read.start - 12), read.start)
    if read.kb or _FIRM.search(name) or read.type not in ("COMPANY", "ORGANIZATION", "PRODUCT", "PERSON"):
        return False
    words = name.split()
    return (
        name in people or name in surnames or (2 <= len(words) <= 3 and words[-1] in people and words[0][0].isupper())
    )

"""What the encoder reads and what the knowledge base knows, brought to one list of candidates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from pipeline.entities.candidates import Candidate
from pipeline.entities.context_cues import NO_NAMES
from pipeline.entities.known_name_patterns import PARTY_COMMITTEE
from pipeline.entities.longer_names import opens_with_country
from pipeline.ontology import BODIES
from pipeline.text.scripts import has_han

#: Verbs and prepositions of one character that stand before a name.
_BEFORE_NAMES = frozenset("令使让讓由被对對与與和及把将將给給在从從为為向跟同找是的有于於原至自赴驻駐往")
#: Words of grammar of one character that stand behind a name.
_BEHIND_NAMES = frozenset("的在等为為与與和及对對将將于於已也还還则則原现現")
#: The end of a body's name, which the title behind begins with again: 教育局局长, 支行行长, 管委会主任.
_BODY_END = re.compile(
    r"([局厅廳署院行所校司会會])(?=(?:党组书记、)?(?:副|原|前|代)?\1[长長])|委?[员員]?[会會](?=副?(?:主任|主席|主委))"
)
#: A branch of what was read as a company behind its town or street, or the last word of one: 塔恩银行东京|分行.
_BRANCH_END = re.compile("分行|支行|分公司|(?:证券|證券)?(?:营业部|營業部)|(?<=营业|營業)部")
#: The form of a company behind its name; in gold of train it is part of it in 1,741 of 1,748 places.
_FORM = re.compile("公司(?![部债債法化制章治]|业务|業務|[贷貸]款)")
#: What the names of undertakings end in and those of companies hardly ever: 4 of 60 such names of train are companies'.
_UNDERTAKING = re.compile(
    r" (?:Project|Canal|Corridor|Expressway|Highway|Interconnector|Scheme|Programme|Program|Initiative)$"
    "|(?:项目|項目|计划|計畫|計劃|走廊|运河|運河|大桥|大橋|高速铁路|高速鐵路|[主支幹][线線綫])$"
)
#: Types that an encoder gives to words and abbreviations that are no names.
_NAMED = frozenset({"COMPANY", "LOCATION"})
#: Forms of address, behind which only people are named.
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Messrs)\.?\s$")
#: Kinds of firms, behind which no person is named.
_FIRM = re.compile(
    r"(?:\b(?:law|accounting) firm\s|投行|券商|律所|[进進出]口商|"
    r"[开開][发發]商|供[应應]商|[运運營营][营營運运]商|[制製]造商|[厂廠]商)$"
)

#: What a known body is, before its name: Hamburg liner |Hapag-Lloyd. No body's name in gold has such a word before
#: another's.
_KIND_BEFORE = re.compile(r"(?:^|\s)[a-z]{4,}\s$")
#: A known company's own, behind it: Acme Securities|’ Finance Committee.
_HAS = re.compile(r"['’]s?\s")
#: Before the country of a mission, whose head is named behind it.
_TO = re.compile(r"\b(?:[Dd]elegation|[Aa]mbassador|[Ee]nvoy|[Mm]ission|[Ee]mbassy|[Cc]ommissioner) (?:to|in|for)\s$")
#: A known Han place of so many characters is read as a whole.
_WHOLE_PLACE = 3
#: Types as read and as known, of which the known one is right: of 5 such names of dev, hard and plain 5; what only
#: people are known by is a person's in 1,960 of 1,960 places of gold of train (由Trump签署).
_KNOWN_BETTER = frozenset(
    {("GOVERNMENT", "COMPANY"), ("ORGANIZATION", "GOVERNMENT"), ("POLICY", "GOVERNMENT")}
    | {("COMPANY", "PERSON"), ("ORGANIZATION", "PERSON"), ("PRODUCT", "PERSON")}
)
#: From so many characters on a Latin name that only bodies of states are known by is one of theirs, a Han one always:
#: so in 4,796 of 4,834 places of gold of train, a company's in 21 (Latin ones of three letters in 334 of 373).
_LONG_BODY = 4
#: Score of a long known name.
SURE = 0.95
#: A company's known Latin name that is read as a place less surely than this is the company's: at Rotork (of the two in
#: dev, hard, plain and 250 articles of train both are, of those read more surely two of five).
UNSURE = 0.9
#: Licences and blocks, which are places (rule 2).
_LICENCE = re.compile(r"(?:^|\s)(?:PEL|PPL|PML|OML|OPL|Licen[cs]e|Block) [A-Z]{0,2}-?\d+[A-Z]?$")
_AGENCY = re.compile(r"\b(?:News|Press) Agency$|通[讯訊]社$")


def settle(text: str, read: Sequence[Candidate], known: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for `resolve`; a span that both have is one, of the type that the encoder reads, with the known rows.

    The encoder has seen the base's names as features, so that what it leaves out is seldom a name: on dev, hard and
    plain 38 of 114 such mentions were right, of places 11 of 42. F1 of their mentions with all of these and the rows'
    types 0.933, 0.918 and 0.947, so 0.935, 0.921 and 0.957.

    >>> tokyo = Candidate(0, 5, "COMPANY", "encoder", 0.9)
    >>> settle("Tokyo", [tokyo], [Candidate(0, 5, "LOCATION", "gazetteer", 0.95, ("tokyo",))])
    [Candidate(start=0, end=5, type='COMPANY', method='encoder', score=0.95, kb=('tokyo',))]
    """
    rows = {(c.start, c.end): c for c in known}
    places = [c for c in known if c.type == "LOCATION" and c.end - c.start >= _WHOLE_PLACE and has_han(_words(text, c))]
    ends = {c.end: c for c in known}
    starts = {c.start: c for c in known}
    found = []
    for candidate in read:
        near, first = ends.get(candidate.end), starts.get(candidate.start)
        if (
            candidate.type == "COMPANY"
            and _place(candidate) not in rows
            and _UNDERTAKING.search(_words(text, candidate))
        ):
            continue
        if candidate.type in _NAMED and _place(candidate) not in rows and _words(text, candidate) in NO_NAMES:
            continue
        candidate = _with_edges(text, candidate, first, near, _place(candidate) in rows)
        candidate = _before_place(candidate, places)
        row = rows.pop(_place(candidate), None)
        found.append(_titled(text, candidate) or (_with_row(text, candidate, row) if row else _formed(text, candidate)))
    before, after = (sorted(side, key=lambda c: c.start) for side in (read, found))
    return [*found, *(_as_sure(row, after) for row in rows.values() if _is_told(row, before, after))]


def _is_told(known: Candidate, read: Sequence[Candidate], settled: Sequence[Candidate]) -> bool:
    """Whether a known name that the encoder reads otherwise or not at all is a candidate.

    It is where it holds a name of its type that was read (Moody in Moody's), where one that was read is cut before or
    behind it, and where it is the long name of a company and nothing else is there.

    Args:
        read, settled: names before and after their edges are mended, by start.
    """
    met = _meeting(known, settled)
    if not met:
        return bool(_meeting(known, read)) or (known.type == "COMPANY" and known.score >= SURE)
    return any(known.start <= c.start and c.end <= known.end and c.type == known.type for c in met)


def _as_sure(known: Candidate, settled: Sequence[Candidate]) -> Candidate:
    """A known name of a body, as sure as those in it that were read by themselves: Committee on the |Salt Party.

    Companies have names with their country (韩国三星重工) and abbreviation before or behind the one that counts.
    """
    if known.type not in ("GOVERNMENT", "ORGANIZATION"):
        return known
    inside = [c.score for c in _meeting(known, settled) if known.start <= c.start and c.end <= known.end]
    return replace(known, score=max([known.score, *inside]))


def _meeting(known: Candidate, names: Sequence[Candidate]) -> list[Candidate]:
    """Those of names, sorted by start, that share characters with a known one."""
    first = max(0, bisect_left(names, known.start, key=lambda c: c.start) - 1)
    return [c for c in takewhile(lambda c: c.start < known.end, islice(names, first, None)) if c.end > known.start]


def _with_edges(text: str, read: Candidate, first: Candidate | None, near: Candidate | None, known: bool) -> Candidate:
    """The candidate with the edges of the known names that begin (`first`) or end (`near`) where it does."""
    if near is not None and near.type == read.type and is_shifted(text, _place(read), _place(near)):
        return replace(read, start=near.start)
    if near is not None and not known and near.type == read.type and _KIND_BEFORE.search(text, read.start, near.start):
        return replace(read, start=near.start)
    if first is not None and not known and _is_of_country(text, read, first, near):
        return replace(read, start=first.end)
    if first is not None and _opens_with_country(text, read, first):
        return replace(read, start=first.end + 1)
    owns = first is not None and not known and first.type == read.type == "COMPANY"
    if first is not None and owns and _HAS.match(text, first.end, read.end):
        return replace(read, end=first.end)
    tail = _BODY_END.match(text, read.end)
    if tail is not None and read.type != "PERSON":
        return replace(read, end=tail.end())
    if first is not None and (_takes_grammar(text, read, first) or _breaks_off(text, read, first)):
        return replace(read, end=first.end)
    return _with_form(text, read, known)


def _with_form(text: str, read: Candidate, known: bool) -> Candidate:
    """The Han company with its form behind it, or as the branch that it is, unless the firm itself is known."""
    if read.type != "COMPANY" or not has_han(text[read.end - 1 : read.end]):
        return read
    behind = _FORM.match(text, read.end) or (None if known else _BRANCH_END.match(text, read.end))
    return replace(read, end=behind.end()) if behind is not None else read


def _before_place(read: Candidate, places: Sequence[Candidate]) -> Candidate:
    """The candidate without the first characters of a known place that runs on behind it: 摩根大通|拉丁美洲.

    Args:
        places: without overlap, in reading order, as the gazetteer gives them.
    """
    at = bisect_right(places, read.end, key=lambda place: place.end)
    runs_on = at < len(places) and read.start + 1 < places[at].start < read.end
    return replace(read, end=places[at].start) if runs_on else read


def _titled(text: str, read: Candidate) -> Candidate | None:
    """The candidate with the type that the words right before it tell; null where they tell none."""
    if _ADDRESS.search(text, max(0, read.start - 8), read.start):
        return replace(read, type="PERSON")
    if read.type == "PERSON" and _FIRM.search(text, max(0, read.start - 16), read.start):
        return replace(read, type="COMPANY")
    if _LICENCE.search(_words(text, read)):
        return replace(read, type="LOCATION")
    return None


def _formed(text: str, read: Candidate) -> Candidate:
    """The candidate as a firm where its form tells so: news agencies, state-owned ones too (11 of 11 names of gold)."""
    if read.type in BODIES and PARTY_COMMITTEE.search(_words(text, read)):
        return replace(read, score=max(read.score, SURE))
    return replace(read, type="COMPANY") if _AGENCY.search(_words(text, read)) else read


def is_shifted(text: str, read: tuple[int, int], known: tuple[int, int]) -> bool:
    """Whether a Han name was read with one character too few, or with a word of grammar before it.

    >>> is_shifted("传闻令吉利汽车下跌", (2, 7), (3, 7)), is_shifted("，同花顺", (2, 4), (1, 4))
    (True, True)
    """
    if read[1] != known[1] or not has_han(text[known[0] : known[1]]):
        return False
    return read[0] == known[0] + 1 or (read[0] == known[0] - 1 and text[read[0]] in _BEFORE_NAMES)


def _takes_grammar(text: str, read: Candidate, first: Candidate) -> bool:
    """Whether a known name was read with a word of grammar behind it."""
    return first.end == read.end - 1 and text[first.end] in _BEHIND_NAMES


def _breaks_off(text: str, read: Candidate, first: Candidate) -> bool:
    """Whether a known Han name was read without its last one or two characters: 优必 of 优必选."""
    return first.type == read.type and 0 < first.end - read.end <= 2 and has_han(text[first.end - 1])


def _is_of_country(text: str, read: Candidate, first: Candidate, near: Candidate | None) -> bool:
    """Whether a country was taken along with a known or a Latin company behind it: 德国默克, 泰国i-Tail.

    Regions and cities are part of such names (山东威高集团), and countries of those of bodies and of some firms
    (`longer_names.opens_with_country`).
    """
    if (
        opens_with_country(_words(text, read))
        or not _is_country(first)
        or first.end >= read.end - 1
        or not has_han(text[first.start : first.end])
    ):
        return False
    known = near is not None and (near.start, near.type) == (first.end, read.type)
    return read.type == "COMPANY" and (known or (text[first.end].isascii() and text[first.end].isalpha()))


def _is_country(known: Candidate) -> bool:
    return any(kb_id.startswith("country-") for kb_id in known.kb)


def _opens_with_country(text: str, read: Candidate, first: Candidate) -> bool:
    """Whether a person was read with the country before: the EU Delegation to |Kenya |Stephano Dejak."""
    two_words = " " in text[first.end + 1 : read.end] and text[first.end : first.end + 1] == " "
    return (
        read.type == "PERSON"
        and _is_country(first)
        and two_words
        and bool(_TO.search(text, max(0, read.start - 24), read.start))
    )


def _words(text: str, candidate: Candidate) -> str:
    return text[candidate.start : candidate.end]


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.start, candidate.end


def _with_row(text: str, read: Candidate, known: Candidate) -> Candidate:
    types = (read.type, known.type)
    firm = types == ("LOCATION", "COMPANY") and read.score < UNSURE and not has_han(_words(text, read))
    better = firm or types in _KNOWN_BETTER or _is_body(text, read, known)
    type_ = known.type if better else read.type
    return replace(read, type=type_, score=max(read.score, known.score), kb=known.kb)


def _is_body(text: str, read: Candidate, known: Candidate) -> bool:
    """Whether what was read as a company is the name of a body of a state: Export-Import Bank, 证监会."""
    words = _words(text, read)
    sure = has_han(words) or len(words) >= _LONG_BODY or known.score >= SURE
    return sure and (read.type, known.type) == ("COMPANY", "GOVERNMENT")

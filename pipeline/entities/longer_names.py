"""Places that were read alone inside the name of a body or a site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.candidates import Candidate
from pipeline.text.scripts import has_han

#: Beginnings of the ids of places.
_PLACE_ROW = re.compile("(?:city|region|country)-")
#: A name of two characters behind a place may be known, but a word too: 竹科|南茂.
_SHORTEST_FIRM = 3
#: The form of firms without shares, whose names the country before them opens: 塞尔维亚|紫金矿业有限公司. In gold of
#: train no name of that form stands behind its country, and 104 begin with it.
_LIMITED = re.compile("(?<!股份)有限(?:责任|責任)?公司$")
_CAPITALISED = r"(?!(?:The|An?|In|At|On|By|For|And|But|With|From|To|When|While|As|Although|After|Before)\s)[A-Z][\w-]*"
_HEADS = {
    "Commission": "GOVERNMENT",
    "Council": "GOVERNMENT",
    "Authority": "GOVERNMENT",
    "Agency": "GOVERNMENT",
    "Committee": "GOVERNMENT",
    "Court": "GOVERNMENT",
    "Borough": "GOVERNMENT",
    "Society": "ORGANIZATION",
    "Association": "ORGANIZATION",
    "Federation": "ORGANIZATION",
    "Chamber": "ORGANIZATION",
    "Institute": "ORGANIZATION",
    "Institution": "ORGANIZATION",
    "University": "ORGANIZATION",
    "Exchange": "ORGANIZATION",
    "Human Rights Commission": "ORGANIZATION",
    "Consortium": "COMPANY",
}
_HEAD = "|".join(sorted(_HEADS, key=len, reverse=True))
#: Heads that stand before "of" too or alone.
_HEADS_OF = _HEADS | {"Port": "LOCATION", "Bank": "GOVERNMENT"}
_HEAD_OF = "|".join(sorted(_HEADS_OF, key=len, reverse=True))
#: "Kenya| Human Rights Commission": the head of a body behind a place, with nothing capitalised behind it.
_BODY_BEHIND = re.compile(
    rf"(?: {_CAPITALISED}(?: (?:of|and|&|for))?)*? (?P<head>(?:Human Rights )?(?:{_HEAD}))\b(?! [A-Z]| of\b)"
)
#: "Law Society of |Kenya", "London Borough of |Hillingdon", "Port of |Virginia"; a bank is a country's central bank.
_BODY_BEFORE = re.compile(rf"(?<![\w’'-])(?:{_CAPITALISED} )*?(?P<head>{_HEAD_OF}) of (?:the )?$")
_COURT = (
    "(?:市|省|特[区區]|[联聯]邦|地方|最高|上[诉訴]|巡回|巡迴|破[产產]|人民|中[级級]|高[级級]|海事|知识产权|金融){0,4}"
    "(?:法院|中院|高院|[检檢]察院)"
)
_FIELD = (
    "(?:投[资資]|[统統][计計]|[财財]政|外交|[国國]防|能源|[矿礦][业業]|商[务務]|交通|[卫衛]生|教育|[农農][业業]|[环環]境|"
    "[贸貿]易|工[业業]|移民|[税稅][务務]|文[广廣]?旅体?|[发發]展改革|住建|民政|(?P<watch>消[费費]者[权權]益保[护護]))"
)
_SUBJECT = "(?:科技|理工|[师師][范範]|[财財][经經]|交通|[农農][业業]|工[业業]|[医醫]科|外国语|海洋|石油)?"
#: 青岛|市委组织部, 山东|大学, 印尼|总统府, 广州|中院, 摩洛哥|投资部; no titles (国防|部长).
_HAN_BODY_BEHIND = re.compile(
    rf"(?:(?P<party>[市縣县區区]?委(?:[组組][织織]部|宣[传傳]部|[统統][战戰]部))|(?P<school>{_SUBJECT}大[学學](?![生城]))|"
    rf"(?:[总總][统統]府|[内內][阁閣](?!成))|{_COURT}|(?:[国國]家|中央)?{_FIELD}(?:部|局|[厅廳]|委[员員][会會]))(?![长長])"
)
#: What a site is called, behind the name of its place.
_HAN_SITE = re.compile("(?<![厂廠])[厂廠](?![商家房区區长長牌址务務内內])")
_SITE = re.compile(r" (?:mine|field|oilfield|coalfield|block|factory|substation)\b")


def with_longer_names(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with places that open or close a longer name replaced by it.

    A place is left alone where another candidate begins right behind it, unless that is the rest of the longer name
    (大陸|商務部), or reaches over an edge of the longer name; one that is the longer name tells its type.

    >>> with_longer_names("the Law Society of Kenya", [Candidate(19, 24, "LOCATION", "encoder", 0.9)])
    [Candidate(start=4, end=24, type='ORGANIZATION', method='encoder', score=0.9, kb=())]
    """
    candidates = _with_firms(text, candidates)
    types = {(c.start, c.end): c.type for c in candidates}
    others = _Others(text, candidates)
    found = []
    rests = set()
    for candidate in candidates:
        longer = _longer(text, candidate) if candidate.type == "LOCATION" else None
        if longer is None or not others.leave(longer, candidate):
            found.append(candidate)
        else:
            rests.add((candidate.end, longer.end))
            found.append(replace(longer, type=types.get((longer.start, longer.end), longer.type)))
    return [c for c in found if (c.start, c.end) not in rests]


def _with_firms(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with a place that was read as a firm, or before an unknown firm, as the beginning of its name.

    深圳|弘楚电子 is one name (in 5,197 of 5,304 places of gold of train); a country before a firm is a place, but
    for `opens_with_country`.
    """
    places = {c.end: c for c in candidates if _is_han_place(text, c)}
    firms = {
        c.start: c for c in candidates if c.type == "COMPANY" and has_han(text[c.start]) and has_han(text[c.end - 1])
    }
    joined: dict[Candidate, Candidate | None] = {}
    for end, place in places.items():
        firm = firms.get(end)
        if firm is None or place.start in places:
            continue
        limited = opens_with_country(text[firm.start : firm.end])
        if _is_country(place) and not limited:
            joined[place] = replace(place, type="LOCATION")
        elif _is_country(place) or place.type == "COMPANY" or (not firm.kb and firm.end - firm.start >= _SHORTEST_FIRM):
            joined |= {place: None, firm: replace(firm, start=place.start, kb=())}
    return [made for c in candidates if (made := joined.get(c, c)) is not None]


def opens_with_country(firm: str) -> bool:
    """Whether the country right before such a name is part of it: that of a firm with limited liability."""
    return _LIMITED.search(firm) is not None


def _is_han_place(text: str, candidate: Candidate) -> bool:
    """Whether a name that only places have was read as one or as a firm."""
    named = candidate.kb and has_han(text[candidate.start : candidate.end])
    return bool(named) and candidate.type in ("LOCATION", "COMPANY") and all(map(_PLACE_ROW.match, candidate.kb))


def _longer(text: str, place: Candidate) -> Candidate | None:
    made = _body(text, place) or _site(text, place)
    method = "encoder" if place.method == "encoder" else "gazetteer_longer"
    return None if made is None else replace(place, start=made[0], end=made[1], type=made[2], method=method, kb=())


def _body(text: str, place: Candidate) -> tuple[int, int, str] | None:
    if has_han(text[place.start : place.end]):
        body = _HAN_BODY_BEHIND.match(text, place.end)
        if body is None:
            return None
        return place.start, body.end(), "ORGANIZATION" if any(body.groupdict().values()) else "GOVERNMENT"
    if behind := _BODY_BEHIND.match(text, place.end):
        return place.start, behind.end(), _HEADS[behind["head"]]
    line = text.rfind("\n", 0, place.start) + 1
    before = _BODY_BEFORE.search(text, max(line, place.start - 60), place.start)
    if before is None or (before["head"] == "Bank" and not _is_country(place)):
        return None
    return before.start(), place.end, _HEADS_OF[before["head"]]


def _is_country(place: Candidate) -> bool:
    return any(kb_id.startswith("country-") for kb_id in place.kb)


def _site(text: str, place: Candidate) -> tuple[int, int, str] | None:
    """A site at a place; "the Thai factory" (泰国厂) of a country is no name."""
    if _is_country(place):
        return None
    pattern = _HAN_SITE if has_han(text[place.start : place.end]) else _SITE
    site = pattern.match(text, place.end)
    return (place.start, site.end(), "LOCATION") if site else None


class _Others:
    """Where candidates begin, and where one goes on."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self._starts = {c.start for c in candidates}
        self._read = {(c.start, c.end, c.type) for c in candidates}
        self._inside = bytearray(len(text) + 1)
        for c in candidates:
            self._inside[c.start + 1 : c.end] = b"\1" * (c.end - c.start - 1)

    def leave(self, longer: Candidate, place: Candidate) -> bool:
        """Whether none begins behind the place, but the rest of the longer name, or reaches over an edge of that."""
        rest = (place.end, longer.end, longer.type)
        followed = place.end < longer.end and place.end in self._starts and rest not in self._read
        return not (followed or self._inside[longer.start] or self._inside[longer.end])

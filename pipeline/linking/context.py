"""What an article offers besides a name to tell which row is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from pipeline.document import Mention, text_of
from pipeline.kb.knowledge_base import Entry, KnowledgeBase
from pipeline.kb.normalise import key
from pipeline.kb.sectors import sectors_of
from pipeline.linking.shared_bodies import has_every_country, have_several_countries
from pipeline.text import demonyms
from pipeline.text.scripts import LATIN, has_han, is_traditional, language

#: Countries at home in a Chinese text that names none, by its script.
_HOME = {False: frozenset({"CN"}), True: frozenset({"TW", "HK"})}
_WORD = re.compile(f"[{LATIN}]+")
#: Money that news of any country counts in.
_EVERYWHERE = frozenset({"USD", "EUR"})


@dataclass(frozen=True)
class Context:
    """Evidence of a whole article.

    Attributes:
        listings: its tickers as MIC:code.
        countries: how often it names each country, a place in it or its adjective.
        by_bodies: of these, how often by a body under a name that bodies of several countries have.
        sectors: how many words of each sector it has.
        home: countries that a text in this language and script speaks of without naming them.
        related: rows that its names stand for, where only one may be meant.
        in_office: bodies and companies in which a person of `related` has a post now.
        money: countries whose money it counts in.
        words: its Latin words in lower case, without the s of a plural.
        companies: those of `related` that are companies, with their countries.
        beside: countries of the places and adjectives of countries that stand right at the name that is asked for.
        text: its comparison key.
    """

    listings: frozenset[str] = frozenset()
    countries: Counter[str] = field(default_factory=Counter)
    by_bodies: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    home: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()
    in_office: frozenset[str] = frozenset()
    money: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    companies: dict[str, str] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    text: str = ""

    def peers(self, kb_id: str) -> Counter[str]:
        """How many companies other than a row the article has of each country."""
        return Counter(country for row, country in self.companies.items() if row != kb_id)

    def speaks_of(self, country: str) -> bool:
        """Whether the article names a country, or is at home there."""
        return self.countries[country] > 0 or country in self.home


#: Between a place and the firm of that place: 达拉斯的 Match, 以色列ICL, Richmond's Universal, Espoo-based Orion.
_PLACE_BEFORE = re.compile(r"(?:['’]s|的|-based)?[^\S\n]*")
#: Between a firm and its place: Apollo, the Gurugram company; Orion (Espoo); Crown, based in Tampa; Migros of Istanbul.
_PLACE_BEHIND = re.compile(
    r"[^\S\n]of[^\S\n]"
    r"|[^\S\n]*[,(（，][^\S\n]*(?:the|an?|(?:which is )?(?:based|headquartered) in|总部位于|總部位於)?[^\S\n]*"
)
#: Between a city and the region or country that it is in: London, Ontario; 阿拉巴马州|伯明翰.
_WITHIN_BEHIND, _WITHIN_BEFORE = re.compile(r",[^\S\n]"), re.compile("")
#: Behind the last place of a list, which the places before it are not in: "Paris, Berlin and Texas".
_LIST_GOES_ON = re.compile(r",?\s(?:and|or|&)\s|,\s(?:[A-Z][\w.-]+\s?){1,3}(?:,|\s(?:and|or)\s)")
#: Words in lower case between the adjective of a country and a name: the Japanese trading house |Itochu.
_ADJECTIVE_BEFORE = re.compile(r"(?P<adjective>\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?) (?:[a-z-]+ ){1,4}$")
_ADJECTIVE_BEHIND = re.compile(r",? (?:\(?the|an?) (?P<adjective>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?) [a-z]")
#: Countries and regions, by the beginnings of their ids.
_WIDER = ("country-", "region-")
#: Behind a place whose own something follows: "the purchase by Orion of Finland's Kesko".
_OWNER = re.compile(r"['’]s\b|-based\b|n\b")


def beside(doc: Doc, mentions: Sequence[int], base: KnowledgeBase) -> frozenset[str]:
    """Countries of the places that stand right before or behind one of some mentions.

    Args:
        mentions: indexes in `doc._.mentions`.
    """
    found: set[str] = set()
    for index in mentions:
        for place, first, second, gap in (
            (index - 1, index - 1, index, _PLACE_BEFORE),
            (index + 1, index, index + 1, _PLACE_BEHIND),
        ):
            if 0 <= place < len(doc._.mentions) and doc._.mentions[place]["type"] == "LOCATION":
                between = text_of(doc)[doc._.mentions[first]["end"] : doc._.mentions[second]["start"]]
                rows = [base.entries[row] for row in doc._.mentions[place]["kb"] if row in base.entries]
                owner = between.strip() == "of" and _OWNER.match(text_of(doc), doc._.mentions[place]["end"])
                if gap.fullmatch(between) and rows and rows[0].country and not owner:
                    found.add(rows[0].country)
        mention = doc._.mentions[index]
        found.update(_adjectives(text_of(doc), mention["start"], mention["end"]))
    return frozenset(found)


def _adjectives(text: str, start: int, end: int) -> Iterator[str]:
    """Countries whose adjectives stand right at a name: the Israeli retailer Fox; Puma, the German maker."""
    for adjective in (_ADJECTIVE_BEFORE.search(text[max(0, start - 60) : start]), _ADJECTIVE_BEHIND.match(text, end)):
        if adjective is not None:
            yield from demonyms.countries(adjective["adjective"])


def within(doc: Doc, mentions: Sequence[int], base: KnowledgeBase) -> frozenset[str]:
    """Countries of the regions and countries that a place is said to be in, right behind it or in Chinese before it.

    Args:
        mentions: indexes in `doc._.mentions`.
    """
    text, known = text_of(doc), doc._.mentions
    found: set[str] = set()
    for index in mentions:
        own = known[index]
        for place, pattern in ((index + 1, _WITHIN_BEHIND), (index - 1, _WITHIN_BEFORE)):
            if not 0 <= place < len(known) or known[place]["type"] != "LOCATION":
                continue
            first, second = sorted((own, known[place]), key=lambda m: m["start"])
            rows = [base.entries[row] for row in known[place]["kb"] if row in base.entries]
            wider = [row for row in rows if row.kb_id.startswith(_WIDER)]
            readable = place > index or has_han(own["text"])
            if not (readable and wider and pattern.fullmatch(text, first["end"], second["start"])):
                continue
            goes_on = _LIST_GOES_ON.match(text, second["end"])
            if goes_on is None or (wider[0].kb_id.startswith("region-") and goes_on[0].startswith(",")):
                found.update(row.country for row in wider if row.country)
    return frozenset(found)


def _country_of(currency: str) -> str | None:
    """The country whose money a text counts in: the first letters of the code, but of what many countries use."""
    return None if currency in _EVERYWHERE or currency.startswith("X") else currency[:2]


def _tells_country(mention: Mention, entries: list[Entry]) -> bool:
    """Whether a mention is a place of one country, or the one body of that name: 港府, but not 财政部, nor Georgia."""
    if entries[0].type == "LOCATION":
        return len({entry.country for entry in entries if entry.type == "LOCATION"}) == 1
    return entries[0].type == "GOVERNMENT" and len(entries) == 1 and not has_every_country(key(mention["text"]))


def words_of(text: str) -> frozenset[str]:
    """Latin words of a text in lower case, without the s of a plural.

    >>> sorted(words_of("Truck-tyre prices of 2026"))
    ['of', 'price', 'truck', 'tyre']
    """
    return frozenset(word.lower().removesuffix("s") for word in _WORD.findall(text))


def context_of(doc: Doc, base: KnowledgeBase) -> Context:
    """The evidence of a Doc's mentions, tickers and words."""
    countries: Counter[str] = Counter()
    by_bodies: Counter[str] = Counter()
    sure: set[str] = set()
    bodies = [m for m in doc._.mentions if m["type"] == "GOVERNMENT" and have_several_countries(key(m["text"]))]
    shared = {kb_id for mention in bodies for kb_id in mention["kb"]}
    for mention in doc._.mentions:
        entries = [base.entries[kb_id] for kb_id in mention["kb"] if kb_id in base.entries]
        if len(entries) == 1:
            sure.add(entries[0].kb_id)
        if entries and entries[0].country and _tells_country(mention, entries):
            countries[entries[0].country] += 1
            by_bodies[entries[0].country] += entries[0].kb_id in shared
    text = text_of(doc)
    countries.update(demonyms.spoken_of(text))
    firms = (base.entries[row] for row in sorted(sure) if base.entries[row].type == "COMPANY")
    return Context(
        listings=frozenset(x for t in doc._.tickers for x in t["listings"]),
        countries=countries,
        by_bodies=by_bodies,
        sectors=sectors_of(text),
        home=_HOME[is_traditional(text)] if language(text) == "zh" else frozenset(),
        related=frozenset(sure),
        in_office=frozenset(p.organization for row in sure for p in base.positions[row] if p.until is None),
        companies={firm.kb_id: firm.country for firm in firms if firm.country},
        words=words_of(text),
        text=key(text),
        money=frozenset(c for a in doc._.amounts if (c := _country_of(a["currency"])) is not None),
    )

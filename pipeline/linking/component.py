"""The spaCy component that links entities to the knowledge base.

What `resolution` says of a company: `resolved` (one row, or a code in the text that no row has), `unlisted` (one row,
without shares of its own), `ambiguous` (several rows, in `candidates`; also where the code right behind the name is not
the named company's: the name's row and the code's issuer are then the candidates, and no listing is given),
`unresolved` (no row).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Entity, Listing, Name, Ticker, text_of
from pipeline.kb.knowledge_base import Entry, KnowledgeBase, load
from pipeline.kb.legal_forms import is_formal
from pipeline.kb.markets import RISK_WARNING
from pipeline.kb.normalise import key
from pipeline.kb.two_firms import part_of_another
from pipeline.linking.context import Context, beside, context_of, within
from pipeline.linking.current_names import prefer_current
from pipeline.linking.disambiguate import choose, countries_of, is_alone, is_another, is_supported
from pipeline.linking.listings import own_listings, related_listings, ticker_listing
from pipeline.linking.same_row import unite
from pipeline.linking.shared_bodies import have_several_countries
from pipeline.linking.tickers import agreement, behind_names, has_code, issuers
from pipeline.ontology import BODIES
from pipeline.text.scripts import HAN, has_han

#: Ends of the names of whole groups, which their listed arms do not have.
_GROUP = ("集团", "集团公司", " group")
#: Words that companies of all kinds have in their names.
_COMMON = frozenset(
    "the of and co company corp corporation inc ltd limited plc ag se nv sa spa pte pty group holding holdings "
    "international industries".split()
)
#: What Chinese legal names end in, those of listed companies first.
_LEGAL_FORMS = ("股份有限公司", "集团股份有限公司", "有限公司")
#: A Han name with a form behind it that says nothing of a group or an arm.
_FORM_BEHIND = re.compile(f"(?P<name>.*[{HAN}])(?:公司|股份)")
#: How sure a company must be that only its name tells: "Meta, once worth $1 trillion", not "Shell companies".
_SURE = 0.6
#: Types of rows that an ordinary word may name where the article speaks of their country.
_AT_HOME = ("COMPANY", "GOVERNMENT")
#: So many letters stand for many things in one country.
_FEW_LETTERS = 3
#: Words of a place before the name of a body, at most.
_LONGEST_PLACE = 3
#: The short name of a share under a risk warning.
_WARNED = re.compile(f"{RISK_WARNING}(?P<name>[{HAN}]{{2,3}})")
#: Between a person and the body that the person is of: "Peter Lee of Citi", "Ann Lark, an analyst at Marlin".
_OF_BODY = re.compile(r"(?:, [a-z -]{2,40})? (?:of|at|from|with) (?:the )?")


def _is_of_a_body(doc: Doc, person: Entity) -> bool:
    """Whether the text says right behind a Latin name of a person of which body the person is."""
    text, mentions = text_of(doc), doc._.mentions
    following = [(mentions[i], mentions[i + 1]) for i in person["mentions"] if i + 1 < len(mentions)]
    return any(b["type"] in BODIES and _OF_BODY.fullmatch(text, p["end"], b["start"]) for p, b in following)


def _is_abbreviation(name: str) -> bool:
    return name.isupper() and len(name) <= 6 and name.isascii()


def _written_out(surfaces: Iterable[str]) -> set[str]:
    """Words of the names that do not themselves hold an abbreviation of the company: none of TSMC and TSMC Arizona."""
    short = {key(s) for s in surfaces if _is_abbreviation(s)}
    return {w for s in surfaces for words in [_words(s)] if short and not words & short for w in words}


def _words(name: str) -> set[str]:
    """Words of a Latin name of several words that tell it from others."""
    words = key(name).replace(",", " ").replace(".", " ").split()
    return set(words) - _COMMON if len(words) > 1 and not has_han(name) else set()


@Language.factory(
    "linker",
    assigns=["doc._.entities"],
    requires=["doc._.entities", "doc._.mentions", "doc._.tickers", "doc._.amounts"],
)
class Linker:
    """Writes kb_id, resolution, country, status, listings and the knowledge base's names of each entity."""

    def __init__(self, nlp: Language, name: str, base: KnowledgeBase | None = None) -> None:
        self.name = name
        self._base = base or load()

    def __call__(self, doc: Doc) -> Doc:
        context = context_of(doc, self._base)
        tickers = behind_names(doc)
        parts = part_of_another(text_of(doc), doc._.mentions, self._base)
        for entity in doc._.entities:
            close = tickers.get(entity["entity_id"], [])
            if parts.isdisjoint(entity["mentions"]):
                self._link(doc, entity, context, close)
            else:
                self._by_ticker(entity, [ticker for ticker, _ in close])
        unite(doc)
        return doc

    def _link(self, doc: Doc, entity: Entity, context: Context, tickers: list[tuple[Ticker, bool]]) -> None:
        surfaces = [name["value"] for name in entity["names"]]
        close = [ticker for ticker, right_behind in tickers if right_behind]
        rows = self._rows(doc, entity, surfaces, close, context)
        if len(rows) > 1 or (rows and entity["type"] == "GOVERNMENT"):
            context = replace(context, beside=beside(doc, entity["mentions"], self._base))
        if entity["type"] == "LOCATION" and rows and (told := within(doc, entity["mentions"], self._base)):
            rows = [row for row in rows if not row.startswith("city-") or self._base.entries[row].country in told]
        if entity["type"] == "PERSON" and _is_of_a_body(doc, entity):
            rows = [row for row in rows if not is_another(self._base, row, context)]
        kb_id, candidates = choose(self._base, rows, surfaces, entity["type"], context)
        usable = [ticker for ticker, _ in tickers]
        if kb_id is not None and entity["type"] == "COMPANY":
            doubt = self._doubt(kb_id, entity["name"], surfaces, close)
            if doubt == "conflict":
                usable = []
                candidates = list(dict.fromkeys([kb_id, *issuers(self._base, close)]))
            elif doubt == "arm":
                candidates = [kb_id]
            kb_id = None if doubt else kb_id
        entity["kb_id"], entity["candidates"] = kb_id, candidates
        if kb_id is not None:
            self._describe(entity, kb_id)
        elif entity["type"] == "COMPANY":
            self._by_ticker(entity, usable)

    def _rows(self, doc: Doc, entity: Entity, surfaces: list[str], close: list[Ticker], context: Context) -> list[str]:
        """Rows that an entity may be: what its names propose, else what its code or the article around does."""
        type_ = entity["type"]
        rows = self._proposed(doc, entity, surfaces, close)
        rows = [row for row in rows if self._has_line(row, close)] or rows
        place = type_ == "COMPANY" and bool(rows) and not any(self._base.entries[row].type in BODIES for row in rows)
        rows = [] if place else rows
        rows = [row for row in rows if type_ not in BODIES or self._may_be(row, surfaces)] or issuers(self._base, close)
        if type_ == "GOVERNMENT":
            rows += self._of_countries(surfaces, context)
            rows = rows or self._of_unions(surfaces, context)
        if not rows and type_ in _AT_HOME:
            found = self._at_home(surfaces, type_, context)
            rows = [row for row in found if self._may_be(row, surfaces)]
            if place:  # 瓦城 is Mandalay too: the article must tell of the firm's business
                rows = [row for row in rows if is_supported(self._base, self._base.entries[row], context)]
        if not rows and type_ == "COMPANY" and not place and (entity["confidence"] or 0.0) >= _SURE:
            rows = self._alone_of_its_name(surfaces)
        if not rows and type_ == "COMPANY":
            rows = self._by_legal_name(surfaces) or self._without_form(surfaces) or self._under_warning(surfaces)
        return rows

    def _has_line(self, kb_id: str, close: list[Ticker]) -> bool:
        """Whether a code right behind an entity's name is one of a row: 統一（1216） beside 統一超（2912）."""
        own = {line.listing for line in self._base.listings[kb_id]}
        return any(own.intersection(ticker["listings"]) or has_code(self._base, kb_id, ticker) for ticker in close)

    def _doubt(self, kb_id: str, name: str, surfaces: list[str], close: list[Ticker]) -> str | None:
        """Why the one row that a name leads to is not taken: its code says otherwise, or it is only an arm."""
        found = {agreement(self._base, kb_id, ticker, surfaces) for ticker in close}
        if "conflict" in found or "namesake" in found:
            return "conflict" if "conflict" in found else "namesake"
        return "arm" if not close and self._is_only_an_arm(kb_id, name) else None

    def _proposed(self, doc: Doc, entity: Entity, surfaces: Iterable[str], close: list[Ticker]) -> list[str]:
        """Rows that the entity's mentions may be, and those that carry its names.

        A name that the gazetteer found and knows to be of no row, or that is an ordinary word too, proposes nothing by
        itself, but with the row's code behind it.
        """
        mentions = [doc._.mentions[i] for i in entity["mentions"]]
        rows = [kb_id for mention in mentions for kb_id in mention["kb"]]
        barred = {key(m["text"]) for m in mentions if m["method"].startswith("gazetteer") and not m["kb"]}
        for surface in surfaces:
            if key(surface) not in barred:
                rows += [n.kb_id for n in self._base.by_name(surface) if not n.context]
            coded = [n for n in self._base.by_name(surface) if any(has_code(self._base, n.kb_id, t) for t in close)]
            rows += [n.kb_id for n in coded]
        return list(dict.fromkeys(rows))

    def _of_countries(self, surfaces: Iterable[str], context: Context) -> list[str]:
        """Bodies of the countries that the article speaks of, by the Chinese name that several have: 美国 + 商务部."""
        found: list[str] = []
        for surface in surfaces:
            if has_han(surface) and have_several_countries(key(surface)):
                countries = [n.value for c in context.countries for n in self._base.names[f"country-{c.lower()}"]]
                whole = [surface, *(f"{country}{surface}" for country in countries if has_han(country))]
                found += [n.kb_id for name in whole for n in self._base.by_name(name)]
        rows = [self._base.entries[kb_id] for kb_id in dict.fromkeys(found)]
        return [e.kb_id for e in rows if e.type == "GOVERNMENT" and e.country and context.speaks_of(e.country)]

    def _of_unions(self, surfaces: Iterable[str], context: Context) -> list[str]:
        """Bodies of a union that the article names, by the last word of their name: the Commission, beside the EU."""
        heads = {key(surface) for surface in surfaces if " " not in surface}
        unions = [row for row in context.related if self._base.entries[row].type == "ORGANIZATION"]
        bodies = [self._base.entries[row] for union in sorted(unions) for row, _ in self._base.children[union]]
        return [e.kb_id for e in bodies if e.name_en and key(e.name_en).split()[-1] in heads]

    def _at_home(self, surfaces: Iterable[str], kind: str, context: Context) -> list[str]:
        """Rows of a type whose name is an ordinary word too, where the article tells of their country, by name or by
        money, or of their business.

        Two or three letters are left out, which may stand for anything there too.
        """
        words = [
            s
            for s in surfaces
            if not (_is_abbreviation(s) and len(s) <= _FEW_LETTERS) and not self._is_cut(s, surfaces)
        ]
        rows = [n.kb_id for surface in words for n in self._base.by_name(surface) if n.context]
        entries = [self._base.entries[kb_id] for kb_id in dict.fromkeys(rows)]
        return [
            e.kb_id
            for e in entries
            if e.type == kind
            and (
                any(context.speaks_of(code) or code in context.money for code in countries_of(self._base, e))
                or is_supported(self._base, e, context)
            )
        ]

    def _alone_of_its_name(self, surfaces: Sequence[str]) -> list[str]:
        """The well-known firm that alone goes by the one Latin name that an article has for a company."""
        names = self._base.by_name(surfaces[0]) if len(surfaces) == 1 and not has_han(surfaces[0]) else []
        return [name.kb_id for name in names if is_alone(self._base, name)]

    def _is_cut(self, name: str, surfaces: Iterable[str]) -> bool:
        """Whether a name is the first word of another one, written out, which no row carries: Kestrel Health Inc."""
        longer = (key(s) for s in surfaces if key(s).startswith(f"{key(name)} "))
        return any(is_formal(form) and not self._base.by_name(form) for form in longer)

    def _by_legal_name(self, surfaces: Iterable[str]) -> list[str]:
        """Companies whose legal name is one of the names and its form: 浙江鼎力机械 + 股份有限公司."""
        known = (self._base.by_name(f"{s}{form}") for s in surfaces if has_han(s) for form in _LEGAL_FORMS)
        return [n.kb_id for n in next(filter(None, known), ()) if self._base.entries[n.kb_id].type == "COMPANY"]

    def _without_form(self, surfaces: Iterable[str]) -> list[str]:
        """Companies of which a name is known without the form behind it that no row has: 海康威视 + 公司.

        So in 7 of 7 such entities of train; names that are ordinary words too are other firms' (9 of 13).
        """
        forms = (form for form in map(_FORM_BEHIND.fullmatch, surfaces) if form is not None)
        known = (n for form in forms for n in self._base.by_name(form["name"]) if not n.context)
        return list(dict.fromkeys(n.kb_id for n in known if self._base.entries[n.kb_id].type == "COMPANY"))

    def _under_warning(self, surfaces: Iterable[str]) -> list[str]:
        """The one company of mainland China whose name begins as that of a share under a risk warning goes on.

        There is room for two or three characters: *ST华微 is 华微电子.
        """
        short = [warned["name"] for surface in surfaces if (warned := _WARNED.fullmatch(surface))]
        names = (n for name in short for n in self._base.by_beginning(key(name)))
        found = dict.fromkeys(n.kb_id for n in names if "CN" in self._base.listing_countries(n.kb_id))
        return list(found) if len(found) == 1 else []

    def _may_be(self, kb_id: str, surfaces: Iterable[str]) -> bool:
        """Whether a row has more in common with a body's names than an abbreviation, once they are written out, and no
        name begins with a place in another country.
        """
        if any(self._is_of_another_country(self._base.entries[kb_id], surface) for surface in surfaces):
            return False
        written_out = _written_out(surfaces)
        if not written_out:
            return True
        known = [n.value for n in self._base.names[kb_id]]
        shared = {key(n) for n in known} & {key(s) for s in surfaces if not _is_abbreviation(s)}
        return bool(shared) or any(2 * len(_words(n) & written_out) > len(_words(n)) for n in known)

    def _is_of_another_country(self, entry: Entry, name: str) -> bool:
        """Whether the name of a public body begins with a place that is not of the row's country: Abu Dhabi's."""
        if entry.type != "GOVERNMENT" or not entry.country or self._base.by_name(name):
            return False
        words = name.split()
        for size in range(min(_LONGEST_PLACE, len(words) - 1), 0, -1):
            rows = [self._base.entries[n.kb_id] for n in self._base.by_name(" ".join(words[:size]))]
            if places := [row for row in rows if row.type == "LOCATION" and row.country]:
                return all(place.country != entry.country for place in places)
        return False

    def _is_only_an_arm(self, kb_id: str, name: str) -> bool:
        """Whether an entity is called a group and the row is a listed company that is not."""
        form = key(name)
        names = {key(known.value) for known in self._base.names[kb_id]}
        return form.endswith(_GROUP) and form not in names and not any(n.endswith(_GROUP) for n in names)

    def _describe(self, entity: Entity, kb_id: str) -> None:
        entry = self._base.entries[kb_id]
        prefer_current(self._base, entity, kb_id)
        entity["country"] = entry.country
        if entry.type == "COMPANY" and entity["type"] == "COMPANY":
            entity["status"] = entry.status or "unknown"
            entity["listings"] = own_listings(self._base, kb_id) or related_listings(self._base, kb_id)
            entity["resolution"] = "unlisted" if entry.status in ("unlisted", "delisted") else "resolved"
        present = {name["value"].lower() for name in entity["names"]}
        for known in self._base.names[kb_id]:
            if known.kind == "primary" and known.value.lower() not in present:
                entity["names"].append(
                    Name(value=known.value, language=known.language, kind="primary", origin="knowledge_base")
                )

    def _by_ticker(self, entity: Entity, tickers: list[Ticker]) -> None:
        """A company that no table knows, with its code behind its name in the text."""
        lines: dict[str, Listing] = {}
        for ticker in tickers:
            line = ticker_listing(ticker)
            if line is not None:
                lines.setdefault(line["listing"], line)
        entity["listings"] = list(lines.values())
        entity["status"] = "listed" if lines else "unknown"
        entity["resolution"] = "resolved" if lines else ("ambiguous" if entity["candidates"] else "unresolved")

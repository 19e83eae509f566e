"""The spaCy component that links entities to the knowledge base."""

from __future__ import annotations

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Entity, Listing, Name, Ticker, text_of
from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.linking.disambiguate import Context, choose
from pipeline.linking.listings import own_listings, related_listings, ticker_listing

#: A ticker belongs to a name that ends at most this many characters before it: bracket, exchange, a gloss.
_TICKER_REACH = 40


@Language.factory("linker", assigns=["doc._.entities"], requires=["doc._.entities", "doc._.mentions", "doc._.tickers"])
class Linker:
    """Writes kb_id, resolution, country, status, listings and the knowledge base's names of each entity."""

    def __init__(self, nlp: Language, name: str, base: KnowledgeBase | None = None) -> None:
        self.name = name
        self._base = base or load()

    def __call__(self, doc: Doc) -> Doc:
        context = self._context(doc)
        tickers = _tickers_by_entity(doc)
        for entity in doc._.entities:
            self._link(doc, entity, context, tickers.get(entity["entity_id"], []))
        return doc

    def _context(self, doc: Doc) -> Context:
        countries: Counter[str] = Counter()
        for mention in doc._.mentions:
            for kb_id in mention["kb"][:1]:
                entry = self._base.entries.get(kb_id)
                if entry is not None and entry.type == "LOCATION" and entry.country:
                    countries[entry.country] += 1
        return Context(frozenset(x for t in doc._.tickers for x in t["listings"]), countries)

    def _link(self, doc: Doc, entity: Entity, context: Context, tickers: list[Ticker]) -> None:
        proposed = [kb_id for i in entity["mentions"] for kb_id in doc._.mentions[i]["kb"]]
        surfaces = [name["value"] for name in entity["names"]]
        proposed += [n.kb_id for s in surfaces for n in self._base.by_name(s)]
        by_ticker = [k for t in tickers for x in t["listings"] if (k := self._base.by_listing(x))]
        kb_id, candidates = choose(self._base, [*proposed, *by_ticker], surfaces, entity["type"], context)
        entity["kb_id"], entity["candidates"] = kb_id, candidates
        if kb_id is not None:
            self._describe(entity, kb_id)
        elif entity["type"] == "COMPANY":
            self._by_ticker(entity, tickers)

    def _describe(self, entity: Entity, kb_id: str) -> None:
        entry = self._base.entries[kb_id]
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


def _tickers_by_entity(doc: Doc) -> dict[str, list[Ticker]]:
    """Tickers by the entity whose name stands right before each, with nothing but brackets and glosses between."""
    found: dict[str, list[Ticker]] = {}
    for ticker in doc._.tickers:
        before = [
            m for m in doc._.mentions if m["end"] <= ticker["start"] and ticker["start"] - m["end"] <= _TICKER_REACH
        ]
        companies = [m for m in before if m["type"] == "COMPANY" and m["entity"]]
        if companies and "。" not in text_of(doc)[companies[-1]["end"] : ticker["start"]]:
            found.setdefault(companies[-1]["entity"], []).append(ticker)
    return found

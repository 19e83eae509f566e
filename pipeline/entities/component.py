"""The spaCy component that writes mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Mention, TaggedSpan, Ticker, text_of
from pipeline.encoder.labels import ENTITIES
from pipeline.entities.bracketed_names import with_brackets
from pipeline.entities.candidates import Candidate
from pipeline.entities.codes_in_brackets import codes_in_brackets
from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.glued_words import without_glued_words
from pipeline.entities.longer_names import with_longer_names
from pipeline.entities.measures import measures, mended
from pipeline.entities.no_names import is_no_name
from pipeline.entities.numbered_documents import numbered_documents, titled_documents, years_in_names
from pipeline.entities.personal_names import with_people
from pipeline.entities.place_chains import single_places
from pipeline.entities.resolve import resolve, trimmed
from pipeline.entities.segment_tables import is_segment, segments
from pipeline.entities.settle import settle
from pipeline.entities.towns import with_towns
from pipeline.entities.two_scripts import glued_names, halves, known_bodies
from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.ontology import BODIES


@Language.factory(
    "mention_finder",
    assigns=["doc._.mentions", "doc.ents", "doc._.tickers", "doc._.dates"],
    requires=["doc._.tagged", "doc._.titles", "doc._.amounts", "doc._.dates", "doc._.tickers"],
)
class MentionFinder:
    """Names of the seven entity types, from the encoder and the knowledge base.

    Writes `doc._.mentions` and, for spaCy's tools, `doc.ents`; adds codes in brackets behind companies to
    `doc._.tickers`, and takes years that are part of a policy's name out of `doc._.dates`.
    """

    def __init__(self, nlp: Language, name: str, base: KnowledgeBase | None = None) -> None:
        self.name = name
        self._base = base or load()
        self._gazetteer = Gazetteer(self._base)

    def __call__(self, doc: Doc) -> Doc:
        doc._.mentions, codes = self._read(doc)
        doc._.tickers = sorted([*doc._.tickers, *codes], key=lambda ticker: ticker["start"])
        policies = ((m["start"], m["end"]) for m in doc._.mentions if m["type"] == "POLICY")
        named = years_in_names(doc._.dates, policies)
        doc._.dates = [date for date in doc._.dates if (date["start"], date["end"]) not in named]
        doc.ents = _entity_spans(doc)
        return doc

    def predict(self, doc: Doc) -> list[Mention]:
        """Mentions of one Doc, in reading order."""
        return self._read(doc)[0]

    def _read(self, doc: Doc) -> tuple[list[Mention], list[Ticker]]:
        """Mentions of one Doc, and the codes in brackets behind companies."""
        text = text_of(doc)
        listings = frozenset(listing for ticker in doc._.tickers for listing in ticker["listings"])
        tagged = [t for t in doc._.tagged if t["layer"] == ENTITIES]
        proposed = [Candidate(t["start"], t["end"], t["type"], "encoder", t["score"]) for t in tagged]
        whole = [c for p in proposed for name in self._single(text, p) if (c := trimmed(text, name)) is not None]
        codes_at = {ticker["end"]: ticker["start"] for ticker in doc._.tickers}
        whole = [_before_code(text, c, codes_at.get(c.end)) for c in whole]
        names = frozenset(text[c.start : c.end] for c in whole if c.type in BODIES)
        read = [mended(text, without_glued_words(text, candidate, self._base, names)) for candidate in whole]
        rows = self._gazetteer.find(text, listings, read)
        known = [c for row in rows if not _is_in_title(row, doc._.titles) for c in glued_names(text, row, self._base)]
        documents = [*numbered_documents(text), *titled_documents(text)]
        policies = ((c.start, c.end) for c in (*read, *known) if c.type == "POLICY")
        years = years_in_names(doc._.dates, policies)
        covered = bytearray(len(text))
        for start, end in [*((d.start, d.end) for d in documents), *years]:
            covered[start:end] = b"\1" * (end - start)
        values = [
            (v["start"], v["end"])
            for slot in ("amounts", "dates", "tickers", "percentages")
            for v in getattr(doc._, slot)
            if not all(covered[v["start"] : v["end"]])
        ]
        settled = with_longer_names(text, settle(text, read, known))
        seen = {ticker["start"] for ticker in doc._.tickers}
        codes = [c for c in codes_in_brackets(text, settled, self._base) if c["start"] not in seen]
        values += [(code["start"], code["end"]) for code in codes]
        cells = segments(text)
        named = [
            c
            for c in with_towns(text, with_people(text, with_brackets(text, settled)), self._base)
            if not is_no_name(text, c) and not is_segment(c, cells)
        ]
        return resolve(text, [*named, *documents, *measures(text)], values), codes

    def _single(self, text: str, proposed: Candidate) -> Iterator[Candidate]:
        """The names that the encoder took for one, each by itself."""
        for half in halves(text, proposed):
            for body in known_bodies(text, half, self._base):
                for name in glued_names(text, body, self._base):
                    yield from single_places(text, name, self._base)


def _before_code(text: str, read: Candidate, code: int | None) -> Candidate:
    """The candidate without the code of a security, from `code` on, that it was read with: Caterpillar |CAT.N."""
    if code is None or code <= read.start:
        return read
    return replace(read, end=read.start + len(text[read.start : code].rstrip()))


def _is_in_title(known: Candidate, titles: Sequence[TaggedSpan]) -> bool:
    """Whether a known name is a word of a title that the encoder reads: the energy of a Minister of Energy.

    Places stand in titles (rule 44), names that begin a title before it. Of those left, none was a mention in dev and
    plain.
    """
    last = bisect_left(titles, known.start, key=lambda title: title["start"]) - 1
    return known.type != "LOCATION" and last >= 0 and known.end <= titles[last]["end"]


def _entity_spans(doc: Doc) -> list[Any]:
    """Mentions as spaCy spans; one that shares a token with the one before is left out of `doc.ents`."""
    spans: list[Any] = []
    for mention in doc._.mentions:
        span = doc.char_span(mention["start"], mention["end"], label=mention["type"], alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    return spans

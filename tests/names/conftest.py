"""Docs built by hand: text, blocks of one line each, mentions by surface."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.document import Block, Mention, PairScore, TaggedSpan, Ticker
from pipeline.encoder.labels import HAS_TITLE, TITLE, TITLE_AT
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names.component import EntityClusters
from pipeline.names.positions import Positions
from pipeline.text.tokenizer import MixedTokenizer

MakeDoc = Callable[..., Doc]


def mention(text: str, start: int, end: int, kind: str) -> Mention:
    return Mention(start=start, end=end, text=text[start:end], type=kind, method="test", score=0.6, kb=[], entity=None)


def read(doc: Doc, posts: dict[str, tuple[str, str | None]]) -> None:
    """Titles of an encoder that is sure of them: whose each is, and at which body."""
    surfaces = {m["text"]: ("mentions", n) for n, m in enumerate(doc._.mentions) if m["entity"]}
    doc._.titles, doc._.pair_scores = [], []
    for number, (title, (holder, body)) in enumerate(posts.items()):
        start = doc.text.index(title)
        span = TaggedSpan(layer="titles", start=start, end=start + len(title), text=title, type=TITLE, score=0.9)
        doc._.titles.append(span)
        own = ("titles", number)
        pairs = [(HAS_TITLE, surfaces[holder], own), *([(TITLE_AT, own, surfaces[body])] if body else [])]
        doc._.pair_scores += [
            PairScore(subject=subject, object=object_, labels={label: 3.0}, modality=[], direction=[])
            for label, subject, object_ in pairs
        ]


@pytest.fixture(scope="session")
def empty_base() -> KnowledgeBase:
    return KnowledgeBase()


@pytest.fixture(scope="session")
def make_doc(empty_base: KnowledgeBase) -> MakeDoc:
    """`make_doc(text, {"Acme Corp": "COMPANY"})`: a clustered Doc, positions read, nothing known but what is given.

    A name is read where it stands first, or `everywhere`.

    `dates` and `codes` are surfaces of dates and tickers, of which the first occurrence counts; `posts` gives titles as
    an encoder reads them, each with its holder and body.
    """
    nlp = spacy.blank("en")
    tokenizer = MixedTokenizer(nlp.vocab)
    clusters = EntityClusters(nlp, "entity_clusters", empty_base, least=0.0)
    positions = Positions(nlp, "positions", empty_base)

    def make(
        text: str,
        known: dict[str, str] | None = None,
        kinds: dict[int, str] | None = None,
        dates: tuple[str, ...] = (),
        codes: tuple[str, ...] = (),
        posts: dict[str, tuple[str, str | None]] | None = None,
        everywhere: bool = False,
    ) -> Doc:
        doc = tokenizer(text)
        doc._.dates = [{"start": text.index(d), "end": text.index(d) + len(d), "text": d} for d in dates]
        doc._.tickers = [Ticker(listings=[], start=text.index(c), end=text.index(c) + len(c), text=c) for c in codes]
        lines = [m.span() for m in re.finditer(r"[^\r\n]+", text)]
        doc._.blocks = [
            Block(start=s, end=e, kind=(kinds or {}).get(n, "paragraph"), heading=None, lead_in=None)  # type: ignore[typeddict-item]
            for n, (s, e) in enumerate(lines)
        ]
        doc._.article = {}
        found: list[Mention] = []
        for surface, kind in (known or {}).items():
            places = [match.start() for match in re.finditer(re.escape(surface), text)]
            assert places, surface
            found += [mention(text, at, at + len(surface), kind) for at in places[: None if everywhere else 1]]
        doc._.mentions = sorted(found, key=lambda m: m["start"])
        doc = clusters(doc)
        read(doc, posts or {})
        return positions(doc)

    return make

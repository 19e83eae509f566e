"""Docs built by hand: text, blocks of one line each, mentions by surface."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.document import Block, Mention, Ticker
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names.component import EntityClusters
from pipeline.names.positions import Positions
from pipeline.text.tokenizer import MixedTokenizer

MakeDoc = Callable[..., Doc]


def mention(text: str, start: int, end: int, kind: str) -> Mention:
    return Mention(start=start, end=end, text=text[start:end], type=kind, method="test", score=0.6, kb=[], entity=None)


@pytest.fixture(scope="session")
def empty_base() -> KnowledgeBase:
    return KnowledgeBase()


@pytest.fixture(scope="session")
def make_doc(empty_base: KnowledgeBase) -> MakeDoc:
    """`make_doc(text, {"Acme Corp": "COMPANY"})`: a clustered Doc, positions read, nothing known but what is given.

    `dates` and `codes` are surfaces of dates and tickers, of which the first occurrence counts.
    """
    nlp = spacy.blank("en")
    tokenizer = MixedTokenizer(nlp.vocab)
    stages = (EntityClusters(nlp, "entity_clusters", empty_base, least=0.0), Positions(nlp, "positions", empty_base))

    def make(
        text: str,
        known: dict[str, str] | None = None,
        kinds: dict[int, str] | None = None,
        dates: tuple[str, ...] = (),
        codes: tuple[str, ...] = (),
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
            at = text.find(surface)
            assert at >= 0, surface
            found.append(mention(text, at, at + len(surface), kind))
        doc._.mentions = sorted(found, key=lambda m: m["start"])
        for stage in stages:
            doc = stage(doc)
        return doc

    return make

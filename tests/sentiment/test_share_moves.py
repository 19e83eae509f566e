"""Which companies' shares an article says moved, and which way."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.flow import build_nlp
from pipeline.sentiment.share_moves import share_moves

STAGES = ["layout", "sentence_splitter"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_nlp()


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Acme shares fell 4% after the ban.", {"acme": "negative"}),
        ("Acme rose 1.2 per cent on the news.", {"acme": "positive"}),
        ("Acme rose 0.3 per cent on the news.", {}),
        ("Acme was up 5%, along with the market.", {}),
        ("Acme makes pumps. Its stock gained 3%.", {"acme": "positive"}),
        ("Acme makes pumps. Boltco does not. Its stock gained 3%.", {}),
        ("消息公布后，Acme股价跌8.1%。", {"acme": "negative"}),
        ("Acme(1234)收市升3.9%。", {"acme": "positive"}),
        ("Acme涨0.3%。", {}),
        ("Acme开盘后一度涨5.1%。", {"acme": "positive"}),
        ("Acme在东京跌4.1%。", {"acme": "negative"}),
        ("Acme, the sole maker of pumps, jumped 4%.", {"acme": "positive"}),
        ("Acme was last up 4.4%.", {"acme": "positive"}),
        ("Acme fell 6%, the most this year.", {"acme": "negative"}),
        ("Net profit at Acme fell 4% after the ban.", {}),
        ("Acme lost 8% of its customers.", {}),
        ("Acme lost 8% of its value.", {"acme": "negative"}),
        ("Acme makes pumps. Asian shares fell 3% after the data.", {}),
        ("Acme再升5%的股权。", {}),
        ("销量方面，Acme升11%。", {}),
        ("OSLO (Acme) - Boltco opened. Its shares fell 4.2%.", {"boltco": "negative"}),
        ("Acme makes pumps.\n\nThe stock sank 7.5%.", {"acme": "negative"}),
    ],
)
def test_shares(nlp: Language, text: str, moved: dict[str, str]) -> None:
    doc = nlp.make_doc(text)
    for stage in STAGES:
        doc = nlp.get_pipe(stage)(doc)
    doc._.mentions = [
        {"start": text.index(name), "end": text.index(name) + len(name), "text": name, "type": "COMPANY",
         "method": "model", "score": 1.0, "kb": [], "entity": name.lower()}
        for name in ("Acme", "Boltco") if name in text
    ]  # fmt: skip
    assert share_moves(doc) == moved

"""Clustering takes time in proportion to the glosses of a text."""

from __future__ import annotations

import time

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.document import Block, Mention
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names.component import EntityClusters
from pipeline.text.tokenizer import MixedTokenizer


def _doc(gloss: str, name: str, times: int) -> Doc:
    text = gloss * times
    doc = MixedTokenizer(spacy.blank("en").vocab)(text)
    doc._.article = {}
    doc._.blocks = [Block(start=0, end=len(text), kind="paragraph", heading=None, lead_in=None)]
    starts = (n * len(gloss) for n in range(times))
    doc._.mentions = [
        Mention(start=s, end=s + len(name), text=name, type="COMPANY", method="test", score=0.6, kb=[], entity=None)
        for s in starts
    ]
    return doc


def _seconds(stage: EntityClusters, doc: Doc) -> float:
    began = time.process_time()
    stage.predict(doc)
    return time.process_time() - began


@pytest.mark.parametrize(("gloss", "name"), [("Bank of Roe (BOR) ", "Bank of Roe"), ("青禾银行（青行）", "青禾银行")])
def test_four_times_the_glosses_take_less_than_ten_times_as_long(
    empty_base: KnowledgeBase, gloss: str, name: str
) -> None:
    stage = EntityClusters(spacy.blank("en"), "entity_clusters", empty_base, least=0.0)
    few, many = _doc(gloss, name, 300), _doc(gloss, name, 1200)
    few_best, many_best = (min(_seconds(stage, doc) for _ in range(3)) for doc in (few, many))
    assert many_best < 10 * few_best  # 4 where linear, 16 where quadratic

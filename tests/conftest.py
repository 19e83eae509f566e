"""Fixtures: the text layer alone (fast), the whole pipeline once a session (slow)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.text.layout
import pipeline.text.sentences  # noqa: F401
from pipeline.text.tokenizer import MixedTokenizer

sys.path.insert(0, str(Path(__file__).parent))

from marked_docs import marked_doc

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "seeds" / "articles"
FOUNDING = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def text_nlp() -> Language:
    """Tokenizer, layout and sentences; no model."""
    nlp = spacy.blank("en")
    nlp.tokenizer = MixedTokenizer(nlp.vocab)
    nlp.add_pipe("layout")
    nlp.add_pipe("sentence_splitter")
    return nlp


@pytest.fixture(scope="session")
def read(text_nlp: Language) -> Callable[..., Doc]:
    """A Doc with article metadata, taken through the text layer."""

    def make(text: str, **article: str | None) -> Doc:
        doc = text_nlp.make_doc(text)
        doc._.article = {"title": None, "author": None, "published_at": None, **article}
        for _, stage in text_nlp.pipeline:
            doc = stage(doc)
        return doc

    return make


@pytest.fixture
def mark(read: Callable[..., Doc]) -> Callable[[str], Doc]:
    """Makes a Doc from a string in which names and amounts are marked."""
    return lambda marked: marked_doc(read, marked)

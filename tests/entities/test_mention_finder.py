"""What the mention finder makes of the knowledge base beside what the encoder reads."""

from __future__ import annotations

import spacy
from spacy.language import Language

from pipeline.document import TaggedSpan
from pipeline.encoder.labels import ENTITIES, TITLE, TITLES
from pipeline.entities.component import MentionFinder


def mentions(nlp: Language, text: str, title: str, read: str | None = None) -> list[str]:
    """Names in a text in which the encoder reads one title, and perhaps one company."""
    doc = nlp(text)
    spans = [(title, TITLES, TITLE), *([(read, ENTITIES, "COMPANY")] if read else [])]
    doc._.tagged = [
        TaggedSpan(layer=layer, type=type_, start=text.index(s), end=text.index(s) + len(s), text=s, score=0.9)
        for s, layer, type_ in spans
    ]
    doc._.titles = doc._.tagged[:1]
    return [m["text"] for m in MentionFinder(nlp, "mention_finder").predict(doc)]


def test_a_known_name_is_no_name_as_a_word_of_a_title() -> None:
    nlp = spacy.blank("en")
    text = "Jane Doe, head of Micron matters, spoke"
    assert mentions(nlp, text, "head") == ["Micron"]
    assert mentions(nlp, text, "head of Micron matters") == []
    assert mentions(nlp, text, "head of Micron matters", "Micron") == ["Micron"]
    assert mentions(nlp, "Micron head Jane Doe spoke", "Micron head") == ["Micron"]

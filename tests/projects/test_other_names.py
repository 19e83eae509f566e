"""What phrases lose for naming other places or companies."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

import pipeline.components  # noqa: F401  (registers the slots)
from pipeline.projects.other_names import OTHER_COMPANY, OTHER_PLACE, penalties


def doc_with(*phrases: tuple[str, dict[str, tuple[str, str]]]) -> Doc:
    """Phrases one behind the other, each with the names in it: type and row."""
    text = "; ".join(phrase for phrase, _ in phrases)
    doc = spacy.blank("xx").make_doc(text)
    doc._.mentions, doc._.entities, doc._.project_mentions = [], [], []
    at = 0
    for phrase, names in phrases:
        doc._.project_mentions.append({"start": at, "end": at + len(phrase), "text": phrase})
        for name, (kind, row) in names.items():
            start = at + phrase.index(name)
            doc._.mentions.append({"start": start, "end": start + len(name), "type": kind, "entity": name})
            doc._.entities.append({"entity_id": name, "kb_id": row})
        at += len(phrase) + 2
    return doc


TARN, ORRIN = {"Tarn": ("LOCATION", "city-tarn")}, {"Orrin": ("LOCATION", "")}


def test_towns_are_apart_but_not_from_the_country_around() -> None:
    assert penalties(doc_with(("plant in Tarn", TARN), ("plant in Orrin", ORRIN))) == {(0, 1): OTHER_PLACE}
    assert penalties(doc_with(("plant in Tarn", TARN), ("the Tarn plant", TARN))) == {}
    country = {"Kenya": ("LOCATION", "country-ke")}
    assert penalties(doc_with(("plant in Tarn", TARN), ("plant in Kenya", country))) == {}


def test_companies_are_apart() -> None:
    acme, bolt = {"Acme": ("COMPANY", "")}, {"Bolt": ("COMPANY", "")}
    found = penalties(doc_with(("Acme's plant", acme), ("plant", {}), ("Bolt's plant", bolt)))
    assert found == {(0, 2): OTHER_COMPANY}


def test_towns_of_two_countries_are_apart_where_the_phrases_name_these_too() -> None:
    one = TARN | {"Kenya": ("LOCATION", "country-ke")}
    other = ORRIN | {"Oman": ("LOCATION", "country-om")}
    region = ORRIN | {"Bengal": ("LOCATION", "region-bengal")}
    assert penalties(doc_with(("Tarn plant, Kenya", one), ("Orrin mill, Oman", other))) == {(0, 1): OTHER_PLACE}
    assert penalties(doc_with(("Tarn plant, Kenya", one), ("Orrin mill, Bengal", region))) == {(0, 1): OTHER_PLACE}

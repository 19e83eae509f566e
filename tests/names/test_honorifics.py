"""Forms of address are no part of a name, and the surname behind one is the person named in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

MakeDoc = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "full", "addressed", "alone"),
    [
        ("Jane Roe spoke. Ms Roe left.", "Jane Roe", "Ms Roe", "Roe"),
        ("Jane Roe spoke. Prof. Dr. Roe left.", "Jane Roe", "Prof. Dr. Roe", "Roe"),
        ("李明发言。随后李明先生离开。", "李明", "李明先生", "李明"),
        ("李明發言。隨後李明女士離開。", "李明", "李明女士", "李明"),
        ("李明發言。隨後李明醫生離開。", "李明", "李明醫生", "李明"),
        ("Jane Roe spoke. Dato' Roe left.", "Jane Roe", "Dato' Roe", "Roe"),
    ],
)
def test_one_person(make_doc: MakeDoc, text: str, full: str, addressed: str, alone: str) -> None:
    doc = make_doc(text, {full: "PERSON", addressed: "PERSON"})
    [person] = doc._.entities
    mentions = [doc._.mentions[i] for i in person["mentions"]]
    assert [m["text"] for m in mentions] == [full, alone]
    assert all(text[m["start"] : m["end"]] == m["text"] for m in mentions)


def test_company_keeps_its_words(make_doc: MakeDoc) -> None:
    doc = make_doc("Dr Pepper rose.", {"Dr Pepper": "COMPANY"})
    assert [m["text"] for m in doc._.mentions] == ["Dr Pepper"]


def test_name_without_its_legal_form_is_the_same_company(make_doc: MakeDoc) -> None:
    doc = make_doc("Marlin Widgets Plc will build. Marlin Widgets said so.", {"Marlin Widgets Plc": "COMPANY"})
    [company] = doc._.entities
    assert [n["value"] for n in company["names"]] == ["Marlin Widgets Plc", "Marlin Widgets"]


def test_a_form_of_address_in_a_bracket_is_no_part_of_the_name(make_doc: MakeDoc) -> None:
    doc = make_doc("Mr Kwan Tarn (關塔恩先生) came.", {"Kwan Tarn": "PERSON", "關塔恩": "PERSON"})
    assert [m["text"] for m in doc._.mentions] == ["Kwan Tarn", "關塔恩"]
    assert len(doc._.entities) == 1


def test_a_family_name_before_a_form_of_address_is_the_person_named_in_full(make_doc: MakeDoc) -> None:
    text = "陸博濤先生出任主席。據悉陸先生五月上任；陸地業務不變，余先生未獲邀。"
    doc = make_doc(text, {"陸博濤": "PERSON"})
    [person] = doc._.entities
    assert [doc._.mentions[i]["text"] for i in person["mentions"]] == ["陸博濤", "陸"]
    assert doc._.mentions[1]["start"] == text.index("陸先生")

from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.latin_names import find
from pipeline.entities.latin_types import organization_type
from pipeline.entities.typing import retype


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Fisheries", "GOVERNMENT"),
        ("University of Tromsø", "ORGANIZATION"),
        ("Fjord Shipping Holdings", "COMPANY"),
        ("Clean Fuels Act", "POLICY"),
        ("Bank of Tromsø", "COMPANY"),
        ("National Energy Commission", "GOVERNMENT"),
    ],
)
def test_types(name: str, kind: str) -> None:
    assert organization_type(name) == kind


def test_forms() -> None:
    text = (
        "The Green Ports Act binds Fjord Line AS, the Ministry of Trade, Industry and Fisheries and Nordlys Kraft ASA."
    )
    found = {(text[c.start : c.end], c.type) for c in find(text)}
    assert ("Green Ports Act", "POLICY") in found
    assert ("Ministry of Trade, Industry and Fisheries", "GOVERNMENT") in found
    assert any(kind == "COMPANY" and "Nordlys Kraft ASA" in name for name, kind in found)


def test_a_post_introduces_a_person() -> None:
    text = "chief executive Aiko Ota said, as did Dr. Jan van Dam and President Group Holdings."
    assert [text[c.start : c.end] for c in find(text) if c.type == "PERSON"] == ["Aiko Ota", "Jan van Dam"]


def test_words_around_settle_the_type() -> None:
    text = "Shares of Valdora fell. Valdora said it would sue."
    candidates = [Candidate(10, 17, "LOCATION", "statistical", 0.6), Candidate(24, 31, "PERSON", "statistical", 0.6)]
    assert {c.type for c in retype(text, candidates, frozenset())} == {"COMPANY"}


def test_technical_abbreviations_are_no_names() -> None:
    assert retype("HBM demand", [Candidate(0, 3, "COMPANY", "statistical", 0.5)], frozenset()) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marlin Widgets (LSE: FWX) grew", "Marlin Widgets"),
        ("Prices fell in Leeds. Marlin Widgets (LSE: FWX) grew", "Marlin Widgets"),
        ("London-listed Marlin & Sons (LSE: FWX) grew", "Marlin & Sons"),
        ("Rival Bank of Marlin [LSE: FWX] grew", "Bank of Marlin"),
        ("Osprey's Marlin (LSE: FWX) grew", "Marlin"),
        ("对手Marlin Widgets（LSE: FWX）增长", "Marlin Widgets"),
        ("the maker of widgets (LSE: FWX) grew", None),
        ("In Its (LSE: FWX) grew", None),
    ],
)
def test_capitals_before_a_ticker(text: str, name: str | None) -> None:
    found = [c for c in find(text, [text.index("LSE")]) if c.method == "latin_before_ticker"]
    assert [(text[c.start : c.end], c.type) for c in found] == ([] if name is None else [(name, "COMPANY")])

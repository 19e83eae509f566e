"""Which companies sentences say gain or lose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.sentiment.stated_gains import stated_gains


@pytest.mark.parametrize(
    ("text", "gains"),
    [
        ("The duties are a boon for Acme.", {"acme": "positive"}),
        ("The duties are no boon for Acme.", {}),
        ("It is a headwind for Acme but a tailwind for carmaker Boltco.", {"acme": "negative", "boltco": "positive"}),
        ("The delay will hurt Acme, Boltco and Delvo.", dict.fromkeys(("acme", "boltco", "delvo"), "negative")),
        ("The delay will not hurt Acme.", {}),
        ("Acme, which makes valves, stands to benefit.", {"acme": "positive"}),
        ("Acme and Boltco would also suffer.", {"acme": "negative", "boltco": "negative"}),
        ("Rivals of Acme would suffer.", {}),
        ("Will Acme benefit?", {}),
        ("Acme could benefit at first. Later it would hurt Acme.", {"acme": "positive"}),
        ("Acme could benefit, but fees would weigh on Boltco.", {"acme": "positive", "boltco": "negative"}),
        ("艾可、博科有望率先受益。", {"艾可": "positive", "博科": "positive"}),
        ("艾可并未受益。", {}),
        ("艾可等厂商毛利率承压。", {"艾可": "negative"}),
        ("对德沃构成压力，拖累博科。", {"德沃": "negative", "博科": "negative"}),
        ("不会对德沃构成压力。", {}),
        ("艾可料受惠，博科則受壓。", {"艾可": "positive", "博科": "negative"}),
    ],
)
def test_stated_gains(named: Callable[[str], Doc], text: str, gains: dict[str, str]) -> None:
    assert stated_gains(named(text)) == gains

"""Scopes of modality cues, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.text.cues import clauses, doc_cues, find_cues, modality, modality_at
from pipeline.text.lexicons import lexicon


def at(text: str, words: str) -> str:
    start = text.index(words)
    return modality_at(find_cues(text, 0, len(text)), start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Orrin bought the mill.", "bought", "asserted"),
        ("Orrin will buy the mill.", "buy", "planned"),
        ("Orrin is set to buy the mill.", "buy", "planned"),
        ("Orrin may agree to buy the mill.", "buy", "possible"),
        ("Orrin said in May it would buy the mill.", "buy", "planned"),
        ("Orrin announced on May 3, 2026 that it would buy the mill.", "buy", "planned"),
        ("Orrin would buy the mill.", "buy", "possible"),
        ("Orrin is weighing a bid for the mill.", "bid", "possible"),
        ("Orrin denied that it would buy the mill.", "buy", "denied"),
        ("Orrin won’t buy the mill.", "buy", "denied"),
        ("Orrin did not rule out buying the mill.", "buying", "possible"),
        ("Orrin not only bought the mill, it ran it.", "bought", "asserted"),
        ("The sale of the mill was called off.", "sale", "denied"),
        ("Orrin may sell shares, but Tarn built the mill.", "built", "asserted"),
        ("Orrin holds a 40% interest in Tarn.", "Tarn", "asserted"),
        ("Orrin keeps its controlling interest in Tarn.", "Tarn", "asserted"),
        ("Orrin showed interest in Tarn.", "Tarn", "possible"),
        ("Tarn built the mill; Orrin will not.", "built", "asserted"),
        ("奥林公司收购了纸厂。", "收购", "asserted"),
        ("奥林公司拟收购纸厂。", "收购", "planned"),
        ("奧林公司擬收購紙廠。", "收購", "planned"),
        ("奥林公司或将收购纸厂。", "收购", "possible"),
        ("奥林公司有望收购纸厂。", "收购", "possible"),
        ("奥林公司否认收购纸厂。", "收购", "denied"),
        ("奧林公司並未收購紙廠。", "收購", "denied"),
        ("奥林公司在非洲收购纸厂。", "收购", "asserted"),
        ("奥林公司不但收购纸厂，还扩建了码头。", "收购", "asserted"),
        ("奥林公司董事会批准收购。", "收购", "asserted"),
        ("奥林公司收购纸厂未果。", "收购", "denied"),
        ("奥林公司可能停产，塔恩公司收购纸厂。", "收购", "asserted"),
    ],
)
def test_modality_follows_the_cue_in_scope(text: str, words: str, expected: str) -> None:
    assert at(text, words) == expected


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("Orrin scrapped the mill.", True),
        ("The mill was called off.", True),
        ("Orrin will not build the mill.", False),
        ("奧林公司取消紙廠。", True),
        ("奥林公司否认建纸厂。", False),
    ],
)
def test_what_was_given_up_is_told_from_what_never_was(text: str, withdrawn: bool) -> None:
    denials = [c for c in find_cues(text, 0, len(text)) if c["modality"] == "denied"]
    assert [c["withdrawn"] for c in denials] == [withdrawn]


def test_may_as_a_month_is_no_cue() -> None:
    text = "Orrin bought it in May 2025."
    assert find_cues(text, 0, len(text)) == []


def test_cues_are_found_once_a_document(read: Callable[..., Doc]) -> None:
    doc = read("🚀 Orrin may buy it.\r\n\r\n奥林公司拟收购纸厂。")
    first = doc_cues(doc)
    assert doc_cues(doc) is first
    assert modality(doc, doc.text.index("buy"), doc.text.index("buy") + 3) == "possible"
    assert modality(doc, doc.text.index("收购"), doc.text.index("收购") + 2) == "planned"


@given(st.text(alphabet="ab ,.;—，。；将拟或未not may if\n“”", max_size=60))
def test_clauses_and_cues_stay_inside_the_sentence(text: str) -> None:
    spans = list(clauses(text, 0, len(text)))
    assert all(a["end"] <= b["start"] for a, b in pairwise(spans))
    for cue in find_cues(text, 0, len(text)):
        assert 0 <= cue["scope_start"] <= cue["start"] < cue["end"] <= cue["scope_end"] <= len(text)


def test_tables_use_known_values() -> None:
    assert {r["modality"] for r in lexicon("modality_cues")} <= {"none", "planned", "possible", "denied", "withdrawn"}
    assert {r["scope"] for r in lexicon("modality_cues")} == {"left", "right"}

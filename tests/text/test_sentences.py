from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.text.sentences import doc_sentences, sentence_spans


def split(text: str) -> list[str]:
    return [text[s["start"] : s["end"]] for s in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Acme Inc. rose 3.5%. It fell later.", ["Acme Inc. rose 3.5%.", "It fell later."]),
        ("The U.S. Treasury spoke. Mr. Li agreed.", ["The U.S. Treasury spoke.", "Mr. Li agreed."]),
        ("He moved to the U.S. The plant stayed.", ["He moved to the U.S.", "The plant stayed."]),
        ("J. P. Moss bought it. Done!", ["J. P. Moss bought it.", "Done!"]),
        ("“We will build.” She left.", ["“We will build.”", "She left."]),
        ("公司上涨。股东满意！真的吗？是的；当然。", ["公司上涨。", "股东满意！", "真的吗？", "是的；", "当然。"]),
        ("他说：“不会。”然后离开。", ["他说：“不会。”", "然后离开。"]),
        ("Shares fell... then rose.", ["Shares fell... then rose."]),
        ("营收增长。Revenue grew. 利润下降。", ["营收增长。", "Revenue grew.", "利润下降。"]),
        ("Why? asked nobody.", ["Why? asked nobody."]),
        ("See No. 5 plant. No. It is closed.", ["See No. 5 plant.", "No.", "It is closed."]),
    ],
)
def test_boundaries(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.text(alphabet='Ab. 。！”"U.S中\n', max_size=80))
def test_sentences_cover_every_character_once(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))
    assert all(a["end"] <= b["start"] for a, b in pairwise(spans))
    covered = "".join(text[s["start"] : s["end"]] for s in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_blocks_bound_sentences(read: Callable[..., Doc]) -> None:
    doc = read("Big plan\n\nFirst line without stop\nSecond line.\n- bullet one\n- bullet two")
    assert [doc.text[s["start"] : s["end"]] for s in doc_sentences(doc)] == [
        "Big plan",
        "First line without stop",
        "Second line.",
        "- bullet one",
        "- bullet two",
    ]


@pytest.mark.parametrize("unit", ["公司上涨。", "Up. ", "A.", "（。）", "…"])
def test_long_paragraphs_take_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert sum(s["end"] - s["start"] for s in sentence_spans(text, 0, len(text))) > 100_000

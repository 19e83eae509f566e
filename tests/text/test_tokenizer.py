from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("软银集团臺積電ソフト삼성，。（）「」 \t\r\n　$€¥%-–—.,'’\"“”0123456789亿元"),
        st.characters(codec="utf-8", exclude_categories=("Cs",)),
    ),
    max_size=120,
)


@given(text=MIXED)
def test_text_survives_tokenization(text_nlp: Language, text: str) -> None:
    assert text_nlp.make_doc(text).text == text


@given(text=st.text(alphabet="软银臺積ソ삼々AbC1 -.", min_size=1, max_size=60))
def test_every_cjk_offset_is_a_token_boundary(text_nlp: Language, text: str) -> None:
    starts = {token.idx for token in text_nlp.make_doc(text)}
    assert {i for i, char in enumerate(text) if char in "软银臺積ソ삼々"} <= starts


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("台积电(TSMC)涨5%", ["台", "积", "电", "(", "TSMC", ")", "涨", "5", "%"]),
        ("SoftBank（软银）", ["SoftBank", "（", "软", "银", "）"]),
        ("日本のソニー", ["日", "本", "の", "ソ", "ニ", "ー"]),
        ("삼성전자 rose", ["삼", "성", "전", "자", "rose"]),
        ("U.S. firms don’t", ["U.S.", "firms", "do", "n’t"]),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("🚀火箭", ["🚀", "火", "箭"]),
    ],
)
def test_tokens(text_nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in text_nlp.make_doc(text)] == tokens


@pytest.mark.parametrize("unit", ["银", "(", "$1", "a", "=-", "http://x/", "\n", " "])
def test_long_runs_take_linear_time(text_nlp: Language, unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert text_nlp.make_doc(text).text == text

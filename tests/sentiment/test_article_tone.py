"""Tone of whole articles as the shipped encoder reads it, in texts that no corpus has."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.article import Article
from pipeline.flow import build_nlp, doc_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_nlp()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Acme beats estimates\n\nProfits soared on robust demand. Margins improved and orders were strong.",
            "positive",
        ),
        ("Acme collapses\n\nLosses widened, plants were shut and lenders sued. A default is feared.", "negative"),
        ("Acme moves its office\n\nThe new address is 5 Elm Street. Staff move in May.", "neutral"),
        ("甲公司業績亮麗\n\n訂單飽滿，盈利大增，股價創新高。", "positive"),
        ("甲公司爆雷\n\n债务违约，工厂停产，股价暴跌。", "negative"),
        ("甲公司迁址\n\n新地址为东路五号，五月搬入。", "neutral"),
    ],
)
def test_tone_of_an_article(nlp: Language, text: str, label: str) -> None:
    tone = nlp(doc_of(nlp, Article(text=text, path="a.txt")))._.tone
    assert tone["label"] == label
    assert -1 <= tone["score"] <= 1

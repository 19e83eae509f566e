"""Names swapped in annotated texts: every surface of an entity at once, offsets moved, nothing else changed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import Gold
from pipeline.evaluation.corpus import read_corpus
from pipeline.kb.knowledge_base import load
from pipeline.training.augmentation import Augmenter, Donor, Edit, Rewritten, _company, _person
from pipeline.training.examples import example

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def augmenter() -> Augmenter:
    return Augmenter(load())


@pytest.mark.parametrize(
    ("surfaces", "donor", "renamed"),
    [
        (
            {"Toyota Motor Corporation", "Toyota Motor", "Toyota"},
            Donor("Harbor Wind Technologies Ltd", "", ""),
            {
                "Toyota Motor Corporation": "Harbor Wind Technologies Corporation",
                "Toyota Motor": "Harbor Wind Technologies",
                "Toyota": "Harbor Wind",
            },
        ),
        ({"丰田汽车", "Toyota"}, Donor("Harbor", "蓝海科技", ""), {"丰田汽车": "蓝海科技", "Toyota": "Harbor"}),
        (
            {"宁德时代新能源科技股份有限公司"},
            Donor("", "蓝海", ""),
            {"宁德时代新能源科技股份有限公司": "蓝海股份有限公司"},
        ),
        (
            {"Taiwan Semiconductor", "TSMC"},
            Donor("Harbor Wind", "", "HWD"),
            {"Taiwan Semiconductor": "Harbor Wind", "TSMC": "HWD"},
        ),
        ({"Taiwan Semiconductor", "TSMC"}, Donor("Harbor Wind", "", ""), {}),
        ({"丰田汽车", "Toyota"}, Donor("Harbor", "", ""), {}),
    ],
)
def test_forms_of_a_company_go_over(surfaces: set[str], donor: Donor, renamed: dict[str, str]) -> None:
    assert _company(surfaces, donor) == renamed


@pytest.mark.parametrize(
    ("surfaces", "donor", "renamed"),
    [
        (
            {"Gina Raimondo", "Raimondo", "吉娜·雷蒙多", "雷蒙多"},
            Donor("Jane Doe", "简·多伊", ""),
            {"Gina Raimondo": "Jane Doe", "Raimondo": "Doe", "吉娜·雷蒙多": "简·多伊", "雷蒙多": "多伊"},
        ),
        ({"王文涛"}, Donor("", "李想", ""), {"王文涛": "李想"}),
        ({"王文涛"}, Donor("", "简·多伊", ""), {}),
        ({"Gina Raimondo", "Gina M. R."}, Donor("Jane Doe", "", ""), {}),
    ],
)
def test_forms_of_a_person_go_over(surfaces: set[str], donor: Donor, renamed: dict[str, str]) -> None:
    assert _person(surfaces, donor) == renamed


def test_offsets_move_with_the_text() -> None:
    after = Rewritten.of(
        "甲公司 and Acme, Acme’s plant", [Edit(0, 3, "一二三四公司"), Edit(8, 12, "A"), Edit(14, 18, "A")]
    )
    assert after.text == "一二三四公司 and A, A’s plant"
    assert after.place(14, 26) == (14, len(after.text))
    assert after.place(3, 8) == (6, 11)
    assert after.place(15, 16) == (14, 15)


def test_names_that_share_a_word_stay(augmenter: Augmenter) -> None:
    gold = Gold.model_validate(
        {
            "article": {"id": "a"},
            "sentiment": {"document": "neutral"},
            "entities": [
                {"id": "g", "type": "COMPANY", "mentions": ["SoftBank Group"]},
                {"id": "c", "type": "COMPANY", "mentions": ["SoftBank Corp"]},
            ],
        }
    )
    article = AnnotatedArticle("a", Path("a.txt"), "SoftBank Group owns SoftBank Corp.", gold)
    generator = random.Random(0)
    texts = {augmenter.rewrite(article.text, article.spans, generator).text for _ in range(20)}
    assert texts == {article.text}


def test_examples_of_rewritten_articles_keep_their_mentions(augmenter: Augmenter) -> None:
    """On real articles: as many mentions, each still the same entity's, some of other names."""
    from pipeline.encoder.pieces import PieceTokenizer
    from pipeline.encoder.session import TOKENIZER, shipped

    tokenizer = PieceTokenizer(shipped() / TOKENIZER)
    generator = random.Random(1)
    renamed = 0
    for article in read_corpus(ROOT / "corpus" / "articles" / "train")[:12]:
        before = example(article, tokenizer)
        after = example(article, tokenizer, rewrite=lambda text, spans: augmenter.rewrite(text, spans, generator))
        told = [(m.type, m.owner) for m in after.mentions]
        assert sorted(told) == sorted((m.type, m.owner) for m in before.mentions)
        assert all(0 <= m.start < m.end <= len(after.text) for m in after.mentions)
        names: dict[str, set[str]] = {m.owner: set() for m in after.mentions if m.type == "PERSON"}
        for m in after.mentions:
            if m.type == "PERSON":
                names[m.owner].add(after.text[m.start : m.end])
        renamed += sum(
            names[m.owner].isdisjoint([before.text[m.start : m.end]]) for m in before.mentions if m.owner in names
        )
    assert renamed > 5

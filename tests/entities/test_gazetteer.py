from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.gazetteer import Gazetteer
from pipeline.kb.knowledge_base import load


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(load())


def found(gazetteer: Gazetteer, text: str, **kwargs: object) -> list[tuple[str, str]]:
    return [(text[c.start : c.end], c.type) for c in gazetteer.find(text, **kwargs)]  # type: ignore[arg-type]


def test_both_scripts_of_chinese(gazetteer: Gazetteer) -> None:
    assert ("台積電", "COMPANY") in found(gazetteer, "台積電擴產")
    assert ("台积电", "COMPANY") in found(gazetteer, "台积电扩产")


def test_longer_group_over_its_prefix(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "中国石油化工集团")[0][0] == "中国石油化工集团"


@pytest.mark.parametrize(
    ("text", "is_company"),
    [
        ("Target hit: the group met its goal", False),
        ("Shares of Target fell", True),
        ("Target (NYSE: TGT) fell", True),
        ("the target", False),
    ],
)
def test_plain_words_need_context(gazetteer: Gazetteer, text: str, is_company: bool) -> None:
    assert any(kind == "COMPANY" for _, kind in found(gazetteer, text)) is is_company


def test_the_statistical_model_can_support_a_plain_word(gazetteer: Gazetteer) -> None:
    text = "Customers of the retailer Gap, spread over the country"
    start = text.index("Gap")
    agreed = [Candidate(start, start + 3, "COMPANY", "statistical", 0.5)]
    assert ("Gap", "COMPANY") in found(gazetteer, text, proposed=agreed)


def test_generic_bodies_are_mentions_with_all_their_rows(gazetteer: Gazetteer) -> None:
    [candidate] = list(gazetteer.find("Ministry of Finance"))
    assert candidate.type == "GOVERNMENT"
    assert len(candidate.kb) > 3

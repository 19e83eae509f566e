"""Names with their legal form: other spellings of it, and none."""

from __future__ import annotations

import pytest

from pipeline.kb.compiled import in_memory
from pipeline.kb.knowledge_base import Entry, KnowledgeBase, KnownName
from pipeline.kb.layers import Layer, Merged


@pytest.fixture(scope="module")
def named() -> KnowledgeBase:
    rows = [
        ("quince", "Quince", True),
        ("quince", "Quince Corporation", False),
        ("orla", "Orla Mills", False),
        ("tarn", "Tarn Limited", False),
        ("elm", "Elm & Co., Inc.", False),
        ("ferd", "Ferd Truck AB", False),
        ("ferd", "Ferd Truck", False),
        ("lake", "Orla Lake", False),
        ("form", "有限", False),
    ]
    layer = Layer(
        entries=[
            Entry("quince", "COMPANY", "US", "listed", None, "Quince", None),
            Entry("orla", "COMPANY", "JP", "listed", None, "Orla Mills", "奥拉纺织"),
            Entry("tarn", "COMPANY", "GB", "listed", None, None, None),
            Entry("elm", "COMPANY", "US", "listed", None, None, None),
            Entry("ferd", "COMPANY", "SE", "listed", None, None, None),
            Entry("lake", "LOCATION", "US", None, None, None, None),
            Entry("form", "COMPANY", "CN", "listed", None, None, None),
            Entry("linnan", "COMPANY", "CN", "listed", None, None, "林南纺织"),
        ],
        names=[KnownName(kb_id, name, "en", "alias", context) for kb_id, name, context in rows],
    )
    merged = Merged()
    merged.add(layer)
    return KnowledgeBase(in_memory(merged))


@pytest.mark.parametrize(
    ("name", "kb_id"),
    [
        ("Quince Corporation", "quince"),
        ("Quince Corp.", "quince"),
        ("Quince corp", "quince"),
        ("Orla Mills Co., Ltd.", "orla"),
        ("Orla Mills Co.,Ltd.", "orla"),
        ("Ｏｒｌａ Mills Co．，Ltd．", "orla"),
        ("Tarn Ltd.", "tarn"),
        ("Elm & Co Inc", "elm"),
        ("Ferd Truck A.B.", "ferd"),
        ("Ferd Truck Ltd.", None),  # a form of another kind
        ("Orla Lake Inc.", None),  # a place
        ("Limited Co.", None),
        ("Orla Mills, Inc.", "orla"),
        ("Orla Mills.", "orla"),
        ("奥拉纺织股份有限公司", "orla"),
        ("奥拉纺织公司", "orla"),
        ("林南纺织股份有限公司", "linnan"),
        ("林南纺织公司", None),  # of a Chinese firm that may be another
        ("Quince Ltd.", None),  # an ordinary word, and another form than the base knows
        ("Orla Mills Foods Co.", None),
        ("Co.", None),
        ("有限公司", None),
        ("", None),
    ],
)
def test_a_name_is_found_whatever_its_legal_form(named: KnowledgeBase, name: str, kb_id: str | None) -> None:
    assert {row.kb_id for row in named.by_name(name)} == ({kb_id} if kb_id else set())

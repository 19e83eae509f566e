from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.measures import measures, mended
from pipeline.entities.resolve import resolve


def names(text: str) -> set[str]:
    return {text[c.start : c.end] for c in measures(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("钢厂担心限硅令落地", {"限硅令"}),
        ("歐盟的“雙反”稅已生效", {"“雙反”稅"}),
        ("去年的國補退了，外国补贴调查照旧", {"國補"}),
        ("第八批集采开标", {"第八批集采"}),
        ("业内叫它“停窑令”。", {"停窑令"}),
        ("依第41号总统令办理", {"第41号总统令"}),
        ("只有限制令松动，被限制令人不安", set()),
        ("“整改方案”、“该法案”与“购物清单”", set()),
        ("打出“暂无计划”与“加工费”两张牌，“没有这个方案”", set()),
    ],
)
def test_names_by_form_and_quotation(text: str, found: set[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under Section 301 and Executive Order 91", {"Section 301", "Executive Order 91"}),
        ("the reciprocal tariffs", {"reciprocal tariffs"}),
        ("Section 12 of the book; order 66 trains", set()),
        ("The biscuit tax is back. A biscuit tax hurts bakers.", {"biscuit tax"}),
        ("The biscuit tax is back.", set()),
        ("The income tax rose; the income tax fell.", set()),
    ],
)
def test_english_names(text: str, found: set[str]) -> None:
    assert names(text) == found


def test_a_coinage_recurs_with_other_characters_before_it() -> None:
    assert "塑料税" in names("征塑料税以后，怕塑料税，说塑料税")
    assert not names("征塑料税以后，怕塑料税")
    assert not names("可退税，能退税，要退税；电费、水费、电费、水费")


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ("Section 232 steel duties", "POLICY", "Section 232"),
        ("Section 232 committee", "POLICY", "Section 232 committee"),
        ("顆粒聯採」擴容", "POLICY", "顆粒聯採"),
        ("Decree 8 (第8号", "POLICY", "Decree 8"),
        ("Acme (Holdings", "COMPANY", "Acme (Holdings"),
        ("“双反”税", "POLICY", "“双反”税"),
    ],
)
def test_a_policy_read_too_far(text: str, kind: str, kept: str) -> None:
    read = mended(text, Candidate(0, len(text), kind, "encoder", 0.9))
    assert text[read.start : read.end] == kept


@pytest.mark.parametrize(("text", "name"), [("“雙反”稅", "“雙反”稅"), ("“停窑令”", "停窑令")])
def test_a_name_half_in_quotation_marks_keeps_them(text: str, name: str) -> None:
    assert [m["text"] for m in resolve(text, [Candidate(0, len(text), "POLICY", "measure", 0.9)])] == [name]

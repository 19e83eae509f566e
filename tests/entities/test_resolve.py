from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.candidates import Candidate
from pipeline.entities.resolve import resolve
from pipeline.entities.settle import settle

TEXT = "Tokyo Gas’s plan for the Bank of Oslo, 東京瓦斯公司 and $5 billion\nNew\nYork"


def found(*candidates: Candidate, blocked: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str]]:
    return [(m["text"], m["type"]) for m in resolve(TEXT, candidates, blocked)]


def at(surface: str, kind: str, score: float = 0.6, method: str = "encoder") -> Candidate:
    start = TEXT.index(surface)
    return Candidate(start, start + len(surface), kind, method, score)


def test_longer_name_wins_over_the_place_inside_it() -> None:
    assert found(at("Tokyo", "LOCATION", 0.95, "gazetteer"), at("Tokyo Gas", "COMPANY", 0.8)) == [
        ("Tokyo Gas", "COMPANY")
    ]


def test_a_doubtful_longer_name_leaves_the_known_one() -> None:
    tokyo = at("Tokyo", "LOCATION", 0.95, "gazetteer")
    assert found(tokyo, at("Tokyo Gas", "COMPANY", 0.5)) == [("Tokyo", "LOCATION")]


def test_surer_candidate_wins_at_equal_length() -> None:
    assert found(at("Oslo", "COMPANY", 0.4), at("Oslo", "LOCATION", 0.9)) == [("Oslo", "LOCATION")]


def test_article_and_possessive_are_cut() -> None:
    assert found(at("the Bank of Oslo,", "COMPANY"), at("Tokyo Gas’s", "COMPANY")) == [
        ("Tokyo Gas", "COMPANY"),
        ("Bank of Oslo", "COMPANY"),
    ]


@pytest.mark.parametrize(
    ("text", "read", "name"),
    [
        ("项目位于在香港上市", "在香港", "香港"),
        ("来自美国的订单", "美国的", "美国"),
        ("联合出品的《塔恩3》上映", "塔恩3》", "塔恩3"),
        ("《塔恩3》上映", "《塔恩3", "塔恩3"),
        ("a report in The Post said", "The Post", "The Post"),
        ("The Post Office said", "The Post Office", "Post Office"),
        ("agreed with the U.S. on", "U.S", "U.S."),
        ("MARLOW, Tenn., Nov. 2", "Tenn", "Tenn."),
        ("ended in Oslo. It", "Oslo", "Oslo"),
        ("built in An Khanh by", "An Khanh", "An Khanh"),
        ("sold to an Oslo Bank unit", "an Oslo Bank", "Oslo Bank"),
    ],
)
def test_words_of_grammar_and_articles_at_the_edges(text: str, read: str, name: str) -> None:
    start = text.index(read)
    candidate = Candidate(start, start + len(read), "COMPANY", "encoder", 0.9)
    assert [m["text"] for m in resolve(text, [candidate])] == [name]


def test_an_article_alone_is_no_name() -> None:
    assert resolve("call. The Warehouse", [Candidate(6, 9, "COMPANY", "encoder", 0.9)]) == []


@pytest.mark.parametrize(("read", "known"), [("的蓝港", "蓝港"), ("蓝港将", "蓝港")])
def test_the_known_name_decides_on_a_glued_word(read: str, known: str) -> None:
    text = "昨天" + read + "上涨"
    start = text.index(read)
    of_kb = Candidate(text.index(known), text.index(known) + 2, "COMPANY", "gazetteer", 0.9, ("x",))
    of_encoder = Candidate(start, start + len(read), "COMPANY", "encoder", 0.9)
    assert [(c.start, c.end) for c in settle(text, [of_encoder], [of_kb])] == [(of_kb.start, of_kb.end)]


@pytest.mark.parametrize(
    ("text", "read", "name"),
    [
        ("海丰县教育局局长李明", "海丰县教育", "海丰县教育局"),
        ("海丰银行支行副行长李明", "海丰银行支", "海丰银行支行"),
        ("海丰高新区管委会副主任李明", "海丰高新区管", "海丰高新区管委会"),
        ("海丰县局势稳定", "海丰县", "海丰县"),
    ],
)
def test_the_end_of_a_body_that_its_title_begins_with(text: str, read: str, name: str) -> None:
    (candidate,) = settle(text, [Candidate(0, len(read), "GOVERNMENT", "encoder", 0.9)], [])
    assert text[candidate.start : candidate.end] == name


def test_a_known_company_that_is_read_as_a_ministry_is_a_company() -> None:
    read, known = (Candidate(0, 4, kind, "test", 0.9, kb) for kind, kb in (("GOVERNMENT", ()), ("COMPANY", ("tarn",))))
    assert [c.type for c in settle("Tarn", [read], [known])] == ["COMPANY"]
    place = Candidate(0, 4, "LOCATION", "test", 0.9)
    assert [c.type for c in settle("Tarn", [place], [known])] == ["LOCATION"]


def test_who_is_addressed_is_a_person() -> None:
    text = "Mr. Marlin owns Marlin."
    read = [Candidate(m.start(), m.end(), "COMPANY", "encoder", 0.9) for m in re.finditer("Marlin", text)]
    assert [c.type for c in settle(text, read, [])] == ["PERSON", "COMPANY"]


def test_a_name_never_fills_a_value_or_crosses_lines() -> None:
    start = TEXT.index("$5")
    assert found(at("$5 billion", "COMPANY"), at("New\nYork", "LOCATION"), blocked=((start, start + 10),)) == []


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(["COMPANY", "PERSON"]))))
def test_mentions_never_overlap_and_quote_the_text(raw: list[tuple[int, int, str]]) -> None:
    candidates = [Candidate(s, min(s + n, len(TEXT)), kind, "encoder", 0.5) for s, n, kind in raw]
    mentions = resolve(TEXT, candidates)
    assert all(TEXT[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert all(a["end"] <= b["start"] for a, b in pairwise(mentions))
    assert mentions == resolve(TEXT, list(reversed(candidates)))


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("For Muyuan and others", "For Muyuan and", "Muyuan"),
        ("the High Court in Nairobi", "High Court in", "High Court"),
        ("On Holding rose", "On Holding", "On Holding"),
    ],
)
def test_words_of_grammar_are_no_part_of_a_latin_name(text: str, read: str, expected: str) -> None:
    start = text.index(read)
    candidate = Candidate(start, start + len(read), "COMPANY", "encoder", 0.9)
    assert [m["text"] for m in resolve(text, [candidate])] == [expected]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("德国默克", [(0, 2, "LOCATION"), (2, 4, "COMPANY")], "默克"),
        ("泰国i-Tail", [(0, 2, "LOCATION")], "i-Tail"),
        ("韩国电力", [(0, 2, "LOCATION")], "韩国电力"),
        ("韩国电力", [(0, 2, "LOCATION"), (0, 4, "COMPANY"), (2, 4, "COMPANY")], "韩国电力"),
    ],
)
def test_a_place_before_a_name_is_a_name_of_its_own(
    text: str, known: list[tuple[int, int, str]], expected: str
) -> None:
    ids = {"LOCATION": "country-xx", "COMPANY": "row"}
    rows = [Candidate(start, end, kind, "gazetteer", 0.9, (ids[kind],)) for start, end, kind in known]
    read = Candidate(0, len(text), "COMPANY", "encoder", 0.9)
    found = settle(text, [read], rows)
    (company,) = (c for c in found if c.method == "encoder")
    assert text[company.start : company.end] == expected
    assert any(c.type == "LOCATION" for c in found) is (expected != text)


def test_a_region_before_a_name_is_part_of_it() -> None:
    read = Candidate(0, 6, "COMPANY", "encoder", 0.9)
    rows = [Candidate(0, 2, "LOCATION", "gazetteer", 0.9, ("region-xx",)), Candidate(2, 6, "COMPANY", "gazetteer", 0.9)]
    assert [(c.start, c.end) for c in settle("山东威高集团", [read], rows)] == [(0, 6)]


@pytest.mark.parametrize("name", ["Shaheen Project", "Funan Techo Canal", "扶南运河", "北環綫支綫"])
def test_an_undertaking_is_no_company_unless_the_base_knows_it(name: str) -> None:
    read = Candidate(0, len(name), "COMPANY", "encoder", 0.9)
    assert settle(name, [read], []) == []
    (known,) = settle(name, [read], [Candidate(0, len(name), "COMPANY", "gazetteer", 0.9, ("row",))])
    assert known.kb == ("row",)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("counsel at the law firm Marlin Reed", "Marlin Reed", "COMPANY"),
        ("投行皮尔森的分析师", "皮尔森", "COMPANY"),
        ("The lawyer Marlin Reed", "Marlin Reed", "PERSON"),
        ("分析师皮尔森说", "皮尔森", "PERSON"),
    ],
)
def test_the_kind_of_a_firm_before_a_name(text: str, surface: str, kind: str) -> None:
    start = text.index(surface)
    read = Candidate(start, start + len(surface), "PERSON", "encoder", 0.9)
    assert [c.type for c in settle(text, [read], [])] == [kind]


def test_a_known_name_that_was_read_short_is_read_whole() -> None:
    read, known = Candidate(0, 2, "COMPANY", "encoder", 0.99), Candidate(0, 3, "COMPANY", "gazetteer", 0.9, ("row",))
    (found,) = settle("优必选", [read], [known])
    assert (found.start, found.end, found.kb) == (0, 3, ("row",))
    place = replace(known, type="LOCATION")
    assert {(c.end, c.type) for c in settle("优必选", [read], [place])} == {(2, "COMPANY")}


def test_a_licence_is_a_place() -> None:
    text = "a tenth of PEL 102 and of Marlin 102"
    read = [Candidate(11, 18, "POLICY", "encoder", 0.9), Candidate(26, 36, "PRODUCT", "encoder", 0.9)]
    assert [c.type for c in settle(text, read, [])] == ["LOCATION", "PRODUCT"]

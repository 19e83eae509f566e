from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.names.appositions import Appositions
from pipeline.names.brackets import brackets, segments
from pipeline.names.mention_index import MentionIndex
from pipeline.names.paired_mentions import mark_pairs
from pipeline.names.pairs import BracketPairs


def pairs(
    text: str,
    blocked: tuple[str, ...] = (),
    known: dict[str, str] | None = None,
    base: KnowledgeBase | None = None,
) -> set[tuple[str, str]]:
    base = base or KnowledgeBase()
    spans = [(text.index(b), text.index(b) + len(b)) for b in blocked]
    mentions = [
        {
            "start": text.index(s),
            "end": text.index(s) + len(s),
            "text": s,
            "type": t,
            "method": "test",
            "score": 0.6,
            "kb": [],
        }
        for s, t in (known or {}).items()
    ]
    index = MentionIndex(text, mentions)  # type: ignore[arg-type]
    found = [*BracketPairs(index, spans, base).find(), *Appositions(index, base).find()]
    return {(text[slice(*p.outer)], text[slice(*p.inner)]) for p in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("蓝港集团 (Blue Harbor Group) rose", ("蓝港集团", "Blue Harbor Group")),
        ("bought Blue Harbor Corp’s (藍港) plant", ("Blue Harbor Corp", "藍港")),
        ("Shares of Blue Harbor（藍港集團） fell", ("Blue Harbor", "藍港集團")),
        ("Trade chief Ilsa Brandt (伊尔莎·布兰特) spoke", ("Ilsa Brandt", "伊尔莎·布兰特")),
        ("该公司首席执行官伊尔莎·布兰特（Ilsa Brandt）表示", ("伊尔莎·布兰特", "Ilsa Brandt")),
        ("法国租赁巨头科萨姆（Coxam）宣布", ("科萨姆", "Coxam")),
        ("工厂设在合肥（Hefei），明年投产", ("合肥", "Hefei")),
        ("蓝港制药 (3Harbor, 600000) rose", ("蓝港制药", "3Harbor")),
        ("At the Ministry of Ports, Rivers and Canals (港口部)", ("Ministry of Ports, Rivers and Canals", "港口部")),
        ("与日本港口产业省 (Japan’s Ministry of Ports and Trade)", ("日本港口产业省", "Ministry of Ports and Trade")),
        ("“蓝港银行” (Blue Harbor Bank) opened", ("蓝港银行", "Blue Harbor Bank")),
        ("Zhang Beihai, or 章北海 in Chinese, left", ("Zhang Beihai", "章北海")),
        ("the Industrial Bank of Ruritania (IBR) lent", ("Industrial Bank of Ruritania", "IBR")),
        ("BLUE HARBOR HOLDINGS LIMITED\n藍港控股有限公司*\n", ("BLUE HARBOR HOLDINGS LIMITED", "藍港控股有限公司")),
    ],
)  # fmt: skip
def test_pair_is_found_without_any_mention(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("蓝港／Blue Harbor signed", {"Blue Harbor": "COMPANY"}, ("蓝港", "Blue Harbor")),
        ("Blue Harbor/蓝港 signed a deal with us", {"Blue Harbor": "COMPANY"}, ("Blue Harbor", "蓝港")),
        ("Blue Harbor – 蓝港 to its neighbours – signed", {"Blue Harbor": "COMPANY"}, ("Blue Harbor", "蓝港")),
        ("| Blue Harbor (BHX) | 蓝港航运 | 12% |", {"Blue Harbor": "COMPANY"}, ("Blue Harbor", "蓝港航运")),
        ("蓝港科技有限公司（下称“蓝港”）上市", {"蓝港科技有限公司": "COMPANY"}, ("蓝港科技有限公司", "蓝港")),
        ('Harbor Shipping N.V. ("Harbor" or the "Company") said', {"Harbor Shipping N.V.": "COMPANY"},
         ("Harbor Shipping N.V.", "Harbor")),
        ("The Port Ministry (Sedan) paid", {"Port Ministry": "GOVERNMENT", "Sedan": "GOVERNMENT"},
         ("Port Ministry", "Sedan")),
    ],
)  # fmt: skip
def test_pair_with_a_known_side(text: str, known: dict[str, str], expected: tuple[str, str]) -> None:
    found = pairs(text, known=known)
    assert expected in found
    assert not any(inner in ("Company", "公司") for _, inner in found)


def test_a_place_before_its_site_has_the_latin_name_behind_it() -> None:
    assert pairs("蓝港的炼油厂(Blauhafen)扩建", known={"蓝港": "LOCATION"}) != {("蓝港", "Blauhafen")}
    assert pairs("蓝港炼油厂(Blauhafen)扩建", known={"蓝港": "LOCATION"}) == {("蓝港", "Blauhafen")}


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("the Blauhafen dam (蓝港水电站)", {"Blauhafen": "LOCATION", "蓝港": "LOCATION"}, {("Blauhafen", "蓝港")}),
        ("the Blauhafen dam (蓝港水电站)", {"Blauhafen": "COMPANY", "蓝港": "LOCATION"}, set()),
        (
            "Lund and Blauhafen dam (蓝港水电站)",
            {"Lund": "LOCATION", "Blauhafen": "LOCATION", "蓝港": "LOCATION"},
            set(),
        ),
    ],
)
def test_places_at_the_heads_of_two_names_of_one_undertaking(
    text: str, known: dict[str, str], expected: set[tuple[str, str]]
) -> None:
    assert {pair for pair in pairs(text, known=known) if pair[1] == "蓝港"} == expected


def test_names_of_one_row_that_meet_are_one() -> None:
    known = {"Bosch": "COMPANY", "博世": "COMPANY", "中国": "LOCATION", "Denso": "COMPANY"}
    assert pairs("与Bosch博世及中国Denso签约", known=known, base=load()) == {("Bosch", "博世")}


def test_headings_in_two_languages_are_no_names() -> None:
    assert pairs("谁是赢家 / Winners\n\n蓝港集团 rose", base=load()) == set()
    assert pairs("展望 / Outlook\n", base=load()) == set()


def test_the_surname_of_a_known_person_is_no_company() -> None:
    text = "Powell（鲍威尔）拒绝评论"
    mention = {"start": 0, "end": 6, "text": "Powell", "type": "COMPANY", "method": "test", "score": 0.9, "kb": []}
    index = MentionIndex(text, [mention])  # type: ignore[list-item]
    mark_pairs(index, BracketPairs(index, [], load()).find(), load())
    assert [(m["text"], m["type"]) for m in index.mentions] == [("Powell", "PERSON"), ("鲍威尔", "PERSON")]


def test_abbreviation_reaches_over_a_place_at_the_end() -> None:
    found = pairs("the Harbor Rail Ruritania (HRR) lent", known={"Ruritania": "LOCATION"})
    assert found == {("Harbor Rail Ruritania", "HRR")}


def test_several_glosses_in_one_bracket() -> None:
    found = pairs("蓝港集团（Blue Harbor Group，简称BHG，600000.SH）", blocked=("600000.SH",))
    assert {("蓝港集团", "Blue Harbor Group"), ("蓝港集团", "BHG")} <= found
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "blocked", "known"),
    [
        ("蓝港集团（600000.SH）上涨", ("600000.SH",), {}),
        ("Blue Harbor (NYSE: BHX) rose", ("NYSE: BHX",), {}),
        ("Blue Harbor (上海) hired", (), {"Blue Harbor": "COMPANY", "上海": "LOCATION"}),
        ("Blue Harbor (Coxam, Ilsa) rose", (), {"Blue Harbor": "COMPANY", "Coxam": "COMPANY", "Ilsa": "COMPANY"}),
        ("李明（45岁）出任总裁", (), {"李明": "PERSON"}),
        ("李明（蓝港CEO）表示", (), {"李明": "PERSON"}),
        ("Ilsa Brandt, envoy for Ports (蓝港事务专员) spoke", (), {"Ports": "COMPANY"}),
        ("东海同盟（日美）签约", (), {"东海同盟": "ORGANIZATION"}),
        ("李明（President）表示", (), {"李明": "PERSON"}),
        ("Blue Harbor (not yet listed) and its 三期 (phase-three fab)", (), {"Blue Harbor": "COMPANY"}),
        ("Its owner (蓝港) did not answer", (), {}),
        ("蓝港集团（详见附件）宣布", (), {"蓝港集团": "COMPANY"}),
        ("edition of a note in Korean (한국어)", (), {}),
        ("任命她为首席财务官（Chief Financial Officer）", (), {}),
        ("Blue Harbor（已停产）", (), {"Blue Harbor": "COMPANY"}),
        ("Blue Harbor（现并入东海）", (), {"Blue Harbor": "COMPANY"}),
        ("Blue Harbor（未上市的巴士公司）", (), {"Blue Harbor": "COMPANY"}),
        ("Blue Harbor（东海家族参股）", (), {"Blue Harbor": "COMPANY"}),
        ("新技术高压直流（HVDC）已投产", (), {}),
        ("$蓝港汽车(LGX)$ 上涨", (), {"蓝港汽车": "COMPANY"}),
        ("Contact: Ann Lee (Ms), Head of Media", (), {"Ann Lee": "PERSON"}),
        ("更正 / Correction: an earlier version", (), {}),
        ("the Small Wooden Den (Lund, Sweden) opened", (), {"Lund": "LOCATION", "Sweden": "LOCATION"}),
    ],
)
def test_decoys_are_no_pairs(text: str, blocked: tuple[str, ...], known: dict[str, str]) -> None:
    assert pairs(text, blocked, known) == set()


def test_unclosed_bracket_does_not_swallow_the_line() -> None:
    assert ("Coxam", "科萨姆") in pairs("A list (one of many, then Coxam (科萨姆) rose")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="蓝港 Blue(（)）,，“”\"'or/|\n🙂、简称A.", max_size=60))
def test_spans_stay_inside_text_and_apart(text: str) -> None:
    index = MentionIndex(text, [])
    for bracket in brackets(text):
        for segment in segments(text, bracket):
            assert bracket.start < segment.start < segment.end <= bracket.end - 1
    for pair in BracketPairs(index, [], KnowledgeBase()).find():
        assert 0 <= pair.outer[0] < pair.outer[1] <= pair.inner[0] < pair.inner[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("執行董事為羅友禮先生（Winston Yau-lai LO）", "羅友禮", "Winston Yau-lai LO"),
        ("首席科学家鍾志平博士（Roy Chung）表示", "鍾志平", "Roy Chung"),
    ],
)
def test_a_form_of_address_before_the_bracket_is_no_name(text: str, outer: str, inner: str) -> None:
    assert (outer, inner) in pairs(text, known={outer: "PERSON"})

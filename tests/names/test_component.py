from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.document import Block, Mention
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.names.component import EntityClusters

MakeDoc = Callable[..., Doc]


def names_of(doc: Doc) -> list[set[str]]:
    return [{n["value"] for n in e["names"]} for e in doc._.entities]


def test_partner_of_a_mention_becomes_a_mention_of_its_type(make_doc: MakeDoc) -> None:
    doc = make_doc("Blue Harbor (蓝港) rose. Later 蓝港 fell.", {"Blue Harbor": "COMPANY"})
    assert names_of(doc) == [{"Blue Harbor", "蓝港"}]
    assert [m["text"] for m in doc._.mentions] == ["Blue Harbor", "蓝港", "蓝港"]
    assert {m["type"] for m in doc._.mentions} == {"COMPANY"}
    assert doc._.entities[0]["entity_id"] == "blue-harbor"
    assert [(n["kind"], n["origin"]) for n in doc._.entities[0]["names"]] == [
        ("primary", "text"),
        ("primary", "parenthetical"),
    ]


def test_traditional_simplified_and_case_are_one(make_doc: MakeDoc) -> None:
    doc = make_doc("蓝鲸能源 and 藍鯨能源; Marlin, later MARLIN.", {"蓝鲸能源": "COMPANY", "Marlin": "COMPANY"})
    assert names_of(doc) == [{"蓝鲸能源", "藍鯨能源"}, {"Marlin", "MARLIN"}]


def test_short_form_is_found_and_belongs_to_the_full_name(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Marlin Holdings Ltd built it. Marlin sold it; a marlinspike did not.", {"Marlin Holdings Ltd": "COMPANY"}
    )
    assert names_of(doc) == [{"Marlin Holdings Ltd", "Marlin"}]
    assert doc._.entities[0]["name"] == "Marlin Holdings Ltd"


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Charles Tang", "Charles Tang Kwok-wai"),
        ("Lópe Alia", "Rafael Lópe Alia"),
        ("Neville Strand", "Neville P. Strand"),
    ],
)
def test_a_person_with_fewer_words_of_the_name_is_one(make_doc: MakeDoc, short: str, whole: str) -> None:
    doc = make_doc(f"{short} came, as did {whole}.", {short: "PERSON", whole: "PERSON"})
    assert names_of(doc) == [{short, whole}]


def test_a_name_that_two_people_have_in_part_is_nobodys(make_doc: MakeDoc) -> None:
    people = ["Ann Moe", "Ann Moe Lund", "Ann Moe Dahl", "Bo Lund"]
    doc = make_doc("Ann Moe, Ann Moe Lund, Ann Moe Dahl, Bo Lund.", dict.fromkeys(people, "PERSON"))
    assert names_of(doc) == [{name} for name in people]


def test_a_law_with_and_without_its_year_is_one(make_doc: MakeDoc) -> None:
    laws = {
        "Finance Act 2031": "POLICY",
        "Finance Act": "POLICY",
        "Water Act 2030": "POLICY",
        "Water Act 2031": "POLICY",
    }
    doc = make_doc("The Finance Act, or Finance Act 2031; Water Act 2030, Water Act 2031.", laws)
    assert names_of(doc) == [{"Finance Act", "Finance Act 2031"}, {"Water Act 2030"}, {"Water Act 2031"}]


def test_a_year_inside_a_name_does_not_keep_its_gloss_away(make_doc: MakeDoc) -> None:
    known = {"第7号公告": "POLICY", "Announcement No. 7 of 2031": "POLICY"}
    doc = make_doc("第7号公告 (Announcement No. 7 of 2031)", known, dates=("2031",))
    assert names_of(doc) == [{"第7号公告", "Announcement No. 7 of 2031"}]


@pytest.mark.parametrize(
    ("whole", "short"), [("塔恩市", "塔恩"), ("海豐縣", "海丰"), ("藍港銅礦", "蓝港"), ("Bell copper mine", "Bell")]
)
def test_a_place_without_its_level_is_one(make_doc: MakeDoc, whole: str, short: str) -> None:
    doc = make_doc(f"{whole} grew; {short} shrank.", {whole: "LOCATION", short: "LOCATION"})
    assert names_of(doc) == [{whole, short}]


@pytest.mark.parametrize(
    ("whole", "short", "kind"),
    [
        ("海丰县环保局", "環保局", "GOVERNMENT"),
        ("Orrin Clean Air Act", "Clean Air Act", "POLICY"),
        ("塔恩纸业工会", "纸业工会", "ORGANIZATION"),
        ("Tarn Trade Commission", "Commission", "GOVERNMENT"),
    ],
)
def test_a_body_or_law_by_the_ending_of_its_name_is_one(make_doc: MakeDoc, whole: str, short: str, kind: str) -> None:
    doc = make_doc(f"{whole} came; {short} went.", {whole: kind, short: kind})
    assert names_of(doc) == [{whole, short}]


@pytest.mark.parametrize("names", [("海丰县环保局", "塔恩县环保局", "环保局"), ("Orrin Act", "Act")])
def test_an_ending_of_several_names_or_of_one_word_is_nobodys(make_doc: MakeDoc, names: tuple[str, ...]) -> None:
    doc = make_doc("; ".join(reversed(names)), dict.fromkeys(reversed(names), "GOVERNMENT"))
    assert len(doc._.entities) == len(names)


@pytest.mark.parametrize("places", [("塔恩市", "塔恩县", "塔恩"), ("塔恩港", "塔恩"), ("Bell plant", "Bell")])
def test_places_that_may_be_several_stay_apart(make_doc: MakeDoc, places: tuple[str, ...]) -> None:
    doc = make_doc("; ".join(places), dict.fromkeys(places, "LOCATION"))
    assert sorted(names_of(doc), key=min) == [{place} for place in sorted(places)]


def test_surname_alone_is_the_person(make_doc: MakeDoc) -> None:
    doc = make_doc("Jane Doe spoke. Ms Doe left, said Doe Holdings.", {"Jane Doe": "PERSON"})
    assert [m["text"] for m in doc._.mentions] == ["Jane Doe", "Doe"]


@pytest.mark.parametrize("dot", "·•‧・")
def test_surname_behind_any_dot_is_the_person(make_doc: MakeDoc, dot: str) -> None:
    text = f"通用汽车的里克{dot}瓦格纳表示反对。瓦格纳现年50岁。"
    doc = make_doc(text, {f"里克{dot}瓦格纳": "PERSON", "瓦格纳": "PERSON"})
    assert names_of(doc) == [{f"里克{dot}瓦格纳", "瓦格纳"}]


def test_a_surname_of_two_characters_alone_is_the_person(make_doc: MakeDoc) -> None:
    doc = make_doc("歐陽慧儀女士升任。歐陽女士五十一歲。", {"歐陽慧儀": "PERSON"})
    assert [m["text"] for m in doc._.mentions] == ["歐陽慧儀", "歐陽"]
    assert len(doc._.entities) == 1


def test_a_surname_that_is_a_word_too_stands_for_nobody_alone(make_doc: MakeDoc) -> None:
    doc = make_doc("东方浩说，中国位于世界东方。", {"东方浩": "PERSON"})
    assert [m["text"] for m in doc._.mentions] == ["东方浩"]


def test_two_people_with_one_surname_stay_apart(make_doc: MakeDoc) -> None:
    doc = make_doc("Kim Ara met Kim Bora. Kim agreed.", {"Kim Ara": "PERSON", "Kim Bora": "PERSON"})
    assert names_of(doc) == [{"Kim Ara"}, {"Kim Bora", "Kim"}]


def test_given_name_alone_is_the_only_person_of_that_name(make_doc: MakeDoc) -> None:
    doc = make_doc("Raj Mehta spoke. Raj smiled.", {"Raj Mehta": "PERSON", "Raj": "PERSON"})
    assert names_of(doc) == [{"Raj Mehta", "Raj"}]


def test_given_name_of_two_people_or_surname_of_another_is_not_joined(make_doc: MakeDoc) -> None:
    two = {"Raj Mehta": "PERSON", "Raj Iyer": "PERSON", "Raj": "PERSON"}
    assert {"Raj"} in names_of(make_doc("Raj Mehta met Raj Iyer. Raj smiled.", two))
    surname = {"Martin Doe": "PERSON", "Jane Martin": "PERSON", "Martin": "PERSON"}
    assert {"Jane Martin", "Martin"} in names_of(make_doc("Martin Doe met Jane Martin. Ms Martin left.", surname))


def test_group_and_arm_stay_apart(make_doc: MakeDoc) -> None:
    doc = make_doc("Marlin Group owns Marlin Corp. Marlin rose.", {"Marlin Group": "COMPANY", "Marlin Corp": "COMPANY"})
    assert len(doc._.entities) == 2


def test_longer_name_around_is_no_repeat(make_doc: MakeDoc) -> None:
    doc = make_doc("京海上涨。京海集团不变。", {"京海": "COMPANY"})
    assert [m["start"] for m in doc._.mentions] == [0]


def test_country_inside_a_currency_is_no_mention(make_doc: MakeDoc) -> None:
    doc = make_doc("Singapore grew. The Singapore dollar fell.", {"Singapore": "LOCATION"})
    assert len(doc._.mentions) == 1


@pytest.mark.parametrize("kind", ["furniture", "disclaimer", "dateline", "read_time"])
def test_furniture_is_dropped(make_doc: MakeDoc, kind: str) -> None:
    doc = make_doc("Marlin rose.\nMarlin rose.", {"Marlin": "COMPANY"}, {1: kind})
    assert len(doc._.mentions) == 1


def test_names_that_differ_in_legal_form_are_one(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Marlin National Oil Company (MNOC Ltd.) sells. MNOC Limited denied it.",
        {"Marlin National Oil Company": "COMPANY", "MNOC Ltd.": "COMPANY", "MNOC Limited": "COMPANY"},
    )
    assert names_of(doc) == [{"Marlin National Oil Company", "MNOC Ltd.", "MNOC Limited"}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Marlin Systems plc", "Marlin Systems Inc."),
        ("松河铜业股份有限公司", "松河铜业集团有限公司"),
        ("Marlin Corp", "Marlin GmbH"),
    ],
)
def test_a_parent_and_its_unit_are_two(make_doc: MakeDoc, first: str, second: str) -> None:
    doc = make_doc(f"{first} and {second} fell.", {first: "COMPANY", second: "COMPANY"})
    assert names_of(doc) == [{first}, {second}]


def test_a_company_that_opens_with_an_address_keeps_it(make_doc: MakeDoc) -> None:
    doc = make_doc("馬丁大夫（Dr. Marlin's）上漲", {"馬丁大夫": "COMPANY", "Dr. Marlin's": "COMPANY"})
    assert names_of(doc) == [{"馬丁大夫", "Dr. Marlin's"}]


def test_a_body_by_its_last_words_where_one_body_has_them(make_doc: MakeDoc) -> None:
    spans = {"City Council": "GOVERNMENT", "Marlin City Council": "GOVERNMENT"}
    text = "At the City Council they met; Marlin City Council voted. "
    assert names_of(make_doc(text, spans)) == [{"Marlin City Council", "City Council"}]
    two = make_doc(text + "Porto City Council did not.", spans | {"Porto City Council": "GOVERNMENT"})
    assert {"City Council"} in names_of(two)
    paired = make_doc("City Council (城市议会) met; Marlin City Council voted.", spans)
    assert {"City Council", "城市议会"} in names_of(paired)


def test_address_inside_a_bracket_is_no_part_of_the_name(make_doc: MakeDoc) -> None:
    doc = make_doc("柯迪文博士(Dr. Stephan Kothrade)表示", {"柯迪文博士": "PERSON", "Stephan Kothrade": "PERSON"})
    assert names_of(doc) == [{"柯迪文", "Stephan Kothrade"}]


def test_byline_is_flagged(make_doc: MakeDoc) -> None:
    doc = make_doc("By Ann Lee and Bo Ray\nMarlin rose.", {"Marlin": "COMPANY"}, {0: "byline"})
    flags = {e["name"]: e["byline"] for e in doc._.entities}
    assert flags == {"Ann Lee": True, "Bo Ray": True, "Marlin": False}


def test_reporters_in_the_head_of_a_wire_are_writers(make_doc: MakeDoc) -> None:
    lead = f"蓝港社北京7月22日电(记者章以宁、任军){'蓝港上涨，前景向好，' * 12}刘明说。"
    doc = make_doc(lead, {"蓝港": "COMPANY", "刘明": "PERSON"})
    assert {e["name"] for e in doc._.entities if e["byline"]} == {"章以宁", "任军"}


@pytest.mark.parametrize("foot", ["主席\n李明", "李明\n主席", "董事长 李明", "部长\n李明"])
def test_who_signs_with_a_post_is_no_writer(make_doc: MakeDoc, foot: str) -> None:
    doc = make_doc(f"蓝港公告\n\n蓝港拟收购青禾。\n\n特此公告。\n\n{foot}", {"蓝港": "COMPANY", "李明": "PERSON"})
    assert {e["name"]: e["byline"] for e in doc._.entities} == {"蓝港": False, "李明": False}


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("(By Ann Lee-Ray and Bo Ray)", {"Ann Lee-Ray", "Bo Ray"}),
        ("Reporting by Ann Lee in Ur and P Ray; Editing by Bo Kim" + " and so on" * 10, {"Ann Lee", "P Ray", "Bo Kim"}),
        ("--With assistance from Ann Lee and Bo Ray", {"Ann Lee", "Bo Ray"}),
        ("By Ann Lee AAP", {"Ann Lee"}),
        ("ANN LEE and BO WEI-TING RAY, Marlin staff writers", {"ANN LEE", "BO WEI-TING RAY"}),
        ("（藍港社記者潘以寧台北10日電）" + "藍港今天上漲，前景向好，" * 12, {"潘以寧"}),
        ("By Ann Lee, Marlin Electronics Weekly", {"Ann Lee"}),
        ("By Ann Lee, Senior Fellow, and Dr. Bo Ray, Research Associate", {"Ann Lee", "Bo Ray"}),
        ("(Additional reporting by Ann Lee in Ur; editing by Bo Kim" + " and so on" * 10, {"Ann Lee", "Bo Kim"}),
        ("Ports | By Ann Lee | 8 min read", {"Ann Lee"}),
        ("Ann Lee, ports columnist", {"Ann Lee"}),
        ("Ann Lee, Senior Ports Reporter", {"Ann Lee"}),
        ("〔記者潘以寧／台北報導〕" + "藍港今天上漲，前景向好，" * 12, {"潘以寧"}),
        ("【藍港網】（記者 潘以寧）" + "藍港今天上漲，前景向好，" * 12, {"潘以寧"}),
        ("Interview by Ann Lee. Photographs by Bo Kim", {"Ann Lee", "Bo Kim"}),
        ("Photographs by Getty Images", set()),
        ("本刊记者/苏 晓 发于2026.3.30总第80期", {"苏 晓"}),
        ("通讯员 章以宁 供稿：任军", {"章以宁", "任军"}),
        ("海港日报客户端 记者 付生 通讯员 章以宁 海港报道", {"付生", "章以宁"}),
        ("【海港訊】（記者 Ann Lee）藍港今天上漲。", {"Ann Lee"}),
        ("海港9月30日电（记者 López）藍港今天上漲。", {"López"}),
        ("分析师：章以宁  执业编号", {"章以宁"}),
        ("Commentary by Ann Lee and Bo-Lin Kim", {"Ann Lee", "Bo-Lin Kim"}),
        ("Analysis by Wood Marlin shows that it rose", set()),
        ("Compiled by Ann de Wit. Edited by J.P. Ray. Tips: see below", {"Ann de Wit", "J.P. Ray"}),
    ],
)  # fmt: skip
def test_credits_of_wires(make_doc: MakeDoc, credit: str, names: set[str]) -> None:
    doc = make_doc(f"Marlin rose\n\n{credit}\n\nMarlin rose again.", {"Marlin": "COMPANY"})
    assert {e["name"] for e in doc._.entities if e["byline"]} == names


def test_who_answers_questions_about_a_release_is_no_writer(make_doc: MakeDoc) -> None:
    doc = make_doc("Marlin rose\n\nIt rose.\n\nMedia Contacts\nJane Doe", {"Marlin": "COMPANY", "Jane Doe": "PERSON"})
    assert not any(e["byline"] for e in doc._.entities)


def test_a_name_in_capitals_yields_to_one_that_is_not(make_doc: MakeDoc) -> None:
    doc = make_doc("MARLIN FEEDS rose. Marlin Feeds fell.", {"MARLIN FEEDS": "COMPANY", "Marlin Feeds": "COMPANY"})
    assert [e["name"] for e in doc._.entities] == ["Marlin Feeds"]


def test_who_signs_without_a_post_is_its_writer(make_doc: MakeDoc) -> None:
    doc = make_doc("蓝港涨价\n\n蓝港拟收购青禾。\n\n明天见。\n\n李明", {"蓝港": "COMPANY", "李明": "PERSON"})
    assert {e["name"]: e["byline"] for e in doc._.entities} == {"蓝港": False, "李明": True}


def test_who_speaks_last_is_no_writer(make_doc: MakeDoc) -> None:
    doc = make_doc("Marlin rose\n\nIt rose.\n\nAnn Lee: Bo, thank you.", {"Marlin": "COMPANY", "Ann Lee": "PERSON"})
    assert not any(e["byline"] for e in doc._.entities)


def test_names_in_lines_about_writers_stay(make_doc: MakeDoc) -> None:
    known = {"Ann Lee": "PERSON", "Marlin Institute": "ORGANIZATION", "Bo Ray": "PERSON"}
    doc = make_doc("Ann Lee is a fellow at the Marlin Institute, as is Bo Ray.", known, {0: "bio"})
    flags = {e["name"]: e["byline"] for e in doc._.entities}
    assert flags == {"Ann Lee": True, "Marlin Institute": False, "Bo Ray": False}


@pytest.mark.parametrize(
    ("line", "signed"),
    [("Ann Lee · Battery Review of the East · 3 March", True), ("Ann Lee met Battery Review · 3 March", False)],
)
def test_who_fills_the_first_column_under_the_title_is_its_writer(make_doc: MakeDoc, line: str, signed: bool) -> None:
    doc = make_doc(f"Cells rise\n{line}\nCells rose.", {"Ann Lee": "PERSON"}, {0: "title"})
    assert [e["byline"] for e in doc._.entities] == [signed]


@pytest.mark.parametrize("credit", ["By Our Bureau", "By Staff Reporter", "By Our Special Correspondent"])
def test_a_credit_that_names_nobody_is_no_person(make_doc: MakeDoc, credit: str) -> None:
    doc = make_doc(f"{credit}\nMarlin rose.", {"Marlin": "COMPANY"}, {0: "byline"})
    assert [e["name"] for e in doc._.entities] == ["Marlin"]


@pytest.mark.parametrize(
    ("line", "known", "kind"),
    [("By Marlin Press", "Marlin Press", "COMPANY"), ("By Ann Lee, Marlin Bay", "Marlin Bay", "LOCATION")],
)
def test_a_known_agency_or_town_in_a_byline_is_no_person(line: str, known: str, kind: str) -> None:
    start = line.index(known)
    name = Mention(
        start=start, end=len(line), text=known, type=kind, method="test", score=0.6, kb=["marlin"], entity=None
    )
    nlp = spacy.blank("en")
    doc = nlp(f"{line}\nThe port opened.")
    doc._.article, doc._.mentions = {}, [name]
    doc._.blocks = [Block(start=0, end=len(line), kind="byline", heading=None, lead_in=None)]
    found = EntityClusters(nlp, "entity_clusters", KnowledgeBase(), least=0.0)(doc)._.entities
    assert (kind, False) in [(e["type"], e["byline"]) for e in found]


def test_chinese_byline(make_doc: MakeDoc) -> None:
    doc = make_doc("本报记者 章以宁\n蓝港上涨，前景向好。", {"蓝港": "COMPANY"}, {0: "byline"})
    assert [e["name"] for e in doc._.entities if e["byline"]] == ["章以宁"]


def test_ids_are_unique(make_doc: MakeDoc) -> None:
    doc = make_doc("李伟 met 李纬.", {"李伟": "PERSON", "李纬": "PERSON"})
    assert [e["entity_id"] for e in doc._.entities] == ["li-wei", "li-wei-2"]


def test_foreign_person_in_chinese_is_a_transliteration(make_doc: MakeDoc) -> None:
    doc = make_doc("伊尔莎·布兰特（Ilsa Brandt）表示，布兰特说", {"Ilsa Brandt": "PERSON"})
    kinds = {n["value"]: n["kind"] for n in doc._.entities[0]["names"]}
    assert kinds["伊尔莎·布兰特"] == kinds["布兰特"] == "transliteration"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["Marlin", " (蓝港)", "，", "蓝港集团", "🙂", "\r\n", " or ", "（Ａcme）", "Ms Doe", "／", "董事长", ". "]
        ),
        max_size=20,
    )
)
def test_offsets_hold_whatever_the_text(make_doc: MakeDoc, parts: list[str]) -> None:
    text = "Marlin " + "".join(parts)
    doc = make_doc(text, {"Marlin": "COMPANY"})
    mentions = doc._.mentions
    assert all(text[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert all(a["end"] <= b["start"] for a, b in pairwise(mentions))
    assert sorted(i for e in doc._.entities for i in e["mentions"]) == list(range(len(mentions)))
    assert all(re.fullmatch(r"[a-z0-9-]+", e["entity_id"]) for e in doc._.entities)


@pytest.mark.parametrize(
    ("text", "code", "coded"),
    [
        ("设备商松河（000997）迁往远山", "000997", True),
        ("Songhe (NASDAQ: SNGH) moves", "SNGH", True),
        ("Songhe (moves on to 000997)", "000997", False),
        ("Songhe moves (000997)", "000997", False),
    ],
)
def test_a_code_behind_a_name_speaks_for_it(make_doc: MakeDoc, text: str, code: str, coded: bool) -> None:
    name = "松河" if "松河" in text else "Songhe"
    (entity,) = make_doc(text, {name: "COMPANY"}, codes=(code,))._.entities
    assert entity["features"]["code"] == float(coded)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Power Purchase Agreement (PPA) was signed.", set()),
        ("The Tarn Wind Power Project (塔恩风电项目) was built.", set()),
        ("The Tarn Enforcement Bureau (TEB) spoke.", {"Tarn Enforcement Bureau", "TEB"}),
    ],
)
def test_a_term_and_its_letters_are_no_name_unless_a_bodys(make_doc: MakeDoc, text: str, names: set[str]) -> None:
    assert {n["value"] for e in make_doc(text, {})._.entities for n in e["names"]} == names

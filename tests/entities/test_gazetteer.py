from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.settle import SURE
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


@pytest.mark.parametrize(
    ("text", "is_company"),
    [("Margins slid at Casey's, the Iowa chain", True), ("Casey's mother owns a shop", False)],
)
def test_a_name_with_an_owners_s_that_owns_nothing(gazetteer: Gazetteer, text: str, is_company: bool) -> None:
    start = text.index("Casey")
    read = [Candidate(start, start + 5, "COMPANY", "encoder", 0.9)]
    assert (("Casey's", "COMPANY") in found(gazetteer, text, proposed=read)) is is_company


def test_sectors_of_shares_are_no_companies(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Healthcare stocks rose while banks fell") == []


def test_shares_that_change_hands_are_no_part_of_a_name(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "该行增持万科股份")[0][0] == "万科"


@pytest.mark.parametrize(("text", "sure"), [("賣仙草蜜的泰山終於換人", True), ("爬上泰山終於換人", False)])
def test_a_word_is_a_sure_name_where_it_is_read_and_its_cue_stands(gazetteer: Gazetteer, text: str, sure: bool) -> None:
    start = text.index("泰山")
    read = [Candidate(start, start + 2, "COMPANY", "encoder", 0.5)]
    assert any(c.score >= SURE for c in gazetteer.find(text, proposed=read)) is sure


def test_the_statistical_model_can_support_a_plain_word(gazetteer: Gazetteer) -> None:
    text = "Customers of the retailer Gap, spread over the country"
    start = text.index("Gap")
    agreed = [Candidate(start, start + 3, "COMPANY", "statistical", 0.5)]
    assert ("Gap", "COMPANY") in found(gazetteer, text, proposed=agreed)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("美国财政部长贝某呼吁停火", False),
        ("美国财政部长约翰呼吁停火", False),
        ("美国财政部长安某呼吁停火", False),
        ("美国财政部部长贝某呼吁停火", True),
        ("美国财政部长期发债", True),
    ],
)
def test_a_minister_is_no_ministry(gazetteer: Gazetteer, text: str, named: bool) -> None:
    assert ("美国财政部", "GOVERNMENT") in found(gazetteer, text) or not named
    assert any(kind == "GOVERNMENT" for _, kind in found(gazetteer, text)) is named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("台中市长孙某会见客人", "台中"),
        ("台中市长约翰会见客人", "台中"),
        ("台中市长隆乐园", "台中市"),
        ("台中市长期看好", "台中市"),
    ],
)
def test_a_mayor_is_no_city(gazetteer: Gazetteer, text: str, place: str) -> None:
    assert [name for name, kind in found(gazetteer, text) if kind == "LOCATION"] == [place]


def test_a_rare_town_gives_way_to_what_the_encoder_reads_across_its_edge(gazetteer: Gazetteer) -> None:
    read = [Candidate(2, 4, "COMPANY", "encoder", 0.8)]
    assert [c.kb for c in gazetteer.find("超越谷歌成为第三", proposed=read)] == [("google",)]


def test_generic_bodies_are_mentions_with_all_their_rows(gazetteer: Gazetteer) -> None:
    [candidate] = list(gazetteer.find("Ministry of Finance"))
    assert candidate.type == "GOVERNMENT"
    assert len(candidate.kb) > 3


@pytest.mark.parametrize(
    ("text", "surface", "is_company"),
    [
        ("台廠晶技擴產石英元件。", "晶技", True),
        ("聯發科、晶技同步上漲。", "晶技", True),
        ("这颗晶技术含量不高。", "晶技", False),
        ("Estimates for Albemarle and other lithium miners fell.", "Albemarle", True),
        ("Clerk Albemarle Jones left.", "Albemarle", False),
        ("Dealers of Johnson Service Group were told.", "Johnson Service Group", True),
    ],
)
def test_support_for_names_that_need_it(gazetteer: Gazetteer, text: str, surface: str, is_company: bool) -> None:
    assert ((surface, "COMPANY") in found(gazetteer, text)) is is_company


@pytest.mark.parametrize(
    ("text", "longer"),
    [("乐天化学在蔚山建厂。", None), ("比亚迪新材宣布扩产。", "比亚迪新材"), ("比亚迪新材业务增长。", None)],
)
def test_a_known_name_in_a_longer_unknown_one(gazetteer: Gazetteer, text: str, longer: str | None) -> None:
    rowless = [text[c.start : c.end] for c in gazetteer.find(text) if not c.kb]
    assert rowless == ([longer] if longer else [])


def test_bodies_of_a_district_are_not_the_nations(gazetteer: Gazetteer) -> None:
    assert [c.kb for c in gazetteer.find("发改委批复") if c.type == "GOVERNMENT"] != []
    assert [c for c in gazetteer.find("陕西省发改委批复") if c.type == "GOVERNMENT"] == []


def test_what_news_names_beside_a_company_supports_its_name(gazetteer: Gazetteer) -> None:
    assert "Toro" in {name for name, _ in found(gazetteer, "In mowers Toro leads.")}
    assert "Toro" not in {name for name, _ in found(gazetteer, "On Toro Street mowers are dear.")}


def test_names_cut_out_of_words_are_none(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "今日立案") == []
    assert ("日立", "COMPANY") in found(gazetteer, "日立中标")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("会员费又涨价，同花顺单季利润翻倍。", (8, 10)),
        ("國巨澄清，擴產計畫暫緩。", (0, 2)),
    ],
)
def test_what_the_encoder_reads_supports_a_name(gazetteer: Gazetteer, text: str, read: tuple[int, int]) -> None:
    proposed = [Candidate(*read, "COMPANY", "encoder", 0.9)]
    assert "COMPANY" in {kind for _, kind in found(gazetteer, text, proposed=proposed)}
    assert found(gazetteer, text) == []


@pytest.mark.parametrize(
    ("text", "is_company"),
    [
        ("金价大跌让人联想到十年前。", False),
        ("家长舍得为孩子花钱。", False),
        ("同行观望，联想把工厂搬走。", True),
        ("客户有联想（Lenovo）两家。", True),
        ("对手都是联想，联想却不急。", True),
    ],
)
def test_a_word_that_is_read_as_a_company_stands_where_names_do(
    gazetteer: Gazetteer, text: str, is_company: bool
) -> None:
    at = text.index("联想" if "联想" in text else "舍得")
    proposed = [Candidate(at, at + 2, "COMPANY", "encoder", 0.9)]
    assert (text[at : at + 2] in {name for name, _ in found(gazetteer, text, proposed=proposed)}) is is_company


@pytest.mark.parametrize(
    "text",
    [
        "The annualised AI revenue of the software group doubled.",
        "该平台用AI写代码，AI公司纷纷跟进。",
        "We keep Buy with TP of Rs 640.",
    ],
)
def test_abbreviations_of_things_are_no_companies(gazetteer: Gazetteer, text: str) -> None:
    at = text.index("TP" if "TP" in text else "AI")
    proposed = [Candidate(at, at + 2, "COMPANY", "encoder", 0.9)]
    assert "COMPANY" not in {kind for _, kind in found(gazetteer, text, proposed=proposed)}


def test_a_code_proves_a_company_that_is_called_as_a_thing(gazetteer: Gazetteer) -> None:
    text = "The software firm AI gained in Tokyo."
    assert ("AI", "COMPANY") in found(gazetteer, text, listings=frozenset({"XTKS:4388"}))


def test_letters_and_first_parts_of_compounds_need_more_than_capitals(gazetteer: Gazetteer) -> None:
    assert ("BD", "COMPANY") not in found(gazetteer, "他在医院对《BD周记》谈到新药。")
    assert ("Post", "COMPANY") not in found(gazetteer, "The food fund pays for new Post-harvest centres.")


def test_what_the_encoder_reads_outweighs_a_little_known_row(gazetteer: Gazetteer) -> None:
    text = "Analysts at Samba were told."
    assert ("Samba", "LOCATION") in found(gazetteer, text)
    assert found(gazetteer, text, proposed=[Candidate(12, 17, "COMPANY", "encoder", 0.9)]) == []
    text = "萬華的老屋改建，萬華房價看漲。"
    assert ("萬華", "COMPANY") in found(gazetteer, text)
    assert found(gazetteer, text, proposed=[Candidate(0, 2, "LOCATION", "encoder", 0.9)]) == []


def test_whose_clock_is_read_is_no_place(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "北京时间7月3日晚") == []
    assert found(gazetteer, "at 9 am Beijing time.") == []
    assert found(gazetteer, "在北京，时间紧迫") == [("北京", "LOCATION")]


def test_a_market_named_like_a_company_is_not_the_company(gazetteer: Gazetteer) -> None:
    assert ("AIM", "COMPANY") not in found(gazetteer, "The AIM-listed vaccine maker rose.")
    assert found(gazetteer, "Shares of SGX-listed Tarn rose.") == []
    assert ("SGX", "COMPANY") in found(gazetteer, "Shares of SGX and Tarn rose.")


def test_a_town_named_like_a_company_is_not_the_company(gazetteer: Gazetteer) -> None:
    assert ("茅台", "COMPANY") in found(gazetteer, "茅台股价上涨，茅台公告分红。")
    assert ("茅台", "COMPANY") not in found(gazetteer, "茅台镇的酒坊停产，茅台镇很静。")


def test_a_company_does_not_end_inside_a_place(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "台积电亚利桑那州工厂投产")[0] == ("台积电", "COMPANY")
    assert found(gazetteer, "台积电亚利桑那投产")[0] == ("台积电亚利桑那", "COMPANY")


def test_small_towns_named_like_words_need_the_encoder(gazetteer: Gazetteer) -> None:
    text = "园林工程开工"
    assert found(gazetteer, text) == []
    proposed = [Candidate(0, 2, "LOCATION", "encoder", 0.9)]
    assert found(gazetteer, text, proposed=proposed) == [("园林", "LOCATION")]


@pytest.mark.parametrize("mark", ["– ", "- ", "* ", "• ", "1. ", "(2) ", "## ", "> ", "| "])
def test_capitals_tell_nothing_at_the_head_of_an_item(gazetteer: Gazetteer, mark: str) -> None:
    text = f"Chip makers of Japan see three reasons:\n\n{mark}Innovation potential: semiconductors that run cooler."
    assert not [c for c in gazetteer.find(text) if text[c.start : c.end] == "Innovation"]


def test_a_hyphen_stands_within_a_capitalised_word_before_a_name(gazetteer: Gazetteer) -> None:
    text = "Chip makers of Japan praised the Far-Reaching Innovation of semiconductors."
    assert not [c for c in gazetteer.find(text) if text[c.start : c.end] == "Innovation"]


def test_a_line_is_asked_once_whether_it_is_a_headline(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    monkeypatch.setattr("pipeline.entities.gazetteer.is_title_case", lambda line: bool(lines.append(line)))
    found(gazetteer, "the goods of Target sell as those of Gap do, and those of Target too\nthey left Target")
    assert [len(line) > 20 for line in lines] == [True, False]


def test_a_short_name_beside_its_cue_is_as_sure_as_a_long_one(gazetteer: Gazetteer) -> None:
    def sure(text: str) -> list[float]:
        return [c.score for c in gazetteer.find(text) if text[c.start : c.end] == "B站"]

    assert sure("陈睿的B站连续盈利")[0] > sure("他的B站连续盈利")[0]


def test_an_unsure_place_beside_a_cue_is_the_company(gazetteer: Gazetteer) -> None:
    text = "Georgia Power's plan is the largest in Southern's history"
    start = text.index("Southern")
    read = [Candidate(start, start + 8, "LOCATION", "encoder", score) for score in (0.8, 0.95)]
    assert ("Southern", "COMPANY") in found(gazetteer, text, proposed=read[:1])
    assert ("Southern", "COMPANY") not in found(gazetteer, text, proposed=read[1:])


def test_a_robot_that_reports_results_is_the_company(gazetteer: Gazetteer) -> None:
    assert ("机器人", "COMPANY") in found(gazetteer, "沈阳的机器人发布业绩预告")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The BIS put two firms on its Entity List", "bureau-of-industry-and-security"),
        ("The BIS told central banks in Basel", "bank-for-international-settlements"),
    ],
)
def test_what_news_names_beside_a_body_tells_it_from_its_namesake(gazetteer: Gazetteer, text: str, row: str) -> None:
    read = [Candidate(4, 7, "ORGANIZATION", "encoder", 0.5)]
    known = next(c for c in gazetteer.find(text, proposed=read) if c.start == 4)
    assert (known.kb[0], known.score) == (row, SURE)


@pytest.mark.parametrize(
    ("text", "is_company"),
    [("Pool warned of thinner margins", True), ("Pool ponders a sale", True), ("Pool water turned green", False)],
)
def test_what_companies_do_today_supports_a_name_that_is_read(
    gazetteer: Gazetteer, text: str, is_company: bool
) -> None:
    read = [Candidate(0, 4, "COMPANY", "encoder", 0.9)]
    assert (("Pool", "COMPANY") in found(gazetteer, text, proposed=read)) is is_company

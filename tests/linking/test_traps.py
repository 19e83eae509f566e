"""Names that tempt a linker into a wrong issuer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.document import Entity

LinkAll = Callable[[str], dict[str, Entity]]


def link(link_all: LinkAll, text: str, surface: str) -> str | None:
    entity = link_all(text).get(surface)
    return entity["kb_id"] if entity else None


@pytest.mark.parametrize(
    ("text", "surface", "kb_id"),
    [
        ("新希望集团与新希望（000876）分别表态。", "新希望集团", "new-hope-group"),
        ("新希望集团与新希望（000876）分别表态。", "新希望", "new-hope-liuhe"),
        ("招商局集团旗下的招商银行昨晚公布年报。", "招商局集团", "china-merchants-group"),
        ("招商局集团旗下的招商银行昨晚公布年报。", "招商银行", "china-merchants-bank"),
        ("SoftBank Corp. signed a lease with SoftBank Group.", "SoftBank Corp.", "softbank-corp"),
        ("SoftBank Corp. signed a lease with SoftBank Group.", "SoftBank Group", "softbank-group"),
        ("中国石油化工股份上调报价。", "中国石油化工股份", "sinopec"),
        ("京东方下调面板报价，京东则加大促销。", "京东方", "boe-technology"),
        ("京东方下调面板报价，京东则加大促销。", "京东", "jd-com"),
        ("三星重工拿下两艘运输船，三星电子没有参与。", "三星重工", "samsung-heavy-industries"),
        ("现代摩比斯向现代汽车供应底盘。", "现代摩比斯", "hyundai-mobis"),
        ("恒瑞医药（600276）公告，子公司广东恒瑞医药有限公司获批。", "恒瑞医药", "hengrui-pharma"),
        ("Maybank Bhd lent to Tenaga Nasional Bhd in Malaysia.", "Tenaga Nasional Bhd", "tenaga-nasional"),
    ],
)
def test_groups_arms_siblings_and_prefixes(link_all: LinkAll, text: str, surface: str, kb_id: str) -> None:
    assert link(link_all, text, surface) == kb_id


@pytest.mark.parametrize(
    ("text", "kb_id"),
    [
        ('Samsung rose in Seoul. "It is a gift," said Peter Lee of Citi.', None),
        ("Peter Lee, co-chairman of Henderson Land, spoke in Seoul.", "peter-lee"),
        ("Peter Lee spoke in Hong Kong.", "peter-lee"),
    ],
)
def test_a_namesake_of_another_body_and_country_is_nobody_known(
    link_all: LinkAll, text: str, kb_id: str | None
) -> None:
    assert link(link_all, text, "Peter Lee") == kb_id


@pytest.mark.parametrize(
    ("text", "surface", "kb_id"),
    [
        ("Target cut its full-year guidance.", "Target", "target"),
        ("Clerks of the grocer and of its rival Target walked out.", "Target", "target"),
        ("Gap reported higher sales in Asia.", "Gap", "gap-inc"),
        ("Shares of Block fell 3%.", "Block", "block-inc"),
        ("Copper miner Antofagasta cut costs.", "Antofagasta", "antofagasta-plc"),
        ("机器人（300024）午后涨停。", "机器人", "siasun"),
        ("太阳能股价上涨5%，成交活跃。", "太阳能", "xshe-000591"),
        ("台廠國巨昨日法說，國巨看好被動元件。", "國巨", "yageo"),
        ("工行下调存款利率。", "工行", "industrial-and-commercial-bank-of-china"),
        ("宁王大涨。", "宁王", "catl"),
        ("Suzuki said car sales in India and Japan rose.", "Suzuki", "suzuki"),
        ("证监局拟对*ST华微罚款，股票可能终止上市。", "*ST华微", "xshg-600360"),
    ],
)
def test_plain_words_and_nicknames_with_context(link_all: LinkAll, text: str, surface: str, kb_id: str) -> None:
    assert link(link_all, text, surface) == kb_id


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The plant hit its target and closed the gap.", "target"),
        ("The Gap between rich and poor widened.", "Gap"),
        ("An Apple a day is enough, the farm shop wrote.", "Apple"),
        ("Delta variant cases rose again.", "Delta"),
        ("Shell companies hid the money.", "Shell"),
        ("该机器人每小时搬运百箱，机器人还会自己充电，机器人并不便宜。", "机器人"),
        ("太阳能发电量上涨，太阳能装机也在增加，太阳能不再补贴。", "太阳能"),
        ("农产品价格回落。", "农产品"),
        ("今日立案的还有两家。", "日立"),
        ("公司努力拓展海外市场。", "力拓"),
        ("这是一个完美的计划。", "美的"),
        ("厂里如新建的一样。", "如新"),
        ("泰达新材宣布扩产。", "泰达"),
        ("四川省发改委批复了该项目。", "发改委"),
        ("乐天精密化学在蔚山建厂。", "乐天"),
    ],
)
def test_what_is_no_mention_of_the_company(link_all: LinkAll, text: str, surface: str) -> None:
    assert link(link_all, text, surface) is None


@pytest.mark.parametrize(
    ("text", "surface", "kb_id"),
    [
        ("The Ministry of Finance in Hanoi sold bonds.", "Ministry of Finance", "vietnam-ministry-of-finance"),
        ("Pakistan's Ministry of Finance sold bonds.", "Ministry of Finance", "pakistan-ministry-of-finance"),
        ("The Ministry of Finance sold bonds.", "Ministry of Finance", None),
        ("财政部周三在北京发债。", "财政部", "china-ministry-of-finance"),
        ("四川省发改委批复了该项目。", "四川省发改委", None),
        (
            "韩国总统府在首尔表示，商务部长卢特尼克将来访，美国商务部尚未置评。",
            "美国商务部",
            "us-department-of-commerce",
        ),
        ("卢特尼克在华盛顿说，商务部将公布新名单。", "商务部", "us-department-of-commerce"),
        ("商务部新闻发言人在北京表示，中方注意到美国的新名单。", "商务部", "china-ministry-of-commerce"),
        ("新台幣升值，財政部公布十月出口。", "財政部", "taiwan-ministry-of-finance"),
        ("The Senate (参议院) passed the bill, Washington papers wrote.", "参议院", "us-senate"),
        ("东京方面说，参议院周三表决。", "参议院", "house-of-councillors"),
        ("华盛顿方面说，众议院周三表决。", "众议院", "us-house-of-representatives"),
    ],
)
def test_bodies_take_their_country(link_all: LinkAll, text: str, surface: str, kb_id: str | None) -> None:
    assert link(link_all, text, surface) == kb_id


@pytest.mark.parametrize(
    ("text", "surface", "candidates"),
    [
        ("Baidu (NYSE: BABA) rose.", "Baidu", ["baidu", "alibaba"]),
        ("百度（09988.HK）上漲。", "百度", ["baidu", "alibaba"]),
        ("中国石化集团（600028）签约。", "中国石化集团", ["sinopec-group", "sinopec"]),
    ],
)
def test_a_code_that_contradicts_the_name_is_reported(
    link_all: LinkAll, text: str, surface: str, candidates: list[str]
) -> None:
    entity = link_all(text)[surface]
    assert (entity["resolution"], entity["candidates"]) == ("ambiguous", candidates)
    assert entity["kb_id"] is None
    assert entity["listings"] == []


def test_a_code_of_a_namesake_stands_for_itself(link_all: LinkAll) -> None:
    entity = link_all("Orion (NYSE: ORNX) won a dredging contract.")["Orion"]
    assert entity["kb_id"] is None
    assert [line["listing"] for line in entity["listings"]] == ["XNYS:ORNX"]


def test_a_group_that_no_row_has_is_not_its_listed_arm(link_all: LinkAll) -> None:
    entity = link_all("上海机场集团昨天招标，上海机场（600009）没有评论。")
    assert "上海机场集团" not in entity or entity["上海机场集团"]["kb_id"] != entity["上海机场"]["kb_id"]
    assert [x["listing"] for x in entity["上海机场"]["listings"]] == ["XSHG:600009"]


def test_an_unlisted_parent_stands_for_its_units(link_all: LinkAll) -> None:
    entity = link_all("国能集团和中国神华签约。")["国能集团"]
    assert entity["resolution"] == "unlisted"
    assert {"XSHG:601088", "XHKG:1088"} <= {x["listing"] for x in entity["listings"]}
    assert {x["link"] for x in entity["listings"]} <= {"subsidiary", "associate"}


def test_only_the_named_line_of_a_chinese_sentence_is_cut_out(link_all: LinkAll) -> None:
    assert link(link_all, "证监会今日立案，日立否认。", "日立") == "hitachi"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        (
            "The adviser Integrated Stewardship Surveys (ISS) said so. Shareholders follow ISS.",
            "Integrated Stewardship Surveys",
        ),
        ("Heathrow Airport Limited (HAL) will invest. HAL owns the site.", "Heathrow Airport Limited"),
    ],
)
def test_an_abbreviation_that_is_written_out_is_nobody_elses(link_all: LinkAll, text: str, surface: str) -> None:
    entity = link_all(text)[surface]
    assert entity["kb_id"] is None
    assert entity["listings"] == []


def test_a_legal_name_is_known_without_its_form(link_all: LinkAll) -> None:
    assert link_all("浙江鼎力机械公告称，新工厂已在湖州开工。")["浙江鼎力机械"]["kb_id"] == "xshg-603338"


@pytest.mark.parametrize(
    ("text", "surface", "kb_id"),
    [
        ("Meta, once worth more than $1 trillion, is now valued at a quarter of that.", "Meta", "meta-platforms"),
        ("It would also double RWE's wind farms in the United States.", "RWE", "rwe"),
        ("Guyana's energy ministry and Eni did not reply to requests for comment.", "Eni", "eni"),
        ("Shares in Estee Lauder Cos Inc <EL.N> slipped 1.2%.", "Estee Lauder Cos Inc", "estee-lauder"),
    ],
)
def test_names_that_one_company_alone_goes_by(link_all: LinkAll, text: str, surface: str, kb_id: str) -> None:
    assert link(link_all, text, surface) == kb_id


def test_a_name_is_known_with_its_form_behind_it(link_all: LinkAll) -> None:
    assert link_all("海康威视公司找到一家公关公司，支付30万元。")["海康威视公司"]["kb_id"] == "hikvision"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("恒瑞医药（600276）公告，子公司广东恒瑞医药有限公司获批。", "广东恒瑞医药有限公司"),
        ("The Abu Dhabi Department of Energy (DoE) licensed a plant.", "Abu Dhabi Department of Energy"),
        ("Ghana's Food and Drugs Authority (FDA) seized it in Accra.", "Food and Drugs Authority"),
    ],
)
def test_likenesses_of_what_is_known_are_unknown(link_all: LinkAll, text: str, surface: str) -> None:
    assert surface in link_all(text)
    assert link(link_all, text, surface) is None


@pytest.mark.parametrize(
    ("text", "surface", "kb_id"),
    [
        (
            "At Goodwood, Rolls-Royce sells more convertibles, the BMW unit said.",
            "Rolls-Royce",
            "rolls-royce-motor-cars",
        ),
        ("Rolls-Royce raised its guidance on engine repairs in Derby.", "Rolls-Royce", "rolls-royce-holdings"),
        ("Jack Cowin has taken charge at Domino's, whose shops in Australia are shrinking.", "Domino's", "xasx-dmp"),
        ("Volvo's truck orders in North America fell by a third.", "Volvo", "volvo-group"),
        ("创业公司的估值缩水，红杉放慢出手。", "创业公司", None),
    ],
)
def test_namesakes_by_what_stands_beside_them(link_all: LinkAll, text: str, surface: str, kb_id: str | None) -> None:
    assert link(link_all, text, surface) == kb_id

from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.no_names import is_no_name


def judged(text: str, surface: str, kind: str, kb: tuple[str, ...] = ()) -> bool:
    start = text.index(surface)
    return is_no_name(text, Candidate(start, start + len(surface), kind, "encoder", 0.9, kb))


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("an IPO of the year", "IPO", "COMPANY"),
        ("Apple growers of Yakima", "Apple", "COMPANY"),
        ("Shell companies hid it", "Shell", "COMPANY"),
        ("動作迅雷不及掩耳", "迅雷", "COMPANY"),
        ("和泰里長說路燈壞了", "和泰", "COMPANY"),
        ("the Grade A tower", "Grade A", "LOCATION"),
        ("its Ka-band payload", "Ka-band", "PRODUCT"),
        ("財政司司長陳某說", "財政司", "GOVERNMENT"),
        ("the PSU pays a dividend", "PSU", "GOVERNMENT"),
        ("KOL分佣比例上调", "KOL", "COMPANY"),
        ("the Acquirer makes cement", "Acquirer", "COMPANY"),
        ("Parent will pay the holders", "Parent", "COMPANY"),
        ("Filipino telecoms rose", "Filipino telecoms", "COMPANY"),
        ("and Norwegian packers gained", "Norwegian", "COMPANY"),
        ("sums are New Zealand dollars", "New Zealand", "LOCATION"),
        ("付给越南盾五百亿", "越南", "LOCATION"),
        ("Minister of Energy and Roads", "Energy", "COMPANY"),
        ("pulled the Hang Seng down", "Hang Seng", "COMPANY"),
        ("Hang Seng fell 0.4% on Tuesday", "Hang Seng", "COMPANY"),
        ("恒生科技指數報七千點", "恒生", "COMPANY"),
        ("the TAIEX closed lower", "TAIEX", "COMPANY"),
        ("上述資訊由信託披露", "信託", "COMPANY"),
        ("the Board of Directors met", "Board of Directors", "GOVERNMENT"),
        ("根据《公司章程》", "公司章程", "POLICY"),
        ("stake in the miner fell", "miner", "COMPANY"),
        ("a profit of 0.1 Singapore cent", "Singapore", "LOCATION"),
        ("美东时间周三盘后", "美东", "LOCATION"),
        ("恒生中國企業指數報八千點", "中國", "LOCATION"),
        ("發佈時間:2025-10-10 HKT", "HKT", "COMPANY"),
        ("波音与中国的航空公司", "中国的航空公司", "COMPANY"),
        ("松河的新工厂开工", "新工厂", "COMPANY"),
        ("周一股价交投热络", "交投", "COMPANY"),
        ("the BNT-327 antibody", "BNT", "COMPANY"),
        ("[zhongwen.ft.com, London]", "zhongwen.ft.com", "COMPANY"),
        ("The benchmark Nikkei 225 rose", "Nikkei", "COMPANY"),
        ("MSCI's broadest index of Asian shares rose", "MSCI", "COMPANY"),
        ("a drop in the Cboe volatility index", "Cboe", "COMPANY"),
        ("the Straits Times Index opened", "Straits Times", "COMPANY"),
        ("the small-cap Russell 2000 rose", "Russell", "COMPANY"),
        ("Treasury Secretary Ann Moe said", "Treasury", "GOVERNMENT"),
        ("hit the shadow fleet of Russia", "shadow fleet", "COMPANY"),
        ("刊出药物的Meta分析", "Meta", "COMPANY"),
        ("The Delta variant spread", "Delta", "COMPANY"),
        ("the Oracle of Omaha sold", "Oracle", "COMPANY"),
        ("its Principal Financial Officer left", "Principal Financial", "COMPANY"),
        ("the merger was OK'd", "OK", "COMPANY"),
        ("Amazon deforestation fell", "Amazon", "COMPANY"),
        ("多家初创公司裁员", "初创公司", "COMPANY"),
        ("合作社说小米每斤六块", "小米", "COMPANY"),
    ],
)
def test_no_names(text: str, surface: str, kind: str) -> None:
    assert judged(text, surface, kind)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Norwegian said it would fly", "Norwegian", "COMPANY"),
        ("New Zealand said", "New Zealand", "LOCATION"),
        ("云南元谋的灌区", "云南", "LOCATION"),
        ("the Ministry of Energy", "Ministry of Energy", "GOVERNMENT"),
        ("lifted Hang Seng by 3%", "Hang Seng", "COMPANY"),
        ("Hang Seng fell 4% as Hang Seng Bank cut its payout", "Hang Seng", "COMPANY"),
        ("shares of Indian Hotels", "Indian Hotels", "COMPANY"),
        ("the Board of Trade met", "Board of Trade", "GOVERNMENT"),
        ("the HKT trust rose", "HKT", "COMPANY"),
        ("sold on Amazon.com", "Amazon.com", "COMPANY"),
        ("the BNT - 3 firms", "BNT", "COMPANY"),
        ("奈雪的茶开新店", "奈雪的茶", "COMPANY"),
        ("Treasury said the minister left", "Treasury", "GOVERNMENT"),
        ("a Nikkei report", "Nikkei", "COMPANY"),
        ("MSCI will drop the miner from the index", "MSCI", "COMPANY"),
        ("Boeing 787 jets", "Boeing", "COMPANY"),
        ("恒生银行在中国扩张", "中国", "LOCATION"),
        ("the state property fund sold it", "state property fund", "GOVERNMENT"),
    ],
)
def test_names(text: str, surface: str, kind: str) -> None:
    assert not judged(text, surface, kind)


def test_an_ordinary_word_is_a_firm_by_its_code_only() -> None:
    assert judged("發乾淨綠電給電網", "綠電", "COMPANY", ("roco-8440",))
    assert not judged("綠電(8440)大漲", "綠電", "COMPANY", ("roco-8440",))
    assert not judged("綠電 (8440-TW) 大漲", "綠電", "COMPANY", ("roco-8440",))


def test_a_company_named_like_a_side_is_one() -> None:
    assert not judged("德方股价上涨", "德方", "COMPANY", ("xshe-300769",))
    assert not judged("伊方核电站重启", "伊方", "LOCATION")


def test_what_the_knowledge_base_knows_is_a_name() -> None:
    assert not judged("AI rose 3%", "AI", "COMPANY", ("c3-ai",))


@pytest.mark.parametrize(
    ("text", "surface", "none"),
    [
        ("The Australian sharemarket fell", "The Australian", True),
        ("The Australian reported it", "The Australian", False),
    ],
)
def test_known_names_before_what_makes_them_others(text: str, surface: str, none: bool) -> None:
    assert judged(text, surface, "COMPANY", ("the-australian",)) == none


def test_who_an_illness_is_named_after_is_no_name() -> None:
    assert judged("against Tarn's disease", "Tarn", "PRODUCT")
    assert not judged("against Tarn's rival", "Tarn", "PRODUCT")
    assert not judged("Genmab's lymphoma drug", "Genmab", "COMPANY", ("genmab",))


@pytest.mark.parametrize(
    ("text", "surface"), [("中方持股四成", "中方"), ("俄方股東", "俄方"), ("尼政府致谢", "尼政府")]
)
def test_a_side_by_one_character_is_no_name_even_where_a_county_has_it(text: str, surface: str) -> None:
    assert judged(text, surface, "LOCATION", ("city-zhongfang-cn",))


def test_a_crop_is_one_where_the_sentence_is_of_farms() -> None:
    assert judged("洛川的苹果亩产下降。", "苹果", "COMPANY", ("apple",))
    assert not judged("苹果涨价。樱桃每斤六元。", "苹果", "COMPANY", ("apple",))

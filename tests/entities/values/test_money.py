"""Money in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.entities.values.money import amounts


def found(text: str) -> list[tuple[str, float, float | None, str]]:
    return [(a["text"], a["value"], a["max"], a["currency"]) for a in amounts(text)]


@pytest.mark.parametrize(
    ("text", "span", "value", "currency"),
    [
        ("a $55-billion scheme", "$55-billion", 55e9, "USD"),
        ("paid US$ 300m for it", "US$ 300m", 300e6, "USD"),
        ("HK$1.5億的合約", "HK$1.5億", 150e6, "HKD"),
        ("a Nairobi road for Sh40.4 billion", "Sh40.4 billion", 40.4e9, "KES"),
        ("revenue of $US1.02 billion", "$US1.02 billion", 1.02e9, "USD"),
        ("raised to 55p a share", "55p", 0.55, "GBP"),
        ("約十點三六億美元", "十點三六億美元", 1.036e9, "USD"),
        ("二十一点五亿元", "二十一点五亿元", 2.15e9, "CNY"),
        ("市值達三十五．三九兆日圓", "三十五．三九兆日圓", 3.539e13, "JPY"),
        ("收在一三六〇美元", "一三六〇美元", 1360.0, "USD"),
        ("a loan of VNĐ4.6 trillion", "VNĐ4.6 trillion", 4.6e12, "VND"),
        ("下午三点五亿元到账", "五亿元", 5e8, "CNY"),
        ("投资近300亿的项目", "300亿", 3e10, "CNY"),
        ("总投资额达百亿，明年动工", "百亿", 1e10, "CNY"),
        ("NT$ 30 billion", "NT$ 30 billion", 30e9, "TWD"),
        ("R$ 1.2 billion", "R$ 1.2 billion", 1.2e9, "BRL"),
        ("Rs. 2,000 crore", "Rs. 2,000 crore", 20e9, "INR"),
        ("5 lakh rupees", "5 lakh rupees", 5e5, "INR"),
        ("CHF 5m", "CHF 5m", 5e6, "CHF"),
        ("W395,000 a share", "W395,000", 395e3, "KRW"),
        ("1.4 trillion won", "1.4 trillion won", 1.4e12, "KRW"),
        ("half a billion dollars", "half a billion dollars", 5e8, "USD"),
        ("two hundred and fifty million euros", "two hundred and fifty million euros", 250e6, "EUR"),
        ("70 Australian dollars", "70 Australian dollars", 70.0, "AUD"),
        ("raised A$16. They left", "A$16", 16.0, "AUD"),
        ("88 cents a share", "88 cents", 0.88, "USD"),
        ("约3.2万亿韩元", "3.2万亿韩元", 3.2e12, "KRW"),
        ("五百万元", "五百万元", 5e6, "CNY"),
        ("一万五千亿元", "一万五千亿元", 1.5e12, "CNY"),
        ("近千亿元", "千亿元", 1e11, "CNY"),
        ("1亿2000万元", "1亿2000万元", 1.2e8, "CNY"),
        ("人民币50亿元", "人民币50亿元", 5e9, "CNY"),
        ("50亿元人民币", "50亿元人民币", 5e9, "CNY"),
        ("新臺幣１，５８３億元", "新臺幣１，５８３億元", 1.583e11, "TWD"),
        ("投资 50 亿美元", "50 亿美元", 5e9, "USD"),
        ("一百多亿美元", "一百多亿美元", 1e10, "USD"),
        ("8000万美金", "8000万美金", 8e7, "USD"),
    ],
)
def test_forms(text: str, span: str, value: float, currency: str) -> None:
    assert found(text) == [(span, value, None, currency)]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "currency"),
    [
        ("$5.5bn-$6bn", "$5.5bn-$6bn", 5.5e9, 6e9, "USD"),
        ("$1 to $2 billion", "$1 to $2 billion", 1e9, 2e9, "USD"),
        ("between €5 million and €7 million", "€5 million and €7 million", 5e6, 7e6, "EUR"),
        ("ranging from $5 billion to $6 billion", "$5 billion to $6 billion", 5e9, 6e9, "USD"),
        ("20-25亿元", "20-25亿元", 2e9, 2.5e9, "CNY"),
        ("20亿至25亿元", "20亿至25亿元", 2e9, 2.5e9, "CNY"),
        ("500～550億日圓", "500～550億日圓", 5e10, 5.5e10, "JPY"),
        ("两三亿元", "两三亿元", 2e8, 3e8, "CNY"),
    ],
)
def test_ranges(text: str, span: str, low: float, high: float, currency: str) -> None:
    assert found(text) == [(span, low, high, currency)]
    assert amounts(text)[0]["qualifier"] == "range"


@pytest.mark.parametrize(
    "text",
    [
        "投资者达2亿，用户300亿的说法",
        "软银斥资400亿，港元走弱",
        "lost 30 pounds 5 years ago",
        "投资2亿多人",
        "several hundred million dollars",
        "a multi-billion dollar deal",
        "数十亿元",
        "几百亿美元",
        "百亿级",
        "单位：百万元",
        "2024年元旦",
        "3块地",
        "1080p video",
        "5 million pounds of lobster",
        "12亿股",
        "300万吨",
        "up 5% to 40,000 points",
        "won 5 gold medals",
        "five won awards",
        "营业收入（百万元）",
        "Investment (Rs crore)",
        "Sales (in US$ million)",
        "USD/JPY 151.2",
        "36Kr reported it",
        "bought 12 real estate funds",
        "a Series 7 real-time display",
    ],
)
def test_no_money(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about $3bn", "approximate"),
        ("nearly $3bn", "approximate"),
        ("at least $3bn", "at_least"),
        ("$3bn-plus", "at_least"),
        ("up to $3bn", "up_to"),
        ("$3bn", "exact"),
        ("約30億元", "approximate"),
        ("30亿元左右", "approximate"),
        ("逾30亿元", "at_least"),
        ("30多亿元", "at_least"),
        ("不超过30亿元", "up_to"),
        ("最高可达30亿元", "up_to"),
        ("最高达30亿元", "up_to"),
        ("最多可获得30亿元", "up_to"),
        ("至少30亿元", "at_least"),
        ("金额不低于20亿元", "at_least"),
        ("under a A$62 million contract", "exact"),
        ("under $62 million", "up_to"),
    ],
)
def test_qualifier(text: str, qualifier: str) -> None:
    assert [a["qualifier"] for a in amounts(text)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("revenue rose from $5 billion to $6 billion", ["$5 billion", "$6 billion"]),
        ("the shares gained $2 to $80", ["$2", "$80"]),
        ("由3億元增至4億元", ["3億元", "4億元"]),
        ("20亿美元2025年到期", ["20亿美元"]),
    ],
)
def test_movements_are_no_ranges(text: str, parts: list[str]) -> None:
    assert [a["text"] for a in amounts(text)] == parts


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The mine costs $2 billion. All figures are in Canadian dollars.", "CAD"),
        ("The fund paid $2 billion.", "USD"),
        ("Tokyo: the bank of Japan bought ¥2 billion", "JPY"),
        ("Beijing: the Chinese maker raised ¥2 billion", "CNY"),
        ("香港地產商以20億元購入商廈，港股收跌", "HKD"),
        ("台北訊，台股上市公司投資20億元擴產", "TWD"),
        ("該公司法說會上宣布投資20億元擴產，營收年增三成", "TWD"),
        ("Sydney and Perth in Australia: the miner paid $2 billion, said it in US cents", "AUD"),
        ("香港地产商以20亿元购入商厦", "CNY"),
        ("澳門博監局批准該酒店投資20億元，本澳旅客增加", "MOP"),
        ("新加坡裕廊的新厂投资20亿元，新交所上市公司说", "SGD"),
        ("中国公司在新加坡裕廊的新厂投资20亿元，北京总部说", "CNY"),
        ("藍港(03690)擬以20億元購入商廈", "HKD"),
        ("藍鯨(2330)擬以20億元擴產", "TWD"),
        ("港股藍港沽空金額$20億，香港證監會表示", "HKD"),
        ("中國電商平台投資20億元擴張業務", "CNY"),
        ("澳洲礦企投資20億元擴產，獲利成長", "CNY"),
        ("Norway's Oslo fund paid 20 million kroner", "NOK"),
        ("Manila said 20 million pesos went to Philippine schools", "PHP"),
        ("菲律賓子公司將斥資20億披索興建物流中心", "PHP"),
    ],
)
def test_currency_by_article(text: str, currency: str) -> None:
    assert [a["currency"] for a in amounts(text)] == [currency]


def test_yen_sign_beside_spelled_yuan() -> None:
    found_here = found("Chinese sales were 14 billion yuan; in China it will spend ¥20 billion")
    assert [c for *_, c in found_here] == ["CNY", "JPY"]


def test_offsets_with_emoji_and_crlf() -> None:
    text = "🚀🚀\r\n斥资５亿元\r\nand $5\r\nmillion"
    assert (
        [text[a["start"] : a["end"]] for a in amounts(text)]
        == [a["text"] for a in amounts(text)]
        == ["５亿元", "$5\r\nmillion"]
    )


_ENGLISH_SCALES = {"": 0, " thousand": 3, " million": 6, "m": 6, "bn": 9, " billion": 9, " trillion": 12}
_HAN_SCALES = {"": 0, "万": 4, "亿": 8, "億": 8, "万亿": 12, "千万": 7, "百亿": 10}
_numbers = st.decimals(min_value=Decimal("0.1"), max_value=Decimal(99999), places=1)


@settings(max_examples=80, deadline=None)
@given(
    _numbers, st.sampled_from(sorted(_ENGLISH_SCALES)), st.sampled_from([("US$", "USD"), ("€", "EUR"), ("SEK ", "SEK")])
)
def test_english_round_trip(number: Decimal, scale: str, mark: tuple[str, str]) -> None:
    written = f"{mark[0]}{number:,}{scale}"
    value = float(number * 10 ** _ENGLISH_SCALES[scale])
    assert found(f"It paid {written} for that.") == [(written, value, None, mark[1])]


@settings(max_examples=80, deadline=None)
@given(
    _numbers, st.sampled_from(sorted(_HAN_SCALES)), st.sampled_from([("美元", "USD"), ("日圓", "JPY"), ("欧元", "EUR")])
)
def test_chinese_round_trip(number: Decimal, scale: str, unit: tuple[str, str]) -> None:
    written = f"{number}{scale}{unit[0]}"
    value = float(number * 10 ** _HAN_SCALES[scale])
    assert found(f"公司斥资{written}扩产。") == [(written, value, None, unit[1])]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="$¥€元亿万千百十两三多余至-~–, .0123456789１bnmUSHKtoand美港约\n🚀", max_size=60))
def test_text_is_its_span(text: str) -> None:
    for amount in amounts(text):
        assert text[amount["start"] : amount["end"]] == amount["text"]
        assert amount["max"] is None or amount["max"] > amount["value"]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("新厂耗资¥5亿。", "CNY"),
        ("新廠耗資￥5億。", "CNY"),
        ("总价为￥800。", "CNY"),
        ("丰田在日本投资¥5亿。", "JPY"),
        ("The mill cost ¥5 billion, its owner in Osaka said.", "JPY"),
        ("The mill cost ¥5 billion, its owner in Shanghai said.", "CNY"),
        ("The mill cost ¥5 billion.", None),
    ],
)
def test_yen_or_yuan_by_cues_then_by_script(text: str, currency: str | None) -> None:
    assert [a["currency"] for a in amounts(text)] == ([] if currency is None else [currency])


@settings(max_examples=100, deadline=None)
@given(
    mark=st.sampled_from(["$", "€", "£", "US$", "HK$", "R$", "EUR ", "CHF", "₹", "W", "人民币"]),
    unit=st.sampled_from(["m", "bn", " million", " billion", "亿"]),
    dash=st.sampled_from(["-", "–", "—", "~", "～"]),
    space=st.sampled_from(["", " "]),
    low=st.integers(1, 400),
    step=st.integers(1, 400),
)
def test_marks_on_both_sides_of_a_range(mark: str, unit: str, dash: str, space: str, low: int, step: int) -> None:
    written = f"{mark}{low}.5{unit}{space}{dash}{space}{mark}{low + step}{unit}"
    [amount] = amounts(f"成本 {written} 。" if unit == "亿" else f"It costs {written}, they said.")
    assert amount["text"] == written
    assert amount["qualifier"] == "range"
    assert amount["max"] is not None
    assert amount["max"] > amount["value"]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Debt was EUR 2,5 Mrd.", "EUR 2,5 Mrd", 2.5e9),
        ("about US$1,2 billion", "US$1,2 billion", 1.2e9),
        ("約1,5億歐元", "1,5億歐元", 1.5e8),
        ("Rs 1,20,000 crore", "Rs 1,20,000 crore", 1.2e12),
        ("a budget of €12,345", "€12,345", 12345.0),
    ],
)
def test_decimal_comma_and_thousands(text: str, span: str, value: float) -> None:
    assert [(a["text"], a["value"]) for a in amounts(text)] == [(span, value)]


@pytest.mark.parametrize("text", ["a ticket at €12,5 a day", "US$1.2,3", "票价2,5美元"])
def test_number_that_goes_on_behind_a_comma_is_none(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is worth 3 million pesos ($1 = 58.71 Philippine pesos)", [("3 million pesos", 3e6, None, "PHP")]),
        ("（1歐元＝0.86英鎊）", []),
        ("EBITDA will rise by $18 million to $22 million a year", [("$18 million to $22 million", 18e6, 22e6, "USD")]),
        ("shares rose by $2 to $30", [("$2", 2.0, None, "USD"), ("$30", 30.0, None, "USD")]),
        ("罚款从2万元到5万元不等", [("2万元到5万元", 2e4, 5e4, "CNY")]),
        ("票价从2元到5元", [("2元", 2.0, None, "CNY"), ("5元", 5.0, None, "CNY")]),
        ("一斤2块3，一件九块九。", [("2块3", 2.3, None, "CNY"), ("九块九", 9.9, None, "CNY")]),
        ("三元材料切成一块，一分钱没花", []),
        ("每桶十二美元，卖四五元", [("十二美元", 12.0, None, "USD"), ("四五元", 4.0, 5.0, "CNY")]),
        ("Rs 2 lakh crore, RM780mil", [("Rs 2 lakh crore", 2e12, None, "INR"), ("RM780mil", 780e6, None, "MYR")]),
        ("吉隆坡股市，每股63仙", [("63仙", 0.63, None, "MYR")]),
        ("吉隆坡股市，涨8仙至1令吉46仙", [("8仙", 0.08, None, "MYR"), ("1令吉46仙", 1.46, None, "MYR")]),
        ("at 5 ringgit 20 sen, up 3 sen", [("5 ringgit 20 sen", 5.2, None, "MYR"), ("3 sen", 0.03, None, "MYR")]),
        (
            "上涨2元至50元，涨5元至6元",
            [("2元", 2.0, None, "CNY"), ("50元", 50.0, None, "CNY"), ("5元至6元", 5.0, 6.0, "CNY")],
        ),
        ("从1令吉至50仙", [("1令吉", 1.0, None, "MYR"), ("50仙", 0.5, None, "MYR")]),
        ("8 sen a share", [("8 sen", 0.08, None, "MYR")]),
        ("The uranium firm sold 2.5 million pounds from London", [("2.5 million pounds", 2.5e6, None, "GBP")]),
        ("The uranium firm of London sold 2.5 million pounds of uranium", []),
    ],
)
def test_sums_as_they_are_written_less_often(text: str, expected: list[tuple[str, float, float | None, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The rand was steady; shares closed at R18.", ["R18"]),
        ("The model R18 is sold in Norway.", []),
        ("Manila shares: P71.20 at the close", ["P71.20"]),
        ("In Istanbul the shares rose to TL 197.50.", ["TL 197.50"]),
        ("The SR2 kiln, the SR75 rocket, DC-CFA2 and B2B sales", []),
    ],
)
def test_one_letter_is_a_currency_where_the_article_tells_whose(text: str, spans: list[str]) -> None:
    assert [a["text"] for a in amounts(text)] == spans


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Adelaide: the premier of South Australia told Sydney and Perth it costs $2 million", "AUD"),
        (
            "The premier of South Australia told Sydney, Perth and Washington it costs $2 million; U.S. firms gain",
            "USD",
        ),
        ("A Perth firm pays $2 million", "USD"),
        ("(Dollars are New Zealand dollars unless marked.) It costs $2 million", "NZD"),
        ("Casablanca: it costs 2 million dirhams", "MAD"),
        ("It costs 2 million dirhams", "AED"),
        ("立法會：九龍的樓價每呎二百元", "HKD"),
    ],
)
def test_whose_currency_the_places_of_the_article_tell(text: str, currency: str) -> None:
    assert [a["currency"] for a in amounts(text)] == [currency]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost dollars 4.70, or pounds 3m", [("dollars 4.70", 4.7, "USD"), ("pounds 3m", 3e6, "GBP")]),
        ("dollars 40 to dollars 50", [("dollars 40 to dollars 50", 40.0, "USD")]),
        ("rupees 500 crore", [("rupees 500 crore", 5e9, "INR")]),
        ("hundreds of dollars 5 days ago", []),
        ("It paid 20 million dollars 3 times", [("20 million dollars", 2e7, "USD")]),
        ("Sales: 1,060 crore, against 590 crore", [("1,060 crore", 1.06e10, "INR"), ("590 crore", 5.9e9, "INR")]),
        ("It has 2 crore customers", []),
        ("Gaborone sold P500 million of bonds", [("P500 million", 5e8, "BWP")]),
        ("Manila sold P500 million of bonds", [("P500 million", 5e8, "PHP")]),
        ("3万美元至超十万美元", [("3万美元至超十万美元", 3e4, "USD")]),
        ("It paid TL 18 bln", [("TL 18 bln", 1.8e10, "TRY")]),
        ("It paid 2 bln Turkish liras", [("2 bln Turkish liras", 2e9, "TRY")]),
        ("SR398 billion; KD 4.5 million", [("SR398 billion", 3.98e11, "SAR"), ("KD 4.5 million", 4.5e6, "KWD")]),
        ("Ps.50bn for Pemex of Mexico; zł3.9bn", [("Ps.50bn", 5e10, "MXN"), ("zł3.9bn", 3.9e9, "PLN")]),
        ("AR$900 billion; B32bn", [("AR$900 billion", 9e11, "ARS"), ("B32bn", 3.2e10, "THB")]),
        ("Senegal pays FCFA 98bn", [("FCFA 98bn", 9.8e10, "XOF")]),
        ("Cameroon pays 46 billion CFA francs", [("46 billion CFA francs", 4.6e10, "XAF")]),
        ("In Manila a P18-B loan; Rs.26,500 Cr", [("P18-B", 1.8e10, "PHP"), ("Rs.26,500 Cr", 2.65e11, "INR")]),
        ("Argentina paid $4.2 trillion pesos", [("$4.2 trillion pesos", 4.2e12, "ARS")]),
        ("It won 3 million lari", [("3 million lari", 3e6, "GEL")]),
        ("Manila: the shares shed P2.00 to P525", [("P2.00", 2.0, "PHP"), ("P525", 525.0, "PHP")]),
        ("光學廠 (3406-TW) 營收 19.25 億元，較上月增加", [("19.25 億元", 1.925e9, "TWD")]),
        ("某公司營收 19.25 億元，較上月增加", [("19.25 億元", 1.925e9, "CNY")]),
    ],
)  # fmt: skip
def test_currency_before_the_number_or_told_by_place(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(a["text"], a["value"], a["currency"]) for a in amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("Oil rose to $US60. The ASX fell in Sydney; a Perth firm paid $2m after A$3bn.", ["USD", "AUD", "AUD"]),
        ("An Ottawa bank in Canada and a Calgary one paid $2m, not US$1m, after C$3bn.", ["USD", "USD", "CAD"]),
        ("Chicago: the Pentagon paid $2m. Trump said US$1m. Australians in Australia", ["USD", "USD"]),
        ("Ferry fares in Australia, at home for Australians, are $2m, or US$1m", ["AUD", "USD"]),
        ("河内：越南企业投资10万亿盾", ["VND"]),
        ("雅加达：企业投资10万亿盾", ["IDR"]),
    ],
)
def test_whose_dollar_or_dong(text: str, currencies: list[str]) -> None:
    assert [a["currency"] for a in amounts(text)] == currencies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares rose to 45¢.", [("45¢", 0.45, "USD")]),
        ("It pays 60c a share, or 5.5-6c", [("60c", 0.6, "USD"), ("5.5-6c", 0.055, "USD")]),
        ("Milk fetches 39.8c, and the plant cost €5m", [("39.8c", 0.398, "EUR"), ("€5m", 5e6, "EUR")]),
        ("The tariff is 62c, the plant cost R5 billion", [("62c", 0.62, "ZAR"), ("R5 billion", 5e9, "ZAR")]),
        ("Sri Lanka: 20 cents up at 22.80 rupees", [("20 cents", 0.2, "LKR"), ("22.80 rupees", 22.8, "LKR")]),
        ("under section 12c, on a Fonix 5c in room 3c, at 5C", []),
    ],
)
def test_cents(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(a["text"], a["value"], a["currency"]) for a in amounts(text)] == expected

"""Dates in both languages, against 12 February 2026, a Thursday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.entities.values.dates import dates

PUBLISHED = date(2026, 2, 12)


def found(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(d["text"], d["value"]) for d in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("on February 12, 2026", "February 12, 2026", "2026-02-12"),
        ("on 12 Feb", "12 Feb", "2026-02-12"),
        ("In March it bid", "March", "2026-03"),
        ("in Feb. 2026", "Feb. 2026", "2026-02"),
        ("by mid-2027", "mid-2027", "2027"),
        ("in late 2026", "late 2026", "2026"),
        ("in early March", "early March", "2026-03"),
        ("in the second half of 2026", "second half of 2026", "2026-H2"),
        ("guidance for 1H26", "1H26", "2026-H1"),
        ("in H2 2027", "H2 2027", "2027-H2"),
        ("third-quarter profit fell", "third-quarter", "2025-Q3"),
        ("in the fourth quarter of last year", "fourth quarter of last year", "2025-Q4"),
        ("in 3Q26", "3Q26", "2026-Q3"),
        ("for fiscal 2028", "fiscal 2028", "2028"),
        ("said yesterday", "yesterday", "2026-02-11"),
        ("said on Monday", "Monday", "2026-02-09"),
        ("it will decide on Monday", "Monday", "2026-02-16"),
        ("said last Friday", "last Friday", "2026-02-06"),
        ("next Thursday", "next Thursday", "2026-02-19"),
        ("last July", "last July", "2025-07"),
        ("next month", "next month", "2026-03"),
        ("by year-end", "year-end", "2026"),
        ("bought it in May", "May", "2025-05"),
        ("it will open in December", "December", "2026-12"),
        ("at the end of this year", "end of this year", "2026"),
        ("since 2019", "2019", "2019"),
        ("the first plant will be completed in January", "January", "2027-01"),
        ("it is to be listed in February", "February", "2026-02"),
        ("the first plant was completed in January", "January", "2026-01"),
        ("traders were waiting for Friday's figures", "Friday", "2026-02-13"),
        ("預計115年第3季動工", "115年第3季", "2026-Q3"),
        ("於114年12月31日完成", "114年12月31日", "2025-12-31"),
        ("事實發生日：115/02/09", "115/02/09", "2026-02-09"),
        ("編列115年度預算", "115年度", "2026"),
        ("2026年2月12日", "2026年2月12日", "2026-02-12"),
        ("2026 年 2 月 12 日", "2026 年 2 月 12 日", "2026-02-12"),
        ("二〇二六年三月", "二〇二六年三月", "2026-03"),
        ("今年三月", "今年三月", "2026-03"),
        ("去年12月5日", "去年12月5日", "2025-12-05"),
        ("明年上半年投产", "明年上半年", "2027-H1"),
        ("上月底", "上月底", "2026-01"),
        ("年底前完成", "年底", "2026"),
        ("2027年底前", "2027年底", "2027"),
        ("今年第三季度", "今年第三季度", "2026-Q3"),
        ("預計第3季併網", "第3季", "2026-Q3"),
        ("2026财年", "2026财年", "2026"),
        ("民國115年3月", "民國115年3月", "2026-03"),
        ("令和8年", "令和8年", "2026"),
        ("昨（11）日", "昨（11）日", "2026-02-11"),
        ("今日（2/12）", "今日（2/12）", "2026-02-12"),
        ("今天(2月12日)开工", "今天(2月12日)", "2026-02-12"),
        ("昨日（11日）收盘", "昨日（11日）", "2026-02-11"),
        ("星期三(2025年12月31日)起", "星期三(2025年12月31日)", "2025-12-31"),
        ("10日公告", "10日", "2026-02-10"),
        ("本周一", "本周一", "2026-02-09"),
        ("上周五", "上周五", "2026-02-06"),
        ("下周三", "下周三", "2026-02-18"),
        ("10日收盘", "10日", "2026-02-10"),
        ("２０２６年３月", "２０２６年３月", "2026-03"),
        ("二季度", "二季度", "2026-Q2"),
        ("since the 7th.", "7th", "2026-02-07"),
        ("two years ago", "two years ago", "2024"),
        ("said a month ago", "a month ago", "2026-01"),
        ("July last year", "July last year", "2025-07"),
        ("in the spring of 2027", "spring of 2027", "2027"),
        ("by mid-year", "mid-year", "2026"),
        ("due later this year", "later this year", "2026"),
        ("自2026年2月18日（星期三）起停牌", "2026年2月18日", "2026-02-18"),
        ("it will close before Christmas.", "Christmas", "2026-12-25"),
        ("WHAT MOVED ON MONDAY", "MONDAY", "2026-02-09"),
        ("两年前还是美谈", "两年前", "2024"),
        ("三个月前签约", "三个月前", "2025-11"),
        ("2027年春启动", "2027年春", "2027"),
        ("元旦开通", "元旦", "2026-01-01"),
        ("2010年代表团访问", "2010年", "2010"),
        ("于2017上半年已取得", "2017上半年", "2017-H1"),
        ("預計於今（2026 ）年第3季商轉", "今（2026 ）年第3季", "2026-Q3"),
        ("自去(2025)年2月起", "去(2025)年2月", "2025-02"),
        ("去（2025）年底完工", "去（2025）年底", "2025"),
        ("2010's largest deal", "2010", "2010"),
        ("截至一季度末", "一季度末", "2026-Q1"),
    ],
)
def test_forms(text: str, span: str, value: str) -> None:
    assert found(text) == [(span, value)]


@pytest.mark.parametrize(
    "text",
    [
        "they met at Mar-a-Lago",
        "it may march on",
        "May I? March!",
        "Q1：请问公司的产能？",
        "营收连5月创高",
        "June Smith said",
        "this week and recently",
        "2000 tonnes of steel",
        "Vision 2030 and Made in China 2025",
        "the 1990s",
        "in the late 1980's and the 1990’s",
        "该基金在1980年代成立",
        "暂连跌7日，連漲5日",
        "room 2026, tel 2026-5555",
        "ISO 2022",
        "30 February 2026",
        "本周，近日，今年春季的"[:5],
        "三个月，近三年，30日均线，十年",
        "前三季度，1-9月",
        "每周一，周六福，今日头条",
        "中国制造2025",
        "after the Lunar New Year break",
        "增加120亿元以上年产值，达产后年产值30亿元",
        "這家店開了115年，賣過110年份的酒",
        "预计115年第3组动工",
        "by 2000 GMT, before 1945 CET",
        "every APR1400 abroad, MAR2 and DEC10",
        "嵐鋼（2002）、海輝 (2023)上漲",
        "a cable to Christmas Island",
    ],
)
def test_no_date(text: str) -> None:
    assert found(text) == []


def test_without_publication_only_dates_with_their_year() -> None:
    assert found("yesterday, in March, on Monday; 今年，3月；2025年3月；by May 5, 2027", None) == [
        ("2025年3月", "2025-03"),
        ("May 5, 2027", "2027-05-05"),
    ]


def test_without_publication_the_first_full_date_that_has_passed_stands_in() -> None:
    assert found("On May 5, 2025 it bought Acme. In March it had bid; last year it lost.", None) == [
        ("May 5, 2025", "2025-05-05"),
        ("March", "2025-03"),
        ("last year", "2024"),
    ]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("profit in the three months to December", "three months to December", "2025-Q4"),
        ("for the quarter ended 31 December 2024", "quarter ended 31 December 2024", "2024-Q4"),
        ("the March quarter", "March quarter", "2026-Q1"),
        ("in the July-September 2025 quarter", "July-September 2025 quarter", "2025-Q3"),
        ("the six months ended June 30, 2025", "six months ended June 30, 2025", "2025-H1"),
        ("half-year to December", "half-year to December", "2025-H2"),
        ("the financial year ended March 2025", "financial year ended March 2025", "2025"),
        ("the financial year ended March 31, 2025", "March 31, 2025", "2025-03-31"),
        ("nine months to September", "September", "2025-09"),
    ],
)
def test_periods_told_by_their_last_month(text: str, span: str, value: str) -> None:
    assert found(text) == [(span, value)]


def test_a_numbered_quarter_has_the_year_of_its_last_day() -> None:
    assert found("the second quarter ended June 30, 2024") == [
        ("second quarter", "2024-Q2"),
        ("June 30, 2024", "2024-06-30"),
    ]

    assert found("the third quarter of fiscal 2026 ended December 31, 2025")[0] == (
        "third quarter of fiscal 2026",
        "2026-Q3",
    )
    assert found("second-quarter ended June 30, 2024")[0][0] == "second-quarter"


def test_the_last_day_of_a_year_is_no_day_near_publication() -> None:
    assert found("In the year ended 31 March 2025 it opened a plant in May.", None) == [("31 March 2025", "2025-03-31")]


@pytest.mark.parametrize("chip", ["H200", "H100", "2H200", "H1 20 new stores"])
def test_chips_and_counts_are_no_halves_of_years(chip: str) -> None:
    assert not {value for _, value in found(f"the {chip} chip")} & {"2000-H1", "2000-H2", "2020-H1"}


def test_halves_of_years() -> None:
    assert found("in H2 2026 and H1'26") == [("H2 2026", "2026-H2"), ("H1'26", "2026-H1")]


def test_a_weekday_with_its_day_in_brackets_is_one_date() -> None:
    assert found("政府周二（10日）批准") == [("周二（10日）", "2026-02-10")]
    assert found("下週一（2月16日）再議") == [("下週一（2月16日）", "2026-02-16")]


def test_the_day_behind_the_news_of_an_agency() -> None:
    assert found("银行开会。（编辑：张若）1140123") == [("1140123", "2025-01-23")]
    assert found("（電話：張若）1140123元") == []


def test_next_day_follows_the_last_date() -> None:
    assert found("2月3日签约，次日公告")[-1] == ("次日", "2026-02-04")


def test_values_taken_by_money_are_no_dates() -> None:
    assert dates("paid 2026 for it", PUBLISHED, [(5, 9)]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31)),
    st.sampled_from(
        ["{0:%B} {0.day}, {0.year}", "{0.day} {0:%b} {0.year}", "{0.year}年{0.month}月{0.day}日", "{0:%Y-%m-%d}"]
    ),
)
def test_full_dates_round_trip(day: date, form: str) -> None:
    written = form.format(day)
    assert found(f"x {written}.", None) == [(written, day.isoformat())]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="年月日季度上下半今去明昨本周一底初内Q1H0234 -/.,MayJune的🚀\n第", max_size=50))
def test_text_is_its_span(text: str) -> None:
    for value in dates(text, PUBLISHED):
        assert text[value["start"] : value["end"]] == value["text"] == value["text"].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the third quarter ended December 2025", [("third quarter ended December 2025", "2025-Q4")]),
        ("capex for 2025-26 and FY 2024/25", [("2025-26", "2025"), ("FY 2024/25", "2024")]),
        ("Ref: SEC/2025-26/117, 2025-28 and 2025-260", []),
        ("H1FY26, Q2 of FY26", [("H1FY26", "2026-H1"), ("Q2 of FY26", "2026-Q2")]),
        ("the fourth quarter of FY26", [("fourth quarter of FY26", "2026-Q4")]),
        ("on 06.09.2023, by Apr-2026", [("06.09.2023", "2023-09-06"), ("Apr-2026", "2026-04")]),
        ("FY25E/FY26F targets", [("FY25E", "2025"), ("FY26F", "2026")]),
        ("April-June 2025 sales", [("April-June 2025", "2025-Q2")]),
        ("April-July 2025 sales", [("April", "2025-04"), ("July 2025", "2025-07")]),
        ("In Q3 2025 as in the same period of 2023", [("Q3 2025", "2025-Q3"), ("same period of 2023", "2023-Q3")]),
        ("In Q3 2025, against the year-ago quarter", [("Q3 2025", "2025-Q3"), ("year-ago", "2024-Q3")]),
        ("It lost, unlike the year-ago quarter", []),
        ("2025年二季度末持仓", [("2025年二季度末", "2025-Q2")]),
        ("2025年3月签约，同月开工", [("2025年3月", "2025-03"), ("同月", "2025-03")]),
        ("签约后同月开工", []),
        ("2025年4月被禁。同年7月解除", [("2025年4月", "2025-04"), ("同年7月", "2025-07")]),
        ("2023年停建，同年10月出售", [("2023年", "2023"), ("同年10月", "2023-10")]),
        ("今 (12) 日公布", [("今 (12) 日", "2026-02-12")]),
    ],
)  # fmt: skip
def test_periods_named_by_their_end_or_by_another(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上市委2024年第12次会议审议，6月1日受理", [("2024年", "2024"), ("6月1日", "2024-06-01")]),
        ("Notice No. 41 of 2024 took effect on June 1", [("2024", "2024"), ("June 1", "2024-06-01")]),
        ("2024年第三季度亏损，6月1日受理", [("2024年第三季度", "2024-Q3")]),
        ("上市委2024年第12次会议今年召开", [("2024年", "2024")]),
    ],
)
def test_year_of_a_numbered_meeting_stands_in(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, None) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("蓝港新材料的产线于3月投产", "2026-03"),
        ("蓝港模拟芯片的产线3月投产", "2026-03"),
        ("蓝港拟3月投产", "2027-03"),
        ("上述任命自8月1日起生效", "2026-08-01"),
        ("截至8月1日，持股三成", "2025-08-01"),
        ("拟赴港上市 三家车企公布3月交付量", "2026-03"),
    ],
)
def test_which_year_words_around_a_month_tell(text: str, value: str) -> None:
    assert [d["value"] for d in dates(text, date(2026, 6, 20))] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一期已完成建设；10月投产二期", "2026-10"),
        ("蓝港公司表示：10月投产", "2026-10"),
        ("一期已完工,7月正式交付", "2026-07"),
        ("获批了！10月动工", "2026-10"),
        ("蓝港宣布10月投产二期", "2026-10"),
        ("蓝港上半年净利降一成", "2026-H1"),
        ("The tender, shelved twice, is pencilled in for September", "2026-09"),
        ("It was earmarked for late October", "2026-10"),
        ("Bluehaven, which walked away twice, has until October to make an offer", "2026-10"),
        ("The dock, begun by Bluehaven and finished by others, should open in October", "2026-10"),
        ("Bluehaven sold its largest brewery near Lyon to a rival in September", "2025-09"),
        ("Bluehaven sold its largest brewery, and the smaller one closes to all in September", "2026-09"),
        ("Bluehaven named a chief executive of its brewery near Lyon from September", "2026-09"),
    ],
)
def test_tense_of_the_clause(text: str, value: str) -> None:
    assert [d["value"] for d in dates(text, date(2026, 6, 20))] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("heard on May 20, July 28 and October 22, 2025", ["2025-05-20", "2025-07-28", "2025-10-22"]),
        ("from November to January 2025", ["2024-11", "2025-01"]),
        ("in May, and on July 28, 2024", ["2026-05", "2024-07-28"]),
    ],
)
def test_a_list_has_the_year_at_its_end(text: str, values: list[str]) -> None:
    assert [d["value"] for d in dates(text, PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月10日公布首例。自2024年10月29日新规生效以来共三例", [("2024年10月29日", "2024-10-29")]),
        ("3月动工。自2027年1月1日起施行", [("2027年1月1日", "2027-01-01")]),
        ("It bid in March. It has led since March 1, 2019", [("March 1, 2019", "2019-03-01")]),
        (
            "Harbour Letter\nJanuary 2025\n\nSales fell last year. On Monday it said so.",
            [("January 2025", "2025-01"), ("last year", "2024")],
        ),
        ("January 2025\nIt lost last year.\nMay 2025\nIt won.", [("January 2025", "2025-01"), ("May 2025", "2025-05")]),
    ],
)  # fmt: skip
def test_which_day_stands_in(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, None) == expected

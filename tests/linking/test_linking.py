from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.document import Entity
from pipeline.kb.knowledge_base import load
from pipeline.linking.context import Context, beside, context_of
from pipeline.linking.disambiguate import choose
from pipeline.linking.listings import own_listings, related_listings, ticker_listing

NOWHERE = Context()


def pick(name: str, kind: str, context: Context = NOWHERE) -> tuple[str | None, list[str]]:
    base = load()
    return choose(base, [n.kb_id for n in base.by_name(name)], [name], kind, context)


@pytest.mark.parametrize(
    ("name", "kb_id"),
    [
        ("SoftBank Group", "softbank-group"),
        ("SoftBank Corp.", "softbank-corp"),
        ("鴻海", "foxconn"),
        ("京东方", "boe-technology"),
    ],
)
def test_one_row(name: str, kb_id: str) -> None:
    assert pick(name, "COMPANY")[0] == kb_id


def test_a_generic_body_takes_the_country_of_the_article() -> None:
    body, _ = pick("Ministry of Finance", "GOVERNMENT", Context(countries=Counter({"VN": 3})))
    assert body == "vietnam-ministry-of-finance"


def test_without_context_a_generic_body_is_ambiguous() -> None:
    body, candidates = pick("Ministry of Foreign Affairs", "GOVERNMENT")
    assert body is None
    assert len(candidates) > 3


def test_money_of_a_country_speaks_for_it() -> None:
    doc = spacy.blank("en")("It won an order.")
    doc._.mentions, doc._.tickers = [], []
    doc._.amounts = [{"currency": code} for code in ("INR", "USD", "EUR", "XOF")]
    context = context_of(doc, load())
    assert (context.money, context.countries) == ({"IN"}, Counter())
    assert pick("SATS", "COMPANY")[0] is None
    assert pick("SATS", "COMPANY", Context(money=frozenset({"SG"})))[0] == "xses-s58"
    assert pick("BP", "COMPANY", Context(money=frozenset({"CN"})))[0] == "bp"


def test_a_body_under_a_name_that_several_have_does_not_vouch_for_itself() -> None:
    row = "energy-regulatory-commission-philippines"
    doc = spacy.blank("en")("A Thai body: the Energy Regulatory Commission (ERC).")
    spans = [(name, doc.text.index(name)) for name in ("Energy Regulatory Commission", "ERC")]
    doc._.mentions = [
        {"start": at, "end": at + len(name), "text": name, "type": "GOVERNMENT", "kb": [row]} for name, at in spans
    ]
    doc._.tickers, doc._.amounts = [], []
    context = context_of(doc, load())
    assert context.by_bodies == Counter({"PH": 2})
    assert choose(load(), [row], [name for name, _ in spans], "GOVERNMENT", context)[0] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[LOCATION:Sydney]-based [COMPANY:Crown] paid.", {"AU"}),
        ("[LOCATION:Sydney]'s [COMPANY:Crown] paid.", {"AU"}),
        ("[LOCATION:悉尼]的 [COMPANY:Crown] 付款。", {"AU"}),
        ("[COMPANY:Crown], the [LOCATION:Sydney] operator, paid.", {"AU"}),
        ("[COMPANY:Crown] ([LOCATION:Sydney]) paid.", {"AU"}),
        ("[COMPANY:Crown] paid [LOCATION:Sydney].", set()),
        ("In [LOCATION:Sydney], [COMPANY:Crown] paid.", set()),
        ("New plant in [LOCATION:Sydney]\n\n[COMPANY:Crown] paid.", set()),
    ],
)
def test_the_place_right_at_a_name_is_told(text: str, expected: set[str], mark: Callable[[str], Doc]) -> None:
    doc = mark(text)
    for mention in doc._.mentions:
        mention["kb"] = ["city-sydney"] if mention["type"] == "LOCATION" else []
    company = next(n for n, m in enumerate(doc._.mentions) if m["type"] == "COMPANY")
    assert beside(doc, [company], load()) == expected


def test_a_person_is_no_company() -> None:
    assert pick("SoftBank Group", "PERSON") == (None, [])


def test_all_lines_of_an_issuer_primary_first() -> None:
    lines = own_listings(load(), "tsmc")
    assert [line["listing"] for line in lines] == ["XTAI:2330", "XNYS:TSM"]
    assert [line["role"] for line in lines] == ["primary", "depositary_receipt"]
    assert [line["symbol"] for line in lines] == ["2330.TW", "TSM"]


def test_an_unlisted_parent_yields_its_units() -> None:
    lines = related_listings(load(), "sinopec-group")
    assert ("XSHG:600028", "subsidiary", "sinopec") in [(x["listing"], x["link"], x["via"]) for x in lines]


def test_a_code_with_two_exchanges_is_no_listing() -> None:
    ticker = {"listings": ["XTAI:2330", "XTKS:2330"], "start": 0, "end": 4, "text": "2330"}
    assert ticker_listing(ticker) is None  # type: ignore[arg-type]
    sure = ticker_listing({**ticker, "listings": ["XASX:NNX"]})  # type: ignore[typeddict-item,typeddict-unknown-key]
    assert sure is not None
    assert (sure["listing"], sure["symbol"]) == ("XASX:NNX", "NNX.AX")


@pytest.mark.parametrize(
    ("text", "surface", "kb_id"),
    [
        ("A plant in London, Ontario, will hire 300.", "London", None),
        ("A plant in London, the capital, will hire 300.", "London", "city-london-gb"),
        ("Offices in Paris, Germany and Spain will hire.", "Paris", "city-paris-fr"),
        ("Hyundai builds in Savannah, Georgia. Georgia and Atlanta cheered.", "Georgia", "region-us-georgia"),
        ("The government of Georgia in Tbilisi cheered.", "Georgia", "country-ge"),
        ("国务院总理李强周二会见了客人。", "李强", "li-qiang"),
        ("塔恩股份董事长李强周二说，国务院的政策利好公司。", "李强", None),
        ("中金：港交所(00388)业绩料增一成。", "港交所", "hkex"),
        ("Denny's agreed to a sale.", "Denny's", "xnas-denn"),
        ("Visa won the contract.", "Visa", "visa"),
        ("长和主席李澤鉅表示，公司将投资。", "李澤鉅", "victor-li"),
    ],
)
def test_what_stands_around_a_name_tells_its_row(
    link_all: Callable[[str], dict[str, Entity]], text: str, surface: str, kb_id: str | None
) -> None:
    assert link_all(text)[surface]["kb_id"] == kb_id


def test_a_code_of_a_body_is_no_companys(link_all: Callable[[str], dict[str, Entity]]) -> None:
    assert link_all("中金：料港交所(00388)末季多賺一成，目標價500元。")["中金"]["listings"] == []


def test_the_code_right_behind_a_name_decides_where_the_article_has_those_of_its_namesakes(
    link_all: Callable[[str], dict[str, Entity]],
) -> None:
    text = "統一實業（9907）昨升2%，統一實業是統一（1216）的子公司，統一實業在江蘇設廠，統一實業說產能將增一成。"
    assert link_all(text)["統一"]["kb_id"] == "uni-president"


def test_entities_of_one_row_are_one(link_all: Callable[[str], dict[str, Entity]]) -> None:
    found = link_all("湖北兴发集团宣布在宜昌建厂。兴发集团表示，将投资。")
    assert found["湖北兴发集团"] is found["兴发集团"]


def test_a_part_of_a_company_of_its_row_is_another(link_all: Callable[[str], dict[str, Entity]]) -> None:
    found = link_all("América Móvil, the owner of Claro, spent more. Claro added two million customers.")
    assert (found["América Móvil"]["kb_id"], found["Claro"]["kb_id"]) == ("america-movil", None)
    assert not found["Claro"]["listings"]


def test_letters_of_a_firm_abroad_are_not_it_where_a_text_names_no_country() -> None:
    assert pick("CMK", "COMPANY")[0] is None
    assert pick("CMK", "COMPANY", Context(countries=Counter({"JP": 1})))[0] == "xtks-6958"
    assert pick("AMD", "COMPANY")[0] == "amd"

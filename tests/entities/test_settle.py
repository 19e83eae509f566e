"""What the encoder reads beside what is known: edges and types."""

from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.resolve import resolve
from pipeline.entities.settle import settle


def settled(text: str, read: str, kind: str, known: str = "", known_kind: str = "COMPANY") -> list[tuple[str, str]]:
    start = text.index(read)
    rows = ()
    if known:
        row = "country-xx" if known_kind == "LOCATION" else "row"
        rows = (Candidate(text.index(known), text.index(known) + len(known), known_kind, "gazetteer", 0.95, (row,)),)
    found = settle(text, [Candidate(start, start + len(read), kind, "encoder", 0.9)], rows)
    return [(text[c.start : c.end], c.type) for c in found if c.method == "encoder"]


def test_a_known_company_ends_before_what_it_has() -> None:
    text = "a meeting of Acme Securities’ Finance Committee"
    assert settled(text, "Acme Securities’ Finance Committee", "COMPANY", "Acme Securities") == [
        ("Acme Securities", "COMPANY")
    ]


def test_what_a_known_company_is_stands_before_its_name() -> None:
    text = "Foobar liner Acme-Shipping sees"
    assert settled(text, "Foobar liner Acme-Shipping", "COMPANY", "Acme-Shipping") == [("Acme-Shipping", "COMPANY")]
    assert settled("Dai-ichi Acme said", "Dai-ichi Acme", "COMPANY", "Acme") == [("Dai-ichi Acme", "COMPANY")]


@pytest.mark.parametrize(
    ("text", "read", "known", "whole"),
    [
        ("松河科技公司找到银行", "松河科技", "松河科技", "松河科技公司"),
        ("松河银行公司部总经理", "松河银行", "", "松河银行"),
        ("在松河银行东京分行开户", "松河银行东京", "", "松河银行东京分行"),
        ("松河证券人民路证券营业部买入", "松河证券人民路证券", "", "松河证券人民路证券营业部"),
        ("松河证券人民路营业部买入", "松河证券人民路营业", "", "松河证券人民路营业部"),
        ("松河银行分行裁员", "松河银行", "松河银行", "松河银行"),
    ],
)
def test_a_company_with_its_form_or_as_a_branch(text: str, read: str, known: str, whole: str) -> None:
    assert settled(text, read, "COMPANY", known) == [(whole, "COMPANY")]


def test_a_company_ends_before_a_place_that_runs_on() -> None:
    text = "松河银行拉丁美洲区主席"
    read, known = Candidate(0, 6, "COMPANY", "encoder", 0.9), Candidate(4, 8, "LOCATION", "gazetteer", 0.95)
    assert [text[c.start : c.end] for c in settle(text, [read], [known])] == ["松河银行", "拉丁美洲"]


def test_a_person_begins_behind_the_country_of_the_post() -> None:
    text = "Head of the EU Delegation to Kenya Bo Ray spoke"
    assert settled(text, "Kenya Bo Ray", "PERSON", "Kenya", "LOCATION") == [("Bo Ray", "PERSON")]
    assert settled("as Kenya Bo Ray spoke", "Kenya Bo Ray", "PERSON", "Kenya", "LOCATION") == [
        ("Kenya Bo Ray", "PERSON")
    ]


@pytest.mark.parametrize(
    ("name", "read", "kind"),
    [
        ("Foo Press Agency", "GOVERNMENT", "COMPANY"),
        ("某某通訊社", "ORGANIZATION", "COMPANY"),
        ("Foo Development Agency", "GOVERNMENT", "GOVERNMENT"),
    ],
)
def test_the_form_of_a_name_tells_its_type(name: str, read: str, kind: str) -> None:
    assert settled(name, name, read) == [(name, kind)]


def test_a_latin_company_is_no_place_that_is_read_less_surely() -> None:
    for text, score, kind in (
        ("at Foobar", 0.8, "COMPANY"),
        ("at Foobar", 0.99, "LOCATION"),
        ("从福巴港", 0.8, "LOCATION"),
    ):
        place, known = (text.index("F") if "F" in text else 1, len(text)), ("COMPANY", "gazetteer", 0.95, ("row",))
        (found,) = settle(text, [Candidate(*place, "LOCATION", "encoder", score)], [Candidate(*place, *known)])
        assert found.type == kind


def test_a_known_name_is_of_the_type_that_is_read() -> None:
    assert settled("Foo Press Agency", "Foo Press Agency", "GOVERNMENT", "Foo Press Agency", "ORGANIZATION") == [
        ("Foo Press Agency", "GOVERNMENT")
    ]


def test_who_is_known_as_a_person_only_is_one() -> None:
    text = "由Marlow签署"
    assert settled(text, "Marlow", "COMPANY", "Marlow", "PERSON") == [("Marlow", "PERSON")]


@pytest.mark.parametrize(
    ("text", "read", "known", "kind", "told"),
    [
        ("as Moody's said", "Moody", "Moody's", "COMPANY", ["Moody", "Moody's"]),
        ("as Moody's said", "", "Moody's", "COMPANY", ["Moody's"]),
        ("as Moody's said", "", "Moody's", "LOCATION", []),
        ("as Moody's Bank said", "Moody's Bank", "Moody's", "COMPANY", ["Moody's Bank"]),
        ("as Moody's said", "Moody", "Moody's", "LOCATION", ["Moody"]),
    ],
)
def test_what_only_the_base_knows(text: str, read: str, known: str, kind: str, told: list[str]) -> None:
    start = text.index("Moody")
    names = [Candidate(start, start + len(read), "COMPANY", "encoder", 0.9)] if read else []
    row = Candidate(start, start + len(known), kind, "gazetteer", 0.95, ("row",))
    assert [text[c.start : c.end] for c in settle(text, names, [row])] == told


def test_what_a_country_has_stays_whole() -> None:
    assert settled(
        "Kenya’s Livestock Council met", "Kenya’s Livestock Council", "ORGANIZATION", "Kenya", "LOCATION"
    ) == [("Kenya’s Livestock Council", "ORGANIZATION")]


@pytest.mark.parametrize(("text", "read"), [("某国松河", "松河"), ("某国松河矿业有限公司", "某国松河矿业有限公司")])
def test_a_country_opens_the_name_of_a_firm_with_limited_liability(text: str, read: str) -> None:
    country = Candidate(0, 2, "LOCATION", "gazetteer", 0.95, ("country-xx",))
    known = Candidate(2, len(text), "COMPANY", "gazetteer", 0.95, ("row",))
    found = settle(text, [Candidate(0, len(text), "COMPANY", "encoder", 0.9)], [country, known])
    assert read in [text[c.start : c.end] for c in found]


def test_the_committee_of_a_party_is_surely_a_body() -> None:
    read = [Candidate(0, 4, "ORGANIZATION", "encoder", 0.4)]
    assert [c.score for c in settle("砚江市委", read, [])] == [0.95]


@pytest.mark.parametrize(
    ("name", "score", "kind"),
    [
        ("Salt Loan Bank", 0.95, "GOVERNMENT"),
        ("盐监会", 0.8, "GOVERNMENT"),
        ("SLBA", 0.8, "GOVERNMENT"),
        ("SLB", 0.95, "GOVERNMENT"),
        ("SLB", 0.8, "COMPANY"),
    ],
)
def test_the_name_of_a_body_of_a_state_is_no_companys_unless_short_and_unsure(
    name: str, score: float, kind: str
) -> None:
    read = Candidate(0, len(name), "COMPANY", "encoder", 0.9)
    known = Candidate(0, len(name), "GOVERNMENT", "gazetteer", score, ("row",))
    assert [c.type for c in settle(name, [read], [known])] == [kind]


def test_a_known_name_is_as_sure_as_those_read_in_it() -> None:
    text = "SELECT COMMITTEE ON THE SALT PARTY"
    read = [Candidate(0, 16, "GOVERNMENT", "encoder", 0.98), Candidate(24, 34, "GOVERNMENT", "encoder", 0.6)]
    known = Candidate(0, 34, "GOVERNMENT", "gazetteer", 0.95, ("row",))
    found = resolve(text, settle(text, read, [known]))
    assert [m["text"] for m in found] == [text]

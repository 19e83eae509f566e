"""The shipped tables hold together."""

from __future__ import annotations

import iso10383
import pytest

from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.kb.markets import markets


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def test_every_listing_is_at_a_known_market_with_a_fitting_code(base: KnowledgeBase) -> None:
    wrong = [
        (kb_id, line.listing)
        for kb_id, lines in base.listings.items()
        for line in lines
        if line.mic not in markets() or not markets()[line.mic].code.fullmatch(line.code)
    ]
    assert wrong == []


def test_an_arm_has_none_of_the_names_of_its_listed_parent(base: KnowledgeBase) -> None:
    assert [n.kb_id for n in base.by_name("Thales Alenia Space")] == ["thales-alenia-space"]
    assert base.by_listing("XTAI:2886") == "mega-financial"
    assert not base.listings["mega-bank"]


def test_every_market_is_in_iso_10383() -> None:
    assert set(markets()) <= {entry.value.mic for entry in iso10383.MIC}


def test_exactly_one_primary_line_an_issuer(base: KnowledgeBase) -> None:
    wrong = [k for k, lines in base.listings.items() if sum(line.role == "primary" for line in lines) != 1]
    assert wrong == []


def test_listed_means_having_a_line(base: KnowledgeBase) -> None:
    wrong = [
        e.kb_id
        for e in base.entries.values()
        if e.type == "COMPANY" and (e.status == "listed") != bool(base.listings.get(e.kb_id))
    ]
    assert wrong == []


def test_parents_and_organizations_are_known(base: KnowledgeBase) -> None:
    ids = set(base.entries)
    assert {p for rows in base.parents.values() for p, _ in rows} <= ids
    assert {p.organization for rows in base.positions.values() for p in rows if p.organization} <= ids


def test_no_parent_circle(base: KnowledgeBase) -> None:
    def above(kb_id: str, seen: frozenset[str]) -> bool:
        return kb_id in seen or any(above(p, seen | {kb_id}) for p, _ in base.parents.get(kb_id, []))

    assert [k for k in sorted(base.parents) if above(k, frozenset())] == []


@pytest.mark.parametrize(
    ("name", "kb_id"),
    [
        ("SoftBank Group", "softbank-group"),
        ("软银集团", "softbank-group"),
        ("宁德时代", "catl"),
        ("台積電", "tsmc"),
        ("United States", "country-us"),
        ("美国", "country-us"),
        ("豪迈集团", "himile-group"),
        ("中石油", "petrochina"),
        ("Havells", "xnse-havells"),
        ("Nomura Securities", "nomura-securities"),
        ("芬兰财政部", "finland-ministry-of-finance"),
        ("JICA", "japan-international-cooperation-agency"),
        ("滁州市", "city-chuzhou-cn"),
        ("Ghent", "city-gent-be"),
        ("St Louis", "city-st-louis-us"),
        ("西宁省", "city-tay-ninh-vn"),
        ("Johor州", "region-johor"),
        ("Georgia州", "region-us-georgia"),
        ("嘉義縣", "region-chiayi-county"),
        ("兆豐銀行", "mega-bank"),
        ("RBC Capital Markets", "rbc-capital-markets"),
        ("KEGOC", "kegoc"),
    ],
)
def test_well_known_names(base: KnowledgeBase, name: str, kb_id: str) -> None:
    assert kb_id in [n.kb_id for n in base.by_name(name)]


@pytest.mark.parametrize(
    ("name", "unit", "issuer"),
    [
        ("玉山銀行", "e-sun-bank", "e-sun-financial"),
        ("九龍巴士", "kowloon-motor-bus", "xhkg-0062"),
        ("Airbus Defence and Space", "airbus-defence-and-space", "airbus"),
        ("CIMIC", "cimic", "hochtief"),
    ],
)
def test_units_are_not_their_issuers(base: KnowledgeBase, name: str, unit: str, issuer: str) -> None:
    assert {n.kb_id for n in base.by_name(name)} == {unit}
    assert (issuer, "subsidiary") in base.parents[unit]
    assert not base.listings.get(unit)


@pytest.mark.parametrize(
    ("kb_id", "listing"),
    [
        ("john-keells-holdings", "XCOL:JKH.N0000"),
        ("summit-power", "XDHA:SUMITPOWER"),
        ("kegoc", "XKAZ:KEGC"),
        ("sonatel", "XBRV:SNTS"),
    ],
)
def test_lines_of_smaller_markets(base: KnowledgeBase, kb_id: str, listing: str) -> None:
    assert [line.listing for line in base.listings[kb_id]] == [listing]


def test_congo_may_be_either() -> None:
    assert {n.kb_id for n in load().by_name("Congo")} == {"country-cd", "country-cg"}

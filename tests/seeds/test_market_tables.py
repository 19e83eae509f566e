"""The built market tables: as the manifest says, sound, and without what the curated tables have."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache

import pytest

from pipeline.kb.knowledge_base import ENTITY_COLUMNS, LISTING_COLUMNS, NAME_COLUMNS
from pipeline.kb.markets import markets
from pipeline.kb.normalise import key
from pipeline.kb.tables import read_table
from pipeline.ontology import ontology
from pipeline.paths import seeds

Rows = list[dict[str, str]]
FILES = {"entities.tsv": ENTITY_COLUMNS, "names.tsv": NAME_COLUMNS, "listings.tsv": LISTING_COLUMNS}


@cache
def rows(*path: str) -> Rows:
    return list(read_table(seeds("kb", *path), FILES[path[-1]]))


def test_manifest_has_the_hashes_of_the_tables() -> None:
    manifest = json.loads(seeds("kb", "market", "manifest.json").read_text(encoding="utf-8"))
    actual = {file: hashlib.sha256(seeds("kb", "market", file).read_bytes()).hexdigest() for file in FILES}
    assert manifest["outputs"] == actual


def test_manifest_has_every_pin_and_no_other() -> None:
    manifest = json.loads(seeds("kb", "market", "manifest.json").read_text(encoding="utf-8"))
    pins = (seeds("build") / "requirements-build.txt").read_text(encoding="utf-8").split()
    assert [f"{name}=={package['version']}" for name, package in manifest["packages"].items()] == sorted(pins)


@pytest.mark.parametrize("file", sorted(FILES))
def test_rows_are_sorted_and_single(file: str) -> None:
    table = [tuple(row.values()) for row in rows("market", file)]
    assert table == sorted(set(table))


def test_tables_stay_small() -> None:
    assert sum(seeds("kb", "market", file).stat().st_size for file in FILES) < 8_000_000


def test_codes_fit_their_markets() -> None:
    lines = rows("market", "listings.tsv")
    assert [r for r in lines if not markets()[r["mic"]].code.fullmatch(r["code"])] == []


def test_no_line_twice_and_none_that_is_curated() -> None:
    lines = Counter((r["mic"], r["code"]) for r in rows("listings.tsv") + rows("market", "listings.tsv"))
    assert [line for line, count in lines.items() if count > 1] == []


def test_every_issuer_has_one_primary_line_that_its_id_names() -> None:
    primary = [r for r in rows("market", "listings.tsv") if r["role"] == "primary"]
    assert Counter(r["kb_id"] for r in primary) == Counter(r["kb_id"] for r in rows("market", "entities.tsv"))
    assert all(r["kb_id"].startswith(r["mic"].lower() + "-") for r in primary)


def test_isins_have_right_check_digits() -> None:
    def checks(isin: str) -> bool:
        digits = "".join(str(int(char, 36)) for char in isin)[::-1]
        return sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(digits)) % 10 == 0

    assert [r["isin"] for r in rows("market", "listings.tsv") if r["isin"] and not checks(r["isin"])] == []


def test_entities_are_listed_companies_with_a_name_and_a_known_sector() -> None:
    wrong = [
        r
        for r in rows("market", "entities.tsv")
        if (r["type"], r["status"]) != ("COMPANY", "listed")
        or not (r["name_en"] or r["name_zh"])
        or (r["sector"] and r["sector"] not in ontology().sectors)
    ]
    assert wrong == []


def test_no_curated_entity_is_repeated() -> None:
    assert {r["kb_id"] for r in rows("entities.tsv")} & {r["kb_id"] for r in rows("market", "entities.tsv")} == set()


def test_no_confident_name_is_shared() -> None:
    """Neither by two built issuers nor with a curated entry."""
    context = {(r["kb_id"], key(r["name"])) for r in rows("market", "names.tsv") if r["context"] == "1"}
    confident = {(r["kb_id"], key(r["name"])) for r in rows("market", "names.tsv")} - context
    for table in (rows("market", "entities.tsv"), rows("entities.tsv")):
        confident |= {(r["kb_id"], key(r[c])) for r in table for c in ("name_en", "name_zh") if r[c]} - context
    built = {r["kb_id"] for r in rows("market", "entities.tsv")}
    owners: dict[str, set[str]] = {}
    for kb_id, name in confident:
        owners.setdefault(name, set()).add(kb_id)
    assert [name for name, ids in owners.items() if len(ids) > 1 and ids & built] == []


ORDINARY = ["机器人", "太阳能", "农产品", "新大陆", "值得买", "Deluxe", "British Land", "Union", "Marui"]


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_words_need_context(name: str) -> None:
    carried = [r for r in rows("names.tsv") + rows("market", "names.tsv") if r["name"] == name]
    assert carried
    assert all(r["context"] == "1" for r in carried)


@pytest.mark.parametrize(
    ("name", "listing"),
    [
        ("浙江鼎力", "XSHG:603338"),
        ("三全食品", "XSHE:002216"),
        ("诺普信", "XSHE:002215"),
        ("罗莱生活", "XSHE:002293"),
        ("健盛集团", "XSHG:603558"),
        ("艾迪精密", "XSHG:603638"),
        ("连城数控", "BJSE:920368"),
        ("锦波生物", "BJSE:920982"),
        ("同惠电子", "BJSE:920509"),
        ("天津港发展", "XHKG:3382"),
        ("呷哺呷哺", "XHKG:0520"),
        ("建滔集團", "XHKG:0148"),
        ("Texhong International Group", "XHKG:2678"),
        ("上緯投控", "XTAI:3708"),
        ("Machvision", "XTAI:3563"),
        ("Nien Made Enterprise", "XTAI:8464"),
        ("Calbee", "XTKS:2229"),
        ("サカタのタネ", "XTKS:1377"),
        ("Tsubakimoto Chain", "XTKS:6371"),
        ("象印マホービン", "XTKS:7965"),
        ("Zumiez", "XNAS:ZUMZ"),
        ("Freshpet", "XNAS:FRPT"),
        ("Urban Outfitters", "XNAS:URBN"),
        ("Columbus McKinnon", "XNAS:CMCO"),
        ("Tredegar", "XNYS:TG"),
        ("Chicago Rivet & Machine", "XASE:CVR"),
        ("Hotel Shilla", "XKRX:008770"),
        ("Lotte Fine Chemical", "XKRX:004000"),
        ("Seoul Semiconductor", "XKOS:046890"),
        ("Raffles Medical Group", "XSES:BSL"),
        ("Sheng Siong Group", "XSES:OV8"),
        ("Jubilant FoodWorks", "XNSE:JUBLFOOD"),
        ("Sodexo", "XPAR:SW"),
        ("Bureau Veritas", "XPAR:BVI"),
        ("Banca Ifis", "XMIL:IF"),
        ("CECONOMY", "XETR:CEC"),
        ("Balfour Beatty", "XLON:BBY"),
        ("Interroll Holding", "XSWX:INRN"),
        ("Nordic Semiconductor", "XOSL:NOD"),
        ("Huhtamäki", "XHEL:HUH1V"),
        ("Wereldhave", "XAMS:WHA"),
        ("Viscofan", "XMAD:VIS"),
        ("Breville Group", "XASX:BRG"),
        ("Russel Metals", "XTSE:RUS"),
    ],
)
def test_mid_caps_are_found_by_name(name: str, listing: str) -> None:
    ids = {r["kb_id"] for r in rows("market", "names.tsv") if key(r["name"]) == key(name)}
    for table in (rows("market", "entities.tsv"), rows("entities.tsv")):
        ids |= {r["kb_id"] for r in table if key(name) in (key(r["name_en"]), key(r["name_zh"]))}
    lines = {f"{r['mic']}:{r['code']}" for r in rows("market", "listings.tsv") if r["kb_id"] in ids}
    assert listing in lines


@pytest.mark.parametrize(
    ("kb_id", "short"), [("xswx-move", "Medacta"), ("xnas-snex", "StoneX"), ("xhkg-2616", "CStone")]
)
def test_an_issuer_has_the_short_name_that_is_its_own(kb_id: str, short: str) -> None:
    carriers = [r["kb_id"] for r in rows("market", "names.tsv") if key(r["name"]) == key(short)]
    assert carriers == [kb_id]


@pytest.mark.parametrize("short", ["Reliance", "Hyundai", "Sinopec Shanghai", "Guangdong"])
def test_a_name_that_several_begin_with_is_nobodys(short: str) -> None:
    assert [r for r in rows("market", "names.tsv") if r["name"] == short and r["context"] == "0"] == []


def test_small_rows_go_without_the_names_of_better_known_ones() -> None:
    dropped = list(read_table(seeds("build") / "tables" / "namesakes.tsv", ("kb_id", "name", "better_known")))
    names = {(r["kb_id"], r["name"]) for r in rows("market", "names.tsv")}
    names |= {(r["kb_id"], r[column]) for r in rows("market", "entities.tsv") for column in ("name_en", "name_zh")}
    known = {r["kb_id"] for r in rows("entities.tsv") + rows("market", "entities.tsv")}
    assert dropped
    assert [
        r for r in dropped if (r["kb_id"], r["name"]) in names or not {r["kb_id"], r["better_known"]} <= known
    ] == []

from __future__ import annotations

import pytest

from pipeline.kb.checks import findings
from pipeline.kb.compiled import in_memory
from pipeline.kb.isin import is_isin
from pipeline.kb.knowledge_base import Entry, KnowledgeBase, KnownListing, KnownName, KnownPosition, load
from pipeline.kb.layers import Layer, Merged
from pipeline.kb.search import find


def company(kb_id: str, name: str, country: str = "NO", sector: str | None = None) -> Entry:
    return Entry(kb_id, "COMPANY", country, "unlisted", sector, name, None)


def faults(layer: Layer) -> list[tuple[str, tuple[str, ...]]]:
    merged = Merged()
    merged.add(layer)
    return [(f.check, f.kb_ids) for f in findings(KnowledgeBase(in_memory(merged)))]


def line(mic: str, code: str, isin: str | None = None) -> KnownListing:
    return KnownListing(mic, code, isin, "primary")


LISTED = Entry("tarn", "COMPANY", "CN", "listed", None, "Tarn", None)


@pytest.mark.parametrize(
    ("layer", "check", "ids"),
    [
        (
            Layer([Entry(i, "COMPANY", "CN", "unlisted", None, "Tarn", "塔恩") for i in "ab"]),
            "duplicate",
            ("a", "b"),
        ),
        (Layer([company("a", "A")], parents=[("a", "ghost", "subsidiary")]), "dangling", ("a",)),
        (
            Layer([Entry("p", "PERSON", None, None, None, "P", None)],
                  positions=[("p", KnownPosition("ghost", "Chair", None, None, None))]),
            "dangling", ("p",),
        ),
        (
            Layer([company("a", "A"), company("b", "B")],
                  parents=[("a", "b", "subsidiary"), ("b", "a", "subsidiary")]),
            "circle", ("a",),
        ),
        (Layer([LISTED], listings=[("tarn", line("XSHG", "000001"))]), "code", ("tarn",)),
        (Layer([LISTED], listings=[("tarn", line("XXXX", "1"))]), "code", ("tarn",)),
        (Layer([LISTED], listings=[("tarn", line("XNYS", "TRN", "US0378331006"))]), "isin", ("tarn",)),
        (
            Layer([LISTED], listings=[("tarn", KnownListing("XNYS", "TRN", None, "secondary"))]),
            "primary", ("tarn",),
        ),
        (Layer([LISTED]), "status", ("tarn",)),
        (Layer([Entry("a", "COMPANY", "TH", "unlisted", "other", "Tarn Life", "finance")]), "column", ("a",)),
        (Layer([company("a", "Tarn"), company("b", "Tarn")]), "shared name", ("a", "b")),
        (Layer([company("a", "Tarn")], cues=[("a", "TARN")]), "cue", ("a",)),
        (Layer([company("a", "Tarn Ports"), company("b", "Tarn Ports Holdings Bhd")]), "namesake", ("a", "b")),
    ],
)  # fmt: skip
def test_each_fault_is_found(layer: Layer, check: str, ids: tuple[str, ...]) -> None:
    assert (check, ids) in faults(layer)


@pytest.mark.parametrize(
    "layer",
    [
        Layer([company("a", "Tarn"), company("b", "Tarn", "SE")]),
        Layer([company("a", "Tarn", sector="power"), company("b", "Tarn", sector="finance")]),
        Layer([company("a", "Tarn"), company("b", "Tarn")], [KnownName("b", "Tarn", "en", "primary", True)]),
        Layer([company("a", "Tarn Corporation"), company("b", "Tarn Holdings")]),
        Layer([company("a", "Tarn"), company("b", "Tarn Group")], parents=[("a", "b", "subsidiary")]),
    ],
)
def test_names_that_something_tells_apart_are_no_fault(layer: Layer) -> None:
    assert faults(layer) == []


def test_the_shipped_base_has_no_fault() -> None:
    assert [f for f in findings(load()) if f.check != "shared name"] == []


@pytest.mark.parametrize(
    ("code", "valid"),
    [("US0378331005", True), ("CNE000000018", False), ("JP3436100006", True), ("US037833100", False), ("", False)],
)
def test_isin(code: str, valid: bool) -> None:
    assert is_isin(code) is valid


@pytest.mark.parametrize(
    ("query", "kb_id"),
    [
        ("catl", "catl"),
        ("宁德时代", "catl"),
        ("寧德時代", "catl"),
        ("300750", "catl"),
        ("XSHE:300750", "catl"),
        ("0700.HK", "tencent"),
        ("700.hk", "tencent"),
        ("9984.T", "softbank-group"),
        ("SoftBank Gro", "softbank-group"),
    ],
)
def test_find(query: str, kb_id: str) -> None:
    assert kb_id in find(load(), query, 5)[:1]


def test_find_nothing() -> None:
    assert find(load(), "qqqqzzzz") == find(load(), "  ") == []

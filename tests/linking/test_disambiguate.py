"""Evidence for one row over another, on a base of invented rows."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.kb.compiled import in_memory
from pipeline.kb.knowledge_base import Entry, KnowledgeBase, KnownListing, KnownName, KnownPosition
from pipeline.kb.layers import Layer, Merged
from pipeline.linking.context import Context
from pipeline.linking.disambiguate import choose
from pipeline.linking.tickers import agreement


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    layer = Layer(
        entries=[
            Entry("hesper-steel", "COMPANY", "AU", "listed", "mining_metals", "Hesper", None),
            Entry("hesper-drugs", "COMPANY", "US", "listed", "healthcare", "Hesper", None),
            Entry("hesper-holding", "COMPANY", "AU", "unlisted", None, "Morrow Holding", None),
            Entry("port-board", "ORGANIZATION", "AU", None, None, "Harbour Board", None),
            Entry("zhang-wei-a", "PERSON", "CN", None, None, None, "张维"),
            Entry("zhang-wei-b", "PERSON", "CN", None, None, None, "张维"),
        ],
        names=[KnownName("hesper-steel", "赫斯珀", "zh", "alias", False)],
        listings=[
            ("hesper-steel", KnownListing("XASX", "HSP", None, "primary")),
            ("hesper-drugs", KnownListing("XNYS", "HSPR", None, "primary")),
        ],
        parents=[("hesper-steel", "hesper-holding", "subsidiary")],
        positions=[("zhang-wei-b", KnownPosition("port-board", "Chair", None, "2020", None))],
    )
    merged = Merged()
    merged.add(layer)
    return KnowledgeBase(in_memory(merged))


@pytest.mark.parametrize(
    ("context", "kb_id"),
    [
        (Context(), None),
        (Context(countries=Counter({"AU": 2, "US": 1})), "hesper-steel"),
        (Context(sectors=Counter({"healthcare": 3, "mining_metals": 0})), "hesper-drugs"),
        (Context(related=frozenset({"hesper-holding"})), "hesper-steel"),
        (Context(listings=frozenset({"XNYS:HSPR"}), countries=Counter({"AU": 9})), "hesper-drugs"),
        (Context(countries=Counter({"AU": 1, "US": 1})), None),
    ],
)
def test_evidence_decides_between_namesakes(base: KnowledgeBase, context: Context, kb_id: str | None) -> None:
    both = ["hesper-drugs", "hesper-steel"]
    found, candidates = choose(base, both, ["Hesper"], "COMPANY", context)
    assert found == kb_id
    assert sorted(candidates) == ([] if kb_id else both)


def test_a_full_name_elsewhere_in_the_article_decides(base: KnowledgeBase) -> None:
    found, _ = choose(base, ["hesper-drugs", "hesper-steel"], ["Hesper", "赫斯珀"], "COMPANY", Context())
    assert found == "hesper-steel"


def test_people_are_told_apart_by_their_posts(base: KnowledgeBase) -> None:
    people = ["zhang-wei-a", "zhang-wei-b"]
    assert choose(base, people, ["张维"], "PERSON", Context()) == (None, people)
    with_board = Context(related=frozenset({"port-board"}))
    assert choose(base, people, ["张维"], "PERSON", with_board) == ("zhang-wei-b", [])


@pytest.mark.parametrize(
    ("kb_id", "listings", "expected"),
    [
        ("hesper-steel", ["XASX:HSP"], "agrees"),
        ("hesper-steel", ["XNYS:HSP", "XASX:HSP"], "agrees"),
        ("hesper-steel", ["XNYS:HSPR"], "conflict"),
        ("hesper-steel", ["XASX:HSX"], "conflict"),
        ("hesper-steel", ["XTKS:4321"], "namesake"),
    ],
)
def test_codes_against_names(base: KnowledgeBase, kb_id: str, listings: list[str], expected: str) -> None:
    ticker = {"listings": listings, "start": 0, "end": 4, "text": "code"}
    assert agreement(base, kb_id, ticker, ["Hesper"]) == expected  # type: ignore[arg-type]

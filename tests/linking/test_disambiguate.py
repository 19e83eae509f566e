"""Evidence for one row over another, on a base of invented rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.kb.compiled import in_memory
from pipeline.kb.knowledge_base import Entry, KnowledgeBase, KnownListing, KnownName, KnownPosition
from pipeline.kb.layers import Layer, Merged
from pipeline.linking.component import Linker
from pipeline.linking.context import Context, words_of
from pipeline.linking.current_names import prefer_current
from pipeline.linking.disambiguate import choose, is_another
from pipeline.linking.tickers import agreement


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    layer = Layer(
        entries=[
            Entry("hesper-steel", "COMPANY", "AU", "listed", "mining_metals", "Hesper", None),
            Entry("hesper-drugs", "COMPANY", "US", "listed", "healthcare", "Hesper", None),
            Entry("hesper-holding", "COMPANY", "AU", "unlisted", None, "Morrow Holding", None),
            Entry("tarn", "COMPANY", "DE", "unlisted", None, "Tarn", None),
            Entry("tarn-india", "COMPANY", "IN", "listed", None, "Tarn India", None),
            Entry("country-au", "LOCATION", "AU", None, None, "Australia", "澳大利亚"),
            Entry("country-us", "LOCATION", "US", None, None, "US", "美国"),
            Entry("au-ministry", "GOVERNMENT", "AU", None, None, "Ministry of Harbours", "澳大利亚港口部"),
            Entry("us-ministry", "GOVERNMENT", "US", None, None, "US Ministry of Harbours", "美国港口部"),
            Entry("us-fraud", "GOVERNMENT", "US", None, None, "Serious Fraud Office", None),
            Entry("quen-motors", "COMPANY", "US", "listed", "automotive", "Quen Motor Works", "昆汽车"),
            Entry("lark", "COMPANY", "US", "listed", "automotive", "Lark", None),
            Entry("finch", "COMPANY", "US", "listed", "automotive", "Finch", "芬奇"),
            Entry("xtai-9901", "COMPANY", "TW", "listed", "chemicals", "Minghe Chemical", "明荷"),
            Entry("port-board", "ORGANIZATION", "AU", None, None, "Harbour Board", None),
            Entry("zhang-wei-a", "PERSON", "CN", None, None, None, "张维"),
            Entry("zhang-wei-b", "PERSON", "CN", None, None, None, "张维"),
            Entry("ann-lark", "PERSON", "AU", None, None, "Ann Lark", "安·拉克"),
        ],
        names=[
            KnownName("hesper-steel", "赫斯珀", "zh", "alias", False),
            KnownName("hesper-drugs", "Hesper Remedies Corporation", "en", "alias", False),
            KnownName("us-ministry", "Ministry of Harbours", "en", "alias", True),
            KnownName("au-ministry", "港口部", "zh", "alias", False),
            KnownName("us-ministry", "港口部", "zh", "alias", True),
            KnownName("quen-motors", "QMW", "en", "abbreviation", True),
            KnownName("lark", "Lark", "en", "primary", True),
            KnownName("finch", "Finch", "en", "primary", True),
            KnownName("finch", "Tern Lake", "en", "previous", False),
            KnownName("tarn", "Tarn", "en", "primary", True),
            KnownName("tarn-india", "Tarn", "en", "alias", True),
            KnownName("lark", "Tern Lake Foods", "en", "previous", False),
            KnownName("xtai-9901", "明荷", "zh", "primary", True),
            KnownName("xtai-9901", "明荷化学", "zh", "alias", False),
        ],
        listings=[
            ("hesper-steel", KnownListing("XASX", "HSP", None, "primary")),
            ("hesper-drugs", KnownListing("XNYS", "HSPR", None, "primary")),
            ("quen-motors", KnownListing("XNYS", "QMW", None, "primary")),
            ("lark", KnownListing("XNYS", "LRK", None, "primary")),
            ("finch", KnownListing("XNYS", "FNC", None, "primary")),
            ("xtai-9901", KnownListing("XTAI", "9901", None, "primary")),
        ],
        parents=[("hesper-steel", "hesper-holding", "subsidiary"), ("tarn-india", "tarn", "subsidiary")],
        cues=[("hesper-drugs", "Pellovax"), ("hesper-drugs", "诺维亚疫苗")],
        positions=[
            ("zhang-wei-b", KnownPosition("port-board", "Chair", None, "2020", None)),
            ("ann-lark", KnownPosition("port-board", "Chair", None, "2020", None)),
        ],
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
        (Context(words=words_of("Hesper, whose remedies sold well, said so.")), "hesper-drugs"),
        (Context(beside=frozenset({"AU"})), "hesper-steel"),
        (Context(words=words_of("Hesper is a corporation.")), None),
        (Context(text="hesper sells less pellovax"), "hesper-drugs"),
        (Context(text="赫斯珀的诺维亚疫苗"), "hesper-drugs"),
        (Context(text="hesper sells pellovaxine"), None),
        (Context(listings=frozenset({"XNYS:HSPR"}), countries=Counter({"AU": 9})), "hesper-drugs"),
        (Context(countries=Counter({"AU": 1, "US": 1})), None),
    ],
)
def test_evidence_decides_between_namesakes(base: KnowledgeBase, context: Context, kb_id: str | None) -> None:
    both = ["hesper-drugs", "hesper-steel"]
    found, candidates = choose(base, both, ["Hesper"], "COMPANY", context)
    assert found == kb_id
    assert sorted(candidates) == ([] if kb_id else both)


@pytest.mark.parametrize(
    ("context", "kb_id"),
    [
        (Context(), "tarn"),
        (Context(countries=Counter({"IN": 2})), "tarn-india"),
        (Context(home=frozenset({"IN"}), text="tarn"), None),
    ],
)
def test_a_name_is_the_parents_where_nothing_tells_of_its_unit_abroad(
    base: KnowledgeBase, context: Context, kb_id: str | None
) -> None:
    assert choose(base, ["tarn", "tarn-india"], ["Tarn"], "COMPANY", context)[0] == kb_id


def test_a_full_name_elsewhere_in_the_article_decides(base: KnowledgeBase) -> None:
    found, _ = choose(base, ["hesper-drugs", "hesper-steel"], ["Hesper", "赫斯珀"], "COMPANY", Context())
    assert found == "hesper-steel"


def test_a_name_within_a_longer_one_of_another_row_tells_nothing(base: KnowledgeBase) -> None:
    both = ["finch", "lark"]
    assert choose(base, both, ["Tern Lake Foods Inc.", "Tern Lake"], "COMPANY", Context()) == ("lark", [])
    assert choose(base, both, ["Tern Lake"], "COMPANY", Context()) == ("finch", [])
    with_its_code = Context(listings=frozenset({"XNYS:FNC"}))
    assert choose(base, both, ["Tern Lake Foods Inc.", "Tern Lake"], "COMPANY", with_its_code) == ("finch", [])
    assert choose(base, both, ["Tern Lake Foods Inc.", "Finch", "Tern Lake"], "COMPANY", Context()) == (None, both)


def test_people_are_told_apart_by_their_posts(base: KnowledgeBase) -> None:
    people = ["zhang-wei-a", "zhang-wei-b"]
    assert choose(base, people, ["张维"], "PERSON", Context()) == (None, people)
    with_board = Context(related=frozenset({"port-board"}))
    assert choose(base, people, ["张维"], "PERSON", with_board) == ("zhang-wei-b", [])


@pytest.mark.parametrize(
    ("context", "another"),
    [
        (Context(countries=Counter({"US": 2})), True),
        (Context(countries=Counter({"US": 2, "AU": 1})), False),
        (Context(countries=Counter({"US": 2}), related=frozenset({"port-board"})), False),
        (Context(), False),
    ],
)
def test_somebody_of_another_body_and_country_is_a_namesake(
    base: KnowledgeBase, context: Context, another: bool
) -> None:
    assert is_another(base, "ann-lark", context) == another


def test_a_body_is_told_by_its_person_in_office(base: KnowledgeBase) -> None:
    both = ["hesper-drugs", "hesper-steel"]
    with_head = Context(in_office=frozenset({"hesper-drugs"}))
    assert choose(base, both, ["Hesper"], "COMPANY", with_head) == ("hesper-drugs", [])


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


def test_letters_of_a_wire_are_the_rows_where_no_row_has_them(base: KnowledgeBase) -> None:
    ticker = {"listings": ["XASX:HSPX"], "start": 0, "end": 7, "text": "HSPX.AX"}
    assert agreement(base, "hesper-steel", ticker, ["Hesper"]) == "agrees"  # type: ignore[arg-type]
    taken = {"listings": ["XNYS:LRK"], "start": 0, "end": 5, "text": "LRK.N"}
    assert agreement(base, "finch", taken, ["Finch"]) == "conflict"  # type: ignore[arg-type]


def countries(**counts: int) -> Context:
    return Context(countries=Counter(counts))


@pytest.mark.parametrize(
    ("name", "kind", "context", "kb_id"),
    [
        ("Ministry of Harbours", "GOVERNMENT", countries(AU=3, US=1), "au-ministry"),
        ("Ministry of Harbours", "GOVERNMENT", countries(KE=3, US=1), None),
        (
            "Ministry of Harbours",
            "GOVERNMENT",
            Context(countries=Counter(KE=3), beside=frozenset({"AU"})),
            "au-ministry",
        ),
        ("US Ministry of Harbours", "GOVERNMENT", countries(KE=3, US=1), "us-ministry"),
        ("美国港口部", "GOVERNMENT", countries(AU=3, KE=4), "us-ministry"),
        ("Serious Fraud Office", "GOVERNMENT", countries(KE=3, US=1), "us-fraud"),
        ("Serious Fraud Office", "GOVERNMENT", countries(NZ=3), None),
        ("QMW", "COMPANY", countries(EE=3), None),
        ("QMW", "COMPANY", countries(EE=3, US=1), "quen-motors"),
        ("Lark", "COMPANY", countries(NZ=3), None),
        ("Finch", "COMPANY", countries(NZ=3), "finch"),
        ("Quen Motor Works", "COMPANY", countries(NZ=3), "quen-motors"),
        ("Lark", "COMPANY", Context(), "lark"),
    ],
)
def test_a_name_that_others_have_too_must_be_of_the_articles_countries(
    base: KnowledgeBase, name: str, kind: str, context: Context, kb_id: str | None
) -> None:
    assert choose(base, [n.kb_id for n in base.by_name(name)], [name], kind, context)[0] == kb_id


@pytest.mark.parametrize(
    ("name", "context", "kb_id"),
    [
        ("明荷", Context(home=frozenset({"CN"}), sectors=Counter(chemicals=2)), None),
        ("明荷", Context(home=frozenset({"CN"}), money=frozenset({"TW"})), "xtai-9901"),
        ("明荷", Context(home=frozenset({"CN"}), countries=Counter(TW=1)), "xtai-9901"),
        ("明荷", Context(home=frozenset({"TW", "HK"}), sectors=Counter(chemicals=2)), "xtai-9901"),
        ("明荷化学", Context(home=frozenset({"CN"}), sectors=Counter(chemicals=2)), "xtai-9901"),
    ],
)
def test_a_short_name_in_a_mainland_text_is_a_firm_at_home(
    base: KnowledgeBase, name: str, context: Context, kb_id: str | None
) -> None:
    assert choose(base, ["xtai-9901"], [name], "COMPANY", context)[0] == kb_id


def test_business_or_code_in_the_article_vouch_for_letters(base: KnowledgeBase) -> None:
    cars = Context(countries=Counter(EE=3), sectors=Counter(automotive=2))
    assert choose(base, ["quen-motors"], ["QMW"], "COMPANY", cars)[0] == "quen-motors"
    coded = Context(countries=Counter(EE=3), listings=frozenset({"XNYS:QMW"}))
    assert choose(base, ["quen-motors"], ["QMW"], "COMPANY", coded)[0] == "quen-motors"


def test_a_body_that_others_have_too_is_of_the_country_beside_it(
    base: KnowledgeBase, mark: Callable[[str], Doc]
) -> None:
    doc = mark(
        "[LOCATION=us:US] and [LOCATION=us:US] firms met [LOCATION=au:Australia]'s [GOVERNMENT=m:Ministry of Harbours]."
    )
    rows = {"Australia": ["country-au"], "US": ["country-us"], "Ministry of Harbours": ["au-ministry"]}
    for mention in doc._.mentions:
        mention["kb"] = rows[mention["text"]]
    doc._.tickers = []
    body = next(e for e in doc._.entities if e["type"] == "GOVERNMENT")
    body["names"] = [{"value": "Ministry of Harbours"}]
    Linker(spacy.blank("en"), "linker", base)(doc)
    assert body["kb_id"] == "au-ministry"


def test_a_body_named_with_its_country_is_that_countrys(base: KnowledgeBase) -> None:
    both = ["au-ministry", "us-ministry"]
    found, _ = choose(base, both, ["美国港口部", "港口部"], "GOVERNMENT", countries(AU=4, US=1))
    assert found == "us-ministry"


@pytest.mark.parametrize(("text", "expected"), [("1885", "agrees"), ("TYO: 1885", "conflict")])
def test_digits_without_an_exchange_are_the_rows_on_any_market(text: str, expected: str) -> None:
    layer = Layer(
        entries=[Entry("juno", "COMPANY", "TW", "listed", None, "Juno Steel", None)],
        listings=[("juno", KnownListing("XTAI", "1885", None, "primary"))],
    )
    layer.entries.append(Entry("other", "COMPANY", "JP", "listed", None, "Other", None))
    layer.listings.append(("other", KnownListing("XTKS", "1885", None, "primary")))
    merged = Merged()
    merged.add(layer)
    ticker = {"listings": ["XTKS:1885"], "start": 0, "end": len(text), "text": text}
    assert agreement(KnowledgeBase(in_memory(merged)), "juno", ticker, ["Juno Steel"]) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("surfaces", "context", "rows"),
    [
        (["Lark"], countries(US=1, NZ=3), ["lark"]),
        (["LARK"], countries(US=1), ["lark"]),
        (["Lark"], countries(NZ=3), []),
        (["Lark"], Context(home=frozenset({"US"})), ["lark"]),
        (["Lark"], Context(money=frozenset({"US"})), ["lark"]),
        (["Lark"], Context(money=frozenset({"NZ"})), []),
        (["Ministry of Harbours"], countries(US=3), []),
        (["Heron"], countries(US=3), []),
        (["Lark", "Lark Health Inc."], countries(US=1), []),
    ],
)
def test_a_word_proposes_the_company_of_the_articles_country(
    base: KnowledgeBase, surfaces: list[str], context: Context, rows: list[str]
) -> None:
    assert Linker(spacy.blank("en"), "linker", base)._at_home(surfaces, "COMPANY", context) == rows


@pytest.mark.parametrize(
    ("context", "kb_id"),
    [(Context(money=frozenset({"AU"})), "au-watch"), (countries(NZ=2), None), (Context(money=frozenset({"NZ"})), None)],
)
def test_money_of_a_country_speaks_for_the_letters_of_its_body(context: Context, kb_id: str | None) -> None:
    layer = Layer(
        entries=[Entry("au-watch", "GOVERNMENT", "AU", None, None, "Harbour Watch", None)],
        names=[KnownName("au-watch", "HWAT", "en", "abbreviation", True)],
    )
    merged = Merged()
    merged.add(layer)
    base = KnowledgeBase(in_memory(merged))
    rows = Linker(spacy.blank("en"), "linker", base)._at_home(["HWAT"], "GOVERNMENT", context)
    assert choose(base, rows, ["HWAT"], "GOVERNMENT", context)[0] == kb_id


def test_the_last_word_of_a_body_of_a_union_stands_for_it_beside_the_union() -> None:
    layer = Layer(
        entries=[
            Entry("tern-union", "ORGANIZATION", None, None, None, "Tern Union", None),
            Entry("tern-presidium", "GOVERNMENT", None, None, None, "Tern Presidium", None),
        ],
        parents=[("tern-presidium", "tern-union", "subsidiary")],
    )
    merged = Merged()
    merged.add(layer)
    linker = Linker(spacy.blank("en"), "linker", KnowledgeBase(in_memory(merged)))
    beside_it = Context(related=frozenset({"tern-union"}))
    assert linker._of_unions(["Presidium"], beside_it) == ["tern-presidium"]
    assert linker._of_unions(["Presidium"], Context()) == linker._of_unions(["Council"], beside_it) == []


@pytest.mark.parametrize(
    ("surfaces", "name", "kinds"),
    [
        (["Tern Lake", "Finch"], "Finch", ["previous", "primary"]),
        (["Tern Lake", "Tern"], "Tern Lake", ["primary", "alias"]),
        (["Tern Lake", "TL"], "Tern Lake", ["primary", "abbreviation"]),
        (["Tern Lake"], "Tern Lake", ["primary"]),
    ],
)
def test_a_present_name_stands_before_a_longer_former_one(surfaces: list[str], name: str, kinds: list[str]) -> None:
    layer = Layer(
        entries=[Entry("finch", "COMPANY", "US", "unlisted", None, "Finch", None)],
        names=[
            KnownName("finch", "Tern Lake", "en", "previous", False),
            KnownName("finch", "Tern", "en", "alias", False),
            KnownName("finch", "TL", "en", "abbreviation", False),
        ],
    )
    merged = Merged()
    merged.add(layer)
    kind = ["primary", "abbreviation" if surfaces[-1] == "TL" else "alias"]
    names = [{"value": s, "language": "en", "kind": k, "origin": "text"} for s, k in zip(surfaces, kind, strict=False)]
    entity = {"name": surfaces[0], "names": names}
    prefer_current(KnowledgeBase(in_memory(merged)), entity, "finch")  # type: ignore[arg-type]
    assert (entity["name"], [n["kind"] for n in names]) == (name, kinds)


@pytest.mark.parametrize(
    ("text", "kb_id"),
    [
        ("[COMPANY:Hesper] paid.", None),
        ("[COMPANY:Hesper], whose remedies sold well, paid.", "hesper-drugs"),
        (
            "[LOCATION:Australia]n firms and [LOCATION:US] ones, such as [LOCATION:US]-based [COMPANY:Hesper], paid.",
            "hesper-drugs",
        ),
        ("[LOCATION:US] firms and ones of [LOCATION:Australia]'s [COMPANY:Hesper] paid.", "hesper-steel"),
        ("[LOCATION:US] firms and the Australian steel maker [COMPANY:Hesper] paid.", "hesper-steel"),
        ("[LOCATION:US] firms and [COMPANY:Hesper], an Australian maker, paid.", "hesper-steel"),
        ("[LOCATION:US] firms and [COMPANY:Hesper] of [LOCATION:Australia] paid.", "hesper-steel"),
        ("[LOCATION:US] firms saw the purchase by [COMPANY:Hesper] of [LOCATION:Australia]'s rest.", None),
    ],
)
def test_the_linker_reads_words_and_places_beside_a_name(
    base: KnowledgeBase, text: str, kb_id: str | None, mark: Callable[[str], Doc]
) -> None:
    doc = mark(text)
    rows = {"Australia": ["country-au"], "US": ["country-us"], "Hesper": ["hesper-drugs", "hesper-steel"]}
    for mention in doc._.mentions:
        mention["kb"] = rows[mention["text"]]
    doc._.tickers = []
    hesper = next(e for e in doc._.entities if e["name"] == "Hesper")
    hesper["names"] = [{"value": "Hesper"}]
    Linker(spacy.blank("en"), "linker", base)(doc)
    assert hesper["kb_id"] == kb_id


def test_the_articles_other_companies_tell_a_namesakes_country(base: KnowledgeBase) -> None:
    rows = ["hesper-steel", "hesper-drugs"]
    assert choose(base, rows, ["Hesper"], "COMPANY", Context()) == (None, ["hesper-drugs", "hesper-steel"])
    context = Context(companies={"hesper-holding": "AU"})
    assert choose(base, rows, ["Hesper"], "COMPANY", context) == ("hesper-steel", [])
    assert not context.peers("hesper-holding")

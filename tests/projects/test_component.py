"""Project mentions and projects from marked articles."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.ontology import ontology
from pipeline.projects import han_phrases, latin_phrases
from pipeline.projects.component import ProjectFinder
from pipeline.projects.lexicon import head_classes, sector_patterns, status_terms
from pipeline.projects.phrase import Islands

Mark = Callable[[str], Doc]


@pytest.fixture(scope="session")
def finder(text_nlp: Language) -> ProjectFinder:
    return ProjectFinder(text_nlp, "project_finder", KnowledgeBase())


def names(doc: Doc) -> list[str]:
    return [p["name"] for p in doc._.projects]


@pytest.mark.parametrize(
    ("text", "name", "kind", "sector", "status"),
    [
        (
            "[COMPANY:Orrin] will build a [MONEY:$2 billion] copper smelter in [LOCATION:Tarn].",
            "$2 billion copper smelter in Tarn", "facility", "mining_metals", "announced",
        ),
        (
            "[COMPANY:Orrin] completed its acquisition of [COMPANY:Bolt Foods] on Monday.",
            "acquisition of Bolt Foods", "acquisition", "agriculture_food", "completed",
        ),
        (
            "[COMPANY:Orrin] has suspended the [LOCATION:Tarn] offshore wind farm.",
            "Tarn offshore wind farm", "facility", "renewables", "suspended",
        ),
        (
            "[COMPANY:奥林公司]投资的[LOCATION:海丰]电池工厂已开工。",
            "海丰电池工厂", "facility", "batteries", "under_construction",
        ),
        (
            "[COMPANY:奧林公司]宣布終止[LOCATION:海豐]數據中心項目。",
            "海豐數據中心項目", "facility", "data_center", "cancelled",
        ),
    ],
)  # fmt: skip
def test_fields(finder: ProjectFinder, mark: Mark, text: str, name: str, kind: str, sector: str, status: str) -> None:
    doc = finder(mark(text))
    assert [(p["name"], p["kind"], p["sector"], p["status"]) for p in doc._.projects] == [(name, kind, sector, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Plants and factories across the region struggled last year.",
        "The scheme is reminiscent of the [LOCATION:Tarn] railway project.",
        "[PERSON:Ann Lee], plant manager, spoke to reporters.",
        "分析师认为，工厂和项目普遍亏损。",
    ],
)
def test_what_is_no_specific_undertaking(finder: ProjectFinder, mark: Mark, text: str) -> None:
    assert names(finder(mark(text))) == []


def test_definite_descriptions_join_the_last_fitting_project(finder: ProjectFinder, mark: Mark) -> None:
    text = (
        "[COMPANY:Orrin] will build a [MONEY:$2 billion] smelter in [LOCATION:Tarn].\n\n"
        "[COMPANY:Bolt] agreed to the acquisition of [COMPANY:Cato].\n\nThe smelter will open in May. The deal is done."
    )
    doc = finder(mark(text))
    found = [[doc._.project_mentions[i]["text"] for i in p["mentions"]] for p in doc._.projects]
    assert found == [["$2 billion smelter in Tarn", "smelter"], ["acquisition of Cato", "deal"]]


def test_this_project_in_chinese_points_back(finder: ProjectFinder, mark: Mark) -> None:
    doc = finder(mark("[COMPANY:奥林公司]启动[LOCATION:海丰]风电项目。该项目总投资[MONEY:30亿元]。"))
    assert len(doc._.projects) == 1
    assert len(doc._.projects[0]["mentions"]) == 2
    assert doc._.projects[0]["amounts"] == [0]


def test_an_amount_belongs_to_the_nearest_project(finder: ProjectFinder, mark: Mark) -> None:
    text = (
        "[COMPANY:Orrin] signed the [LOCATION:Tarn] pipeline contract, worth [MONEY:$5 million],"
        " and opened its new [LOCATION:Lune] refinery."
    )
    doc = finder(mark(text))
    assert {p["name"]: p["amounts"] for p in doc._.projects} == {"Tarn pipeline contract": [0], "new Lune refinery": []}


def test_phases_are_kept_apart_and_part_of_the_whole(finder: ProjectFinder, mark: Mark) -> None:
    text = "[COMPANY:奥林公司]建设[LOCATION:海丰]核电项目。\n\n[COMPANY:奥林公司]建设[LOCATION:海丰]核电项目二期工程。"
    doc = finder(mark(text))
    assert len(doc._.projects) == 2
    assert doc._.projects[1]["part_of"] == doc._.projects[0]["project_id"]


def test_ids_are_ascii_unique_and_apart_from_entities(finder: ProjectFinder, mark: Mark) -> None:
    text = "[COMPANY=hai-feng-dian-chi-gong-chang:奥林公司]投资建设[LOCATION:海丰]电池工厂。"
    doc = finder(mark(text))
    assert [p["project_id"] for p in doc._.projects] == ["hai-feng-dian-chi-gong-chang-2"]


def test_furniture_holds_no_projects(finder: ProjectFinder, mark: Mark) -> None:
    doc = finder(mark("Orrin grows\n\nRead more: [COMPANY:Orrin] will build a [MONEY:$2 billion] smelter"))
    assert names(doc) == []


@given(st.text(alphabet="aA $2bn plant of in的项目工厂，。（）()'’\r\n🏭ｗ", max_size=80))
def test_offsets_hold_whatever_the_text(text: str) -> None:
    islands = Islands([])
    for grow in (latin_phrases.phrases, han_phrases.phrases):
        for phrase in grow(text, 0, len(text), islands):
            assert 0 <= phrase.start <= phrase.head_start < phrase.head_end <= phrase.end <= len(text)


def test_tables_use_the_ontology() -> None:
    vocabulary = ontology()
    assert {h.kind for h in head_classes()} <= set(vocabulary.project_kinds)
    assert {h.sector for h in head_classes()} - {None} <= set(vocabulary.sectors)
    assert set(status_terms()[1]) == set(vocabulary.statuses)
    assert {s for s, _ in sector_patterns()} | {"other"} == set(vocabulary.sectors)


@pytest.mark.parametrize(
    "text",
    [
        "[COMPANY:Orrin] has no plans to build a [MONEY:$2 billion] smelter in [LOCATION:Tarn].",
        "[COMPANY:Orrin] will not build the [LOCATION:Tarn] battery plant.",
        "[COMPANY:Orrin] denied reports that it would open a [MONEY:$2 billion] smelter in [LOCATION:Tarn].",
        "[COMPANY:奥林公司]无意在海丰建设[MONEY:30亿元]的电池工厂。",
        "[COMPANY:奧林公司]否認將興建[LOCATION:海豐]電池工廠。",
    ],
)
def test_a_denied_project_has_no_status(finder: ProjectFinder, mark: Mark, text: str) -> None:
    assert [(p["status"], p["timeline"]) for p in finder(mark(text))._.projects] == [(None, [])]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[COMPANY:Orrin] did not say when the [LOCATION:Tarn] battery plant will open.", "announced"),
        ("[COMPANY:Orrin] scrapped its [MONEY:$2 billion] smelter in [LOCATION:Tarn].", "cancelled"),
        ("[COMPANY:Orrin] may build a [MONEY:$2 billion] smelter in [LOCATION:Tarn].", "proposed"),
        ("[COMPANY:奥林公司]取消[LOCATION:海丰]电池工厂。", "cancelled"),
    ],
)
def test_what_is_not_denied_keeps_its_status(finder: ProjectFinder, mark: Mark, text: str, status: str) -> None:
    assert [p["status"] for p in finder(mark(text))._.projects] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "[COMPANY:Orrin] unveiled a [MONEY:$2 billion] smelter in [LOCATION:Tarn]. The smelter could hurt rivals.",
        "[COMPANY:奥林公司]宣布建设[LOCATION:海丰]电池工厂。该工厂将给对手带来压力。",
    ],
)
def test_what_a_project_may_do_to_others_is_no_status(finder: ProjectFinder, mark: Mark, text: str) -> None:
    assert [[t["status"] for t in p["timeline"]] for p in finder(mark(text))._.projects] == [["announced"]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "[COMPANY:Orrin] signed the [LOCATION:Tarn] supply contract.\n\nThe contract was signed in May 2031.",
            "May 2031",
        ),
        ("[COMPANY:奥林公司]签署[LOCATION:海丰]供货合同。该合同于2031年5月签署。", "2031年5月"),
    ],
)
def test_of_one_status_the_dated_entry_stays(finder: ProjectFinder, mark: Mark, text: str, date: str) -> None:
    doc = mark(text)
    start = doc.text.index(date)
    doc._.dates = [{"value": "2031-05", "start": start, "end": start + len(date), "text": date}]
    assert [(t["status"], t["date"]) for t in finder(doc)._.projects[0]["timeline"]] == [("announced", "2031-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[COMPANY:奥林公司]斥资[MONEY:￥5亿]建设电池工厂。", []),
        ("[COMPANY:奥林公司]（以下简称“奥林”）在[LOCATION:海丰]建设[MONEY:30亿元]的电池工厂。", ["30亿元的电池工厂"]),
        (
            "[COMPANY:奧林公司]（Orrin，「奧林」） built the [MONEY:30億元][LOCATION:海豐]數據中心.",
            ["30億元海豐數據中心"],
        ),
        ("[COMPANY:奥林公司]建设“星河”二期数据中心。", ["“星河”二期数据中心"]),
    ],
)
def test_names_are_noun_phrases_without_stray_brackets(
    finder: ProjectFinder, mark: Mark, text: str, expected: list[str]
) -> None:
    found = names(finder(mark(text)))
    assert all(name.count(a) == name.count(b) for name in found for a, b in ("()", "（）", "“”", "「」"))
    assert [n for n in found if n in expected] == expected
    assert not [n for n in found if "斥资" in n or "built" in n]


def test_time_doubles_with_the_number_of_projects(finder: ProjectFinder, mark: Mark) -> None:
    def seconds(count: int) -> float:
        doc = mark(
            " ".join(f"[COMPANY:Firm{i}] will build a [MONEY:${i} million] plant in Town{i}." for i in range(count))
        )
        began = time.perf_counter()
        finder(doc)
        return time.perf_counter() - began

    seconds(20)
    assert seconds(600) < 3 * seconds(300) + 0.3

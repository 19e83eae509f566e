"""Project mentions and projects from marked articles."""

from __future__ import annotations

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

"""The whole way on the sample articles: files in, valid records out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from spacy.language import Language

from pipeline.annotation.gold import read_gold
from pipeline.article import Article
from pipeline.evaluation.scoring import evaluate
from pipeline.flow import STAGES, build_nlp, process, run
from pipeline.ingest.reader import read
from pipeline.records import Record, json_schema
from pipeline.settings import Settings

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "seeds" / "articles"
FOUNDING = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_nlp()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [item for item in read([str(SAMPLES)]) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def records(nlp: Language, articles: list[Article]) -> list[Record]:
    return list(run(articles, nlp, with_text=True))


def test_components_declare_what_they_need(nlp: Language) -> None:
    problems = nlp.analyze_pipes(pretty=False)["problems"]
    assert {stage: missing for stage, missing in problems.items() if missing} == {"layout": ["doc._.article"]}
    assert tuple(nlp.pipe_names) == STAGES


def test_every_sample_yields_a_record(records: list[Record]) -> None:
    assert len(records) == 8
    assert {r.document.language for r in records} == {"en", "zh", "mixed"}


def test_records_keep_the_published_schema(records: list[Record]) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    for record in records:
        validator.validate(json.loads(record.to_json()))


def quotes(record: Record) -> Iterator[tuple[int, int, str]]:
    for entity in record.entities:
        yield from ((m.start, m.end, m.text) for m in entity.mentions)
    for project in record.projects:
        yield from ((m.start, m.end, m.text) for m in project.mentions)
        yield from ((t.evidence.start, t.evidence.end, t.evidence.quote) for t in project.timeline)
    for relation in record.relations:
        yield from ((e.start, e.end, e.quote) for e in relation.evidence)
    for equity in record.affected_equities:
        yield from ((f.evidence.start, f.evidence.end, f.evidence.quote) for f in equity.effects)
    for value in (*record.amounts, *record.dates):
        yield value.start, value.end, value.text


def test_every_quote_stands_at_its_offsets(records: list[Record]) -> None:
    for record in records:
        text = record.document.text
        assert text is not None
        found = list(quotes(record))
        assert len(found) > 20
        assert [q for q in found if text[q[0] : q[1]] != q[2]] == []


def test_references_point_inside_the_record(records: list[Record]) -> None:
    for record in records:
        entities = {e.entity_id for e in record.entities}
        projects = {p.project_id for p in record.projects}
        assert len(entities) == len(record.entities)
        assert not entities & projects
        assert {end for r in record.relations for end in (r.subject, r.object)} <= entities | projects
        for project in record.projects:
            assert {*project.leads, *project.investors, *project.participants, *project.locations} <= entities
        for equity in record.affected_equities:
            assert equity.entity in entities
            assert {f.cause for f in equity.effects} <= entities | projects


def test_order_and_neighbours_change_nothing(nlp: Language, articles: list[Article], records: list[Record]) -> None:
    backwards = list(run(reversed(articles), nlp, with_text=True))
    assert list(reversed(backwards)) == records


def test_a_bad_article_costs_no_other(nlp: Language, articles: list[Article]) -> None:
    huge = Article(text="a " * 600_000, path="huge.txt")
    outcomes = list(process([articles[0], huge, articles[1]], nlp))
    assert [type(o).__name__ for o in outcomes] == ["Record", "Reject", "Record"]


#: Below what the samples score now (they were not tuned on), so that a broken stage shows; not a claim of quality.
FLOORS = {
    ("mentions", "exact"): 0.65,
    ("pairs", "linked"): 0.80,
    ("amounts", "exact"): 0.90,
    ("dates", "exact"): 0.80,
    ("listings", "lines, of found"): 0.85,
    ("entities", "found"): 0.65,
    ("positions", "person and organization"): 0.30,
    ("projects", "found"): 0.30,
    ("relations", "all"): 0.10,
    ("equities", "affected"): 0.30,
    ("equities", "direction, of found"): 0.50,
    ("sentiment", "accuracy"): 0.20,
}


@pytest.mark.parametrize("layer", sorted(FLOORS))
def test_scores_hold(records: list[Record], layer: tuple[str, str]) -> None:
    report = evaluate(records, read_gold(SAMPLES), layers=[layer[0]])
    found = report.score(*layer).value.value
    assert found is not None
    assert found >= FLOORS[layer]


def test_the_record_of_the_readme_is_a_record() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    text = readme.split("```text\n", 1)[1].split("\n```", 1)[0]
    record = Record.model_validate_json(readme.split("```json\n", 1)[1].split("\n```", 1)[0])
    assert [q for q in quotes(record) if text[q[0] : q[1]] != q[2]] == []


@pytest.mark.skipif(not FOUNDING, reason="the founding article is not part of the project")
def test_founding_article(nlp: Language) -> None:
    article = next(item for item in read([str(FOUNDING[0])]) if isinstance(item, Article))
    [record] = run([article], nlp)
    pairs = [
        e for e in record.entities if {"en", "zh"} <= {n.language for n in e.names if n.origin != "knowledge_base"}
    ]
    assert len(pairs) >= 14
    assert record.amounts
    assert all(a.currency == "USD" and a.value == 5.5e10 for a in record.amounts)
    assert len(record.amounts) == 13
    assert record.document.published_at == "2026-02-12"
    assert record.document.author == "Eliza Wong"


def test_a_bar_leaves_out_what_is_less_sure(records: list[Record], articles: list[Article]) -> None:
    """Nothing below the bar remains, and what remains was there before."""
    surer = list(run(articles, build_nlp(Settings(least=0.6)), with_text=True))
    for record, before in zip(surer, records, strict=True):
        assert all((p.confidence or 0.0) >= 0.6 for p in record.projects)
        assert all((r.confidence or 0.0) >= 0.6 for r in record.relations)
        assert all((e.confidence or 0.0) >= 0.6 for q in record.affected_equities for e in q.effects)
        assert {p.name for p in record.projects} <= {p.name for p in before.projects}
        assert {e.name for e in record.entities} <= {e.name for e in before.entities}
    assert sum(len(r.relations) for r in surer) < sum(len(r.relations) for r in records)

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.exchange import TOOLS, Tool, export, gold_json, restore, write_article
from pipeline.annotation.gold import Gold, read_gold_file
from pipeline.annotation.label_studio import interface
from pipeline.annotation.merging import Merged, merge
from pipeline.annotation.spans import GoldSpan, spans
from pipeline.annotation.task import PAYLOAD, SAME_AS, Link, Mark, Task, task_of
from pipeline.errors import UsageError

Make = Callable[..., AnnotatedArticle]
LS, DOCCANO, PRODIGY = (TOOLS[name] for name in ("label-studio", "doccano", "prodigy"))
every_tool = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)


@every_tool
def test_round_trip_gives_the_same_text_and_gold(tool: Tool, article: AnnotatedArticle) -> None:
    (merged,) = restore(export([article], tool), tool)
    assert (merged.stem, merged.suffix, merged.text) == ("a", ".txt", article.text)
    assert merged.gold == article.gold
    assert merged.notes == []


@every_tool
def test_skips_and_shared_surfaces_survive(tool: Tool, make: Make) -> None:
    def share(gold: dict[str, Any]) -> None:
        gold["entities"][3].update(mentions=["Borea Power Sud", "Borea Power"])
        gold["entities"][2].update(skip=[{"surface": "Borea Power", "occurrence": 1}])

    article = make(share)
    (merged,) = restore(export([article], tool), tool)
    assert merged.gold == article.gold


def stretches(content: str, tool: Tool) -> set[str]:
    """What the text of the first task has at the offsets of its spans."""
    row = json.loads(content)[0] if tool is LS else json.loads(content.splitlines()[0])
    if tool is LS:
        text = row["data"]["text"]
        places = [(r["value"]["start"], r["value"]["end"]) for r in row["annotations"][0]["result"] if "value" in r]
    else:
        text, keys = row["text"], ("start_offset", "end_offset") if tool is DOCCANO else ("start", "end")
        places = [(s[keys[0]], s[keys[1]]) for s in row["entities" if tool is DOCCANO else "spans"]]
    assert "\r" not in text
    return {text[start:end] for start, end in places}


@every_tool
def test_offsets_hold_in_the_text_of_the_tool(tool: Tool, article: AnnotatedArticle) -> None:
    surfaces = {article.text[s.start : s.end] for s in article.spans}
    projects = {"Sète wind farm", "wind farm"} if tool.overlapping else {"wind farm"}
    assert stretches(export([article], tool), tool) == surfaces | projects


def test_prodigy_has_tokens_that_spans_and_relations_point_at(article: AnnotatedArticle) -> None:
    row = json.loads(export([article], PRODIGY))
    tokens = row["tokens"]
    assert all(row["text"][t["start"] : t["end"]] == t["text"] for t in tokens)
    assert "".join(t["text"] + " " * t["ws"] for t in tokens) == row["text"]
    for span in row["spans"]:
        assert (tokens[span["token_start"]]["start"], tokens[span["token_end"]]["end"]) == (span["start"], span["end"])
    for relation in row["relations"]:
        assert relation["head_span"] in row["spans"]
        assert relation["head"] == relation["head_span"]["token_end"]
    places = sorted((s["start"], s["end"]) for s in row["spans"])
    assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_prodigy_leaves_out_what_was_not_accepted(article: AnnotatedArticle) -> None:
    row = json.loads(export([article], PRODIGY))
    assert list(restore(json.dumps({**row, "answer": "reject"}), PRODIGY)) == []


def test_doccano_metadata_may_come_back_under_meta_and_ids_may_change(article: AnnotatedArticle) -> None:
    row = json.loads(export([article], DOCCANO))
    for part in row["entities"]:
        part["id"] += 500
    for part in row["relations"]:
        part.update(from_id=part["from_id"] + 500, to_id=part["to_id"] + 500)
    row["meta"] = {PAYLOAD: row.pop(PAYLOAD)}
    (merged,) = restore(json.dumps(row), DOCCANO)
    assert merged.gold == article.gold


def test_label_studio_reads_the_last_annotation_and_directions(article: AnnotatedArticle) -> None:
    rows = json.loads(export([article], LS))
    annotation = rows[0]["annotations"][0]
    for part in annotation["result"]:
        if part["type"] == "relation":
            part.update(direction="left", from_id=part["to_id"], to_id=part["from_id"])
    rows[0]["annotations"] = [{"result": []}, annotation, {"result": [], "was_cancelled": True}]
    (merged,) = restore(json.dumps(rows), LS)
    assert merged.gold == article.gold


def test_label_studio_offsets_in_utf_16_are_told(article: AnnotatedArticle) -> None:
    rows = json.loads(export([article], LS))
    for part in rows[0]["annotations"][0]["result"]:
        if part["type"] == "labels":
            part["value"]["start"] += 1
            part["value"]["end"] += 1
    with pytest.raises(UsageError, match="offsets of"):
        list(restore(json.dumps(rows), LS))


def test_label_studio_interface_has_every_label() -> None:
    tree = ElementTree.fromstring(interface())
    values = {element.get("value") for element in tree.iter()}
    assert {"COMPANY", "PROJECT", "leads:planned", "affects:denied", SAME_AS, "$text"} <= values


@every_tool
def test_what_is_no_export_of_the_tool_is_told(tool: Tool) -> None:
    for content in ("{", '[{"a": 1}]', "7"):
        with pytest.raises(UsageError, match="no export of"):
            list(restore(content, tool))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda row: row.update(text="x" + row["text"]), "changed"),
        (lambda row: row["entities"][0].update(end_offset=9000), "outside"),
        (lambda row: row["entities"][0].update(label="FIRM"), "no such entity type: FIRM"),
        (lambda row: row["relations"][0].update(type="likes"), "no such relation: 'likes'"),
        (lambda row: row.update({PAYLOAD: "{"}), "damaged"),
        (lambda row: row.update({PAYLOAD: '{"stem": "../x"}'}), "no name for an article"),
    ],
)
def test_damaged_tasks_are_told(article: AnnotatedArticle, change: Callable[[Any], None], message: str) -> None:
    row = json.loads(export([article], DOCCANO))
    change(row)
    with pytest.raises(UsageError, match=message):
        list(restore(json.dumps(row), DOCCANO))


@pytest.fixture
def task(article: AnnotatedArticle) -> Task:
    return task_of(article, overlapping=True)


def edited(task: Task, marks: list[Mark], links: list[Link]) -> Merged:
    return merge(Task(task.stem, task.suffix, task.page, task.gold, tuple(marks), tuple(links)), overlapping=True)


def mark(task: Task, surface: str, label: str, occurrence: int = 0) -> Mark:
    start = -1
    for _ in range(occurrence + 1):
        start = task.page.text.index(surface, start + 1)
    return Mark(start, start + len(surface), label)


def test_a_removed_mention_is_skipped(task: Task) -> None:
    gone = mark(task, "Cape Heavy", "COMPANY", 1)
    merged = edited(
        task, [m for m in task.marks if m != gone], [x for x in task.links if gone not in (x.subject, x.object)]
    )
    cape = merged.gold.entities[0]
    assert [(k.surface, k.occurrence) for k in cape.skip] == [("Cape Heavy", 2)]
    assert cape.mentions == ["Cape Heavy", "海岬重工"]


def test_an_entity_without_marks_is_gone_with_all_that_names_it(task: Task) -> None:
    gone = mark(task, "Tidal", "COMPANY")
    merged = edited(
        task, [m for m in task.marks if m != gone], [x for x in task.links if gone not in (x.subject, x.object)]
    )
    assert "tidal" not in merged.gold.model_dump_json()
    assert merged.gold.equities == []
    assert merged.notes == ["a: tidal is gone"]


def test_a_project_without_marks_is_gone(task: Task) -> None:
    keep = [m for m in task.marks if m.label != "PROJECT"]
    merged = edited(task, keep, [x for x in task.links if x.subject in keep and x.object in keep])
    assert merged.gold.projects == []
    assert {r.type for r in merged.gold.relations} == {"holds_position", "subsidiary_of"}


def test_a_new_mark_is_a_new_entity_or_what_it_is_the_same_as(task: Task) -> None:
    rain, order = mark(task, "rain", "PRODUCT"), mark(task, "chief", "PERSON")
    ruiz = mark(task, "Ana Ruiz", "PERSON")
    merged = edited(task, [*task.marks, rain, order], [*task.links, Link(SAME_AS, order, ruiz)])
    entities = {e.id: e for e in merged.gold.entities}
    assert (entities["rain"].type, entities["rain"].mentions, entities["rain"].names) == (
        "PRODUCT",
        ["rain"],
        {"en": ["rain"]},
    )
    assert entities["ruiz"].mentions == ["Ana Ruiz", "安娜·鲁伊斯", "chief"]
    assert merged.notes == ["a: rain is new (PRODUCT 'rain')"]


def test_a_new_project_is_told_to_be_incomplete(task: Task) -> None:
    merged = edited(task, [*task.marks, mark(task, "orders at Tidal", "PROJECT")], list(task.links))
    assert merged.gold.projects[1].names == ["orders at Tidal"]
    assert "complete it" in merged.notes[0]


def test_new_type_and_new_relation(task: Task) -> None:
    old, new = mark(task, "MARSEILLE", "LOCATION"), mark(task, "MARSEILLE", "ORGANIZATION")
    marks = [new if m == old else m for m in task.marks]
    merged = edited(task, marks, [*task.links, Link("oversees", new, mark(task, "Tidal", "COMPANY"))])
    assert merged.gold.entities[6].type == "ORGANIZATION"
    assert task.gold is not None
    assert merged.gold.relations[:-1] == task.gold.relations
    assert merged.gold.relations[-1].model_dump() == {
        "type": "oversees", "subject": "marseille", "object": "tidal", "modality": "asserted",
    }  # fmt: skip


def test_a_removed_link_removes_its_relation_only(task: Task) -> None:
    merged = edited(task, list(task.marks), [x for x in task.links if not x.label.startswith("leads")])
    assert [r.type for r in merged.gold.relations].count("leads") == 0
    assert len(merged.gold.relations) == len(task.links) - 1
    assert merged.gold.projects[0].leads == ["cape"]


def test_part_of_a_word_is_an_error(task: Task) -> None:
    with pytest.raises(UsageError, match="part of a word"):
        edited(task, [*task.marks, mark(task, "ain", "PRODUCT")], list(task.links))


def test_a_text_annotated_from_scratch() -> None:
    row = {"id": 7, "text": "🚀 腾讯 (Tencent) 投资", "entities": [
        {"id": 1, "start_offset": 2, "end_offset": 4, "label": "COMPANY"},
        {"id": 2, "start_offset": 6, "end_offset": 13, "label": "COMPANY"}],
        "relations": [{"id": 1, "from_id": 2, "to_id": 1, "type": SAME_AS}]}  # fmt: skip
    (merged,) = restore(json.dumps(row), DOCCANO)
    assert (merged.stem, [e.mentions for e in merged.gold.entities]) == ("7", [["腾讯", "Tencent"]])
    assert merged.gold.entities[0].names == {"zh": ["腾讯"], "en": ["Tencent"]}


def test_files_are_written_as_they_were(article: AnnotatedArticle, tmp_path: Path) -> None:
    (merged,) = restore(export([article], LS), LS)
    path = write_article(tmp_path / "new", merged)
    document = read_gold_file(path)
    assert document.article_path.read_bytes() == article.text.encode()
    assert document.gold == article.gold
    assert '"value": 90000000,' in gold_json(document.gold)


@given(st.data())
def test_any_marks_of_whole_words_become_gold(data: st.DataObject) -> None:
    """Mentions chosen at random among words come back exactly, whatever other occurrences their surfaces have."""
    words = data.draw(st.lists(st.sampled_from(["ab", "ab cd", "腾讯", "cd", "🚀"]), min_size=1, max_size=8))
    text, places = "", []
    for word in words:
        places.append((len(text), len(text) + len(word)))
        text += word + data.draw(st.sampled_from([" ", "\r\n", "，"]))
    chosen = data.draw(st.lists(st.sampled_from(places), unique=True))
    gold = Gold.model_validate({"article": {"id": "a"}, "entities": [], "sentiment": {"document": "neutral"}})
    task = task_of(AnnotatedArticle("a", Path("a.txt"), text, gold), overlapping=False)
    merged = edited(task, [Mark(start, end, "COMPANY") for start, end in chosen], [])
    assert [(s.start, s.end) for s in spans(text, merged.gold)] == sorted(chosen)
    assert all(isinstance(s, GoldSpan) for s in spans(text, merged.gold))

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from pipeline.annotation.gold import Gold
from pipeline.article import Article
from pipeline.cli.evaluate import evaluate
from pipeline.records import Record

app = typer.Typer()
app.command()(evaluate)
runner = CliRunner(env={"COLUMNS": "160"})


@pytest.fixture
def folder(tmp_path: Path, gold: Gold, text: str) -> Path:
    (tmp_path / "small.txt").write_bytes(text.encode())
    (tmp_path / "small.gold.json").write_text(gold.model_dump_json(exclude_defaults=True), encoding="utf-8")
    return tmp_path


def write_records(path: Path, *records: dict[str, Any]) -> str:
    path.write_text("".join(Record.model_validate(r).to_json() + "\n" for r in records), encoding="utf-8")
    return str(path)


@pytest.fixture
def records(folder: Path, perfect: dict[str, Any]) -> str:
    return write_records(folder / "records.jsonl", perfect)


@pytest.fixture
def worse(folder: Path, perfect: dict[str, Any]) -> str:
    softbank, *others = perfect["entities"]
    return write_records(
        folder / "worse.jsonl", {**perfect, "entities": [{**softbank, "name": "[red]x[/]"}, *others[1:]]}
    )


def test_tables_for_the_terminal(folder: Path, records: str) -> None:
    result = runner.invoke(app, [records, "--gold", str(folder)])
    assert result.exit_code == 0
    assert "mentions" in result.output
    assert "macro F1" in result.output
    assert "What went wrong" not in result.output


def test_errors_are_counted_by_cause_and_listed_with_context(folder: Path, worse: str) -> None:
    result = runner.invoke(app, [worse, "--gold", str(folder), "--errors", "--layer", "mentions"])
    assert "not found" in result.output
    assert "[[孙正义]]" in result.output
    assert "relations" not in result.output


def test_markup_in_articles_is_shown_as_it_is(folder: Path, perfect: dict[str, Any]) -> None:
    perfect["entities"][0].update(name="[red]x[/]", names=[], type="PERSON")
    source = write_records(folder / "markup.jsonl", perfect)
    result = runner.invoke(app, [source, "--gold", str(folder), "--errors", "--layer", "entities"])
    assert result.exit_code == 0
    assert "[red]x[/]" in result.output


def test_json_on_standard_output_is_all_there_is(folder: Path, worse: str) -> None:
    result = runner.invoke(app, [worse, "--gold", str(folder), "--json", "-", "--errors"])
    content = json.loads(result.output)
    assert content["articles"] == 1
    assert {"layer", "name", "value", "hits"} <= content["scores"][0].keys()
    assert {f["cause"] for f in content["findings"]} > {"not found"}


def test_json_to_a_file(folder: Path, records: str) -> None:
    target = folder / "scores.json"
    assert runner.invoke(app, [records, "--gold", str(folder), "--json", str(target)]).exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["scores"]


def test_two_runs_against_each_other(folder: Path, records: str, worse: str) -> None:
    result = runner.invoke(app, [records, "--gold", str(folder), "--against", worse, "--json", "-"])
    differences = {(d["layer"], d["name"]): d["difference"]["value"] for d in json.loads(result.output)["differences"]}
    assert differences["mentions", "exact"] > 0
    assert differences["dates", "exact"] == 0
    shown = runner.invoke(app, [records, "--gold", str(folder), "--against", worse])
    assert "Difference" in shown.output


def test_a_folder_is_run_first(
    folder: Path, perfect: dict[str, Any], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a stand-in for the pipeline, which must get the articles that have gold, and no others."""
    seen: list[Article] = []

    def run(articles: Iterable[Article], nlp: None, with_text: bool, on_reject: Any) -> Iterator[Record]:
        for article in articles:
            seen.append(article)
            yield Record.model_validate({**perfect, "document": {**perfect["document"], "path": article.path}})

    monkeypatch.setitem(sys.modules, "pipeline.flow", SimpleNamespace(run=run, build_nlp=lambda kb: None))
    (folder / "other.txt").write_text("Another article.", encoding="utf-8")
    result = runner.invoke(app, [str(folder), "--gold", str(folder), "--json", "-"])
    assert [article.text for article in seen] == [text]
    scores = {(s["layer"], s["name"]): s["value"]["value"] for s in json.loads(result.output)["scores"]}
    assert scores["mentions", "exact"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["absent.jsonl", "--gold", "{folder}"], "absent.jsonl"),
        (["{folder}/bad.jsonl", "--gold", "{folder}"], "line 2: no record"),
        (["{folder}/records.jsonl", "--gold", "{folder}/absent"], "no such folder"),
        (["{folder}/records.jsonl", "--gold", "{folder}", "--layer", "colours"], "no such layer"),
        (["{folder}/records.jsonl", "--gold", "{folder}", "--json", "{folder}/no/where.json"], "where.json"),
        (["{folder}/empty", "--gold", "{folder}"], "none of the articles"),
    ],
)
def test_unusable_calls_say_why_in_one_line(folder: Path, records: str, arguments: list[str], message: str) -> None:
    (folder / "bad.jsonl").write_text('\n{"schema_version": "1"}\n', encoding="utf-8")
    (folder / "empty").mkdir()
    result = runner.invoke(app, [a.format(folder=folder) for a in arguments])
    assert result.exit_code == 2
    assert message in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_file_that_is_no_text_is_no_records_file(folder: Path) -> None:
    (folder / "binary.jsonl").write_bytes(b"\xb2\xff\x00")
    result = runner.invoke(app, [str(folder / "binary.jsonl"), "--gold", str(folder)])
    assert result.exit_code == 2
    assert "not a records.jsonl" in " ".join(result.output.split())
    assert "codec" not in result.output

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin
from typer.testing import CliRunner

from pipeline.cli.main import app

runner = CliRunner(env={"COLUMNS": "160"})
TEXT = "🚀 Vexolar (维克索拉) rose.\r\nSales at Quillon fell.\r\n"
GOLD: dict[str, Any] = {
    "article": {"id": "en-x1", "language": "en"},
    "entities": [
        {
            "id": "vex", "type": "COMPANY", "names": {"en": ["Vexolar"], "zh": ["维克索拉"]},
            "mentions": ["Vexolar", "维克索拉"],
        },
        {"id": "quillon", "type": "COMPANY", "names": {"en": ["Quillon"]}, "mentions": ["Quillon"]},
    ],
    "relations": [{"type": "competes_with", "subject": "vex", "object": "quillon", "modality": "asserted"}],
    "sentiment": {"document": "mixed"},
}  # fmt: skip


def write(folder: Path, stem: str = "en-x1", text: str = TEXT, **change: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.txt").write_bytes(text.encode())
    (folder / f"{stem}.gold.json").write_text(json.dumps(GOLD | change), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "gold")


def call(*arguments: object) -> tuple[int, str]:
    result = runner.invoke(app, ["corpus", *map(str, arguments)])
    return result.exit_code, result.output


def test_check_of_sound_gold(folder: Path) -> None:
    code, output = call("check", folder)
    assert (code, output) == (0, "1 articles, 0 defects, 0 hints\n")


def test_check_lists_defects_hints_and_unreadable_files(folder: Path) -> None:
    write(folder, "en-x2", "Vexolar hired Tamsin Orrell to run sales.", relations=[], entities=GOLD["entities"][:1])
    write(folder, "en-x3", sentiment={"document": "glad"})
    code, output = call("check", folder, "--hints")
    assert code == 1
    assert "en-x2: vex: surface '维克索拉' is not in the text" in output
    assert "hint: en-x2: capitalised: 'Tamsin Orrell' is not annotated" in output
    assert "en-x3.gold.json: sentiment.document" in output
    assert "hints of kind capitalised: 1" in output
    assert output.endswith("3 articles, 3 defects, 1 hints\n")


def test_check_across_splits(tmp_path: Path) -> None:
    write(tmp_path / "train", "en-x1")
    write(tmp_path / "test", "en-x2")
    code, output = call("check", tmp_path / "train", tmp_path / "test")
    assert code == 1
    assert "en-x2: 100% the same as en-x1 in another split" in output
    assert "test: 100% of COMPANY occur in train" in output
    assert "test: 2 of 2 COMPANY occur in train (100%)" in output


def test_stats_as_tables_and_as_json(folder: Path) -> None:
    code, output = call("stats", folder)
    assert code == 0
    assert "competes_with" in output
    assert "What is wanted" in output
    code, output = call("stats", folder, "--json", "-")
    content = json.loads(output)
    assert content["tables"]["relation"]["competes_with"] == 1
    assert {"what", "wanted", "found", "met"} <= content["wanted"][0].keys()


def test_agree(folder: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", entities=GOLD["entities"][:1], relations=[])
    write(other, "en-x9")
    code, output = call("agree", folder, other, "--layer", "mentions", "--errors")
    assert code == 0
    assert "1 articles in" in output
    assert "[[Quillon]]" in output
    code, output = call("agree", folder, other, "--json", "-")
    scores = {(s["layer"], s["name"]): s["value"]["value"] for s in json.loads(output)["scores"]}
    assert scores["mentions", "exact"] == pytest.approx(0.8)


@pytest.mark.parametrize("tool", ["label-studio", "doccano", "prodigy"])
def test_export_and_import(folder: Path, tmp_path: Path, tool: str) -> None:
    file, back = tmp_path / "tasks", tmp_path / "back"
    assert call("export", folder, "--to", tool, "--out", file)[0] == 0
    assert (tmp_path / "tasks.xml").exists() is (tool == "label-studio")
    code, output = call("import", file, "--from", tool, "--out", back)
    assert (code, output.count("\n")) == (0, 1)
    assert (back / "en-x1.txt").read_bytes() == TEXT.encode()
    assert json.loads((back / "en-x1.gold.json").read_text(encoding="utf-8")) == GOLD


def test_export_to_spacy(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "gold.spacy"
    assert call("export", folder, "--to", "docbin", "--out", file)[0] == 0
    (doc,) = DocBin().from_disk(file).get_docs(spacy.blank("en").vocab)
    assert [e.text for e in doc.ents] == ["Vexolar", "维克索拉", "Quillon"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "{0}/absent"], "no such folder"),
        (["check", "{0}/empty"], "no *.gold.json files"),
        (["stats", "{0}/empty"], "no *.gold.json files"),
        (["stats", "{0}/gold", "--json", "{0}/no/where"], "where"),
        (["agree", "{0}/gold", "{0}/gold", "--layer", "colours"], "no such layer"),
        (["export", "{0}/gold", "--to", "doccano", "--out", "{0}/no/where"], "where"),
        (["import", "{0}/absent", "--from", "doccano", "--out", "{0}/x"], "absent"),
        (["import", "{0}/gold/en-x1.txt", "--from", "prodigy", "--out", "{0}/x"], "no export of prodigy"),
    ],
)
def test_unusable_calls_say_why_in_one_line(folder: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "empty").mkdir()
    code, output = call(*(a.format(tmp_path) for a in arguments))
    assert code == 2
    assert message in output
    assert len(output.strip().splitlines()) == 1


def test_every_command_has_help() -> None:
    for command in ("check", "stats", "agree", "export", "import"):
        code, output = call(command, "--help")
        assert code == 0
        assert "Usage" in output

"""The other commands, and what holds for all."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.records import json_schema

_GROUP = typer.main.get_command(app)
COMMANDS = sorted(_GROUP.commands)  # type: ignore[attr-defined]


def test_commands_are_the_documented_ones() -> None:
    assert {"run", "evaluate", "schema", "inspect"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_parameter_has_help(name: str) -> None:
    command = _GROUP.commands[name]  # type: ignore[attr-defined]
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert command.help.split("\n")[0].split()[0] in result.stdout


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout.startswith("equitrace ")


def test_schema_is_the_published_one() -> None:
    assert json.loads(CliRunner().invoke(app, ["schema"]).stdout) == json_schema()


def test_schema_needs_nothing_heavy() -> None:
    code = "import sys, pipeline.cli.main; print([m for m in ('spacy', 'pandas', 'trafilatura') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_inspect_shows_the_article_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text_nlp: Language
) -> None:
    monkeypatch.setattr("pipeline.flow.build_nlp", lambda kb: text_nlp)
    (tmp_path / "a.txt").write_text("Gulf Steel [red]rose[/red] \x1b[31m3%.\n\n海湾钢铁上涨。\n", encoding="utf-8")
    result = CliRunner(env={"COLUMNS": "200"}).invoke(app, ["inspect", str(tmp_path / "a.txt")], catch_exceptions=False)
    assert result.exit_code == 0
    assert "[red]rose[/red]" in result.stdout
    assert "\x1b[31m3%" not in result.stdout
    assert "海湾钢铁上涨" in result.stdout
    for stage in ("Blocks", "Sentences", "Amounts", "Mentions", "Entities", "Projects", "Relations", "Effects", "Tone"):
        assert stage in result.stdout


def test_inspect_names_its_article_and_is_wide_enough_for_a_pager(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text_nlp: Language
) -> None:
    monkeypatch.setattr("pipeline.flow.build_nlp", lambda kb: text_nlp)
    monkeypatch.delenv("COLUMNS", raising=False)
    file = tmp_path / "a.txt"
    file.write_text("Gulf Steel rose after its board had approved the furnace. " * 3, encoding="utf-8")
    output = CliRunner().invoke(app, ["inspect", str(file)], catch_exceptions=False).stdout
    assert output.startswith(f"Article: {file}\n")
    assert max(map(len, output.splitlines()[1:])) > 100


def test_inspect_refuses_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Furnace.")
    result = CliRunner().invoke(app, ["inspect", str(tmp_path)])
    assert result.exit_code == 2
    assert "a folder" in result.stderr


@pytest.mark.parametrize("content", [b"", b"\0\0\0"])
def test_inspect_of_what_is_no_article(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    result = CliRunner().invoke(app, ["inspect", str(tmp_path / "a.txt")])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_inspect_quotes_evidence(read: Callable[..., object]) -> None:
    from pipeline.cli.inspect import quoting

    doc = read("Gulf Steel rose. It fell.")
    relation = {"type": "leads", "evidence": [{"start": 0, "end": 16}]}
    assert quoting(doc, [relation])[0]["evidence"] == ["Gulf Steel rose."]  # type: ignore[arg-type]

"""`equitrace kb`, and `--kb` of the commands that read the knowledge base."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.kb import knowledge_base, sources

RUNNER = CliRunner(env={"COLUMNS": "160"})


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of companies, with user's and cache folders of its own."""
    monkeypatch.setattr(sources, "user_folder", lambda: tmp_path / "user")
    monkeypatch.setattr(knowledge_base, "_LOADED", {})
    path = tmp_path / "mine.csv"
    path.write_text("id,name_en,name_zh,listings\ntarn-cells,Tarn Cells,塔恩电芯,XOSL:TRNC\n", encoding="utf-8")
    return path


def test_find_and_show() -> None:
    found = RUNNER.invoke(app, ["kb", "find", "宁德时代"], catch_exceptions=False)
    assert found.exit_code == 0
    assert "XSHE:300750" in found.stdout
    shown = RUNNER.invoke(app, ["kb", "show", "catl"], catch_exceptions=False).stdout
    assert "宁德时代 (primary)" in shown
    assert "XSHE:300750 primary 300750.SZ" in shown


def test_nothing_found() -> None:
    assert RUNNER.invoke(app, ["kb", "find", "qqqqzzzz"]).exit_code == 1
    shown = RUNNER.invoke(app, ["kb", "show", "qqqqzzzz"])
    assert shown.exit_code == 2
    assert "kb find" in shown.stderr


def test_stored_companies_are_found_from_then_on(mine: Path) -> None:
    added = RUNNER.invoke(app, ["kb", "add", str(mine)], catch_exceptions=False)
    assert added.exit_code == 0
    assert (mine.parent / "user" / "mine.csv").exists()
    again = RUNNER.invoke(app, ["kb", "add", str(mine)], catch_exceptions=False)
    assert again.exit_code == 0, "a file replaces the stored one of its name"
    assert "XOSL:TRNC" in RUNNER.invoke(app, ["kb", "find", "塔恩电芯"]).stdout


def test_a_file_for_one_call(mine: Path) -> None:
    assert "XOSL:TRNC" in RUNNER.invoke(app, ["kb", "find", "Tarn Cells", "--kb", str(mine)]).stdout
    assert RUNNER.invoke(app, ["kb", "show", "tarn-cells"]).exit_code == 2


@pytest.mark.parametrize("command", [["kb", "add"], ["run", "--out", "out", "article.txt", "--kb"]])
def test_a_faulty_file_ends_the_call(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Tarn Cells rose.", encoding="utf-8")
    mine.write_text("id,name_en,country\ntarn,Tarn,Norway\n", encoding="utf-8")
    result = RUNNER.invoke(app, [*command, str(mine)])
    assert result.exit_code == 2
    assert result.stderr.splitlines() == ["equitrace: mine.csv:2: country 'Norway' is no ISO 3166 code of two capitals"]
    assert not (tmp_path / "user").exists()


def test_check_counts_faults(mine: Path) -> None:
    mine.write_text(
        "id,name_en,country,status\ntarn-a,Tarn X,NO,unlisted\ntarn-b,Tarn X,NO,unlisted\n", encoding="utf-8"
    )
    checked = RUNNER.invoke(app, ["kb", "check", "--strict", "--kb", str(mine)], catch_exceptions=False)
    assert checked.exit_code == 1
    assert "shared name: tarn-a, tarn-b" in checked.stdout


@pytest.mark.parametrize("command", ["add", "find", "show", "check"])
def test_every_command_explains_itself(command: str) -> None:
    result = RUNNER.invoke(app, ["kb", command, "--help"])
    assert result.exit_code == 0
    assert "Exit status" in result.stdout


@pytest.mark.slow
def test_a_run_with_workers_knows_the_companies_of_the_file(mine: Path, tmp_path: Path) -> None:
    for number in range(2):
        article = tmp_path / "in" / f"{number}.txt"
        article.parent.mkdir(exist_ok=True)
        article.write_text(f"Tarn Cells will build plant {number} in Norway.", encoding="utf-8")
    out = tmp_path / "out"
    command = ["run", str(tmp_path / "in"), "--out", str(out), "--sink", "jsonl", "--workers", "2", "--kb", str(mine)]
    result = RUNNER.invoke(app, command, catch_exceptions=False)
    assert result.exit_code == 0
    assert (out / "records.jsonl").read_text(encoding="utf-8").count('"XOSL:TRNC"') >= 2

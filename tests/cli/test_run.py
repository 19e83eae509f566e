"""`equitrace run` from the outside, with the pipeline replaced."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from fake_work import work
from typer.testing import CliRunner, Result

from pipeline.cli.main import app


@pytest.fixture(autouse=True)
def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.extraction", lambda with_text, kb: work)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Hostile and harmless files, under a path with a space and Chinese."""
    made = tmp_path / "in 文件"
    made.mkdir()
    (made / "a.txt").write_text("Gulf Steel [red]builds[/red] a furnace.\r\n", encoding="utf-8", newline="")
    (made / "b.txt").write_text("Gulf Steel [red]builds[/red] a furnace.\n", encoding="utf-8", newline="")
    (made / "c.txt").write_bytes(b"")
    (made / "d.txt").write_bytes(b"\0\1\2\3" * 100)
    (made / "e.txt").write_text("x" * 2_000_000)
    (made / "f [red].txt").write_bytes("软银集团周三上涨".encode()[:-1])
    (made / "g.jsonl").write_text('{"text": "One."}\n{"text": \n{"text": "Two."}\n')
    (made / "h.csv").write_text('text,title\n"Line\none",T\n')
    (made / "i.html").write_text("<html><body><script>alert(1)</script><p>Furnace at Nangang.</p></body></html>")
    (made / "loop").symlink_to(made)
    return made


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["run", *map(str, arguments)], catch_exceptions=False)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("workers", [1, 2])
def test_everything_is_written_and_accounted_for(folder: Path, tmp_path: Path, workers: int) -> None:
    out = tmp_path / "out"
    result = call(folder, "--out", out, "--workers", workers)
    assert result.exit_code == 0
    records, rejects = lines(out / "records.jsonl"), lines(out / "rejects.jsonl")
    paths = [record["document"]["path"] for record in records]  # type: ignore[index]
    assert paths == ["a.txt", "g.jsonl#1", "g.jsonl#3", "h.csv#1", "i.html"]
    assert [(r["path"], r["error"]) for r in rejects] == [
        ("c.txt", "empty"),
        ("d.txt", "binary"),
        ("e.txt", "too_large"),
        ("f [red].txt", "undecodable"),
        ("g.jsonl#2", "malformed_json"),
    ]
    with sqlite3.connect(out / "records.sqlite") as database:
        assert database.execute("SELECT count(*) FROM documents").fetchone() == (5,)
        assert database.execute("SELECT count(*) FROM rejects").fetchone() == (5,)
    assert (out / "csv" / "documents.csv").is_file()
    assert (out / "parquet" / "rejects.parquet").is_file()
    summary = {
        row[0].strip(): row[1].strip() for line in result.stdout.splitlines() if len(row := line.split("│")[1:-1]) == 2
    }
    assert (summary["articles read"], summary["skipped (identical)"], summary["rejects"]) == ("11", "1", "5")


def test_running_again_replaces(folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert call(folder, "--out", tmp_path / "out", "--quiet").exit_code == 0
    assert len(lines(tmp_path / "out" / "records.jsonl")) == 5
    with sqlite3.connect(tmp_path / "out" / "records.sqlite") as database:
        assert database.execute("SELECT count(*) FROM documents").fetchone() == (5,)
        assert database.execute("SELECT count(*) FROM rejects").fetchone() == (5,)


@pytest.mark.parametrize("below", ["", "out"])
def test_results_among_the_inputs_are_not_read(tmp_path: Path, below: str) -> None:
    (tmp_path / "a.txt").write_text("Furnace at Nangang.")
    for _ in range(2):
        assert call(tmp_path, "--out", tmp_path / below, "--text", "--strict").exit_code == 0
    assert len(lines(tmp_path / below / "records.jsonl")) == 1


def test_limit_counts_articles_read(folder: Path, tmp_path: Path) -> None:
    assert call(folder, "--out", tmp_path / "out", "--limit", 3).exit_code == 0
    assert len(lines(tmp_path / "out" / "records.jsonl")) + len(lines(tmp_path / "out" / "rejects.jsonl")) == 2


def test_chosen_sinks_glob_and_fields(folder: Path, tmp_path: Path) -> None:
    out, database = tmp_path / "out", tmp_path / "own.db"
    (folder / "z.json").write_text('{"text": "Abstract.", "whole": "Whole."}')
    sinks = ["--sink", "jsonl,csv", "--sink", f"sqlite:///{database}"]
    assert call(folder, "--out", out, *sinks, "--glob", "z.*", "--field", "text=whole").exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["csv", "records.jsonl", "rejects.jsonl"]
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT text FROM documents").fetchall() == [("Whole.",)]


def test_strict_turns_rejects_into_status_1(folder: Path, tmp_path: Path) -> None:
    assert call(folder, "--out", tmp_path / "out", "--strict", "--quiet").exit_code == 1
    assert call(folder / "a.txt", "--out", tmp_path / "out", "--strict", "--quiet").exit_code == 0


def test_quiet_says_nothing_but_that_there_are_rejects(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call(folder / "a.txt", "--out", out, "--quiet").output == ""
    result = call(folder, "--out", out, "--quiet")
    assert (result.stdout, result.stderr) == ("", f"5 rejected, see {out / 'rejects.jsonl'}\n")


def test_named_file_that_is_not_read_is_named_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert "1 rejected" in call(tmp_path / "a.pdf", "--out", tmp_path / "out").stderr


def test_pattern_that_no_shell_expanded(folder: Path, tmp_path: Path) -> None:
    assert call(folder / "*.csv", "--out", tmp_path / "out", "--quiet", "--strict").exit_code == 0
    (record,) = lines(tmp_path / "out" / "records.jsonl")
    assert str(record["document"]["path"]).endswith("h.csv#1")  # type: ignore[index]


def test_standard_input(tmp_path: Path) -> None:
    arguments = ["run", "-", "--out", str(tmp_path / "out"), "--quiet"]
    result = CliRunner().invoke(app, arguments, input='{"text": "软银上涨。"}\n{}\n')
    assert result.exit_code == 0
    assert [line["path"] for line in lines(tmp_path / "out" / "rejects.jsonl")] == ["-#2"]
    assert len(lines(tmp_path / "out" / "records.jsonl")) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{tmp}/nowhere [red]", "--out", "{tmp}/out"], "nowhere [red]: no such file"),
        (["{tmp}/empty", "--out", "{tmp}/out"], "no articles in"),
        (["{tmp}/a.txt", "--out", "{tmp}/a.txt/out"], "cannot write to"),
        (["{tmp}/a.txt", "--out", "{tmp}/out", "--sink", "xml"], "--sink xml"),
        (["{tmp}/a.txt", "--out", "{tmp}/out", "--sink", "nonsense://x"], "database URL"),
        (["{tmp}/a.txt", "--out", "{tmp}/out", "--field", "colour=red"], "--field colour=red"),
    ],
)
def test_unusable_call_is_one_line_and_status_2(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("Furnace.")
    result = call(*(argument.replace("{tmp}", str(tmp_path)) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert not (tmp_path / "out" / "records.jsonl").exists()


@pytest.mark.parametrize("arguments", [[], ["--workers", "0"], ["--limit", "x"], ["--nonsense"]])
def test_bad_option_is_status_2(tmp_path: Path, arguments: list[str]) -> None:
    assert call(tmp_path, *arguments).exit_code == 2


def test_interrupt_says_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupting(articles: list[object]) -> list[object]:
        if any(article.text == "stop" for article in articles):  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return work(articles)  # type: ignore[arg-type,return-value]

    monkeypatch.setattr("pipeline.batch.extraction", lambda with_text, kb: interrupting)
    (tmp_path / "a.jsonl").write_text("".join(f'{{"text": "Article {n}."}}\n' for n in range(8)) + '{"text": "stop"}\n')
    result = call(tmp_path / "a.jsonl", "--out", tmp_path / "out")
    assert result.exit_code == 130
    assert "8 records" in result.stderr
    assert len(lines(tmp_path / "out" / "records.jsonl")) == 8


@pytest.mark.parametrize("workers", [1, 2])
def test_near_duplicate_of_an_article_in_the_database(tmp_path: Path, workers: int) -> None:
    text = "Gulf Steel said on Monday that it would build an electric furnace at Nangang, which analysts had awaited."
    for name, content in (("1", text), ("2", f"{text} More to follow."), ("3", "海湾钢铁将在南港建设电弧炉。")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(content, encoding="utf-8")
        sinks = ["--sink", "sqlite", "--workers", workers, "--quiet"]
        assert call(tmp_path / name, "--out", tmp_path / "out", *sinks).exit_code == 0
    with sqlite3.connect(tmp_path / "out" / "records.sqlite") as database:
        found = database.execute("SELECT doc_id, duplicate_of FROM documents ORDER BY length(text) DESC").fetchall()
    (_, reprint_of), (original, of_original), (_, of_other) = found
    assert (reprint_of, of_original, of_other) == (original, None, None)

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.errors import UsageError
from pipeline.evaluation.linking import evaluate_linking, read_cases
from pipeline.flow import build_nlp
from pipeline.kb.knowledge_base import load


def case(text: str, surface: str, **fields: object) -> dict[str, object]:
    row = {"text": text, "surface": surface, "start": text.index(surface), "type": "COMPANY", "listings": []}
    return {**row, "in_base": True, "name_en": None, "name_zh": None, "language": "en", "trap": False, **fields}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = [
        case("Siemens will build a plant.", "Siemens", listings=["XETR:SIE"]),
        case("腾讯回购股份。", "腾讯", listings=["XHKG:0700", "XNYS:MISSING"]),
        case("Shares of Siemens fell.", "Siemens", listings=["XNYS:OTHER"]),
        case("The firm hit its target.", "target", type="NONE", in_base=False),
        case("The harbour authority of Zzyx said no.", "Zzyx", kb_id="zzyx"),
        case(
            "The European Central Bank met.",
            "European Central Bank",
            type="GOVERNMENT",
            name_en="The European Central Bank",
        ),
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    return path


def test_outcomes_and_figures(file: Path) -> None:
    report = evaluate_linking(read_cases(file), build_nlp(), load())
    assert [r.outcome for r in report.results] == ["right", "right", "wrong", "rejected", "missed", "right"]
    assert report.right == 3 / 5
    assert report.false_links == 1 / 6
    assert report.complete == 1 / 2


def test_what_is_no_company_may_be_linked_to_its_own_kind(tmp_path: Path) -> None:
    rows = [
        case("The mayor of Lyon said no.", "Lyon", type="LOCATION", in_base=False),
        case("The mayor of Lyon said no.", "Lyon", type="PERSON", in_base=False),
        case("Siemens will build a plant.", "Siemens", in_base=False),
        case("The parent, Kweichow Moutai Group, met.", "Kweichow Moutai Group", listings=["XSHG:600519"])
        | {"name_en": "Kweichow Moutai Group"},
        case("Kweichow Moutai Group met.", "Kweichow Moutai Group", listings=["XSHG:600519"], name_en="Other"),
        case("The World Bank met.", "World Bank", type="ORGANIZATION", in_base=False),
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    report = evaluate_linking(read_cases(path), build_nlp(), load())
    assert [r.outcome for r in report.results] == ["rejected", "wrong", "wrong", "right", "wrong", "wrong"]
    assert report.complete == 1.0


def test_the_command(file: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate-linking", str(file), "--errors"], catch_exceptions=False)
    assert result.exit_code == 0
    assert "right issuer at top   0.600 of 5" in result.stdout
    assert "wrong: Siemens" in result.stdout
    assert "missed: Zzyx" in result.stdout
    assert "incomplete: 腾讯" in result.stdout


@pytest.mark.parametrize(
    ("line", "message"),
    [("{}", "without text"), ("[", "no JSON object"), (json.dumps(case("abc", "b") | {"start": 0}), "not at 0")],
)
def test_lines_that_are_no_cases(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "x.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_cases(tmp_path / "x.jsonl")

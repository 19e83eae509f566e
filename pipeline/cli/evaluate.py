"""`equitrace evaluate`: how well records, or a run over a folder of articles, agree with gold."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from pipeline.errors import EquitraceError, UsageError

if TYPE_CHECKING:
    from pipeline.evaluation.comparison import Difference
    from pipeline.evaluation.report import Report

Source = Annotated[
    Path, typer.Argument(metavar="RECORDS_OR_INPUT", help="A records.jsonl, or a folder of articles to run first.")
]
GoldFolder = Annotated[
    Path, typer.Option("--gold", metavar="DIR", help="Folder of <id>.gold.json beside <id>.txt, .md or .html.")
]
Against = Annotated[
    Path | None,
    typer.Option(metavar="RECORDS_OR_INPUT", help="A second run to compare with, by a paired bootstrap."),
]
Layers = Annotated[
    list[str] | None, typer.Option("--layer", metavar="NAME", help="Score this layer only; may be repeated.")
]
Errors = Annotated[bool, typer.Option("--errors", help="List each miss and each wrong find with context and cause.")]
Json = Annotated[
    str | None, typer.Option("--json", metavar="FILE", help="Write everything as JSON; - for standard output.")
]


def evaluate(
    source: Source,
    gold: GoldFolder,
    against: Against = None,
    layer: Layers = None,
    errors: Errors = False,
    json_file: Json = None,
) -> None:
    """Score records against annotated articles: precision, recall, F1 a layer, with 95% intervals over articles."""
    from pipeline.annotation.gold import read_gold
    from pipeline.evaluation import compare
    from pipeline.evaluation import evaluate as score
    from pipeline.evaluation.sources import records_of

    try:
        documents = read_gold(gold)
        report = score(records_of(source, documents), documents, layer)
        other = score(records_of(against, documents), documents, layer) if against else None
        differences = compare(report, other) if other else []
        if json_file:
            _write_json(json_file, report, differences if other else None, errors)
    except EquitraceError as error:
        typer.echo(f"equitrace evaluate: {error}", err=True)
        raise typer.Exit(2) from error
    if json_file != "-":
        _print(report, differences, errors)


def _write_json(file: str, report: Report, differences: list[Difference] | None, errors: bool) -> None:
    content = report.to_dict()
    if errors:
        content["findings"] = [asdict(finding) for finding in report.findings]
    if differences is not None:
        content["differences"] = [asdict(difference) for difference in differences]
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if file == "-":
        typer.echo(text, nl=False)
        return
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error


def _print(report: Report, differences: list[Difference], errors: bool) -> None:
    from pipeline.evaluation.terminal import print_differences, print_findings, print_report

    console = Console()
    print_report(console, report)
    if differences:
        print_differences(console, differences)
    if errors:
        print_findings(console, report.findings)

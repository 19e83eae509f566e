"""`equitrace evaluate`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import EncoderDevice, EncoderFolder, KbFiles, LeastConfidence, results_console, usage_errors
from pipeline.errors import UsageError
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.evaluation.comparison import Difference
    from pipeline.evaluation.confidence import Judgement
    from pipeline.evaluation.report import Report


def evaluate(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS_OR_INPUT", help="A records.jsonl, or a folder of articles, which are run first."
        ),
    ],
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of <id>.gold.json beside <id>.txt, .md or .html.")],
    against: Annotated[
        Path | None,
        typer.Option(metavar="RECORDS_OR_INPUT", help="A second run to compare with, by a paired bootstrap."),
    ] = None,
    layer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Score this layer only (mentions, entities, pairs, amounts, dates, positions, projects, relations, "
            "equities, listings, sentiment); repeatable.",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List each miss and each wrong find with its cause and context.")
    ] = False,
    curve: Annotated[
        bool, typer.Option("--curve", help="Show precision against recall by confidence, and how honest that is.")
    ] = False,
    kb: KbFiles = None,
    min_confidence: LeastConfidence = None,
    encoder: EncoderFolder = None,
    device: EncoderDevice = "cpu",
    json_file: Annotated[
        str | None, typer.Option("--json", metavar="FILE", help="Write all as JSON; - for standard output, alone.")
    ] = None,
) -> None:
    """Score records against annotated articles: precision, recall and F1 by layer, with 95% intervals over articles.

    Records are matched to gold by file name without suffix. Annotated articles without a record count as missed.

    Exit status: 0 done, 2 unusable call.
    """
    from pipeline.annotation.gold import read_gold
    from pipeline.evaluation import compare
    from pipeline.evaluation import evaluate as score
    from pipeline.evaluation.confidence import judge
    from pipeline.evaluation.sources import records_of

    settings = Settings(tuple(kb or ()), min_confidence, encoder, device)
    with usage_errors():
        documents = read_gold(gold)
        records = list(records_of(source, documents, settings))
        report = score(records, documents, layer)
        judgement = judge(records, documents) if curve else None
        other = score(records_of(against, documents, settings), documents, layer) if against else None
        differences = compare(report, other) if other else None
        if json_file:
            _write_json(json_file, report, differences, errors, judgement)
    if json_file != "-":
        _print(report, differences, errors, judgement)


def _write_json(
    file: str, report: Report, differences: list[Difference] | None, errors: bool, judgement: Judgement | None
) -> None:
    content = report.to_dict()
    if errors:
        content["findings"] = [asdict(finding) for finding in report.findings]
    if differences is not None:
        content["differences"] = [asdict(difference) for difference in differences]
    if judgement is not None:
        content["confidence"] = judgement.to_dict()
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if file == "-":
        typer.echo(text, nl=False)
        return
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error


def _print(report: Report, differences: list[Difference] | None, errors: bool, judgement: Judgement | None) -> None:
    from pipeline.evaluation.terminal import print_curves, print_differences, print_findings, print_report

    console = results_console()
    print_report(console, report)
    if differences is not None:
        print_differences(console, differences)
    if judgement is not None:
        print_curves(console, judgement)
    if errors:
        print_findings(console, report.findings)

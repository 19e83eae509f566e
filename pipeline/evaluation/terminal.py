"""A report as tables for the terminal. Text of articles is never read as rich markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.confidence import PARTS
from pipeline.evaluation.comparison import Difference
from pipeline.evaluation.confidence import GROUPS, Judgement, calibration_error, curve, error_by_chance
from pipeline.evaluation.report import Figure, Report, Score
from pipeline.evaluation.tally import Finding

_COLORS = {"missed": "yellow", "spurious": "magenta", "wrong": "red"}
_NONE = "–"


def print_report(console: Console, report: Report) -> None:
    """Every score that has something to count, by layer."""
    title = f"{len(report.sheets)} articles; F1 (accuracy where no P and R stand), intervals of 95% over articles"
    table = _table(title, ["layer", "score"], ["value", "interval", "P", "R", "right", "pred.", "gold"])
    for layer, scores in groupby(report.scores, key=lambda s: s.layer):
        counted = [s for s in scores if s.predicted or s.gold]
        for i, score in enumerate(counted):
            table.add_row(*_row(score, first=i == 0), end_section=i == len(counted) - 1)
        if not counted:
            table.add_row(layer, "nothing to score", end_section=True)
    console.print(table)
    if report.without_record:
        missing = ", ".join(report.without_record)
        console.print(Text(f"{len(report.without_record)} articles without a record, all missed: {missing}", "yellow"))


def print_differences(console: Console, differences: Iterable[Difference]) -> None:
    """Two runs side by side; a difference whose p is below 0.05 is set off."""
    title = "Difference from the other run; paired bootstrap over articles"
    table = _table(title, ["layer", "score"], ["this", "other", "difference", "interval", "p"])
    for layer, rows in groupby(differences, key=lambda d: d.layer):
        counted = [d for d in rows if d.difference.value is not None]
        for i, row in enumerate(counted):
            style = "bold" if row.p is not None and row.p < 0.05 else ""
            table.add_row(
                layer if i == 0 else "", row.name, _number(row.value), _number(row.other),
                _signed(row.difference.value), _interval(row.difference, signed=True), _number(row.p),
                style=style, end_section=i == len(counted) - 1,
            )  # fmt: skip
    console.print(table)


def print_curves(console: Console, judgement: Judgement) -> None:
    """What remains at each bar of confidence, and by part how far confidences are from the shares that are right."""
    table = _table("Parts of at least a confidence", ["group", "at least"], ["kept", "P", "R"])
    for group in GROUPS:
        points = curve(judgement, group)
        for i, point in enumerate(points):
            figures = (str(point.kept), _number(point.precision), _number(point.recall))
            table.add_row(group if i == 0 else "", f"{point.least:.1f}", *figures, end_section=i == len(points) - 1)
    console.print(table)
    columns = ["parts", "right", "mean confidence", "calibration error", "by chance"]
    table = _table("Calibration", ["part"], columns)
    for part in PARTS:
        members = judgement.of(part)
        if members:
            right = sum(j.right for j in members) / len(members)
            mean = sum(j.confidence for j in members) / len(members)
            errors = (calibration_error(members), error_by_chance(members))
            table.add_row(part, str(len(members)), *(_number(v) for v in (right, mean, *errors)))
    console.print(table)


def print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Every miss and every wrong find by layer and cause, after a table that counts them."""
    table = _table("What went wrong", ["layer", "cause", "kind"], ["count"])
    for (layer, cause, kind), count in Counter((f.layer, f.cause, f.kind) for f in findings).items():
        table.add_row(layer, cause, Text(kind, _COLORS[kind]), str(count))
    console.print(table)
    for (layer, cause), group in groupby(findings, key=lambda f: (f.layer, f.cause)):
        console.print(Text(f"\n{layer}: {cause}", "bold"))
        for finding in group:
            console.print(_line(finding), soft_wrap=True)


def _table(title: str, left: Sequence[str], right: Sequence[str]) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left", pad_edge=False, padding=(0, 1, 0, 0))
    for i, name in enumerate(left):
        table.add_column(name, no_wrap=i == 0)
    for name in right:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _row(score: Score, first: bool) -> list[str]:
    return [
        score.layer if first else "",
        score.name,
        _number(score.value.value),
        _interval(score.value),
        _number(score.precision.value) if score.precision else "",
        _number(score.recall.value) if score.recall else "",
        str(score.hits),
        str(score.predicted),
        str(score.gold),
    ]


def _line(finding: Finding) -> Text:
    line = Text(f"  {finding.article}  ")
    line.append(finding.kind, _COLORS[finding.kind])
    if finding.gold:
        line.append(f"  gold: {finding.gold}")
    if finding.predicted:
        line.append(f"  found: {finding.predicted}")
    if finding.context:
        line.append(f"\n      {finding.context}", "dim")
    return line


def _number(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _signed(value: float | None) -> str:
    return _NONE if value is None else f"{value:+.3f}"


def _interval(figure: Figure, signed: bool = False) -> str:
    if figure.low is None or figure.high is None:
        return _NONE
    show = _signed if signed else _number
    return f"{show(figure.low)}…{show(figure.high)}"

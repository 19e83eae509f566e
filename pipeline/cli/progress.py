"""The progress bar and the closing table of a run."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from pipeline.batch import Summary
from pipeline.cli.console import ERR


class RunProgress:
    """Articles, articles a second and rejects on standard error; silent where that is no terminal.

    Attributes:
        summary: the latest figures; what they count is written.
    """

    def __init__(self, total: int | None, quiet: bool) -> None:
        self.summary = Summary()
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(),
            TextColumn("{task.completed} articles  {task.fields[rate]:.1f}/s  {task.fields[rejects]} rejects"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=ERR,
            transient=True,
            disable=quiet or not ERR.is_terminal,
        )
        self._task = self._bar.add_task("run", total=total, rate=0.0, rejects=0)

    def update(self, summary: Summary) -> None:
        """Show the figures."""
        self.summary = summary
        rate = summary.articles / max(summary.seconds, 1e-9)
        self._bar.update(self._task, completed=summary.articles, rate=rate, rejects=summary.rejects)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()


def summary_table(summary: Summary) -> Table:
    """The closing summary."""
    table = Table(title="Equitrace", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    seconds = summary.seconds
    figures = {
        "articles read": f"{summary.articles:,}",
        "records": f"{summary.records:,}",
        "near-duplicates": f"{summary.duplicates:,}",
        "skipped (identical)": f"{summary.skipped:,}",
        "rejects": f"{summary.rejects:,}",
        "projects": f"{summary.projects:,}",
        "actors": f"{summary.actors:,}",
        "affected equities": f"{summary.equities:,}",
        "time": f"{seconds:,.1f} s",
        "words a second": f"{summary.words / max(seconds, 1e-9):,.0f}",
    }
    for name, figure in figures.items():
        table.add_row(name, figure)
    return table

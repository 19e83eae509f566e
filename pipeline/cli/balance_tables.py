"""The balance report as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.annotation.balance import Balance, Wanted


def print_balance(console: Console, found: Balance) -> None:
    """Counts by table with their shares, lengths, and what is wanted."""
    counts = _table(f"{found.articles} articles", ["table", "value"], ["count", "share"])
    for name, values in found.tables.items():
        total = sum(values.values()) or 1
        for i, (value, count) in enumerate(values.items()):
            share = "" if name == "annotations" else f"{count / total:.1%}"
            counts.add_row("" if i else name, value, str(count), share, end_section=i == len(values) - 1)
    console.print(counts)
    lengths = _table(
        "Length in words and characters", ["language"], ["least", "lower quartile", "median", "upper quartile", "most"]
    )
    for language, quartiles in found.words.items():
        lengths.add_row(language, *map(str, quartiles))
    console.print(lengths)
    wanted = _table("What is wanted", ["what", "met"], ["wanted", "found"])
    for row in found.wanted:
        style = "" if row.met else "yellow"
        wanted.add_row(row.what, "yes" if row.met else "no", *_figures(row), style=style)
    console.print(wanted)


def _figures(row: Wanted) -> tuple[str, str]:
    show = "{:.0%}" if row.share else "{:.0f}"
    return f"{row.bound} {show.format(row.wanted)}", show.format(row.found)


def _table(title: str, left: Iterable[str], right: Iterable[str]) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left", pad_edge=False, padding=(0, 1, 0, 0))
    for name in left:
        table.add_column(name, no_wrap=True)
    for name in right:
        table.add_column(name, justify="right", no_wrap=True)
    return table

"""What commands share on the terminal: consoles, and one line instead of a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from pipeline.errors import EquitraceError
from pipeline.settings import Device

#: Results.
OUT = Console()
#: Progress and errors.
ERR = Console(stderr=True)

#: Columns of results that go to no terminal and have no `COLUMNS` set; rich would take that for a narrow one.
_FILE_WIDTH = 120


def results_console() -> Console:
    """Where tables go: as wide as the terminal, else as `COLUMNS` says, else wide enough for a file or a pager."""
    return OUT if OUT.is_terminal or "COLUMNS" in os.environ else Console(width=_FILE_WIDTH)


#: The option of every command that reads the knowledge base.
KbFiles = Annotated[
    list[Path] | None,
    typer.Option("--kb", metavar="FILE", help="CSV of companies to merge over the knowledge base; repeatable."),
]

#: The option of commands that make records.
LeastConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        metavar="P",
        help="Leave out entities, projects, relations and effects less probable; by default those below "
        "the bars that gave the best F1. 0 keeps all that was considered.",
    ),
]

#: Options of commands that make records or score them.
EncoderFolder = Annotated[
    Path | None,
    typer.Option("--encoder", metavar="DIR", help="Weights that `equitrace train` wrote, instead of the shipped ones."),
]
EncoderDevice = Annotated[
    Device, typer.Option("--device", help="Where the encoder runs; cuda needs the package onnxruntime-gpu.")
]

#: Exit status of a call that cannot be carried out.
UNUSABLE = 2


@contextmanager
def usage_errors() -> Iterator[None]:
    """End the command with status 2 and one line on standard error where the call is unusable."""
    try:
        yield
    except EquitraceError as error:
        line = " ".join(str(error).split())
        ERR.print(f"equitrace: {escape(line)}", soft_wrap=True, highlight=False)
        raise typer.Exit(UNUSABLE) from error

"""The command `equitrace`."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from pipeline.cli.calibrate import calibrate
from pipeline.cli.corpus import corpus
from pipeline.cli.evaluate import evaluate
from pipeline.cli.evaluate_linking import evaluate_linking
from pipeline.cli.inspect import inspect
from pipeline.cli.kb import app as kb
from pipeline.cli.run import run
from pipeline.cli.schema import schema
from pipeline.cli.train import train

app = typer.Typer(
    help="Business news in English and Chinese, in; projects, actors and affected equities, out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
for command in (run, evaluate, evaluate_linking, calibrate, inspect, schema, train):
    app.command()(command)
app.add_typer(corpus, name="corpus")
app.add_typer(kb, name="kb")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"equitrace {version('equitrace')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Business news in English and Chinese, in; projects, actors and affected equities, out."""


if __name__ == "__main__":
    app()

"""`equitrace schema`."""

from __future__ import annotations

import json

import typer

from pipeline.records import json_schema


def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of a record."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))

"""`equitrace run`."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from pipeline.article import Article, Reject
from pipeline.cli.console import ERR, OUT, EncoderDevice, EncoderFolder, KbFiles, LeastConfidence, usage_errors
from pipeline.errors import UsageError
from pipeline.settings import Settings

_INTERRUPTED = 130


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders (recursively), patterns ('news/*.csv'), or - for JSON Lines on standard input: "
            ".txt .md .html .htm .json .jsonl .ndjson .csv",
        ),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the results; made if missing.")],
    sink: Annotated[
        list[str] | None,
        typer.Option(
            help="jsonl, csv, parquet, sqlite, or a database URL (sqlite:///…, duckdb:///…, postgresql://…); "
            "repeatable, or with commas. All four files by default."
        ),
    ] = None,
    glob: Annotated[
        str | None, typer.Option(help="Of a folder only files whose name or path below it matches, such as '2026-*'.")
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=KEY",
            help="Where JSON and CSV hold a field (text, title, author, publisher, url, published_at), "
            "such as title=headline; repeatable.",
        ),
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="Put each article's text into its record.")] = False,
    kb: KbFiles = None,
    min_confidence: LeastConfidence = None,
    encoder: EncoderFolder = None,
    device: EncoderDevice = "cpu",
    workers: Annotated[int, typer.Option(min=1, help="Processes that work side by side.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most so many articles.")] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar and no summary; rejects and errors are still named.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 1 if any article was rejected.")] = False,
) -> None:
    """Turn articles into records: projects, actors and affected equities.

    Writes `records.jsonl`, `rejects.jsonl`, `csv/*.csv`, `parquet/*.parquet` and `records.sqlite` into the output
    folder. Files of an earlier run there are replaced; in databases the rows of the same text are, others stay.

    Exit status: 0 done, 1 articles rejected with --strict, 2 unusable call, 130 interrupted.
    """
    from pipeline.batch import extraction, run_batch  # loads spaCy and pandas, which other commands do not need
    from pipeline.cli.progress import RunProgress, summary_table
    from pipeline.encoder.session import check
    from pipeline.ingest import ReadOptions, count_articles, read
    from pipeline.ingest.options import parse_fields
    from pipeline.kb.sources import check_files
    from pipeline.sinks.chosen import SINKS, ChosenSinks, products

    with usage_errors():
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it complains of becomes a reject
        options = ReadOptions(glob, products(out), parse_fields(field or []))
        items = _not_empty(islice(read(inputs, options), limit), inputs)
        check_files(kb or ())  # what is unusable ends the call before results of an earlier run are replaced
        check(encoder, device)
        total = count_articles(inputs, options)
        with (
            ChosenSinks(_choices(sink) or list(SINKS), out) as sinks,
            RunProgress(min(total, limit or total) if total else None, quiet) as progress,
            _terminable(),
        ):
            try:
                settings = Settings(tuple(kb or ()), min_confidence, encoder, device)
                run_batch(items, sinks, extraction(text, settings), workers, progress.update, sinks.signatures)
            except KeyboardInterrupt:
                interrupted = True
            else:
                interrupted = False
    summary = progress.summary
    if interrupted:
        ERR.print(f"Interrupted: {summary.records} records and {summary.rejects} rejects are in {out}", markup=False)
        raise typer.Exit(_INTERRUPTED)
    if summary.rejects:
        ERR.print(Text(f"{summary.rejects:,} rejected, see {out / 'rejects.jsonl'}"), soft_wrap=True)
    if not quiet:
        OUT.print(summary_table(summary))
    if strict and summary.rejects:
        raise typer.Exit(1)


def _choices(values: list[str] | None) -> list[str]:
    """Names split at commas; a database URL may hold some of its own."""
    split = (value.split(",") if "://" not in value else [value] for value in values or [])
    return [choice.strip() for part in split for choice in part if choice.strip()]


def _not_empty(items: Iterator[Article | Reject], inputs: list[str]) -> Iterator[Article | Reject]:
    first = next(items, None)
    if first is None:
        raise UsageError(f"no articles in {' '.join(inputs)}")
    return chain((first,), items)


@contextmanager
def _terminable() -> Iterator[None]:
    """Treat SIGTERM, by which schedulers end a job, as Ctrl-C, so that the sinks are closed."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

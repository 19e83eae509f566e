"""`equitrace corpus`: checking, counting, comparing and exchanging annotated articles."""

from __future__ import annotations

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from pipeline.cli.console import results_console, usage_errors
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.annotation.article import AnnotatedArticle
    from pipeline.annotation.hints import Hint

_DEFECTS = 1

corpus = typer.Typer(
    help="Check, count, compare and exchange annotated articles (ID.gold.json beside ID.txt, ID.md or ID.html).",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of ID.gold.json beside ID.txt, .md or .html.")]


class Target(StrEnum):
    """What annotated articles can be exported to."""

    label_studio = "label-studio"
    doccano = "doccano"
    prodigy = "prodigy"
    docbin = "docbin"


class Source(StrEnum):
    """Tools whose exports can be imported."""

    label_studio = "label-studio"
    doccano = "doccano"
    prodigy = "prodigy"


@corpus.command()
def check(
    folders: Annotated[
        list[Path], typer.Argument(metavar="DIR", help="Folders of annotated articles, read as one corpus.")
    ],
    hints: Annotated[bool, typer.Option("--hints", help="List every hint, not only how many there are.")] = False,
) -> None:
    """Find defects of gold: against the guidelines, against the text, and between layers that must agree.

    Across the splits (folders train, dev and test) near-duplicates are defects, and so is a share above 60% of the
    companies or people of dev or test that occur in train. Hints are places to look at again: known names and
    capitalised words that are not annotated, unusual relations, listings unlike the knowledge base.

    Exit status: 0 no defect, 1 defects, 2 unusable call.
    """
    from pipeline.annotation.hints import Hints
    from pipeline.annotation.overlap import duplicates, leaks
    from pipeline.annotation.validation import defects
    from pipeline.evaluation.corpus import read_tolerantly
    from pipeline.kb.knowledge_base import load

    with usage_errors():
        articles, unreadable = read_tolerantly(folders)
    lines = [f"{u.stem}: {u.reason}" for u in unreadable]
    lines += [f"{a.stem}: {defect}" for a in articles for defect in defects(a)]
    pairs, leaked = duplicates(articles), leaks(articles)
    lines += [
        f"{p.first}: {p.similarity:.0%} the same as {p.second} in another split" for p in pairs if p.across_splits
    ]
    lines += [f"{x.split}: {x.share:.0%} of {x.type} occur in train" for x in leaked if x.too_large]
    for line in lines:
        _echo(line)
    finder = Hints(load())
    found = [(a, hint) for a in articles for hint in finder.of(a)]
    _print_hints(found, hints)
    for pair in pairs:
        if not pair.across_splits:
            _echo(f"hint: {pair.first}: {pair.similarity:.0%} the same as {pair.second}")
    for leak in leaked:
        _echo(f"{leak.split}: {leak.in_train} of {leak.entities} {leak.type} occur in train ({leak.share:.0%})")
    _echo(f"{len(articles) + len(unreadable)} articles, {len(lines)} defects, {len(found)} hints")
    if lines:
        raise typer.Exit(_DEFECTS)


@corpus.command()
def stats(
    folder: Folder,
    json_file: Annotated[
        str | None, typer.Option("--json", metavar="FILE", help="Write all as JSON; - for standard output, alone.")
    ] = None,
) -> None:
    """Count what a corpus holds, by kind, and how that stands to the balance that is wanted."""
    from dataclasses import asdict

    from pipeline.annotation.balance import balance
    from pipeline.cli.balance_tables import print_balance
    from pipeline.evaluation.corpus import read_corpus

    with usage_errors():
        found = balance(read_corpus(folder))
        if json_file:
            rows = {**asdict(found), "wanted": [{**asdict(w), "met": w.met} for w in found.wanted]}
            _write(json_file, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    if json_file != "-":
        print_balance(results_console(), found)


@corpus.command()
def agree(
    first: Annotated[Path, typer.Argument(metavar="DIR_A", help="The first annotator's folder, taken as gold.")],
    second: Annotated[
        Path, typer.Argument(metavar="DIR_B", help="The second annotator's gold; the articles are those of DIR_A.")
    ],
    layer: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Compare this layer only, as in `evaluate`; repeatable.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each difference with its context.")] = False,
    json_file: Annotated[
        str | None, typer.Option("--json", metavar="FILE", help="Write all as JSON; - for standard output, alone.")
    ] = None,
) -> None:
    """Agreement of two annotators: F1 by layer, as for a run, over the articles that both annotated."""
    from dataclasses import asdict

    from pipeline.annotation.gold import read_gold
    from pipeline.evaluation.agreement import agreement
    from pipeline.evaluation.terminal import print_findings, print_report

    with usage_errors():
        found = agreement(read_gold(first), read_gold(second, articles=first), layer)
        if json_file:
            content = found.report.to_dict()
            if errors:
                content["findings"] = [asdict(finding) for finding in found.report.findings]
            _write(json_file, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    if json_file == "-":
        return
    console = results_console()
    print_report(console, found.report)
    for folder, stems in ((first, found.only_first), (second, found.only_second)):
        if stems:
            console.print(Text(f"{len(stems)} articles in {folder} only: {', '.join(stems)}", "yellow"))
    if errors:
        print_findings(console, found.report.findings)


@corpus.command(name="export")
def export_articles(
    folder: Folder,
    to: Annotated[Target, typer.Option(help="Annotation tool, or docbin for spaCy.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="File to write.")],
) -> None:
    """Write annotated articles for an annotation tool, to correct and extend them there, or as a spaCy DocBin.

    Beside a file for Label Studio stands the labelling interface that its project needs (`FILE.xml`). What a tool
    cannot show (values, roles, equities …) goes along and comes back with `import`.
    """
    from pipeline.evaluation.corpus import read_corpus

    with usage_errors():
        articles = read_corpus(folder)
        if to is Target.docbin:
            from pipeline.annotation.docbin import to_docbin

            _write(str(out), to_docbin(articles).to_bytes())
        else:
            from pipeline.annotation.exchange import TOOLS, export
            from pipeline.annotation.label_studio import interface

            _write(str(out), export(articles, TOOLS[to]))
            if to is Target.label_studio:
                _write(f"{out}.xml", interface())
    _echo(f"{len(articles)} articles written to {out}")


@corpus.command(name="import")
def import_articles(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Export of an annotation tool.")],
    source: Annotated[Source, typer.Option("--from", help="Annotation tool.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for ID.txt and ID.gold.json.")],
) -> None:
    """Make gold of what an annotation tool exports; for Label Studio the JSON export, for doccano JSONL(Relation).

    Texts that were extracted from pages come back as text. Run `corpus check` on the result.
    """
    from pipeline.annotation.exchange import TOOLS, restore, write_article

    with usage_errors():
        try:
            content = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{file}: {error}") from error
        merged = list(restore(content, TOOLS[source]))
        for article in merged:
            write_article(out, article)
    for article in merged:
        for note in article.notes:
            _echo(note)
    _echo(f"{len(merged)} articles written to {out}")


def _print_hints(found: list[tuple[AnnotatedArticle, Hint]], every: bool) -> None:
    if every:
        for article, hint in found:
            _echo(f"hint: {article.stem}: {hint.kind}: {hint.message}")
    for kind, count in sorted(Counter(hint.kind for _, hint in found).items()):
        _echo(f"hints of kind {kind}: {count}")


def _echo(line: str) -> None:
    typer.echo(" ".join(line.split()))


def _write(file: str, content: str | bytes) -> None:
    if file == "-":
        typer.echo(content, nl=False)
        return
    raw = content.encode() if isinstance(content, str) else content
    try:
        Path(file).write_bytes(raw)
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error

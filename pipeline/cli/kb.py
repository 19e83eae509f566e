"""`equitrace kb`: look into the knowledge base, add one's own companies, check it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from pipeline.cli.console import ERR, OUT, KbFiles, usage_errors
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.kb.knowledge_base import KnowledgeBase

app = typer.Typer(help="Look into the knowledge base, add your own companies, check it.", no_args_is_help=True)


@app.command()
def add(
    file: Annotated[
        Path,
        typer.Argument(
            help="CSV, one company a row; columns id, type, name_en, name_zh, aliases, context_names, country, status, "
            "sector, listings, parent, cues. Only id and a name are needed; values in a cell are separated by |."
        ),
    ],
) -> None:
    """Store companies of your own, which win over the shipped ones in every later run.

    A file of the same name is replaced. To take it back, delete the file that is named when it is stored.

    Exit status: 0 done, 2 the file has an error.
    """
    from pipeline.kb.company_file import read_companies
    from pipeline.kb.sources import merge, user_files, user_folder

    with usage_errors():
        layer = read_companies(file, merge(p for p in user_files() if p.name != _stored_name(file)))
        target = user_folder() / _stored_name(file)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        except shutil.SameFileError:
            pass
        except OSError as error:
            raise UsageError(f"{target}: {error.strerror}") from error
    OUT.print(Text(f"{len(layer.entries)} companies stored in {target}"), soft_wrap=True)


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A name in either language, a part of one, a code or an id.")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many entries.")] = 20,
    kb: KbFiles = None,
) -> None:
    """Find entries by name, code or id.

    Exit status: 0 found, 1 nothing found, 2 unusable call.
    """
    from pipeline.kb.search import find as search

    base = _base(kb)
    found = search(base, name, limit)
    if not found:
        ERR.print(Text(f"nothing found for {name}"))
        raise typer.Exit(1)
    table = Table()
    for column in ("id", "type", "country", "name", "Chinese", "listings"):
        table.add_column(column, overflow="fold")
    for kb_id in found:
        entry = base.entries[kb_id]
        lines = " ".join(line.listing for line in base.listings[kb_id])
        cells = (kb_id, entry.type, entry.country, entry.name_en, entry.name_zh, lines)
        table.add_row(*(Text(cell or "") for cell in cells))
    OUT.print(table)


@app.command()
def show(
    kb_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an entry, as `kb find` shows it.")],
    kb: KbFiles = None,
) -> None:
    """Show all that is known of one entry.

    Exit status: 0 shown, 2 no such entry.
    """
    base = _base(kb)
    with usage_errors():
        if kb_id not in base.entries:
            raise UsageError(f"no entry {kb_id!r}; try `equitrace kb find`")
    for label, value in _facts(base, kb_id):
        OUT.print(Text(f"{label:<10} {value}"), soft_wrap=True)


@app.command()
def check(
    kb: KbFiles = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 1 if anything was found.")] = False,
) -> None:
    """List duplicates, dangling links, wrong codes and ISINs, and names that nothing tells apart.

    Exit status: 0 done, 1 faults found with --strict, 2 unusable call.
    """
    from pipeline.kb.checks import findings

    found = list(findings(_base(kb)))
    for finding in found:
        OUT.print(Text(f"{finding.check}: {', '.join(finding.kb_ids)}: {finding.message}"), soft_wrap=True)
    OUT.print(Text(f"{len(found)} findings"))
    if strict and found:
        raise typer.Exit(1)


def _stored_name(file: Path) -> str:
    return f"{file.stem}.csv"


def _base(files: list[Path] | None) -> KnowledgeBase:
    from pipeline.kb.knowledge_base import load, merged_with

    with usage_errors(), merged_with(files or ()):
        return load()


def _facts(base: KnowledgeBase, kb_id: str) -> list[tuple[str, str]]:
    entry = base.entries[kb_id]
    facts = [
        ("id", entry.kb_id),
        ("type", entry.type),
        ("country", entry.country or ""),
        ("status", entry.status or ""),
        ("sector", entry.sector or ""),
    ]
    for name in base.names[kb_id]:
        facts.append(("name", f"{name.value} ({name.kind}{', needs context' if name.context else ''})"))
    for line in base.listings[kb_id]:
        shown = (line.listing, line.role, base.symbol(line) or "", line.isin or "")
        facts.append(("listing", " ".join(filter(None, shown))))
    facts += [("parent", f"{parent} ({kind})") for parent, kind in base.parents[kb_id]]
    facts += [("unit", f"{child} ({kind})") for child, kind in base.children[kb_id]]
    for post in base.positions[kb_id]:
        period = f"{post.since or ''}–{post.until or ''}"
        facts.append(("post", f"{post.title_en or post.title_zh}, {post.organization} {period}"))
    return [(label, value) for label, value in facts if value]

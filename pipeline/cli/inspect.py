"""`equitrace inspect`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from pipeline.cli.console import KbFiles, results_console, usage_errors
from pipeline.errors import ArticleError, UsageError
from pipeline.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Longest stretch of text in a cell, in characters.
_CELL = 100


def inspect(
    file: Annotated[
        str, typer.Argument(help="A file with an article; of several articles the first, - for standard input.")
    ],
    kb: KbFiles = None,
) -> None:
    """Show what every stage finds in one article, in the order of the stages."""
    console = results_console()
    with usage_errors():
        doc = _analysed(file, kb or ())
    console.print(Text(f"Article: {doc._.article['path']}"), soft_wrap=True)
    for title, columns, found in (
        ("Blocks", "start end kind heading lead_in text", _blocks(doc)),
        ("Sentences", "start end text", [(s.start_char, s.end_char, s.text) for s in doc.sents]),
        ("Amounts", "start end text value max currency qualifier", doc._.amounts),
        ("Dates", "start end text value", doc._.dates),
        ("Percentages", "start end text value", doc._.percentages),
        ("Tickers", "start end text listings", doc._.tickers),
        ("Mentions", "start end text type method score kb entity", doc._.mentions),
        ("Entities", "entity_id type name names kb_id resolution listings positions confidence", _entities(doc)),
        ("Project mentions", "start end text kind sector score", doc._.project_mentions),
        (
            "Projects",
            "project_id name kind sector status leads investors participants locations amounts",
            _projects(doc),
        ),
        ("Relations", "type subject object modality attributed_to confidence evidence", quoting(doc, doc._.relations)),
        ("Effects", "entity cause direction modality mechanism horizon score evidence", quoting(doc, doc._.effects)),
        ("Tone of sentences", "start end label score text", _tones(doc)),
    ):
        console.print(_table(title, columns.split(), found))
    tone = doc._.tone or {}
    console.print(Text(f"Tone: {tone.get('label')} {tone.get('score')}"))


def _analysed(file: str, kb: Iterable[Path]) -> Doc:
    from pipeline.article import Reject  # what follows loads spaCy, which other commands do not need
    from pipeline.flow import build_nlp
    from pipeline.ingest import read

    if Path(file).is_dir():
        raise UsageError(f"{file}: a folder; inspect shows one file")
    item = next(read([file]), None)
    if item is None:
        raise UsageError(f"no article in {file}")
    if isinstance(item, Reject):
        raise ArticleError(item.stage, item.error, f"{item.path}: {item.error}: {item.message}")
    nlp = build_nlp(Settings(kb=tuple(kb)))
    doc = nlp.make_doc(item.text)
    doc._.article = item.model_dump(exclude={"text"})
    return nlp(doc)


def _table(title: str, columns: Sequence[str], found: Iterable[Any]) -> Table:
    """A table of dicts or tuples; every cell is plain text, so that markup in an article stays text."""
    table = Table(title=title, title_justify="left", show_lines=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for item in found:
        values = [item.get(column) for column in columns] if isinstance(item, dict) else item
        table.add_row(*(Text(_cell(value)) for value in values))
    table.title = f"{title} ({table.row_count})"
    return table


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    shown = "".join(c if c.isprintable() else "␣" for c in " ".join(str(value).split()))
    return shown if len(shown) <= _CELL else shown[: _CELL - 1] + "…"


def _blocks(doc: Doc) -> list[dict[str, Any]]:
    text = doc.text
    return [{**block, "text": text[block["start"] : block["end"]]} for block in doc._.blocks]


def _entities(doc: Doc) -> list[dict[str, Any]]:
    return [
        {
            **entity,
            "names": [name["value"] for name in entity["names"]],
            "listings": [line["listing"] for line in entity["listings"]],
            "positions": [position["title"] for position in entity["positions"]],
        }
        for entity in doc._.entities
    ]


def _projects(doc: Doc) -> list[dict[str, Any]]:
    return [{**p, "amounts": [doc._.amounts[i]["text"] for i in p["amounts"]]} for p in doc._.projects]


def quoting(doc: Doc, found: Iterable[Any]) -> list[dict[str, Any]]:
    """With evidence spans as the words that they cover."""
    text = doc.text
    quoted = []
    for item in found:
        spans = item["evidence"] if isinstance(item["evidence"], list) else [item["evidence"]]
        quoted.append({**item, "evidence": [text[span["start"] : span["end"]] for span in spans]})
    return quoted


def _tones(doc: Doc) -> list[dict[str, Any]]:
    sentences = (doc._.tone or {}).get("sentences", [])
    text = doc.text
    return [{**s, "text": text[s["start"] : s["end"]]} for s in sentences]

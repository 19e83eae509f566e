"""The tables that every sink writes: names, column order, types and keys, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["text", "integer", "real", "boolean"]


@dataclass(frozen=True)
class Column:
    """A column; `key` columns are never null. Lists and mappings stand in text columns as JSON."""

    name: str
    kind: Kind
    key: bool


@dataclass(frozen=True)
class Table:
    """A table; its key columns identify a row, and `doc_id` the article that the row belongs to."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(column.name for column in self.columns)


def _table(name: str, key: str, columns: str) -> Table:
    """From `column` (text) or `column:kind` words; `key` columns come first."""
    parsed = [(*word.partition(":")[::2], True) for word in key.split()]
    parsed += [(*word.partition(":")[::2], False) for word in columns.split()]
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    return Table(name, tuple(Column(column, kinds[kind or "text"], is_key) for column, kind, is_key in parsed))


_SPAN = "start:integer end:integer"
#: A row without a natural key is numbered by `seq`, its place in the record from 0.
_NUMBERED = "doc_id seq:integer"

#: Table name -> table, in the order in which they are written.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table(
            "documents",
            "doc_id",
            "path content_hash title author publisher url published_at language scripts words:integer duplicate_of "
            "sentiment_label sentiment_score:real text schema_version version config models seeds",
        ),
        _table(
            "entities",
            "doc_id entity_id",
            "kb_id type name actor:boolean byline:boolean country salience:real status sentiment_label "
            "sentiment_score:real confidence:real",
        ),
        _table("mentions", _NUMBERED, f"entity_id project_id {_SPAN} text"),
        _table("names", _NUMBERED, "entity_id project_id value language kind origin"),
        _table("positions", _NUMBERED, "entity_id title organization current:boolean"),
        _table("listings", _NUMBERED, "entity_id listing mic ticker symbol isin role link via"),
        _table("projects", "doc_id project_id", "name kind sector status description part_of confidence:real"),
        _table("project_parties", "doc_id project_id entity_id role", ""),
        _table("amounts", _NUMBERED, f"project_id value:real max:real currency qualifier {_SPAN} text"),
        _table("dates", _NUMBERED, f"value {_SPAN} text"),
        _table("timeline", _NUMBERED, f"project_id date status {_SPAN} quote"),
        _table(
            "relations",
            _NUMBERED,
            f"type subject object modality attributed_to {_SPAN} quote evidence method confidence:real",
        ),
        _table("affected_equities", "doc_id entity_id", "listings resolution direction score:real"),
        _table(
            "effects",
            _NUMBERED,
            f"entity_id cause direction modality mechanism horizon {_SPAN} quote confidence:real",
        ),
        _table("sentiments", _NUMBERED, f"scope entity_id {_SPAN} label score:real"),
        _table("rejects", "path content_hash", "stage error message"),
    )
}

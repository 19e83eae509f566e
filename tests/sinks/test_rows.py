"""The row model."""

from __future__ import annotations

import json

from pipeline.article import Reject
from pipeline.records import Record
from pipeline.sinks.rows import reject_row, rows
from pipeline.sinks.tables import TABLES

_PYTHON = {"text": str, "integer": int, "real": float, "boolean": bool}
_PUBLISHED = """documents entities mentions names positions listings projects project_parties amounts timeline relations
affected_equities effects sentiments rejects"""


def test_published_tables_are_there() -> None:
    assert set(_PUBLISHED.split()) <= set(TABLES)


def test_every_table_has_rows_with_exactly_its_columns_and_types(record: Record) -> None:
    made = rows(record)
    assert list(made) == [name for name in TABLES if name != "rejects"]
    for name, contents in made.items():
        assert contents, name
        for row in contents:
            assert tuple(row) == TABLES[name].names
            for column in TABLES[name].columns:
                value = row[column.name]
                assert (value is None and not column.key) or type(value) is _PYTHON[column.kind], (name, column, value)


def test_keys_are_unique(record: Record) -> None:
    for name, contents in rows(record).items():
        keys = [tuple(row[c.name] for c in TABLES[name].columns if c.key) for row in contents]
        assert len(set(keys)) == len(keys), name


def test_amount_of_a_project_stands_once_with_its_project(record: Record) -> None:
    assert [(row["project_id"], row["value"]) for row in rows(record)["amounts"]] == [("furnace", 4.5e8)]


def test_amount_without_a_project_has_none(record: Record) -> None:
    loose = record.model_copy(update={"projects": []})
    assert [row["project_id"] for row in rows(loose)["amounts"]] == [None]


def test_parties_carry_their_roles_once(record: Record) -> None:
    found = [(row["entity_id"], row["role"]) for row in rows(record)["project_parties"]]
    assert found == [("gulf-steel", "lead"), ("lindqvist", "investor")]


def test_mentions_of_entities_and_projects(record: Record) -> None:
    found = [(row["entity_id"], row["project_id"], row["text"]) for row in rows(record)["mentions"]]
    assert found == [
        ("gulf-steel", None, "海湾钢铁"),
        ("lindqvist", None, "Mara Lindqvist"),
        (None, "furnace", "furnace"),
    ]


def test_lists_are_json_with_readable_characters(record: Record) -> None:
    made = rows(record)
    assert json.loads(made["affected_equities"][0]["listings"]) == ["XHKG:9901"]
    assert "海湾钢铁" in made["relations"][0]["evidence"]
    assert len(json.loads(made["relations"][0]["evidence"])) == 2


def test_reject_without_a_hash_still_has_a_key() -> None:
    row = reject_row(Reject(path="p", stage="read", error="unreadable", message="m"))
    assert row["content_hash"] == ""

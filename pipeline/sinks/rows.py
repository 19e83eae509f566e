"""Record -> rows of every table; the one row model behind CSV, Parquet, SQL and data frames."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from pipeline.article import Reject
from pipeline.records import Amount, Project, Record
from pipeline.sinks.tables import TABLES

Row = dict[str, Any]


def rows(record: Record) -> dict[str, list[Row]]:
    """Rows of a record by table, every table present but `rejects`, every row with all columns in order.

    Units: offsets in code points of the article's text, amounts in units of their currency.
    """
    made: dict[str, Iterable[Row]] = {
        "documents": [_document(record)],
        "entities": [_entity(entity) for entity in record.entities],
        "mentions": _mentions(record),
        "names": _names(record),
        "positions": _of_entities(record, "positions"),
        "listings": _of_entities(record, "listings"),
        "projects": [_plain(project) for project in record.projects],
        "project_parties": _parties(record),
        "amounts": _amounts(record),
        "dates": [_plain(date) for date in record.dates],
        "timeline": _timeline(record),
        "relations": [_relation(relation) for relation in record.relations],
        "affected_equities": _equities(record),
        "effects": _effects(record),
        "sentiments": _sentiments(record),
    }
    doc_id = record.document.doc_id
    return {
        table: [_complete(table, {"doc_id": doc_id, "seq": seq, **row}) for seq, row in enumerate(contents)]
        for table, contents in made.items()
    }


def reject_row(reject: Reject) -> Row:
    """The row of a reject; an unknown hash is the empty string, since it is part of the key."""
    return _complete("rejects", {**reject.model_dump(), "content_hash": reject.content_hash or ""})


def _complete(table: str, row: Row) -> Row:
    return {name: row.get(name) for name in TABLES[table].names}


def _plain(part: BaseModel) -> Row:
    return dict(part)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _document(record: Record) -> Row:
    return {
        **_plain(record.document),
        "scripts": _json(record.document.scripts),
        "sentiment_label": record.sentiment.label,
        "sentiment_score": record.sentiment.score,
        "schema_version": record.schema_version,
        **_plain(record.provenance),
        "models": _json(record.provenance.models),
    }


def _entity(entity: BaseModel) -> Row:
    row = _plain(entity)
    tone = row["sentiment"]
    return {**row, "sentiment_label": tone.label if tone else None, "sentiment_score": tone.score if tone else None}


def _owners(record: Record) -> Iterator[tuple[Row, Any]]:
    for entity in record.entities:
        yield {"entity_id": entity.entity_id}, entity
    for project in record.projects:
        yield {"project_id": project.project_id}, project


def _mentions(record: Record) -> Iterator[Row]:
    for key, owner in _owners(record):
        yield from ({**key, **_plain(mention)} for mention in owner.mentions)


def _names(record: Record) -> Iterator[Row]:
    """Names of entities, and of projects, whose first one is the primary."""
    for key, owner in _owners(record):
        if isinstance(owner, Project):
            for name in owner.names:
                yield {**key, "value": name, "kind": "primary" if name == owner.name else "alias", "origin": "text"}
        else:
            yield from ({**key, **_plain(name)} for name in owner.names)


def _of_entities(record: Record, field: str) -> Iterator[Row]:
    for entity in record.entities:
        yield from ({"entity_id": entity.entity_id, **_plain(part)} for part in getattr(entity, field))


def _parties(record: Record) -> Iterator[Row]:
    roles = {"lead": "leads", "investor": "investors", "participant": "participants", "location": "locations"}
    for project in record.projects:
        for role, field in roles.items():
            for entity_id in dict.fromkeys(getattr(project, field)):
                yield {"project_id": project.project_id, "entity_id": entity_id, "role": role}


def _amounts(record: Record) -> Iterator[Row]:
    """Every amount of the article once, or once for each project that it belongs to."""
    owners: dict[tuple[int, int], list[str]] = {}
    every: dict[tuple[int, int], Amount] = {(amount.start, amount.end): amount for amount in record.amounts}
    for project in record.projects:
        for amount in project.amounts:
            span = amount.start, amount.end
            every.setdefault(span, amount)
            owners.setdefault(span, []).append(project.project_id)
    for span in sorted(every):
        for project_id in owners.get(span, [None]):
            yield {"project_id": project_id, **_plain(every[span])}


def _timeline(record: Record) -> Iterator[Row]:
    for project in record.projects:
        for entry in project.timeline:
            yield {"project_id": project.project_id, **_plain(entry), **_plain(entry.evidence)}


def _relation(relation: Any) -> Row:
    """With its first evidence in columns and all of it as JSON."""
    first = _plain(relation.evidence[0]) if relation.evidence else {}
    evidence = _json([_plain(part) for part in relation.evidence])
    return {**_plain(relation), **first, "evidence": evidence}


def _equities(record: Record) -> Iterator[Row]:
    for equity in record.affected_equities:
        listings = _json([line.listing for line in equity.listings])
        yield {**_plain(equity), "entity_id": equity.entity, "listings": listings}


def _effects(record: Record) -> Iterator[Row]:
    for equity in record.affected_equities:
        for effect in equity.effects:
            yield {"entity_id": equity.entity, **_plain(effect), **_plain(effect.evidence)}


def _sentiments(record: Record) -> Iterator[Row]:
    """Scope `document`, `entity` or `sentence`."""
    yield {"scope": "document", "label": record.sentiment.label, "score": record.sentiment.score}
    for entity in record.entities:
        if entity.sentiment:
            yield {"scope": "entity", "entity_id": entity.entity_id, **_plain(entity.sentiment)}
    for sentence in record.sentiment.sentences:
        yield {"scope": "sentence", **_plain(sentence)}

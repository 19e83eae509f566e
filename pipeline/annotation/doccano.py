"""Tasks in the JSONL of doccano for sequence labelling with relations, and back (doccano pull requests 1703, 1823).

Its offsets count code points, as long as the project does not count by graphemes (an option that is off by default).
Imported columns beyond text and labels come back in the export, at the top or under `meta`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.annotation.task import PAYLOAD, Mark, Task, returned_task

#: Spans may overlap if the project allows it, which relations need anyhow.
OVERLAPPING = True


def dump(tasks: Iterable[Task]) -> str:
    """The content of a file to import as `JSONL(Relation)`."""
    return "".join(json.dumps(_row(task), ensure_ascii=False) + "\n" for task in tasks)


def load(content: str) -> Iterator[Task]:
    """Tasks of a `JSONL(Relation)` export.

    Raises:
        UsageError: the text was changed, or a span lies outside of it.
    """
    for number, row in enumerate(map(json.loads, filter(str.strip, content.split("\n"))), 1):
        spans = row.get("entities", [])
        indexes = {span["id"]: i for i, span in enumerate(spans)}
        marks = [Mark(s["start_offset"], s["end_offset"], s["label"]) for s in spans]
        links = [(r["type"], indexes[r["from_id"]], indexes[r["to_id"]]) for r in row.get("relations", [])]
        carried = row if PAYLOAD in row else row.get("meta") or {}
        yield returned_task(row["text"], marks, links, carried, str(row.get("id", number)))


def _row(task: Task) -> dict[str, Any]:
    page, ids = task.page, {mark: i for i, mark in enumerate(task.marks)}
    return {
        "text": page.shown,
        "entities": [
            {
                "id": ids[mark],
                "label": mark.label,
                "start_offset": page.to_shown(mark.start),
                "end_offset": page.to_shown(mark.end),
            }
            for mark in task.marks
        ],
        "relations": [
            {"id": i, "from_id": ids[link.subject], "to_id": ids[link.object], "type": link.label}
            for i, link in enumerate(task.links)
        ],
        PAYLOAD: task.payload(),
    }

"""Tasks in the JSON of Label Studio, and back (https://labelstud.io/guide/task_format).

Its offsets count code points: the editor counts in UTF-16 as browsers do and converts when it stores (versions before
1.4 did not: HumanSignal/label-studio pull request 1559). A region's own text is compared with the text at its offsets,
so that an export of another version is told instead of misread.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from pipeline.annotation.task import PAYLOAD, Mark, Task, link_labels, mark_labels, returned_task
from pipeline.errors import UsageError

#: Regions may overlap.
OVERLAPPING = True
_LABELS, _TEXT = "label", "text"


def dump(tasks: Iterable[Task]) -> str:
    """The content of a file to import into a project with the interface of `interface()`."""
    rows = [
        {"data": {"text": t.page.shown, PAYLOAD: t.payload()}, "annotations": [{"result": _result(t)}]} for t in tasks
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def load(content: str) -> Iterator[Task]:
    """Tasks of a JSON export (not JSON-MIN), each with its last annotation that was not cancelled.

    Raises:
        UsageError: it is no such export, or a region's text is not the text at its offsets.
    """
    for number, row in enumerate(json.loads(content), 1):
        data = row["data"]
        annotations = [a for a in row.get("annotations", []) if not a.get("was_cancelled")]
        stem = str(row.get("id", number))
        yield _task(data, annotations[-1]["result"] if annotations else [], stem)


def interface() -> str:
    """The labelling interface (XML) that the tasks need."""
    labels = "".join(f"<Label value={quoteattr(label)}/>" for label in mark_labels())
    relations = "".join(f"<Relation value={quoteattr(label)}/>" for label in link_labels())
    return (
        f'<View><Labels name="{_LABELS}" toName="{_TEXT}">{labels}</Labels>'
        f'<Relations>{relations}</Relations><Text name="{_TEXT}" value="$text"/></View>\n'
    )


def _result(task: Task) -> list[dict[str, Any]]:
    page, ids = task.page, {mark: f"m{i}" for i, mark in enumerate(task.marks)}
    regions = [
        {
            "id": ids[mark],
            "from_name": _LABELS,
            "to_name": _TEXT,
            "type": "labels",
            "value": {
                "start": page.to_shown(mark.start),
                "end": page.to_shown(mark.end),
                "text": page.shown[page.to_shown(mark.start) : page.to_shown(mark.end)],
                "labels": [mark.label],
            },
        }
        for mark in task.marks
    ]
    relations = [
        {
            "type": "relation",
            "from_id": ids[link.subject],
            "to_id": ids[link.object],
            "direction": "right",
            "labels": [link.label],
        }
        for link in task.links
    ]
    return [*regions, *relations]


def _task(data: dict[str, Any], result: list[dict[str, Any]], stem: str) -> Task:
    shown = data["text"]
    marks: list[Mark] = []
    indexes: dict[str, int] = {}
    for region in result:
        if region["type"] == "labels":
            value = region["value"]
            found = shown[value["start"] : value["end"]]
            if "text" in value and value["text"].split() != found.split():
                raise UsageError(f"{stem}: offsets of {value['text']!r} hold {found!r}")
            indexes[region["id"]] = len(marks)
            marks.append(Mark(value["start"], value["end"], value["labels"][0]))
    links = []
    for relation in (r for r in result if r["type"] == "relation"):
        subject, target = indexes[relation["from_id"]], indexes[relation["to_id"]]
        if relation.get("direction") == "left":
            subject, target = target, subject
        links += [(label, subject, target) for label in relation.get("labels", [])]
    return returned_task(shown, marks, links, data, stem)

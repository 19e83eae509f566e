"""Tasks in the JSONL of Prodigy's `rel.manual` recipe, and back (https://prodi.gy/docs/dependencies-relations).

Its offsets are those of Python strings. It links tokens, and has no overlapping spans: tokens are those of the
pipeline, cut at the edges of marks, and a project's name over the mentions in it is not shown.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.annotation.task import PAYLOAD, Mark, Task, returned_task
from pipeline.errors import UsageError

OVERLAPPING = False


def dump(tasks: Iterable[Task]) -> str:
    """The content of a file for `prodigy rel.manual … --wrap`."""
    from spacy.vocab import Vocab  # spaCy is slow to load

    from pipeline.text.tokenizer import MixedTokenizer

    tokenizer = MixedTokenizer(Vocab())
    rows = ((task, [t.idx for t in tokenizer(task.page.shown)]) for task in tasks)
    return "".join(json.dumps(_row(task, starts), ensure_ascii=False) + "\n" for task, starts in rows)


def load(content: str) -> Iterator[Task]:
    """Tasks of `prodigy db-out`, those that were accepted.

    Raises:
        UsageError: a relation's end is no span, the text was changed, or a span lies outside of it.
    """
    for number, row in enumerate(map(json.loads, filter(str.strip, content.split("\n"))), 1):
        if row.get("answer", "accept") != "accept":
            continue
        stem = str(row.get("meta", {}).get("stem", number))
        marks = [Mark(s["start"], s["end"], s["label"]) for s in row.get("spans", [])]
        places = {(m.start, m.end): i for i, m in enumerate(marks)}
        links = []
        for relation in row.get("relations", []):
            ends = [(relation[f"{end}_span"]["start"], relation[f"{end}_span"]["end"]) for end in ("head", "child")]
            if not all(end in places for end in ends):
                raise UsageError(f"{stem}: {relation['label']} links what is no span")
            links.append((relation["label"], places[ends[0]], places[ends[1]]))
        yield returned_task(row["text"], marks, links, row, stem)


def _row(task: Task, starts: list[int]) -> dict[str, Any]:
    page = task.page
    shown = {m: (page.to_shown(m.start), page.to_shown(m.end)) for m in task.marks}
    edges = sorted({*starts, *(offset for place in shown.values() for offset in place)} - {len(page.shown)})
    spans = {}
    for mark, (start, end) in shown.items():
        first, last = bisect_right(edges, start) - 1, bisect_right(edges, end - 1) - 1
        spans[mark] = {"start": start, "end": end, "token_start": first, "token_end": last, "label": mark.label}
    return {
        "text": page.shown,
        "tokens": list(_tokens(page.shown, edges)),
        "spans": list(spans.values()),
        "relations": [
            {
                "head": spans[link.subject]["token_end"],
                "child": spans[link.object]["token_end"],
                "head_span": spans[link.subject],
                "child_span": spans[link.object],
                "label": link.label,
            }
            for link in task.links
        ],
        "meta": {"stem": task.stem},
        PAYLOAD: task.payload(),
    }


def _tokens(text: str, edges: list[int]) -> Iterator[dict[str, Any]]:
    """Tokens from edge to edge; a space behind one is no part of it."""
    for i, (start, end) in enumerate(zip(edges, [*edges[1:], len(text)], strict=True)):
        spaced = end - start > 1 and text[end - 1] == " "
        stop = end - spaced
        yield {"text": text[start:stop], "start": start, "end": stop, "id": i, "ws": spaced}

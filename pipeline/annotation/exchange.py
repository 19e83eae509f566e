"""Annotated articles to and from the files of annotation tools."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.annotation import doccano, label_studio, prodigy
from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import GOLD_SUFFIX, Gold
from pipeline.annotation.merging import Merged, merge
from pipeline.annotation.task import Task, task_of
from pipeline.errors import UsageError


@dataclass(frozen=True)
class Tool:
    """How tasks are written for an annotation tool, and read back."""

    name: str
    overlapping: bool
    dump: Callable[[Iterable[Task]], str]
    load: Callable[[str], Iterator[Task]]


TOOLS = {
    tool.name: tool
    for tool in (
        Tool("label-studio", label_studio.OVERLAPPING, label_studio.dump, label_studio.load),
        Tool("doccano", doccano.OVERLAPPING, doccano.dump, doccano.load),
        Tool("prodigy", prodigy.OVERLAPPING, prodigy.dump, prodigy.load),
    )
}


def export(articles: Iterable[AnnotatedArticle], tool: Tool) -> str:
    """The content of a file that the tool imports."""
    return tool.dump(task_of(article, tool.overlapping) for article in articles)


def restore(content: str, tool: Tool) -> Iterator[Merged]:
    """Gold of every task in a file that the tool exported.

    Raises:
        UsageError: the file is not of the tool, or a task cannot be expressed as gold.
    """
    try:
        tasks = list(tool.load(content))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise UsageError(f"no export of {tool.name}: {type(error).__name__} {error}") from error
    return (merge(task, tool.overlapping) for task in tasks)


def write_article(folder: Path, merged: Merged) -> Path:
    """Write `<stem>.txt` (or `.md`) and `<stem>.gold.json`, line ends as they were; gives the path of the gold.

    Raises:
        UsageError: the folder cannot be written to.
    """
    path = folder / f"{merged.stem}{GOLD_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{merged.stem}{merged.suffix}").write_bytes(merged.text.encode())
        path.write_text(gold_json(merged.gold), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    return path


def gold_json(gold: Gold) -> str:
    """A gold file: what was set, whole numbers without a decimal point.

    >>> gold = Gold.model_validate({"article": {"id": "a"}, "entities": [], "sentiment": {"document": "neutral"},
    ...     "amounts": [{"text": "$2", "value": 2, "currency": "USD"}]})
    >>> '"value": 2,' in gold_json(gold)
    True
    """
    content = _whole(gold.model_dump(mode="json", exclude_unset=True))
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value

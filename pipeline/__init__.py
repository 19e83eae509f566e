"""Equitrace: business news in English and Chinese, in; projects, actors and affected equities, out.

The names below load what they need at first use, so that importing the package is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.article import Article, Reject
    from pipeline.flow import build_nlp, run
    from pipeline.records import Record
    from pipeline.sinks.frames import to_frames

__all__ = ["Article", "Record", "Reject", "build_nlp", "run", "to_frames"]
_HOMES = {
    "Article": "pipeline.article",
    "Reject": "pipeline.article",
    "Record": "pipeline.records",
    "build_nlp": "pipeline.flow",
    "run": "pipeline.flow",
    "to_frames": "pipeline.sinks.frames",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

"""What the user may choose about reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.errors import UsageError

#: Article field -> keys that are looked up in JSON objects and CSV columns, in this order, without regard to case.
DEFAULT_KEYS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "正文", "内容"),
    "title": ("title", "headline", "标题"),
    "author": ("author", "authors", "byline", "作者"),
    "publisher": ("publisher", "source", "来源"),
    "url": ("url", "link"),
    "published_at": (
        "published_at",
        "publishedat",
        "published",
        "date",
        "pubdate",
        "datepublished",
        "发布时间",
        "日期",
    ),
}


@dataclass(frozen=True)
class ReadOptions:
    """How inputs are read.

    Attributes:
        glob: only files of a folder whose name, or path below the folder, matches (`*` also crosses `/`).
        exclude: files and folders that a walk passes over, as `os.path.realpath` gives them.
        fields: article field -> the one key that holds it in JSON and CSV, instead of the defaults.
    """

    glob: str | None = None
    exclude: frozenset[str] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict)

    def keys(self, name: str) -> tuple[str, ...]:
        """Keys to look up for an article field."""
        return (self.fields[name],) if name in self.fields else DEFAULT_KEYS[name]


def parse_fields(pairs: list[str]) -> dict[str, str]:
    """Article field -> key from `field=key` options.

    Raises:
        UsageError: no `=`, or a field that articles do not have.

    >>> parse_fields(["title=headline"])
    {'title': 'headline'}
    """
    fields: dict[str, str] = {}
    for pair in pairs:
        name, _, key = pair.partition("=")
        if name not in DEFAULT_KEYS or not key:
            raise UsageError(f"--field {pair}: expected FIELD=KEY with FIELD one of {', '.join(DEFAULT_KEYS)}")
        fields[name] = key
    return fields

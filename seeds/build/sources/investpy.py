"""`investpy` (MIT, January 2022): English names with ISINs; stale, so a row counts only where another source agrees."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from packages import member


@dataclass(frozen=True)
class OldListing:
    """Full English name and ISIN as they were in January 2022."""

    name: str
    isin: str


def listings(country: str) -> dict[str, OldListing]:
    """Rows of a country (lower-case English name) by symbol."""
    text = member("investpy", "resources/stocks.csv").decode("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return {r["symbol"]: OldListing(r["full_name"], r["isin"]) for r in rows if r["country"] == country}

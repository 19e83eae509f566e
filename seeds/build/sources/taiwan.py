"""Taiwan: `twstock` (MIT, 2026-03), the exchanges' own list with Traditional Chinese short names and ISINs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from packages import member

#: Kinds of securities that are ordinary shares (innovation board included).
_SHARES = ("股票", "創新板")
_MARKS = re.compile(r"(?:-KY|-創|-DR|\*|-KY創)+$")


@dataclass(frozen=True)
class Share:
    """An ordinary share; `name` is Traditional, without the marks of foreign issuers and par values."""

    mic: str
    code: str
    name: str
    isin: str
    group: str


def shares() -> Iterator[Share]:
    """Ordinary shares of both exchanges."""
    for file, mic in (("twse_equities.csv", "XTAI"), ("tpex_equities.csv", "ROCO")):
        text = member("twstock", f"codes/{file}").decode("utf-8-sig")
        for row in csv.DictReader(io.StringIO(text)):
            if row["type"] in _SHARES and row["CFI"].startswith("ES"):
                yield Share(mic, row["code"], _MARKS.sub("", row["name"]), row["ISIN"], row["group"])

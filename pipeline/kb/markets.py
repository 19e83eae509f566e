"""Stock exchanges: MIC (ISO 10383), how text and data services name them, and what their codes look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.kb.tables import read_table, split
from pipeline.paths import seeds

#: What stands before the short name of a mainland share under a warning of risk (*ST汇科), as a pattern.
RISK_WARNING = r"(?:S?\*|S)?ST"

_COLUMNS = ("mic", "country", "name", "yahoo", "prefixes", "suffixes", "code")


@dataclass(frozen=True)
class Market:
    """One exchange. `prefixes` stand before a code in text (`SEHK: 700`), `suffixes` behind it (`700.HK`)."""

    mic: str
    country: str
    name: str
    yahoo: str
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    code: re.Pattern[str]

    def listing(self, code: str) -> str:
        """MIC:code with the code in its usual form (Hong Kong: four digits at least; Colombo: with the class).

        >>> markets()["XHKG"].listing("700")
        'XHKG:0700'
        >>> markets()["XCOL"].listing("JKH")
        'XCOL:JKH.N0000'
        """
        return f"{self.mic}:{_usual(self.mic, code)}"

    def symbol(self, code: str) -> str:
        """Yahoo-style symbol.

        >>> markets()["XTKS"].symbol("9984"), markets()["XNYS"].symbol("BRK.B")
        ('9984.T', 'BRK-B')
        """
        return _usual(self.mic, code).replace(".", "-").replace(" ", "-") + self.yahoo


def _usual(mic: str, code: str) -> str:
    if mic == "XCOL" and "." not in code:
        return f"{code}.N0000"
    return code.lstrip("0").zfill(4) if mic == "XHKG" else code


@lru_cache(maxsize=1)
def markets() -> dict[str, Market]:
    """Exchanges by MIC, in the order of `seeds/kb/markets.tsv` (the better known first)."""
    return {
        row["mic"]: Market(
            row["mic"],
            row["country"],
            row["name"],
            row["yahoo"],
            tuple(split(row["prefixes"])),
            tuple(split(row["suffixes"])),
            re.compile(row["code"]),
        )
        for row in read_table(seeds("kb", "markets.tsv"), _COLUMNS)
    }

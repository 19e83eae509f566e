"""Lines of shares and the issuers that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from identifiers import korean_isin
from sources import mainland, market_tickers, taiwan

from pipeline.kb.markets import markets
from pipeline.kb.tables import read_table

TABLES = Path(__file__).with_name("tables")
#: Home country of an issuer whose source names none.
_COUNTRY = {"XSHG": "CN", "XSHE": "CN", "BJSE": "CN", "XHKG": "HK", "XTAI": "TW", "ROCO": "TW", "XTKS": "JP"}


@dataclass(frozen=True)
class SourceName:
    """A name as a source has it; `kind` as in `names.tsv`."""

    value: str
    language: str
    kind: str = "alias"


@dataclass
class Issuer:
    """A company with its lines, `(role, mic, code, isin)`, primary first, and full English name (empty if none)."""

    mic: str
    code: str
    country: str
    english: str = ""
    chinese: str = ""
    sector: str = ""
    isin: str = ""
    names: list[SourceName] = field(default_factory=list)
    others: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def kb_id(self) -> str:
        """Slug of the primary line, which never changes."""
        return f"{self.mic}-{self.code}".lower().replace(".", "-").replace("&", "-and-")

    @property
    def lines(self) -> list[tuple[str, str, str, str]]:
        """All lines, the primary first."""
        return [("primary", self.mic, self.code, self.isin), *self.others]


Issuers = dict[tuple[str, str], Issuer]


def sectors() -> dict[tuple[str, str], str]:
    """Sector of the ontology by source scheme and label."""
    rows = read_table(TABLES / "sectors.tsv", ("scheme", "label", "sector"))
    return {(row["scheme"], row["label"]): row["sector"] for row in rows}


def namesakes() -> dict[str, set[str]]:
    """Names by row that news means a better known entry by, so that the row goes without them."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table(TABLES / "namesakes.tsv", ("kb_id", "name", "better_known")):
        found[row["kb_id"]].add(row["name"])
    return found


def with_primary_listings(countries: dict[str, str]) -> Issuers:
    """Issuers of `market_tickers` at their primary line; `countries` gives ISO 3166 codes by English name."""
    by_label = sectors()
    found: Issuers = {}
    for company in market_tickers.companies():
        if not markets()[company.mic].code.fullmatch(company.code):
            continue
        country = countries.get(company.country) or markets()[company.mic].country
        sector = by_label.get(("group", company.industry), "")
        isin = (korean_isin(company.code) or "") if company.mic in ("XKRX", "XKOS") else ""
        found[company.mic, company.code] = Issuer(company.mic, company.code, country, company.name, "", sector, isin)
    return found


def issuer_at(issuers: Issuers, mic: str, code: str) -> Issuer:
    """The issuer at a line, made if there is none."""
    if (mic, code) not in issuers:
        issuers[mic, code] = Issuer(mic, code, _COUNTRY[mic])
    return issuers[mic, code]


def mainland_market(code: str) -> str:
    """ISO 10383 code of the exchange of a six-digit mainland code.

    >>> mainland_market("688981"), mainland_market("300750"), mainland_market("920185")
    ('XSHG', 'XSHE', 'BJSE')
    """
    if code.startswith(("4", "8", "92")):
        return "BJSE"
    return "XSHG" if code.startswith(("6", "9")) else "XSHE"


def mainland_sector(shenwan: str, industry: str, by_label: dict[tuple[str, str], str]) -> str:
    """Sector of an A-share: a telling part of its finer industry, else its Shenwan level one."""
    for (scheme, label), sector in by_label.items():
        if scheme == "shenwan part" and label in industry:
            return sector
    return by_label.get(("shenwan", shenwan), "")


def beijing_codes(codes: Iterable[str]) -> dict[str, str]:
    """Present code by code before October 2025: 920 and the last three digits, where no two old codes share those.

    >>> beijing_codes(["835185", "430478", "870478", "600000"])
    {'835185': '920185'}
    """
    old = [code for code in codes if code[:2] in ("43", "83", "87")]
    endings = [code[-3:] for code in old]
    return {code: "920" + code[-3:] for code in old if endings.count(code[-3:]) == 1}


def drop_delisted(issuers: Issuers, japanese: set[str]) -> None:
    """Remove lines that newer lists of an exchange no longer have; trusts of Japan are not in the list of filers."""
    mainland_codes = set(mainland.current_names())
    taiwanese = {(share.mic, share.code) for share in taiwan.shares()}
    for key, issuer in list(issuers.items()):
        gone = (
            (issuer.mic in ("XSHG", "XSHE") and issuer.code not in mainland_codes)
            or (issuer.mic in ("XTAI", "ROCO") and key not in taiwanese)
            or (issuer.mic == "XTKS" and issuer.code not in japanese)
        )
        if gone:
            del issuers[key]

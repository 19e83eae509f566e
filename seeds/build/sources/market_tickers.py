"""`market_tickers` (MIT): one primary listing an issuer worldwide, January 2026, with full English names."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from packages import member

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: Exchange labels of the sheet by ISO 10383 code; junior and over-the-counter markets are left out.
EXCHANGES = {
    "SHSE": "XSHG", "SZSE": "XSHE", "SEHK": "XHKG", "TWSE": "XTAI", "TPEX": "ROCO", "TSE": "XTKS", "NYSE": "XNYS",
    "NasdaqGS": "XNAS", "NasdaqGM": "XNAS", "NasdaqCM": "XNAS", "NYSEAM": "XASE", "KOSE": "XKRX", "KOSDAQ": "XKOS",
    "SGX": "XSES", "Catalist": "XSES", "NSEI": "XNSE", "ASX": "XASX", "TSX": "XTSE", "LSE": "XLON", "XTRA": "XETR",
    "ENXTPA": "XPAR", "ENXTAM": "XAMS", "ENXTBR": "XBRU", "ENXTLS": "XLIS", "BIT": "XMIL", "BME": "XMAD",
    "SWX": "XSWX", "OM": "XSTO", "HLSE": "XHEL", "OB": "XOSL", "WBAG": "XWBO",
}  # fmt: skip
_AMERICAN = ("XNYS", "XNAS", "XASE")


@dataclass(frozen=True)
class Company:
    """A row of the sheet; `industry` is one of 94 groups."""

    mic: str
    code: str
    name: str
    country: str
    industry: str


def companies() -> Iterator[Company]:
    """Rows at the exchanges of `EXCHANGES` that have a ticker."""
    rows = _sheet()
    header = next(rows)
    for cells in rows:
        row = dict(zip(header, cells, strict=False))
        mic = EXCHANGES.get(row.get("Exchange", ""))
        ticker = row.get("YFinance Ticker", "")
        if mic and ticker:
            name = " ".join(row["Company Name"].split())
            yield Company(mic, _code(mic, ticker), name, row["Country"], row.get("Industry Group", ""))


def _code(mic: str, ticker: str) -> str:
    """The exchange's own code from a Yahoo-style symbol."""
    if mic in _AMERICAN:
        return ticker
    code = ticker.rsplit(".", 1)[0]
    if mic in ("XKRX", "XKOS"):
        return code.removeprefix("A")
    if mic == "XHKG":
        return code.zfill(4)
    return code.rstrip(".") if mic == "XLON" else code.replace(" ", "-")


def _sheet() -> Iterator[list[str]]:
    """Cells of the first sheet of the workbook as text, row by row."""
    with zipfile.ZipFile(io.BytesIO(member("market_tickers", "new_data/new_stocks_data.xlsx"))) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        shared = ["".join(t.text or "" for t in item.iter(f"{_NS}t")) for item in strings.iter(f"{_NS}si")]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(f"{_NS}row"):
        cells: list[str] = []
        for cell in row.iter(f"{_NS}c"):
            value = cell.find(f"{_NS}v")
            text = (value.text or "") if value is not None else ""
            column = _column(str(cell.get("r")))
            cells += [""] * (column - len(cells))
            cells.append(shared[int(text)] if cell.get("t") == "s" and text else text)
        yield cells


def _column(reference: str) -> int:
    letters = re.match("[A-Z]+", reference)
    index = 0
    for letter in letters.group() if letters else "A":
        index = index * 26 + ord(letter) - 64
    return index - 1

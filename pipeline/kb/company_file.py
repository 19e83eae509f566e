"""A user's own companies: a CSV file with one company a row.

Columns, of which `id` and a name are needed and the others may be left out: `id` (lower case, digits and hyphens),
`type` (COMPANY if empty), `name_en`, `name_zh`, `aliases`, `context_names` (names that are ordinary words too and need
support in the article), `cues` (what news names beside the company, which then gives that support: products, brands,
sites), `country` (ISO 3166), `status` (listed, unlisted, delisted), `sector`, `listings` (`MIC:code`,
an ISIN behind it and a role before it if wanted; the first line of a new issuer is its primary one), `parent` (an id,
or an id and `associate`). Cells with several values separate them by `|`. A row whose id is known changes only the
cells that it fills; its names and lines add up.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import KnowledgeBaseError
from pipeline.kb.isin import is_isin
from pipeline.kb.layers import Layer, Merged
from pipeline.kb.markets import markets
from pipeline.kb.rows import LINKS, ROLES, Entry, KnownListing, KnownName
from pipeline.kb.tables import split
from pipeline.ontology import ontology
from pipeline.text.scripts import has_han

COLUMNS = (
    "id",
    "type",
    "name_en",
    "name_zh",
    "aliases",
    "context_names",
    "country",
    "status",
    "sector",
    "listings",
    "parent",
    "cues",
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_STATUSES = ("listed", "unlisted", "delisted")


def read_companies(path: Path, below: Merged) -> Layer:
    """The rows of a file as a layer to put on what is `below`.

    Raises:
        KnowledgeBaseError: the file cannot be read, or a row is not as described above; the message names the line.
    """
    rows = list(_rows(path))
    ids = [row["id"] for _, row in rows]
    layer = Layer()
    issuers = {kb_id for kb_id, line in below.listings.values() if line.role == ROLES[0]}
    for where, row in rows:
        if ids.count(row["id"]) > 1:
            raise KnowledgeBaseError(f"{where}: id {row['id']!r} is in the file twice")
        layer.entries.append(_entry(where, row, below.entries.get(row["id"])))
        layer.names += _names(row)
        layer.cues += [(row["id"], cue) for cue in split(row["cues"])]
        for line in _listings(where, row, row["id"] in issuers):
            owner = below.listings.get(line.listing)
            if owner is not None and owner[0] != row["id"]:
                raise KnowledgeBaseError(
                    f"{where}: {line.listing} is a line of {owner[0]!r}; use that id to change that company"
                )
            layer.listings.append((row["id"], line))
        for parent, kind in _parents(where, row):
            if parent not in below.entries and parent not in ids:
                raise KnowledgeBaseError(f"{where}: unknown parent {parent!r}")
            layer.parents.append((row["id"], parent, kind))
    return layer


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = [cell.strip() for cell in next(reader, [])]
            _check_header(path, header)
            for cells in reader:
                where = f"{path.name}:{reader.line_num}"
                if not any(cell.strip() for cell in cells):
                    continue
                if len(cells) != len(header):
                    raise KnowledgeBaseError(f"{where}: {len(cells)} cells, expected {len(header)}")
                yield where, dict.fromkeys(COLUMNS, "") | {c: v.strip() for c, v in zip(header, cells, strict=True)}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KnowledgeBaseError(f"{path}: {error}") from error


def _check_header(path: Path, header: list[str]) -> None:
    unknown = [column for column in header if column not in COLUMNS]
    if unknown or "id" not in header or len(set(header)) < len(header):
        raise KnowledgeBaseError(f"{path.name}: columns are {header}, possible are {list(COLUMNS)}")


def _entry(where: str, row: dict[str, str], known: Entry | None) -> Entry:
    if not _ID.fullmatch(row["id"]):
        raise KnowledgeBaseError(f"{where}: id {row['id']!r} is not lower case letters, digits and hyphens")
    _one_of(where, "type", row["type"], ontology().entity_types)
    _one_of(where, "status", row["status"], _STATUSES)
    _one_of(where, "sector", row["sector"], ontology().sectors)
    if row["country"] and not _COUNTRY.fullmatch(row["country"]):
        raise KnowledgeBaseError(f"{where}: country {row['country']!r} is no ISO 3166 code of two capitals")
    if known is None and not (row["name_en"] or row["name_zh"]):
        raise KnowledgeBaseError(f"{where}: a new company needs name_en or name_zh")
    status = row["status"] or ("listed" if row["listings"] else known.status if known else "unlisted")
    if status == "listed" and known is None and not row["listings"]:
        raise KnowledgeBaseError(f"{where}: listed, but without listings")
    return Entry(
        row["id"],
        row["type"] or (known.type if known else "COMPANY"),
        row["country"] or (known.country if known else None),
        status,
        row["sector"] or (known.sector if known else None),
        row["name_en"] or (known.name_en if known else None),
        row["name_zh"] or (known.name_zh if known else None),
    )


def _one_of(where: str, column: str, value: str, allowed: tuple[str, ...]) -> None:
    if value and value not in allowed:
        raise KnowledgeBaseError(f"{where}: {column} {value!r} is none of {', '.join(allowed)}")


def _names(row: dict[str, str]) -> Iterator[KnownName]:
    context = split(row["context_names"])
    for value in dict.fromkeys([*split(row["aliases"]), *context]):
        yield KnownName(row["id"], value, "zh" if has_han(value) else "en", "alias", value in context)


def _listings(where: str, row: dict[str, str], has_primary: bool) -> Iterator[KnownListing]:
    for number, cell in enumerate(split(row["listings"])):
        role, isin, line = ROLES[1 if number or has_primary else 0], None, ""
        for part in cell.split():
            if ":" in part:
                line = part
            elif part in ROLES:
                role = part
            elif is_isin(part):
                isin = part
            else:
                raise KnowledgeBaseError(f"{where}: {part!r} is neither MIC:code, a role nor a valid ISIN")
        mic, _, code = line.partition(":")
        market = markets().get(mic)
        if market is None:
            raise KnowledgeBaseError(f"{where}: {cell!r} has no market of markets.tsv")
        if not market.code.fullmatch(code):
            raise KnowledgeBaseError(f"{where}: {code!r} is no code of {mic} ({market.name})")
        yield KnownListing(mic, market.listing(code).partition(":")[2], isin, role)


def _parents(where: str, row: dict[str, str]) -> Iterator[tuple[str, str]]:
    for cell in split(row["parent"]):
        parent, _, kind = cell.partition(" ")
        if kind and kind not in LINKS:
            raise KnowledgeBaseError(f"{where}: {kind!r} is none of {', '.join(LINKS)}")
        yield parent, kind or LINKS[0]

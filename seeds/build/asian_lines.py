"""Japanese and Taiwanese lines: native names, English names where filed, ISINs."""

from __future__ import annotations

import re
from functools import lru_cache

import opencc
from company_forms import in_title_case, japanese_short_name
from issuers import Issuers, SourceName, issuer_at, sectors
from sources import japan, taiwan

from pipeline.text.scripts import to_simplified

_KANJI = re.compile("[一-鿿々]+")
#: Characters of Japanese names that `jp2t` leaves as they are.
_JAPANESE_ONLY = str.maketrans("硏戸鑛菓澁郞舎輌粧働", "研户矿果涩郎舍辆妆动")


def add_japan(issuers: Issuers) -> set[str]:
    """Names of listed filers for the issuers there are (a filer of another exchange only is left out).

    Returns the codes of all listed filers.
    """
    by_label = sectors()
    exchange_names = japan.short_names()
    codes = set()
    for filer in japan.filers():
        codes.add(filer.code)
        issuer = issuers.get(("XTKS", filer.code))
        if issuer is None:
            continue
        issuer.sector = issuer.sector or by_label.get(("edinet", filer.industry), "")
        short = japanese_short_name(filer.japanese)
        natives = list(dict.fromkeys([short, exchange_names.get(filer.code, short).replace(" ", "")]))
        names = [name for name in [filer.japanese, *natives] if re.search("[぀-ヿ一-鿿]", name)]
        issuer.names += [SourceName(name, "ja") for name in names]
        chinese = [chinese_form(name) for name in natives if _KANJI.fullmatch(name)]
        issuer.chinese = chinese[0] if chinese else ""
        if filer.english:
            issuer.names.append(SourceName(in_title_case(filer.english), "en"))
    return codes


def add_taiwan(issuers: Issuers) -> None:
    """Short names and ISINs of ordinary shares."""
    by_label = sectors()
    for share in taiwan.shares():
        issuer = issuer_at(issuers, share.mic, share.code)
        issuer.chinese = to_simplified(share.name)
        issuer.isin = share.isin
        issuer.sector = by_label.get(("twse", share.group), "") or issuer.sector


def chinese_form(kanji: str) -> str:
    """A name in kanji as Chinese news writes it, in Simplified characters.

    >>> chinese_form("日本製鉄"), chinese_form("京王電鉄"), chinese_form("戸田建設")
    ('日本制铁', '京王电铁', '户田建设')
    """
    return to_simplified(_converter().convert(kanji)).translate(_JAPANESE_ONLY)


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("jp2t")

"""What stands above the headline of a notice or release: who gives it out, codes, days, what kind of notice it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: A headline is among the lines below at most this many of the letterhead.
DEPTH = 14
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日)"
_KIND = (
    r"(?:(?:(?:press|media|news|company|corporate|voluntary|market|stock exchange|regulatory|asx|nzx|sgx|jse)[\s/]+)+)?"
    r"(?:release|announcement|statement)"
)
_HAN_KIND = (
    r"(?:(?:自[願愿]性?|海外[監监]管)?(?:公告|新[聞闻]稿|新[聞闻][發发][布佈])|(?:公開資訊觀測站)?重大訊息(?:公告)?)"
)
_RELEASE = r"for (?:immediate )?(?:release|publication|dissemination)\b"
_CODES = (
    r"(?:[证證]券|股票|股份|[债債]券|公司|[發发]言)(?:[代簡简][码碼號称稱]|名[称稱]|日期|人)\s?[:：].*|公告[编編][号號].*"
    r"|rns number\s?:.*|(?:reg|regulatory) announcement.*|ex(?:hibit)?[- ]?99(?:\.\d+)?"
    r"|(?:abn|acn|rc|isin|lei)[\s:]+[\w ]{4,30}|(?:stock|share|jse share|debt stock|bse scrip) codes?\s?[:：].*"
    r"|(?:regd?\.?|registered) office\s?:.*|(?:our )?ref(?:erence)?(?: no)?\.?\s?:.*"
)
_FORM = (
    r"(?:p\.?l\.?c|inc|l\.?t\.?d|limited|corp|corporation|company|holdings?|berhad|bhd|s\.?p\.?a|s\.?a|n\.?v|a\.?g|s\.?e"
    r"|asa|oyj|jsc)\.?"
)
#: The short names that a company gives itself and its group, or its code.
_SHORT_NAMES = r"""\s?\(([^()]*["“”][^()]*|[\w:. -]+)\)"""
_COMPANY = (
    rf"(?-i:(?:[A-Z\d&(]\S*|of|and|the|de)\s){{1,7}}{_FORM}(?:{_SHORT_NAMES})?"
    r"|[^\s，。：]{2,36}(?:有限|股份|集[团團])公司"
)
_LETTERHEAD = re.compile(
    rf"(?:{_CODES}|{_COMPANY}|[(（].*[)）]|(?:date\s?[:：]\s*)?{_DAY}|[^\s,]{{2,20}}(?:\s\S+)?,\s{_DAY}(?:,.{{0,20}})?"
    rf"|[【\[]?{_KIND}(?:[\s/]*{_HAN_KIND})?[】\]]?(?:\s?[|–—-]\s?(?:{_DAY}|{_RELEASE}.*))?|{_HAN_KIND}|{_RELEASE}.*"
    r"|not for (?:release|publication|distribution)\b.*|this announcement contains inside information.*)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"主旨\s?[:：]\s*")
#: What ends a line of the story, opens a list, names an addressee or who wrote it.
_NO_HEADLINE = re.compile(
    r"[.。；;,，:：]$|^\d{1,2}[.、]|^(?:highlights|key points|.*\bdepartment)$"
    r"|^(?:to\s?[:：]|the (?:general )?manager\b|compiled\b|by\s|corporate taxpayer|current report"
    r"|文\s?[|｜]|[本記记].{0,6}[記记]者)",
    re.IGNORECASE,
)


def headline(lines: Sequence[str], widest: int) -> str | None:
    """The first line below a letterhead, `widest` characters long at most; none where no letterhead stands above it.

    Of 6,306 texts of train 43 get the title of their gold by it; of 11 others gold has the name of the company.

    >>> headline(["RNS Number : 4821K", "Tarn PLC", "12 March 2026", "Contract award"], 110)
    'Contract award'
    """
    for number, line in enumerate(lines[: DEPTH + 1]):
        if _LETTERHEAD.fullmatch(line):
            continue
        found = _SUBJECT.sub("", line)
        above = number > 1 or (number == 1 and not lines[0].endswith("公司"))
        return found if above and len(found) <= widest and not _NO_HEADLINE.search(found) else None
    return None

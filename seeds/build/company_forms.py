"""Forms of a company name: without its legal form, without a place, as news writes it; and marks of exchanges' short
names. No company is named here."""

from __future__ import annotations

import re

#: Legal forms that end a company name, longest first within a language.
_FORMS = (
    r"AG & Co\.? KGaA|SE & Co\.? KGaA|GmbH & Co\.? KGaA|KGaA|GmbH|Aktiengesellschaft|AG|"
    r"Soci[ée]t[ée] anonyme|Soci[ée]t[ée] europ[ée]enne|S\.?A\.?R\.?L\.?|S\.C\.A\.|SCA|"
    r"S\.A\.B\. de C\.V\.|S\.?\s?G\.?\s?P\.?\s?S\.?,? S\.\s?A\.?|SOCIMI,? S\.\s?A\.?|SGPS|"
    r"S\.p\.A\.|SpA|S\.A\.?|SA|N\.V\.|NV|B\.V\.|BV|SE|S\.E\.|ASA|AS|A/S|AB|Oyj|Oy|Abp|"
    r"Public Limited Company|Joint Stock Limited Company|Joint Stock Company|Company,? Limited|Company,? Ltd\.?|"
    r"Co\.?,? ?Limited|Co\.?, ?Inc\.?|Co\.?,? ?Ltd\.?|Corp\.?,? ?Ltd\.?|Corporation,? Limited|Corporation,? Ltd\.?|"
    r"Company|Comp\.|Co\.|Incorporated|Incorporation|Inc\.?|Corporation|Corp\.?|"
    r"Limited|Ltd\.?|Public Limited|L\.P\.|LP|L\.L\.C\.|LLC|plc\.?|p\.l\.c\.|"
    r"Pte\.?|Pty\.?|NL|K\.K\.|Bhd\.?|Berhad|Tbk"
)
_SUFFIX = re.compile(rf"(?:,\s*|\s+|(?<=[).]))(?:{_FORMS})\s*$", re.IGNORECASE)
_PUBLIC = re.compile(r"\s*\((?:publ|formerly[^)]*|f/k/a[^)]*)\)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NOT_ALONE = re.compile(r"(?:&|\band|\bof|\bthe|\bde|\bund|\bet|-)$", re.IGNORECASE)
#: Words by which funds, shells and securities other than shares are known.
_NO_COMPANY = re.compile(
    r"\bAcquisition(?:s)? (?:Corp|Corporation|Co|Company|Inc|Ltd|Limited|Holdings|[IVX]+|\d+)\b|\bAcquisition(?:s)?$|"
    r"Special Purpose Acquisition|\bSPAC\b|Blank Check|\bETF\b|\bFunds?\b|(?<!Estate )Investment Trust|"
    r"Venture Capital Trust|\bVCT\b|Municipal|Warrants?\b|\bUnits?\b|Preferred|Depositary|Split Corp|Liquidating Trust|"
    r"Royalty Trust|Capital Pool|Asset Management Co\., Ltd\. - ",
    re.IGNORECASE,
)
_MAINLAND_MARK = re.compile(r"(?:-?[UWD]{1,2}|-UW)$")
_MAINLAND_ACTION = re.compile(r"^(?:XD|XR|DR|N|C)(?=[一-鿿])")
_RISK_MARK = re.compile(r"^(?:\*?ST|S\*?ST|S|PT)(?=[一-鿿A-Z])")
_HONG_KONG_MARK = re.compile(r"[-－](?:S?W?P?B?S?|SS|WP)$")
#: Temporary counters, renminbi counters, rights and foreign shares in trading only.
_HONG_KONG_OTHER = re.compile(r"[-－](?:R|WR|SWR|SR|T|旧|OLD)$|\(?旧\)?$|\([一二三五十百千万]+\)$|股权$|RTS$")


def without_legal_form(name: str) -> str:
    """A company name without its legal forms; the name itself where nothing would be left.

    >>> without_legal_form("Hangzhou Robam Appliances Co., Ltd."), without_legal_form("Eli Lilly and Company")
    ('Hangzhou Robam Appliances', 'Eli Lilly and Company')
    >>> without_legal_form("The North West Company Inc.")
    'The North West Company'
    """
    name = _PUBLIC.sub("", name).strip()
    while True:
        shorter = _SUFFIX.sub("", name).rstrip(" ,")
        if shorter == name or len(shorter) < 2 or _NOT_ALONE.search(shorter):
            return name
        if name.startswith("The ") and name.endswith(" Company"):
            return name
        name = shorter


def without_brackets(name: str) -> str:
    """A name without bracketed words: a place, `Group`, `Holdings`.

    >>> without_brackets("Lepu Medical Technology (Beijing)")
    'Lepu Medical Technology'
    """
    return " ".join(_BRACKETS.sub("", name).split())


def legal_variants(name: str) -> list[str]:
    """Full names with the legal form written out and cut short, without the stop of a form cut short.

    >>> legal_variants("Gap, Inc.")
    ['Gap, Inc', 'Gap Inc']
    """
    full = re.sub(r"(?<=[a-z]{2})\.$", "", _PUBLIC.sub("", name).strip())
    found = [full]
    base = without_legal_form(name)
    form = full[len(base) :].strip(" ,.").lower()
    short = _SHORT_FORMS.get(re.sub(r"[ .,]+", " ", form).strip())
    if short:
        found += [f"{base} {variant}" for variant in short]
    return list(dict.fromkeys(found))


_SHORT_FORMS = {
    "inc": ("Inc",),
    "incorporated": ("Inc",),
    "corp": ("Corp", "Corporation"),
    "corporation": ("Corp",),
    "ltd": ("Ltd", "Limited"),
    "limited": ("Ltd",),
    "co": ("Co",),
    "company": ("Co",),
    "co ltd": ("Co Ltd",),
    "co limited": ("Co Ltd",),
    "company limited": ("Co Ltd",),
    "plc": ("plc",),
}


def in_title_case(name: str) -> str:
    """A name that is all capitals in title case, its short words left as they are.

    >>> in_title_case("SHENZHEN SNC OPTO ELECTRONIC"), in_title_case("NEC")
    ('Shenzhen SNC Opto Electronic', 'NEC')
    """
    letters = re.sub(r"[^A-Za-z]", "", name)
    if not letters.isupper() or len(letters) < 6:
        return name
    small = {"AND": "and", "OF": "of", "THE": "the"}
    return " ".join(small.get(word, word if len(word) <= 3 else word.capitalize()) for word in name.split())


def is_no_company(name: str) -> bool:
    """Whether a full English name is that of a fund, a shell company or a security other than shares.

    >>> is_no_company("Foo Acquisition Corp. II"), is_no_company("Foo Industries Inc.")
    (True, False)
    """
    return _NO_COMPANY.search(name) is not None


def mainland_short_name(name: str) -> tuple[str, bool]:
    """A mainland short name without class letters and trading marks, and whether it carried a risk mark (ST).

    >>> mainland_short_name("*ST康佳A"), mainland_short_name("奇安信-U"), mainland_short_name("TCL科技")
    (('康佳', True), ('奇安信', False), ('TCL科技', False))
    """
    bare = _MAINLAND_ACTION.sub("", name)
    marked = _RISK_MARK.sub("", bare)
    plain = _MAINLAND_MARK.sub("", marked)
    if re.search(r"[一-鿿]A$", plain):
        plain = plain[:-1]
    return plain, marked != bare


def hong_kong_short_name(name: str) -> str | None:
    """A Hong Kong short name without share-class marks; null for counters that are no line of their own.

    >>> hong_kong_short_name("小米集团-W"), hong_kong_short_name("小米集团-WR")
    ('小米集团', None)
    """
    if _HONG_KONG_OTHER.search(name):
        return None
    return _HONG_KONG_MARK.sub("", name)


def japanese_short_name(name: str) -> str:
    """A Japanese name without its legal form.

    >>> japanese_short_name("株式会社 サカタのタネ")
    'サカタのタネ'
    """
    return re.sub("株式会社|有限会社|投資法人$", "", name).strip()

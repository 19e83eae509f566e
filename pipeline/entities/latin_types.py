"""The type of an English name from its head words."""

from __future__ import annotations

import re

_GOVERNMENT = re.compile(
    r"\b(?:Ministry|Department|Dept|Treasury|Commission|Agency|Bureau|Administration|Authority|Council|Congress|Senate|"
    r"House of|Parliament|Court|Government|Federal Reserve|Central Bank|Reserve Bank|Bank of (?:England|Japan|Korea|Canada|"
    r"Russia|Israel|Thailand|Mexico|Italy|France|Spain|Ghana|Zambia)|Pentagon|White House|Cabinet|Secretariat|Inspectorate|"
    r"Regulator|Customs|Office of|Directorate|Legislature|Assembly|Navy|Army|Air Force|Police|City Council|County|Municipality)\b"
)
_COMPANY = re.compile(
    r"\b(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|PLC|plc|LLC|LLP|LP|AG|SE|SA|S\.A|NV|N\.V|BV|AB|ASA|Oyj|SpA|S\.p\.A|GmbH|KK|Bhd|"
    r"Pte|Pty|Group|Holdings?|Partners|Capital|Ventures|Bank|Securities|Motors?|Energy|Technologies|Technology|Systems|"
    r"Pharma(?:ceuticals?)?|Therapeutics|Airlines|Airways|Steel|Mining|Resources|Petroleum|Oil|Gas|Power|Electric|"
    r"Insurance|Industries|Semiconductors?|Telecom|Foods|Media|Shipping|Logistics|Chemicals?)\b\.?"
)
_ORGANIZATION = re.compile(
    r"\b(?:University|Institute|College|School|Association|Federation|Union|Alliance|Foundation|Society|Party|"
    r"Organi[sz]ation|Forum|Chamber of Commerce|Exchange|Committee|Consortium|Club|Nations|Network|Coalition|Academy|Laborator(?:y|ies))\b"
)
_POLICY = re.compile(r"\b(?:Act|Agreement|Treaty|Accord|Protocol|Directive|Regulation|Initiative|Plan|Law|Bill|Code)$")


def organization_type(name: str) -> str:
    """COMPANY, GOVERNMENT, ORGANIZATION or POLICY for a name that is an organization of some kind.

    >>> organization_type("Ministry of Finance"), organization_type("Acme Holdings"), organization_type("Clean Air Act")
    ('GOVERNMENT', 'COMPANY', 'POLICY')
    """
    if _POLICY.search(name):
        return "POLICY"
    if _ORGANIZATION.search(name) and not re.search(r"\b(?:Inc|Corp|Ltd|plc|PLC)\b", name):
        return "ORGANIZATION"
    if _GOVERNMENT.search(name) and not is_company_name(name):
        return "GOVERNMENT"
    return "COMPANY"


def is_company_name(name: str) -> bool:
    """Whether the last word of a name of several words is a head of company names.

    >>> is_company_name("Alder Capital"), is_company_name("Energy")
    (True, False)
    """
    head = name.rsplit(" ", 1)
    return len(head) == 2 and _COMPANY.fullmatch(head[1]) is not None

"""The type of an English name from its head words."""

from __future__ import annotations

import re


def _words(text: str) -> str:
    """Alternation of the words of a text, `_` standing for a space, in the order given."""
    return "|".join(re.escape(word.replace("_", " ")) for word in text.split())


_GOVERNMENT = re.compile(
    r"\b(?:"
    + _words(
        """Ministry Department Dept Treasury Commission Agency Bureau Administration Authority Council Congress Senate
        House_of Parliament Court Government Federal_Reserve Central_Bank Reserve_Bank Bank_of_England Bank_of_Japan
        Bank_of_Korea Bank_of_Canada Bank_of_Russia Bank_of_Israel Bank_of_Thailand Bank_of_Mexico Bank_of_Italy
        Bank_of_France Bank_of_Spain Bank_of_Ghana Bank_of_Zambia Pentagon White_House Cabinet Secretariat Inspectorate
        Regulator Customs Office_of Directorate Legislature Assembly Navy Army Air_Force Police County Municipality"""
    )
    + r")\b"
)
_COMPANY = re.compile(
    r"\b(?:"
    + _words(
        """Inc Corp Corporation Co Company Ltd Limited PLC plc LLC LLP LP AG SE SA S.A NV N.V BV AB ASA Oyj SpA S.p.A
        GmbH KK Bhd Pte Pty Group Holdings Holding Partners Capital Ventures Bank Securities Motors Motor Energy
        Technologies Technology Systems Pharma Pharmaceuticals Pharmaceutical Therapeutics Airlines Airways Steel Mining
        Resources Petroleum Oil Gas Power Electric Insurance Industries Semiconductors Semiconductor Telecom Foods Media
        Shipping Logistics Chemicals Chemical"""
    )
    + r")\b\.?"
)
_ORGANIZATION = re.compile(
    r"\b(?:"
    + _words(
        """University Institute College School Association Federation Union Alliance Foundation Society Party
        Organization Organisation Forum Chamber_of_Commerce Exchange Committee Consortium Club Nations Network Coalition
        Academy Laboratory Laboratories"""
    )
    + r")\b"
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

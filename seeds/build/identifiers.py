"""Identifiers of securities: ISIN (ISO 6166) check digits and the ISINs that follow from a local code."""

from __future__ import annotations

import re

_ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")


def isin_check_digit(body: str) -> str:
    """Check digit of the first eleven characters of an ISIN (ISO 6166, modulus 10 double-add-double).

    >>> isin_check_digit("US037833100"), isin_check_digit("KR700593000")
    ('5', '3')
    """
    digits = "".join(str(int(char, 36)) for char in body)
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def is_isin(text: str) -> bool:
    """Whether a text is an ISIN with a right check digit.

    >>> is_isin("US0378331005"), is_isin("US0378331006")
    (True, False)
    """
    return _ISIN.fullmatch(text) is not None and isin_check_digit(text[:-1]) == text[-1]


def korean_isin(code: str) -> str | None:
    """ISIN of the common share of a Korean issuer; null for foreign issuers (9xxxxx) and preferred lines.

    >>> korean_isin("005930"), korean_isin("900140"), korean_isin("005935")
    ('KR7005930003', None, None)
    """
    if code.startswith("9") or not re.fullmatch(r"\d{5}0", code):
        return None
    body = f"KR7{code}00"
    return body + isin_check_digit(body)

"""Check digits of ISINs (ISO 6166)."""

from __future__ import annotations

import re

_FORM = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")


def is_isin(code: str) -> bool:
    """Whether the code has the form of an ISIN and its check digit (Luhn over letters as 10 to 35) holds.

    >>> is_isin("US0378331005"), is_isin("US0378331006")
    (True, False)
    """
    if not _FORM.fullmatch(code):
        return False
    digits = [int(d) for char in code for d in str(int(char, 36))]
    doubled = [2 * d if n % 2 else d for n, d in enumerate(reversed(digits))]
    return sum(d // 10 + d % 10 for d in doubled) % 10 == 0

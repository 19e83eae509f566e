"""Named groups of a match as fields."""

from __future__ import annotations

import re


def fields(match: re.Match[str]) -> dict[str, str]:
    """Groups that took part; of groups that differ in a trailing digit only, whichever did.

    >>> fields(re.match("(?P<year>a)|(?P<year2>b)", "b"))
    {'year': 'b'}
    """
    return {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value is not None}

"""Companies that a list joins: "Acme <ACM.N>, Boltco (1234) and Delvo", 艾可、博科与德沃."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Mention

_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]|<[^<>\n]*>")
_JOINT = re.compile(r"\s*(?:[、,，/&|]|,?\s?\band\b|和|与|與|及|以及)\s*|\s*")


def is_joint(between: str) -> bool:
    """Whether what stands between two names only joins them, brackets with other names and codes passed over.

    >>> is_joint(" <ACM.N> and "), is_joint(" owns ")
    (True, False)
    """
    return _JOINT.fullmatch(_BRACKETS.sub("", between)) is not None


def list_before(text: str, names: Sequence[Mention]) -> Sequence[Mention]:
    """The last of the names of a sentence, and those before it that a list joins to it."""
    first = len(names) - 1
    while first and is_joint(text[names[first - 1]["end"] : names[first]["start"]]):
        first -= 1
    return names[first:]


def list_from(text: str, names: Sequence[Mention]) -> Sequence[Mention]:
    """The first of the names of a sentence, and those behind it that a list joins to it."""
    last = 1
    while last < len(names) and is_joint(text[names[last - 1]["end"] : names[last]["start"]]):
        last += 1
    return names[:last]

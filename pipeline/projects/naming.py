"""Ids of projects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from pipeline.text.scripts import HAN, to_simplified

_RUN = re.compile(f"[{HAN}]+")
#: Long names are cut at a word.
_LENGTH = 48


def _pinyin(han: str) -> str:
    from pypinyin import lazy_pinyin  # its tables take half a second to load

    return " ".join(lazy_pinyin(to_simplified(han)))


def slug(name: str) -> str:
    """ASCII id of a name, Han in pinyin.

    >>> slug("$2bn Kulim (居林) plant")
    '2bn-kulim-ju-lin-plant'
    """
    spelled = _RUN.sub(lambda m: f" {_pinyin(m.group())} ", name)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    joined = ""
    for word in words:
        if joined and len(joined) + len(word) >= _LENGTH:
            break
        joined += f"-{word}" if joined else word[:_LENGTH]
    return joined or "project"


class Ids:
    """Gives out ids, none twice."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def unique(self, base: str) -> str:
        """`base`, or `base-2`, `base-3` … if it is taken.

        >>> Ids({"plant"}).unique("plant")
        'plant-2'
        """
        number = self._next.get(base, 1)
        found = base if number == 1 else f"{base}-{number}"
        while found in self._taken:
            number += 1
            found = f"{base}-{number}"
        self._next[base] = number + 1
        self._taken.add(found)
        return found

"""Legal forms at the end of companies' names, and what else a name may be called that is written with one."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.text.scripts import has_han

#: At the end of Latin names; full stops left out.
LATIN = frozenset(
    "Inc Incorporated Corp Corporation Co Company Ltd Limited PLC Plc plc LLC LLP LP AG SE SA NV BV AB ASA AS Oyj "
    "SpA GmbH KK Bhd Berhad Pte Pty KGaA Tbk SAB SAS Sdn PJSC JSC PCL NA S.A N.V S.p.A A/S".split()
)
#: At the end of Chinese names, the longest first.
HAN = (
    "股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "有限公司", "集团公司",
    "总公司", "株式会社", "公司",
)  # fmt: skip
_LATIN_KEYS = frozenset(form.lower() for form in LATIN)
#: Forms that are written now so, now so.
_SAME = (
    ("corp", "corporation"),
    ("inc", "incorporated"),
    ("ltd", "limited"),
    ("co", "company", "co ltd", "co., ltd", "company limited", "company, limited"),
)


def respelled(name_key: str) -> Iterator[str]:
    """Keys of the same name with its legal form written otherwise.

    Args:
        name_key: from `normalise.key`.

    >>> list(respelled("sharp corp.")), list(respelled("kaneka co., ltd."))[:2]
    (['sharp corp', 'sharp corporation'], ['kaneka co', 'kaneka company'])
    """
    name, form = _split(name_key)
    if form:
        for spelled in next((same for same in _SAME if form in same), (form,)):
            if f"{name} {spelled}" != name_key:
                yield f"{name} {spelled}"
    elif name != name_key:
        yield name


def without_form(name_key: str) -> Iterator[str]:
    """Keys of a name without its legal form, the longest first.

    >>> list(without_form("jg summit holdings, inc.")), list(without_form("jg summit"))
    (['jg summit holdings'], [])
    >>> list(without_form("蓝海控股有限公司"))
    ['蓝海控股有限', '蓝海控股', '蓝海']
    """
    if has_han(name_key):
        forms = (form for form in reversed(HAN) if name_key.endswith(form))
        yield from (name_key.removesuffix(form) for form in forms if len(name_key) - len(form) > 1)
    else:
        name, form = _split(name_key)
        if form:
            yield name


def _split(name_key: str) -> tuple[str, str]:
    """A Latin name and the words of its legal form, without commas and full stops."""
    words = name_key.removesuffix(".").split(" ")
    end = len(words)
    while end > 1 and words[end - 1].strip(".,") in _LATIN_KEYS:
        end -= 1
    name = " ".join(words[:end]).rstrip(",") if end < len(words) else name_key.removesuffix(".")
    return name, " ".join(word.strip(".,") for word in words[end:])

"""Legal forms at the end of companies' names, and what else a name may be called that is written with one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.text.scripts import has_han

#: At the end of Latin names.
LATIN = frozenset(
    "Inc Incorporated Corp Corporation Co Company Ltd Limited PLC Plc plc LLC LLP LP AG SE SA NV BV AB ASA AS Oyj "
    "SpA GmbH KK Bhd Berhad Pte Pty KGaA Tbk SAB SAS Sdn PJSC JSC PCL NA S.A N.V S.p.A A/S".split()
)
#: At the end of Chinese names; one that ends in another stands before it.
HAN = (
    "股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "有限公司", "集团公司",
    "总公司", "株式会社", "公司",
)  # fmt: skip
#: Of these a listed company has one or other in the news; 总公司 and a Chinese 集团公司 are other firms.
_HAN_ALIKE = HAN[:5]
#: Behind the name of any foreign firm in Chinese news; behind a Chinese name it tells of another firm.
COMPANY = "公司"
#: A form with full stops between its letters or behind them: n.v., s.p.a., co.
_DOTTED = "|".join(
    r"\.?".join(map(re.escape, form)) for form in sorted({f.lower().replace(".", "") for f in LATIN}, key=len)[::-1]
)
_END = re.compile(rf"(?<=[\w.)&'’-])(?:[ ,]+|(?<=\.))(?P<form>{_DOTTED})\.?$")
#: Forms that are written now so, now so.
_SAME = (
    ("corp", "corporation"),
    ("inc", "incorporated"),
    ("ltd", "limited"),
    ("bhd", "berhad"),
    ("co", "company", "co ltd", "co., ltd", "co.,ltd", "company limited", "company, limited"),
    ("co inc", "co., inc", "company inc"),
)
#: Forms that newspapers use for one another, above all of Asian and American firms; a plc, an AG, an AB is none.
_ALIKE = frozenset({"corp", "inc", "ltd", "co", "co inc"})


#: What names of American banks end in.
_BANKS = (" bancorp", " bancshares", " bancorporation")


def respelled(name_key: str) -> Iterator[str]:
    """Keys of the same name with its legal form, or the full stop at its end, written otherwise.

    Args:
        name_key: from `normalise.key`.

    >>> list(respelled("sharp corp."))
    ['sharp corp', 'sharp corporation', 'sharp corporation.']
    """
    name, form = split(name_key)
    spellings = [f"{name} {spelled}" for spelled in _alike(form)] if form else [name_key.removesuffix(".")]
    for spelling in spellings:
        yield from (s for s in (spelling, f"{spelling}.") if s != name_key)


def is_formal(name_key: str) -> bool:
    """Whether a Latin name is written out, with a legal form or what American banks have for one.

    >>> is_formal("acme copper ltd"), is_formal("first lake bancorp"), is_formal("acme copper")
    (True, True, False)
    """
    return bool(split(name_key)[1]) or name_key.endswith(_BANKS)


def without_form(name_key: str) -> Iterator[tuple[str, str]]:
    """Keys of a name without the end of its legal form, the longest first, each with what was taken off.

    >>> list(without_form("jg summit holdings, inc.")), list(without_form("jg summit"))
    ([('jg summit holdings', 'inc')], [])
    >>> list(without_form("kkr & co. inc."))
    [('kkr & co', 'inc'), ('kkr', 'co inc')]
    >>> list(without_form("蓝海控股有限公司")), list(without_form("道达尔公司"))
    ([('蓝海控股', '有限公司'), ('蓝海', '控股有限公司')], [('道达尔', '公司')])
    """
    if has_han(name_key):
        forms = [form for form in reversed(_HAN_ALIKE) if name_key.endswith(form)]
        forms = forms or [COMPANY] * name_key.endswith(COMPANY)
        yield from ((name_key.removesuffix(form), form) for form in forms if len(name_key) - len(form) > 1)
        return
    taken = ""
    while (end := _END.search(name_key)) is not None:
        taken = f"{end['form'].replace('.', '')} {taken}".strip()
        name_key = name_key[: end.start()].rstrip(" ,&.")
        yield name_key, taken


def may_be_one(taken: str, known: Iterable[str]) -> bool:
    """Whether a name with a legal form may be of a company whose names, as keys, are these: of one without a form, of
    one with the same, or with one that newspapers put for it.

    >>> may_be_one("ltd", ["volvo", "volvo ab"]), may_be_one("co", ["sharp", "sharp corporation"])
    (False, True)
    """
    if has_han(taken):
        return True
    own = {kind(form) for name in known if (form := split(name)[1])}
    return not own or kind(taken) in own or (kind(taken) in _ALIKE and bool(own & _ALIKE))


def _alike(form: str) -> tuple[str, ...]:
    return next((same for same in _SAME if form in same), (form,))


def kind(form: str) -> str:
    """One spelling for all of a form, as `split` gives it.

    >>> kind("limited"), kind("co ltd"), kind("plc")
    ('ltd', 'co', 'plc')
    """
    return _alike(form)[0]


def split(name_key: str) -> tuple[str, str]:
    """A Latin name, with an ampersand at its end, and the words of its legal form, without commas and full stops.

    >>> split("merck & co., inc."), split("jg summit")
    (('merck &', 'co inc'), ('jg summit', ''))
    """
    name, form = ([(name_key, "")] if has_han(name_key) else [(name_key, ""), *without_form(name_key)])[-1]
    return name + " &" * name_key[len(name) :].startswith(" &"), form

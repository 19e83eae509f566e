"""Shorter names that an article may use after the full one: without legal form and generic tail, surname alone."""

from __future__ import annotations

import re

from pipeline.kb import legal_forms
from pipeline.names import han_words, latin_words
from pipeline.names.name_types import looks_like_person
from pipeline.text.scripts import MIDDLE_DOTS, has_han, to_simplified

_PLACE = re.compile(
    r"^(?:中国|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|武汉|成都|西安|宁波|厦门|青岛|大连|合肥|长沙|无锡|东莞|佛山|珠海|济南|郑州|福州|江苏|浙江|广东|山东|福建|湖北|湖南|河北|河南|安徽|四川|"
    r"江西|陕西|山西|云南|贵州|广西|海南|辽宁|吉林|黑龙江|内蒙古|新疆|西藏|宁夏|青海|甘肃|香港|台湾|[^省市]{2,3}[省市])"
)
_WORD = re.compile(r"\S+")


def company_forms(name: str) -> list[str]:
    """Shorter forms of a company's name, longest first.

    >>> company_forms("Harbor Wind Technologies Co., Ltd."), company_forms("蓝海新能源科技股份有限公司")
    (['Harbor Wind Technologies', 'Harbor Wind'], ['蓝海新能源科技', '蓝海新能源', '蓝海'])
    """
    return _han_forms(name) if has_han(name) else _latin_forms(name)


def _latin_forms(name: str) -> list[str]:
    words = _WORD.findall(name)
    forms: list[str] = []
    while len(words) > 1:
        last = words[-1].strip(".,&()")
        if last in latin_words.CLIPPED:
            forms.append(" ".join([*words[:-1], latin_words.CLIPPED[last]]))
        if last not in legal_forms.LATIN and last not in latin_words.GENERIC_TAILS and last != "":
            break
        words.pop()
        while words and words[-1] in ("&", "and", "of"):
            words.pop()
        form = " ".join(words).rstrip(",")
        if last in legal_forms.LATIN and words and words[-1].strip(".,") in legal_forms.LATIN:
            continue
        if form and not _too_general(form):
            forms.append(form)
    return forms


def is_too_general(form: str) -> bool:
    """Whether a form is a word for many companies, or too short to be the name of one.

    >>> is_too_general("Energy"), is_too_general("银行"), is_too_general("蓝海")
    (True, True, False)
    """
    return _too_general_han(to_simplified(form)) if has_han(form) else _too_general(form)


def _too_general(form: str) -> bool:
    words = form.split()
    return all(w in latin_words.NOT_A_SHORT_FORM or w in latin_words.LINKERS for w in words) or len(form) < 3


def _han_forms(name: str) -> list[str]:
    simplified = to_simplified(name)
    end = len(name)
    forms: list[tuple[int, int]] = []
    for tail in legal_forms.HAN:
        if simplified.endswith(tail) and len(name) - len(tail) >= 2:
            end -= len(tail)
            forms.append((0, end))
            break
    while tail := next((t for t in han_words.GENERIC_TAILS if simplified[:end].endswith(t) and end - len(t) >= 2), ""):
        end -= len(tail)
        forms.append((0, end))
    place = _PLACE.match(simplified)
    start = place.end() if place else 0
    legal = bool(forms) and forms[0][1] < len(name) and simplified[forms[0][1] :] in legal_forms.HAN
    bare = [(start, e) for _, e in forms if legal and start and e - start >= 2]
    spans = sorted({*forms, *bare} - {(0, len(name))}, key=lambda s: (s[0] - s[1], s[0]))
    return [name[s:e] for s, e in spans if not _too_general_han(simplified[s:e])]


def _too_general_han(form: str) -> bool:
    return (
        form in han_words.NOT_A_SHORT_FORM
        or form in han_words.GENERIC_TERMS
        or form in han_words.GENERIC_TAILS
        or _PLACE.fullmatch(form) is not None
        or not has_han(form)
    )


def without_place(name: str) -> list[str]:
    """A Chinese company's name without the place before it, where that is two or three characters without a tail.

    >>> without_place("浙江鼎盛"), without_place("苏州蓝海电子")
    (['鼎盛'], [])
    """
    place = _PLACE.match(to_simplified(name))
    rest = name[place.end() :] if place else ""
    return [rest] if 2 <= len(rest) <= 3 and not _han_forms(rest) else []


def has_legal_form(name: str) -> bool:
    """Whether a company's name ends in its legal form.

    >>> has_legal_form("Acme Corp."), has_legal_form("蓝海股份有限公司"), has_legal_form("Acme Energy")
    (True, True, False)
    """
    if has_han(name):
        return to_simplified(name).endswith(legal_forms.HAN)
    return name.split()[-1].strip(".,()") in legal_forms.LATIN


def is_mere_tail(name: str, short: str) -> bool:
    """Whether a short form lost no more than a legal form or a word for a group.

    >>> is_mere_tail("SoftBank Group Corp.", "SoftBank"), is_mere_tail("万达商业", "万达")
    (True, False)
    """
    lost = name[len(short) :] if name.startswith(short) else name
    if has_han(name):
        return to_simplified(lost) in (*legal_forms.HAN, "集团", "控股", "股份", "控股集团", "集团控股")
    return all(w.strip(".,()&") in legal_forms.LATIN | {"Group", "Holding", "Holdings", ""} for w in lost.split())


def surnames(name: str) -> list[str]:
    """What may stand for a person alone: the last name, or the first where the family writes it first.

    >>> surnames("Jane Marie Doe"), surnames("Kim Dong-kwan"), surnames("Norman Chan Tak-lam"), surnames("雅克·杜邦")
    (['Doe'], ['Kim'], ['Chan'], ['杜邦'])
    >>> surnames("歐陽慧儀"), surnames("张雷")
    (['歐陽'], [])
    """
    if has_han(name):
        double = to_simplified(name[:2])
        if len(name) > 2 and double in han_words.DOUBLE_SURNAMES and double not in han_words.NOT_A_SURNAME_ALONE:
            return [name[:2]]
        last = re.split(f"[{MIDDLE_DOTS}]", name)[-1]
        return [last] if last != name and len(last) >= 2 else []
    words = [
        w
        for w in _WORD.findall(name)
        if w.rstrip(".") not in latin_words.TITLES and w not in ("Jr.", "Sr.", "III", "II")
    ]
    if len(words) < 2:
        return []
    if "-" in words[-1] and words[-1].split("-")[1][:1].islower():
        return [words[-2]]
    if words[0] in latin_words.SURNAME_FIRST and len(words) <= 3 and words[-1] not in latin_words.SURNAME_FIRST:
        return [words[0], words[-1]] if len(words) == 2 else [words[0]]
    particle = next((i for i in range(1, len(words)) if words[i].lower() in latin_words.PARTICLES), None)
    with_particle = [" ".join(words[particle:])] if particle is not None and particle < len(words) - 1 else []
    return [*with_particle, words[-1]] if len(words[-1].rstrip(".")) > 1 else with_particle


def family_names(name: str) -> list[str]:
    """What stands for a person in full: a surname, or the one Han character of it before 先生 and the like.

    >>> family_names("陸博濤"), family_names("歐陽慧儀"), family_names("Ann Lee")
    (['陸'], ['歐陽'], ['Lee'])
    """
    if known := surnames(name):
        return known
    simplified = to_simplified(name)
    whole = 2 <= len(name) <= 3 and all("\u4e00" <= c <= "\u9fff" for c in name)
    return [name[0]] if whole and simplified[0] in han_words.SURNAMES else []


def given_name(name: str) -> str:
    """The first word of a person's name in Latin letters; empty where it is short or the name is Chinese.

    >>> given_name("Raj Mehta"), given_name("J. Doe"), given_name("Dr. Raj Mehta"), given_name("张雷")
    ('Raj', '', 'Raj', '')
    """
    words = [w for w in _WORD.findall(name) if w.rstrip(".") not in latin_words.TITLES]
    return words[0] if len(words) > 1 and len(words[0].rstrip(".")) > 2 and not has_han(name) else ""


def is_full_name(name: str) -> bool:
    """Whether a person's name has more than a surname.

    >>> is_full_name("Jane Doe"), is_full_name("Doe"), is_full_name("张雷"), is_full_name("布林")
    (True, False, True, False)
    """
    if not has_han(name):
        return " " in name.strip()
    simplified = to_simplified(name)
    return "·" in simplified or looks_like_person(simplified)

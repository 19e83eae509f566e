"""Names that begin or end alike: what the longer one has more, and whether that tells an arm of the shorter one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.text.scripts import has_han

#: Characters of a Chinese place name, at least and at most.
_PLACE = range(2, 5)
#: What parts of a company are called.
_BRANCH = re.compile(r"(?:分公司|子公司|营业部|支行|分行|办事处|办公室|运营公司)$|\bbranch$")
#: No places of an arm, but words of many names: Meridian Pacific.
_OCEANS = frozenset({"pacific", "atlantic"})
_MARKS = "()（）[] "


def opening(form: str) -> str:
    """What a name and its beginning share at least: the first word, of a Chinese name two characters.

    >>> opening("acme copper"), opening("蓝海电子")
    ('acme', '蓝海')
    """
    return form[:2] if has_han(form) else form.partition(" ")[0]


def rest_of(whole: str, form: str) -> str | None:
    """What a name has behind another one that it begins with, null where it begins otherwise.

    >>> rest_of("acme copper", "acme"), rest_of("acmeville", "acme"), rest_of("蓝海电子", "蓝海")
    ('copper', None, '电子')
    """
    rest = whole[len(form) :]
    goes_on = not rest or has_han(form) or rest[0] == " "
    return rest.strip(_MARKS) if whole.startswith(form) and goes_on else None


def ending(form: str) -> str:
    """What a name and its ending share at least: the last word, of a Chinese name two characters.

    >>> ending("clean air act"), ending("彰化县环保局")
    ('act', '保局')
    """
    return form[-2:] if has_han(form) else form.rpartition(" ")[2]


def ends_in(whole: str, form: str) -> bool:
    """Whether a name ends in another one.

    >>> ends_in("clean air act", "air act"), ends_in("clean air pact", "act"), ends_in("彰化县环保局", "环保局")
    (True, False, True)
    """
    return len(whole) > len(form) and whole.endswith(form if has_han(form) else f" {form}")


def behind_place(form: str, base: KnowledgeBase) -> str | None:
    """A Chinese company's name without the place that it opens with, null without one; the longest place is meant."""
    ends = (n for n in reversed(_PLACE) if has_han(form) and len(form) - n >= 2 and _is_place(form[:n], base))
    return next((form[end:] for end in ends), None)


def is_branch(rest: str) -> bool:
    """Whether the rest of a name calls it a part of the company."""
    return _BRANCH.search(rest) is not None


def names_place(rest: str, base: KnowledgeBase) -> bool:
    """Whether the rest of a name has the name of a place: of a Chinese one at its beginning."""
    if has_han(rest):
        return any(_is_place(rest[:n], base) for n in _PLACE)
    return any(_is_place(words, base) for words in (rest, *rest.split()) if words not in _OCEANS)


def parts(rest: str) -> Iterator[str]:
    """Words of the rest, of a Chinese one all runs of characters, that may be names of others."""
    if has_han(rest):
        yield from (rest[start:end] for start in range(len(rest)) for end in range(start + 2, len(rest) + 1))
    else:
        yield from rest.split()


def _is_place(form: str, base: KnowledgeBase) -> bool:
    return base.is_name_of(form, {"LOCATION"})

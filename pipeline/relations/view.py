"""A sentence with its names put as single characters, so that frames can be regular expressions over typed slots.

`Acme agreed to buy Bolt` becomes `C agreed to buy C`, where each C is one private-use character that stands for a
company. Every character of a view knows its offset in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.text.scripts import HAN, to_simplified

#: Types in the order of their characters, U+E000 and up; a project is one too, and money stands as ¤.
TYPES = ("COMPANY", "GOVERNMENT", "ORGANIZATION", "PERSON", "LOCATION", "POLICY", "PRODUCT", "PROJECT")
CHARACTERS = {name: chr(0xE000 + i) for i, name in enumerate(TYPES)}
NODE = f"[{CHARACTERS[TYPES[0]]}-{CHARACTERS[TYPES[-1]]}]"
_MONEY = "¤"
BODIES = CHARACTERS["COMPANY"] + CHARACTERS["GOVERNMENT"] + CHARACTERS["ORGANIZATION"]
#: Before a company of somebody's; what 与 or 及 joins to it is another party (24 of 24 in gold of train).
_OWNED = ("旗下", "旗下的", "下属", "下属的", "控股的", "子公司", "附属公司", "孙公司", "上市公司")


def _lists(kind: str, like: str) -> re.Pattern[str]:
    """Lists of names of one class, as "A, B and C", A、B和C; `like` may stand before each but the first."""
    names = f"[{kind}](?:(?:, ?|、){like}[{kind}]){{0,30}}"
    words = f",? (?:and|&|as well as) {like}|、|和|以及"
    last = rf"{like}[{kind}](?:等)?(?!['’]s\b)"
    owned, free = ("|".join(f"(?<={w})" for w in _OWNED), "".join(f"(?<!{w})" for w in _OWNED))
    return re.compile(f"(?:{owned}){names}(?:{words}){last}|{free}{names}(?:{words}|与|及){last}", re.IGNORECASE)


_LISTS = (_lists(BODIES, r"(?:the |its )?"), _lists(CHARACTERS["PERSON"], ""))
_INTRODUCED = "|".join(f"(?<={word} )" for word in ("include", "includes", "included", "including", "such as", "like"))
#: Lists without a last "and" of their own: "A, B and others", "such as A, B.".
_OPEN_LISTS = tuple(
    re.compile(f"{before}[{BODIES}](?:, ?(?:the |its )?[{BODIES}]){{1,30}}(?={behind})", re.IGNORECASE)
    for before, behind in (
        ("", r",? (?:and|among) (?:\w+ ){0,2}(?:others|more)\b|,? etc\b"),
        (f"(?:{_INTRODUCED})", r"[.;)]|$"),
    )
)
#: Places: a chain from site to country ("Columbus, Mississippi", 吉林四平) or a list; what is there is in each of them.
_PLACES = re.compile(f"{CHARACTERS['LOCATION']}(?:(?:, ?| and |, and |、|和|及|以及|的)?{CHARACTERS['LOCATION']})+")
#: Marks beside Han characters that many pages write in half width; frames know those of full width.
_HALF_WIDTH = re.compile(f"(?<=[{HAN}])[,;:!?]|[,;:!?](?=\\s?[{HAN}])")
_FULL_WIDTH = dict(zip(",;:!?", "，；：！？", strict=True))
_BRACKETS = re.compile(r"[ \u00a0]?[(（\[【][^()（）\[\]【】]{0,80}[)）\]】]")
#: The country or town of the body right behind it: 德国 of 收购德国默克.
_ATTRIBUTE = re.compile(f"{CHARACTERS['LOCATION']}(?=[{BODIES}])")
#: What stands between a subject and its verb, set off by commas.
_ASIDE = re.compile(
    r",\s(?:an?|the|its|which|who|whose|formerly|owned|led|backed|chaired|known|based|part|once|now|home|maker|owner|operator|"
    r"developer|along|together|alongside|including|through|via|citing|according)\s[^,;.]{1,110},(?=\s)"
    r"|\s[—–]\s[^—–;.]{1,90}\s[—–](?=\s)"
)


@dataclass(frozen=True, slots=True)
class Node:
    """One name, or several of a list, with the type of the first; `ids` are entity or project ids."""

    type: str
    ids: tuple[str, ...]
    types: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class View:
    """`string` with one offset and one node (or none) a character."""

    string: str
    offsets: tuple[int, ...]
    nodes: tuple[Node | None, ...]
    end: int

    def node(self, at: int) -> Node:
        """The node at a position that `NODE` matched."""
        found = self.nodes[at]
        if found is None:
            raise ValueError(f"no node at {at}")
        return found

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the article of a stretch of the view."""
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def build(text: str, start: int, end: int, nodes: Sequence[Node]) -> View:
    """View of `text[start:end]`; `nodes` are sorted and do not overlap. Brackets are left out, lists drawn together.

    >>> a = Node("COMPANY", ("acme",), ("COMPANY",), 0, 4)
    >>> b = Node("COMPANY", ("bolt",), ("COMPANY",), 9, 13)
    >>> view = build("Acme and Bolt merge", 0, 19, [a, b])
    >>> view.string[1:], view.node(0).ids
    (' merge', ('acme', 'bolt'))
    """
    simple = _HALF_WIDTH.sub(lambda m: _FULL_WIDTH[m[0]], to_simplified(text[start:end]))
    chars: list[str] = []
    offsets: list[int] = []
    held: list[Node | None] = []
    at = start
    for node in nodes:
        _plain(simple, start, at, node.start, chars, offsets, held)
        chars.append(_MONEY if node.type == "MONEY" else CHARACTERS[node.type])
        offsets.append(node.start)
        held.append(None if node.type == "MONEY" else node)
        at = node.end
    _plain(simple, start, at, end, chars, offsets, held)
    view = View("".join(chars), tuple(offsets), tuple(held), end)
    view = cut(view, _BRACKETS)
    for pattern in (*_OPEN_LISTS, *_LISTS, _PLACES):
        view = _collapse(view, pattern)
    return view


def _plain(
    simple: str, base: int, start: int, end: int, chars: list[str], offsets: list[int], held: list[Node | None]
) -> None:
    for offset in range(start, end):
        char = simple[offset - base]
        chars.append("；" if char == "\u3000" else " " if char.isspace() or "\ue000" <= char <= "\uf8ff" else char)
        offsets.append(offset)
        held.append(None)


def cut(view: View, pattern: re.Pattern[str]) -> View:
    """The view without what `pattern` matches."""
    keep = [True] * len(view.string)
    for match in pattern.finditer(view.string):
        keep[match.start() : match.end()] = [False] * (match.end() - match.start())
    return view if all(keep) else _keep(view, [i for i, k in enumerate(keep) if k])


def without_asides(view: View) -> View:
    """The view without appositions and relative clauses between commas or dashes."""
    return cut(view, _ASIDE)


def without_attributes(view: View) -> View:
    """The view without places that only say where a body is from.

    >>> nodes = [Node(t, (t,), (t,), i, i + 2) for t, i in (("COMPANY", 0), ("LOCATION", 4), ("COMPANY", 6))]
    >>> len(without_attributes(build("奥林收购德国默克", 0, 8, nodes)).string)
    4
    """
    return cut(view, _ATTRIBUTE)


def _keep(view: View, indexes: Iterable[int]) -> View:
    kept = list(indexes)
    return View(
        "".join(view.string[i] for i in kept),
        tuple(view.offsets[i] for i in kept),
        tuple(view.nodes[i] for i in kept),
        view.end,
    )


def _collapse(view: View, pattern: re.Pattern[str]) -> View:
    merged: dict[int, Node] = {}
    dropped: set[int] = set()
    for match in pattern.finditer(view.string):
        members = [n for n in view.nodes[match.start() : match.end()] if n is not None]
        first, last = members[0], members[-1]
        ids = tuple(i for n in members for i in n.ids)
        types = tuple(t for n in members for t in n.types)
        merged[match.start()] = Node(first.type, ids, types, first.start, last.end)
        dropped.update(range(match.start() + 1, match.end()))
    if not merged:
        return view
    nodes = tuple(merged.get(i, n) for i, n in enumerate(view.nodes))
    return _keep(
        View(view.string, view.offsets, nodes, view.end), [i for i in range(len(view.string)) if i not in dropped]
    )

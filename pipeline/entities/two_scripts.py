"""Two names side by side that were read as one: a Latin and a Han one, two people, or two that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.entities.candidates import Candidate
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.ontology import BODIES
from pipeline.text.scripts import HAN, MIDDLE_DOTS, has_han

_SPACE = re.compile(f"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
_LATIN = r"[A-Za-z][\w.&'’/-]*(?: [\w.&'’/-]+)*"
_HAN = f"[\u4e00-\u9fff][\u4e00-\u9fff{MIDDLE_DOTS}（）()]+"
_PAIR = re.compile(rf"(?P<latin>{_LATIN}) (?P<han>{_HAN})|(?P<first>{_HAN}) (?P<second>{_LATIN})")
#: Types of names that are parted at such a seam.
_GLUED = BODIES | {"LOCATION"}
_HAN_ALONE = f"[\u4e00-\u9fff{MIDDLE_DOTS}]+"
#: Where a Latin word and a Han one meet with nothing between them.
_SEAM = re.compile("(?<=[A-Za-z0-9.])(?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff]{2})(?=[A-Za-z])")
_GLOSSED = re.compile(
    rf"(?P<latin>{_LATIN}) ?[(（](?P<han>{_HAN_ALONE})[)）]|(?P<first>{_HAN_ALONE}) ?[(（](?P<second>{_LATIN})[)）]"
)
#: Two contacts of a release: Ann Lee/Bo Poe.
_PEOPLE = re.compile(
    r"(?P<first>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*)+) ?[/／] ?(?P<second>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*)+)"
)


def halves(text: str, read: Candidate) -> Iterator[Candidate]:
    """The two names of a candidate that a space, a bracket or, of people, a stroke parts, else the candidate.

    Of 85,000 mentions in gold of train, one has a space between a Latin and a Han word, and none a name of the one
    script with one of the other in brackets behind it; no person's has a stroke.

    >>> [(c.start, c.end) for c in halves("Orinda Asia 欧林达亚洲", Candidate(0, 17, "COMPANY", "encoder", 0.9))]
    [(0, 11), (12, 17)]
    """
    pair = _GLOSSED.fullmatch(text, read.start, read.end) or _PAIR.fullmatch(text, read.start, read.end)
    if pair is None and read.type == "PERSON":
        pair = _PEOPLE.fullmatch(text, read.start, read.end)
    if pair is None:
        yield read
        return
    for group in ("latin", "han", "first", "second"):
        if pair.groupdict().get(group) is not None:
            yield replace(read, start=pair.start(group), end=pair.end(group))


def glued_names(text: str, read: Candidate, base: KnowledgeBase) -> Iterator[Candidate]:
    """The two names of a candidate where scripts meet without a space: both of one row, or a place and what is there.

    So are in gold of train 61 of 63 of the first kind (Honda|本田) and 608 of 633 of the second (法国|GTT).

    >>> from pipeline.kb.knowledge_base import load
    >>> [(c.start, c.end, c.type) for c in glued_names("法国GTT", Candidate(0, 5, "COMPANY", "encoder", 0.9), load())]
    [(0, 2, 'LOCATION'), (2, 5, 'COMPANY')]
    """
    for seam in _SEAM.finditer(text, read.start, read.end) if read.type in _GLUED else ():
        left, right = text[read.start : seam.start()], text[seam.start() : read.end]
        whole, first, second = ({n.kb_id for n in base.by_name(name)} for name in (left + right, left, right))
        if first & second:
            yield from (replace(read, end=seam.start()), replace(read, start=seam.start()))
            return
        placed = has_han(left) and base.is_name_of(left, {"LOCATION"}) and not base.is_name_of(left, BODIES)
        if placed and (not whole or whole & second):
            rows = tuple(sorted(row for row in first if read.kb))
            yield from (replace(read, end=seam.start(), type="LOCATION", kb=rows), replace(read, start=seam.start()))
            return
    yield read


def known_bodies(text: str, read: Candidate, base: KnowledgeBase) -> Iterator[Candidate]:
    """The bodies that sign a notice together, each known, of a candidate that took them for one; else the candidate.

    No name of a body in gold of train has a space between Han characters: 国家发展改革委 国家能源局.
    """
    spaces = list(_SPACE.finditer(text, read.start, read.end)) if read.type in BODIES else []
    starts = [read.start, *(space.end() for space in spaces)]
    ends = [*(space.start() for space in spaces), read.end]
    parts = list(zip(starts, ends, strict=True))
    if all(base.is_name_of(text[start:end], BODIES) for start, end in parts):
        for start, end in parts:
            yield replace(read, start=start, end=end)
    else:
        yield read

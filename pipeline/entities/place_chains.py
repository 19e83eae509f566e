"""Han places that a tagger reads as one where an address names a place within a place: 重庆市|长寿区|齐心大道25号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.entities.candidates import Candidate
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.text.scripts import HAN

#: A place of a higher level before one of a lower level: 重庆市|长寿区. A new area (烟台市黄渤海新区) is of no level.
_LINK = re.compile(
    f"(?P<whole>[{HAN}]{{1,7}}?(?:[省市]|自治[区區]))[{HAN}]{{1,5}}(?:[县縣市旗镇鎮乡鄉]|(?<![新园園发發港业業])[区區])"
)


def single_places(text: str, read: Candidate, base: KnowledgeBase) -> Iterator[Candidate]:
    """The places of a chain, each by itself; any other candidate as it is.

    In gold of train such chains are apart 500 times and one name 12 times.

    Args:
        base: which must know the place that the others lie in.
    """
    while read.type == "LOCATION" and (cut := _first_link(text[read.start : read.end], base)):
        yield replace(read, end=read.start + cut)
        read = replace(read, start=read.start + cut)
    yield read


def _first_link(name: str, base: KnowledgeBase) -> int:
    """Length of the place that the others of a chain lie in; 0 if the name is no chain."""
    link = _LINK.match(name)
    if link is None or _is_place(name, base) or not _is_place(link["whole"], base):
        return 0
    return link.end("whole")


def _is_place(name: str, base: KnowledgeBase) -> bool:
    return base.is_name_of(name, {"LOCATION"})

"""Phrases of facilities at one place, far apart in the text, that nothing else in them tells apart: an item of the list
at its head ("zinc smelter in Tennessee") and the section below ("$7.4 billion smelter in Clarksville, Tennessee").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

from spacy.tokens import Doc

from pipeline.projects.clustering import MOST, Pair, numbered_apart, tells_apart, terms
from pipeline.projects.heads import head
from pipeline.projects.lexicon import SIGNS
from pipeline.projects.other_names import COMPANY, named
from pipeline.text.scripts import to_simplified

#: What any facility may be called.
_GENERIC = frozenset(
    """plant factory project site facility gigafactory campus complex development scheme centre center billion million
    工厂 项目 基地 建厂 新建 电站 园区""".split()
)
#: Words of what is done to a facility, is a part of it or tells whom it serves.
_PART = re.compile(
    r"\b(?:stakes?|shares?|extension|expan\w+|phase|stage|part|sale|third|half|survey|study|lines?|upgrade|restart|"
    r"closure|conversion|for|contract|suppl\w+|order|loan|financing|works|building|hall|unit|block|train)\b"
    r"|股|扩|[一二三四五]期|包|维|合同|工程|线|号|卖|出售|收购|贷款|改造|技改"
)
_NUMBER = re.compile(r"[\d$€£]")


def one_site(doc: Doc) -> set[Pair]:
    """Pairs of the first `MOST` of `doc._.project_mentions`, lower index first, that are told of one facility.

    In gold of train 32 of 33 such pairs of names that stand more than 700 characters apart are of one project, and 42
    of 48 nearer ones, which the encoder scores itself.
    """
    rows = {e["entity_id"]: e["kb_id"] or "" for e in doc._.entities}
    sites = []
    for number, mention in enumerate(doc._.project_mentions[:MOST]):
        text = to_simplified(mention["text"]).casefold()
        kind = head(mention["text"], SIGNS)
        if kind is not None and kind.kind == "facility" and not _PART.search(text):
            names = named(doc, mention, rows)
            if names.keys() - {COMPANY}:
                sites.append((number, text, names))
    places = {entity["entity_id"]: _words(doc, entity["mentions"]) for entity in doc._.entities}
    return {
        (first, second)
        for (first, one, here), (second, other, there) in combinations(sites, 2)
        if _share_a_place(here, there) and _alike(one, other, _of(places, here) | _of(places, there))
    }


def _share_a_place(here: Mapping[str, set[str]], there: Mapping[str, set[str]]) -> bool:
    """Whether two phrases name one place, and neither a place nor a company where the other names others."""
    one, other = (set().union(*(ids for kind, ids in names.items() if kind != COMPANY)) for names in (here, there))
    firms = here.get(COMPANY, set()), there.get(COMPANY, set())
    return (one <= other or other <= one) and bool(one & other) and not (all(firms) and firms[0].isdisjoint(firms[1]))


def _alike(one: str, other: str, places: frozenset[str]) -> bool:
    """Whether what two phrases say beside places, sums and generic words is partly the same, or one says nothing."""
    if numbered_apart(one, other) or tells_apart(one, other):
        return False
    left, right = ({w for w in terms(text) - places - _GENERIC if not _NUMBER.search(w)} for text in (one, other))
    return not (left and right) or bool(left & right)


def _of(places: Mapping[str, frozenset[str]], names: Mapping[str, set[str]]) -> frozenset[str]:
    return frozenset().union(*(places[entity] for ids in names.values() for entity in ids))


def _words(doc: Doc, mentions: list[int]) -> frozenset[str]:
    texts = {to_simplified(doc._.mentions[index]["text"]).casefold() for index in mentions}
    return frozenset().union(*map(terms, texts))

"""The sums of money that are a project's own: its price, budget or size."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.document import Amount, PairScore, text_of

#: Money is a project's own from this logit of its best pair of spans.
OWN_AMOUNT = 0.0
#: Before a sum that is a company's: of 480 such sums in gold of train one is a project's.
_OF_COMPANY = re.compile(
    r"(?:(?:[净淨营營]?利[润潤]?|[营營]收|收入|[总總]?市值|[罚罰]款|[资資][产產]|[负負][债債]|[产產]值|[税稅]收|投[后後前]估值)"
    r"(?:[约約达達近逾超为為是]|[超达達]?[过過到]){0,2}\s?"
    r"|\b(?:profits?|loss|revenues?|sales|dividends?|fine) of (?:about |around |nearly |some |more than |over )?"
    r"|\bearned )$"
)
#: Before the sum of one phase of several, which is not that of the whole: in gold of train none of 9 is.
_OF_PHASE = re.compile(r"(?:其中|分[两兩二三四]期(?:[实實]施|建[设設])[，,。])[一二三首]期\D{0,9}$")
_NUMBERED = re.compile(r"[一二三四首]期|phase", re.IGNORECASE)
_REACH = 30
#: Between a sum and the same in another currency; in gold of train all 72 such are one project's with it.
_OR = re.compile(
    r"\s?[（(](?:[约約]合?|折合|相[当當][于於]|about |around |approximately |roughly |some |or |equivalent to )?"
    r"|,? or (?:about |around |roughly |some |nearly )?|[，,](?:[约約]合|折合|相[当當][于於])",
    re.IGNORECASE,
)


def own_amounts(scores: Sequence[PairScore]) -> dict[int, set[int]]:
    """Indexes of the amounts that belong to each project mention."""
    odds: dict[tuple[int, int], float] = defaultdict(float)
    for score in scores:
        (slot, index), (other, amount) = score["subject"], score["object"]
        if slot == "project_mentions" and other == "amounts" and "has_amount" in score["labels"]:
            odds[index, amount] += math.exp(score["labels"]["has_amount"])
    found: dict[int, set[int]] = defaultdict(set)
    for (index, amount), value in odds.items():
        if value > math.exp(OWN_AMOUNT):
            found[index].add(amount)
    return found


def sums_of(doc: Doc, own: Set[int], members: Set[int], names: Sequence[str]) -> list[int]:
    """The first mention of each sum, so that a total over a project's amounts counts none twice.

    What a company earns, owes, owns or is worth is no project's, nor is what one phase costs the whole's, nor what
    stands in another's name (1,810 of 1,816 such sums in gold of train are the named project's alone, or that of its
    part or whole). With a sum goes the same in another currency.

    Args:
        own: indexes of the amounts that the encoder takes for the project's.
        members: indexes of the project's phrases.
        names: of the project.
    """
    text, amounts = text_of(doc), doc._.amounts
    firsts: dict[tuple[float, float | None, str], int] = {}
    numbered = any(map(_NUMBERED.search, names))
    others = [m for i, m in enumerate(doc._.project_mentions) if i not in members]
    kept = set()
    for index in own:
        if any(m["start"] <= amounts[index]["start"] < m["end"] for m in others):
            continue
        before = (max(0, amounts[index]["start"] - _REACH), amounts[index]["start"])
        of_phase = len(own) > 1 and not numbered and _OF_PHASE.search(text, *before)
        if not _OF_COMPANY.search(text, *before) and not of_phase:
            kept.add(index)
    for one, other in _equivalents(text, amounts) if kept else ():
        if not kept.isdisjoint((one, other)):
            kept |= {one, other}
    for index in sorted(kept):
        amount = amounts[index]
        firsts.setdefault((amount["value"], amount["max"], amount["currency"]), index)
    return list(firsts.values())


def _equivalents(text: str, amounts: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    """Indexes of neighbours of which the second tells the first in another currency."""
    for index, (one, other) in enumerate(pairwise(amounts)):
        if one["currency"] != other["currency"] and _OR.fullmatch(text, one["end"], other["start"]):
            yield index, index + 1

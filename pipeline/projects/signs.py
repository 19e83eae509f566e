"""What speaks for a group of phrases being an undertaking that the article reports: the features of its confidence."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc

from pipeline.confidence import Features, logit
from pipeline.document import PairScore, ProjectMention
from pipeline.projects.clustering import Pair
from pipeline.projects.heads import head
from pipeline.projects.lexicon import SIGNS
from pipeline.text.scripts import HAN

#: Log odds of what the encoder left out as unlikely.
UNLIKELY = -7.0
#: Letters that one Han character counts for: names in gold of train are 22 letters long, or 6.6 characters.
_HAN_LETTERS = 3
_HAN = re.compile(f"[{HAN}]")


def group_signs(doc: Doc, groups: Sequence[Sequence[int]], same: Mapping[Pair, float]) -> list[Features]:
    """Of each group of phrases, in the order of their first, what scores, words and the groups before it say.

    Args:
        same: log odds that two phrases, lower index first, are for one project.
    """
    mentions: list[ProjectMention] = doc._.project_mentions
    titles = [b for b in doc._.blocks if b["kind"] == "title"]
    led, placed = _ties(doc._.pair_scores)
    found = []
    for members, again in zip(groups, _repeats(groups, same), strict=True):
        own = [mentions[i] for i in members]
        found.append(
            {
                "score": logit(max(m["score"] for m in own)),
                "mean": sum(logit(m["score"]) for m in own) / len(own),
                "phrases": math.log(len(own)),
                "title": float(any(b["start"] <= m["start"] < b["end"] for b in titles for m in own)),
                "noun": float(any(head(m["text"], SIGNS) for m in own)),
                "length": math.log(max(letters(m["text"]) for m in own)),
                "led": max(led.get(i, UNLIKELY) for i in members),
                "placed": max(placed.get(i, UNLIKELY) for i in members),
                "again": again,
            }
        )
    return found


def letters(text: str) -> int:
    """Length in Latin letters, for which a Han character counts more.

    >>> letters("steel plant"), letters("钢厂")
    (11, 6)
    """
    return len(text) + (_HAN_LETTERS - 1) * len(_HAN.findall(text))


def _ties(scores: Iterable[PairScore]) -> tuple[dict[int, float], dict[int, float]]:
    """By phrase, the log odds of the likeliest of who leads it, and of where it lies."""
    led: dict[int, float] = {}
    placed: dict[int, float] = {}
    for score in scores:
        (subject_slot, subject), (object_slot, object_) = score["subject"], score["object"]
        if object_slot == "project_mentions" and "leads" in score["labels"]:
            led[object_] = max(led.get(object_, UNLIKELY), score["labels"]["leads"])
        if subject_slot == "project_mentions" and "located_in" in score["labels"]:
            placed[subject] = max(placed.get(subject, UNLIKELY), score["labels"]["located_in"])
    return led, placed


def _repeats(groups: Sequence[Sequence[int]], same: Mapping[Pair, float]) -> list[float]:
    """Of each group, the mean log odds that its phrases are for the project of an earlier group, of the likeliest one.

    >>> _repeats([[0, 2], [1], [3]], {(0, 1): -1.0, (1, 2): -2.0, (1, 3): -4.0})
    [-7.0, -1.5, -4.0]
    """
    owners = {i: number for number, members in enumerate(groups) for i in members}
    between: dict[Pair, list[float]] = defaultdict(list)
    for (first, second), log_odds in same.items():
        if first in owners and second in owners and owners[first] != owners[second]:
            between[min(owners[first], owners[second]), max(owners[first], owners[second])].append(log_odds)
    found = [UNLIKELY] * len(groups)
    for (_, later), values in between.items():
        found[later] = max(found[later], sum(values) / len(values))
    return found

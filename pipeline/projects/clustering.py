"""One record an undertaking: phrases that name the same one are put together, definite descriptions point back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.projects.lexicon import word_set, words
from pipeline.projects.selection import THRESHOLD, Scored
from pipeline.text.scripts import CJK, has_han, to_simplified

_WORD = re.compile(r"[a-z0-9][a-z0-9.&-]*")
_ORDINALS = (
    (re.compile(r"\b(?:first|phase (?:one|1|i)|unit one)\b|一期|第一|首", re.IGNORECASE), 1),
    (re.compile(r"\b(?:second|phase[- ](?:two|2|ii)|unit two)\b|二期|第二", re.IGNORECASE), 2),
    (re.compile(r"\b(?:third|phase[- ](?:three|3|iii))\b|三期|第三", re.IGNORECASE), 3),
    (re.compile(r"\b(?:fourth|phase[- ](?:four|4|iv))\b|四期|第四", re.IGNORECASE), 4),
)
#: Kinds that a description of another kind may resolve to: "the deal" for an acquisition, "the plan" for a plant.
_GENERIC_FOR = {
    "acquisition": frozenset({"acquisition", "divestment", "joint_venture", "financing", "contract"}),
    "facility": frozenset({"facility", "infrastructure", "programme"}),
    "programme": frozenset({"programme", "facility", "infrastructure", "research", "product", "acquisition"}),
    "contract": frozenset({"contract", "joint_venture"}),
    "infrastructure": frozenset({"infrastructure", "facility"}),
    "listing": frozenset({"listing"}),
    "financing": frozenset({"financing"}),
    "divestment": frozenset({"divestment", "acquisition"}),
    "joint_venture": frozenset({"joint_venture"}),
    "research": frozenset({"research"}),
    "product": frozenset({"product"}),
}
#: A phrase joins one of the last so many projects; a bound on the time that long texts take.
RECENT = 100


@dataclass
class Cluster:
    """The phrases of one undertaking, as indexes into the list of scored phrases, and what they share."""

    kind: str
    members: list[int] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    amounts: set[float] = field(default_factory=set)
    ordinals: set[int] = field(default_factory=set)


def cluster(text: str, scored: Sequence[Scored], amount_value: Callable[[int], float]) -> list[Cluster]:
    """Clusters in the order of their first phrase. Phrases below the threshold only join, they open nothing."""
    clusters: list[Cluster] = []
    for index, item in enumerate(scored):
        if item.points_back:
            target = _antecedent(text, item, clusters)
        else:
            features = _features(text, item, amount_value)
            target = next((c for c in reversed(clusters[-RECENT:]) if _same(c, features)), None)
            if target is None and item.score >= THRESHOLD:
                target = Cluster(item.phrase.head.kind)
                clusters.append(target)
            if target is not None:
                _merge(target, features)
        if target is not None:
            target.members.append(index)
    return clusters


def _antecedent(text: str, item: Scored, clusters: Sequence[Cluster]) -> Cluster | None:
    clusters = clusters[-RECENT:]
    head = _head(text, item)
    same_head = next((c for c in reversed(clusters) if head in c.heads), None)
    if same_head is not None:
        return same_head
    kinds = _GENERIC_FOR[item.phrase.head.kind]
    if head in word_set("generic") or (has_han(head) and words("zh", "generic").fullmatch(head)):
        return next((c for c in reversed(clusters) if c.kind in kinds), None)
    if head not in word_set("anaphor") and not has_han(head):
        return None
    return next((c for c in reversed(clusters) if c.kind == item.phrase.head.kind), None)


def _features(text: str, item: Scored, amount_value: Callable[[int], float]) -> Cluster:
    phrase = item.phrase
    name = text[phrase.start : phrase.end]
    parties = {m["entity"] or m["text"] for m in item.inner}
    if item.possessor is not None:
        parties.add(item.possessor["entity"] or item.possessor["text"])
    return Cluster(
        phrase.head.kind,
        tokens=_tokens(name, text[phrase.head_start : phrase.head_end]),
        heads={_head(text, item)},
        parties=parties,
        amounts={amount_value(i) for i in item.amounts},
        ordinals={number for pattern, number in _ORDINALS if pattern.search(name)},
    )


def _head(text: str, item: Scored) -> str:
    words_of_head = to_simplified(text[item.phrase.head_start : item.phrase.head_end]).lower()
    return words_of_head if has_han(words_of_head) else words_of_head.split()[-1].rstrip("s")


def _tokens(name: str, head: str) -> set[str]:
    """Content words of a name without its head; for Han text pairs of characters."""
    name = to_simplified(name).lower()
    rest = name.replace(to_simplified(head).lower(), " ", 1)
    found = {w for w in _WORD.findall(rest) if w not in word_set("stop") and len(w) > 1}
    for run in re.findall(f"[{CJK}]+", rest):
        found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found


def _same(old: Cluster, new: Cluster) -> bool:
    if new.kind not in _GENERIC_FOR[old.kind] and old.kind not in _GENERIC_FOR[new.kind]:
        return False
    if old.ordinals and new.ordinals and not old.ordinals & new.ordinals:
        return False
    if old.amounts and new.amounts and not old.amounts & new.amounts:
        return False
    if old.amounts & new.amounts:
        return True
    same_head = bool(old.heads & new.heads)
    if same_head and new.tokens and (new.tokens <= old.tokens or (old.tokens and old.tokens <= new.tokens)):
        return True
    shared_parties = old.parties & new.parties
    shared_tokens = old.tokens & new.tokens
    if same_head and shared_parties and not (new.parties - old.parties and old.parties - new.parties):
        return bool(shared_tokens) or not new.tokens or not old.tokens
    smaller = min(len(old.tokens), len(new.tokens))
    return smaller > 0 and len(shared_tokens) >= 2 and len(shared_tokens) * 2 > smaller and old.kind == new.kind


def _merge(old: Cluster, new: Cluster) -> None:
    old.tokens |= new.tokens
    old.heads |= new.heads
    old.parties |= new.parties
    old.amounts |= new.amounts
    old.ordinals |= new.ordinals

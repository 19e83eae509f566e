"""Who stands left and right of a verb: the subject and object of a trigger in a view, in both languages."""

from __future__ import annotations

import re

from pipeline.relations import argument_patterns as patterns
from pipeline.relations.view import NODE

#: A subject stands at most this many characters before its verb; a bound on the time that long sentences take.
REACH = 300
#: The chain of auxiliaries before a verb is no longer than this.
_CHAIN_REACH = 120
#: A Han clause with more than this many characters beside adverbs has a subject of its own, named or not.
_OWN_SUBJECT = 6


def subject(string: str, at: int, language: str) -> int | None:
    """Position of the name that is the subject of the verb at `at`, null if another noun is.

    Right before the verb chain ("Acme has agreed to buy", 乙收购 of 甲称乙收购丙), or else the name that opens the
    clause, where the verb is joined to an earlier one ("Acme will build … and operate …").
    """
    return _han_subject(string, at) if language == "zh" else _latin_subject(string, at)


def _latin_subject(string: str, at: int) -> int | None:
    floor = _floor(patterns.LATIN_EDGE, string, at)
    chain = patterns.CHAIN.search(string, max(floor, at - _CHAIN_REACH), at)
    before = chain.start() if chain else at
    if before > floor and re.match(NODE, string[before - 1]):
        heads = _heads(string, before - 1, floor, string[before:at])
        return before - 1 if heads else _opener(string, floor, before - 1)
    if patterns.CONJOINED.search(string, max(floor, at - 8), at) or patterns.PRONOUN.search(string, before, at):
        return _opener(string, floor, at)
    return None


def opens(string: str, at: int) -> bool:
    """Whether a statement may begin at `at`: a name there is no complement of a preposition, or a possessor, or it is
    what is said of that very name ("to Bolt, a unit of Acme").

    >>> opens("at \ue000 rose", 3), opens("at \ue000's rise", 3), opens("at \ue000, which rose", 3)
    (False, True, True)
    """
    if patterns.HAN_LISTENER.match(string, max(0, at - 1)):
        return False
    if patterns.ATTRIBUTE.match(string, at + 1):
        return True
    owns = string[at + 1 : at + 2] in ("'", "’", "-")
    return owns or not re.match(NODE, string[at]) or _heads(string, at, 0, "")


def _floor(edge: re.Pattern[str], string: str, at: int) -> int:
    floor = start = max(0, at - REACH)
    for match in edge.finditer(string, start, at):
        floor = match.end()
    return floor


def _heads(string: str, node: int, floor: int, between: str) -> bool:
    """Whether a name is no complement of a preposition; a relative pronoun takes even that."""
    if patterns.RELATIVE.match(between):
        return True
    left = patterns.ARTICLE.sub("", string[max(floor, node - 14) : node])
    return patterns.PREPOSED.search(left) is None


def _opener(string: str, floor: int, end: int) -> int | None:
    for match in re.finditer(NODE, string[floor:end]):
        node = floor + match.start()
        follows = string[node + 1 : node + 3]
        if _heads(string, node, floor, "") and follows not in ("'s", "’s") and not follows.startswith("-"):
            return node
    return None


def _han_subject(string: str, at: int) -> int | None:
    return _han_opener(string, at) if (nearest := _han_nearest(string, at)) is None else nearest


def _han_nearest(string: str, at: int) -> int | None:
    found = patterns.HAN_NEAREST.search(string, max(0, at - _CHAIN_REACH), at)
    if found is None or patterns.HAN_PARTNER.search(string, max(0, found.start() - 9), found.start()):
        return None
    return found.start()


def _han_opener(string: str, at: int) -> int | None:
    floor = _floor(patterns.HAN_EDGE, string, at)
    clause = max(floor, string.rfind("，", floor, at) + 1, string.rfind(",", floor, at) + 1)
    found = _clause_subject(string, clause, at)
    if found is not None or clause == floor:
        return found
    clause_text = string[clause:at]
    if re.search(NODE, clause_text) is None and len(patterns.HAN_ADVERB.sub("", clause_text)) > _OWN_SUBJECT:
        return None
    return _clause_subject(string, floor, at)


def _clause_subject(string: str, start: int, end: int) -> int | None:
    for match in re.finditer(NODE, string[start:end]):
        node = start + match.start()
        preposed = node > start and patterns.HAN_PREPOSED.match(string[node - 1])
        if not preposed and string[node + 1 : node + 2] not in ("的", "、"):
            return node
    return None


def object_(string: str, at: int, language: str) -> int | None:
    """Position of the name that is the object of the trigger that ends at `at`, null if something else is."""
    if language == "zh":
        match = patterns.HAN_GAP.match(string, at)
        if match is None or patterns.HAN_GAP_STOP.search(match["gap"]):
            return None
        return match.start("node")
    match = patterns.OBJECT_GAP.match(string, at)
    while match is not None:
        node = match.start("node")
        if patterns.GAP_STOP.search(string, at, node):
            return None
        if string[node + 1 : node + 3] not in ("'s", "’s", "s'"):
            return node
        at = node + 3
        match = patterns.OBJECT_GAP.match(string, at)
    return None

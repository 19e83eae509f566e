"""The type of a Latin name that only the statistical model proposed, by all its occurrences in the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pipeline.entities import context_cues as cues
from pipeline.entities.candidates import Candidate
from pipeline.entities.latin_types import is_company_name

#: Words around a name weigh more than the model's own label (1 each): cues seen on development articles, 1 to 4 tried.
_CUE = 2
_SINGLE_NAMES = frozenset({"PERSON", "COMPANY", "LOCATION"})


def retype(text: str, candidates: Iterable[Candidate], known_people: frozenset[str]) -> list[Candidate]:
    """Statistical candidates with one type a surface, by vote of labels and of the words around.

    Args:
        known_people: surnames of people named in full in the article; these keep their type.
    """
    found = [c for c in candidates if text[c.start : c.end] not in cues.NO_NAMES]
    by_surface: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_surface[text[candidate.start : candidate.end]].append(candidate)
    types = {surface: _vote(text, surface, group, known_people) for surface, group in by_surface.items()}
    return [replace(c, type=types[text[c.start : c.end]]) if c.type in _SINGLE_NAMES else c for c in found]


def _vote(text: str, surface: str, group: list[Candidate], known_people: frozenset[str]) -> str:
    if surface in known_people:
        return "PERSON"
    if is_company_name(surface):
        return "COMPANY"
    if cues.TYPE_CODE.match(surface):
        return "PRODUCT"
    if cues.PLACE_HEADS.search(surface):
        return "LOCATION"
    votes: Counter[str] = Counter(c.type for c in group)
    for candidate in group:
        votes.update(_around(text, candidate))
    if votes["PERSON"] and len(surface.split()) == 1:
        votes["COMPANY"] += len(group)  # a person is introduced in full before the surname stands alone
    return min(votes, key=lambda t: (-votes[t], t))


def _around(text: str, candidate: Candidate) -> Counter[str]:
    before, after = text[max(0, candidate.start - 30) : candidate.start], text[candidate.end : candidate.end + 40]
    votes: Counter[str] = Counter()
    acts = candidate.type == "LOCATION" and cues.ACTING_AFTER.match(after)
    if acts or cues.COMPANY_AFTER.match(after) or cues.COMPANY_BEFORE.search(before):
        votes["COMPANY"] += _CUE
    if cues.PERSON_BEFORE.search(before) or cues.PERSON_AFTER.match(after):
        votes["PERSON"] += _CUE
    if cues.LOCATION_AFTER.match(after):
        votes["LOCATION"] += _CUE
    elif not votes and cues.LOCATION_BEFORE.search(before):
        votes["LOCATION"] += 1
    return votes

"""What the phrase of a project itself says: its places, who leads it, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Mention, ProjectMention
from pipeline.relations.extract import Candidate
from pipeline.text.scripts import has_han

_LED = re.compile(r"-(?:led|developed|built|backed|owned|run|operated)\b|['’]s?\s")
_WITH = re.compile(r"\b(?:with|alongside|for|to)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$|[与和同]$")
_OF = re.compile(r"\b(?:of|in|for)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$|(?:收购|并购|合并|私有化)[^，。]{0,12}$")
#: Kinds whose partners lead them together, and kinds whose phrase names the target rather than the actor.
_SHARED = frozenset({"joint_venture", "research"})
_TARGETS = frozenset({"acquisition", "contract", "divestment"})
_ACTORS = frozenset({"COMPANY", "GOVERNMENT", "ORGANIZATION", "PERSON"})


def candidates(text: str, project: str, mention: ProjectMention, inner: Sequence[Mention]) -> Iterator[Candidate]:
    """Relations of one project mention with the names inside it."""
    span = (mention["start"], mention["end"])
    for name in inner:
        entity = name["entity"]
        if entity is None:
            continue
        if name["type"] == "LOCATION":
            yield Candidate("located_in", project, entity, *span)
        elif name["type"] in _ACTORS:
            relation = _role(text, mention, name)
            if relation is not None:
                yield Candidate(relation, entity, project, *span)


def _role(text: str, mention: ProjectMention, name: Mention) -> str | None:
    before = text[mention["start"] : name["start"]]
    after = text[name["end"] : mention["end"]]
    if _LED.match(after):
        return "leads"
    if _WITH.search(before):
        return "leads" if mention["kind"] in _SHARED else "participates_in"
    if _OF.search(before):
        return None
    if (
        name["start"] != mention["start"]
        or name["type"] not in ("COMPANY", "GOVERNMENT")
        or mention["kind"] == "listing"
    ):
        return None
    return "leads" if not has_han(mention["text"]) or mention["kind"] not in _TARGETS or "收购" in after else None

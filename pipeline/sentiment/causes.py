"""What an effect is caused by: the project, policy or actor named nearest to it.

In this order: a project or policy of the sentence, else a body that the sentence marks as cause, else a project or
policy of the paragraph, of its lead-in or heading, else the subject of an impact verb, else the article's main matter.
The company itself is never its own cause. Other orders, tried on the development articles with gold entities and
projects, gave 0.26 to 0.32 F1 over (company, cause); this one 0.32.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from pipeline.document import Block
from pipeline.ontology import PROJECT
from pipeline.sentiment import clause_patterns as patterns
from pipeline.sentiment.impact_cues import ImpactCue
from pipeline.sentiment.sightings import Passage, Sighting

#: Weight of a mention by the place of its block, and of a type as the matter of an article; tuned on development data.
_TITLE, _LEAD, _BODY = 4.0, 2.0, 1.0
_TYPE_WEIGHT = {PROJECT: 1.5, "POLICY": 1.2, "GOVERNMENT": 0.8, "ORGANIZATION": 0.6}
#: An article has a main cause only from this weight on: a body mentioned once in passing is none.
_MAIN_WEIGHT = 1.5
#: The main matter is first named in this part of the text.
_EARLY = 0.4
#: Blocks behind the title that count as lead.
_LEAD_BLOCKS = 3
#: Causes are looked for this far around a cue, in characters, and among so many mentions.
_WINDOW, _CANDIDATES = 240, 32
_NO_ACTOR = frozenset({"LOCATION", "PERSON"})
_CAUSE_REACH = {"en": 60, "zh": 24, "sign": 60}


class Causes:
    """Finds causes in one article; `text` is its comparison key."""

    def __init__(self, text: str, blocks: Sequence[Block], passages: Sequence[Passage]) -> None:
        self._text = text
        self._blocks = blocks
        self._matters: dict[int, list[Sighting]] = {}
        for passage in passages:
            matters = (s for s in passage.others if s.type in (PROJECT, "POLICY"))
            self._matters.setdefault(passage.block, []).extend(matters)
        self._main = self._ranked(passages)

    def of(self, passage: Passage, cue: ImpactCue, targets: Iterable[Sighting]) -> str | None:
        """Id of the cause of an effect on `targets`, null if the article names none."""
        moved = {t.id for t in targets}
        return (
            _nearest(self._matters[passage.block], cue.start, moved, passage.start, passage.end)
            or self._marked(passage, cue, moved)
            or self._around(passage, cue, moved)
            or self._subject(passage, cue, moved)
            or next((i for i in self._main if i not in moved), None)
        )

    def _marked(self, passage: Passage, cue: ImpactCue, moved: set[str]) -> str | None:
        """The body that the sentence names behind "because of", "after", 受, 因."""
        start, end = max(passage.start, cue.start - _WINDOW), min(passage.end, cue.end + _WINDOW)
        bodies = [s for s in _between(passage.others, start, end) if s.type in _TYPE_WEIGHT and s.id not in moved]
        for match in patterns.CAUSE_AHEAD.finditer(self._text, start, end) if bodies else ():
            for body in bodies:
                if 0 <= body.start - match.end() <= _CAUSE_REACH[cue.language]:
                    return body.id
        return None

    def _subject(self, passage: Passage, cue: ImpactCue, moved: set[str]) -> str | None:
        """Who hurts or helps, where the company is the object."""
        if cue.side != "object":
            return None
        start = cue.start - _WINDOW
        near = [*_between(passage.companies, start, cue.start), *_between(passage.others, start, cue.start)]
        actors = [s for s in near if s.type not in _NO_ACTOR and s.id not in moved]
        before = [s for s in actors if 0 <= cue.start - s.end <= _CAUSE_REACH[cue.language]]
        return max(before, key=lambda s: s.end).id if before else None

    def _around(self, passage: Passage, cue: ImpactCue, moved: set[str]) -> str | None:
        block = self._blocks[passage.block]
        for index in (passage.block, block["lead_in"], block["heading"]):
            if index is not None and (self._blocks[index]["kind"] != "title" or index == passage.block):
                found = _nearest(self._matters.get(index, []), cue.start, moved, 0, len(self._text))
                if found:
                    return found
        return None

    def _ranked(self, passages: Sequence[Passage]) -> list[str]:
        """What the article is mainly about, the weightiest first."""
        weights: dict[str, float] = {}
        first: dict[str, float] = {}
        story = [i for i, b in enumerate(self._blocks) if b["kind"] not in ("title", "heading")][:_LEAD_BLOCKS]
        for passage in passages:
            kind = self._blocks[passage.block]["kind"]
            place = _TITLE if kind == "title" else (_LEAD if passage.block in story else _BODY)
            for sighting in passage.others:
                weights[sighting.id] = weights.get(sighting.id, 0.0) + place * _TYPE_WEIGHT.get(sighting.type, 0.0)
                first.setdefault(sighting.id, sighting.start / max(1, len(self._text)))
        early = {i: weight for i, weight in weights.items() if weight >= _MAIN_WEIGHT and first[i] <= _EARLY}
        return sorted(early, key=lambda i: (-early[i], i))


def _between(sightings: Sequence[Sighting], start: int, end: int) -> Sequence[Sighting]:
    first = bisect_left(sightings, start, key=lambda s: s.start)
    return sightings[first : bisect_left(sightings, end, key=lambda s: s.start)]


def _nearest(sightings: Sequence[Sighting], at: int, moved: set[str], start: int, end: int) -> str | None:
    """Id of the last sighting that begins before `at` within `start:end`, else of the first behind it."""
    here = bisect_right(sightings, at, key=lambda s: s.start)
    before = (s for s in reversed(sightings[max(0, here - _CANDIDATES) : here]) if s.start >= start)
    behind = (s for s in sightings[here : here + _CANDIDATES] if s.start < end)
    return next((s.id for s in chain(before, behind) if s.id not in moved), None)

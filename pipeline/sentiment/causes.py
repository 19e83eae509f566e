"""What an effect is caused by: the project, policy or actor named nearest to it.

In this order: a project or policy of the sentence, else a body that the sentence marks as cause, else a project or policy
of the paragraph, of its lead-in or heading, else the subject of an impact verb, else the article's main matter. The
company itself is never its own cause. Other orders were tried on the development articles (gold entities and
projects): from 0.26 to 0.32 F1 over (company, cause), this one 0.32.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

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
_NO_ACTOR = frozenset({"LOCATION", "PERSON"})
_CAUSE_REACH = {"en": 60, "zh": 24, "sign": 60}


class Causes:
    """Finds causes in one article; `text` is its comparison key."""

    def __init__(self, text: str, blocks: Sequence[Block], passages: Sequence[Passage]) -> None:
        self._text = text
        self._blocks = blocks
        self._by_block: dict[int, list[Sighting]] = {}
        for passage in passages:
            self._by_block.setdefault(passage.block, []).extend(passage.others)
        self._main = self._ranked()

    def of(self, passage: Passage, cue: ImpactCue, targets: Iterable[Sighting]) -> str | None:
        """Id of the cause of an effect on `targets`, null if the article names none."""
        moved = {t.id for t in targets}
        return (
            _first(_by_type(passage.others, cue.start), moved)
            or self._marked(passage, cue, moved)
            or self._around(passage, cue, moved)
            or self._subject(passage, cue, moved)
            or _first(self._main, moved)
        )

    def _marked(self, passage: Passage, cue: ImpactCue, moved: set[str]) -> str | None:
        """The body that the sentence names behind "because of", "after", 受, 因."""
        bodies = [s for s in passage.others if s.type in _TYPE_WEIGHT and s.id not in moved]
        for match in patterns.CAUSE_AHEAD.finditer(self._text, passage.start, passage.end) if bodies else ():
            for body in bodies:
                if 0 <= body.start - match.end() <= _CAUSE_REACH[cue.language]:
                    return body.id
        return None

    def _subject(self, passage: Passage, cue: ImpactCue, moved: set[str]) -> str | None:
        """Who hurts or helps, where the company is the object."""
        if cue.side != "object":
            return None
        actors = (s for s in (*passage.companies, *passage.others) if s.type not in _NO_ACTOR and s.id not in moved)
        before = [s for s in actors if s.end <= cue.start and cue.start - s.end <= _CAUSE_REACH[cue.language]]
        return max(before, key=lambda s: s.end).id if before else None

    def _around(self, passage: Passage, cue: ImpactCue, moved: set[str]) -> str | None:
        block = self._blocks[passage.block]
        for index in (passage.block, block["lead_in"], block["heading"]):
            if index is not None and (self._blocks[index]["kind"] != "title" or index == passage.block):
                found = _first(_by_type(self._by_block.get(index, ()), cue.start), moved)
                if found:
                    return found
        return None

    def _ranked(self) -> list[str]:
        weights: Counter[str] = Counter()
        first: dict[str, float] = {}
        story = [i for i, b in enumerate(self._blocks) if b["kind"] not in ("title", "heading")][:3]
        for index, sightings in self._by_block.items():
            place = _TITLE if self._blocks[index]["kind"] == "title" else (_LEAD if index in story else _BODY)
            for sighting in sightings:
                weights[sighting.id] += place * _TYPE_WEIGHT.get(sighting.type, 0.0)
                first.setdefault(sighting.id, sighting.start / max(1, len(self._text)))
        early = {i: weight for i, weight in weights.items() if weight >= _MAIN_WEIGHT and first[i] <= _EARLY}
        return sorted(early, key=lambda i: (-early[i], i))


def _by_type(sightings: Iterable[Sighting], at: int) -> list[str]:
    """Projects and policies, the nearest before `at` first."""
    wanted = [s for s in sightings if s.type in (PROJECT, "POLICY")]
    return [s.id for s in sorted(wanted, key=lambda s: (s.start > at, abs(s.start - at)))]


def _first(ids: Iterable[str], moved: set[str]) -> str | None:
    return next((i for i in ids if i not in moved), None)

"""How far along an undertaking is, as its sentences state it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import DateValue, Span, TimelineEntry
from pipeline.projects.lexicon import status_terms
from pipeline.text.cues import clauses
from pipeline.text.lexicons import folded
from pipeline.text.scripts import to_simplified

#: Of equally near cues the earlier of these wins.
_ORDER = (
    "cancelled", "suspended", "delayed", "rumored", "negotiating", "selected", "approved", "under_construction",
    "operational", "completed", "proposed", "announced",
)  # fmt: skip
_FUTURE = re.compile(
    r"\b(?:will|would|set to|due|plans?|expect\w*|before|until)\b[^,.;]{0,30}$|\bto (?:(?:be|have|fully|be fully) )?$"
    r"|(?:将|拟|计划|预计|预期|力争|有望)[^，。；]{0,14}$|(?:[底末]|\d[年月日])前[^，。；]{0,14}$"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|without|yet to)\b[^,.;]{0,20}$|n['’]t\b[^,.;]{0,20}$|(?:未|没有|不|尚未|并未)[^，。；]{0,6}$"
)
#: Characters on both sides of a mention that may state its status; a bound on the time that long sentences take.
REACH = 400
#: What may be done is the project's status only next to it: "may build a plant", "the plant could be sold".
_MODAL_REACH = 40
_MODAL = re.compile(r"(?:would|may|could|might)\b")
_STOPPED = frozenset({"cancelled", "suspended", "delayed"})
#: What is only said to be planned is rumoured: in gold of train 73 of 87 proposed and 29 of 47 announced projects whose
#: sentence has a word of rumour.
_ONLY_SAID = frozenset({"proposed", "announced"})
#: Done is only what is not still ahead.
_DONE = frozenset({"completed", "operational", "approved", "selected", "under_construction"})


def statuses(text: str, sentence: Span, mention: Span, dates: Sequence[DateValue]) -> list[TimelineEntry]:
    """Status that the clause of the mention states, else its sentence; empty if none does.

    >>> text = "Acme will build a plant; Bolt shares rose."
    >>> [e["status"] for e in statuses(text, {"start": 0, "end": 42}, {"start": 18, "end": 23}, [])]
    ['announced']
    """
    near = Span(
        start=max(sentence["start"], mention["start"] - REACH), end=min(sentence["end"], mention["end"] + REACH)
    )
    clause = next(
        (c for c in clauses(text, near["start"], near["end"]) if c["start"] <= mention["start"] < c["end"]), near
    )
    for span in (clause, near):
        found = _nearest(_cues(text, span, mention))
        if found is not None:
            if found in _ONLY_SAID and any(status == "rumored" for _, _, status in _cues(text, near, mention)):
                found = "rumored"
            date = next((d["value"] for d in dates if span["start"] <= d["start"] < span["end"]), None)
            return [TimelineEntry(date=date, status=found, start=sentence["start"], end=sentence["end"])]
    return []


def stated(timeline: Sequence[TimelineEntry]) -> str | None:
    """What stopped the project last, else its first definite stage, else what is said first; null if nothing is.

    >>> entry = {"date": None, "status": "announced", "start": 0, "end": 9}
    >>> stated([entry, entry | {"status": "approved"}]), stated([])
    ('approved', None)
    """
    told = [t["status"] for t in timeline]
    stopped = [s for s in told if s in _STOPPED]
    definite = [s for s in told if s not in ("announced", "proposed")]
    return next(iter(stopped[-1:] or definite or told), None)


def _cues(text: str, span: Span, mention: Span) -> list[tuple[int, int, str]]:
    """Distance, rank and status of the cues of a span; what stops a project counts as near wherever it stands."""
    terms, names = status_terms()
    simple = folded(to_simplified(text[span["start"] : span["end"]]))
    found: list[tuple[int, int, str]] = []
    for match, row in terms.find(simple):
        at = span["start"] + match.start()
        status = names[row]
        before = simple[max(0, match.start() - 36) : match.start()]
        if _NEGATED.search(before):
            continue
        if status in _DONE and _FUTURE.search(before):
            status = "announced"
        if mention["start"] <= at < mention["end"] and status in ("announced", "completed", "proposed"):
            continue
        distance = max(at - mention["end"], mention["start"] - at - len(match.group()), 0)
        if distance > _MODAL_REACH and _MODAL.match(match.group()):
            continue
        found.append((0 if status in _STOPPED else distance, _ORDER.index(status), status))
    return found


def _nearest(found: Sequence[tuple[int, int, str]]) -> str | None:
    """The status of the nearest cue; of rumours only where nothing else is told."""
    told = [cue for cue in found if cue[2] != "rumored"] or found
    return min(told)[2] if told else None

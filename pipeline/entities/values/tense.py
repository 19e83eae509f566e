"""Whether the sentence around a date looks ahead or back."""

from __future__ import annotations

import re

from pipeline.entities.values.date_expression import Tense
from pipeline.entities.values.tense_cues import FUTURE, FUTURE_BEFORE, FUTURE_BEHIND, PAST, PAST_BEFORE, PAST_BEHIND
from pipeline.text.scripts import HAN

_FUTURE_BEFORE = re.compile(FUTURE_BEFORE, re.IGNORECASE)
_PAST_BEFORE = re.compile(PAST_BEFORE, re.IGNORECASE)
_FUTURE_BEHIND = re.compile(FUTURE_BEHIND)
_CUES = re.compile(f"(?P<future>{FUTURE})|(?P<past>{PAST})", re.IGNORECASE)
_CUES_BEHIND = re.compile(f"(?P<future>{FUTURE})|(?P<past>{PAST}|{PAST_BEHIND})", re.IGNORECASE)
#: Folding has made the full-width marks of Chinese ASCII ones, but for the comma.
_SENTENCE_END = re.compile(
    rf"[.;!?](?=\s)|[。，、\n]|(?<=[{HAN}])[;:!?,]|[;:!?,](?=[{HAN}“]|\d+ ?[年月日])|(?<=[{HAN}]) (?=[{HAN}])"
)
#: What stands between a verb and the date that it happened, in one clause: "sold its brewery near Lyon to Acme in May".
_VERB_TO_DATE = re.compile(r"[^,]*\bin (?:the )?", re.IGNORECASE)
_WINDOW_BEFORE, _WINDOW_BEHIND = 90, 50
#: Characters by which a cue behind the date counts as farther off than one in front of it.
_BEHIND_COUNTS = 40
#: Characters within which a cue in front is certain.
_CLOSE = 30


def tense(folded: str, start: int, end: int) -> tuple[Tense | None, bool]:
    """Tense of the date at `folded[start:end]` and whether it is certain.

    It is that of the cue that touches it, else of the nearest one in its sentence (in Chinese, its
    clause); certain if the cue stands close in front, or is a past one with "in" at the end of its clause, in a
    sentence that has no future one: so 24 of 30 dates in gold on which this decides.

    >>> text = "The plant opened in March and will double in May."
    >>> tense(text, 20, 25), tense(text, 45, 48)
    (('past', True), ('future', True))
    """
    before, behind = _sentence(folded, start, end)
    from_then_on = _FUTURE_BEHIND.match(behind)
    if _PAST_BEFORE.search(before) and not (from_then_on and before.endswith("自")):
        return "past", True
    if _FUTURE_BEFORE.search(before):
        return "future", True
    if from_then_on and not before.endswith("自"):
        return "future", False
    cues = [(len(before) - m.end(), m) for m in _CUES.finditer(before)]
    cues += [(m.start() + _BEHIND_COUNTS, m) for m in _CUES_BEHIND.finditer(behind)]
    if not cues:
        return None, False
    distance, nearest = min(cues, key=lambda cue: cue[0])
    if nearest["future"]:
        return "future", distance <= _CLOSE
    looks_ahead = any(cue["future"] for _, cue in cues)
    clause = nearest.string is before and _VERB_TO_DATE.fullmatch(before, nearest.end())
    return "past", distance <= _CLOSE or (bool(clause) and not looks_ahead)


def _sentence(folded: str, start: int, end: int) -> tuple[str, str]:
    before = folded[max(0, start - _WINDOW_BEFORE) : start]
    ends = [m.end() for m in _SENTENCE_END.finditer(before)]
    behind = folded[end : end + _WINDOW_BEHIND]
    stop = _SENTENCE_END.search(behind)
    return before[ends[-1] :] if ends else before, behind[: stop.start()] if stop else behind

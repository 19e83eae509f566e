"""Scores of mentions: exact, by span alone, by type, by script and by language of the article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from pipeline.evaluation.case import Case
from pipeline.evaluation.normalise import language_of
from pipeline.evaluation.tally import Key, Sheet
from pipeline.ontology import ontology
from pipeline.text.scripts import language

LAYER = "mentions"


class _Mention(NamedTuple):
    start: int
    end: int
    type: str
    text: str


class _Sides(NamedTuple):
    """Both sides to compare; `lost` are gold surfaces that do not occur in the text."""

    gold: frozenset[_Mention]
    predicted: frozenset[_Mention]
    lost: frozenset[_Mention]

    def where(self, keep: Callable[[_Mention], bool]) -> _Sides:
        return _Sides(*(frozenset(filter(keep, side)) for side in self))

    def score(self, sheet: Sheet, name: str) -> None:
        hits = len(self.gold & self.predicted)
        sheet.add(Key(LAYER, name), hits, len(self.predicted), len(self.gold) + len(self.lost))


def score_mentions(case: Case, sheet: Sheet) -> None:
    """Gold and predicted mentions as sets of (start, end, type).

    A gold surface that does not occur in the text at all (lost in extraction from HTML) counts as one missed mention.
    """
    sides = _sides(case)
    sides.score(sheet, "exact")
    _Sides(*(frozenset(m._replace(type="") for m in side) for side in sides)).score(sheet, "span only")
    for kind in ontology().entity_types:
        sides.where(partial(_is_of, kind)).score(sheet, kind)
    for script in ("en", "zh"):
        sides.where(partial(_is_written_in, script)).score(sheet, f"written in {script}")
    sides.score(sheet, f"article in {case.gold.article.language or language(case.text)}")
    _find_differences(case, sheet, sides)


def _is_of(kind: str, mention: _Mention) -> bool:
    return mention.type == kind


def _is_written_in(script: str, mention: _Mention) -> bool:
    return language_of(mention.text) == script


def _sides(case: Case) -> _Sides:
    text = case.text
    gold = (_Mention(s.start, s.end, s.type, text[s.start : s.end]) for s in case.spans)
    predicted = (
        _Mention(m.start, m.end, e.type, text[m.start : m.end]) for e in case.record.entities for m in e.mentions
    )
    lost = (_Mention(-1, -1, e.type, s) for e in case.gold.entities for s in e.mentions if s not in text)
    return _Sides(frozenset(gold), frozenset(predicted), frozenset(lost))


def _find_differences(case: Case, sheet: Sheet, sides: _Sides) -> None:
    for mention in sorted(sides.gold - sides.predicted):
        cause, other = _cause(mention, sides.predicted)
        place, shown = (mention.start, mention.end), _shown(mention)
        finding = case.finding(LAYER, "missed", cause or "not found", gold=shown, predicted=_shown(other), place=place)
        sheet.findings.append(finding)
    for mention in sorted(sides.predicted - sides.gold):
        cause, other = _cause(mention, sides.gold)
        place, shown = (mention.start, mention.end), _shown(mention)
        finding = case.finding(LAYER, "spurious", cause or "spurious", gold=_shown(other), predicted=shown, place=place)
        sheet.findings.append(finding)
    for mention in sorted(sides.lost):
        sheet.findings.append(case.finding(LAYER, "missed", "lost in extraction", gold=_shown(mention)))


def _cause(mention: _Mention, others: frozenset[_Mention]) -> tuple[str, _Mention | None]:
    touching = sorted(o for o in others if o.start < mention.end and mention.start < o.end)
    if not touching:
        return "", None
    same_span = [o for o in touching if (o.start, o.end) == (mention.start, mention.end)]
    if same_span:
        return "type", same_span[0]
    same_type = [o for o in touching if o.type == mention.type]
    return ("span boundary", same_type[0]) if same_type else ("span boundary and type", touching[0])


def _shown(mention: _Mention | None) -> str:
    return f"{mention.text} {mention.type}" if mention else ""

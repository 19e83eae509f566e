"""Score of bilingual pairs: an English and a Chinese name linked in one entity."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.annotation.gold import GoldEntity
from pipeline.evaluation.case import Case
from pipeline.evaluation.normalise import language_of, name
from pipeline.evaluation.tally import Key, Sheet
from pipeline.records import Entity

LAYER = "pairs"
LINKED = Key(LAYER, "linked")
Names = tuple[frozenset[str], frozenset[str]]


def score_pairs(case: Case, sheet: Sheet) -> None:
    """Gold entities with an English and a Chinese name in the text, against predicted ones with names in both.

    The language of a name is told by its script on both sides (kanji and hanja are Chinese, kana and hangul neither),
    since annotators file one name under different languages. Names from the knowledge base do not count: the pair must
    be read in the article. A predicted entity is right if its names hold at least one English and one Chinese name of
    one gold entity that no other has taken. Types and spans do not matter here, they are scored elsewhere.
    """
    gold = {e.id: pair for e in case.gold.entities if all(pair := _gold_names(e, case.text))}
    predicted = {e.entity_id: pair for e in case.record.entities if all(pair := _text_names(e))}
    right = _match(gold, predicted)
    sheet.add(LINKED, len(right), len(predicted), len(gold))
    for gold_id in (g for g in gold if g not in right.values()):
        finding = case.finding(
            LAYER, "missed", _cause(case, gold[gold_id]), gold=_shown(gold[gold_id]), place=case.place(gold_id)
        )
        sheet.findings.append(finding)
    for entity_id in (p for p in predicted if p not in right):
        place = case.place(f"?{entity_id}")
        cause = "wrong pair" if any(_touches(predicted[entity_id], g) for g in gold.values()) else "spurious"
        sheet.findings.append(
            case.finding(LAYER, "spurious", cause, predicted=_shown(predicted[entity_id]), place=place)
        )


def _match(gold: dict[str, Names], predicted: dict[str, Names]) -> dict[str, str]:
    """Predicted id -> gold id, those that share most names first."""
    ranked = sorted(
        (-len(g[0] & p[0]) - len(g[1] & p[1]), i, j, predicted_id, gold_id)
        for i, (gold_id, g) in enumerate(gold.items())
        for j, (predicted_id, p) in enumerate(predicted.items())
        if g[0] & p[0] and g[1] & p[1]
    )
    right: dict[str, str] = {}
    for *_, predicted_id, gold_id in ranked:
        if predicted_id not in right and gold_id not in right.values():
            right[predicted_id] = gold_id
    return right


def _gold_names(entity: GoldEntity, text: str) -> Names:
    lowered = text.lower()
    return _by_language(n for names in entity.names.values() for n in names if n.lower() in lowered)


def _text_names(entity: Entity) -> Names:
    return _by_language(n.value for n in entity.names if n.origin != "knowledge_base")


def _by_language(names: Iterable[str]) -> Names:
    found: dict[str, set[str]] = {"en": set(), "zh": set(), "other": set()}
    for value in names:
        found[language_of(value)].add(name(value))
    return frozenset(found["en"]), frozenset(found["zh"])


def _touches(one: Names, other: Names) -> bool:
    return bool(one[0] & other[0] or one[1] & other[1])


def _cause(case: Case, gold: Names) -> str:
    known = [{name(m.text) for m in e.mentions} | {name(n.value) for n in e.names} for e in case.record.entities]
    english, chinese = (any(names & side for names in known) for side in gold)
    if english and chinese:
        return "not linked"
    if not english and not chinese:
        return "neither name found"
    return "English name not found" if chinese else "Chinese name not found"


def _shown(pair: Names) -> str:
    return " = ".join("|".join(sorted(side)) for side in pair)

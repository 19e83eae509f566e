"""The spaCy component that judges tone: of the article, of its sentences, toward each entity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Effect, SentenceTone, Tone, text_of
from pipeline.sentiment.article_tone import label_of, settled
from pipeline.sentiment.sightings import Sighting, StorySentence, sightings, story_sentences
from pipeline.sentiment.tone_lexicon import ToneHit, tone_hits
from pipeline.sentiment.tone_score import CLEAR, sentence_score
from pipeline.text.cues import clauses


@Language.factory("tone", assigns=["doc._.tone"], requires=["doc._.effects", "doc._.window_tones"])
class ToneJudge:
    """Writes `doc._.tone`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        doc._.tone = judge(doc)
        return doc


def judge(doc: Doc) -> Tone:
    """Tone of an article; furniture is left out, and so are tone words inside names."""
    found = sightings(doc)
    story = story_sentences(doc, found)
    hits = _outside_names(tone_hits(text_of(doc)), [s for s in found if s.type != "PROJECT"])
    starts = [hit.start for hit in hits]
    scores = [sentence_score(_within(hits, starts, p.start, p.end)) for p in story]
    label, score = settled(doc._.window_tones, doc._.effects)
    return Tone(
        label=label,
        score=score,
        sentences=[
            SentenceTone(start=p.start, end=p.end, label=label_of(s), score=s)
            for p, s in zip(story, scores, strict=True)
        ],
        entities=_entities(text_of(doc), story, hits, starts, doc._.effects),
    )


def _within(hits: Sequence[ToneHit], starts: Sequence[int], start: int, end: int) -> Sequence[ToneHit]:
    return hits[bisect_left(starts, start) : bisect_left(starts, end)]


def _outside_names(hits: Sequence[ToneHit], names: Sequence[Sighting]) -> list[ToneHit]:
    """Tone words that are no part of a name (Best Buy, 旺旺)."""
    kept: list[ToneHit] = []
    index = 0
    for hit in hits:
        while index < len(names) and names[index].end <= hit.start:
            index += 1
        if index == len(names) or names[index].start >= hit.end:
            kept.append(hit)
    return kept


def _entities(
    text: str, story: Sequence[StorySentence], hits: Sequence[ToneHit], starts: Sequence[int], effects: Sequence[Effect]
) -> dict[str, dict[str, str | float]]:
    """Tone toward each entity: its effects where it has any, else the words of the clauses that name it."""
    scores: dict[str, list[float]] = {}
    for effect in effects:
        scores.setdefault(effect["entity"], []).append(effect["score"])
    moved = frozenset(scores)
    for passage in story:
        named = sorted((s.start, s.id) for s in passage.named if s.id not in moved and s.type != "PROJECT")
        for clause in clauses(text, passage.start, passage.end) if named else ():
            words = _within(hits, starts, clause["start"], clause["end"])
            here = named[bisect_left(named, (clause["start"],)) : bisect_left(named, (clause["end"],))]
            for entity in sorted({entity for _, entity in here}) if words else ():
                scores.setdefault(entity, []).append(sentence_score(words))
    return {entity: _mean(values) for entity, values in sorted(scores.items())}


def _mean(values: Sequence[float]) -> dict[str, str | float]:
    score = round(sum(values) / len(values), 2)
    both_ways = min(values) <= -CLEAR and max(values) >= CLEAR and abs(score) < CLEAR
    return {"label": "mixed" if both_ways else label_of(score), "score": score}

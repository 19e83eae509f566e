"""The spaCy component that finds effects on companies: who is moved, by what, which way, how surely."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.confidence import calibrated
from pipeline.document import Effect, PairScore, Relation, Span, SpanScore, text_of
from pipeline.encoder.labels import DIRECTIONS
from pipeline.encoder.owners import Ends, OwnerScores
from pipeline.encoder.spans import owners_of
from pipeline.kb.normalise import key
from pipeline.ontology import PROJECT, ontology
from pipeline.sentiment.classes import horizon, mechanism
from pipeline.sentiment.told import SURENESS, told_effects
from pipeline.sentiment.tone_lexicon import ToneHit, tone_hits
from pipeline.sentiment.tone_score import sentence_score
from pipeline.text.cues import doc_cues

#: A cause moves a company from this probability on; chosen on dev.
THRESHOLD = 0.3
#: A company that is said to be moved at all, from this probability on, has its likeliest cause; chosen on dev.
MOVED = 0.5
#: Weight of the company's own scores and of the tone of the sentence beside the logits of the pair; chosen on dev.
COMPANY_WEIGHT, TONE_WEIGHT = 2.0, 5.0
#: Below this even the likeliest cause is none.
_LEAST = 0.05
_SIGNS = {"positive": 1.0, "negative": -1.0}


@Language.factory(
    "effects",
    assigns=["doc._.effects", "doc._.relations"],
    requires=["doc._.entities", "doc._.projects", "doc._.relations", "doc._.pair_scores", "doc._.span_scores"],
    default_config={"least": 0.0},
)
class Effects:
    """Writes `doc._.effects`, and one `affects` relation for each cause, company and modality.

    Args:
        least: confidence of an effect, at least.
    """

    def __init__(self, nlp: Language, name: str, least: float = 0.0) -> None:
        self.name = name
        self._least = least

    def __call__(self, doc: Doc) -> Doc:
        told = told_effects(doc)
        known = {(effect["entity"], effect["cause"]) for effect in told}
        found = [*told, *(e for e in find_effects(doc, told) if (e["entity"], e["cause"]) not in known)]
        found = [effect for effect in found if (effect["confidence"] or 1.0) >= self._least]
        found.sort(key=lambda e: (e["evidence"]["start"], e["entity"], e["cause"]))
        doc._.effects = [effect for effect in found if effect["modality"] != "denied"]
        doc._.relations = [*doc._.relations, *_relations(found)]
        return doc


def find_effects(doc: Doc, told: Sequence[Effect]) -> Iterator[Effect]:
    """Effects that the encoder reads, denied ones too.

    Args:
        told: effects that words tell; their direction holds for what else moves the company.
    """
    owners = owners_of(doc)
    scores = OwnerScores(doc._.pair_scores, owners)
    causes = _causes(doc, scores)
    moved = _moved(doc._.span_scores, owners)
    sure = {effect["entity"]: effect["direction"] for effect in told if effect["modality"] != "denied"}
    hits = tone_hits(text_of(doc))
    for company, likely in causes.items():
        chosen = [(ends, p) for ends, p in likely if p >= THRESHOLD]
        if not chosen and max(moved.get(company, (0.0,))) >= MOVED:
            chosen = [max(likely, key=lambda pair: pair[1])]
        for ends, probability in chosen:
            evidence = _evidence(doc, scores.best("affects", ends))
            direction = sure.get(company) or _direction(
                scores.direction_logits(ends), moved.get(company), evidence, hits
            )
            yield _effect(doc, scores, ends, probability, direction, evidence)


def _direction(logits: Sequence[float], moved: Sequence[float] | None, evidence: Span, hits: Sequence[ToneHit]) -> str:
    """The direction that the pair, the company's passages and the tone of the evidence agree on best."""
    within = [hit for hit in hits if evidence["start"] <= hit.start < evidence["end"]]
    tone = sentence_score(within)
    totals = list(logits)
    for index, probability in enumerate(moved or ()):
        totals[index] += COMPANY_WEIGHT * probability
    totals[DIRECTIONS.index("positive")] += TONE_WEIGHT * tone
    totals[DIRECTIONS.index("negative")] -= TONE_WEIGHT * tone
    return DIRECTIONS[max(range(len(totals)), key=lambda i: totals[i])]


def _causes(doc: Doc, scores: OwnerScores) -> dict[str, list[tuple[Ends, float]]]:
    """By company, what may move it and how probably."""
    types = {e["entity_id"]: e["type"] for e in doc._.entities} | {p["project_id"]: PROJECT for p in doc._.projects}
    rule = ontology().relations["affects"]
    found: dict[str, list[tuple[Ends, float]]] = defaultdict(list)
    for ends in scores.ends():
        if rule.allows(types[ends[0]], types[ends[1]]):
            probability = scores.probability("affects", ends)
            if probability >= _LEAST:
                found[ends[1]].append((ends, probability))
    return found


def _moved(scores: list[SpanScore], owners: Mapping[tuple[str, int], str]) -> dict[str, tuple[float, ...]]:
    """By entity, the probability of each direction."""
    odds: dict[str, list[float]] = {}
    for score in scores:
        owner = owners.get(score["span"])
        if score["span"][0] == "mentions" and owner is not None:
            sums = odds.setdefault(owner, [0.0] * len(DIRECTIONS))
            for index, logit in enumerate(score["direction"]):
                sums[index] += math.exp(logit)
    return {owner: tuple(o / (1 + o) for o in sums) for owner, sums in odds.items()}


def _effect(doc: Doc, scores: OwnerScores, ends: Ends, probability: float, direction: str, evidence: Span) -> Effect:
    quote = key(text_of(doc))[evidence["start"] : evidence["end"]]
    modality = scores.modality("affects", ends)
    strength = _SIGNS.get(direction, 0.0) * SURENESS.get(modality, 0.0)
    return Effect(
        entity=ends[1],
        cause=ends[0],
        direction=direction,
        modality=modality,
        mechanism=mechanism(quote),
        horizon=horizon(quote),
        evidence=evidence,
        score=round(strength * max(probability, 0.5), 2),
        method="model",
        confidence=calibrated("effect", probability),
    )


def _evidence(doc: Doc, pair: PairScore) -> Span:
    """The sentence that names the company."""
    slot, index = pair["object"]
    sentences = doc_cues(doc)
    number = bisect_right(sentences, getattr(doc._, slot)[index]["start"], key=lambda s: s["start"]) - 1
    return Span(start=sentences[number]["start"], end=sentences[number]["end"])


def _relations(effects: list[Effect]) -> list[Relation]:
    relations: dict[tuple[str, str, str], Relation] = {}
    for effect in effects:
        identity = (effect["cause"], effect["entity"], effect["modality"])
        relations.setdefault(
            identity,
            Relation(
                type="affects",
                subject=effect["cause"],
                object=effect["entity"],
                modality=effect["modality"],
                attributed_to=None,
                evidence=[effect["evidence"]],
                method=effect["method"],
                confidence=effect["confidence"],
            ),
        )
    return list(relations.values())

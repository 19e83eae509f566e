"""The spaCy component that finds effects on companies: who is moved, by what, which way, how surely."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.confidence import Features, bar, confidence, logit
from pipeline.document import Effect, Mention, PairScore, Relation, Span, SpanScore, text_of
from pipeline.encoder.labels import DIRECTIONS
from pipeline.encoder.owners import Ends, OwnerScores
from pipeline.encoder.spans import certainty, owners_of
from pipeline.kb.normalise import key
from pipeline.ontology import PROJECT, ontology
from pipeline.sentiment.classes import horizon, mechanism
from pipeline.sentiment.effect_modality import may_deny, only_possible
from pipeline.sentiment.listed_signs import listed_signs
from pipeline.sentiment.moving_words import moving
from pipeline.sentiment.share_moves import ShareMoves, share_moves
from pipeline.sentiment.sightings import sightings
from pipeline.sentiment.stated_gains import stated_gains
from pipeline.text.cues import doc_cues

#: A company that is so likely moved, by encoder, words and shares together, is told with its surest cause; another is
#: not told. On dev, hard and plain 0.30, 0.34, 0.38 and 0.42 sum up to 2.40, 2.43, 2.42 and 2.42 of affected companies.
PERHAPS_MOVED = 0.34
#: But from this confidence on; 0 and 0.05 give the same sum to 0.003.
LEAST_SURE = 0.03
#: Weight of the company's own scores beside the logits of the pair; 1 to 4 are as good on dev, hard and plain.
COMPANY_WEIGHT = 2.0
#: A cause is considered from this probability of the encoder's on.
CONSIDERED = 0.03
#: Or from these on, by type and others from 0 on, of a company whose shares moved; a person only as of any other.
UNLIKELY = {"PERSON": CONSIDERED, "LOCATION": CONSIDERED, "COMPANY": 0.015}
#: How sure it is at least that a company with a sign in a list is moved, and by its surest cause.
LISTED_MOVED, LISTED_CAUSE = 0.9, 0.3
#: What a cause gains beside a company of a list whose line names it, and loses as another company of lists, in logits.
LINE = 2.0
#: What log odds of the encoder and of words, and a move of the shares, say of whether a company is moved, and what it
#: starts from: a regression over the 1,015 companies of dev, hard and plain that have a possible cause.
_READ, _WORDS, _SHARES, _START = 0.57, 0.27, 1.7, 0.45
#: Log odds of words for a company that no sentence names.
_NO_WORDS = -6.9
_SIGNS = {"positive": 1.0, "negative": -1.0}
#: Discount of the strength of an effect by how sure it is.
_SURENESS = {"asserted": 1.0, "planned": 0.8, "possible": 0.6}


@Language.factory(
    "effects",
    assigns=["doc._.effects", "doc._.relations"],
    requires=["doc._.entities", "doc._.projects", "doc._.relations", "doc._.pair_scores", "doc._.span_scores"],
    default_config={"least": None},
)
class Effects:
    """Writes `doc._.effects`, and one `affects` relation for each cause, company and modality.

    Args:
        least: confidence of an effect, at least; null for the bar of `models/confidence.json`.
    """

    def __init__(self, nlp: Language, name: str, least: float | None = None) -> None:
        self.name = name
        self._least = least

    def __call__(self, doc: Doc) -> Doc:
        found = self.predict(doc)
        doc._.effects = [effect for effect in found if effect["modality"] != "denied"]
        doc._.relations = [*doc._.relations, *_relations(found)]
        return doc

    def predict(self, doc: Doc) -> list[Effect]:
        """Effects that the encoder considers, denied ones too, in reading order of their evidence."""
        shares, listed, gains = share_moves(doc), listed_signs(doc), stated_gains(doc)
        found = list(find_effects(doc, shares, listed, gains))
        _settle(found, certainty(doc))
        kept = list(chosen(found, self._least))
        _follow({company: way for company, way in _agreed(shares.ways, gains).items() if company not in listed}, kept)
        for effect in list(only_possible(doc, kept)):
            _state(effect, "possible")
        for effect in kept:
            if _has_moved(effect, shares):
                _state(effect, "asserted")
        return sorted(kept, key=lambda e: (e["evidence"]["start"], e["entity"], e["cause"]))


def chosen(effects: Sequence[Effect], own: float | None = None) -> Iterator[Effect]:
    """Of companies that may be moved, the surest effect, from `LEAST_SURE` on, and others from the bar on.

    Args:
        effects: with their confidence.
        own: a user's own bar, which then holds alone.

    >>> ban = {"entity": "acme", "cause": "ban", "confidence": 0.9, "features": {"moved": 2.0}}
    >>> [effect["cause"] for effect in chosen([ban, ban | {"cause": "tax", "confidence": 0.01}])]
    ['ban']
    """
    least = bar("effect", own)
    firsts = {effect["entity"]: effect for effect in surest(effects)}
    for effect in effects:
        sure = (effect["confidence"] or 0.0) >= least
        if sure if own is not None else effect["entity"] in firsts and (sure or effect is firsts[effect["entity"]]):
            yield effect


def surest(effects: Sequence[Effect]) -> list[Effect]:
    """The surest effect of each company that may be moved, from `LEAST_SURE` on; the first of equals."""
    perhaps = {e["entity"] for e in effects if e["features"].get("moved", -math.inf) >= logit(PERHAPS_MOVED)}
    best: dict[str, Effect] = {}
    for effect in effects:
        known = best.setdefault(effect["entity"], effect)
        if (effect["confidence"] or 0.0) > (known["confidence"] or 0.0):
            best[effect["entity"]] = effect
    return [e for company, e in best.items() if company in perhaps and (e["confidence"] or 0.0) >= LEAST_SURE]


def _settle(effects: Sequence[Effect], sure: Mapping[str, float]) -> None:
    """Completes the features of effects and gives them their confidence."""
    for effect in effects:
        effect["features"] |= _circumstances(effect, sure)
        effect["confidence"] = confidence("effect", effect["features"])


def _circumstances(effect: Effect, sure: Mapping[str, float]) -> Features:
    """What else speaks for an effect than its score: how sure company and cause are, and what it is said to be."""
    return {
        "company": sure[effect["entity"]],
        "cause": sure[effect["cause"]],
        f"modality={effect['modality']}": 1.0,
        f"direction={effect['direction']}": 1.0,
    }


def _agreed(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """Directions of companies that are in one of two tables, or in both with the same direction."""
    return {company: way for company, way in {**one, **other}.items() if one.get(company, way) == way}


def _follow(ways: Mapping[str, str], effects: Sequence[Effect]) -> None:
    """Gives a company's surest effect the direction stated of it, where none of its effects goes that way."""
    for company, direction in ways.items():
        own = [effect for effect in effects if effect["entity"] == company]
        if own and direction not in {effect["direction"] for effect in own}:
            first = max(own, key=lambda effect: effect["confidence"] or 0.0)
            first["direction"] = direction
            first["score"] = _strength(direction, first["modality"], first["confidence"] or 0.0)


def _has_moved(effect: Effect, shares: ShareMoves) -> bool:
    """Whether the evidence tells that the company's shares moved; of 2,382 such effects in gold 2,370 are asserted."""
    company = effect["entity"]
    return company in shares.ways and (company, effect["evidence"]["start"]) in shares.sentences


def _state(effect: Effect, modality: str) -> None:
    """Gives an effect a modality, and the strength that goes with it."""
    effect["modality"] = modality
    effect["score"] = _strength(effect["direction"], modality, effect["confidence"] or 0.0)


def find_effects(doc: Doc, shares: ShareMoves, listed: Mapping[str, str], gains: Mapping[str, str]) -> Iterator[Effect]:
    """Effects that the encoder considers, denied ones too.

    Args:
        shares: companies whose shares moved.
        listed: direction by entity_id of companies to which a list gives a sign.
        gains: direction by entity_id of companies that sentences say gain or lose.
    """
    owners = owners_of(doc)
    scores, moved = OwnerScores(doc._.pair_scores, owners), _moved(doc._.span_scores, owners)
    words = moving(doc)
    stated = listed.keys() | shares.ways.keys() | gains.keys()
    for company, likely in _causes(doc, scores, listed, shares, gains).items():
        total = sum(_odds(probability) for _, probability in likely)
        for ends, probability in likely:
            pair = scores.best("affects", ends)
            evidence = _sentence(doc, _mention(doc, pair))
            directions = moved.get(company, (0.0,) * len(DIRECTIONS))
            direction = listed.get(company) or _direction(scores.direction_logits(ends), directions)
            sure = scores.modality("affects", ends)
            if sure == "denied" and direction == "negative" and not may_deny(text_of(doc), evidence):
                sure = scores.modality("affects", ends, but="denied")
            sure = "asserted" if company in stated and sure == "denied" else sure
            effect = _effect(doc, ends, sure, direction, evidence, probability)
            effect["features"] = {
                "score": logit(probability),
                "moved": _moved_at_all(
                    directions,
                    words.get(company, _NO_WORDS),
                    company in listed or company in gains or company in shares.pushed,
                    company in shares.ways,
                ),
                "share": logit(_odds(probability) / total),
            }
            yield effect


def _moved_at_all(directions: Sequence[float], words: float, stated: bool, shares: bool) -> float:
    """Log odds that a company is moved, by what encoder, words, lists and shares say."""
    together = _START + _READ * logit(max(directions)) + _WORDS * words + _SHARES * shares
    return max(together, logit(LISTED_MOVED)) if stated else together


def _odds(probability: float) -> float:
    return math.exp(logit(probability))


def _direction(logits: Sequence[float], moved: Sequence[float]) -> str:
    """The direction that the pair and the company's passages agree on best."""
    totals = [pair + COMPANY_WEIGHT * own for pair, own in zip(logits, moved, strict=True)]
    return DIRECTIONS[max(range(len(totals)), key=lambda i: totals[i])]


def _causes(
    doc: Doc, scores: OwnerScores, listed: Collection[str], shares: ShareMoves, gains: Collection[str]
) -> dict[str, list[tuple[Ends, float]]]:
    """By company, what may move it and how probably; the surest, however improbable, of one in a list with a sign, that
    is said to gain or lose or whose shares moved.
    """
    types = _types(doc)
    rule = ontology().relations["affects"]
    sure = {*listed, *shares.pushed}
    stated = {*sure, *shares.ways, *gains}
    found: dict[str, list[tuple[Ends, float]]] = defaultdict(list)
    for ends in scores.ends():
        if rule.allows(types[ends[0]], types[ends[1]]) and ends not in shares.beside:
            probability = scores.probability("affects", ends)
            told = ends[1] in sure and types[ends[0]] != "PERSON"
            least = UNLIKELY.get(types[ends[0]], 0.0) if ends[1] in stated else CONSIDERED
            if told or probability >= least:
                found[ends[1]].append((ends, probability))
    lines = _lines(doc, listed)
    for company in found.keys() & stated:
        ends, probability = max(found[company], key=lambda cause: _fit(cause, listed, lines[company]))
        rest = [cause for cause in found[company] if cause[0] != ends and cause[1] >= CONSIDERED]
        found[company] = [(ends, max(probability, LISTED_CAUSE)), *rest]
    return found


def _fit(cause: tuple[Ends, float], listed: Collection[str], line: Collection[str]) -> float:
    """How well a cause fits a company of a list: best if its line names it, and as a rule no other company of lists."""
    (identity, _), probability = cause
    return logit(probability) + LINE * (identity in line) - LINE * (identity in listed)


def _lines(doc: Doc, listed: Collection[str]) -> dict[str, set[str]]:
    """By company of lists, projects and policies that are named in the lines that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    if not listed:
        return found
    blocks = [block["start"] for block in doc._.blocks]
    named: dict[int, set[str]] = defaultdict(set)
    types = _types(doc)
    for seen in sightings(doc):
        named[bisect_right(blocks, seen.start)].add(seen.id)
    for ids in named.values():
        for company in ids & set(listed):
            found[company] |= {one for one in ids if types[one] in (PROJECT, "POLICY")}
    return found


def _types(doc: Doc) -> dict[str, str]:
    """Type of each entity, or `PROJECT`, by id."""
    return {e["entity_id"]: e["type"] for e in doc._.entities} | {p["project_id"]: PROJECT for p in doc._.projects}


def _moved(scores: list[SpanScore], owners: Mapping[tuple[str, int], str]) -> dict[str, tuple[float, ...]]:
    """By entity, the probability of each direction."""
    odds: dict[str, list[float]] = {}
    for score in scores:
        owner = owners.get(score["span"])
        if score["span"][0] == "mentions" and owner is not None:
            sums = odds.setdefault(owner, [0.0] * len(DIRECTIONS))
            for index, value in enumerate(score["direction"]):
                sums[index] += math.exp(value)
    return {owner: tuple(o / (1 + o) for o in sums) for owner, sums in odds.items()}


def _effect(doc: Doc, ends: Ends, sure: str, direction: str, evidence: Span, probability: float = 0.5) -> Effect:
    quote = key(text_of(doc)[evidence["start"] : evidence["end"]])
    return Effect(
        entity=ends[1],
        cause=ends[0],
        direction=direction,
        modality=sure,
        mechanism=mechanism(quote),
        horizon=horizon(quote),
        evidence=evidence,
        score=_strength(direction, sure, probability),
        method="model",
        confidence=None,
    )


def _strength(direction: str, modality: str, probability: float) -> float:
    return round(_SIGNS.get(direction, 0.0) * _SURENESS.get(modality, 0.0) * max(probability, 0.5), 2)


def _mention(doc: Doc, pair: PairScore) -> Mention:
    """The mention of the company."""
    slot, index = pair["object"]
    mention: Mention = getattr(doc._, slot)[index]
    return mention


def _sentence(doc: Doc, mention: Mention) -> Span:
    sentences = doc_cues(doc)
    number = bisect_right(sentences, mention["start"], key=lambda s: s["start"]) - 1
    return Span(start=sentences[number]["start"], end=sentences[number]["end"])


def _relations(effects: list[Effect]) -> list[Relation]:
    relations: dict[tuple[str, str, str], Relation] = {}
    for effect in sorted(effects, key=lambda e: -(e["confidence"] or 0.0)):
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

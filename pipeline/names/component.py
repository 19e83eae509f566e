"""The spaCy component that turns mentions into entities of the document."""

from __future__ import annotations

import copy
import math
import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.confidence import Features, bar, confidence, logit
from pipeline.document import Entity, Mention, text_of
from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.kb.two_firms import part_of_another
from pipeline.names import bylines
from pipeline.names.appositions import Appositions
from pipeline.names.clusters import Clusters
from pipeline.names.entity_names import Identifiers, entity_type, main_language, main_name, names
from pipeline.names.honorifics import strip_honorific
from pipeline.names.mention_index import MentionIndex
from pipeline.names.paired_mentions import mark_pairs
from pipeline.names.pairs import BracketPairs, Pair
from pipeline.names.repeats import Repeats, forms
from pipeline.text.block_index import BlockIndex

#: Score of a name in a byline that no finder has seen.
_CREDITED = 0.7
#: Between a name and the code of a security: "(", "（NYSE：", " (Nasdaq GS: ".
_UP_TO_CODE = re.compile(r"[^\S\n]?[(（](?:[A-Za-z. ]{2,20}[:：]\s?)?")


@Language.factory(
    "entity_clusters",
    assigns=["doc._.entities", "doc._.mentions"],
    requires=["doc._.mentions", "doc._.blocks", "doc._.tickers"],
    default_config={"least": None},
)
class EntityClusters:
    """Entities of a document from its mentions.

    Bilingual pairs, abbreviations, short forms and repeats add mentions that no finder has seen (methods `pair`,
    `short_form`, `repeat`, `byline`); mentions in page furniture are dropped; the rest is clustered.

    Reads `doc._.mentions`, `blocks`, `tickers`, `amounts`, `dates`, `percentages`, `article`; writes `doc._.mentions`
    (with `entity` set) and `doc._.entities` (`positions` and what linking writes left empty).

    Args:
        least: confidence of an entity, at least; null for the bar of `models/confidence.json`.
    """

    def __init__(self, nlp: Language, name: str, base: KnowledgeBase | None = None, least: float | None = None) -> None:
        self.name = name
        self._least = bar("entity", least)
        self._base = base or load()

    def __call__(self, doc: Doc) -> Doc:
        doc._.mentions, doc._.entities = self.predict(doc)
        return doc

    def predict(self, doc: Doc) -> tuple[list[Mention], list[Entity]]:
        """Mentions and entities of one Doc, whose slots stay as they are."""
        blocks = BlockIndex(doc._.blocks)
        author = (doc._.article or {}).get("author")
        found = copy.deepcopy(doc._.mentions)
        for mention in found:
            strip_honorific(mention)
        index = MentionIndex(text_of(doc), [m for m in found if bylines.kept(blocks.at(m["start"]))])
        values = (v for s in ("amounts", "dates", "percentages", "tickers") for v in getattr(doc._, s))
        blocked = [(v["start"], v["end"]) for v in values if not index.overlapping(v["start"], v["end"])]
        credits = set(bylines.credited(text_of(doc), doc._.blocks))
        for span in sorted(credits):
            _credit(index, span)
        pairs = self._pairs(index, blocked)
        mark_pairs(index, pairs, self._base)
        repeated = list(Repeats(index, blocked).find(forms(index.mentions)))
        for mention in repeated:
            if bylines.kept(blocks.at(mention["start"])):
                index.put(mention)
        mentions = index.mentions
        by_author = {i for i, m in enumerate(mentions) if _is_byline(text_of(doc), m, blocks, credits, author)}
        by_author |= bylines.signed(text_of(doc), doc._.blocks, mentions)
        coded = _coded(text_of(doc), mentions, {ticker["start"] for ticker in doc._.tickers})
        return _sure_enough(mentions, self._entities(text_of(doc), mentions, pairs, by_author, coded), self._least)

    def _pairs(self, index: MentionIndex, blocked: list[tuple[int, int]]) -> list[Pair]:
        """Pairs without overlap between a span of one and a part of a span of another; brackets come first."""
        found = list(BracketPairs(index, blocked, self._base).find())
        mark_pairs(index, found, self._base)
        taken = {span for pair in found for span in (pair.outer, pair.inner)}
        covered = bytearray(len(index.text))
        for start, end in taken:
            covered[start:end] = b"\1" * (end - start)
        for pair in Appositions(index, self._base).find():
            if all(span in taken or not any(covered[slice(*span)]) for span in (pair.outer, pair.inner)):
                found.append(pair)
        return found

    def _entities(
        self, text: str, mentions: list[Mention], pairs: list[Pair], by_author: set[int], coded: set[int]
    ) -> list[Entity]:
        identifiers = Identifiers()
        language = main_language(text)
        by_start: dict[int, list[Pair]] = {}
        for pair in pairs:
            by_start.setdefault(pair.inner[0], []).append(pair)
        entities: list[Entity] = []
        parts = part_of_another(text, mentions, self._base)
        for group in Clusters(mentions, self._base, parts).groups(pairs):
            members = [mentions[i] for i in group]
            own = [p for m in members for p in by_start.get(m["start"], ())]
            byline, code = bool(by_author & set(group)), bool(coded & set(group))
            entities.append(_entity(members, group, own, identifiers, language, byline, code))
        return entities


def _coded(text: str, mentions: list[Mention], codes: set[int]) -> set[int]:
    """Mentions with the code of a security in brackets right behind them; `codes` are starts of these."""
    found = set()
    for number, mention in enumerate(mentions):
        opened = _UP_TO_CODE.match(text, mention["end"])
        if opened and opened.end() in codes:
            found.add(number)
    return found


def _sure_enough(mentions: list[Mention], entities: list[Entity], least: float) -> tuple[list[Mention], list[Entity]]:
    """Without the entities below a confidence, and without their mentions."""
    kept = [e for e in entities if (e["confidence"] or 0.0) >= least]
    stay = sorted(i for e in kept for i in e["mentions"])
    places = {old: new for new, old in enumerate(stay)}
    for entity in kept:
        entity["mentions"] = [places[i] for i in entity["mentions"]]
    return [mentions[i] for i in stay], kept


def _entity(
    members: list[Mention],
    group: list[int],
    pairs: list[Pair],
    identifiers: Identifiers,
    language: str,
    byline: bool,
    coded: bool,
) -> Entity:
    kind = entity_type(members)
    made = names(members, pairs, kind)
    entity_id = identifiers.make(made)
    for mention in members:
        mention["type"], mention["entity"] = kind, entity_id
    seen = _seen(members, kind, coded)
    return Entity(
        entity_id=entity_id,
        type=kind,
        name=main_name(made, language),
        names=made,
        mentions=group,
        byline=byline and kind == "PERSON",
        positions=[],
        kb_id=None,
        candidates=[],
        resolution="unresolved",
        country=None,
        status=None,
        listings=[],
        features=seen,
        confidence=confidence("entity", seen),
    )


def _seen(members: list[Mention], kind: str, coded: bool) -> Features:
    """What speaks for an entity: scores of its mentions, how many and how long they are, whether it is known, and
    whether the code of a security stands behind one.
    """
    known = any(m["kb"] for m in members)
    short = max(len(m["text"]) for m in members) < 3
    return {
        "score": sum(logit(m["score"]) for m in members) / len(members),
        "mentions": math.log(len(members)),
        "known": float(known),
        "short": float(short and not known),
        "known short": float(short and known),
        "code": float(coded),
        f"type={kind}": 1.0,
    }


def _is_byline(
    text: str, mention: Mention, blocks: BlockIndex, credits: set[tuple[int, int]], author: str | None
) -> bool:
    if mention["type"] != "PERSON":
        return False
    block = blocks.at(mention["start"])
    return (
        (block is not None and block["kind"] == "byline")
        or (block is not None and block["kind"] == "bio" and bylines.introduces(text, block, mention))
        or (mention["start"], mention["end"]) in credits
        or bylines.is_author(mention["text"], author)
    )


def _credit(index: MentionIndex, span: tuple[int, int]) -> None:
    known = index.at(*span)
    if known is not None:
        if not (known["kb"] and known["type"] in ("COMPANY", "LOCATION")):  # By Associated Press; By Ann Lee, Hong Kong
            known["type"] = "PERSON"
        return
    index.put(
        Mention(
            start=span[0],
            end=span[1],
            text=index.text[slice(*span)],
            type="PERSON",
            method="byline",
            score=_CREDITED,
            kb=[],
            entity=None,
        )
    )

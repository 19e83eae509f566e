"""The spaCy component that writes projects."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.confidence import Features, bar, confidence, logit
from pipeline.document import PairScore, Project, ProjectMention, Span, SpanScore, TimelineEntry, text_of
from pipeline.encoder.labels import attributes
from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.projects.clustering import cluster, same_logits
from pipeline.projects.fields import WEIGHTS, SectorWords, head, kind_votes
from pipeline.projects.naming import Ids, slug
from pipeline.projects.status import statuses
from pipeline.text.cues import SentenceCues, doc_cues

#: Weight of a word list's vote beside the encoder's logits, by attribute; chosen on dev.
WORDS = {"kind": 1.0, "sector": 4.0, "status": 6.0}
#: Money is a project's own from this logit of its best pair of spans.
OWN_AMOUNT = 0.0


@Language.factory(
    "project_finder",
    assigns=["doc._.projects"],
    requires=["doc._.project_mentions", "doc._.span_scores", "doc._.pair_scores", "doc._.amounts", "doc._.dates"],
    default_config={"least": None},
)
class ProjectFinder:
    """Undertakings that the article reports.

    Writes `doc._.projects`. Parties, locations and `part_of` stay empty: they come with the relations.

    Args:
        least: confidence of a project, at least; null for the bar of `models/confidence.json`.
    """

    def __init__(self, nlp: Language, name: str, base: KnowledgeBase | None = None, least: float | None = None) -> None:
        self.name = name
        self._least = least
        self._base = base or load()

    def __call__(self, doc: Doc) -> Doc:
        mentions: list[ProjectMention] = doc._.project_mentions
        scores = _span_scores(doc._.span_scores)
        money = own_amounts(doc._.pair_scores)
        words = SectorWords(text_of(doc))
        least = bar("project", self._least)
        found = (
            self._project(doc, members, mentions, scores, money, words)
            for members in cluster(mentions, same_logits(doc._.pair_scores))
            if any(can_name(mentions[i]["text"]) for i in members)
        )
        doc._.projects = [project for project in found if (project["confidence"] or 0.0) >= least]
        ids = Ids(e["entity_id"] for e in doc._.entities)
        for project in doc._.projects:
            project["project_id"] = ids.unique(slug(project["name"]))
        return doc

    def _project(
        self,
        doc: Doc,
        members: list[int],
        mentions: Sequence[ProjectMention],
        scores: Mapping[int, list[SpanScore]],
        money: Mapping[int, set[int]],
        words: SectorWords,
    ) -> Project:
        own = [mentions[i] for i in members]
        names = list(dict.fromkeys(m["text"] for m in sorted(own, key=_fullest_first)))
        sentences = [_sentence_at(doc, m["start"]) for m in own]
        rows = [row for i in members for row in scores.get(i, ())]
        timeline = _timeline(doc, own, sentences)
        votes = {
            "kind": kind_votes(names),
            "sector": self._sector_votes(doc, own, sentences, words),
            "status": Counter(_stated(timeline)),
        }
        values = {name: _value(rows, name, options, votes[name]) for name, options in attributes().items()}
        for mention in own:
            mention["kind"], mention["sector"] = values["kind"], values["sector"]
        seen = _seen(doc, own, votes["kind"], timeline, any(money.get(i) for i in members))
        return Project(
            project_id="",
            name=names[0],
            names=names,
            kind=values["kind"],
            sector=values["sector"],
            status=values["status"],
            description=_description(sentences, doc),
            locations=[],
            leads=[],
            investors=[],
            participants=[],
            amounts=sorted({amount for i in members for amount in money.get(i, ())}),
            timeline=timeline,
            part_of=None,
            mentions=members,
            features=seen,
            confidence=confidence("project", seen),
        )

    def _sector_votes(
        self, doc: Doc, own: Sequence[ProjectMention], sentences: Sequence[SentenceCues], words: SectorWords
    ) -> Counter[str]:
        votes: Counter[str] = Counter()
        for mention in own:
            found = head(mention["text"])
            if found is not None and found.sector:
                votes[found.sector] += WEIGHTS["head"]  # type: ignore[assignment]
            words.vote(mention["start"], mention["end"], WEIGHTS["phrase"], votes)
        for start, end in sorted({(s["start"], s["end"]) for s in sentences}):
            words.vote(start, end, WEIGHTS["sentence"], votes)
            for sector in self._company_sectors(doc, start, end):
                votes[sector] += WEIGHTS["company"]  # type: ignore[assignment]
        if not votes:
            words.vote(0, len(text_of(doc)), WEIGHTS["article"], votes)
        count = max(1, len(own))
        return Counter({sector: value / count for sector, value in votes.items()})

    def _company_sectors(self, doc: Doc, start: int, end: int) -> Iterator[str]:
        kb_ids = {m["kb"][0] for m in _between(doc._.mentions, start, end) if m["type"] == "COMPANY" and m["kb"]}
        for kb_id in sorted(kb_ids):
            entry = self._base.entries.get(kb_id)
            if entry is not None and entry.sector and entry.sector != "finance":
                yield entry.sector


def _seen(
    doc: Doc, own: Sequence[ProjectMention], kinds: Counter[str], timeline: Sequence[TimelineEntry], priced: bool
) -> Features:
    """What speaks for a project: scores and number of its phrases, and what is said of it."""
    titles = [b for b in doc._.blocks if b["kind"] == "title"]
    return {
        "score": logit(max(m["score"] for m in own)),
        "mean": sum(logit(m["score"]) for m in own) / len(own),
        "phrases": math.log(len(own)),
        "title": float(any(b["start"] <= m["start"] < b["end"] for b in titles for m in own)),
        "noun": float(bool(kinds)),
        "stated": float(bool(timeline)),
        "priced": float(priced),
        "length": math.log(max(len(m["text"]) for m in own)),
    }


def can_name(phrase: str) -> bool:
    """Whether a phrase may name an undertaking; one lower-case word only if it is the head of such names.

    >>> can_name("merger"), can_name("joint"), can_name("lithium plant")
    (True, False, True)
    """
    alone = phrase.isascii() and phrase.islower() and phrase.replace("-", "").isalpha()
    return not alone or head(phrase) is not None


def _fullest_first(mention: ProjectMention) -> tuple[int, int]:
    return mention["start"] - mention["end"], mention["start"]


def _span_scores(scores: Sequence[SpanScore]) -> dict[int, list[SpanScore]]:
    found: dict[int, list[SpanScore]] = defaultdict(list)
    for score in scores:
        slot, index = score["span"]
        if slot == "project_mentions":
            found[index].append(score)
    return found


def _value(rows: Sequence[SpanScore], name: str, options: Sequence[str], votes: Counter[str]) -> str | None:
    """The option that encoder and words agree on best; null where neither says anything."""
    if not rows and not votes:
        return None
    count = max(1, len(rows))
    totals = [
        sum(row[name][i] for row in rows) / count + WORDS[name] * votes[option]  # type: ignore[literal-required]
        for i, option in enumerate(options)
    ]
    return options[max(range(len(options)), key=lambda i: totals[i])]


def own_amounts(scores: Sequence[PairScore]) -> dict[int, set[int]]:
    """Indexes of the amounts that belong to each project mention."""
    odds: dict[tuple[int, int], float] = defaultdict(float)
    for score in scores:
        (slot, index), (other, amount) = score["subject"], score["object"]
        if slot == "project_mentions" and other == "amounts" and "has_amount" in score["labels"]:
            odds[index, amount] += math.exp(score["labels"]["has_amount"])
    found: dict[int, set[int]] = defaultdict(set)
    for (index, amount), value in odds.items():
        if value > math.exp(OWN_AMOUNT):
            found[index].add(amount)
    return found


T = TypeVar("T", bound=Mapping[str, Any])


def _between(values: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Those of sorted values that start in `start:end`."""
    first = bisect_left(values, start, key=lambda v: v["start"])
    return values[first : bisect_left(values, end, key=lambda v: v["start"])]


def _sentence_at(doc: Doc, start: int) -> SentenceCues:
    sentences = doc_cues(doc)
    return sentences[bisect_right(sentences, start, key=lambda s: s["start"]) - 1]


def _timeline(doc: Doc, mentions: Sequence[ProjectMention], sentences: Sequence[SentenceCues]) -> list[TimelineEntry]:
    """One entry a status and date; a status without a date only where it never has one."""
    found: dict[tuple[str, str | None], TimelineEntry] = {}
    for mention, sentence in zip(mentions, sentences, strict=True):
        span = Span(start=sentence["start"], end=sentence["end"])
        dates = _between(doc._.dates, span["start"], span["end"])
        for entry in statuses(text_of(doc), span, Span(start=mention["start"], end=mention["end"]), dates):
            found.setdefault((entry["status"], entry["date"]), entry)
    dated = {status for status, date in found if date is not None}
    return [entry for (status, date), entry in found.items() if date is not None or status not in dated]


def _stated(timeline: Sequence[TimelineEntry]) -> list[str]:
    """What stopped the project last, else its first definite stage, else what is said first."""
    stated = [t["status"] for t in timeline]
    stopped = [s for s in stated if s in ("cancelled", "suspended", "delayed")]
    definite = [s for s in stated if s not in ("announced", "proposed")]
    return (stopped[-1:] or definite[:1] or stated[:1])[:1]


def _description(sentences: Sequence[SentenceCues], doc: Doc) -> Span | None:
    """The sentence with most names and amounts, of equals the first; titles have no full stop and come last."""
    slots = (doc._.mentions, doc._.amounts, doc._.dates)
    titles = {b["start"] for b in doc._.blocks if b["kind"] in ("title", "heading")}

    def told(sentence: SentenceCues) -> int:
        return sum(len(_between(values, sentence["start"], sentence["end"])) for values in slots)

    best = max(sentences, key=lambda s: (s["start"] not in titles, told(s), -s["start"]), default=None)
    return Span(start=best["start"], end=best["end"]) if best else None

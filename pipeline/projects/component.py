"""The spaCy component that writes projects."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from typing import Any, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.confidence import Features, bar, confidence, logit
from pipeline.document import Project, ProjectMention, Span, TimelineEntry, text_of
from pipeline.kb.knowledge_base import KnowledgeBase, load
from pipeline.projects.choice import Evidence, choose
from pipeline.projects.clustering import cluster, coordinated, same_logits
from pipeline.projects.evidence import ArticleEvidence
from pipeline.projects.heads import head, kind_votes
from pipeline.projects.lexicon import SIGNS
from pipeline.projects.naming import Ids, slug
from pipeline.projects.one_site import one_site
from pipeline.projects.other_names import penalties
from pipeline.projects.signs import group_signs
from pipeline.projects.status import stated, statuses
from pipeline.projects.sums import own_amounts, sums_of
from pipeline.projects.two_languages import told_twice
from pipeline.text.cues import SentenceCues, doc_cues

#: What the logarithm of its length adds to the log odds of a project's name.
_FULL = 1.5


@Language.factory(
    "project_finder",
    assigns=["doc._.projects"],
    requires=[
        "doc._.project_mentions",
        "doc._.mentions",
        "doc._.entities",
        "doc._.span_scores",
        "doc._.pair_scores",
        "doc._.amounts",
        "doc._.dates",
    ],
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
        money = own_amounts(doc._.pair_scores)
        article = ArticleEvidence(doc, self._base)
        sums = {amount["text"] for amount in doc._.amounts}
        known = sums | {m["text"] for m in doc._.mentions if m["kb"] and m["type"] in ("COMPANY", "LOCATION")}
        least = bar("project", self._least)
        apart = coordinated(text_of(doc), mentions)
        folded = text_of(doc).casefold()
        same = same_logits(doc._.pair_scores)

        def made(groups: list[list[int]]) -> list[Project]:
            return [
                _project(doc, article, members, money, _names(folded, [mentions[i] for i in members], known), signs)
                for members, signs in zip(groups, group_signs(doc, groups, same), strict=True)
            ]

        groups = [
            members
            for members in cluster(mentions, same, apart, penalties(doc), one_site(doc))
            if any(can_name(mentions[i]["text"]) and mentions[i]["text"] not in sums for i in members)
        ]
        found = made(groups)
        told = told_twice(found, doc._.amounts)
        if len(told) < len(groups):
            found = made([sorted(i for number in one for i in groups[number]) for one in told])
        doc._.projects = [project for project in found if (project["confidence"] or 0.0) >= least]
        ids = Ids(e["entity_id"] for e in doc._.entities)
        for project in doc._.projects:
            project["project_id"] = ids.unique(slug(project["name"]))
        return doc


def _project(
    doc: Doc,
    article: ArticleEvidence,
    members: list[int],
    money: Mapping[int, set[int]],
    names: list[str],
    signs: Features,
) -> Project:
    own: list[ProjectMention] = [doc._.project_mentions[i] for i in members]
    sentences = [_sentence_at(doc, m["start"]) for m in own]
    timeline = _timeline(doc, own, sentences)
    kinds = kind_votes(names)
    evidence = article.of(members, sentences, kinds, stated(timeline))
    values = {attribute: choose(attribute, found) for attribute, found in evidence.items()}
    for mention in own:
        mention["kind"], mention["sector"] = values["kind"], values["sector"]
    seen = signs | {"stated": float(bool(timeline)), "priced": float(any(money.get(i) for i in members))}
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
        amounts=sums_of(doc, {amount for i in members for amount in money.get(i, ())}, set(members), names),
        timeline=timeline,
        part_of=None,
        mentions=members,
        features=seen,
        confidence=confidence("project", seen),
    )


def evidence_of(doc: Doc, base: KnowledgeBase) -> dict[str, dict[str, Evidence]]:
    """By project and attribute, what spoke for the options: what `seeds/build/project_choice.py` weighs."""
    article = ArticleEvidence(doc, base)
    found = {}
    for project in doc._.projects:
        sentences = [_sentence_at(doc, doc._.project_mentions[i]["start"]) for i in project["mentions"]]
        told = stated(project["timeline"])
        found[project["project_id"]] = article.of(project["mentions"], sentences, kind_votes(project["names"]), told)
    return found


def can_name(phrase: str) -> bool:
    """Whether a phrase may name an undertaking; one lower-case word only if it is the head of such names.

    >>> can_name("merger"), can_name("joint"), can_name("lithium plant")
    (True, False, True)
    """
    alone = phrase.isascii() and phrase.islower() and phrase.replace("-", "").isalpha()
    return not alone or head(phrase, SIGNS) is not None


def _names(text: str, own: Sequence[ProjectMention], known: Set[str]) -> list[str]:
    """The phrases, best name first: surely read, full, and said often.

    Of 200 projects of dev, plain and hard with several phrases the first one is a name of gold's in 0.75, and one of at
    least 0.6 of the length of gold's longest in 0.62; by the score alone in 0.80 and 0.55.

    Args:
        text: of the article, casefolded.
        known: sums and names of companies and places with a row, which name a project only where nothing else does: of
            43,984 names in gold 6 and 30 are such.
    """

    def worth(mention: ProjectMention) -> float:
        often = max(1, text.count(mention["text"].casefold()))
        return logit(mention["score"]) + _FULL * math.log(len(mention["text"])) + math.log(often)

    ranked = sorted(own, key=lambda m: (-worth(m), m["start"]))
    names = list(dict.fromkeys(m["text"] for m in ranked))
    return [name for name in names if name not in known] or names


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


def _description(sentences: Sequence[SentenceCues], doc: Doc) -> Span | None:
    """The sentence with most names and amounts, of equals the first; titles have no full stop and come last."""
    slots = (doc._.mentions, doc._.amounts, doc._.dates)
    titles = {b["start"] for b in doc._.blocks if b["kind"] in ("title", "heading")}

    def told(sentence: SentenceCues) -> int:
        return sum(len(_between(values, sentence["start"], sentence["end"])) for values in slots)

    best = max(sentences, key=lambda s: (s["start"] not in titles, told(s), -s["start"]), default=None)
    return Span(start=best["start"], end=best["end"]) if best else None

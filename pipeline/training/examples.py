"""Annotated articles as examples: windows of pieces, and the gold's spans, pairs and labels on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import spacy
from spacy.language import Language

import pipeline.components  # noqa: F401  (registers the stages)
from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import GoldEntity
from pipeline.annotation.spans import GoldSpan, occurrences
from pipeline.encoder.known_names import KnownNames
from pipeline.encoder.labels import AMOUNT, HAS_AMOUNT, HAS_TITLE, TITLE, TITLE_AT
from pipeline.encoder.pieces import PieceTokenizer
from pipeline.encoder.reading import read
from pipeline.encoder.windows import Window
from pipeline.kb.knowledge_base import load
from pipeline.ontology import PROJECT
from pipeline.text.tokenizer import MixedTokenizer
from pipeline.training.augmentation import Rewritten

_FORMER = re.compile(r"^(?:former|ex-?|outgoing|incoming|acting|then|前任|前|原|时任|時任|候任|代理)\s*", re.IGNORECASE)
#: A title is looked for this far from its holder's name, in code points.
_TITLE_REACH = 160


@dataclass(frozen=True)
class GoldMention:
    """A span of the gold in the text; `owner` is the id of what it names (of a title: title and organization)."""

    start: int
    end: int
    type: str
    owner: str


@dataclass(frozen=True)
class Fact:
    """A labelled ordered pair of owners."""

    label: str
    subject: str
    object: str
    modality: str | None = None
    direction: str | None = None


@dataclass
class Example:
    """One article.

    Attributes:
        mentions: of entities, projects, titles and amounts, sorted; layers overlap.
        facts: by owners.
        attributes: kind, sector and status by project.
        directions: of affected companies; an empty set for other companies is implied.
    """

    stem: str
    language: str
    text: str
    windows: list[Window]
    mentions: list[GoldMention]
    facts: list[Fact]
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    directions: dict[str, set[str]] = field(default_factory=dict)
    sentiment: str | None = None


#: Another form of a text with its spans.
Rewrite = Callable[[str, Sequence[GoldSpan]], Rewritten]


@lru_cache(maxsize=1)
def _reader() -> Language:
    nlp = spacy.blank("xx")
    nlp.tokenizer = MixedTokenizer(nlp.vocab)
    nlp.add_pipe("layout")
    nlp.add_pipe("sentence_splitter")
    return nlp


def example(
    article: AnnotatedArticle, tokenizer: PieceTokenizer, size: int = 320, rewrite: Rewrite | None = None
) -> Example:
    """The example of one article, of its text as it is or rewritten.

    Args:
        size: pieces of a window, at most.
        rewrite: gives the text another form, as `augmentation.Augmenter.rewrite` does.
    """
    gold = article.gold
    mentions = _mentions(article)
    titles = [t for e in gold.entities for t in _titles(e, article.text, mentions)]
    facts = [Fact(r.type, r.subject, r.object, r.modality) for r in gold.relations]
    facts += [Fact(HAS_TITLE, holder, m.owner) for holder, _, m in titles]
    facts += [Fact(TITLE_AT, m.owner, body) for _, body, m in titles if body]
    facts += [Fact(HAS_AMOUNT, p.id, _amount_id(a.text)) for p in gold.projects for a in p.amounts]
    for equity in gold.equities:
        facts += [Fact("affects", f.cause, equity.entity, f.modality, f.direction) for f in equity.effects]
    text, mentions = article.text, [*mentions, *(m for _, _, m in titles)]
    if rewrite is not None:
        after = rewrite(text, article.spans)
        text = after.text
        mentions = [GoldMention(*after.place(m.start, m.end), m.type, m.owner) for m in mentions]
    return Example(
        stem=article.stem,
        language=gold.article.language or "",
        text=text,
        windows=windows_of(text, tokenizer, size),
        mentions=sorted(mentions, key=lambda m: (m.start, m.end)),
        facts=facts,
        attributes={p.id: {"kind": p.kind, "sector": p.sector, "status": p.status} for p in gold.projects},
        directions={q.entity: _directions(q.direction) for q in gold.equities},
        sentiment=gold.sentiment.document,
    )


def windows_of(text: str, tokenizer: PieceTokenizer, size: int) -> list[Window]:
    """Windows of a text as the run time reads it, of `size` pieces at most."""
    return read(_reader()(_reader().make_doc(text)), tokenizer, KnownNames(load()), size)


def _mentions(article: AnnotatedArticle) -> list[GoldMention]:
    entities = [GoldMention(s.start, s.end, s.type, s.entity) for s in article.spans]
    return [*entities, *_projects(article), *_amounts(article)]


def _directions(direction: str) -> set[str]:
    return {"positive", "negative"} if direction == "mixed" else {direction}


def _projects(article: AnnotatedArticle) -> Iterator[GoldMention]:
    return _named(article.text, [(name, p.id) for p in article.gold.projects for name in p.names], PROJECT)


def _amount_id(text: str) -> str:
    return f"amount:{text}"


def _amounts(article: AnnotatedArticle) -> Iterator[GoldMention]:
    surfaces = sorted({a.text for a in article.gold.amounts})
    return _named(article.text, [(surface, _amount_id(surface)) for surface in surfaces], AMOUNT)


def _named(text: str, owners: list[tuple[str, str]], type_: str) -> Iterator[GoldMention]:
    for start, end, owner in occurrences(text, owners):
        yield GoldMention(start, end, type_, owner)


def _titles(
    entity: GoldEntity, text: str, mentions: list[GoldMention]
) -> Iterator[tuple[str, str | None, GoldMention]]:
    """The nearest occurrence of each title to a mention of its holder, with who that is and where."""
    places = [(m.start, m.end) for m in mentions if m.owner == entity.id]
    for position in entity.positions:
        if position.title is None:
            continue
        found = [
            (min(_gap(match.span(), place) for place in places), match.span())
            for form in dict.fromkeys((position.title, _FORMER.sub("", position.title)))
            for match in re.finditer(re.escape(form), text, re.IGNORECASE)
            if places
        ]
        near = [f for f in found if f[0] <= _TITLE_REACH]
        if near:
            start, end = min(near, key=lambda f: (f[0], -(f[1][1] - f[1][0])))[1]
            yield entity.id, position.organization, GoldMention(start, end, TITLE, f"title:{start}:{end}")


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)

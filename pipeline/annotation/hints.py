"""Hints about gold: places that an annotator should look at again; the gold may well be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from pipeline.annotation.article import AnnotatedArticle
from pipeline.annotation.gold import GoldEntity
from pipeline.annotation.hint_words import NO_NAMES
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.matcher import NameMatcher
from pipeline.ontology import ontology
from pipeline.text.scripts import HANGUL, KANA, LATIN, has_han

_CONTEXT = 25
#: A country code before one of these is part of a currency (US$).
_CURRENCY_SIGNS = tuple("$€£¥")
_LETTER = f"{LATIN}0-9"
_WORD = rf"[A-ZÀ-ÖØ-Þ][{_LETTER}’'&-]*(?:\.[A-Z]\.?)*"
_SEQUENCE = re.compile(
    rf"(?<![{_LETTER}_$#@/.]){_WORD}(?:[ \t](?:(?:of|and|the|for|de|du|&)[ \t])?{_WORD})*(?![{_LETTER}$€£¥])"
)
_LATIN_WORD = re.compile(f"[{LATIN}][{_LETTER}’'-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n。！？：”\"“‘(（\[•*/–—|>-])[ \t]*$")
_STOP = re.compile('[.!?。！？…]["”’」』)）]*\\s*$')
#: Share of capitalised words from which a line is taken for a headline, whose capitals say nothing.
_TITLE_CASE = 0.6


class Hint(NamedTuple):
    """A place to look at again; `kind` groups hints of one sort."""

    kind: str
    message: str


class Hints:
    """Finds hints with the names of a knowledge base.

    >>> from pathlib import Path
    >>> from pipeline.annotation.gold import Gold
    >>> from pipeline.kb.knowledge_base import load
    >>> gold = Gold.model_validate({"article": {"id": "a"}, "entities": [], "sentiment": {"document": "neutral"}})
    >>> for hint in Hints(load()).of(AnnotatedArticle("a", Path("a.txt"), "软银集团上涨。", gold)):
    ...     print(hint.kind, "|", hint.message)
    known name | '软银集团' (softbank-group) is not annotated: [[软银集团]]上涨。
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._matcher = NameMatcher(base)

    def of(self, article: AnnotatedArticle) -> list[Hint]:
        """Hints about one article."""
        return [
            *self._unannotated_names(article),
            *_capitalised(article),
            *chain.from_iterable(self._against_base(e) for e in article.gold.entities),
            *chain.from_iterable(_forms(article, e) for e in article.gold.entities),
            *_unextracted(article),
            *_signatures(article),
            *_arrangements(article),
            *_effects(article),
        ]

    def _unannotated_names(self, article: AnnotatedArticle) -> Iterator[Hint]:
        """Known names outside of every mention (each once), and those that a mention covers in part only."""
        text = article.text
        taken = _taken(((s.start, s.end) for s in article.spans), len(text))
        seen: set[str] = set()
        for hit in self._matcher.longest(text):
            surface = text[hit.start : hit.end]
            covered = sum(taken[hit.start : hit.end])
            inside = sum(s.end - s.start for s in article.spans if hit.start <= s.start and s.end <= hit.end)
            if text[hit.end : hit.end + 1] in _CURRENCY_SIGNS and surface.isupper():
                continue
            if surface in seen or covered == len(surface) or covered != inside or all(n.context for n in hit.names):
                continue
            seen.add(surface)
            what = "is longer than the mention in it" if covered else "is not annotated"
            yield Hint("known name", f"{surface!r} ({hit.names[0].kb_id}) {what}: {_shown(text, hit.start, hit.end)}")

    def _against_base(self, entity: GoldEntity) -> Iterator[Hint]:
        """Type and securities unlike those of the entry that carries the entity's names."""
        names = [n for s in entity.mentions for n in self._base.by_name(s) if not n.context]
        entries = {n.kb_id: self._base.entries[n.kb_id] for n in names}
        if entries and all(e.type != entity.type for e in entries.values()):
            other = next(iter(entries.values()))
            yield Hint("type", f"{entity.id}: {entity.type}, but {other.kb_id} is a {other.type}")
        companies = [i for i, e in entries.items() if e.type == "COMPANY"]
        if entity.type != "COMPANY" or len(companies) != 1:
            return
        known = {line.listing for line in self._base.listings.get(companies[0], [])}
        given = None if entity.securities is None else set(entity.securities)
        if given != known and (given is not None or known):
            yield Hint(
                "securities", f"{entity.id}: securities {_listed(given)}, of {companies[0]} known {_listed(known)}"
            )


def _capitalised(article: AnnotatedArticle) -> Iterator[Hint]:
    """Runs of two or more capitalised words, and capitalised words amid a sentence, that nothing annotated touches."""
    text = article.text
    taken = _taken(chain(((s.start, s.end) for s in article.spans), _other_annotations(article)), len(text))
    seen: set[str] = set()
    for start, end in _lines(text):
        if _is_headline(text[start:end]):
            continue
        for match in _SEQUENCE.finditer(text, start, end):
            surface = match.group().rstrip("'’-")
            telling = [w for w in surface.split() if w.rstrip(".") not in NO_NAMES]
            at_start = _SENTENCE_START.search(text[start : match.start()]) is not None or match.start() == start
            if len(telling) <= at_start or surface in seen or any(taken[match.start() : match.end()]):
                continue
            seen.add(surface)
            yield Hint(
                "capitalised",
                f"{surface!r} is not annotated: {_shown(text, match.start(), match.start() + len(surface))}",
            )


def _is_headline(line: str) -> bool:
    """Whether a line has most words capitalised and no stop at its end."""
    words = [w for w in _LATIN_WORD.findall(line) if len(w) > 3]
    return sum(w[0].isupper() for w in words) > _TITLE_CASE * len(words) and not _STOP.search(line)


def _other_annotations(article: AnnotatedArticle) -> Iterator[tuple[int, int]]:
    """Where names of projects, values and titles of posts stand."""
    gold = article.gold
    surfaces = (
        [n for p in gold.projects for n in p.names] + [a.text for a in gold.amounts] + [d.text for d in gold.dates]
    )
    surfaces += [p.title for e in gold.entities for p in e.positions if p.title]
    for surface in dict.fromkeys(surfaces):
        for match in re.finditer(re.escape(surface), article.text, re.IGNORECASE):
            yield match.span()


def _forms(article: AnnotatedArticle, entity: GoldEntity) -> Iterator[Hint]:
    """Names in the text that are no mentions, mentions that are no names, and names under another script's language."""
    named = {n.casefold() for names in entity.names.values() for n in names}
    for language, names in entity.names.items():
        for value in names:
            if value in article.text and value not in entity.mentions:
                yield Hint("form", f"{entity.id}: name {value!r} stands in the text but is no mention")
            wanted = language_by_script(value)
            if wanted != language and (wanted != "en" or language in ("zh", "ja", "ko")):
                yield Hint("form", f"{entity.id}: {value!r} under {language}, not {wanted}")
    if not entity.byline:
        for surface in entity.mentions:
            if surface.casefold() not in named:
                yield Hint("form", f"{entity.id}: mention {surface!r} is in no names")


def language_by_script(name: str) -> str:
    """Language under which the guidelines file a name: `ko` for hangul, `ja` for kana, `zh` for Han alone, else `en`.

    >>> language_by_script("トヨタ自動車"), language_by_script("丰田")
    ('ja', 'zh')
    """
    if re.search(f"[{HANGUL}]", name):
        return "ko"
    if re.search(f"[{KANA}]", name.replace("・", "").replace("ー", "")):
        return "ja"
    return "zh" if has_han(name) else "en"


def _unextracted(article: AnnotatedArticle) -> Iterator[Hint]:
    """Surfaces that stand in the page but not in the text extracted from it."""
    for entity in article.gold.entities:
        for surface in entity.mentions:
            if surface not in article.text and surface in article.source:
                yield Hint("page", f"{entity.id}: surface {surface!r} is in the page but not in its text")


def _signatures(article: AnnotatedArticle) -> Iterator[Hint]:
    """Relations whose ends are of types that the ontology does not provide for, or the same."""
    types, relations = article.types, ontology().relations
    seen: set[tuple[str, str, str]] = set()
    for r in article.gold.relations:
        if not relations[r.type].allows(types[r.subject], types[r.object]):
            yield Hint(
                "signature",
                f"{r.type} {r.subject} → {r.object}: {types[r.subject]} → {types[r.object]} is not provided for",
            )
        if r.subject == r.object:
            yield Hint("signature", f"{r.type} {r.subject} → itself")
        if relations[r.type].symmetric and (r.type, r.object, r.subject) in seen:
            yield Hint("signature", f"{r.type} {r.subject} ↔ {r.object} stands in both directions")
        seen.add((r.type, r.subject, r.object))


def _arrangements(article: AnnotatedArticle) -> Iterator[Hint]:
    """Projects without a lead, with a name that is not in the text or an amount that the article has not."""
    gold = article.gold
    for project in gold.projects:
        if not project.leads:
            yield Hint("project", f"{project.id}: no lead")
        for name in project.names:
            if name.lower() not in article.text.lower():
                yield Hint("project", f"{project.id}: name {name!r} is not in the text")
        for amount in project.amounts:
            if amount not in gold.amounts:
                yield Hint("project", f"{project.id}: amount {amount.text!r} is not among the article's amounts")


def _effects(article: AnnotatedArticle) -> Iterator[Hint]:
    """Effects on oneself, and those of another modality than the relation that repeats them."""
    modalities: dict[tuple[str, str], set[str]] = defaultdict(set)
    for r in article.gold.relations:
        if r.type == "affects":
            modalities[r.subject, r.object].add(r.modality)
    for equity in article.gold.equities:
        for effect in equity.effects:
            where = f"equity {equity.entity}: effect of {effect.cause}"
            if effect.cause == equity.entity:
                yield Hint("effect", f"{where}, itself")
            given = modalities[effect.cause, equity.entity]
            if given and effect.modality not in given:
                yield Hint("effect", f"{where} is {effect.modality}, affects {', '.join(sorted(given))}")


def _taken(places: Iterable[tuple[int, int]], length: int) -> bytearray:
    taken = bytearray(length)
    for start, end in places:
        taken[start:end] = b"\1" * (end - start)
    return taken


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _shown(text: str, start: int, end: int) -> str:
    left, right = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return " ".join(f"{left}[[{text[start:end]}]]{right}".split())


def _listed(listings: set[str] | None) -> str:
    return "not determined" if listings is None else " ".join(sorted(listings)) or "none"

"""Modality and attribution: what a cue word says of the words in its scope.

A cue opens a scope that runs to the end of its clause, to the right (`may …`, `拟…`) or to the left (`… was denied`,
`…未果`). Method after NegEx (Chapman et al. 2001), with scopes cut at clause boundaries. Cues are rows of
`seeds/lexicons/modality_cues.tsv`; rows of modality `none` are traps that consume a look-alike (`not only`, 非洲).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypedDict, cast

from spacy.tokens import Doc

from pipeline.document import Span, text_of
from pipeline.text.lexicons import latin_pattern, lexicon
from pipeline.text.scripts import HAN
from pipeline.text.sentences import doc_sentences

_KEY = "sentence_cues"
#: Where the scope of a cue ends. A comma ends it in Latin text only where a new predicate follows.
_BOUNDARY = re.compile(
    r"[;。；！？!?…—\n]|(?<=\s)[–-](?=\s)|:\s|：|\.(?=\s|$)"
    r"|,?\s{1,3}(?:but|while|whereas|although|though|because|since|which|who|whose|where|unless|if)\s"
    r"|,\s{1,3}(?:and\s(?:it|he|she|they|the|has|have|is|was)|with|as|after|before|having|said|says|according|citing|a|an)\s"
    r"|\s(?:after|before|following)\s|[,，]\s?[“\"「]|[”\"」]\s?[,，]?|[,，](?=\s?[" + HAN + r"])"
)
#: A speaker stands at most this many characters before "said"; longer gaps are another clause's subject.
_SPEAKER_GAP = 40
_STRENGTH = {"denied": 3, "possible": 2, "planned": 1}


class Cue(TypedDict):
    """A cue at `start:end` whose modality holds for `scope_start:scope_end`."""

    start: int
    end: int
    modality: str
    scope_start: int
    scope_end: int


class SentenceCues(TypedDict):
    """One sentence with its cues."""

    start: int
    end: int
    cues: list[Cue]


def clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Clauses of `text[start:end]`, boundary marks left out.

    >>> text = "A will buy B, but C may not"
    >>> [text[c["start"]:c["end"]] for c in clauses(text, 0, len(text))]
    ['A will buy B', 'C may not']
    """
    at = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match.start() > at:
            yield {"start": at, "end": match.start()}
        at = match.end()
    if at < end:
        yield {"start": at, "end": end}


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """Modality cues of the sentence `text[start:end]`, in reading order.

    >>> find_cues("Acme may sell it", 0, 16)
    [{'start': 5, 'end': 8, 'modality': 'possible', 'scope_start': 5, 'scope_end': 16}]
    """
    edges = list(clauses(text, start, end)) or [Span(start=start, end=end)]
    found = []
    for match in _modality_pattern().finditer(text, start, end):
        modality, scope = _modality_rows()[cast(str, match.lastgroup)]
        if modality == "none":
            continue
        clause = edges[max(0, bisect_right(edges, match.start(), key=lambda c: c["start"]) - 1)]
        left, right = match.start(), max(clause["end"], match.end())
        if scope == "left":
            left, right = min(clause["start"], match.start()), match.end()
        found.append(Cue(start=match.start(), end=match.end(), modality=modality, scope_start=left, scope_end=right))
    return found


def modality_at(cues: Sequence[Cue], start: int, end: int) -> str:
    """`asserted`, `planned`, `possible` or `denied` for the words at `start:end`: the strongest cue in scope.

    Denial outweighs possibility, which outweighs a plan: "will not", "may agree to".
    """
    covering = [
        c["modality"]
        for c in cues
        if c["scope_start"] <= start < c["scope_end"] or (start <= c["start"] and c["end"] <= end)
    ]
    return max(covering, key=_STRENGTH.__getitem__, default="asserted")


def doc_cues(doc: Doc) -> list[SentenceCues]:
    """Cues of every sentence, found once and kept with the Doc, so that stages share them."""
    if _KEY not in doc.user_data:
        doc.user_data[_KEY] = [
            SentenceCues(start=s["start"], end=s["end"], cues=find_cues(text_of(doc), s["start"], s["end"]))
            for s in doc_sentences(doc)
        ]
    return cast(list[SentenceCues], doc.user_data[_KEY])


def sentence_of(doc: Doc, start: int) -> SentenceCues | None:
    """The sentence that holds the character at `start`, null between sentences."""
    sentences = doc_cues(doc)
    index = bisect_right(sentences, start, key=lambda s: s["start"]) - 1
    return sentences[index] if index >= 0 and start < sentences[index]["end"] else None


def modality(doc: Doc, start: int, end: int) -> str:
    """Modality of the words at `start:end` within their sentence."""
    sentence = sentence_of(doc, start)
    return modality_at(sentence["cues"], start, end) if sentence else "asserted"


def attribution(text: str, start: int, end: int, names: Sequence[tuple[int, int, str]]) -> str | None:
    """Whose word the sentence `text[start:end]` is: an id of `names`, or the words for an unnamed source, or null.

    Args:
        names: (start, end, entity_id) of the mentions in the sentence, in reading order.

    >>> attribution("Acme will grow, Ann Lee said", 0, 28, [(0, 4, "acme"), (16, 23, "ann-lee")])
    'ann-lee'
    >>> attribution("知情人士透露，甲公司拟上市", 0, 13, [(7, 10, "a")])
    '知情人士'
    """
    for match in _source_pattern("after").finditer(text, start, end):
        named = next((n for n in names if 0 <= n[0] - match.end() <= _SPEAKER_GAP), None)
        if named and not re.search(r"[,;.，。；、]", text[match.end() : named[0]]):
            return named[2]
    unnamed = _source_pattern("unnamed").search(text, start, end)
    for match in _source_pattern("before").finditer(text, start, end):
        named = next((n for n in reversed(names) if 0 <= match.start() - n[1] <= _SPEAKER_GAP), None)
        if unnamed and unnamed.end() <= match.start() and (named is None or named[0] < unnamed.start()):
            return unnamed.group()
        if named and not re.search(r"[,;.。；]", text[named[1] : match.start()]):
            return named[2]
    return unnamed.group() if unnamed else None


@lru_cache(maxsize=1)
def _modality_rows() -> dict[str, tuple[str, str]]:
    return {f"c{i}": (row["modality"], row["scope"]) for i, row in enumerate(lexicon("modality_cues"))}


@lru_cache(maxsize=1)
def _modality_pattern() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<c{i}>{_pattern(row)})" for i, row in enumerate(lexicon("modality_cues"))), re.IGNORECASE
    )


@lru_cache(maxsize=3)
def _source_pattern(side: str) -> re.Pattern[str]:
    rows = [row for row in lexicon("attribution_cues") if row["side"] == side]
    return re.compile("|".join(_pattern(row) for row in rows), re.IGNORECASE)


def _pattern(row: dict[str, str]) -> str:
    return latin_pattern(row["pattern"]) if row["language"] == "en" else f"(?:{row['pattern']})"

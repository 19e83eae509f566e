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
from pipeline.text.lexicons import Terms, folded, lexicon
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
    rows = lexicon("modality_cues")
    for match, row in _modality_terms().find(folded(text[start:end])):
        modality, scope = rows[row]["modality"], rows[row]["scope"]
        if modality == "none":
            continue
        first, last = start + match.start(), start + match.end()
        clause = edges[max(0, bisect_right(edges, first, key=lambda c: c["start"]) - 1)]
        left, right = first, max(clause["end"], last)
        if scope == "left":
            left, right = min(clause["start"], first), last
        found.append(Cue(start=first, end=last, modality=modality, scope_start=left, scope_end=right))
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
    said = folded(text[start:end])
    for match, _ in _source_terms("after").find(said):
        after = start + match.end()
        named = next((n for n in names if 0 <= n[0] - after <= _SPEAKER_GAP), None)
        if named and not re.search(r"[,;.，。；、]", text[after : named[0]]):
            return named[2]
    first = next((m for m, _ in _source_terms("unnamed").find(said)), None)
    unnamed = (start + first.start(), start + first.end()) if first else None
    for match, _ in _source_terms("before").find(said):
        before = start + match.start()
        named = next((n for n in reversed(names) if 0 <= before - n[1] <= _SPEAKER_GAP), None)
        if unnamed and unnamed[1] <= before and (named is None or named[0] < unnamed[0]):
            return text[unnamed[0] : unnamed[1]]
        if named and not re.search(r"[,;.。；]", text[named[1] : before]):
            return named[2]
    return text[unnamed[0] : unnamed[1]] if unnamed else None


@lru_cache(maxsize=1)
def _modality_terms() -> Terms:
    return Terms([(row["language"], row["pattern"]) for row in lexicon("modality_cues")])


@lru_cache(maxsize=3)
def _source_terms(side: str) -> Terms:
    return Terms([(row["language"], row["pattern"]) for row in lexicon("attribution_cues") if row["side"] == side])

"""Modality: what a cue word says of the words in its scope.

A cue opens a scope that runs to the end of its clause, to the right (`may …`, `拟…`) or to the left (`… was denied`,
`…未果`). Method after NegEx (Chapman et al. 2001), with scopes cut at clause boundaries. Cues are rows of
`seeds/lexicons/modality_cues.tsv`; rows of modality `none` are traps that consume a look-alike (`not only`, 非洲),
rows of modality `withdrawn` deny what was pursued before (`scrapped`, 取消).
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
_STRENGTH = {"denied": 3, "possible": 2, "planned": 1}


class Cue(TypedDict):
    """A cue at `start:end` whose modality holds for `scope_start:scope_end`.

    `withdrawn` marks a denial of what was pursued before: "scrapped", 取消.
    """

    start: int
    end: int
    modality: str
    withdrawn: bool
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

    >>> [(c["start"], c["modality"], c["scope_end"]) for c in find_cues("Acme may sell it", 0, 16)]
    [(5, 'possible', 16)]
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
        withdrawn = modality == "withdrawn"
        found.append(
            Cue(
                start=first,
                end=last,
                modality="denied" if withdrawn else modality,
                withdrawn=withdrawn,
                scope_start=left,
                scope_end=right,
            )
        )
    return found


def modality_at(cues: Sequence[Cue], start: int, end: int) -> str:
    """`asserted`, `planned`, `possible` or `denied` for the words at `start:end`: the strongest cue in scope.

    Denial outweighs possibility, which outweighs a plan: "will not", "may agree to".
    """
    return max((c["modality"] for c in covering(cues, start, end)), key=_STRENGTH.__getitem__, default="asserted")


def covering(cues: Sequence[Cue], start: int, end: int) -> list[Cue]:
    """The cues that hold for the words at `start:end`, or stand among them."""
    return [c for c in cues if c["scope_start"] <= start < c["scope_end"] or (start <= c["start"] and c["end"] <= end)]


def doc_cues(doc: Doc) -> list[SentenceCues]:
    """Cues of every sentence, found once and kept with the Doc, so that stages share them; none within a name."""
    if _KEY not in doc.user_data:
        named = {at for m in doc._.mentions for at in range(m["start"], m["end"])}
        doc.user_data[_KEY] = [
            SentenceCues(
                start=s["start"],
                end=s["end"],
                cues=[c for c in find_cues(text_of(doc), s["start"], s["end"]) if c["start"] not in named],
            )
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


@lru_cache(maxsize=1)
def _modality_terms() -> Terms:
    return Terms([(row["language"], row["pattern"]) for row in lexicon("modality_cues")])

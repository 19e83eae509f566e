"""Whether the clause about a company says that it may be moved, whatever the rest of its sentence asserts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from pipeline.document import Effect, Mention, Span, text_of
from pipeline.text.cues import clauses
from pipeline.text.scripts import to_simplified

#: In gold of train 1,997 of 2,029 effects with one of these in their evidence are possible.
_MAY = re.compile(
    r"或(?:[将会可有受迎承面])|有望|(?<!不)可能|料[将会可]"
    r"|\b(?:could|might|may)\b(?! (?:\d|not\b|of\b|(?:well )?have (?:been|done|\w+ed|\w+en|lost|got)?\b))"
)


def only_possible(doc: Doc, effects: Sequence[Effect]) -> Iterator[Effect]:
    """Effects read as facts or plans that the clause of their company makes possible only."""
    for effect in effects:
        span = effect["evidence"]
        own = (
            m for m in doc._.mentions if m["entity"] == effect["entity"] and span["start"] <= m["start"] < span["end"]
        )
        if effect["modality"] in ("asserted", "planned") and any(may_be(text_of(doc), span, m) for m in own):
            yield effect


def may_be(text: str, sentence: Span, company: Mention) -> bool:
    """Whether the clause of a company in a sentence has a word that makes it possible only.

    >>> text = "供应增加，塔恩股份有望受益"
    >>> company = {"start": 5, "end": 9}
    >>> may_be(text, {"start": 0, "end": 13}, company), may_be(text, {"start": 0, "end": 9}, company)
    (True, False)
    """
    return any(
        c["start"] <= company["start"] < c["end"] and _MAY.search(to_simplified(text[c["start"] : c["end"]]))
        for c in clauses(text, sentence["start"], sentence["end"])
    )

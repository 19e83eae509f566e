"""Sentence boundaries for English and Chinese, never across blocks of the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Span, text_of
from pipeline.text.abbreviations import ABBREVIATIONS, OPENERS, TITLES
from pipeline.text.scripts import CJK

_CLOSING = "”’」』）)\\]】》\"'"
_END = re.compile(f"(?:[。！？；!?]+|…{{2,}}|\\.{{3,}}|(?P<stop>\\.))[{_CLOSING}]*")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"'（「]+$")
_NEXT = re.compile(f"\\s*[“\"'(\\[（「『‘]*(?P<word>[{CJK}]|[^\\s.,:;!?]{{1,40}})")
_INITIAL = re.compile(r"(?:^|[.\-])[A-Z]$")


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences of `text[start:end]`, white space around them left out.

    >>> [s["end"] for s in sentence_spans("Acme Inc. rose. “Good.” 好。再见", 0, 24)]
    [15, 23]
    """
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and _ends(text, match, end):
            yield from _trimmed(text, at, match.end())
            at = match.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield {"start": start, "end": end}


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return True
    word = following["word"]
    if match["stop"] is None:
        last = match.group().rstrip("”’」』）)]】》\"'")[-1]
        return last not in "!?." or not word[0].islower()
    if match.end() == following.start("word") and re.match(f"[^{CJK}]", word):
        return False  # no space after the stop: 3.5, U.S.-led, example.com
    if word[0].islower() or (word[0] in "-–—/%" and len(word) < 3):
        return False
    return not _abbreviated(text, match.start(), word)


def _abbreviated(text: str, stop: int, following: str) -> bool:
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return False
    word = before.group()
    if word in TITLES and not (word == "No" and following in OPENERS):
        return True
    if word in ABBREVIATIONS or _INITIAL.search(word):
        return following not in OPENERS
    return False


@Language.factory("sentence_splitter", assigns=["token.is_sent_start", "doc.sents"], requires=["doc._.blocks"])
class SentenceSplitter:
    """Sets `token.is_sent_start`; each block starts a sentence. Furniture is split like the rest."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        starts = {
            span["start"] for block in doc._.blocks for span in sentence_spans(text, block["start"], block["end"])
        }
        opens = np.isin(doc.to_array(IDX), sorted(starts))
        opens[:1] = True
        doc.from_array([SENT_START], np.where(opens, 1, -1).astype("uint64"))  # type: ignore[arg-type]
        return doc


def doc_sentences(doc: Doc) -> list[Span]:
    """Character spans of the sentences of a Doc, white space trimmed, in reading order."""
    return [span for sentence in doc.sents for span in _trimmed(text_of(doc), sentence.start_char, sentence.end_char)]

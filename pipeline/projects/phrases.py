"""The spaCy component that writes project mentions: the phrases that the encoder takes for names of undertakings."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import FURNITURE, ProjectMention, TaggedSpan, text_of
from pipeline.encoder.labels import PROJECTS

_ARTICLE = re.compile(r"(?:the|a|an|its|their|this|that)\s+", re.IGNORECASE)
#: Words that no noun phrase ends with.
_DANGLING = re.compile(
    r"(?:,?\s+(?:to|by|for|of|in|on|at|with|and|from|the|a|its|or|as|about|around|nearly|almost|worth|which|that|is|was|will))+$"
)
#: The last letter of U.S., whose full stop is of the phrase, and what a phrase neither begins nor ends with.
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]$")
_OPENING, _CLOSING = "的)）", "(（"
_EDGE = " \t\r\n,;:，、；：。.\"“”'‘’"


@Language.factory("project_phrases", assigns=["doc._.project_mentions"], requires=["doc._.tagged", "doc._.blocks"])
class ProjectPhrases:
    """Writes `doc._.project_mentions`, sorted, without overlap, and `doc.spans["projects"]` for spaCy's tools."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        furniture = [(b["start"], b["end"]) for b in doc._.blocks if b["kind"] in FURNITURE]
        found = [
            _mention(text, span)
            for span in doc._.tagged
            if span["layer"] == PROJECTS and not any(a <= span["start"] < b for a, b in furniture)
        ]
        doc._.project_mentions = [m for m in found if m["end"] - m["start"] > 1]
        spans = [
            doc.char_span(m["start"], m["end"], "PROJECT", alignment_mode="expand") for m in doc._.project_mentions
        ]
        doc.spans["projects"] = [s for s in spans if s is not None]
        return doc


def _mention(text: str, span: TaggedSpan) -> ProjectMention:
    start, end = span["start"], span["end"]
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    while start < end and text[start] in _EDGE + _OPENING:
        start += 1
    while end > start and text[end - 1] in _EDGE + _CLOSING:
        end -= 1
    end += text[end : end + 1] == "." and _INITIALS.search(text[start:end]) is not None
    dangling = _DANGLING.search(text, start, end)
    end = dangling.start() if dangling else end
    return ProjectMention(start=start, end=end, text=text[start:end], kind=None, sector=None, score=span["score"])

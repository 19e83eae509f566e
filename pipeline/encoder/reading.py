"""A Doc as windows: which sentences are read, and in what order."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.document import text_of
from pipeline.encoder.known_names import KnownNames
from pipeline.encoder.pieces import PieceTokenizer
from pipeline.encoder.windows import Window, windows


def read(doc: Doc, tokenizer: PieceTokenizer, names: KnownNames, size: int = 320) -> list[Window]:
    """Windows over every block that is not furniture.

    Args:
        doc: with `blocks` and sentences.
        names: of the knowledge base.
        size: pieces of a window, at most.
    """
    text = text_of(doc)
    blocks = [b for b in doc._.blocks if b["kind"] != "furniture"]
    places: list[tuple[int, int]] = []
    first: list[bool] = []
    title: int | None = None
    sentences = [(s.start_char, s.end_char) for s in doc.sents]
    at = 0
    for block in blocks:
        while at < len(sentences) and sentences[at][1] <= block["start"]:
            at += 1
        opening = True
        while at < len(sentences) and sentences[at][0] < block["end"]:
            start, end = max(sentences[at][0], block["start"]), min(sentences[at][1], block["end"])
            if text[start:end].strip():
                if opening and block["kind"] == "title" and title is None:
                    title = len(places)
                places.append((start, end))
                first.append(opening)
                opening = False
            at += 1
    return windows(tokenizer.encode(text, places, names.codes(text)), tokenizer, first, title, size)

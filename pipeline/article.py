"""What ingestion hands to the flow: one article as text with its metadata."""

from __future__ import annotations

import hashlib

from pydantic import BaseModel, ConfigDict

#: An article longer than this many characters is rejected: spaCy's own limit, far above any news article.
MAX_CHARACTERS = 200_000


class Article(BaseModel):
    """One article, decoded and freed of markup.

    Attributes:
        text: the article; every offset of a record counts Unicode code points of this string.
        path: as given, relative to the input folder; for one article of many in a file, `file.jsonl#12`.
        content_hash: SHA-256 of the input bytes, hexadecimal.
        published_at: ISO 8601 date or date-time from metadata; the text is consulted later when this is null.
        duplicate_of: doc_id of an earlier near-duplicate, null if none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    path: str = ""
    content_hash: str = ""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_at: str | None = None
    duplicate_of: str | None = None


class Reject(BaseModel):
    """An article that yields no record: one line of `rejects.jsonl`, fields as in the published format."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    content_hash: str | None = None
    stage: str
    error: str
    message: str


def doc_id(text: str) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the text with white space folded.

    >>> doc_id("a  b") == doc_id("a\\nb ")
    True
    """
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]

"""One JSON object or table row -> one article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.article import MAX_CHARACTERS, Article
from pipeline.errors import ArticleError
from pipeline.ingest.dates import iso_date
from pipeline.ingest.options import ReadOptions
from pipeline.ingest.pages import plain_text

#: NUL and lone surrogates, which neither UTF-8 nor a database can hold.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_MARKUP = re.compile(r"(?i)<(?:p|div|br|li|ul|ol|h[1-6]|span|table|article|section|blockquote)\b[^<>]{0,500}>")


def article_of_fields(row: Mapping[str, Any], path: str, content_hash: str, options: ReadOptions) -> Article:
    """The article that a mapping describes; a body with HTML tags is stripped of them.

    Raises:
        ArticleError: stage `parse`: no text field, a text that is no string, or an empty or too long one.
    """
    by_key = {key.casefold(): value for key, value in reversed(list(row.items())) if isinstance(key, str)}
    text = _first(by_key, options.keys("text"))
    if text is None:
        raise ArticleError("parse", "no_text_field", f"none of the fields {', '.join(options.keys('text'))}")
    if not isinstance(text, str):
        raise ArticleError("parse", "text_not_string", f"the text field holds {type(text).__name__}, not a string")
    text = storable(text)
    if _MARKUP.search(text):
        text = plain_text(text)
    texts = {name: _one_line(_first(by_key, options.keys(name))) for name in ("title", "author", "publisher", "url")}
    published_at = iso_date(_first(by_key, options.keys("published_at")))
    return checked(Article(text=text, path=path, content_hash=content_hash, published_at=published_at, **texts))


def checked(article: Article) -> Article:
    """The article itself, if its text is not empty and not too long.

    Raises:
        ArticleError: stage `parse`, error `empty` or `too_large`.
    """
    if not article.text.strip():
        raise ArticleError("parse", "empty", "no text")
    if len(article.text) > MAX_CHARACTERS:
        raise ArticleError("parse", "too_large", f"{len(article.text)} characters, at most {MAX_CHARACTERS} are read")
    return article


def storable(text: str) -> str:
    """NUL and lone surrogates replaced by U+FFFD, one for one, so that offsets stay.

    >>> storable("a\\0b")
    'a\\ufffdb'
    """
    return _UNSTORABLE.sub("\ufffd", text)


def _first(by_key: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    values = (by_key.get(key.casefold()) for key in keys)
    return next((value for value in values if value is not None and value != ""), None)


def _one_line(value: Any) -> str | None:
    """A value of metadata as text: objects give their `name` (schema.org), lists their items joined by commas."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(filter(None, (_one_line(item) for item in value if not isinstance(item, list))))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(storable(str(value)).split()) or None

"""The spaCy component that writes values."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Amount, DateValue, text_of
from pipeline.entities.values.dates import dates
from pipeline.entities.values.money import amounts
from pipeline.entities.values.percentages import percentages
from pipeline.entities.values.publication import publication_date
from pipeline.entities.values.tickers import tickers
from pipeline.text.block_index import BlockIndex

_DATED_FOLDER = re.compile(r"(?<!\d)\d{4}/\d{2}/\d{2}(?!\d)")


def _own_path(path: str) -> str:
    """What of a path may date one article: nothing where a file holds many, of other folders only 2026/02/12."""
    folder, _, name = path.rpartition("/")
    dated = _DATED_FOLDER.search(folder)
    return "" if "#" in path else f"{dated.group() if dated else ''}/{name}"


def _is_aside(value: Amount | DateValue, blocks: BlockIndex) -> bool:
    """Whether a sum or day stands in links and buttons, which are none of the story."""
    block = blocks.at(value["start"])
    return block is not None and block["kind"] == "furniture"


@Language.factory(
    "values",
    assigns=["doc._.amounts", "doc._.dates", "doc._.percentages", "doc._.tickers", "doc._.article"],
    requires=["doc._.blocks"],
)
class Values:
    """Writes amounts, dates, percentages and tickers.

    Where `doc._.article` has no `published_at`, the day that the text or else its path or URL tells is written there
    (ISO 8601): dates are resolved against it and the record shows it.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        article = dict(doc._.article or {})
        addresses = (article.get("url"), _own_path(article.get("path") or ""))
        published = publication_date(text, doc._.blocks, article.get("published_at"), addresses)
        if published and not article.get("published_at"):
            doc._.article = {**article, "published_at": published.isoformat()}
        doc._.tickers = tickers(text)
        blocks = BlockIndex(doc._.blocks)
        doc._.amounts = [a for a in amounts(text) if not _is_aside(a, blocks)]
        doc._.percentages = percentages(text)
        taken = [(v["start"], v["end"]) for v in (*doc._.amounts, *doc._.tickers, *doc._.percentages)]
        doc._.dates = [d for d in dates(text, published, taken) if not _is_aside(d, blocks)]
        return doc

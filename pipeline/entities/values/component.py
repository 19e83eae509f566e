"""The spaCy component that writes values."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.values.money import amounts
from pipeline.entities.values.percentages import percentages


@Language.factory(
    "values",
    assigns=["doc._.amounts", "doc._.dates", "doc._.percentages", "doc._.tickers", "doc._.article"],
    requires=["doc._.blocks"],
)
class Values:
    """Writes amounts, dates, percentages and tickers, and the publication date into `doc._.article`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        doc._.amounts = amounts(doc.text)
        doc._.percentages = percentages(doc.text)
        return doc

"""Fitting the words of `pipeline.sentiment.moving_words` on annotated articles, in ten minutes for train:
`python -m pipeline.training.moving_words corpus/articles/train models/moving_words.tsv`.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
import torch
from spacy.language import Language

import pipeline.components  # noqa: F401  (registers the stages)
from pipeline.annotation.article import AnnotatedArticle
from pipeline.document import Span
from pipeline.evaluation.corpus import read_corpus
from pipeline.sentiment.moving_words import START, Name, company_sentences, features, masked
from pipeline.text.sentences import doc_sentences
from pipeline.text.tokenizer import MixedTokenizer

#: A feature that fewer sentences have gets no weight; 50, 100 and 200 are as good.
LEAST = 100
#: Weight of the squares of the weights.
RIDGE = 0.1
_STEPS = 100
#: A sentence's features and whether it is evidence of an effect on the company.
Row = tuple[frozenset[str], bool]


def rows(articles: Sequence[AnnotatedArticle]) -> Iterator[Row]:
    """Every sentence about every company."""
    nlp = _splitter()
    for article in articles:
        doc = nlp(article.text)
        sentences = list(doc_sentences(doc))
        told = _evidence(article, sentences)
        names = [Name(s.start, s.end, s.entity) for s in article.spans if article.types[s.entity] == "COMPANY"]
        for passage in company_sentences(sentences, [b["start"] for b in doc._.blocks], names):
            right = (passage.company, passage.start) in told
            yield frozenset(features(masked(article.text, passage))), right


def _splitter() -> Language:
    nlp = spacy.blank("xx")
    nlp.tokenizer = MixedTokenizer(nlp.vocab)
    nlp.max_length = 10**7
    nlp.add_pipe("layout")
    nlp.add_pipe("sentence_splitter")
    return nlp


def _evidence(article: AnnotatedArticle, sentences: Sequence[Span]) -> set[tuple[str, int]]:
    """Company and start of each sentence in which the evidence of an effect on it stands."""
    found = set()
    for equity in article.gold.equities:
        for effect in equity.effects:
            quote = effect.evidence.rstrip("…. ").lstrip("…")
            start = article.text.find(quote)
            if start >= 0:
                low = bisect_left(sentences, start + 1, key=lambda s: s["start"]) - 1
                high = bisect_left(sentences, start + max(len(quote) - 1, 1), key=lambda s: s["start"])
                found |= {(equity.entity, s["start"]) for s in sentences[max(low, 0) : high]}
    return found


def fit(members: Sequence[Row], least: int = LEAST) -> dict[str, float]:
    """Weight of each feature that enough sentences have, and of `START`, by logistic regression."""
    counts = Counter(feature for found, _ in members for feature in found)
    names = sorted(feature for feature, count in counts.items() if count >= least)
    x, y = _matrix(members, {name: i for i, name in enumerate(names)})
    weights = torch.zeros(len(names) + 1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=_STEPS, history_size=20, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        logits = torch.mv(x, weights[:-1]) + weights[-1]
        total = torch.nn.functional.binary_cross_entropy_with_logits(logits, y, reduction="sum")
        total = total + RIDGE / 2 * weights.square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    values = weights.detach().tolist()
    return {START: values[-1], **dict(zip(names, values[:-1], strict=True))}


def _matrix(members: Sequence[Row], columns: dict[str, int]) -> tuple[torch.Tensor, torch.Tensor]:
    """Features of each row, their squares summing to 1, and what is to be told."""
    places: list[int] = []
    ends = [0]
    for found, _ in members:
        places += sorted(columns[feature] for feature in found if feature in columns)
        ends.append(len(places))
    sizes = torch.tensor(ends[1:]) - torch.tensor(ends[:-1])
    values = sizes.clamp(min=1).to(torch.float64).rsqrt().repeat_interleave(sizes)
    shape = (len(members), len(columns))
    x = torch.sparse_csr_tensor(torch.tensor(ends), torch.tensor(places), values, size=shape)
    return x, torch.tensor([float(right) for _, right in members], dtype=torch.float64)


def main(corpus: Path, out: Path) -> None:
    """Writes the table, two decimals a weight."""
    weights = fit(list(rows(read_corpus(corpus))))
    lines = [f"{feature}\t{weight:.2f}\n" for feature, weight in weights.items() if round(weight, 2)]
    out.write_text("".join(["feature\tweight\n", *lines]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

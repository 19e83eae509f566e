"""Time grows with the length of an article, not with its square: 20,000 words, each stage by itself."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.article import Article
from pipeline.flow import build_nlp, doc_of
from pipeline.text.scripts import word_count

pytestmark = pytest.mark.slow
DEV = Path(__file__).resolve().parents[2] / "corpus" / "articles" / "dev"
#: Stages that are done sooner are too fast to be measured.
LEAST_SECONDS = 0.3


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_nlp()


def article_of(words: int) -> Article:
    """News of both languages one after the other, as many paragraphs as hold so many words."""
    kept: list[str] = []
    count = 0
    for path in sorted(DEV.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            if count >= words:
                return Article(text="\n\n".join(kept))
            kept.append(paragraph)
            count += word_count(paragraph)
    raise AssertionError(f"{DEV} holds only {count} words")


def seconds(nlp: Language, article: Article) -> dict[str, float]:
    """Processor time of each stage."""
    taken: dict[str, float] = {}
    doc = doc_of(nlp, article)
    for name, stage in nlp.pipeline:
        began = time.process_time()
        doc = stage(doc)
        taken[name] = time.process_time() - began
    return taken


def slow_stages(nlp: Language) -> dict[str, tuple[float, float]]:
    """Stages that take over ten times as long for four times the words: 4 times is linear, 16 quadratic."""
    few, many = (seconds(nlp, article_of(words)) for words in (5_000, 20_000))
    return {n: (few[n], t) for n, t in many.items() if t > LEAST_SECONDS and t > 10 * few[n]}


def test_four_times_the_words_take_less_than_ten_times_as_long(nlp: Language) -> None:
    seconds(nlp, article_of(500))  # what is made at the first article
    slow = slow_stages(nlp)
    if slow:  # a busy machine is slow once, a quadratic stage always
        slow = {n: t for n, t in slow_stages(nlp).items() if n in slow}
    assert not slow

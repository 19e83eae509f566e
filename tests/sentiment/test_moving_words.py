"""Words of sentences about a company, without the encoder."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ModelError
from pipeline.sentiment import moving_words
from pipeline.sentiment.moving_words import Name, company_sentences, features, masked, score


def test_words_of_effects_score_above_words_of_business() -> None:
    assert score(features("\x01 could lose orders to \x02")) > score(features("\x01 is based in Oslo"))
    assert score(features("\x01将受益于涨价")) > score(features("\x01总部位于奥斯陆"))


def test_a_sentence_without_names_goes_on_about_the_first_of_the_last() -> None:
    text = "Acme and Bolt sell. They build. \nOthers rest."
    names = [Name(0, 4, "acme"), Name(9, 13, "bolt")]
    sentences = [{"start": 0, "end": 19}, {"start": 20, "end": 31}, {"start": 33, "end": 45}]
    found = list(company_sentences(sentences, [0, 33], names))  # type: ignore[arg-type]
    assert [(p.company, p.start) for p in found] == [("acme", 0), ("bolt", 0), ("acme", 20)]
    assert masked(text, found[1]) == "\x02 and \x01 sell."


@pytest.mark.parametrize("content", [None, "feature\tweight\nfell\tmuch\n"])
def test_a_missing_or_broken_table_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    table = tmp_path / "moving_words.tsv"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    monkeypatch.setattr(moving_words, "models", lambda _: table)
    moving_words._weights.cache_clear()
    try:
        with pytest.raises(ModelError, match=r"moving_words\.tsv"):
            score({"fell"})
    finally:
        moving_words._weights.cache_clear()

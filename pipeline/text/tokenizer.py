"""Tokenizer for mixed script: CJK one character a token, the rest by spaCy's English rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from pipeline.text.scripts import CJK, CJK_PUNCTUATION

#: Name in spaCy's registry.
MIXED_TOKENIZER = "equitrace.MixedTokenizer.v1"

_SINGLE = re.compile(f"[{CJK}{CJK_PUNCTUATION}]")

#: spaCy takes punctuation off a run of characters one by one, which is quadratic in its length: longer runs are cut.
_LONGEST = 100
_LONG_RUN = re.compile(r"\S{200,}")


class MixedTokenizer:
    """Tokens of mixed text such that every CJK character offset is a token boundary.

    `doc.text == text` always holds, whatever the white space.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> nlp.tokenizer = MixedTokenizer(nlp.vocab)
    >>> [t.text for t in nlp("软银 (SoftBank) pays $55bn")]
    ['软', '银', '(', 'SoftBank', ')', 'pays', '$', '55bn']
    """

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab
        rules: Any = English.Defaults
        self._english = Tokenizer(
            vocab,
            rules=rules.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(rules.prefixes).search,
            suffix_search=compile_suffix_regex(rules.suffixes).search,
            infix_finditer=compile_infix_regex(rules.infixes).finditer,
            token_match=rules.token_match,
            url_match=rules.url_match,
        )

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for word, space in self._pieces(text):
            if word == " " and not space and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(space)
        return Doc(self.vocab, words=words, spaces=spaces)

    def _pieces(self, text: str) -> Iterator[tuple[str, bool]]:
        at = 0
        for match in _SINGLE.finditer(text):
            if match.start() > at:
                yield from self._latin(text[at : match.start()])
            yield match.group(), False
            at = match.end()
        if at < len(text):
            yield from self._latin(text[at:])

    def _latin(self, stretch: str) -> Iterator[tuple[str, bool]]:
        at = 0
        for run in _LONG_RUN.finditer(stretch):
            yield from self._english_tokens(stretch[at : run.start()])
            for start in range(run.start(), run.end(), _LONGEST):
                yield from self._english_tokens(stretch[start : min(start + _LONGEST, run.end())])
            at = run.end()
        yield from self._english_tokens(stretch[at:])

    def _english_tokens(self, stretch: str) -> Iterator[tuple[str, bool]]:
        for token in self._english(stretch):
            yield token.text, bool(token.whitespace_)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to save: the rules are code."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> MixedTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Nothing to save."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> MixedTokenizer:
        """Nothing to load."""
        return self


@registry.tokenizers(MIXED_TOKENIZER)  # type: ignore[untyped-decorator]
def create_mixed_tokenizer() -> Any:
    """Factory for a spaCy config: `[nlp.tokenizer] @tokenizers = "equitrace.MixedTokenizer.v1"`."""

    def create(nlp: Language) -> MixedTokenizer:
        return MixedTokenizer(nlp.vocab)

    return create

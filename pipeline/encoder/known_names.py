"""Gazetteer features: for each piece, whether it begins or continues a name of the knowledge base, and of what type."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.matcher import Hit, NameMatcher
from pipeline.kb.normalise import key
from pipeline.ontology import ontology

Codes = npt.NDArray[np.int32]


def kinds() -> tuple[str, ...]:
    """What a known name may be of: a type of entity, or several."""
    return (*ontology().entity_types, "several")


def code(kind: int, *, is_word: bool, begins: bool) -> int:
    """Number of a character that begins or continues a known name; 0 is for all others.

    Args:
        kind: index in `kinds()`.
        is_word: an ordinary word too, so that it needs support to be a name.
        begins: the name begins here.

    >>> code(0, is_word=False, begins=True), code(0, is_word=False, begins=False), code(1, is_word=True, begins=True)
    (1, 2, 7)
    """
    return 1 + 4 * kind + 2 * is_word + (not begins)


def beginnings() -> list[int]:
    """The codes of characters that begin a name."""
    return [code(kind, is_word=word, begins=True) for kind in range(len(kinds())) for word in (False, True)]


def count() -> int:
    """How many codes there are, 0 among them."""
    return 1 + 4 * len(kinds())


class KnownNames:
    """Codes of the characters of a text.

    The names are all that the tables have, the longest from the left; those that are characters of the words around
    them (日立 in 今日立案) too. What is a mention is for the encoder to say.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._matcher = NameMatcher(base)

    def codes(self, text: str) -> Codes:
        """int32, shape (code points of the text,).

        >>> from pipeline.kb.knowledge_base import load
        >>> KnownNames(load()).codes("台积电 rose").tolist()
        [5, 6, 6, 0, 0, 0, 0, 0]
        """
        found = np.zeros(len(text), np.int32)
        for hit in self._matcher.longest(text):
            kind, is_word = self._kind(hit), self._is_word(hit)
            found[hit.start : hit.end] = code(kind, is_word=is_word, begins=False)
            found[hit.start] = code(kind, is_word=is_word, begins=True)
        return found

    def _kind(self, hit: Hit) -> int:
        types = {self._base.entries[name.kb_id].type for name in hit.names}
        return kinds().index(types.pop() if len(types) == 1 else "several")

    def _is_word(self, hit: Hit) -> bool:
        return all(name.context for name in hit.names) or key(hit.names[0].value) in self._base.han_words


def of_pieces(codes: Codes, places: npt.NDArray[np.int32]) -> Codes:
    """Codes of pieces: each has that of its first character that belongs to a known name.

    Args:
        codes: of the text.
        places: start and end of each piece, int32, shape (pieces, 2).
    """
    listed = codes.tolist()
    return np.array([next((c for c in listed[a:b] if c), 0) for a, b in places.tolist()], np.int32)

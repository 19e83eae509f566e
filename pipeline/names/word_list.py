"""Word lists of language data, written as running text."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a text separated by white space.

    >>> words("of for the")
    ('of', 'for', 'the')
    """
    return tuple(text.split())

"""Forms of address around a person's name, which are no part of it."""

from __future__ import annotations

import re

from pipeline.document import Mention
from pipeline.names.latin_words import HONORIFICS
from pipeline.text.scripts import HAN

_BEFORE = re.compile(rf"(?:(?:{'|'.join(sorted(HONORIFICS))})\.?\s+)+(?=\S)")
_BEHIND = re.compile(f"(?<=[{HAN}][{HAN}])(?:先生|女士|小姐)$")


def strip_honorific(mention: Mention) -> None:
    """Narrow the mention of a person to the name alone, in place.

    >>> doe = Mention(start=4, end=10, text="Ms Doe", type="PERSON", method="test", score=0.6, kb=[], entity=None)
    >>> strip_honorific(doe)
    >>> doe["text"], doe["start"], doe["end"]
    ('Doe', 7, 10)
    """
    if mention["type"] != "PERSON":
        return
    text = mention["text"]
    before, behind = _BEFORE.match(text), _BEHIND.search(text)
    first = before.end() if before else 0
    last = behind.start() if behind else len(text)
    mention["text"] = text[first:last]
    mention["start"], mention["end"] = mention["start"] + first, mention["start"] + last

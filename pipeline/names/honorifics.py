"""Forms of address around a person's name, which are no part of it."""

from __future__ import annotations

import re

from pipeline.document import Mention
from pipeline.names.latin_words import HONORIFICS
from pipeline.text.scripts import HAN

_WORDS = "|".join([*sorted(HONORIFICS), "Tan Sri", "Dat(?:o|uk)", "Dasho", "贵宾", "貴賓", "嘉宾", "嘉賓"])
#: Before a name.
ADDRESS = re.compile(rf"(?:(?:{_WORDS})\.?['’]?\s+)+(?=\S)")
_FORMS = "先生|女士|小姐|博士|教授|院士|[医醫][生师師]|法官|律[师師]|老[师師]|同志"
_BEHIND = re.compile(f"(?<=[{HAN}][{HAN}])(?:{_FORMS})$")
_AFTER = re.compile(_FORMS)


def without_honorific(text: str, end: int) -> int:
    """Where a Han name ends whose form of address ends at `end`; `end` where there is none.

    >>> without_honorific("羅友禮先生（Winston LO）", 5)
    3
    """
    behind = _BEHIND.search(text[max(0, end - 6) : end])
    return end - len(behind.group()) if behind else end


def is_addressed(text: str, end: int) -> bool:
    """Whether a form of address follows the family name that ends at `end`.

    In gold of train the family name is the mention at 35 of 51 such places of people whose full name the article has,
    at 11 there is none, at 5 the form of address is in it.

    >>> is_addressed("陸先生表示", 1)
    True
    """
    return _AFTER.match(text, end) is not None


def strip_honorific(mention: Mention) -> None:
    """Narrow the mention of a person to the name alone, in place.

    >>> doe = Mention(start=4, end=10, text="Ms Doe", type="PERSON", method="test", score=0.6, kb=[], entity=None)
    >>> strip_honorific(doe)
    >>> doe["text"], doe["start"], doe["end"]
    ('Doe', 7, 10)
    >>> doe = doe | {"text": "Dato' Ann Doe", "start": 0, "end": 13}
    >>> strip_honorific(doe)
    >>> doe["text"]
    'Ann Doe'
    """
    if mention["type"] != "PERSON":
        return
    text = mention["text"]
    before = ADDRESS.match(text)
    first = before.end() if before else 0
    last = without_honorific(text, len(text))
    mention["text"] = text[first:last]
    mention["start"], mention["end"] = mention["start"] + first, mention["start"] + last

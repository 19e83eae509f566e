"""Whether a phrase names an undertaking that is denied: "no plans to build a plant", 无意建设电池工厂."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.projects.lexicon import words
from pipeline.text.cues import Cue, covering
from pipeline.text.scripts import has_han, to_simplified

#: From the denial to the phrase at most this many characters.
_REACH = 80
_REPORT = r"(?:\s(?:an?|any|the|all)?\s?(?:media\s)?(?:reports?|rumou?rs?|claims?|talks?|plans?|suggestions?))?"
_WILL = (
    r"(?:\s(?:that|of|it|they|he|she|is|are|was|were|has|had|have|would|will|plan(?:s|ned)?|intend(?:s|ed)?|aims?|to|be"
    r"|been))*"
)
_MODIFIERS = r"(?:\s[\w'’-]+){0,3}\s?"
_PLAN_FOR = re.compile(r"\bfor(?:\s(?:an?|any|the))?\s$", re.IGNORECASE)
_HAN_WORDS = "[^，。；：]"
#: What is not told or not affected is not denied.
_HAN_OTHER = "透露|披露|说明|公布|提及|影响|表示|回应|完成|具体|详"


def denied(text: str, cues: Sequence[Cue], start: int, end: int) -> bool:
    """Whether the making of what `text[start:end]` names is denied, rather than given up or something else about it.

    >>> from pipeline.text.cues import find_cues
    >>> text = "Acme has no plans to build a plant. Acme did not say where the plant stands."
    >>> [denied(text, find_cues(text, 0, len(text)), at, at + 5) for at in (29, 63)]
    [True, False]
    """
    return any(
        cue["modality"] == "denied"
        and not cue["withdrawn"]
        and cue["end"] <= start <= cue["end"] + _REACH
        and (_makes_latin(text[cue["start"] : start], text[cue["end"] : start]) or _makes_han(text[cue["end"] : end]))
        for cue in covering(cues, start, end)
    )


def _makes_latin(before: str, gap: str) -> bool:
    return _PLAN_FOR.search(before) is not None or _latin_gap().fullmatch(gap) is not None


def _makes_han(stretch: str) -> bool:
    """From the denial to the end of the phrase, which may hold the verb itself."""
    return has_han(stretch) and _han_gap().fullmatch(to_simplified(stretch)) is not None


@lru_cache(maxsize=1)
def _latin_gap() -> re.Pattern[str]:
    return re.compile(rf"{_REPORT}{_WILL}\s{words('en', 'making').pattern}{_MODIFIERS}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _han_gap() -> re.Pattern[str]:
    return re.compile(rf"(?!.*(?:{_HAN_OTHER})){_HAN_WORDS}{{0,20}}{words('zh', 'making').pattern}{_HAN_WORDS}{{0,30}}")

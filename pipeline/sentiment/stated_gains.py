"""Companies that a sentence says gain or lose: "a boon for Acme", "Acme stands to benefit", 艾可有望受益, 拖累艾可.

`seeds/lexicons/gain_frames.tsv` has what stands right before or behind the name. In gold of train 460 of 483 companies
that they match are affected, 455 of these the same way or both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from pipeline.document import Mention, text_of
from pipeline.sentiment.joint_names import list_before, list_from
from pipeline.sentiment.sightings import companies, within
from pipeline.text.lexicons import lexicon, spaced
from pipeline.text.scripts import to_simplified
from pipeline.text.sentences import doc_sentences

#: Between a frame and the name behind it: what the company is.
_FILLER = (
    r"(?:\s(?:the|its|their|both|also|shares of|(?:rival|peer|owner|parent|supplier)s?|the likes of"
    r"|(?:compan(?:y|ies)|makers?|firms?) (?:such as|like)|[\w-]*(?:er|or|group|giant|major|bank|firm)s?))*\s$"
)
#: Between a name and the frame behind it: its code, and what is said of it aside.
_CODE = r"(?:\s*[(（][^()（）\n]{0,40}[)）]){0,2}"
_ASIDE = r"(?:,[^,;.\n]{1,80},)?\s(?:(?:also|both|each|too|then|now|still|likewise|meanwhile)\s)?"
_ENDS = {("en", "before"): ("", _FILLER), ("en", "behind"): (_CODE + _ASIDE, "")}
_ENDS |= {("zh", "before"): ("", "了?$"), ("zh", "behind"): (_CODE, "")}
#: Characters before a name or frame that are looked at.
_REACH = 60
#: Before a frame, what denies it.
_NOT = re.compile(
    r"(?:\b(?:not|no|never|hardly|barely|little|nor|without)|n['’]t)\W(?:\w+\W){0,2}$|[不非未难无没]$", re.I
)
#: Before a name, what makes the statement behind it another's, or denies it.
_OTHERS = re.compile(r"(?<!shares )\b(?:of|at|with|by|from|to|in)\s$|[不未没难][会有以]?[对令使让给]$", re.IGNORECASE)
_QUESTION = re.compile(r"[?？][\s”\"」]*$")


def stated_gains(doc: Doc) -> dict[str, str]:
    """Direction by entity_id of companies that sentences say gain or lose; none for two directions."""
    text = to_simplified(text_of(doc))
    names = companies(doc)
    found: dict[str, set[str]] = {}
    for sentence in doc_sentences(doc):
        start, end = sentence["start"], sentence["end"]
        here = within(names, start, end)
        if here and not _QUESTION.search(text, start, end):
            for company, direction in _gains(text, start, end, here):
                found.setdefault(company, set()).add(direction)
    return {company: ways.pop() for company, ways in found.items() if len(ways) == 1}


def _gains(text: str, start: int, end: int, here: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Companies of a sentence and the lists that they begin or end, with the direction of the frame beside them."""
    for number, mention in enumerate(here):
        last = here[number + 1]["start"] if number + 1 < len(here) else end
        for side, direction, pattern in _frames():
            if side == "before":
                match = pattern.search(text, max(start, mention["start"] - _REACH), mention["start"])
            else:
                match = pattern.match(text, mention["end"], last)
            if not match or _ends(_NOT, text, start, match.start()):
                continue
            joint = list_from(text, here[number:]) if side == "before" else list_before(text, here[: number + 1])
            if side == "before" or not _ends(_OTHERS, text, start, joint[0]["start"]):
                yield from ((str(one["entity"]), direction) for one in joint)


def _ends(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether the words right before a place are of a pattern."""
    return pattern.search(text, max(start, end - _REACH), end) is not None


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Side, direction and pattern of each row."""
    return tuple(
        (row["side"], row["direction"], re.compile(before + spaced(row["pattern"]) + behind, re.IGNORECASE))
        for row in lexicon("gain_frames")
        for before, behind in [_ENDS[row["language"], row["side"]]]
    )

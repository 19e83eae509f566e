"""The frames of this stage, compiled from `verb_frames.tsv`, `nominal_frames.tsv`, `plain_frames.tsv`,
`role_frames.tsv` and `attachment_frames.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.relations.argument_patterns import CHAINS
from pipeline.relations.view import CHARACTERS
from pipeline.text.lexicons import folded_pattern, latin_pattern, lexicon

_C = CHARACTERS
#: Letters of templates: A actor, B body, C company, G government, K what can be restricted, X company or project …
CLASSES = {
    "A": _C["COMPANY"] + _C["GOVERNMENT"] + _C["ORGANIZATION"] + _C["PERSON"] + _C["LOCATION"],
    "B": _C["COMPANY"] + _C["GOVERNMENT"] + _C["ORGANIZATION"],
    "C": _C["COMPANY"],
    "K": _C["COMPANY"] + _C["LOCATION"] + _C["PRODUCT"],
    "J": _C["PROJECT"],
    "L": _C["LOCATION"],
    "P": _C["PERSON"],
    "R": _C["GOVERNMENT"] + _C["ORGANIZATION"] + _C["LOCATION"] + _C["POLICY"],
    "X": _C["COMPANY"] + _C["PROJECT"],
    "N": "".join(_C.values()),
    "Z": "^，。；：、！？,;:\\s" + "".join(_C.values()),
}
_SLOT = re.compile(r"\{(?:(?P<role>[SO]):)?(?P<kind>[A-Z])(?P<single>1?)\}")
#: An apostrophe of a template, or a class of characters with all that it holds.
_APOSTROPHE = re.compile(r"\[(?:\\.|[^\]\\])*\]|'")


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A trigger between two names. In the passive voice the subject of the relation stands right of the trigger.

    The trigger is matched against folded text: alternatives that ignore case are not skipped by their first letters.
    """

    language: str
    relation: str
    passive: bool
    trigger: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class NominalFrame:
    """A whole construction with groups S and O, matched against folded text; no list stands in those of `single`.

    `kinds` are the kinds of project that its object may have, empty where it need be none.
    """

    language: str
    relation: str
    pattern: re.Pattern[str]
    single: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AttachmentFrame:
    """A construction with an actor S whose object, a project, is told by the context: "lenders: …", 由…承建.

    `kinds` are the kinds of project that it may speak of, empty for all. Matched against folded text.
    """

    relation: str
    kinds: frozenset[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def attachment_frames() -> tuple[AttachmentFrame, ...]:
    """Attachment frames in the order of the table."""
    return tuple(
        AttachmentFrame(
            row["relation"],
            frozenset(k for k in row["kinds"].split("|") if k),
            re.compile(template(folded_pattern(row["template"]))),
        )
        for row in lexicon("attachment_frames")
    )


@lru_cache(maxsize=1)
def verb_frames() -> tuple[VerbFrame, ...]:
    """Verb frames; rows of one relation, language and voice become one frame."""
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for row in lexicon("verb_frames"):
        grouped.setdefault((row["language"], row["relation"], row["voice"]), []).append(row["trigger"])
    return tuple(
        VerbFrame(language, relation, voice == "passive", _trigger(language, triggers))
        for (language, relation, voice), triggers in grouped.items()
    )


def _trigger(language: str, triggers: list[str]) -> re.Pattern[str]:
    joined = folded_pattern("|".join(sorted(triggers, key=len, reverse=True)))
    return re.compile(latin_pattern(joined) if language == "en" else f"(?:{joined})")


@lru_cache(maxsize=1)
def nominal_frames() -> tuple[NominalFrame, ...]:
    """Nominal frames in the order of the table.

    >>> {f.relation for f in nominal_frames()} >= {"subsidiary_of", "located_in"}
    True
    """
    return _whole("nominal_frames")


@lru_cache(maxsize=1)
def plain_frames() -> tuple[NominalFrame, ...]:
    """Frames of whole statements, subject to object, that gold nearly always has: told whatever the encoder reads."""
    return _whole("plain_frames")


@lru_cache(maxsize=1)
def role_frames() -> tuple[NominalFrame, ...]:
    """Plain frames of who is what in a project, by its kind: a loan from a bank is the bank's to give, an order is not.

    In gold of train 1,198 of the 1,265 parties that they find have that role.
    """
    return _whole("role_frames")


def _whole(name: str) -> tuple[NominalFrame, ...]:
    return tuple(
        NominalFrame(
            row["language"],
            row["relation"],
            re.compile(template(folded_pattern(row["template"]))),
            tuple(slot["role"] for slot in _SLOT.finditer(row["template"]) if slot["single"]),
            frozenset(kind for kind in row.get("kinds", "").split("|") if kind),
        )
        for row in lexicon(name)
    )


def template(text: str) -> str:
    """A template with its slots as groups; `{S:A}` is the subject, an actor, `{S:A1}` one that is no list; `{Z}` is one
    character within a clause; other capitals are those of `argument_patterns.CHAINS`.

    >>> template("{S:C} rival {O:C}").count("(?P<")
    2
    """

    def slot(match: re.Match[str]) -> str:
        if match["kind"] in CHAINS:
            return CHAINS[match["kind"]]
        chars = CLASSES[match["kind"]]
        if match["role"] is None:
            return f"[{chars}]" if match["kind"] != "N" else chars
        return f"(?P<{match['role']}>[{chars}])"

    return _APOSTROPHE.sub(_either_apostrophe, _SLOT.sub(slot, text))


def _either_apostrophe(match: re.Match[str]) -> str:
    """Straight and curly apostrophes alike, in a class of characters and outside."""
    return match.group().replace("'", "'’") if match.group()[0] == "[" else "['’]"

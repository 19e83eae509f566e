"""Inflected forms of English dictionary entries: a small suffix rule and the irregular verbs of business news."""

from __future__ import annotations

import re

from pipeline.sentiment.irregular_verbs import DOUBLED, IRREGULAR

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def forms(phrase: str, inflection: str) -> set[str]:
    """Word forms under which a phrase is looked for.

    Args:
        inflection: `verb` (its first word is conjugated), `noun` (its last word takes a plural), `fixed`.

    >>> sorted(forms("fall short", "verb"))
    ['fall short', 'fallen short', 'falling short', 'falls short', 'fell short']
    >>> sorted(forms("price war", "noun"))
    ['price war', 'price wars']
    """
    if inflection == "verb":
        head, blank, rest = phrase.partition(" ")
        return {form + blank + rest for form in conjugated(head)}
    return {phrase, _with_s(phrase)} if inflection == "noun" else {phrase}


def conjugated(verb: str) -> set[str]:
    """Base, third person, past, participles of an English verb.

    >>> sorted(conjugated("slip"))
    ['slip', 'slipped', 'slipping', 'slips']
    """
    stem = verb[:-1] if verb.endswith("e") else verb
    stem += stem[-1] if verb in DOUBLED else ""
    past = IRREGULAR.get(verb) or (stem[:-1] + "ied" if _CONSONANT_Y.search(verb) else stem + "ed",)
    return {verb, _with_s(verb), (verb if verb.endswith("ee") else stem) + "ing", *past}


def _with_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) else "s")

"""Whether what a sentence says of a company is that it may be moved, whatever the rest of the sentence asserts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from pipeline.document import Effect, Mention, Span, text_of
from pipeline.sentiment.sightings import companies, within
from pipeline.text.cues import clauses
from pipeline.text.scripts import to_simplified

#: In gold of train 2,678 of 2,711 effects with one of these in their evidence are possible.
_MAY = re.compile(
    r"或[将会可有受迎承面令使致需被失增降减影让拖]|[有可]望|(?<!不)可能|料[将会可]|恐(?![怖慌龙])|有机会|若(?!干)|如果|一旦"
    r"|\b(?:could|might|may)\b(?! (?:\d|not\b|of\b|(?:well )?have (?!to\b)(?:been|done|\w+ed|\w+en|lost|got)?\b))"
    r"|\bexpects? (?:[^,;]{1,50}? )?to\b|\blikely\b|\bif\b"
)
#: Words with which a sentence may deny an effect. In gold of train 2,540 of 3,009 companies with denied effects only
#: have one in a sentence of theirs, and 3,101 of 11,227 sentences that tell of a negative effect.
_DENIES = re.compile(
    r"\b(?:not|no|nothing|never|neither|nor|without|none|nobody|hardly|barely|scarcely|little|unaffected|untouched"
    r"|unscathed|unmoved|unchanged|immune|insulated|exempt|remote|too \w+|spared?|limited|minimal|negligible|cannot"
    r"|small|drop in the|den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|rul(?:es|ed) out|nil|zero|nowhere"
    r"|refus(?:es|ed)|escap(?:es|ed)|ignore[sd]?|shrug\w*|least|less)\b|n['’]t\b"
    r"|无(?!人)|没|未(?!来)|不(?![利足少断同仅只止过振佳及])|难[言说以]|有限|非(?!洲)|否|免|谈不上|毫|小|与此|微|两回事|撇清|可控",
    re.IGNORECASE,
)
#: A sentence that opens with a condition; in gold of train 345 of 348 effects told in one are possible.
_CONDITION = re.compile(
    r"[\s\"“]*(?:不过，?|但|而|然而，?|But |And )?(?:若(?!干)|如果|一旦|倘若?|假如|[Ii]f\b|Should\b|Were\b)"
    r"[^，,。；;]{2,80}[，,]"
)
_STATEMENT_ENDS = re.compile("[;；]")


def only_possible(doc: Doc, effects: Sequence[Effect]) -> Iterator[Effect]:
    """Effects read as facts or plans that the statement about their company makes possible only."""
    names = companies(doc)
    for effect in effects:
        start, end = effect["evidence"]["start"], effect["evidence"]["end"]
        here = within(names, start, end)
        if effect["modality"] in ("asserted", "planned") and (
            is_conditional(text_of(doc), effect["evidence"])
            or may_be(text_of(doc), effect["evidence"], here, effect["entity"])
        ):
            yield effect


def is_conditional(text: str, sentence: Span) -> bool:
    """Whether a sentence opens with a condition.

    >>> is_conditional("若海峡关闭，塔恩将受损", {"start": 0, "end": 11})
    True
    """
    return _CONDITION.match(to_simplified(text[sentence["start"] : sentence["end"]])) is not None


def may_deny(text: str, sentence: Span) -> bool:
    """Whether a sentence has a word with which it may deny an effect.

    >>> may_deny("It will hurt Acme", {"start": 0, "end": 17}), may_deny("It won't hurt Acme", {"start": 0, "end": 18})
    (False, True)
    """
    return _DENIES.search(to_simplified(text[sentence["start"] : sentence["end"]])) is not None


def may_be(text: str, sentence: Span, names: Sequence[Mention], company: str) -> bool:
    """Whether a word makes it possible only in the clause of a company, or in those behind it that name no other.

    In gold of train 1,917 of 2,003 effects on companies of which such clauses say so are possible.

    Args:
        names: of the companies in the sentence, sorted.
        company: its entity_id.

    >>> text, names = "供应增加，塔恩股份有望受益", [{"start": 5, "end": 9, "entity": "tarn"}]
    >>> may_be(text, {"start": 0, "end": 13}, names, "tarn"), may_be(text, {"start": 0, "end": 9}, names, "tarn")
    (True, False)
    """
    parts = list(clauses(text, sentence["start"], sentence["end"]))
    for own in (name for name in names if name["entity"] == company):
        others = [name["start"] for name in names if name["entity"] != company and name["start"] >= own["end"]]
        statement = _statement(text, parts, own, min(others, default=sentence["end"]))
        if _MAY.search(to_simplified(statement)):
            return True
    return False


def _statement(text: str, parts: Sequence[Span], own: Mention, last: int) -> str:
    """The clause of a name and those behind it that end before `last`, up to a semicolon."""
    first = next((i for i, part in enumerate(parts) if part["start"] <= own["start"] < part["end"]), None)
    if first is None:
        return ""
    end = parts[first]["end"]
    for part in parts[first + 1 :]:
        if part["end"] > last or _STATEMENT_ENDS.search(text, end, part["start"]):
            break
        end = part["end"]
    return text[parts[first]["start"] : end]

"""Tickers that stand behind a name, and whether they agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Doc

from pipeline.document import Ticker, text_of
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.markets import markets
from pipeline.text.scripts import has_han

Agreement = Literal["agrees", "conflict", "namesake"]

#: A ticker belongs to a name that ends at most this many characters before it: bracket, exchange, a gloss.
_REACH = 40
#: Between a name and a code that is given as that name's own.
_RIGHT_BEHIND = re.compile(
    r"[\s(（\[【<,，:：]*(?:(?:股票|证券|證券|股份)?(?:代码|代碼|代號|代号|简称|簡稱)?[\s:：]*)?(?:[A-Z]{1,6}[\s:：]*)?"
)


#: A code as Reuters writes it, whose letters are its own on many exchanges: SAPG.DE, TTEF.PA, VOWG_p.DE.
_OF_A_WIRE = re.compile(r"[A-Z]{2,6}[a-z]?(?:_[a-z])?\.[A-Z]{1,2}")


def behind_names(doc: Doc) -> dict[str, list[tuple[Ticker, bool]]]:
    """By entity the tickers behind its names, each with whether nothing but a bracket stands between."""
    found: dict[str, list[tuple[Ticker, bool]]] = {}
    text = text_of(doc)
    for ticker in doc._.tickers:
        before = [m for m in doc._.mentions if m["end"] <= ticker["start"] and ticker["start"] - m["end"] <= _REACH]
        named = [m for m in before if m["type"] in ("COMPANY", "ORGANIZATION") and m["entity"]]
        companies = [m for m in named if m["type"] == "COMPANY"]
        if (
            named
            and named[-1]["type"] != "COMPANY"
            and _RIGHT_BEHIND.fullmatch(text, named[-1]["end"], ticker["start"])
        ):
            continue  # of a body that has shares: 中金：港交所(00388)
        if companies:
            between = text[companies[-1]["end"] : ticker["start"]]
            if "。" not in between:
                close = _RIGHT_BEHIND.fullmatch(between) is not None
                found.setdefault(companies[-1]["entity"], []).append((ticker, close))
    return found


def issuers(base: KnowledgeBase, tickers: Iterable[Ticker]) -> list[str]:
    """Rows whose line one of the tickers may be."""
    found = (base.by_listing(listing) for ticker in tickers for listing in ticker["listings"])
    return list(dict.fromkeys(kb_id for kb_id in found if kb_id))


def has_code(base: KnowledgeBase, kb_id: str, ticker: Ticker) -> bool:
    """Whether a code in digits alone, whose exchange the text does not give, is a code of a row."""
    return ticker["text"].isdigit() and any(line.code == ticker["text"] for line in base.listings[kb_id])


def agreement(base: KnowledgeBase, kb_id: str, ticker: Ticker, surfaces: Iterable[str]) -> Agreement:
    """Whether a code right behind a name is one of the row that the name stands for.

    Digits without an exchange are the row's if it has them on any market, and a wire's own letters (SAPG.DE for SAP) if
    they are no row's. `conflict`: it is another row's, or the row has another code on that market. `namesake`: no row
    has the code, the row has no line in that market's country, and the name is a single word, which names a company
    elsewhere too.
    """
    own = base.listings[kb_id]
    if not ticker["listings"]:
        return "agrees"
    if {line.listing for line in own} & set(ticker["listings"]) or has_code(base, kb_id, ticker):
        return "agrees"
    mics = {listing.partition(":")[0] for listing in ticker["listings"]}
    at_market = any(line.mic in mics for line in own)
    if issuers(base, [ticker]):
        return "conflict"
    if at_market:
        return "agrees" if _OF_A_WIRE.fullmatch(ticker["text"]) else "conflict"
    countries = {markets()[mic].country for mic in mics if mic in markets()}
    at_home = {base.entries[kb_id].country} | {markets()[line.mic].country for line in own if line.mic in markets()}
    foreign = not countries & at_home and not any(_is_long(surface) for surface in surfaces)
    return "namesake" if foreign else "agrees"


def _is_long(name: str) -> bool:
    return len(name) > 3 if has_han(name) else " " in name

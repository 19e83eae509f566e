"""The lines of shares that a company stands for: its own, else those of the companies it controls."""

from __future__ import annotations

from pipeline.document import Listing, Ticker
from pipeline.kb.knowledge_base import KnowledgeBase, KnownListing
from pipeline.kb.markets import markets

_ROLES = ("primary", "secondary", "depositary_receipt")


def own_listings(base: KnowledgeBase, kb_id: str) -> list[Listing]:
    """Every line of the issuer, primary first.

    >>> from pipeline.kb.knowledge_base import load
    >>> [line["listing"] for line in own_listings(load(), "softbank-group")]
    ['XTKS:9984']
    """
    lines = sorted(base.listings.get(kb_id, []), key=lambda line: (_ROLES.index(line.role), line.mic))
    return [_listing(base, line, "self", None) for line in lines]


def related_listings(base: KnowledgeBase, kb_id: str) -> list[Listing]:
    """Lines of the units that an unlisted parent controls or holds, in the order of their ids."""
    found: list[Listing] = []
    seen = {kb_id}
    level = [kb_id]
    while level:
        children = [(c, k) for parent in level for c, k in sorted(base.children.get(parent, [])) if c not in seen]
        seen.update(c for c, _ in children)
        for child, kind in children:
            found += [_listing(base, line, kind, child) for line in base.listings.get(child, [])]
        level = [c for c, kind in children if kind == "subsidiary" and not base.listings.get(c)]
    return found


def _listing(base: KnowledgeBase, line: KnownListing, link: str, via: str | None) -> Listing:
    return Listing(
        listing=line.listing,
        mic=line.mic,
        ticker=line.code,
        symbol=base.symbol(line),
        isin=line.isin,
        role=line.role,
        link=link,
        via=via,
    )


def ticker_listing(ticker: Ticker) -> Listing | None:
    """The line that a code in the text stands for, null where its exchange is not sure."""
    if len(ticker["listings"]) != 1:
        return None
    mic, code = ticker["listings"][0].split(":", 1)
    return Listing(
        listing=ticker["listings"][0],
        mic=mic,
        ticker=code,
        symbol=markets()[mic].symbol(code),
        isin=None,
        role="primary",
        link="self",
        via=None,
    )

"""Looking up entries by what a person types: an id, a name or a part of one, a code."""

from __future__ import annotations

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.markets import markets
from pipeline.kb.normalise import key


def find(base: KnowledgeBase, query: str, limit: int = 20) -> list[str]:
    """Ids of entries, best first: the id itself, the code, the exact name, names that begin so, names that hold it.

    >>> from pipeline.kb.knowledge_base import load
    >>> find(load(), "300750")[0] == find(load(), "宁德时代")[0] == "catl"
    True
    """
    wanted = key(query.strip())
    if not wanted:
        return []
    found = dict.fromkeys([query.strip()] if query.strip() in base.entries else [])
    found |= dict.fromkeys(_by_code(base, query.strip().upper()))
    found |= dict.fromkeys(name.kb_id for name in base.by_key(wanted))
    if len(found) < limit:
        partial = sorted(
            (k for k in base.name_keys() if wanted in k), key=lambda k: (not k.startswith(wanted), len(k), k)
        )
        for name_key in partial[: limit * 4]:
            found |= dict.fromkeys(name.kb_id for name in base.by_key(name_key))
    return list(found)[:limit]


def _by_code(base: KnowledgeBase, code: str) -> list[str]:
    """Issuers of `MIC:code`, of a code on any market, of a Yahoo-style symbol."""
    lines = [code] if ":" in code else []
    for mic, market in markets().items():
        bare = code.removesuffix(market.yahoo.upper()) if market.yahoo else code
        lines += [f"{mic}:{bare}", *([market.listing(bare)] if bare.isdigit() else [])]
    return [kb_id for line in lines if (kb_id := base.by_listing(line))]

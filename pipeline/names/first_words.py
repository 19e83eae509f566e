"""First words of longer names of companies that are names of others elsewhere: Kestrel, of Kestrel Copper Ltd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.document import Mention
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.legal_forms import is_formal
from pipeline.names.form_key import form_key
from pipeline.names.shared_words import opening
from pipeline.text.scripts import has_han

#: Sector of companies that are in all.
_MANY_TRADES = "other"


def free_first_words(mentions: Sequence[Mention], base: KnowledgeBase) -> set[int]:
    """Take the rows from a company's first word once the article has given the one longer name that it begins.

    So where the longer one is of no known company and the word a name of others in some texts only (Kestrel, of
    Kestrel Copper Ltd.), and where the word is the name of a house of many trades (Sumitomo, of Sumitomo Metal
    Mining): in gold 34 of 39 such words mean the company.

    Returns:
        Indexes of the mentions whose rows are taken.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    freed: set[int] = set()
    for i, mention in enumerate(mentions):
        form = form_key(mention["text"])
        if mention["type"] != "COMPANY" or has_han(form):
            continue
        if " " in form:
            longer[opening(form)].add(form)
        elif len(longer[form]) == 1 and _gives_way(base, mention, *longer[form]):
            mention["kb"] = []
            freed.add(i)
    return freed


def _gives_way(base: KnowledgeBase, mention: Mention, longer: str) -> bool:
    """Whether a word is rather the beginning of a longer name than what the knowledge base knows by it."""
    names = base.by_name(mention["text"])
    rows = [base.entries[name.kb_id] for name in names if not mention["kb"] or name.kb_id in mention["kb"]]
    if base.by_name(longer):
        return bool(rows) and all(row.type == "COMPANY" and row.sector == _MANY_TRADES for row in rows)
    return is_formal(longer) and bool(names) and all(name.context for name in names)

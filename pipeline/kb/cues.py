"""What news names beside a company: products, brands, sites, trades and people, which tell it from its namesakes."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.text.scripts import has_han


def is_cued(base: KnowledgeBase, kb_id: str, text_key: str) -> bool:
    """Whether a text has a cue of an entry (`cues.tsv`): a Latin one as whole words, with or without a plural's s.

    Args:
        text_key: the text's `normalise.key`.

    >>> from pipeline.kb.knowledge_base import load
    >>> is_cued(load(), "kingfisher", "screwfix opened in lyon"), is_cued(load(), "kingfisher", "a blue bird")
    (True, False)
    """
    return any(_stands(cue, text_key) for cue in base.cues[kb_id])


def _stands(cue: str, text_key: str) -> bool:
    if cue not in text_key:
        return False
    return has_han(cue) or _words(cue).search(text_key) is not None


@lru_cache(maxsize=2048)
def _words(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(cue)}s?(?![a-z0-9])")

"""Words that carry nothing when names and titles are compared (data only)."""

from __future__ import annotations

#: Words that mark a post as a former one, before or behind the title.
FORMER_LATIN = ("former", "formerly", "ex", "previous", "previously", "erstwhile", "onetime", "one time")
FORMER_HAN = ("前任", "曾任", "前", "原")

#: Determiners at the head of a noun phrase.
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "that"})

#: Function words inside a noun phrase.
FUNCTION_WORDS = frozenset({"of", "for", "in", "on", "at", "to", "and", "with", "by", "from", "s"})

#: Heads that almost any undertaking can have; they alone make no two project names alike.
GENERIC_HEADS = frozenset(
    {
        "project", "projects", "plan", "programme", "program", "scheme", "initiative", "deal", "agreement", "contract",
        "transaction", "investment", "venture", "undertaking", "offer", "order",
    }
)  # fmt: skip
#: The same in Han, Simplified as normalised names are; a longer one stands before its own tail.
GENERIC_HEADS_HAN = (
    "建设项目", "项目", "专案", "计划", "计画", "工程", "方案", "协议", "合同", "合约", "交易",
)  # fmt: skip

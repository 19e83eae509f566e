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
GENERIC_HEADS_HAN = (
    "建设项目", "建設項目", "项目", "項目", "專案", "专案", "计划", "計劃", "計畫", "工程", "方案", "协议", "協議", "合同", "合約", "交易",
)  # fmt: skip

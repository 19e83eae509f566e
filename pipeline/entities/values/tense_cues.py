# ruff: noqa: E501  (patterns and tables are read by the line)
"""Language data: words that put a date into the future or the past. Chinese in Simplified."""

from __future__ import annotations

#: Right in front of a date.
FUTURE_BEFORE = (
    r"(?:\b(?:(?:is|are|has|have|remains?|stays?|serves?|runs?|valid|will)\b[^.,;]{0,40}(?:until|till)|by|no later than|before|(?:forward|back|delayed|postponed|moved|deferred|pushed|put off|extended) to|for an?|as early as|as soon as|expires?(?: on| in)?|effective|starting(?: in| from| on)?|"
    r"beginning(?: in| from| on)?|upcoming|ends?(?: on| in)?|expected (?:in|on|by)|(?:pencill?ed in|earmarked|booked|lined up|scheduled|slated) for|ahead of|waiting for|awaiting)(?: the| around| about| early| late)?|截至?不?到|预计于|将于|拟于|计划于|定于|料于|争取于|力争|不迟于|不晚于)\s*$"
)
PAST_BEFORE = r"(?:\b(?:had [\w ]{2,20} by|(?:had been|was|were) (?:due|scheduled|expected|meant|supposed|planned)\b[^.,;]{0,40}|since|ended|ending|as of|back in|as recently as)(?: the| early| late)?|截至|截止|自|早在|已于|曾于|曾在)\s*$"
#: Anywhere in the sentence in front of it, or within a few words behind it; a participle is of the verb before it.
FUTURE = (
    r"\b(?:(?:will|shall|would|could|can|may|might|must|should|to)(?: not| also| soon| \w+ly)? be (?:\w+ly )?\w+|will|shall|would|should(?! not| have)|could|may|might|going to|plans?|planned|planning|aims?|targets?|targeted|targeting|expects?|expected|scheduled|slated|due|forecast|"
    r"set to|is to|are to|was to|to (?:start|begin|open|close|complete|launch|come|be|enter|ship|finish|finali[sz]e|take|file|vote|decide|meet|publish|report)|"
    r"hopes?|intends?|likely|begins?|starts?|takes (?:over|effect|up)|comes into|opens|closes|expires?|hears|votes|meets|reports|reopens|resumes|in place of)\b|\bwhen (?:it|they|he|she|trading) \w+s\b|"
    r"将|(?<![模虚])拟|计划|预计|预期|有望|(?<![材原燃饮涂资塑肥颜染饲辅面布物废养毛敷])料|力争|争取|目标|或于|可望|届时|起实施|施行|召开|到期|截标|投产前|望"
)
PAST = (
    r"\b(?:was|were|had|did|said|told|made|took|won|bought|sold|began|rose|fell|got|paid|left|saw|came|went|put|set|cut|hit|lost|led|met|gave|built|ran|has|have|been|"
    r"ago|earlier|\w{3,}ed)\b|[了曾已过]|此前|获|以来|净利|营收|营业收入|同比|环比|签订|签署|完成|公布|交付量|销量"
)
#: Within a few words behind it only: a date behind such a word belongs to what is announced.
PAST_BEHIND = "披露|公告称|表示|宣布"
#: Right behind a date.
FUTURE_BEHIND = r"(?:之?前|起|以前|内完成|开始实施|开庭|召开)"

"""Who stands left and right of a verb: the subject and object of a trigger in a view, in both languages."""

from __future__ import annotations

import re

from pipeline.relations.view import NODE

#: Words between a name and its verb that keep the name its subject.
_CHAIN = re.compile(
    r"(?:\s*(?:,|(?<![\w])(?:will|would|shall|should|may|might|can|could|must|is|are|was|were|be|been|being|has|have|had|also|now|"
    r"already|still|recently|yesterday|today|reportedly|not|never|no|longer|only|just|jointly|together|both|each|"
    r"first|again|currently|previously|formally|officially|separately|since|then|later|soon|even|likely|itself|"
    r"said|says|announced|confirmed|denied|denies|insisted|told|it|they|he|she|that|which|who|and|but|or|to|"
    r"agreed|agrees|plans?|planned|planning|wants?|wanted|intends?|intended|aims?|aimed|hopes?|hoped|expects?|expected|"
    r"seeks?|sought|seeking|tried|trying|tries|decided|prepares?|preparing|set|due|scheduled|about|going|ready|free|able|"
    r"considering|considers?|considered|refused|declined|failed|offered|offers|pledged|promised|vowed|committed|needs?|"
    r"started|began|begun|continues?|continued|stopped|ceased|has yet|yet|did|does|do|on|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|last|this|week|month|year|in talks|talks|weighing|exploring|mulling|ruled out|by|of|in)(?![\w])|n['’]t))*\s*$",
    re.IGNORECASE,
)
_LATIN_EDGE = re.compile(
    r"[;:!?“”\"]|\.\s|\s[–—-]\s|\b(?:but|while|whereas|although|though|because|after|before|when|if|unless|as|since|until)\b",
    re.IGNORECASE,
)
_CONJOINED = re.compile(r"(?:,|\band\b|\bto\b|\bthen\b|\bor\b|\bby\b)\s*$", re.IGNORECASE)
_PREPOSED = re.compile(
    r"\b(?:in|on|at|of|by|with|from|for|to|into|over|under|after|before|against|between|near|via|through|including|like|than|as|"
    r"about|without|around|across|outside|inside|the|a|an|former|its|their)\s+$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:the|a|an|its|their|former)\s+$", re.IGNORECASE)
#: Between a verb and its object: at most five words, none of which opens another phrase.
_OBJECT_GAP = re.compile(rf"\s*(?:(?:\d[\d.,]*%|¤|[\w'’&-]+|[\w&-]+['’]s?)\s+){{0,5}}?(?P<node>{NODE})")
_GAP_STOP = re.compile(
    r"\b(?:in|on|at|by|with|from|for|to|into|over|under|after|before|against|between|near|via|through|and|or|but|that|which|who|"
    r"is|are|was|were|has|have|had|will|would|said|as|than|because|while|if|when|not|no)\b",
    re.IGNORECASE,
)
_HAN_EDGE = re.compile(r"[。；：！？;:!?“”「」]|(?:电|讯|报导|报道)[，,]")
_HAN_ADVERB = re.compile(
    r"(?:[\s,，]|今日|昨日|昨天|今天|近日|日前|此前|随后|已经|已|正在|正|将|拟|计划|可能|有望|或|或将|曾|也|还|又|再|仍|并|则|均|都|就|便|才|共同|联合|"
    r"宣布|表示|称|透露|指出|公告|说|同意|决定|考虑|打算|准备|预计|承诺|希望|同时|此次|本次|其后|最终|终于|首次|再次|正式|成功|未|未能|没有|不会|并未|尚未|否认|"
    r"上周|本周|上月|本月|去年|今年|明年|年内|年底|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年|\d{1,2}日|[上下]午|早前|早些时候|目前|现|刚|刚刚|近期|最近|先后|分别|各|一起|"
    r"等|公司|集团|方面|旗下|要|会|能|可|应|需|以|在[^，。；]{1,12}|于[^，。；]{1,10}|以[^，。；]{1,14}|耗资[^，。；]{1,10}|斥资[^，。；]{1,10})*$"
)
_HAN_PREPOSED = re.compile(r"(?:在|向|对|与|和|从|由|被|把|将|给|为|于|同|跟|及|因|据|比|让|获|受|自|经)$")
_HAN_GAP = re.compile(rf"(?P<gap>[^，。；：、！？{NODE[1:-1]}]{{0,14}}?)(?P<node>{NODE})")
_HAN_GAP_STOP = re.compile(r"(?:与|和|在|对|向|从|由|被|是|但|而|并|后|时|前|因|称|说|表示|以及|给)")


def subject(string: str, at: int, language: str) -> int | None:
    """Position of the name that is the subject of the verb at `at`, null if another noun is.

    Right before the verb chain ("Acme has agreed to buy"), or else the name that opens the clause, where the verb is
    joined to an earlier one ("Acme will build … and operate …").
    """
    return _han_subject(string, at) if language == "zh" else _latin_subject(string, at)


def _latin_subject(string: str, at: int) -> int | None:
    floor = 0
    for edge in _LATIN_EDGE.finditer(string, 0, at):
        floor = edge.end()
    chain = _CHAIN.search(string, max(floor, at - 120), at)
    before = chain.start() if chain else at
    if before > floor and re.match(NODE, string[before - 1]):
        return (
            before - 1 if _heads(string, before - 1, floor, string[before:at]) else _opener(string, floor, before - 1)
        )
    if _CONJOINED.search(string, floor, at) or re.search(r"\b(?:it|they|which|who)\b", string[before:at]):
        return _opener(string, floor, at)
    return None


def _heads(string: str, node: int, floor: int, between: str) -> bool:
    """Whether a name is no complement of a preposition; a relative pronoun takes even that."""
    if re.match(r",?\s(?:which|who|that)\b", between):
        return True
    left = string[max(floor, node - 14) : node]
    if _ARTICLE.search(left):
        left = _ARTICLE.sub("", left)
    return _PREPOSED.search(left) is None


def _opener(string: str, floor: int, end: int) -> int | None:
    for match in re.finditer(NODE, string[floor:end]):
        node = floor + match.start()
        follows = string[node + 1 : node + 3]
        if _heads(string, node, floor, "") and follows not in ("'s", "’s") and not follows.startswith("-"):
            return node
    return None


def _han_subject(string: str, at: int) -> int | None:
    floor = 0
    for edge in _HAN_EDGE.finditer(string, 0, at):
        floor = edge.end()
    clause = max(floor, string.rfind("，", floor, at) + 1, string.rfind(",", floor, at) + 1)
    for start in (clause, floor):
        found = _clause_subject(string, start, at)
        if found is not None:
            return found
        if (
            start == clause
            and not _HAN_ADVERB.match(string, start, at)
            and re.search(NODE, string[start:at]) is None
            and at - start > 10
        ):
            return None  # the clause has another subject of its own
    return None


def _clause_subject(string: str, start: int, end: int) -> int | None:
    for match in re.finditer(NODE, string[start:end]):
        node = start + match.start()
        if _HAN_PREPOSED.search(string, max(start, node - 1), node) is None and string[node + 1 : node + 2] not in (
            "的",
            "、",
        ):
            return node
    return None


def object_(string: str, at: int, language: str) -> int | None:
    """Position of the name that is the object of the trigger that ends at `at`, null if something else is."""
    if language == "zh":
        match = _HAN_GAP.match(string, at)
        if match is None or _HAN_GAP_STOP.search(match["gap"]):
            return None
        return match.start("node")
    match = _OBJECT_GAP.match(string, at)
    while match is not None:
        node = match.start("node")
        if _GAP_STOP.search(string, at, node):
            return None
        if string[node + 1 : node + 3] not in ("'s", "’s", "s'"):
            return node
        at = node + 3
        match = _OBJECT_GAP.match(string, at)
    return None

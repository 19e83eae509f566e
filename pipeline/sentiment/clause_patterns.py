"""Language data: what joins companies into a list, what parts a company from a cue, what marks a cause.

All patterns are matched against comparison keys (Simplified, lower case, half width, straight quotes).
"""

from __future__ import annotations

import re

#: Bracketed glosses and codes, which neither part nor join.
BRACKETED = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
#: The rest of a bracket that opened before, and the start of one that closes behind.
BRACKET_TAIL = re.compile(r"^[^()]{0,60}\)")
BRACKET_HEAD = re.compile(r"\([^()]{0,60}$")
#: Between two members of a list.
LIST_JOINT = re.compile(
    r"\s*(?:,|、|/|&|,?\s*\b(?:and|or|plus|as well as)\b|和|及|与|以及|或|跟|同)\s*(?:the\s|also\s|both\s)?\s*"
)
#: A new clause begins here: no cue behind it is said of a company before it.
BARRIER_EN = re.compile(
    r"[;:。]|\s[—–-]\s|—|[.!?]['\")]*\s"
    r"|\b(?:but|while|whereas|although|though|because|when|if|unless|until|whether|(?:since|as)\s(?:the|it|they|he|she|its|their|investors|a|an))\b"
    r"|\band\s(?:it|they|he|she|the|its|their|a|an|this|that|those|analysts|investors|other|some|so)\b|\bthat\b"
)
BARRIER_ZH = re.compile(r"[;:。!?]|——|但|而(?!言|且)|不过|然而|却|因为|由于|如果")
#: "X's rivals": the company named is not the one meant.
GROUP_OF = re.compile(
    r"'s?\s(?:[\w-]+\s){0,2}(?:rivals?|suppliers?|competitors?|customers?|peers?|clients?|lenders?|creditors?|partners?"
    r"|shareholders?|investors?|holders|analysts?|employees|workers|subsidiar(?:y|ies)|parent|founder|chief|ceo|chairman|president|boss|users)\b"
    r"|\s?(?:的|旗下|竞争)?(?:主要|最大|直接|老)?(?:竞争对手|对手|供应商|客户|同行|股东|债权人|分析师|研究员|投资者|投资人|伙伴|员工|用户|子公司|母公司|创始人|董事长|总裁|高管)"
)
#: A company before this is a source of words.
SPEECH = re.compile(
    r"\b(?:said|says|say|told|reckons?|estimates?d?|expects?|thinks?|wrote|writes|argues?d?|believes?|calculates?|forecasts?|notes?d?|figures|calculated|judges|rates"
    r"|warns?|warned|analysts?|according)\b|表示|认为|指出|预计|测算|称|预期|估算|估计|估|报告|研报|透露|强调|分析师|计过|算过|料|判断|给出|目标价|评级"
)
#: The speaker speaks of itself.
SELF = re.compile(r"\b(?:it|its|they|their|we|our|itself)\b|公司|集团|本行|自身|自己|其|我们|旗下")
#: What brokers do to other companies, unless it is done to the one named.
RATES = re.compile(
    r"(?!.*(?:获|被|遭|收到))[^,]*(?:目标价|评级|(?:给出|给予)?[\"“](?:买入|卖出|增持|减持|中性|持有))"
    r"|\s(?:has\s)?(?:(?:raised|lifted|cut|lowered|kept|trimmed|has)\s)[^,]*(?:price\starget|target\sprice|rating)"
)
#: A company behind this is no subject (shares *of* X are an exception).
PREPOSITION = re.compile(
    r"\b(?:of|by|from|with|to|at|in|on|for|than|against|like|including|versus|over|under|after|via|through|behind|near"
    r"|between|about|into|toward|towards|around|unlike|excluding|except|into|per|before)\s(?:the\s|its\s|his\s|rival\s|both\s|a\s)?$"
    r"|(?:对|向|从|由|为|替|把|将|被|受|据|给|比|较|因|经|遭|通过|超过|来自|面对|针对|除|除了|随着|伴随|不同于|关于|相对)\s?$"
)
#: The same at the start of a sentence makes the company its topic ("For Acme, it was a poor day").
FRONTED = re.compile(r"[^\w]{0,3}(?:for|as\sfor|at|over\sat|对于?|至于|就)\s?$")
SHARES_OF = re.compile(r"\b(?:shares?|stocks?|adrs?|adss?|those|that|holders|shareholders)\s(?:of|in|at)\s(?:the\s)?$")
#: The cause stands behind these.
CAUSE_AHEAD = re.compile(
    r"\b(?:because\sof|due\sto|owing\sto|thanks\sto|following|after|amid|on\s(?:the|news|word|reports?|hopes?|fears?|expectations)"
    r"|(?:driven|caused|hit|hurt|lifted|boosted|helped|buoyed|dragged\sdown)\sby)\b|因为?|受(?:到|惠于|益于)?|由于|得益于|受益于|被|遭"
)
#: A company behind this is not the object of the cue before it.
OBJECT_GAP_EN = re.compile(
    r"[.;!?。]|\b(?:but|while|whereas|although|because|which|who|if|when|from|and|as|after|than)\b"
)
OBJECT_GAP_ZH = re.compile(r"[。;,!?]")
#: Matched on a line feed and the sentence. A clause that begins so speaks of the company named last: pronouns, definite descriptions, bare mentions of shares.
ANAPHOR = re.compile(
    r"(?:[,;.:。\n]\s?|\b(?:and|but|while|as|that|said|says)\s|[\"'])(?:(?P<latin>it|its|they|their|whose|which|the\s(?:company|group|firm|bank|chipmaker|carmaker"
    r"|miner|retailer|builder|developer|drugmaker|airline|utility|lender|shares?|stock)|(?:(?:its|their|the|whose)\s)?(?:[\w-]+\s){0,2}(?:shares?|stock|adrs?|adss?|depositary\sshares))\b"
    r"|(?:但|而|却|可|此外|当日|今日|昨日|周[一二三四五]|\d{1,2}(?:月\d{1,2})?日)*,?(?P<han>其|它|该公司|公司|集团|该股|股价|股份|本公司|两家公司|[ah]股|收报|盘中|午盘))"
)
#: Between a company and a signed move: a share class, or a relative clause.
SIGN_GAP = re.compile(r"\s*(?:[ahb]股|adr|adrs|股价|shares?)?\s*|,\s(?:which|who)[^,;。]{0,50},?\s*")
#: Parts a company from a move even where shares are named in between.
SHARE_BARRIER = re.compile(r"[;:。!?]|\b(?:but|while|whereas|although|and)\b|但|而")
#: Behind a company in its sentence: it is said not to be moved.
_UNMOVED = re.compile(
    r"\b(?:(?:is|are|was|were|be)\s(?:not|un)\s?(?:touched|affected|concerned)|(?:not|un)(?:touched|affected)\sby|outside\sthe"
    r"|too\s(?:large|big|small)\sto\s(?:notice|matter)|hardly\s(?:notices?|matters?)|gets?\snothing|gained\snothing"
    r"|(?:sees?|expects?|has|have)\s(?:no|little)\s(?:material\s)?(?:impact|effect)|(?:was|were|closed|ended)\s(?:steady|flat|unchanged)"
    r"|has\snothing\sto\sdo\swith)\b"
    r"|不受(?:[^,。;]{0,12}的?)?影响|影响(?:有限|不大|很小|甚微|可以忽略)|没有(?:重大|实质|明显)?影响|无(?:重大|实质|明显)影响|无升跌|无涨跌"
    r"|不痛不痒|与此(?:事|案)?无关|与本案无关|原地不动|未见异动"
)
#: Ends what a sentence says of the company it began with.
_NEXT_SUBJECT = re.compile(r";|\s[–—-]\s|——|\b(?:but|while|whereas)\b|但|而")


def says_unmoved(words: str) -> bool:
    """Whether a sentence, from a company on, says that nothing moves it.

    >>> says_unmoved("acme is not touched by the ruling"), says_unmoved("acme loses; bolt sees no impact")
    (True, False)
    """
    return _UNMOVED.search(_NEXT_SUBJECT.split(words, maxsplit=1)[0]) is not None

"""Language data: what may stand between a name and its verb, and between a verb and its object.

Patterns are matched against a view, in which every name is one character (`view.NODE`).
"""

from __future__ import annotations

import re

from pipeline.relations.view import BODIES, NODE

_CHAIN_WORDS = """will would shall should may might can could must is are was were be been being has have had also now already
    still recently yesterday today reportedly not never no longer only just jointly together both each first again currently
    previously formally officially separately since then later soon even likely itself said says announced confirmed denied
    denies insisted told it they he she that which who and but or to agreed agrees plan plans planned planning want wants
    wanted intend intends intended aim aims aimed hope hopes hoped expect expects expected seek seeks sought seeking tried
    trying tries decided prepare prepares preparing set due scheduled about going ready free able consider considers
    considering considered refused declined failed offered offers pledged promised vowed committed need needs started began
    begun continue continues continued stopped ceased yet did does do on monday tuesday wednesday thursday friday saturday
    sunday last this week month year talks weighing exploring mulling ruled out by of in""".split()
_ANY_CHAIN_WORD = "|".join(sorted(_CHAIN_WORDS, key=len, reverse=True))
#: Auxiliaries, adverbs and verbs of intent right before a verb: "has agreed to …".
CHAIN = re.compile(rf"(?:\s?(?:,|(?<![\w])(?:{_ANY_CHAIN_WORD})(?![\w])|n['’]t))*\s?$", re.IGNORECASE)
#: Where another clause begins.
LATIN_EDGE = re.compile(
    r"[;:!?“”\"]|\.\s|\s[–—-]\s|\b(?:but|while|whereas|although|though|because|after|before|when|if|unless|as|since|until)\b",
    re.IGNORECASE,
)
#: A verb joined to an earlier one of the same subject.
CONJOINED = re.compile(r"(?:,|\band|\bto|\bthen|\bor|\bby)\s?$", re.IGNORECASE)
RELATIVE = re.compile(r",?\s(?:which|who|that)\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:it|they|which|who)\b", re.IGNORECASE)
#: A name behind one of these is no subject.
PREPOSED = re.compile(
    r"\b(?:in|on|at|of|by|with|from|for|to|into|over|under|after|before|against|between|near|via|through|including|like|"
    r"than|as|about|without|around|across|outside|inside|the|a|an|former|its|their)\s$",
    re.IGNORECASE,
)
#: What is said of the name right before it, whatever that is in its sentence.
ATTRIBUTE = re.compile(
    r",?\s(?:an?|the|its|one of the|which|who|whose|itself an?|part of|now part of)\b|,\s(?:[\w-]+\s){0,2}(?:owned|controlled|backed)\b"
    rf"|\sand (?:its|their)\b|,\s{NODE}['’]s\s",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\b(?:the|a|an|its|their|former)\s$", re.IGNORECASE)
#: Between a verb and its object: at most five words, none of which opens another phrase.
OBJECT_GAP = re.compile(rf"\s?(?:(?:\d[\d.,]*%|¤|[\w'’&-]{{1,30}})\s){{0,5}}?(?P<node>{NODE})")
_STOPS = (
    "in|on|at|by|with|from|for|to|into|over|under|after|before|against|between|near|via|through|and|or|but|that|which|"
    "who|is|are|was|were|has|have|had|will|would|said|(?<!such )as|than|because|while|if|when|not|no"
)
GAP_STOP = re.compile(rf"\b(?:{_STOPS})\b", re.IGNORECASE)
HAN_EDGE = re.compile(r"[。；：！？;:!?“”「」]|(?:电|讯|报导|报道)[，,]")
#: Adverbs, times and reporting verbs that may open a clause whose subject stands in the one before.
_HAN_ADVERBS = (
    r"今日|昨日|昨天|今天|近日|日前|此前|随后|已经|已|正在|正|拟|计划|可能|有望|或将|或|将|曾|也|还|又|再|仍|并|则|均|都|就|便|才|共同|联合|"
    r"宣布|表示|称|透露|指出|公告|说|同意|决定|考虑|打算|准备|预计|承诺|希望|同时|此次|本次|其后|最终|终于|首次|再次|正式|成功|未能|未|没有|不会|尚|否认|"
    r"上周|本周|上月|本月|去年|今年|明年|年内|年底|\d{4}年|\d{1,2}月|\d{1,2}日|[上下]午|早前|早些时候|目前|现|刚刚|刚|近期|最近|先后|分别|各|一起|以|要|会|能|可|应|需"
)
HAN_ADVERB = re.compile(rf"[\s,，的]|{_HAN_ADVERBS}|(?:在|于|以|耗资|斥资)[^，。；在于以]{{1,12}}")
HAN_PREPOSED = re.compile(r"[在向对与和从由被把将给为于同跟及因据比让获受自经]$")
HAN_GAP = re.compile(rf"(?P<gap>[^，。；：、！？{NODE[1:-1]}]{{0,14}}?)(?P<node>{NODE})")
HAN_GAP_STOP = re.compile(r"以及|表示|[与和在对向从由被是但而并后时前因称说给]")
#: A body right before a verb and its adverbs, and what before that body makes it somebody's partner or listener.
HAN_NEAREST = re.compile(rf"[{BODIES}](?:(?>{_HAN_ADVERBS})|\s|所|合计|直接|间接|还|全资)*$")
HAN_PARTNER = re.compile(r"(?:[与和同跟向]|携手|联手|联合)[^，。；]{0,8}$")
#: Whom somebody speaks to is no subject of what is said: 向某公司表示，….
HAN_LISTENER = re.compile(rf"[向对]{NODE}\s?(?:表示|透露|称|说|指出)")
#: Adverbs, of which the verb or preposition behind them takes back its own part: 并 of 并购, 以 of 以…收购, 联合 of 联合开发.
_HAN_CHAIN = rf"(?:(?>{_HAN_ADVERBS}|\s))*"
#: Where a company goes on to speak of itself: 晚间公告称，公司….
_NOTICE = rf"[^，。；：,:{NODE[1:-1]}]{{0,8}}?(?:公告|披露|宣布|公布|表示|透露|称)(?:称|显示)?[，,：:](?:[本该]?公司)?"
#: What of a company is named behind it, so that not the whole of it is meant: 收购甲旗下资产, 收购甲12%股权. Of 25 such
#: companies in gold of train 2 are bought.
_PART = (
    r"旗下|下属|属下|麾下|所持|持有|拥有|手[中上持]|控股(?!权)|大?股东|子公司|的?[1-4]?\d(?:\.\d+)?%|的?(?:部分|少数)股|"
    rf"的?\d[\d.,]*[万亿]?股|[^，。；：{NODE[1:-1]}]{{0,6}}的{NODE}|"
    rf"的?[^，。；：后股{NODE[1:-1]}]{{0,6}}(?:资产|业务|部门|工厂|厂房|项目|产品|土地|商标|分公司)"
)
HAN_PART = re.compile(_PART)
_MOST = r"(?:5[1-9](?:\.\d+)?|50\.\d*[1-9]|[6-9]\d(?:\.\d+)?|100)%"
#: Slots of plain frames: between a subject and its verb in English and Chinese (H, V), before an object in English (D),
#: and behind a Chinese name that nothing before it makes a complement: the list of 甲与乙签约, not that of 公司与甲、乙签约 (F),
#: a name such as 乙 of 向甲收购，乙… but not 甲 (U). Behind a company: it is meant as a whole (W), no part of it follows (T), no
#: other is the holder, and its share is not said to be most (Q). More than half of the shares (M).
CHAINS = {
    "M": rf"(?:{_MOST})",
    "Q": rf"(?!旗下|下属|属下|麾下|控股的|所属|的|子公司)(?![^，。；]{{0,16}}(?:{_MOST}|[五六七八九]成))",
    "T": rf"(?!{_PART}|的(?!交易|全部|控股|100%))",
    "U": "(?<![在向对从由被经据与和跟同给为把将、及].)(?<!(?<!关)于.)"
    + "".join(rf"(?<![向从].{{{n}}})" for n in range(2, 10))
    + "".join(rf"(?<![与和跟同].{{{n}}})" for n in range(2, 5)),
    "W": rf"(?=[，。；！、]|$|[之以]?[后前]|[时案等]|的?交易|的?计划|事[宜项]|一[事案]|的?(?:全部|{_MOST})的?股[权份]|的?控[股制]权)",
    "F": "".join(rf"(?<![与和跟同由向对为被把将给从比的、].{{{n}}})" for n in range(1, 8)),
    "H": rf"(?:,? (?:{_ANY_CHAIN_WORD})(?![\w])|n't)*",
    "V": rf"{_HAN_CHAIN}(?:{_NOTICE}{_HAN_CHAIN})?(?:[在于][^，。；：{NODE[1:-1]}]{{1,10}}?{_HAN_CHAIN})?",
    "D": rf"(?:(?!(?:{_STOPS}|whose|of|inside|outside|within|across|among|around)\b)[\w&'-]+(?<!'s) ){{0,5}}?",
}

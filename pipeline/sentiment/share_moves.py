"""Companies whose shares the article says rose or fell: "Acme fell 4% after …", "Its stock gained 3%", 艾可收升3.9%.

Counted in 6,402 annotated articles: of shares that moved so much, with no reason that lies in the market and at most
seven of them in the article, 2,522 of 2,637 belong to affected companies, and the sign is theirs (or they are mixed) in
all but four of those.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import Mention, Span, text_of
from pipeline.sentiment.joint_names import list_before, list_from
from pipeline.sentiment.own_results import own_results
from pipeline.sentiment.sightings import companies, within
from pipeline.text.sentences import doc_sentences

#: A move of so many per cent is worth a reason; with one in its sentence the smaller one is enough, and of shares that
#: stand for the one company of their paragraph ("Its stock").
_LARGE, _EXPLAINED = 2.5, 1.0
#: In an article that tells more moves than these the market is told of.
_MOST = 7
#: What a move without a figure counts as: a limit, "a tenth".
_UNMEASURED = 10.0

_UP = (
    r"rose|rises?|risen|gain(?:s|ed)?|jump(?:s|ed)?|climb(?:s|ed)?|surg(?:es?|ed)|soar(?:s|ed)?|rallied|advanced"
    r"|add(?:s|ed)|put on|leaps?|leap(?:ed|t)|firmed|went up"
    r"|(?:ris|gain|jump|climb|surg|soar|rally|advanc|add|leap)ing"
)
_DOWN = (
    r"fell|falls?|fallen|lost|loses|drop(?:s|ped)?|slid(?:es?)?|slip(?:s|ped)|tumbl(?:es|ed)|plung(?:es|ed)|sank|sinks?"
    r"|declin(?:es|ed)|sheds?|eased?|dip(?:s|ped)|retreated|gave up|gave back|slump(?:s|ed)|crashed|weakened|went down"
    r"|came off|(?:fall|los|dropp|slid|slipp|tumbl|plung|sink|declin|shedd|eas|dipp|slump)ing"
)
_PERCENT = (
    r"(?:(?:by|as much as|more than|about|some|nearly|almost|around|up to|a further|another|over|roughly"
    r"|only|just|between|at least)\s+){0,3}"
    r"(?:(?:\d+(?:\.\d+)? and )?\d+(?:\.\d+)?\s?(?:%|(?:percent|per cent|pct)\b)"
    r"|a (?:half|quarter|third|fifth|tenth)\b)"
)
#: Behind a name: its code, as exchanges and as wires write it.
_CODE = r"(?:\s*(?:[(（][^()（）\n]{0,60}[)）]|<[^<>\n]{1,20}>)){0,2}"
#: How a day went before its end: "swung between gains and losses before |ending down 17%".
_BEFORE_END = (
    r"(?:(?:swung|see-?sawed|fluctuated|reversed|erased|pared|wiped\sout)\s[^.,;0-9]{0,50}?\s(?:before|to|and)"
    r"\s(?:end|clos|finish|trad)(?:ing|e|ed)?\s+)?"
)
_BETWEEN = (
    rf"{_CODE}(?:['’]s)?(?:\s+(?:share price|shares|stock|ADRs))?"
    r"(?:(?:\s*,\s(?!(?:had|has|have|is|was|said|and|but)\b)[^,.;\n]{1,100}){1,2},)?"
    r"\s+(?:(?:had|have|has|was|were|are|is|also|then|even|later|each|both|since|duly|briefly|closed|ended|finished"
    r"|traded|trading|last|recently|now|still|currently|initially|sharply|on\s(?:Mon|Tues|Wednes|Thurs|Fri)day)\s+){0,3}"
    + _BEFORE_END
)
_LATIN = re.compile(
    rf"{_BETWEEN}(?:(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+{_PERCENT}"
    rf"|(?:(?P<up2>up|higher)|(?P<down2>down|lower|off))\s+{_PERCENT}"
    rf"|{_PERCENT}\s+(?:(?P<up3>up|higher|firmer)|(?P<down3>down|lower|weaker))"
    r"|hit\s(?:its|the|their)\s(?:\d+%\s)?(?:(?P<up4>upper)|(?P<down4>lower))\s(?:circuit|limit)\b)",
    re.IGNORECASE,
)
#: A further name of a sentence that has told a move: Acme rose 3% and |Boltco 2%.
_GAPPED = re.compile(rf"{_CODE}(?:['’]s)?\s+{_PERCENT}(?=\s*(?:[.,;)]|and\b|after\b|on\b|to\b|in\b|$))", re.IGNORECASE)
_WHEN = (
    r"(?:大幅|跟|应声|應聲|盘中|盤中|一度|收市|收盘|收盤|昨日|昨|今|当日|當日|当天|當天|随后|隨後|早盘|早盤|午后|午後|尾盘|尾盤|复牌|復牌"
    r"|累计|累計|逆市|逆势|逆勢|最多|曾|亦|也|又|均|收|报|報|再|已|则|則|微|急|续|續|[周週][一二三四五]|首日|开盘后?|開盤後?|盘[前后]|盤[前後]|后|後|现|現|分别|分別|触及|觸及|攻上|封上|直线|直線|在[^，。；、\n0-9]{2,5}?|[两兩三]天|[两兩三]日|\s|，)*"
)
_SIZE = r"(?:了|逾|近|超过|超過|超|约|約|幅|过|過|至多|\s)*\d+(?:\.\d+)?\s*(?:%|％|个点|個點)"
_HAN = re.compile(
    r"(?:\s*[(（][^()（）\n]{0,40}[)）])?(?:的?(?:股价|股價|股票|股份|[AH]股|港股|美股))?"
    rf"(?:(?P<up>{_WHEN}(?:涨停|漲停|封板|(?:大涨|大漲|上涨|上漲|飙升|飆升|涨|漲|升|弹|彈|攀升|走高|扬|揚){_SIZE}))"
    rf"|(?P<down>{_WHEN}(?:跌停|(?:大跌|下跌|重挫|跌|挫|下挫|滑落|走低|急挫|回落){_SIZE})))"
)
#: Shares of the company that the paragraph is about.
_ITS = re.compile(
    r"\b(?:the|its|their|the (?:company|group|bank|firm)['’]s)\s+(?:share price|shares|stock)"
    r"|(?-i:(?<![^\s.])Shares(?=\s))"
    r"|公司股价|公司股價|其股价|其股價|该股|該股|股价|股價",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:after|following|because|when|amid|thanks to|as|since|in (?:response|reaction|sympathy)"
    r"|on (?:the |that |this )?(?:news|announcement|report|deal|order|ruling|hopes?|fears?|expectations?))\b"
    r"|因|受|消息|随后|隨後|后，|後，|跟[涨漲升跌]|应声|應聲|带动|帶動|拖累|影响|影響|提振|[利][好空多淡]",
    re.IGNORECASE,
)
#: Reasons that lie in the market, in results, or nowhere.
_ELSEWHERE = re.compile(
    r"\b(?:(?:no|without) (?:obvious |clear |apparent |particular )?(?:reason|news|explanation|catalyst|trigger)"
    r"|neither with|nobody could|could not say|did not agree|without|unrelated|along with|profit-taking|in line with"
    r"|regardless|despite|oil price|results|earnings)\b"
    r"|不明|未[见見]|[未無无]有?(?:特[别別]|明[显顯])?(?:消息|原因)|没有|沒有|大[市盘盤]|板[块塊]|[無无][關关]|跟随|歸因|归因"
    r"|获利|獲利|油[价價]|[说說]法|业绩|業績|高开|低开",
    re.IGNORECASE,
)
#: Before a name, what moved in the place of its shares: profit at |Acme, a fund that holds |Acme, 3月销量方面，|艾可.
_OTHER_FIGURE = re.compile(
    r"\b(?:profits?|sales|revenues?|income|earnings|deliver(?:y|ies)|shipments?|exports?|imports?|orders?|output"
    r"|production|traffic|volumes?|prices?|bookings?|margins?|demand|index|funds?|investment|spending|costs?|workforce"
    r"|debts?|stakes?|loss(?:es)?|sold|paid|holds?)\s+(?:\w+\s){0,2}?(?:at|of|for|from|to|by|in)?\s*(?:the\s)?$",
    re.IGNORECASE,
)
_OTHER_HAN_FIGURE = re.compile("[销銷产產]量|[交出]付|[出发發][货貨]|按年|同比|[营營]收|利[润潤]|均[价價]|售[价價]")
_OTHER_REACH, _OTHER_HAN_REACH = 40, 25
#: Behind a figure that is no share's, or of a long time: lost 8% |of its customers, 4% |this year, 再升5%|的股权.
_PART_OF = re.compile(
    r"\s*(?:of\s(?!(?:its|their)\s(?:market\s)?value)|to\sits\s|(?:more|fewer|stake|interest)\b|的"
    r"|(?:of\s(?:its|their)\s(?:market\s)?value\s)?(?:so\sfar\s)?(?:(?:in|over|during|for)\s(?:the\s)?)?"
    r"(?:this|last|past|first|second|third|fourth)\s(?:\w+\s)?(?:year|quarter|months?)\b)",
    re.IGNORECASE,
)
#: Characters before a name that are looked at.
_REACH = 90
#: Before a list of companies whose shares moved by no figure that is given.
_SHARES_OF = re.compile(
    r"\b[Ss](?:hares|tocks)\s(?:of|in)\s(?:(?:its|the|their|other)\s)?(?:[\w.-]+\s){0,5}"
    r"(?:such as\s|including\s|like\s)?$"
)
_SUCH_AS = re.compile(r"\b(?:including|such as|among them|notably)\s$")
_BARE = re.compile(rf"{_BETWEEN}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
#: Before a company whose shares another's news moved.
_PUSHED = re.compile(
    r"(?<!not )(?<!could )(?<!would )(?<!might )(?<!may )(?<!have )\b"
    r"(?:(?P<up>lift(?:ed|ing)|boost(?:ed|ing)|buoy(?:ed|ing)|push(?:ed|ing) up)"
    r"|(?P<down>drag(?:ged|ging)(?: down)?|hit(?:ting)?|hurt(?:ing)?|weigh(?:ed|ing) on|knock(?:ed|ing)(?: down)?"
    r"|pull(?:ed|ing) down|hammer(?:ed|ing)|push(?:ed|ing) down))"
    r"\s(?:(?:also|both|down|the|up)\s)?(?:shares?|stocks?)\s(?:of|in)\s(?:(?:its|the|their|other)\s)?"
    r"(?:[\w.-]+\s){0,5}(?:such as\s|including\s|like\s)?$"
    r"|(?P<down2>拖累|连累|連累)(?:其|同[业業]|[个個]股|概念股|母公司|供[应應]商)?$"
)
_SENT = re.compile(
    r"\b(?:sen[dt](?:ing|s)?|driv(?:es|ing)|drove|push(?:ed|ing)|pull(?:ed|ing))\s(?:shares\s(?:of|in)\s)?$"
)
_THERE = re.compile(
    rf"{_CODE}(?:['’]s?)?(?:\s(?:shares?|stock|share price))?\s(?:sharply\s)?"
    r"(?:(?P<up>up|higher|soaring|surging|climbing|jumping)|(?P<down>down|lower|tumbling|plunging|sliding|falling))\b"
)
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|％|percent|per cent|pct|个点|個點)")


class _Move(NamedTuple):
    start: int
    company: str
    up: bool
    percent: float
    reason: bool = False
    alone: bool = False
    pushed: bool = False


class ShareMoves(NamedTuple):
    """Direction by entity_id of companies whose shares moved, those whose shares somebody's news is said to have moved,
    pairs of companies told side by side of having moved, and companies with the starts of sentences that tell it.

    Of 743 companies told beside one that is affected in gold of train, none is its cause; those that own results
    moved are left out of the pairs, since they may be.
    """

    ways: Mapping[str, str]
    pushed: frozenset[str]
    beside: frozenset[tuple[str, str]]
    sentences: frozenset[tuple[str, int]]


def share_moves(doc: Doc) -> ShareMoves:
    """Companies whose shares moved far enough, or for a reason; none for two directions or for own results."""
    text = text_of(doc)
    names = companies(doc)
    blocks = [b["start"] for b in doc._.blocks]
    told: list[_Move] = []
    beside: set[tuple[str, str]] = set()
    sentences: set[tuple[str, int]] = set()
    for sentence in doc_sentences(doc):
        moves = list(_moves(text, sentence, names, blocks))
        own = own_results(text, sentence, doc._.mentions) if moves else []
        others = [move for move in moves if not any(move.start < result for result in own)]
        told += others
        sentences |= {(move.company, sentence["start"]) for move in others}
        beside |= {(one, other) for one, other in permutations({move.company for move in others}, 2)}
    pushed = frozenset(move.company for move in told if move.pushed)
    return ShareMoves(_ways(told), pushed, frozenset(beside), frozenset(sentences))


def _ways(moves: Sequence[_Move]) -> dict[str, str]:
    if len({move.company for move in moves}) > _MOST:
        return {}
    found: dict[str, set[str]] = {}
    for move in moves:
        if move.percent >= (_EXPLAINED if move.reason or move.alone else _LARGE):
            found.setdefault(move.company, set()).add("positive" if move.up else "negative")
    return {company: ways.pop() for company, ways in found.items() if len(ways) == 1}


def _moves(text: str, sentence: Span, names: Sequence[Mention], blocks: Sequence[int]) -> Iterator[_Move]:
    """Moves that a sentence tells; none where their reason lies elsewhere."""
    start, end = sentence["start"], sentence["end"]
    if _ELSEWHERE.search(text, start, end):
        return
    reason = _REASON.search(text, start, end) is not None
    here = within(names, start, end)
    yield from _named(text, sentence, here, reason)
    yield from _pushed(text, sentence, here)
    yield from _its(text, sentence, names, blocks, reason)


def _named(text: str, sentence: Span, here: Sequence[Mention], reason: bool) -> Iterator[_Move]:
    """Moves told right behind a name or the list that it ends, and those of names that share the verb before them."""
    up: bool | None = None
    for number, mention in enumerate(here):
        told = _told(text, sentence, here[: number + 1], reason)
        if told:
            match, joint = told
            up = _rises(match)
            for one in joint:
                yield _Move(one["start"], str(one["entity"]), up, _percent(match), reason)
        elif up is not None and (gapped := _GAPPED.match(text, mention["end"], sentence["end"])):
            yield _Move(mention["start"], str(mention["entity"]), up, _percent(gapped), reason)


def _told(
    text: str, sentence: Span, names: Sequence[Mention], reason: bool
) -> tuple[re.Match[str], Sequence[Mention]] | None:
    """What tells a move right behind the last of the names, and the list that this one ends."""
    start, end = sentence["start"], sentence["end"]
    match = _match(text, names[-1]["end"], end) or _behind_examples(text, names, end)
    bare = match is None and reason
    if bare:
        match = _BARE.match(text, names[-1]["end"], end)
    if match is None:
        return None
    joint = list_before(text, names)
    first = joint[0]["start"]
    if bare and not _SHARES_OF.search(text, max(start, first - _REACH), first):
        return None
    return None if _is_other_figure(text, start, first, match.end()) else (match, joint)


def _behind_examples(text: str, names: Sequence[Mention], end: int) -> re.Match[str] | None:
    """What tells a move behind examples and the comma that closes them: miners, including Acme and |Boltco, fell 5%."""
    first, comma = list_before(text, names)[0]["start"], names[-1]["end"]
    if text[comma : comma + 1] != "," or not _SUCH_AS.search(text, max(0, first - _REACH), first):
        return None
    return _match(text, comma + 1, end)


def _pushed(text: str, sentence: Span, here: Sequence[Mention]) -> Iterator[_Move]:
    """Companies whose shares something else in the sentence is said to move: lifting shares of |Acme, 拖累|艾可."""
    for number, mention in enumerate(here):
        reach = max(sentence["start"], mention["start"] - _REACH)
        match = _PUSHED.search(text, reach, mention["start"])
        if match is None and _SENT.search(text, reach, mention["start"]):
            match = _THERE.match(text, mention["end"], sentence["end"])
        if match:
            for one in list_from(text, here[number:]):
                yield _Move(one["start"], str(one["entity"]), _rises(match), _UNMEASURED, True, pushed=True)


def _its(text: str, sentence: Span, names: Sequence[Mention], blocks: Sequence[int], reason: bool) -> Iterator[_Move]:
    """Moves of shares that stand for the one company of their paragraph, or of the one before it."""
    start, end = sentence["start"], sentence["end"]
    number = bisect_right(blocks, start) - 1
    first, block = (bisect_left(names, blocks[max(0, n)] if blocks else 0, key=_start) for n in (number - 1, number))
    for its in _ITS.finditer(text, start, end):
        before = names[block : bisect_left(names, its.start(), key=_start)] or names[first:block]
        match = _match(text, its.end(), end) if len({m["entity"] for m in before}) == 1 else None
        if match and its.start() - before[-1]["end"] > 3:
            yield _Move(its.start(), str(before[0]["entity"]), _rises(match), _percent(match), reason, alone=True)


def _start(mention: Mention) -> int:
    return mention["start"]


def _is_other_figure(text: str, sentence: int, name: int, end: int) -> bool:
    """Whether a figure right behind a name is of sales, profit or a part rather than of shares."""
    other = _OTHER_FIGURE.search(text[max(sentence, name - _OTHER_REACH) : name])
    han = _OTHER_HAN_FIGURE.search(text, max(sentence, name - _OTHER_HAN_REACH), name)
    return bool(other or han or _PART_OF.match(text, end))


def _match(text: str, start: int, end: int) -> re.Match[str] | None:
    return _LATIN.match(text, start, end) or _HAN.match(text, start, end)


def _rises(match: re.Match[str]) -> bool:
    return any(value for name, value in match.groupdict().items() if name.startswith("up"))


def _percent(match: re.Match[str]) -> float:
    figure = _FIGURE.search(match.group())
    return float(figure[1]) if figure else _UNMEASURED

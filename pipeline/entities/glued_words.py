"""Words that a tagger takes along with a name, told by the knowledge base and by the words around."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.entities.candidates import Candidate
from pipeline.entities.known_name_patterns import ACCOUNTS, DEALS_IN, PARTY_COMMITTEE, PLACE_POST_ACROSS
from pipeline.entities.resolve import RISK_WARNED
from pipeline.kb.knowledge_base import KnowledgeBase
from pipeline.kb.normalise import key
from pipeline.ontology import BODIES
from pipeline.text.scripts import MIDDLE_DOTS, has_han

#: Before a name: 曾是中国银行, 日商TDK, 輸家保華建業, 該國|審計署, 与中国银行, 原|邯钢 (41 of 41). With 与, 由 and the
#: like no name of a body begins, of 85,000 in gold of train.
_BEFORE = re.compile(
    "[与與及由据據被给給](?=[\u4e00-\u9fff]{2})|(?<=[该該])[国國市省县縣州](?=[\u4e00-\u9fff]{2})|"
    "(?:前身)?(?:是|的)(?=[\u4e00-\u9fff]{3}|[A-Z])|[美日德英法韩韓荷瑞港丹陆陸]商(?=[A-Z])"
    "|(?<=[买買卖賣输輸赢贏])家(?=[\u4e00-\u9fff]{3})|原(?![子相訟讼阳陽创創力])(?=[\u4e00-\u9fff]{2})"
)
#: The market of a share, whose first character was taken for the end of its name: 中兴港|股.
_BEFORE_SHARES = re.compile("(?<=[\u4e00-\u9fff]{2})[港美日台A-H]$")
#: Adverbs, verbs, nouns of business behind a name that is known without them: 花旗另, 武汉控股发行, 南京银行资产.
#: Jargon in Latin letters is outside of known Han names in gold of train in 63 of 66 places: 联发科|TP.
_BEHIND_KNOWN = re.compile(
    "(?<=..)(?:[记記]者|[领領]投|[发發]行(?:股份)?|收[购購]|宣[布佈]|同步|[临臨][时時]|逆市|[昨今]日?|[明去今]年|年[内內初底末中]|[连連][续續]|此前|目前|近日|日前|[现現]已|首次|再次|仍然|正在|分[别別]|上[周週]|旗下|[资資][产產]|[数數][据據]|亮[丽麗]|股[价價]|[业業][绩績]|市值|[营營]收|[财財][报報]|[年季][报報]|本[业業]|[获獲]利|[订訂][单單]|概念股|[门門]店|[净淨]利|利[润潤]|方面|(?:全[资資])?子公司|母公司|[总總]部|[业業][务務]|股[东東]|高管|校[长長]|[总總][裁经經]|常?委[员員]|代表|董事[长長]|[负負][责責]人|[发發]言人|[员員]工|(?:[美港]元|信用|境[内內外])?[债債]|[债債]券|可[转轉][债債]|中票|股[权權票]|期[权權]|[游遊][戏戲]|手机|手機|[客用][户戶]|[产產]品|品牌|平[台臺]|(?:主|[创創][业業]|科[创創])板|[经經][纪紀]|自[营營]|[团團][队隊]|[诉訴][讼訟]|案件?|份[额額]|市占|高[层層]|[车車]主|新[车車]|[车車]型|工[厂廠]|索性|[宁寧][可愿願]|干脆|乾脆|[顺順][势勢利]|[随隨][即后後]|[终終][于於]|率先|一度|[陆陸][续續]|反而|被迫|悄然|官宣|打算|[试試][图圖]|[坚堅]持|希望|承[认認]|否[认認]|[暂暫]停|重[启啟新]|停止|[开開]始|正式|最[终終]|同[样樣]|直接|主[动動]|迅速|[进進]一步|[强強][调調]|回[应應]|透露|再度|[继繼持][续續]|[另同却卻则則再拟擬也均都曾所能获獲遭欲拒称稱说說须須因需仍只不未又更亦让讓被]|(?:ADRs?|IPO|TP|EPS|GMV|C[EFTO]O|[Cc]apex|Q[1-4]))$"
)
#: What is done by the name behind 由: 由杜邦开发, 由众安国际领投.
_BEHIND_AGENT = re.compile(
    "(?<=..)(?:[开開][发發]|[领領]投|[联聯]合|建[设設]|[运運營营][营營运運]|承建|主[导導]|[牵牽][头頭]|[发發][起行]|生[产產]|收[购購]|[负負][责責]|控制|接手|提供)$"
)
#: Prepositions and adverbs behind the form of a company, which no name ends in: 塔恩公司|在昆明.
_BEHIND_FORM = re.compile("(?<=公司|集团|集團|银行|銀行)[在以将將拟擬欲均获獲]$")
#: What opens the word for who controls a company, where in 7 of 7 places of gold the name ends before: 绿动|控股股东.
_BEHIND_CONTROLLED = re.compile("(?<=..)控股$")
#: What is a company's, behind its name: 嘉頓|的生命麵包; in gold of train 的 stands only in 的士, 绿的 and 美的.
_ITS_OWN = re.compile("(?<=[\u4e00-\u9fff]{2})(?<![美绿綠])的(?!士)[\u4e00-\u9fff]{2,}$")
#: Words of grammar before a known name, read as its first character: 以|前海人寿为代表.
_GRAMMAR = frozenset("以之了")
#: What a source does: 法新社|報導, 据Wind|统计.
_BEHIND_SOURCE = re.compile("(?<=[社网網台])[报報](?=[导導道])")
_BEHIND_CITED = re.compile("(?<=..)(?:统计|統計|消息)$")
#: What is taken along behind a name, by the preposition before it.
_BEHIND_AFTER = {"由": _BEHIND_AGENT, "据": _BEHIND_CITED, "據": _BEHIND_CITED}
#: The post of a body's head behind its name, or its last character: 临江市商务局|局长, 临江市商务局|长.
_HEAD_OF = re.compile("(?:(?<=([局厅廳部署司院会會处處]))\\1|(?<=..[局厅廳署司处處部]))[长長]$")
#: Groups of these begin with them: 中国长安, 台湾大哥大, 香港电讯.
_OWN = frozenset({"country-cn", "country-tw", "country-hk", "country-mo"})
#: Characters of a country's name, at most, before a company's.
_LONGEST_COUNTRY = 5
#: Before a place: 投資|的彰化, 昨日|与德国.
_OF = re.compile("[的与與](?=[\u4e00-\u9fff]{2})")
#: What is of a place, behind its name: 中国|企业, 上海|市长, 尼日利亞|經濟中心.
_OF_PLACE = re.compile(
    "(?<=..)(?:企[业業]|[厂廠]商|市[长長]|[经經][济濟]中心|市[场場]|[当當]局|官[员員]|居民|用[户戶])$"
)
#: The beginning of a compound behind a place, 漳州|核电, 芹苴|垃圾发电; none of 169 places of gold ends within.
_FUEL = re.compile("(?<=..)(?:海上)?(?:核|垃圾|[风風火水光煤]|抽水|污水|生物[质質]|固[废廢])$")
_PLANT = re.compile("[电電伏焚蓄]|[发發][电電]|[处處]理")
#: How sure a place is that has such a committee.
_SURE_PLACE = 0.9
#: How sure the short name of a share with the mark of a warning is.
_SURE_SHARE = 0.95
#: Malaysian forms of address, which are outside of the name in 33 of 33 places of gold: 拿督斯里|安华.
_ADDRESS = re.compile("(?:(?:拿督|拿汀|丹)斯里|拿督|拿汀|(?<=[督汀丹])斯里)(?=[\u4e00-\u9fff])")
#: The end of a verb of appointment before a name, 聘任|何志奇: behind such a character stands none of the 33 names in
#: gold of train that begin with 任.
_APPOINTED = re.compile("(?<=[聘担擔升转轉选選委续續就出兼接])任(?=[\u4e00-\u9fff]{2})")
#: Words of grammar and verbs of one character before and behind a name in Latin letters: Waller|投, 可|Mumias. Of
#: names in gold of train 59 have one Han character behind Latin letters and 24 before them (Awana站), none these.
_BEFORE_LATIN = re.compile("[与與和及由被据據对對向在的把让讓给給将將于於是从從可且而但称稱说說](?=[A-Z])")
_BEHIND_LATIN = re.compile(
    "(?<=[A-Za-z0-9.])[与與和及由被对對向在的把将將于於是从從可且而但也已还還称稱说說获獲拟擬投拒否]$"
)
#: A noun behind a person's name in a headline, Ortberg |ally; of 13,930 people in gold of train one ends so.
_BEHIND_PERSON = re.compile(r"(?<=[A-Za-z])\s(?!senior$|junior$)[a-z]{3,}$")
#: A person's Han name of two characters or more, a space, and a word behind it: 赵雷  执业. Not 李　明.
_SPACED = re.compile(f"[\u4e00-\u9fff{MIDDLE_DOTS}]{{2,}}(?=[ \u3000]+[\u4e00-\u9fff])")


def without_glued_words(text: str, read: Candidate, base: KnowledgeBase, others: frozenset[str]) -> Candidate:
    """The candidate without words of grammar and verbs at its edges; one that is known as it stands is left alone.

    Args:
        others: names of bodies that the encoder reads anywhere in the text.
    """
    read = _beside_latin(text, read)
    name = text[read.start : read.end]
    if not has_han(name) and not has_han(text[max(0, read.start - 1) : read.start]):
        return read
    if read.type == "LOCATION":
        return _place(text, read, name, base)
    if read.type == "PERSON":
        return _person(text, read)
    if read.type not in BODIES or base.by_name(name):
        return read
    if text[read.end : read.end + 1] == "股" and _BEFORE_SHARES.search(name):
        return replace(read, end=read.end - 1)
    starred = text[max(0, read.start - 2) : read.start].endswith("*") and text[max(0, read.start - 2)] != "*"
    warned = RISK_WARNED.match(text, read.start - starred, read.end + 1)
    if warned:
        known = read.end - warned.end() > 1 and base.by_name(text[warned.end() : read.end])
        end = read.end if known else _end_of_warned(text, warned, read.end, base)
        return replace(read, start=warned.start(), end=end, score=max(read.score, _SURE_SHARE))
    behind_name = (
        _holder_of_control(text, read) or _HEAD_OF.search(name) or _BEHIND_FORM.search(name) or _ITS_OWN.search(name)
    )
    if behind_name:
        return replace(read, end=read.start + behind_name.start())
    start = _begin(text, read, base)
    if start != read.start:
        return replace(read, start=start)
    does = _BEHIND_AFTER.get(text[max(0, read.start - 1) : read.start])
    done = does.search(name) if does else None
    if done:
        return replace(read, end=read.start + done.start())
    behind = _words_behind(text, name, read.end, base)
    if behind:
        return replace(read, end=read.end - behind)
    half = _BEHIND_SOURCE.match(text, read.end - 1) or _takes_half_a_word(text, read, base, others)
    return replace(read, end=read.end - 1) if half else read


def _holder_of_control(text: str, read: Candidate) -> re.Match[str] | None:
    """The beginning of the word for who controls a company, as the end of its name: 绿动|控股股东."""
    behind = text[read.end : read.end + 2]
    return _BEHIND_CONTROLLED.search(text[read.start : read.end]) if behind in ("股东", "股東") else None


def _beside_latin(text: str, read: Candidate) -> Candidate:
    """A name in Latin letters without a word of one Han character at its edges or, of people, a noun behind it."""
    name = text[read.start : read.end]
    noun = _BEHIND_PERSON.search(name) if read.type == "PERSON" else None
    if noun is not None:
        return replace(read, end=read.start + noun.start())
    before, behind = _BEFORE_LATIN.match(name), _BEHIND_LATIN.search(name)
    return replace(read, start=read.start + bool(before), end=read.end - bool(behind)) if before or behind else read


def _person(text: str, read: Candidate) -> Candidate:
    """A person's name without a form of address before it and without a word behind a space."""
    address = _ADDRESS.match(text, read.start, read.end - 1) or _APPOINTED.match(text, read.start, read.end - 1)
    start = address.end() if address else read.start
    spaced = _SPACED.match(text, start, read.end)
    return replace(read, start=start, end=spaced.end() if spaced else read.end)


def _place(text: str, read: Candidate, name: str, base: KnowledgeBase) -> Candidate:
    """A place without the beginning of a post or of a compound behind it, and without words of grammar."""
    if len(name) > 2 and PLACE_POST_ACROSS.match(key(text[read.end - 1 : read.end + 3])):
        return replace(read, end=read.end - 1)
    if (fuel := _FUEL.search(name)) and _PLANT.match(text, read.end):
        return replace(read, end=read.start + fuel.start())
    return _without_words_at_place(read, name, base)


def _without_words_at_place(read: Candidate, name: str, base: KnowledgeBase) -> Candidate:
    if _OF.match(name):
        return replace(read, start=read.start + 1)
    if (committee := PARTY_COMMITTEE.search(name)) is not None:
        rows = base.by_name(name[: committee.start()])
        places = tuple(n.kb_id for n in rows if base.entries[n.kb_id].type == "LOCATION")
        return replace(read, end=read.start + committee.start(), kb=places, score=max(read.score, _SURE_PLACE))
    behind = _OF_PLACE.search(name)
    is_place = behind is not None and base.is_name_of(name[: behind.start()], {"LOCATION"})
    return replace(read, end=read.start + behind.start()) if behind and is_place else read


def _begin(text: str, read: Candidate, base: KnowledgeBase) -> int:
    """Where the name begins behind a country, half a word (其中|国航) or words of grammar."""
    name = text[read.start : read.end]
    place = _place_before(name, base)
    if place:
        return read.start + place
    if name[0] == "中" and text[max(0, read.start - 1) : read.start] == "其" and base.by_name(name[1:]):
        return read.start + 1
    if _opens_with_half_a_word(text, read, base):
        return read.start + 1
    before = _BEFORE.match(text, read.start, read.end)
    return before.end() if before else read.start


def _opens_with_half_a_word(text: str, read: Candidate, base: KnowledgeBase) -> bool:
    """Whether a known company was read with a word of grammar or the end of the word before it: 抬|高中铝.

    So in 5 of 6 such places of Chinese news; in gold of train no name begins so.
    """
    name = text[read.start : read.end]
    known = [n for n in base.by_name(name[1:]) if base.entries[n.kb_id].type == "COMPANY"]
    if len(name) < 4 and all(n.context for n in known):
        return False
    word = read.start > 0 and key(text[read.start - 1 : read.start + 1]) in base.han_words
    return bool(known) and (word or name[0] in _GRAMMAR)


def _place_before(name: str, base: KnowledgeBase) -> int:
    """Length of a foreign country's name before a company that is known without it: 英国|路透社; 0 without one.

    So in 319 of 328 such places of gold.
    """
    for cut in range(2, min(_LONGEST_COUNTRY, len(name) - 2) + 1):
        if any(n.kb_id.startswith("country-") and n.kb_id not in _OWN for n in base.by_name(name[:cut])):
            known = [n for n in base.by_name(name[cut:]) if not n.context]
            if any(base.entries[n.kb_id].type == "COMPANY" for n in known):
                return cut
    return 0


def _words_behind(text: str, name: str, end: int, base: KnowledgeBase) -> int:
    """How many characters behind a known name, or of a term of accounts (亚马逊资本|开支), the name ends too late."""
    if len(name) > 3 and ACCOUNTS.match(key(text[end - 2 : end + 2])):
        return 2
    start = end - len(name)
    if name.endswith("股份") and base.by_name(name[:-2]) and DEALS_IN.search(key(text[max(0, start - 4) : start])):
        return 2
    behind = _BEHIND_KNOWN.search(name)
    known = behind is not None and base.by_name(name[: behind.start()].removeprefix("在"))
    return len(name) - behind.start() if behind and known else 0


def _takes_half_a_word(text: str, read: Candidate, base: KnowledgeBase, others: frozenset[str]) -> bool:
    """Whether a name and the first character of the word behind it were read: 台積電投|產, 領展調|低, 海南芯繁合|计.

    A name of two characters must be known, and as no ordinary word.
    """
    shorter = text[read.start : read.end - 1]
    if len(shorter) < 2 or not has_han(shorter[-1]) or read.end == len(text):
        return False
    if key(text[read.end - 1 : read.end + 1]) not in base.han_words:
        return False
    known = [n for n in base.by_name(shorter) if base.entries[n.kb_id].type in BODIES]
    if len(shorter) == 2:
        return any(not name.context for name in known)
    return shorter in others or bool(known)


def _end_of_warned(text: str, warned: re.Match[str], end: int, base: KnowledgeBase) -> int:
    """Where the short name of a share under a risk warning ends: eight bytes in all, of which a character takes two."""
    longest = warned.end() + (8 - len(warned.group())) // 2
    if longest - warned.end() > 2 and not base.by_name(text[warned.end() : longest]):
        longest = warned.end() + 2
    return min(max(end, warned.end() + 2), longest)

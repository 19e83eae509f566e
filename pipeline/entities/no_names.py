"""Readings that are no names: common abbreviations, generic terms of documents, adjectives, countries of currencies."""

from __future__ import annotations

import re

from pipeline.entities.candidates import Candidate
from pipeline.entities.known_name_patterns import HAN_CLOCK_AFTER
from pipeline.text.indices import is_made_by, is_of_an_index
from pipeline.text.scripts import has_han

#: Initials of common things; none of them is a mention in gold of train.
_INITIALS = frozenset(
    """AI EV EVs IPO IPOs JV JVs CEO CFO COO CTO GDP R&D LNG LPG ESG ETF ETFs REIT REITs CPI PPI PMI GPU GPUs CPU HBM
    SUV SUVs LLM LLMs AR VR ICT IT PPP EPC MoU MOU NDA VAT FDI M&A PE VC HR PR KYC API APIs SaaS UAV DRAM NAND OLED
    LED PV AGM EGM SPV PSU PSUs SOE SOEs EBITDA Q1 Q2 Q3 Q4 H1 H2 FY KPI KPIs KOL KOLs GMV DAU MAU ARR MRR ARPU ARPPU
    ROI ROE ROA TAM CAGR GPM OPM UGC PGC MCN DTC B2B B2C O2O SKU SKUs OEM OEMs ODM ODMs ERP AIGC LLMs VLM MLLM RLHF SDK
    SDKs CPO PCB PCBs MLCC HVDC BBU BOM NAV AUM IRR DPI MOIC TVPI GP GPs LP LPs FoF Capex CAPEX Opex OPEX CSP CSPs CXO
    CRO CDMO BD ADR ADRs IoT HPC CKD SKD CBU NEV NEVs BEV BEVs PHEV PHEVs EREV HEV ADAS LiDAR SoC SoCs MCU MCUs NPU
    NPUs EUV DUV FinFET SiC GaN IGBT NPL NPLs MBO LBO VIE WVR TMT YoY QoQ Agent Agents""".split()
)
#: What documents call anybody and anything by.
_TERMS = frozenset(
    """Acquirer Acquiror Offeror Bidder Vendor Purchaser Parent Issuer Trustee Borrower Lender Guarantor Licensor
    Licensee Company Regulations Scheme Agreement Notice Order Buyer Seller Target Turnover Winners Losers Energy
    Board""".split()
)
_GENERIC = re.compile(
    r"(?:JV|Joint Venture|Target|Project|Listed|Issuer) (?:Company|Group)|Scheme of Arrangement|"
    r"(?:Staff|Senior) (?:Writer|Reporter|Correspondent)|(?:BY )?ORDER OF THE BOARD|"
    r"(?:Part|Article|Chapter|Schedule) [IVXL\d]+|(?:Grade|Class|Tier|Category) (?:[A-D]\+?|\d)|(?:Ka|Ku|[CLSX])-band|"
    r"Board of Directors|Business Days|[a-z\d-]+(?:\.[a-z\d-]+){2,}|"
    r"['’]s|TAIEX|KOSPI|KOSDAQ|[Ss]ensex|Nifty|信[托託]|金控|[财財][团團]|[贵貴敝]司|[外德日韩韓美]企|[调調]查机[关關]|[调調]查|公司章程|清[盘盤]令|[新旧舊老](?:工)?[厂廠](?:房)?|[关關][联聯]公司|(?:[机機][构構]|[战戰]略|基石)投[资資]者|"
    "(?:初[创創]|[创創][业業]|上市)(?:公司|企[业業])"
)
#: One side of a deal by one character for its country; such a government has its name where it is spelt out (rule 15).
_SIDE = re.compile("(?!伊方)[中美日韩韓俄英法德意印欧歐加澳越泰菲缅緬朝土伊以巴尼埃沙港台陆陸乌烏荷柬墨](?:方|政府)")
_PEOPLES = (
    "Filipino|Chinese|Japanese|Korean|German|French|British|American|Canadian|Australian|Indian|Indonesian|Malaysian|Thai|"
    "Vietnamese|Brazilian|Mexican|Russian|Saudi|Turkish|Dutch|Swiss|Swedish|Norwegian|Danish|Italian|Spanish|Polish|Kenyan|"
    "Nigerian|Egyptian|European|Asian|African"
)
#: "Filipino telecoms"; "Norwegian" before "packers", but not before what companies do.
_ADJECTIVE = re.compile(rf"(?:{_PEOPLES})(?:\s[a-z]+)+")
_PEOPLE = re.compile(rf"(?:[Tt]he\s)?(?:{_PEOPLES}|Hindu)")
_NOUN = re.compile(
    r"\s(?!said|says|will|has|had|was|is|would|plans|and|or|in|on|at|of|to|for|by|with|as|may|could|can|did|does)[a-z]{3,}(?<!ed)\b"
)
_CURRENCY = re.compile(
    r"\s?(?:dollars?|cents?|pesos?|rupees?|ringgits?|francs?|kronor|kroner|krona|krone|pounds?)\b|\$|(?:[美加澳港]?元|比索|克朗|林吉特|法郎)(?![\u4e00-\u9fff]{0,2}[谋謀])|盾(?!构|構|山)"
)
#: "Minister of |Energy and Natural Resources".
_PORTFOLIO = re.compile(r"\b(?:Minister|Ministry|Secretary|Department|Commissioner)\s(?:of|for)\s(?:the\s)?$")

#: Named after a person: Huntington|'s disease.
_ILLNESS = re.compile(r"['’]s (?:disease|syndrome|lymphoma|sarcoma|palsy|chorea)\b")
#: Newspapers where nothing of the country follows: The Australian| reported, not |dollar.
_THE_PEOPLE = re.compile(rf"The\s(?:{_PEOPLES})")
#: Behind the article they are indices, not the bank or the publisher (rule 1).
_INDICES = frozenset({"Hang Seng", "Dow Jones"})
#: How far an index moves, right behind its name, where the text does not name the bank or the publisher in full.
_INDEX_MOVES = re.compile(
    r"\s(?:(?:was|is|closed|ended|finished|traded|futures)\s)?(?!by\b)[a-z]+(?:\sby)?\s(?:up\s|down\s)?\d[\d.,]*"
    r"\s?(?:%|per ?cent|points?\b)"
)
_FIRM_OF_AN_INDEX = " (?:Bank|Investment|Insurance|Holdings|Newswires|& Co)"
#: The number of an index behind the name of who makes it: Nikkei |225.
_MAKERS = frozenset({"Nikkei", "FTSE", "S&P", "ASX", "CSI", "Topix", "Russell"})
_INDEX_NUMBER = re.compile(r"\s\d{2,4}\b")
#: Behind a ministry's field it is a post: Treasury |Secretary.
_POST_BEHIND = re.compile(r"\s(?:[Ss]ecretary|[Mm]inister)\b(?!['’]s)")
#: Secretaries of Hong Kong and Macao, whose title has the name of what they head (rule 16): 財政司|司長.
_BUREAU, _ITS_HEAD = re.compile("(?:[财財]政|政[务務]|律政)司"), re.compile("司[长長]")
#: Words of business that are the short names of small firms too, which then have their code behind them.
_ORDINARY, _CODE_BEHIND = re.compile("交投|[绿綠][电電]"), re.compile(r"\s?[(（]")
#: Before a place in an index's name: 恒生|中国企业指数.
_INDEX_BEFORE = frozenset({"恒生", "恆生"})
#: Firms of a place in general: 中国的航空公司.
_FIRMS_OF = re.compile("[\u4e00-\u9fff]{2,5}的[\u4e00-\u9fff]{0,4}(?:公司|企[业業]|[银銀]行|[厂廠]商)")
#: Zones behind a time, which are listed firms too: 2025-10-10 HKT.
_TIME_ZONE = re.compile(r"(?<=\d )(?:HKT|SGT|JST|KST|IST|EST|EDT|PST|GMT|BST|CET)\b")
#: Letters of a model's name, and its number behind them: GLP|-1, BNT|-327; no name in gold of train stands so.
_MODEL, _MODEL_NUMBER = re.compile("[A-Z]{2,6}"), re.compile(r"-\d")
#: Terms that begin with the name of a firm: Meta|分析, the Delta| variant, Amazon| deforestation; 平安|夜; the
#: Principal Financial| Officer; a deal is OK|'d. None of such places in gold of train is a firm's.
_TERM_BEHIND = {
    "Principal": re.compile(r"\s(?:Executive|Financial|Accounting|Operating)\sOfficer"),
    "Principal Financial": re.compile(r"\s(?:and\sAccounting\s)?Officer"),
    "OK": re.compile(r"['’](?:d|s|ed|ing)\b"),
    "Meta": re.compile(r"\s?分析|-[Aa]nalys"),
    "Delta": re.compile(r"\s?(?:[变變][异異]|毒株|variant)"),
    "Oracle": re.compile(r"\sof Omaha"),
    "Amazon": re.compile(r"\s(?:deforestation|rainforest|basin|river|jungle|forest|land|tribes?|biome|wildfires?)\b"),
    "Apple": re.compile(r"\s(?:growers?|orchards?|juice|pickers?|trees?|harvests?|crops?)\b"),
    "Block": re.compile(r"\s(?:trades?|grants?)\b"),
    "Equity": re.compile(r"\s(?:markets?|funds?|investors?|futures|indices|strategists?)\b"),
    "Marathon": re.compile(r"\s(?:talks|runners?|sessions?|negotiations)\b"),
    "Orange": re.compile(r"\s(?:juice|groves?|growers?)\b"),
    "Pandora": re.compile(r"['’]s [Bb]ox"),
    "Shell": re.compile(r"\s(?:companies|firms|corporations|entities)\b"),
    "Snap": re.compile(r"\s(?:elections?|polls?|votes?)\b"),
    "Target": re.compile(r"\s(?:prices?|practice|dates?|for)\b"),
    "Visa": re.compile(
        r"\s(?:applica\w+|curbs?|fees?|restrictions?|bans?|waivers?|holders?|overstay\w*|requirements?|backlogs?)\b"
    ),
    "全家": re.compile("同行|[三四五六]口|[出齐][动動游遊]"),
    "寒武纪": re.compile("的?化石|[时時]期|大爆[发發]|生命|地[层層]"),
    "平安": re.compile("夜"),
    "玉山": re.compile("排[云雲]|登山|主峰|[国國]家公[园園]|攻[顶頂]|步道"),
    "統一": re.compile("[发發]票|口[径徑]|[标標][准準]|[战戰][线線]|管理"),
    "迅雷": re.compile("不及"),
    "長虹": re.compile("[卧臥]波"),
    "长虹": re.compile("卧波"),
    "電能": re.compile("表"),
}
#: Small businesses, schools and posts of villages, which two characters before them name and no firm: 和泰|里長; so
#: behind no name of a company in gold of train.
_SMALL = re.compile(
    "小[卖賣]部|咖啡[馆館]|[面麵][馆館]|[饭飯餐茶][馆館]|理[发髮]店|[网網]吧|[杂雜][货貨]店|五金店|修理[厂廠]|[驾駕]校|里[长長]"
    "|幼[儿兒][园園]|[中小][学學](?![习習])|采[购購]平[台臺]"
)
#: Crops that are firms' names too, and what only farms have; of 6 such places in gold of train none is a firm's.
_CROPS = frozenset({"小米", "苹果", "蘋果"})
_FARMED = re.compile("[亩畝][产產]|每[斤亩畝]|果[农農]|[种種]植[户戶面]|[开開]秤")
#: Kinds of firms in one word without a capital.
_KIND = re.compile(
    "miner|lender|insurer|retailer|brewer|airline|utility|brokerage|steelmaker|(?:car|auto|chip|drug)maker|shipbuilder|"
    "builder|developer|operator|producer|supplier|bank|broker|bourse|refiner|driller|grocer"
)
_OF_TWO = 2
_CAPITALISED = frozenset({"COMPANY", "ORGANIZATION", "PERSON"})


def is_no_name(text: str, read: Candidate) -> bool:
    """Whether a candidate is no name where it stands.

    >>> text = "Filipino telecoms are paid in Hong Kong dollars"
    >>> is_no_name(text, Candidate(0, 17, "COMPANY", "encoder", 0.9))
    True
    >>> is_no_name(text, Candidate(30, 39, "LOCATION", "gazetteer", 0.95))
    True
    """
    if _is_part_of_another(text, read):
        return True
    name = text[read.start : read.end]
    if _SIDE.fullmatch(name) and not (read.kb and read.type == "COMPANY"):
        return True
    if _ORDINARY.fullmatch(name) and not _CODE_BEHIND.match(text, read.end):
        return True
    if read.kb:
        return False
    generic = _GENERIC.fullmatch(name) or _KIND.fullmatch(name) or _is_in_lower_case(name, read.type)
    if name in _INITIALS or name in _TERMS or generic:
        return True
    if read.type != "COMPANY":
        return False
    if _FIRMS_OF.fullmatch(name):
        return True
    adjective = _ADJECTIVE.fullmatch(name) or (_PEOPLE.fullmatch(name) and _NOUN.match(text, read.end))
    return adjective is not None or _PORTFOLIO.search(text, max(0, read.start - 24), read.start) is not None


def _is_part_of_another(text: str, read: Candidate) -> bool:
    """Whether the words around make it a currency, a clock, an index, a model or a post, be it a known name or not."""
    name, before = text[read.start : read.end], text[max(0, read.start - 4) : read.start]
    if read.type == "LOCATION":
        clock = _CURRENCY.match(text, read.end) or HAN_CLOCK_AFTER.match(text, read.end)
        return clock is not None or before[-2:] in _INDEX_BEFORE
    if read.type != "PRODUCT" and _MODEL.fullmatch(name) and _MODEL_NUMBER.match(text, read.end):
        return True
    if read.type == "GOVERNMENT" and name.isalpha() and name.isascii() and _POST_BEHIND.match(text, read.end):
        return True
    if _BUREAU.fullmatch(name) and _ITS_HEAD.match(text, read.end):
        return True
    term = _TERM_BEHIND.get(name)
    if (term is not None and term.match(text, read.end)) or (name in _CROPS and _is_of_a_farm(text, read)):
        return True
    if name in _INDICES and (before.lower() == "the " or _is_an_index(text, read)):
        return True
    if (not read.kb and _ILLNESS.match(text, read.end)) or (
        _THE_PEOPLE.fullmatch(name) and _NOUN.match(text, read.end)
    ):
        return True
    if read.type == "COMPANY" and len(name) == _OF_TWO and has_han(name) and _SMALL.match(text, read.end):
        return True
    zone = _TIME_ZONE.match(text, read.start, read.end)
    return read.type == "COMPANY" and (zone is not None or _is_of_an_index(text, read))


def _is_of_a_farm(text: str, read: Candidate) -> bool:
    """Whether the sentence around a crop is about farming."""
    start = text.rfind("。", 0, read.start) + 1
    end = text.find("。", read.end)
    return _FARMED.search(text, start, end if end >= 0 else len(text)) is not None


def _is_an_index(text: str, read: Candidate) -> bool:
    """Whether an index moves here, and the text tells of no firm of that name."""
    firm = re.compile(re.escape(text[read.start : read.end]) + _FIRM_OF_AN_INDEX)
    return _INDEX_MOVES.match(text, read.end) is not None and firm.search(text) is None


def _is_of_an_index(text: str, read: Candidate) -> bool:
    numbered = _INDEX_NUMBER.match(text, read.end) if text[read.start : read.end] in _MAKERS else None
    return numbered is not None or is_of_an_index(text, read.end) or is_made_by(text, read.start, read.end)


def _is_in_lower_case(name: str, kind: str) -> bool:
    """Whether words without a capital are read as a firm, person or organization: 4 of 78,000 names of train."""
    return kind in _CAPITALISED and " " in name and name.isascii() and name == name.lower()

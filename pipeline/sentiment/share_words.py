"""Language data: how a move of shares is written, and what tells it from a move of sales or prices.

All patterns are matched against comparison keys (Simplified, lower case, half width).
"""

from __future__ import annotations

import re

_NUMBER = r"\d{1,4}(?:\.\d{1,2})?"
_PERCENT = r"\s?(?:%|per\s?cent\b|percent\b|pc\b)"
_FRACTION = r"(?:by|more\sthan|about)\s(?:a|one|two)[\s-](?:third|half|quarter|tenth|fifth)s?\b"
_NOT_OF = r"(?!\s(?:of|stake|interest|share\sof))"
#: Behind an English verb: the figure near it, or nothing where shares are named before (checked by `SHARES`).
ENGLISH_MOVE = rf"(?P<percent>[^.;,%:\n]{{0,28}}?[\s(](?:{_NUMBER}{_PERCENT}|{_FRACTION}){_NOT_OF})?"
_TENTHS = r"(?:近|逾|超|约)?[一二三四五六七八九两][成倍]"
#: Behind a Chinese verb: the figure, or nothing for a limit move or where shares are named.
CHINESE_MOVE = rf"(?P<percent>(?:幅|了|约|近|逾|超|过|达|至|到|出|\s){{0,4}}{_NUMBER}\s?%|{_TENTHS})?"
#: The figure first: `closed 9.8 per cent higher`, `still 2.6% down`.
FIGURE_FIRST = re.compile(rf"{_NUMBER}{_PERCENT}\s(?P<way>higher|lower|up|down|firmer|weaker)\b")
#: The verb left out in a list: `Acme put on 5.4 per cent, Bolt 4.6 per cent`.
ELLIPTIC = re.compile(rf"(?<=\s){_NUMBER}{_PERCENT}")
#: `ACME -3.1%`, `甲公司 (Acme) +2%`.
SIGNED = re.compile(rf"(?<=[\s)股])(?P<sign>[+\-−▲▼])\s?{_NUMBER}\s?%")
#: Behind an English verb without a figure: shares are meant all the same.
MARKET_TAIL = re.compile(
    r"\s(?:as\swell|in\ssympathy|too|on\sthe\snews|in\s\w+\strading|after\shours|in\spremarket|in\safternoon)\b"
)
#: A move to the daily limit needs no figure.
LIMIT = re.compile(r"涨停|跌停|封板|limit\s(?:up|down)")
SHARES = re.compile(
    r"\b(?:shares?|stocks?|adrs?|adss?|scrip|depositary\sreceipts?|equity)\b(?!\s(?:of\sthe\smarket|buyback|price\starget))"
    r"|股价|股份|股票|该股|个股|[ahb]股|美股|港股|盘中|收盘|开盘|早盘|午盘|尾盘|盘前|盘后|复牌|夜盘|收报|报收|首日"
)
#: What rises or falls here is a figure of the business, not the share.
BUSINESS_FIGURE = re.compile(
    r"\b(?:sales|revenues?|profits?|earnings|ebitda|income|output|production|prices?|orders?|deliver(?:y|ies)|shipments?"
    r"|exports?|imports?|costs?|margins?|volumes?|demand|capacity|bookings|yields?|futures|index|benchmark|premium|loss(?:es)?"
    r"|market\sshare|stake|holding|headcount|traffic|imports|debt|turnover|guidance|dividend|reserves|fees?|rates?)\b"
    r"|营收|收入|净利|利润|业绩|销量|销售|产量|产能|价格|均价|单价|报价|售价|毛利|订单|出货|成本|市占|份额|持股|同比|环比|按年|按季|年增|月增|季增|"
    r"期货|指数|油价|铜价|金价|合约|票面|利率|息率|需求|客流|库存|市值占|费用|支出|股息|派息|负债|存款|贷款|息差|楼价|租金|保费|料价|现货"
)
#: Behind a percentage: the figure compares with a year before, as business figures do.
COMPARES = re.compile(
    r"^[^。.;；]{0,10}?(?:year[\s-]on[\s-]year|from\sa\syear\s(?:earlier|ago)|同比|环比|按年|较上年|较去年)"
)

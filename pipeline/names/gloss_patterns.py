"""Language data: how English and Chinese introduce a second name for the same thing."""

from __future__ import annotations

import re

from pipeline.text.scripts import CJK, MIDDLE_DOTS

_LANGUAGES = r"(?:Chinese|Mandarin|Cantonese|Korean|Japanese|English|Simplified Chinese|Traditional Chinese)"
#: Words before a gloss inside a bracket; `define` introduces a short form, `previous` a former name, else another name.
LEAD = re.compile(
    r"^(?:"
    r"(?P<define>以下(?:合?[简簡]称|[简簡]稱|[并並]?[称稱](?:为|為)?|统称|統稱)|[简簡][称稱](?:为|為)?|下[称稱]|后称|後稱|"
    r"[下以]下[简簡]?[称稱]|通[称稱]|台[湾灣](?:通|[简簡])[称稱]|"
    r"(?:collectively,?\s+)?(?:hereinafter|hereafter|herein)(?:,?\s+(?:referred to as|called))?|"
    r"(?:referred to|known|defined)\s+as|together,?|abbreviated(?:\s+(?:as|to))?|or\s+simply|for short,?)|"
    r"(?P<previous>formerly(?:\s+known\s+as)?|previously|n[ée]e|ex-|"
    r"(?:原名|曾用名|前身为|前身為|前[称稱]|旧称|舊稱|原[称稱])(?:为|為)?)|"
    r"(?P<other>or|also|或|[现現]?已?(?:[改更]名|改[称稱])(?:为|為)?|[现現][名称稱](?:为|為)?|又[称稱名]|又|亦[称稱]|也[称稱]|即|英文名(?:称|稱)?(?:为|為)?|英文[简簡][称稱](?:为|為)?|英文|英语|"
    r"中文名?(?:称|稱)?(?:为|為)?|全[称稱](?:为|為)?|本名|"
    rf"(?:better\s+)?known(?:\s+(?:in\s+{_LANGUAGES}|at\s+home|locally|here|there|in\s+China))?\s+as|"
    rf"plain|simply|also\s+known\s+as|a\.?k\.?a\.?|called|i\.e\.,?|in\s+full,?|in\s+{_LANGUAGES},?|{_LANGUAGES}:|"
    r"(?:the\s+)?full\s+name(?:\s+is)?))[\s:：,，]*",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
#: "Japan’s Ministry of Finance" as a gloss: the possessive is outside the name.
POSSESSIVE = re.compile(
    r"^(?:[A-Z][\w.&-]*\s){0,3}?[A-Z][\w.]*(?:['’]s|(?<=States)['’]|(?<=ines)['’]|(?<=lands)['’])\s+"
    r"(?=Ministry|Department|Bureau|Commission|Committee|Office|Administration|Agency|Authority|Board|Council|Cabinet|"
    r"Central|National|State|Federal|Financial|Supreme|Parliament|Securities|Competition|House|Senate)"
)
#: Opens a remark in a bracket: nothing behind it is another name.
ASIDE = re.compile(
    r"\s*(?:see|cf\.?|not|no|part\s+of|(?:a|the)?\s*(?:unit|arm|subsidiary|division|part|member|owner|parent)\s+of|owned|until|via|through|with|and|but|"
    r"which|whose|who|where|when|his|her|its|their|from|in\s(?!Chinese|English|Mandarin|Korean|Japanese|Cantonese)|at|by|for\s(?!short))\b",
    re.IGNORECASE,
)
#: What follows a gloss inside its segment and is no part of it.
TAIL = re.compile(
    rf"\s+(?:in\s+{_LANGUAGES}|for\s+short|from\s+here\s+on|hereafter|as\s+(?:the|it|its|he|she|we|they|one)\b.*|in\s+English|below)$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(
    r"\s*[,，;；、]\s*(?:and\s+|或\s*)?|\s+(?:or|及|或)\s+(?=(?:the\s)?[“\"'‘「])|(?<=[”\"」])\s*(?:或者|或|及|or)\s*(?=[“\"「])|\s*[／|｜]\s*|\s+/\s+"
)
QUOTES = "“”\"'‘’「」『』《》〈〉"
#: The text of a segment that is a code, a number, a rating or a share line rather than a name.
CODE = re.compile(
    r"^(?:\$.*|(?!\d{1,2}[A-Z]+[a-z])[\d.,%+\-–~\s]+\S{0,8}|\S*\d{3,}\S*(?:\s[A-Z]{2})?|[A-Z0-9.\-]{1,7}[\s:：.][A-Z]{2,3}(?:\s\w+)?|[A-Z]{2,10}\s*[:：]\s*\S+.*|[A-Z]{2}\s\d+|"
    r"(?:NYSE|NASDAQ|Nasdaq|SEHK|HKEX|LSE|TSE|TWSE|KRX|SSE|SZSE|TSX|ASX|SGX|BSE|NSE)\b.*)$"
)
#: Between an English name and a Chinese one outside brackets, in either order.
_SURE = (
    rf"(?:[^\S\n]*[/／][^\S\n]*|[^\S\n]*\|[^\S\n]*|[^\S\n]+[–—][^\S\n]+|,?\s+or\s+|,\s+(?:also\s+)?(?:known\s+as|called)\s+|"
    rf",?\s+(?:(?:also\s+)?(?:or|known|called|written|rendered)\s+)?(?:in|as)\s+(?:its\s+)?{_LANGUAGES},?\s+(?:as\s+)?)"
)
SURE_BEFORE = re.compile(_SURE + r"[“\"'‘]?$")
SURE_AFTER = re.compile(_SURE + r"[“\"'‘]?")
#: Bare juxtaposition, which needs another sign that both are one.
WEAK_BEFORE = re.compile(r"(?:[^\S\n]|,[^\S\n])$")
WEAK_AFTER = re.compile(r"(?:[^\S\n]|,[^\S\n])")
#: A run of Chinese, Japanese or Korean, with Latin letters and digits glued to it.
CJK_RUN = re.compile(
    rf"[A-Za-z0-9&\-]{{0,12}}[{CJK}](?:[{CJK}{MIDDLE_DOTS}A-Za-z0-9\-]|[(（][{CJK}]{{1,4}}[)）](?=[{CJK}]))*"
)
#: A body's name with commas and "and" inside, at the start of a bracket.
COMMA_BODY = re.compile(
    r"(?:[A-Z][\w.]*(?:['’]s)?\s){0,2}(?:Ministry|Minister|Department|Bureau|Committee|Commission|Office|Secretary|Secretariat|Board|Council|Agency|Administration)"
    r"\s(?:of|for|on)\s(?:the\s)?[A-Z]\w+(?:(?:,\s|\s)[A-Z]\w+)*,?\s(?:and|&)\s[A-Z]\w+(?:\s[A-Z]\w+)*"
)
_FORM = "(?i:Limited|Ltd\\.?|Holdings|PLC|Inc\\.?|Corporation)"
_LATIN_LINE = rf"[A-Z][A-Za-z0-9&.,'’()\- ]{{3,70}}{_FORM}"
_HAN_LINE = "[\u4e00-\u9fff（）()]{4,30}(?:公司|集[团團])"
#: A company's names in two scripts on two lines of a letterhead; of 18 in gold all are one.
LETTERHEAD = re.compile(
    rf"^(?:(?P<latin>{_LATIN_LINE})[*＊]?\s*\n\s*(?P<han>{_HAN_LINE})|(?P<han_first>{_HAN_LINE})[*＊]?\s*\n\s*(?P<latin_behind>{_LATIN_LINE}))"
    r"[*＊]?[ \t]*$",
    re.MULTILINE,
)

"""Language data: forms of English names of companies, bodies, laws and people with their posts."""

from __future__ import annotations

import re

_CAP = r"[A-Z0-9À-Þ][\w&'’.\-]*"
LEGAL = re.compile(
    rf"\b{_CAP}(?:\s(?:(?:of|&)\s)?{_CAP}){{0,5}},?\s(?:Inc|Corp|Ltd|Limited|PLC|Plc|plc|LLC|LLP|AG|SE|S\.A|NV|N\.V|AB|ASA|Oyj|SpA|GmbH|Bhd)\b\.?"
)
BODY = re.compile(
    r"\b(?:(?:U\.S\.|US|UK|[A-Z]\w+)\s)?(?:Ministry|Department|Bureau|Office|Board|Secretariat|Directorate)\s(?:of|for)\s(?:the\s)?"
    r"[A-Z]\w+(?:\s[A-Z]\w+)?(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?)*(?:,?\s(?:and|&)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:\sof\s[A-Z]\w+)?"
)
POLICY = re.compile(
    r"\b(?:[A-Z][\w.\-&]*\s(?:(?:and|of|for|on|the|to)\s){0,2}){1,7}(?:Act|Agreement|Treaty|Accord|Directive|Initiative|Protocol|Regulation|Mechanism)\b"
    r"(?:\sof\s\d{4})?"
)
_POST = (
    r"(?:[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hief (?:[A-Za-z]+ ){1,2}?[Oo]fficer|CEO|CFO|COO|CTO|[Cc]hair(?:man|woman|person)?|"
    r"[Pp]resident|[Vv]ice [Pp]resident|[Ff]ounder|[Dd]irector|[Mm]inister|[Ss]ecretary|[Gg]overnor|[Ss]enator|[Aa]nalysts?|[Ee]conomist|"
    r"[Ss]trategist|[Ss]pokes(?:man|woman|person)|[Hh]ead|[Mm]anager|[Pp]artner|Mr|Ms|Mrs|Dr|Sir)\.?"
)
PERSON = re.compile(
    rf"\b{_POST}\s(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|de|van|von|bin|al|el|da))?\s[A-Z][\w’'-]+)(?!\s(?:Inc|Corp|Ltd|Group|Holdings|plc))"
)
#: Legal forms that a full stop or comma may stand before or behind inside a name.
LEGAL_WORDS = frozenset(
    "Inc Incorporated Corp Corporation Co Company Ltd Limited PLC Plc plc LLC LLP LP AG SE SA NV BV AB ASA Oyj SpA GmbH KK Bhd".split()
)
#: A word of a name that stands before the code of its security: a capital or a digit in it.
NAME_WORD = re.compile(r"[(\"“‘']?(?=[\w&'’.\-]*[A-Za-zÀ-ÖØ-öø-ÿ])(?:[A-ZÀ-ÖØ-Þ0-9]|[a-z]{1,2}[A-Z])[\w&'’.+!\-]*")
#: Words with a capital that are no part of the name behind them.
NOT_IN_NAME = frozenset(
    """A An And As At But By Both For From In Including Its Like Meanwhile Of On Or Rival Rivals Shares Since The Their
    Then Through To Under Unlike Until When While With Buy Sell Hold Stock Stocks Peer Peers Company Ticker
    Chinese English Mandarin Cantonese Japanese Korean German French Spanish Portuguese American British European""".split()
)
#: Ends of words that describe a company and do not name it: London-listed, US-based.
DESCRIBES = ("-listed", "-based", "-owned", "-backed", "-traded", "-headquartered")
#: What "of" joins to the name behind it: Bank of Ayr, University of Ayr.
OF_HEADS = frozenset("Bank Banco University Institute House Port State Savings".split())

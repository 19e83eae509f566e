"""Language data: forms of English names of companies, bodies, laws and people with their posts."""

from __future__ import annotations

import re

_CAP = r"[A-Z0-9À-Þ][\w&'’.\-]*"
LEGAL = re.compile(
    rf"\b{_CAP}(?:\s(?:(?:of|&)\s)?{_CAP}){{0,5}},?\s(?:Inc|Corp|Ltd|Limited|PLC|plc|LLC|LLP|AG|SE|S\.A|NV|N\.V|AB|ASA|Oyj|SpA|GmbH|Bhd)\b\.?"
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

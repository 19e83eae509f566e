"""English names by their form: legal suffixes, bodies, laws; where the statistical model is weak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.entities.candidates import Candidate

_CAP = r"[A-Z0-9À-Þ][\w&'’.\-]*"
_LINK = r"(?:of|for|and|the|on|de|du|des|da|do|&|in)"
_RUN = rf"{_CAP}(?:\s(?:{_LINK}\s)?{_CAP}){{0,5}}"
_LEGAL = re.compile(
    rf"\b{_CAP}(?:\s(?:(?:of|&)\s)?{_CAP}){{0,5}},?\s(?:Inc|Corp|Ltd|Limited|PLC|plc|LLC|LLP|AG|SE|S\.A|NV|N\.V|AB|ASA|Oyj|SpA|GmbH|Bhd)\b\.?"
)
_BODY = re.compile(
    r"\b(?:(?:U\.S\.|US|UK|[A-Z]\w+)\s)?(?:Ministry|Department|Bureau|Office|Board|Secretariat|Directorate)\s(?:of|for)\s(?:the\s)?"
    r"[A-Z]\w+(?:\s[A-Z]\w+)?(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?)*(?:,?\s(?:and|&)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:\sof\s[A-Z]\w+)?"
)
_POLICY = re.compile(
    r"\b(?:[A-Z][\w.\-&]*\s(?:(?:and|of|for|on|the|to)\s){0,2}){1,7}(?:Act|Agreement|Treaty|Accord|Directive|Initiative|Protocol|Regulation|Mechanism)\b"
    r"(?:\sof\s\d{4})?"
)


def find(text: str) -> Iterator[Candidate]:
    """Candidates by form.

    >>> [(c.type, c.method) for c in find("Harbor Energy Ltd. sued the Ministry of Trade under the Ports Act.")]
    [('COMPANY', 'latin_legal'), ('GOVERNMENT', 'latin_body'), ('POLICY', 'latin_policy')]
    """
    for pattern, kind, method, score in (
        (_LEGAL, "COMPANY", "latin_legal", 0.7),
        (_BODY, "GOVERNMENT", "latin_body", 0.65),
        (_POLICY, "POLICY", "latin_policy", 0.7),
    ):
        for match in pattern.finditer(text):
            start = match.start() + (4 if match.group().startswith("The ") else 0)
            yield Candidate(start, match.end(), kind, method, score)

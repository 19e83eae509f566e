"""English names by their form: legal suffixes, bodies, laws; where the statistical model is weak."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.entities import latin_name_patterns as patterns
from pipeline.entities.candidates import Candidate
from pipeline.entities.latin_types import is_company_name


def find(text: str) -> Iterator[Candidate]:
    """Candidates by form.

    >>> [(c.type, c.method) for c in find("Harbor Energy Ltd. sued the Ministry of Trade under the Ports Act.")]
    [('COMPANY', 'latin_legal'), ('GOVERNMENT', 'latin_body'), ('POLICY', 'latin_policy')]
    """
    for pattern, kind, method, score in (
        (patterns.LEGAL, "COMPANY", "latin_legal", 0.7),
        (patterns.BODY, "GOVERNMENT", "latin_body", 0.65),
        (patterns.POLICY, "POLICY", "latin_policy", 0.7),
    ):
        for match in pattern.finditer(text):
            start = match.start() + (4 if match.group().startswith("The ") else 0)
            yield Candidate(start, match.end(), kind, method, score)
    for match in patterns.PERSON.finditer(text):
        if not is_company_name(match["name"]):
            yield Candidate(*match.span("name"), "PERSON", "latin_person", 0.6)

"""Where a sentence says that a company's own results or forecasts moved its shares: no cause of an effect on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Mention, Span

_TOLD = (
    r"report(?:ed|ing|s)?|post(?:ed|ing|s)?|beat(?:ing|s)?|miss(?:ed|ing|es)?|top(?:ped|ping)|rais(?:ed|ing|es)"
    r"|cut(?:ting|s)?|lift(?:ed|ing)|lower(?:ed|ing)|forecast|g[ai]v(?:e|ing)|trimm(?:ed|ing)|reaffirm(?:ed|ing)"
    r"|warn(?:ed|ing)|flagged|swung|issu(?:ed|ing)|surpass(?:ed|ing)|increas(?:ed|ing)"
)
_LIKE = (
    r"better|worse|stronger|weaker|smaller|bigger|upbeat|downbeat|higher|lower|strong|weak|solid|record|quarterly"
    r"|robust"
)
_WHAT = (
    r"profits?|earnings|revenues?|sales|results?|forecasts?|outlooks?|guidance|estimates|expectations|income|margins?"
    r"|views?|loss(?:es)?|quarter(?:ly)?"
)
_RESULTS = re.compile(
    rf"\b(?:after|as|on|when|following)\s(?:[^,;\n]{{0,70}}?\b(?:{_TOLD})\b[^,;\n]{{0,70}}?\b(?:{_WHAT})\b"
    rf"|(?:\w+[- ]){{0,4}}?(?:{_LIKE})\b[^,;\n]{{0,40}}?\b(?:{_WHAT})\b)",
    re.IGNORECASE,
)


def own_results(text: str, sentence: Span, mentions: Sequence[Mention]) -> list[int]:
    """Where reasons stand that are results of nobody named in them: fell 4% |after it cut its profit forecast.

    Args:
        mentions: of the article, sorted.
    """
    return [
        match.start()
        for match in _RESULTS.finditer(text, sentence["start"], sentence["end"])
        if not any(match.start() <= m["start"] < match.end() and m["type"] != "LOCATION" for m in mentions)
    ]

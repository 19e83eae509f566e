"""The key under which two names in a text are the same name."""

from __future__ import annotations

import re

from pipeline.kb.normalise import key


def form_key(surface: str) -> str:
    """Key under which two surfaces are the same name: script, case, width, full stops and spaces aside.

    >>> form_key("U.S.") == form_key("US"), form_key("台積電") == form_key("台积电")
    (True, True)
    """
    return re.sub(r"\s+", " ", key(surface).replace(".", "")).strip()

"""Brackets of a text and the segments inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.names import gloss_patterns as patterns

_BRACKET = re.compile(r"[()（）\n]")
#: Legal forms with their full stop.
_ABBREVIATED = (".A.", "S.", " Ltd.", " Inc.", " Corp.", " Co.")
#: The longest bracket whose content may be a gloss, in characters.
LONGEST = 160


@dataclass(frozen=True)
class Bracket:
    """A bracket at `[start, end)`, its signs included."""

    start: int
    end: int


@dataclass(frozen=True)
class Segment:
    """One possible gloss at `[start, end)`, freed of quotes, articles and lead-in words.

    Attributes:
        lead: `define`, `previous` or `other` by the words that introduced it, null without any.
        quoted: it stood in quotation marks.
    """

    start: int
    end: int
    lead: str | None
    quoted: bool


def brackets(text: str) -> Iterator[Bracket]:
    """Outermost brackets that close on their own line, in reading order.

    >>> [(b.start, b.end) for b in brackets("A (B（C）) D")]
    [(2, 8)]
    """
    opened: list[int] = []
    closed: list[Bracket] = []
    for match in _BRACKET.finditer(text):
        sign = match.group()
        if sign == "\n":
            yield from closed
            opened.clear()
            closed.clear()
        elif sign in "(（":
            opened.append(match.start())
        elif opened:
            found = Bracket(opened.pop(), match.end())
            while closed and closed[-1].start > found.start:
                closed.pop()
            if found.end - found.start <= LONGEST:
                closed.append(found)
    yield from closed


def segments(text: str, bracket: Bracket) -> list[Segment]:
    """What a bracket holds, cut at commas and "or"; a body's name with commas in it stays whole.

    >>> [text[s.start:s.end] for text in ["甲（ACME Corp，简称“甲”）"] for s in segments(text, Bracket(1, 17))]
    ['ACME Corp', '甲']
    """
    start, end = bracket.start + 1, bracket.end - 1
    content = text[start:end]
    whole = _whole_body(content)
    pieces: list[Segment] = []
    at = 0
    for match in [*patterns.SEPARATOR.finditer(content), None]:
        stop = match.start() if match else len(content)
        if stop < whole:
            continue
        if patterns.ASIDE.match(content, at):
            break
        segment = _segment(text, start + at, start + stop)
        if segment is not None:
            pieces.append(segment)
        at = match.end() if match else len(content)
    return pieces


def _whole_body(content: str) -> int:
    """Where a name such as "Ministry of Economy, Trade and Industry" ends that opens the content; 0 without one."""
    match = patterns.COMMA_BODY.match(content)
    return match.end() if match else 0


def _segment(text: str, start: int, end: int) -> Segment | None:
    lead: str | None = None
    quoted = False
    while True:
        before = (start, end)
        start, end = _stripped(text, start, end)
        if end > start and text[start] in patterns.QUOTES:
            start, quoted = start + 1, True
        if end > start and text[end - 1] in patterns.QUOTES:
            end -= 1
        piece = text[start:end]
        introduced = patterns.LEAD.match(piece)
        if introduced and introduced.end() < len(piece) and _stands_apart(piece, introduced.end()):
            lead = introduced.lastgroup if lead in (None, "other") else lead
            start += introduced.end()
        elif trimmed := (patterns.ARTICLE.match(piece) or patterns.POSSESSIVE.match(piece)):
            start += trimmed.end()
        elif tail := patterns.TAIL.search(piece):
            end -= len(piece) - tail.start()
        if (start, end) == before:
            return Segment(start, end, lead, quoted) if end > start else None


def _stands_apart(piece: str, end: int) -> bool:
    """Whether lead-in words in Latin letters end at a word boundary ("or X", not "Orient")."""
    return not (piece[end - 1].isascii() and piece[end - 1].isalpha() and piece[end].isascii() and piece[end].isalnum())


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (
        text[end - 1].isspace() or (text[end - 1] in ",，;；:：.。" and not text.endswith(_ABBREVIATED, start, end))
    ):
        end -= 1
    return start, end

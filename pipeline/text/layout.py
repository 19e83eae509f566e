"""Layout of an article: which line is title, heading, bullet, byline or furniture. Nothing is deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import FURNITURE, Block, BlockKind, text_of
from pipeline.text import layout_patterns as patterns
from pipeline.text.letterheads import DEPTH, headline
from pipeline.text.scripts import CJK

_LINE = re.compile(r"[^\r\n\v\f\u0085\u2028\u2029]+")
_WIDE = re.compile(f"[{CJK}]")
#: A heading is no longer than this many columns (a CJK character takes two); measured on headings of real pages.
HEADING_COLUMNS = 110
TITLE_COLUMNS = 220
#: The heading of a disclaimer, and one that ends it, is no longer than this.
_SHORT_HEADING = 60
_LINE_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (patterns.DATELINE, "dateline"),
    (patterns.READ_TIME, "read_time"),
    (patterns.DISCLAIMER, "disclaimer"),
    (patterns.FURNITURE, "furniture"),
    (patterns.LENT_PICTURE, "furniture"),
)


class _Page(NamedTuple):
    """A text with its lines, and title and author where metadata tells them."""

    text: str
    lines: Sequence[tuple[int, int]]
    title: str | None
    author: str | None


def blocks(text: str, title: str | None = None, author: str | None = None) -> list[Block]:
    """Blocks of `text`, one a line with content, in reading order, offsets without surrounding white space.

    A line of its own is also a title in front of the body it introduces, and the credits behind the last sentence.

    `title` and `author` come from metadata where a reader knew them.

    >>> [b["kind"] for b in blocks("Acme builds\\n\\nBy Ann Lee\\n\\nAcme will build a plant.\\n- Cost: $5")]
    ['title', 'byline', 'paragraph', 'bullet']
    """
    page = _Page(text, list(_lines(text)), title, author)
    found: list[Block] = []
    heading = lead_in = None
    section: BlockKind | None = None
    opened = False  # by a title or by the story
    for number, (start, end) in enumerate(page.lines):
        section = _section(text[start:end], section) if number else None
        kind = section or _kind(page, number, found, opened)
        opened = opened or (kind not in FURNITURE and kind != "heading")
        block = Block(start=start, end=end, kind=kind, heading=heading, lead_in=None)
        if kind in ("heading", "title"):
            heading, lead_in = len(found), None
        elif kind == "paragraph":
            lead_in = len(found)
        elif kind == "bullet":
            block["lead_in"] = lead_in
        found.append(block)
    return _mark_bio(text, found, author)


def _section(line: str, above: BlockKind | None) -> BlockKind | None:
    """Kind of the lines from this one on, by a heading of links to other articles or of a disclaimer.

    Links go on as long as lines end no sentence, a disclaimer up to the next short line that ends none.
    """
    ends_sentence = patterns.ENDS_SENTENCE.search(line) is not None
    if patterns.LINKS.match(line):
        return "furniture"
    if patterns.DISCLAIMER.match(line) and not ends_sentence and columns(line) <= _SHORT_HEADING:
        return "disclaimer"
    if above == "furniture":
        stamped = patterns.STAMPED.match(line) and patterns.DATELINE.match(line)
        entry = patterns.REFERENCE.search(line)
        return None if (ends_sentence and not entry) or stamped else above
    runs_on = ends_sentence or columns(line) > _SHORT_HEADING
    return above if runs_on and not patterns.BULLET.match(line) else None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        start, end = _trimmed(text, *match.span())
        if start == end:
            continue
        title = patterns.TITLE_IN_LINE.match(text, start, end)
        if title:
            yield _trimmed(text, *title.span())
            start = title.end()
        near_end = max(start, end - patterns.CREDITS_LENGTH)
        credits = patterns.PICTURE_END.search(text, near_end, end) or patterns.CREDITS_END.search(text, near_end, end)
        if credits and credits["credits"]:
            yield _trimmed(text, start, credits.start())
            start = credits.start("credits")
        yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without white space around it."""
    content = text[start:end]
    return start + len(content) - len(content.lstrip()), end - len(content) + len(content.rstrip())


def _kind(page: _Page, number: int, before: list[Block], opened: bool) -> BlockKind:
    text, lines, title, author = page
    start, end = lines[number]
    line = text[start:end]
    for pattern, kind in _LINE_KINDS:
        if pattern.search(line) and not (kind == "disclaimer" and number == 0):
            return kind
    if _is_byline(line, author) or (number and patterns.NAME_AND_PAPER.match(line)):
        return "byline"
    if patterns.ORIGINAL_TITLE.match(line) and not patterns.SENTENCE_WITHIN.search(line):
        return "furniture" if any(b["kind"] == "title" for b in before) else "title"
    if not opened and _is_title(line, title, len(lines)):
        under = [text[slice(*span)] for span in lines[number + 1 : number + 3]]
        above = title is None and patterns.ABOVE_TITLE.match(line)
        titles = (patterns.UNDER_IT, patterns.NOTICE)
        return "heading" if above and any(t.fullmatch(other) for t in titles for other in under) else "title"
    if patterns.MARKDOWN_HEADING.match(line) or patterns.BOLD_LINE.match(line):
        return "heading"
    if _is_heading(text, lines, number):
        return "heading"
    if patterns.BULLET.match(line):
        return "bullet"
    return "paragraph"


def _is_byline(line: str, author: str | None) -> bool:
    if patterns.CREDITS_END.fullmatch("。" + line, 1) or patterns.PICTURE_END.fullmatch("。" + line, 1):
        return True
    return bool(patterns.BYLINE.match(line)) or (author is not None and line.strip(" |·") == author.strip())


def _is_title(line: str, title: str | None, line_count: int) -> bool:
    if title is not None and line.strip("# ") == title.strip():
        return True
    if patterns.MARKDOWN_HEADING.match(line) or patterns.TITLE_METADATA.match(line):
        return True
    return line_count > 1 and columns(line) <= TITLE_COLUMNS and not re.search(r"[.。；;,，]$", line)


def _is_heading(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    start, end = lines[number]
    line = text[start:end]
    if columns(line) > HEADING_COLUMNS or patterns.ENDS_SENTENCE.search(line):
        return False
    if patterns.NUMBERED_HEADING.match(line):
        return not re.search("[，。；]", line) and not _in_list(text, lines, number)
    if patterns.BULLET.match(line) or line.endswith((":", "：")):
        return False
    if number + 1 == len(lines):
        return False
    following = text[slice(*lines[number + 1])]
    apart = text[end : lines[number + 1][0]].count("\n") > 1 or columns(following) > HEADING_COLUMNS
    return apart and not re.search(r"[，。]", line)


def _in_list(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a numbered line stands beside another numbered or bulleted line."""
    beside = [text[slice(*lines[n])] for n in (number - 1, number + 1) if 0 <= n < len(lines)]
    return any(patterns.BULLET.match(line) or patterns.NUMBERED_HEADING.match(line) for line in beside)


def title_of(text: str, found: list[Block]) -> str | None:
    """The first title; of a notice or release the line under its letterhead, which stays a title too.

    >>> text = "塔恩股份有限公司\\n关于投资建厂的公告\\n公司拟建厂。"
    >>> title_of(text, blocks(text))
    '关于投资建厂的公告'
    """
    lines = [text[b["start"] : b["end"]].strip("# ").strip() for b in found]
    first = next((n for n, b in enumerate(found) if b["kind"] == "title"), None)
    if first is not None:
        under = "".join(lines[first + 1 : first + 2])
        if patterns.COMPANY_ABOVE.fullmatch(lines[first]) and patterns.NOTICE.fullmatch(under):
            return under
    below = headline(lines, TITLE_COLUMNS) if first is None or first <= DEPTH else None
    if below is not None:
        return below
    return None if first is None else patterns.IN_BRACKETS.sub(r"\1", lines[first]) or None


def columns(line: str) -> int:
    """Width of a line in columns: CJK characters count two."""
    return len(line) + len(_WIDE.findall(line))


def _mark_bio(text: str, found: list[Block], author: str | None) -> list[Block]:
    """The end of an article: name lines, then a paragraph about the author."""
    for index in range(len(found) - 1, max(-1, len(found) - 6), -1):
        block = found[index]
        line = text[block["start"] : block["end"]]
        about = author is not None and line.startswith(author)
        earlier = [text[b["start"] : b["end"]] for b in found[max(0, index - 3) : index]]
        behind_story = any(b["kind"] == "paragraph" for b in found[:index])
        signed = behind_story and any(_may_be_writer(name) and line.startswith(name) for name in earlier)
        if block["kind"] in ("paragraph", "heading") and (signed or about or patterns.BIO.match(line)):
            if block["kind"] == "heading" and not patterns.BIO.match(line):
                continue
            if not (signed or about or index >= len(found) - 2):
                continue
            block["kind"] = "bio"
            _mark_signature(text, found, index)
            break
    return found


def _may_be_writer(line: str) -> bool:
    """Whether a line may be a writer's name alone; notices repeat the company's before their first paragraph."""
    return 0 < len(line) < 40 and not patterns.COMPANY_LINE.search(line)


def _mark_signature(text: str, found: list[Block], bio: int) -> None:
    about = text[found[bio]["start"] : found[bio]["end"]]
    for block in reversed(found[max(0, bio - 3) : bio]):
        name = text[block["start"] : block["end"]]
        if not about.startswith(name):
            break
        block["kind"] = "byline"


@Language.factory("layout", assigns=["doc._.blocks"], requires=["doc._.article"])
class Layout:
    """Writes `doc._.blocks`; reads title and author of `doc._.article` where a reader found them."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        article = doc._.article or {}
        doc._.blocks = blocks(text_of(doc), article.get("title"), article.get("author"))
        return doc

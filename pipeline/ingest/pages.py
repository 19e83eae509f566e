"""HTML -> the article's text and metadata by trafilatura, or all the text of the body where that finds none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from pipeline.errors import ArticleError
from pipeline.ingest.dates import iso_date

#: Of a larger page all the text is taken: trafilatura 2.3 needs time by the square of some elements' number (a page of
#: 60,000 list items three minutes, of 10,000 some seconds; news pages have hundreds).
MAX_ELEMENTS = 10_000
#: Elements whose content is no text of the page.
_HIDDEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select"})
#: Page furniture, left out of the fallback.
_FURNITURE = frozenset({"nav", "footer", "form", "button", "aside"})
#: Elements that flow within a line; every other one stands on lines of its own.
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd"),
        *("label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt"),
        *("u", "var", "wbr"),
    )
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
#: Dates of tags and metadata only: the extensive search guesses from the page's text, which is our own stage's work.
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}


@dataclass(frozen=True)
class Page:
    """What a page holds; text has paragraphs, headings and list items each on a line."""

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_at: str | None = None


def read_page(markup: str) -> Page:
    """The article of a page, without navigation, advertisements and comments.

    Raises:
        ArticleError: stage `parse`, error `malformed`: the parser gives up, for instance at extreme nesting.

    >>> read_page("<nav><a>Home</a></nav><article><p>Work on the port began on Friday.</p></article>").text
    'Work on the port began on Friday.'
    """
    import trafilatura  # a tenth of a second that runs over texts need not pay
    from trafilatura.settings import Document

    tree = _tree(markup)
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        return Page(text=plain_text(markup))
    try:
        found = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, favor_precision=True, date_extraction_params=_DATES
        )
    except Exception as error:  # whatever a parser of the wild web stumbles over, it is this page's own trouble
        raise ArticleError("parse", "malformed", f"HTML not readable: {type(error).__name__}") from error
    if not isinstance(found, Document) or not (found.text or "").strip():
        return Page(text=plain_text(markup))
    text = str(found.text).strip()
    return Page(text, found.title, found.author, found.sitename, found.url, iso_date(found.date))


def plain_text(markup: str) -> str:
    """All the text of a page or fragment, a line for each block, without scripts, styles and navigation.

    >>> plain_text("<p>Net <b>profit</b> rose</p><ul><li>sales</li><li>costs</li></ul>")
    'Net profit rose\\nsales\\ncosts'
    """
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(_tree(markup), events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        leaves = tag in _HIDDEN or tag in _FURNITURE
        if event == "start":
            hidden += leaves
            parts.append(_edge(tag))
            text = element.text
        else:
            hidden -= leaves
            parts.append(_edge(tag))
            text = element.tail
        if text and not hidden:
            parts.append(_SPACE.sub(" ", text))
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _edge(tag: str) -> str:
    return "" if tag in _INLINE else "\n"


def _tree(markup: str) -> HtmlElement:
    """Parsed as UTF-8 whatever the page declares, since it is decoded already; never from the network."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise ArticleError("parse", "malformed", f"HTML not readable: {error}") from error
    if root is None:
        raise ArticleError("parse", "empty", "no element in the page")
    return root

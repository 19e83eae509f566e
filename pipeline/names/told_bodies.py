"""The body of a post by what is said around it: who appoints, whose post stands before it in a list, whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.document import Position, text_of
from pipeline.names.mention_index import MentionIndex
from pipeline.names.title_words import is_public
from pipeline.names.titles import principal
from pipeline.ontology import BODIES
from pipeline.text.scripts import has_han, to_simplified

#: From the verb of an appointment to the title (Simplified), and what may stand between the body and the verb.
_APPOINTS = re.compile(
    r"(?:聘任|任命|委任|聘请|聘用|选举|推选)(?P<who>[^，。；：\n]{2,50}?)"
    r"(?:先生|女士)?(?:[为]|出任|担任)(?:该|本)?(?:公司|集团|行)?$"
)
_REACH = 30
#: Before a body that something is told at or to.
_WHERE = frozenset("在于於向")
_SENTENCE_ENDS = re.compile("[。；\n]")
#: A body without a name before a title (Simplified).
_UNNAMED = re.compile(
    "(?:某|一家|一间)[\u4e00-\u9fffA-Za-z]{0,10}(?:公司|机构|券商|基金|银行|企业|集团|厂|房企|投行|协会|商)的?$"
)
#: Between two people of a list, of whom the second has a title of his own (Simplified).
_AND_BEFORE = re.compile(r"(?:[（(][^（）()\n]{1,24}[）)])?(?:先生|女士|博士)?[、和及与暨]$")
#: Titles that have no body, or one of their own (Simplified).
_ALONE = re.compile("律师|教授|会计师|委员|议员|立委|法官|院士|学者|专家|代表|庭长|记者")
#: Between a body and a title there (Simplified).
_GLUE = re.compile("(?:的|[原前]|[时新现候]任)?$")
#: Titles of who serves somebody with a title.
_AIDE = re.compile(r"(?:deputy|spokes(?:man|woman|person)|press secretary|chief of staff)$", re.IGNORECASE)


class _Held(NamedTuple):
    """A post and who holds it."""

    person: str
    position: Position


def appointed(doc: Doc, position: Position) -> Position:
    """A post at the body that appoints somebody to it: 方大特钢聘任原南钢股份副总裁林国强为|总经理.

    In gold of train 37 of 38 such posts are at the last body before the verb.
    """
    text, start = text_of(doc), position["start"]
    title = position["title"]
    first = max(0, start - 2 * _REACH)
    told = _APPOINTS.search(to_simplified(text[first:start])) if title is not None and has_han(title) else None
    if title is None or told is None or is_public(title):
        return position
    verb = first + told.start()
    near = (m for m in doc._.mentions if verb - _REACH <= m["end"] <= verb and m["type"] in BODIES and m["entity"])
    before = [m for m in near if text[m["start"] - 1 : m["start"]] not in _WHERE]
    named = any(verb < m["start"] < start and m["type"] == "PERSON" for m in doc._.mentions)
    if not before or not named or _SENTENCE_ENDS.search(text, before[-1]["end"], verb):
        return position
    body: str | None = before[-1]["entity"]
    return position | {"organization": body}


def without_unnamed(doc: Doc, position: Position) -> Position:
    """A post at a body without a name is at none of the article: 某投资公司合伙人, 4 of 4 in gold of train."""
    before = to_simplified(text_of(doc)[max(0, position["start"] - _REACH) : position["start"]])
    return position | {"organization": None} if _UNNAMED.search(before) else position


def settle_by_others(doc: Doc, held: Mapping[str, Sequence[Position]]) -> None:
    """Put posts of a list, and of deputies and spokesmen, where the post before or the other's is.

    證監會主席甲、|副行政總裁|乙: 12 of 12 such posts in gold of train; X’s |deputy: 6 of 6.
    """
    names = MentionIndex(text_of(doc), doc._.mentions)
    posts = [_Held(person, p) for person, positions in held.items() for p in positions if p["title"] is not None]
    sure: dict[int, _Held] = {}
    for post in sorted(posts, key=lambda h: h.position["start"]):
        if (body := _of_list(names, post, sure) or _of_principal(doc, post, held)) is not None:
            post.position["organization"] = body
        elif not _printed_before(names, post.position):
            continue
        if (name := names.starting_at(post.position["end"])) is not None and name["entity"] == post.person:
            sure[name["end"]] = post


def _of_list(names: MentionIndex, post: _Held, sure: Mapping[int, _Held]) -> str | None:
    """The body of the post before in a list of people with Chinese titles, by the end of the name before."""
    title, start = post.position["title"] or "", post.position["start"]
    if not has_han(title) or _ALONE.search(to_simplified(title)) or is_public(title):
        return None
    name = names.starting_at(post.position["end"])
    gap = _AND_BEFORE.search(to_simplified(names.text[max(0, start - _REACH) : start]))
    last = sure.get(start - len(gap[0])) if gap is not None else None
    own = name is not None and name["entity"] == post.person
    return last.position["organization"] if last is not None and own else None


def _of_principal(doc: Doc, post: _Held, held: Mapping[str, Sequence[Position]]) -> str | None:
    """The one body of somebody whose deputy or spokesman a post is."""
    aide = _AIDE.search(post.position["title"] or "") is not None
    others = held.get(principal(doc, post.position["start"]) or "", ()) if aide else ()
    bodies = {p["organization"] for p in others if p["organization"] is not None}
    return next(iter(bodies)) if len(bodies) == 1 else None


def _printed_before(names: MentionIndex, position: Position) -> bool:
    """Whether the name of a post's body stands right before its title."""
    glue = _GLUE.search(to_simplified(names.text[max(0, position["start"] - 2) : position["start"]]))
    body = names.ending_at(position["start"] - len(glue[0])) if glue is not None else None
    return body is not None and body["entity"] == position["organization"]

"""The article's own writers, and mentions in page furniture, which are no part of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Block, Mention
from pipeline.kb.normalise import key
from pipeline.names.name_types import looks_like_person
from pipeline.names.position_patterns import COMPANY_POST, PUBLIC_POST
from pipeline.text.layout import columns
from pipeline.text.layout_patterns import KIND_BY
from pipeline.text.scripts import HAN, to_simplified

#: Kinds of block whose names are dropped.
DROPPED = frozenset({"furniture", "disclaimer", "read_time", "dateline"})
_WORD = r"(?:(?:St|Jr|Sr)\.|[A-Z](?:(?:\.[A-Z])*\.|[\w'’-]+|\b))"
_NAME = rf"(?:(?!(?:Dr|Prof|Mr|Mrs|Ms)\.?\s){_WORD}(?:\s(?:de|van|von|der|al|bin|{_WORD})){{1,3}})"
_ADDRESS = re.compile(r"(?:Dr|Prof|Mr|Mrs|Ms)\.?\s")
_CREDIT = re.compile(
    r"(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Ww]ritten|[Cc]ompiled|[Ee]dited|[Rr]eported|[Dd]igest|[Tt]ranslat(?:ion|ed)"
    r"|[Ii]nterview|[Pp]hotograph(?:s|y)|[Gg]raphics?|[Ii]llustrations?)"
    r"\s+(?:in\s+[A-Z][\w ]{1,20}\s+)?by:?\s+|[Ww]ith assistance from\s+|"
    r"[Tt]o contact the (?:reporter|editor|author)s?[^:\n]{0,40}:\s*|"
    r"^(?=[^.\n]{5,110}\b(?:staff|contributing|guest)\s(?:writer|reporter|correspondent|editor)s?$)|"
    r"^(?!By )(?=[^.,\n]{5,60},\s(?:[A-Za-z-]+\s){0,3}"
    r"(?:[Cc]olumnist|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter)$)|"
    rf"^{KIND_BY}(?=[^.\n]{{5,100}}$)(?![^\n]*\s(?:shows?|finds?|found|says?|said|suggests?|that|is|are|was)\b)|"
    r"(?:^|[|｜·•]\s*)[(（]?(?:By|BY):?\s+|(?:Words|Text|Author|Translation|Translator|译者|譯者)[:：]\s*|[Cc]orrespondent\s+"
)
#: Credits that may be long: "Reporting by … in Toronto and … in Ottawa; Editing by …".
_CREDIT_LINE = re.compile(
    r"[(（\s–—-]*(?:(?:Additional )?(?:Reporting|Writing|Editing|Compiled) by\b|With assistance from\b|"
    r"To contact the (?:reporter|editor|author)s?\b)",
    re.IGNORECASE,
)
#: A credit outside a byline stands in a line no longer than this.
_SHORT = 120
#: Words of credits that name nobody: "By Our Bureau", "By Staff Reporter".
_NOBODY = re.compile(
    r"\b(?:Our|Staff|Bureau|Correspondents?|Reporters?|Writers?|Editors?|Desk|Agenc(?:y|ies)|Newsroom|News|Team|Online|Service|"
    r"Weekly|Daily|Times|Journal|Magazine|Tribune|Herald|Gazette|Courier|Press|Images|Reuters|Bloomberg)\b"
)
#: What the last word of a writer's post is, behind the name: "By Ann Lee, Senior Fellow".
_POST_OF_WRITER = re.compile(
    r"\b(?:Fellow|Editor|Analyst|Professor|Director|Writer|Economist|Associate|Correspondent|Reporter|President|Officer|Strategist|"
    r"Researcher|Manager|Lecturer|Columnist|Partner|Head|Online|Research)$"
)
#: An agency behind a reporter's name.
_AGENCY_BEHIND = re.compile(r"\s(?:AAP|AFP|ANI|AP|CNA|IANS|PTI|UPI)$")
#: Where people stand who answer questions about a release, and write nothing.
_CONTACT = re.compile(
    r"\b(?:[Cc]ontacts?|[Ee]nquir(?:y|ies)|[Ii]nquiries|[Ii]nvestors?|[Mm]edia|[Pp]ress|[Rr]elations)\b\s*[:：]?\s*$"
    r"|[联聯][络絡系繫][人方电電]?|查[询詢]|@|\+\d|\d{3}[- .]\d{3,4}"
)
#: A line with the post of who signs is no longer than that.
_POST_LINE = 40
#: Columns of other words beside a signature, such as the name of a column.
_ASIDE = 12
#: Before the name of a writer in lines about writers.
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:：。；;)）]\s*|^\W+)(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?$")
#: What somebody says in a conversation, behind the name: "Ann Lee: Bo, thank you."
_SPEECH = re.compile(r"[^\n:：]{2,40}[:：]\s?\S[^\n]*[.!?。！？]$")
#: Behind a name in the first column of a line.
_COLUMN_BEHIND = re.compile(r"\s{0,5}(?:[(（][^()（）]{2,20}[)）])?\s{0,5}[|｜·•]")
_DIRECTOR = re.compile(r"\bdirector\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:in\s+[A-Z]\w+\s*)?(?:,\s*(?:and\s+)?|\s*\band\s+|\s*&\s*)")
_SEPARATORS = re.compile(
    r"[\s\d|·/／｜,，()（）年月日:：\-–—□■*#]+|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_LATIN_NAME = re.compile(_NAME)
#: A Han name, also one spread over the columns of three: 顾 欣.
_HAN_WORD = rf"[{HAN}][ \u3000][{HAN}](?![{HAN}])|[{HAN}]{{2,4}}"
_HAN_CREDIT = re.compile(
    r"(?:本[报報](?:[记記]者|[评評][论論][员員])|[实實][习習]生|[记記]者|[责責]任[编編][辑輯]|[编編][辑輯]|作者|撰文|撰稿|采写|[摄攝]影|整理|答主|通[讯訊][员員]|供稿|[译譯]者|(?<![中原下上本论論])文(?!章)|[编編][译譯]|校[对對]|(?:[审審]核|[监監][制製]|[总總][监監]|[图圖]片|分析[师師]|研究[员員])(?=[:：]))"
    r"[\s　:：/／|｜丨]*"
    rf"(?P<names>[{HAN}]{{3}}(?=[{HAN}]{{2,3}}\d{{1,2}}日)|[{HAN}]{{2}}(?=[{HAN}]{{2}}\d{{1,2}}日)|"
    rf"(?:{_HAN_WORD})(?:[、，\s　]+(?:{_HAN_WORD}))*)"
)
_HAN_NAME = re.compile(_HAN_WORD)
#: A reporter whose name is in Latin letters, credited in Han: （記者 Tracy Chen）, （记者 López）.
_LATIN_BEHIND_HAN = re.compile(
    rf"(?:[记記]者|[编編][译譯辑輯]|作者|撰文|[译譯]者)[\s:：/／]*(?P<name>{_NAME}(?=[)）,，、;；|｜\s]|$)|[A-ZÀ-Þ][\w'’-]+(?=[)）]))"
)
#: Reporters in brackets in the head of a wire's lead, however long that is: 新华社北京7月22日电（记者王某、任某）,
#: （中央社記者王某台北10日電）, 【某网】（记者 王某）, 〔記者王某／台北報導〕 (69 of 71 in gold of train).
_WIRE_HEAD = re.compile(
    r"[〔［\[][记記]者[^〔〕［］\[\]。]{4,40}[〕］\]]|[（(][^（()）。]{6,40}[电電][)）]"
    r"|[^。]{0,40}[电電讯訊道導】][（(][^（()）。]{2,40}[)）]"
)


def credited(text: str, blocks: list[Block]) -> Iterator[tuple[int, int]]:
    """Spans of the names of writers and editors in bylines and credit lines.

    >>> text = "By Ann Lee and Bo Ray"
    >>> [text[s:e] for s, e in credited(text, [dict(start=0, end=21, kind="byline", heading=None, lead_in=None)])]
    ['Ann Lee', 'Bo Ray']
    """
    for block in blocks:
        line = text[block["start"] : block["end"]]
        if block["kind"] not in ("byline", "bio") and len(line) > _SHORT and not _CREDIT_LINE.match(line):
            head = _WIRE_HEAD.match(line)
            line = head.group() if head else ""
        for credit in _CREDIT.finditer(line):
            for span in _latin_names(line, credit.end()):
                yield block["start"] + span[0], block["start"] + span[1]
        for credit in _LATIN_BEHIND_HAN.finditer(line):
            yield block["start"] + credit.start("name"), block["start"] + credit.end("name")
        for credit in _han_credits(line):
            for name in _HAN_NAME.finditer(line, credit.start("names"), credit.end("names")):
                if looks_like_person(to_simplified(re.sub(r"\s", "", name.group()))):
                    yield block["start"] + name.start(), block["start"] + name.end()


#: Characters of the words of a credit, with what stands between them and the names.
_LONGEST_CREDIT = 12


def _han_credits(line: str) -> Iterator[re.Match[str]]:
    """Credits in Han, also one that the names of another run into: 通讯员 章以宁 供稿：任军."""
    at = 0
    while credit := _HAN_CREDIT.search(line, at):
        yield credit
        at = max(credit.start("names") + 1, credit.end() - _LONGEST_CREDIT)


def _latin_names(line: str, at: int) -> Iterator[tuple[int, int]]:
    """Spans of the names of a list, but of words that name nobody and of posts: "Ann Lee, Senior Fellow"."""
    while True:
        address = _ADDRESS.match(line, at)
        match = _LATIN_NAME.match(line, address.end() if address else at)
        if match is None:
            return
        if not (_NOBODY.search(match.group()) or _POST_OF_WRITER.search(match.group())):
            agency = _AGENCY_BEHIND.search(line, match.start(), match.end())
            yield match.start(), agency.start() if agency else match.end()
        following = _BETWEEN.match(line, match.end())
        if following is None:
            return
        at = following.end()


def kept(block: Block | None) -> bool:
    """Whether a mention counts, by the block that it stands in.

    It does in lines about writers, as in 12 of the 12 such lines of gold of train with other names.
    """
    return block is None or block["kind"] not in DROPPED


def introduces(text: str, bio: Block, name: Mention) -> bool:
    """Whether a name in lines about writers is a writer's: it begins a sentence there, or stands behind a colon."""
    return _SENTENCE_BEFORE.search(text[bio["start"] : name["start"]]) is not None


def is_author(name: str, author: str | None) -> bool:
    """Whether a name is that of the article's author, or one of its authors."""
    return author is not None and len(name) > 1 and key(name) in key(author)


def signed(text: str, blocks: list[Block], mentions: list[Mention]) -> set[int]:
    """Indexes of mentions that sign the article: people alone on a line near its head or foot, dates and places aside.

    The line holds nothing else but mentions, dates and a few characters such as the name of a column. Who signs a
    notice or a letter has a post there or one or two lines away, and is no writer: 主席, then 李明. Nor are those whom
    a release names for questions.
    """
    found: set[int] = set()
    edge = [n for n, b in enumerate(blocks) if (n < 6 or n >= len(blocks) - 3) and b["end"] - b["start"] <= _SHORT]
    for number in edge:
        beside = [text[b["start"] : b["end"]] for b in blocks[max(0, number - 2) : number + 3] if b["kind"] != "title"]
        if any(_is_post(line) or (len(line) <= _SHORT and _CONTACT.search(line)) for line in beside):
            continue
        block = blocks[number]
        if _SPEECH.match(text, block["start"], block["end"]):
            continue
        inside = [i for i, m in enumerate(mentions) if block["start"] <= m["start"] < block["end"]]
        people = [i for i in inside if mentions[i]["type"] == "PERSON"]
        rest = text[block["start"] : block["end"]]
        for i in inside:
            rest = rest.replace(mentions[i]["text"], " ")
        others = columns(_SEPARATORS.sub("", rest))
        if not people or _is_post(rest):
            continue
        if others <= (_ASIDE if block["kind"] != "title" else 0):
            found.update(people)
        elif number and block["kind"] != "title":
            found.update(i for i in people if _fills_column(text, block, mentions[i]))
    return found


def _fills_column(text: str, block: Block, name: Mention) -> bool:
    """Whether a name is the first column of a line under the title: Dr. Ann Lee (李安) · Battery Review · 3 March."""
    before = text[block["start"] : name["start"]]
    address = _ADDRESS.fullmatch(before) is not None
    return (not before or address) and _COLUMN_BEHIND.match(text, name["end"], block["end"]) is not None


def _is_post(line: str) -> bool:
    """Whether a line holds a post that no writer has, and hardly more."""
    words = line.strip()
    if len(words) > _POST_LINE:
        return False
    return any(post.search(to_simplified(words)) for post in (COMPANY_POST, PUBLIC_POST, _DIRECTOR))

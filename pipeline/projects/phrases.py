"""The spaCy component that writes project mentions: the phrases that the encoder takes for names of undertakings.

The encoder's ends are mended by grammar: a bracket is whole or left out, a head noun that the phrase breaks off before
or inside of is taken in, and nothing ends at a preposition or a bare number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import FURNITURE, ProjectMention, TaggedSpan, text_of
from pipeline.encoder.labels import PROJECTS
from pipeline.projects.lexicon import heads
from pipeline.projects.listed_projects import listed
from pipeline.text.lexicons import folded
from pipeline.text.scripts import has_han, to_simplified

#: "An" stands before a vowel, or a letter that is spoken with one ("an LNG plant"); An Khanh is a place.
_ARTICLE = re.compile(r"(?:(?i:the|a|its|their|this|that)|[Aa]n(?=\s+(?:[AEIOUaeiouh8]|[FHLMNRSX][A-Z.])))\s+")
#: Words that no noun phrase ends with.
_DANGLING = re.compile(
    r"(?:,?\s+(?:to|by|for|of|in|on|at|with|and|from|the|a|its|or|as|about|around|nearly|almost|worth|near|up(?=\s+to)"
    r"|(?:more|less)(?=\s+than)|than|which|that|is|was|will|into|between))+$"
)
#: The last letter of U.S., whose full stop is of the phrase, and what a phrase neither begins nor ends with.
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]$")
_OPENING, _CLOSING = "的)）", "(（"
#: What a Han phrase ends with where its noun comes later, or its time; 收购标的 is a noun. In gold of train 3 of 19,644
#: names do.
_GENITIVE = re.compile("(?:(?<![标標])的[传傳]?|之|(?<=[\u4e00-\u9fff])Q[1-4])$")
#: A space between Han characters, by which headlines part their clauses: 巴西模块建造合同| 金额约. None of 19,754 names
#: in gold of train has one.
_HAN_GAP = re.compile("(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
#: Deeds of many projects at once: 项目集中|开工项目 goes on, 项目集中|签约 ends before (as a name's end none in gold).
_TOGETHER = re.compile("集中$")
_DEED_AND_NOUN = re.compile("(?:[开開]工|[签簽][约約])(?:活[动動]|[项項]目)")
#: Verbs before a noun phrase, with which none of these names begins.
_VERB = re.compile("(?:[关關][于於])?(?:投[资資])?建[设設](?![银銀]行)(?=.{4})")
_QUOTES = {"「": "」", "『": "』", "“": "”", "《": "》"}
_BRACKETS = {"(": ")", "（": "）"} | _QUOTES
#: A bracket that opens in a phrase is taken in if it closes within this many characters.
_BRACKET_REACH = 25
#: Characters of Han behind a phrase in which a head noun may end that the phrase breaks off before or inside of.
_HEAD_REACH = 4
#: A number at the end of a phrase counts or measures the word behind it: "programme of 22 rebuilds", not "Phase 2".
_NUMBER_END = re.compile(r"(?:^|\b(?:of|than|about|some|nearly|over)\s)\d[\d.,]*(?: (?:million|billion|trillion))?$")
_COUNTED = re.compile(
    r"[ -](?!(?:and|or|to|by|for|of|in|on|at|with|from|as|is|was|will|has|had|were|are|that|which)\b)[a-z]{3,}"
)
#: A measure before its noun: of 42,817 names in gold none ends with one.
_MEASURE_END = re.compile(r"\d-[a-z]+$")
#: What opens a clause before the name that a phrase ends with; nor does one end so.
_CLAUSE = re.compile(r"\s(?:that|which|who)\s$")
#: What is no noun phrase: a number by itself, the first half of a hyphenated word.
_NO_NOUN = re.compile(r"[\d.,%$€£¥\s]+|\S+-")
#: How many phases an undertaking has, behind 分.
_PHASES = re.compile("[两兩二三四五六][期批]")
#: No name of an undertaking but its number in a list, the owner of what follows, a code behind a name.
_ITEM = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?"
_NUMBERED = re.compile(rf"(?:Project|[项項]目)\s?{_ITEM}$")
_NUMBER_BEHIND = re.compile(rf"\s?{_ITEM}\s?[:：]")
#: Words that only point at what was named.
_POINTING = re.compile("[本此这這上该該][次述]?|集中")
#: Figures of speech: what is to come of many matters ("robust pipeline", one of 124 names with a pipeline in gold of
#: train), and what a place or firm is to be to others ("as a regional hub for footwear", none of 175 names).
_TO_COME = re.compile(
    r"(?:robust|strong|steady|healthy|solid|growing|deep|development|project|product|deal|order|drug|IPO|M&A|acquisition"
    r"|investment|late-stage|clinical) pipelines?$|\bpipelines? (?:of (?!\d)|in excess\b)",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\b(?:hub|gateway|bridge|powerhouse|magnet|destination)s?(?:\s(?:for|between|of|in|to)\b.*)?$")
_AS = re.compile(r"\b(?:as|into|becom(?:e|es|ing)|became)\s+(?:an?|its|their|(?:the\s+)?[\w-]+['’]s)\s+$")
_BEFORE_ROLE = 40
#: Score of a phrase that a list gives.
LISTED = 0.9
_OWNER = re.compile(r"['’]s?$")
_CODE_END = re.compile(r"\s?[(（](?:[A-Za-z ]{2,12}[:：]\s?[A-Z0-9]{1,6}|[A-Z0-9]{1,6}\.[A-Z]{1,3})[)）]$")
_DIGIT = re.compile(r"\d")
#: A straight quotation mark, not one of inches.
_STRAIGHT = re.compile(r'(?<!\d)"')
#: A title that opens right before a phrase closes within so many characters.
_TITLE_REACH = 40
_NEXT_WORDS = re.compile(r" [A-Za-z][\w-]*(?: [a-z][\w-]*)?")
_EDGE = " \t\r\n,;:，、；：。.\"“”'‘’"


@Language.factory(
    "project_phrases",
    assigns=["doc._.project_mentions"],
    requires=["doc._.tagged", "doc._.blocks", "doc._.mentions", "doc._.amounts"],
)
class ProjectPhrases:
    """Writes `doc._.project_mentions`, sorted, without overlap, and `doc.spans["projects"]` for spaCy's tools."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        furniture = [(b["start"], b["end"]) for b in doc._.blocks if b["kind"] in FURNITURE]
        names = [(m["start"], m["end"]) for m in doc._.mentions]
        sums = [(a["start"], a["end"]) for a in doc._.amounts]
        found = [
            _mention(text, span, names, sums)
            for span in doc._.tagged
            if span["layer"] == PROJECTS and not any(a <= span["start"] < b for a, b in furniture)
        ]
        read = [m for m in found if _is_phrase(text, m, names)]
        doc._.project_mentions = _with_lists(doc, read)
        spans = [
            doc.char_span(m["start"], m["end"], "PROJECT", alignment_mode="expand") for m in doc._.project_mentions
        ]
        doc.spans["projects"] = [s for s in spans if s is not None]
        return doc


def _mention(
    text: str, span: TaggedSpan, names: Sequence[tuple[int, int]], sums: Sequence[tuple[int, int]]
) -> ProjectMention:
    end = _past_sum(text, _past_name(span["end"], names), sums)
    start, end = _quoted(text, *_bracketed(text, *_trimmed(text, span["start"], end)))
    end = _with_names(text, start, _to_head(text, start, end), names)
    code = _CODE_END.search(text, start, end)
    end = code.start() if code else end
    return ProjectMention(start=start, end=end, text=text[start:end], kind=None, sector=None, score=span["score"])


def _with_lists(doc: Doc, read: Sequence[ProjectMention]) -> list[ProjectMention]:
    """Phrases, sorted, with the names that lines of a list give; what was read inside of one of these goes."""
    found = list(read)
    for start, end in listed(doc):
        met = [m for m in read if m["start"] < end and start < m["end"]]
        if all(start <= m["start"] and m["end"] <= end and m["end"] - m["start"] < (end - start) / 2 for m in met):
            words = text_of(doc)[start:end]
            name = ProjectMention(start=start, end=end, text=words, kind=None, sector=None, score=LISTED)
            found = [*(m for m in found if m not in met), name]
    return sorted(found, key=lambda m: m["start"])


def _is_phrase(text: str, read: ProjectMention, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a phrase may be one of an undertaking: neither a number, nor "Project" of "Project 3:", nor "Tarn's", nor
    a figure of speech.
    """
    start, words = read["start"], read["text"]
    if _TO_COME.search(words) or (_ROLE.search(words) and _AS.search(text, max(0, start - _BEFORE_ROLE), start)):
        return False
    if len(words) < 2 or _NO_NOUN.fullmatch(words) or _POINTING.fullmatch(words):
        return False
    if _NUMBERED.match(words) and _NUMBER_BEHIND.match(text, read["end"]):
        return False
    if _PHASES.fullmatch(words) and text[start - 1 : start] == "分":
        return False
    owner = _OWNER.search(words)
    return owner is None or (start, start + owner.start()) not in names


def _past_sum(text: str, end: int, sums: Sequence[tuple[int, int]]) -> int:
    """The end with the whole of a sum (sorted, without overlap) that a span breaks off in, or without it where it ends
    before the number: "round of 500 million| yuan", "units at |C$0.50".

    >>> text = "round of 500 million yuan at C$0.50"
    >>> [_past_sum(text, end, [(9, 25), (29, 35)]) for end in (20, 30)]
    [25, 29]
    """
    number = bisect_left(sums, (end,)) - 1
    if number < 0 or end >= sums[number][1]:
        return end
    first, last = sums[number]
    return last if _DIGIT.search(text, first, end) else first


def _past_name(end: int, names: Sequence[tuple[int, int]]) -> int:
    """The end of the name that a span breaks off in (sorted, without overlap): "deal with Donald| Trump".

    >>> _past_name(16, [(0, 4), (10, 22)])
    22
    """
    number = bisect_left(names, (end,)) - 1
    return max(end, names[number][1]) if number >= 0 else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without an article, punctuation or words of grammar at the ends."""
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    while start < end and text[start] in _EDGE + _OPENING:
        start += 1
    verb = _VERB.match(text, start, end)
    start = verb.end() if verb else start
    gap = _HAN_GAP.search(text, start, end)
    end = gap.start() if gap else end
    while end > start and text[end - 1] in _EDGE + _CLOSING:
        end -= 1
    end += text[end : end + 1] == "." and _INITIALS.search(text[start:end]) is not None
    together = _TOGETHER.search(text, start, end)
    deed = _DEED_AND_NOUN.match(text, end) if together else None
    if deed:
        return start, deed.end()
    dangling = together or _DANGLING.search(text, start, end) or _GENITIVE.search(text, start, end)
    return start, dangling.start() if dangling else end


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """With whole brackets: one that opens inside is taken in or left out, what stands before a closing one is left out.

    Quotation marks that open right before are taken in: “西氢东送”输氢管道.

    >>> text = "a loan from the Bank (NIB) for reactor (SMR) plants"
    >>> [text[slice(*_bracketed(text, *ends))] for ends in ((2, 25), (40, 51))]
    ['loan from the Bank (NIB)', 'plants']
    """
    for opening, closing in _BRACKETS.items():
        first = text.find(closing, start, end)
        if first >= 0 and opening in _QUOTES and text[start - 1 : start] == opening:
            start -= 1
        elif first >= 0 and opening not in text[start:first]:
            after = first + 1
            while after < end and text[after] in _EDGE:
                after += 1
            start, end = (after, end) if end - after > 1 else (start, first)
        last = text.rfind(opening, start, end)
        if last >= 0 and closing not in text[last:end]:
            closed = text.find(closing, end, end + _BRACKET_REACH)
            end = closed + 1 if closed >= 0 and "\n" not in text[end:closed] else len(text[:last].rstrip(_EDGE))
    return start, max(start, end)


def _quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """With both straight quotation marks of a pair or none, and a title as far as it goes that opens right before.

    >>> text = '全天候"光储项目"开工，《港口备忘录》'
    >>> [text[slice(*_quoted(text, *ends))] for ends in ((0, 8), (13, 16))]
    ['全天候"光储项目"', '港口备忘录']
    """
    if text[start - 1 : start] == "《" and "》" not in text[start:end]:
        closed = text.find("》", end, end + _TITLE_REACH)
        return start, closed if closed >= 0 and "\n" not in text[end:closed] else end
    marks = [m.start() for m in _STRAIGHT.finditer(text, start, end)]
    if len(marks) % 2 == 0:
        return start, end
    if text[end : end + 1] == '"':
        return start, end + 1
    if text[start - 1 : start] == '"':
        return start - 1, end
    closed = text.find('"', end, end + _BRACKET_REACH)
    if closed >= 0 and "\n" not in text[end:closed]:
        return start, closed + 1
    mark = marks[-1]
    behind = end - len(text[mark + 1 : end].lstrip())
    return (start, len(text[:mark].rstrip(_EDGE))) if mark - start > end - mark else (behind, end)


def _to_head(text: str, start: int, end: int) -> int:
    """The end of the noun phrase that a span breaks off in: 物流|园, "£49bn| plan", "programme of 22| rebuilds".

    >>> text = "the £49bn plan and a programme of 22 rebuilds"
    >>> [text[s : _to_head(text, s, e)] for s, e in ((4, 9), (21, 36))]
    ['£49bn plan', 'programme of 22 rebuilds']
    """
    if end <= start:
        return end
    if has_han(text[end - 1]):
        return _to_han_head(text, start, end)
    if _NUMBER_END.search(text[start:end]):
        counted = _COUNTED.match(text, end)
        return counted.end() if counted else end
    plain = folded(text[start:end])
    if not any(last == len(plain) for _, last, _ in heads("en", plain)):
        words = _NEXT_WORDS.match(text, end)
        return end + max(_ends_of_heads(folded(words.group())), default=0) if words else end
    return end


def _with_names(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> int:
    """The end with what a measure belongs to ("280-room| Conrad Tarn", "71,500-seat| ground"), or before a clause that
    breaks off after the name (of sorted ones, without overlap) of who does something: "deal| that Orrin".

    >>> text = "deal that Orrin left and the 280-room Conrad Tarn"
    >>> [text[s : _with_names(text, s, e, [(10, 15), (38, 49)])] for s, e in ((0, 15), (29, 37))]
    ['deal', '280-room Conrad Tarn']
    """
    if _MEASURE_END.search(text, start, end):
        number = bisect_left(names, (end + 1,))
        if number < len(names) and names[number][0] == end + 1 and text[end] == " ":
            return names[number][1]
        counted = _COUNTED.match(text, end)
        return counted.end() if counted else end
    number = bisect_left(names, (end,)) - 1
    if number >= 0 and names[number][1] == end:
        clause = _CLAUSE.search(text, start, names[number][0])
        return clause.start() if clause else end
    return end


def _ends_of_heads(words: str) -> Iterator[int]:
    """Where head nouns end in folded words, also in the plural, of which the lexicon has none.

    >>> list(_ends_of_heads(" programmes into"))
    [11]
    """
    for word in re.finditer(r"\S+", words):
        whole = words[: word.end()]
        forms = {whole, whole.removesuffix("s")}
        if any(last == len(form) for form in forms for _, last, _ in heads("en", form)):
            yield word.end()


def _to_han_head(text: str, start: int, end: int) -> int:
    stretch = to_simplified(text[start : end + _HEAD_REACH])
    inside = end - start
    return start + max((last for first, last, _ in heads("zh", stretch) if first < inside < last), default=inside)

"""The one place where finders that disagree are brought to agree."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.document import Mention
from pipeline.entities.candidates import Candidate
from pipeline.kb.markets import RISK_WARNING

#: "An" stands before a vowel, or a letter that is spoken with one; An Khanh is a place.
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]|[Aa]n(?=\s+(?:[AEIOUaeiouh8]|[FHLMNRSX][A-Z.]|$)))\s+")
#: Words of grammar that no Han name begins or ends with, but that pieces glue to names.
_GRAMMAR_BEFORE, _GRAMMAR_BEHIND = (
    re.compile("(?:在|[美日德英法韩韓荷瑞港丹陆陸]商)(?=[\u4e00-\u9fff]{2})"),
    re.compile("(?<=[\u4e00-\u9fff]{2})的$"),
)
#: A name whose first part only is quoted: “双反”税.
_HALF_QUOTED = re.compile("“[^“”]+”[\u4e00-\u9fff]+$")
#: The marks of A-shares under a risk warning (*ST汇科).
RISK_WARNED = re.compile(f"{RISK_WARNING}(?=[\u4e00-\u9fff]{{2}})")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
#: Words of grammar that a tagger takes along with a Latin name. Those that open names of firms (On, Under, At) are no
#: part of the first list.
_WORDS_BEFORE = re.compile(
    r"(?:(?:For|And|But|If|When|While|As|After|Since|Although|Though|Because|With|Without|From|By|Unlike|Now|Than)\s+)+(?=[A-Z])"
)
_WORDS_BEHIND = re.compile(r"(?:\s(?:and|or|in|of|for|to|at|on|by|with|from|as|said|says|will|has|is|was))+$")
#: A legal form, initials or a state of the press whose full stop belongs to the name.
_ABBREVIATED = re.compile(
    r" (?:Inc|Corp|Co|Ltd|Bros|Cos)$|\b[A-Z]\.[A-Z]$|^(?:Tenn|Calif|Conn|Mass|Ga|Fla|Mich|Minn|Wash|Ariz|Colo|Ill|Wis)$"
)
_NAMED_AFTER = frozenset({"COMPANY", "GOVERNMENT", "ORGANIZATION", "POLICY"})
#: A longer name this sure takes a known name that it begins with; 0.5 and 0.75 alike on dev.
_SURE_ENOUGH = 0.75


def resolve(text: str, candidates: Iterable[Candidate], blocked: Iterable[tuple[int, int]] = ()) -> list[Mention]:
    """Mentions without overlap, in reading order.

    The longer of two overlapping candidates wins if its score is not far below; else the surer. `blocked` are spans of
    values (money, dates, tickers) that no name may cut or fill.

    >>> found = [Candidate(0, 5, "LOCATION", "gazetteer", 0.9), Candidate(0, 10, "COMPANY", "encoder", 0.8)]
    >>> [(m["text"], m["type"]) for m in resolve("Tokyo Gas’s profit", found)]
    [('Tokyo Gas', 'COMPANY')]
    """
    taken = bytearray(len(text))
    for start, end in blocked:
        taken[start:end] = b"\1" * (end - start)
    chosen: list[Mention] = []
    whole = [t for c in candidates if (t := trimmed(text, c)) is not None]
    for candidate in sorted(_without_name_parts(whole), key=_rank):
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            chosen.append(_mention(text, candidate))
    return sorted(chosen, key=lambda m: m["start"])


def _without_name_parts(candidates: list[Candidate]) -> list[Candidate]:
    """Known names that are the beginning of a longer name of a company or body are left out: Tokyo in Tokyo Gas."""
    longer = {
        c.start: c.end
        for c in sorted(candidates, key=lambda c: c.end)
        if c.type in _NAMED_AFTER and c.method != "gazetteer" and c.score >= _SURE_ENOUGH
    }
    return [c for c in candidates if not (c.method == "gazetteer" and longer.get(c.start, 0) > c.end)]


def _rank(candidate: Candidate) -> tuple[float, int, int, str]:
    """Score with a bonus for length: 0.1 a character over the shortest, at most 0.4, decides between overlaps."""
    length = candidate.end - candidate.start
    return (-(candidate.score + min(0.04 * length, 0.5)), candidate.start, -candidate.end, candidate.type)


def trimmed(text: str, candidate: Candidate) -> Candidate | None:
    """Without leading article, possessive ending, words of grammar and surrounding white space or quotes.

    "The" stays where the text writes it large inside a sentence ("in The Post").
    """
    start, end = candidate.start, candidate.end
    if candidate.method != "gazetteer":
        article = _ARTICLE.match(text, start, end)
        start = article.end() if article and not _is_of_the_name(text, article, end) else start
        grammar = _GRAMMAR_BEFORE.match(text, start, end) or _WORDS_BEFORE.match(text, start, end)
        start = grammar.end() if grammar else start
        behind = _WORDS_BEHIND.search(text[start:end])
        end -= len(behind.group()) if behind else 0
        end -= 1 if _GRAMMAR_BEHIND.search(text[start:end]) else 0
        possessive = _POSSESSIVE.search(text[start:end])
        end -= len(possessive.group()) if possessive else 0
    while start < end and (text[start].isspace() or text[start] in "\"'“”‘’,;:-–—•*#"):
        if _HALF_QUOTED.match(text, start, end) or RISK_WARNED.match(text, start, end):
            break
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"“”‘’',;:-–—*"):
        end -= 1
    if text[start : start + 1] == "《" and "》" not in text[start:end]:
        start += 1
    if text[end - 1 : end] == "》" and "《" not in text[start:end]:
        end -= 1
    if end - start < 2 or "\n" in text[start:end] or _ARTICLE.fullmatch(text[start:end] + " "):
        return None
    return Candidate(start, end, candidate.type, candidate.method, candidate.score, candidate.kb)


def _is_of_the_name(text: str, article: re.Match[str], end: int) -> bool:
    name = text[article.start() : end]
    return name.startswith("The ") and re.search(rf"[a-z,;] {re.escape(name)}\b", text) is not None


def _mention(text: str, candidate: Candidate) -> Mention:
    start, end = candidate.start, candidate.end
    if text.startswith(".", end) and _ABBREVIATED.search(text[start:end]):
        end += 1
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        type=candidate.type,
        method=candidate.method,
        score=candidate.score,
        kb=list(candidate.kb),
        entity=None,
    )

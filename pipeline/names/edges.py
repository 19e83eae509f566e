"""Where a name begins that is known to end at a bracket, and where one ends that is known to begin behind a sign."""

from __future__ import annotations

import re

from pipeline.document import Mention
from pipeline.kb import legal_forms
from pipeline.names import han_words, latin_words
from pipeline.names.mention_index import MentionIndex
from pipeline.names.romanise import spells, spelt_suffix
from pipeline.names.word_list import words
from pipeline.text.scripts import CJK, HAN, LATIN, MIDDLE_DOTS, to_simplified

#: How far to the left a name may begin, in characters.
REACH = 100
_HAN_REACH = 30
_CJK_TAIL = re.compile(f"(?:[{CJK}{MIDDLE_DOTS}A-Za-z0-9&.\\-]|[(（][{CJK}]{{1,4}}[)）](?=[{CJK}])){{1,{_HAN_REACH}}}$")
_HAN_ONLY_TAIL = re.compile(f"[{HAN}{MIDDLE_DOTS}]+$")
#: What follows a place in the name of a body, fund or state company.
_INSTITUTION = re.compile(
    f"(?:{han_words.BODY_TAIL.pattern}|{han_words.ORGANIZATION_TAIL.pattern}|(?:公司|基金|银行|机构)$)"
)
#: What a site is called in English.
_SITE_WORDS = re.compile(
    r"(?i)\b(?:plant|factory|refinery|smelter|works|mill|shipyard|base|park|station|complex|site|hub|zone)\b"
)
_LETTER = re.compile(f"[{LATIN}]")
_CJK = re.compile(f"[{CJK}]")
#: Lower-case words in which an unnamed local body's name ends.
_BODY_WORDS = frozenset(
    words(
        """
        municipal provincial city county central district regional state prefectural government
        """
    )
)
_CAPITAL = re.compile(r"(?:[a-z]{1,2}(?=[A-Z])|(?=[0-9]+[A-Za-z]|[A-ZÀ-ÞĀ-Ɏ]))\S")
_TOKEN = re.compile(r"\S+")
_POSSESSIVE = re.compile(
    r"(?<!People)(?<!Men)(?<!Women)(?<!Children)(?<!Moody)(?<!Lloyd)(?<!Sotheby)(?<!Donald)['’]s$|(?<!Worker)(?<!Prosecutor)s['’]$"
)
_NAME_TOKEN = re.compile(rf"[{LATIN}0-9&][{LATIN}0-9&'’.+/\-]*")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.)+$|^(?:Inc|Corp|Co|Ltd|St|Bros|Jr|Sr)\.$")
#: Forms that open a run in other scripts: "SK海力士", "HD현대".
_GLUED = re.compile(r"^[A-Za-z0-9&.\-]+")


def left_edge(index: MentionIndex, end: int, inner: str) -> tuple[int, int] | None:
    """Span of the name that ends at `end` and whose other name is `inner`; null if none can be made out."""
    if end <= 0:
        return None
    last = index.text[end - 1]
    if _CJK.match(last) or (_LETTER.match(inner) is None and _han_digits(index.text, end)):
        return _han_left(index, end, inner)
    closes_name = last in ".)）" and index.ending_at(end) is not None
    spelt_out = last == "." and _ABBREVIATED.search(index.text[max(0, end - 6) : end].split(" ")[-1])
    return _latin_left(index, end, inner) if _LETTER.match(last) or last.isdigit() or closes_name or spelt_out else None


def _han_digits(text: str, end: int) -> bool:
    tail = re.search(r"\d{1,4}$", text[max(0, end - 4) : end])
    return bool(tail and end - len(tail.group()) > 0 and _CJK.match(text[end - len(tail.group()) - 1]))


def mostly_latin(text: str, position: int) -> bool:
    """Whether the line around a position is English with Chinese words in it.

    >>> mostly_latin("Shares of 宁德时代 rose by a tenth", 12), mostly_latin("格芯（GlobalFoundries）正在评估合并", 3)
    (True, False)
    """
    start = max(text.rfind("\n", 0, position) + 1, position - 200)
    stop = text.find("\n", position, position + 200)
    line = text[start : stop if stop >= 0 else position + 200]
    return len(_LETTER.findall(line)) > 3 * len(_CJK.findall(line))


def _han_left(index: MentionIndex, end: int, inner: str) -> tuple[int, int] | None:
    text = index.text
    tail = _CJK_TAIL.search(text, max(0, end - _HAN_REACH), end)
    if tail is None:
        return None
    run = text[tail.start() : end]
    if (site := _behind_place(index, run, end, inner)) is not None:
        return site
    if (spelt := spelt_suffix(inner, run)) is not None and not _covered(index, end - spelt, end):
        return end - spelt, end
    known = index.ending_at(end)
    if known is not None:
        return known["start"], end
    embedded = mostly_latin(text, end)
    if embedded:
        start = _behind_conjunction(to_simplified(text[tail.start() : end])) + tail.start()
    else:
        start = _behind_boundary(to_simplified(text), tail.start(), end)
        start = _behind_mention(index, _from_place(index, start, end), end)
        if _foreign_person(inner):
            start = _transliterated(text, start, end)
    start = _without_stray_latin(text, start, end)
    fits = _plausible(text[start:end], inner) or (embedded and end - start <= 16)
    return (start, end) if 2 <= end - start <= 24 and fits else None


def _behind_place(index: MentionIndex, run: str, end: int, inner: str) -> tuple[int, int] | None:
    """The place whose Latin name stands behind a site of it: 延布|炼油厂(Yanbu)."""
    tail = han_words.SITE_TAIL.search(run)
    if tail is None or _SITE_WORDS.search(inner) or _CJK.search(inner) or index.ending_at(end) is not None:
        return None
    place = index.ending_at(end - len(tail[0]))
    return (place["start"], place["end"]) if place is not None and place["type"] == "LOCATION" else None


def _covered(index: MentionIndex, start: int, end: int) -> bool:
    """Whether a mention reaches over `start` from the left: the name is longer than what was spelt."""
    return any(m["start"] < start for m in index.overlapping(start, end))


def _behind_boundary(text: str, floor: int, end: int) -> int:
    start = floor
    for match in han_words.BOUNDARY.finditer(text, floor, end):
        if end - match.end() >= 2 and text[match.end() : end] not in han_words.GENERIC_TAILS:
            start = match.end()
    return start


def _behind_conjunction(run: str) -> int:
    """A run that opens with a conjunction and ends like a full name begins behind it (与日本经济产业省)."""
    return 1 if run[0] in "与和及在对向由" and len(run) > 5 and has_tail(run) else 0


def _from_place(index: MentionIndex, start: int, end: int) -> int:
    """A body's name goes back to the place right before what looked like a boundary (泰国投资促进委员会)."""
    if not han_words.BODY_TAIL.search(to_simplified(index.text[start:end])):
        return start
    for mention in index.overlapping(max(0, end - 14), start):
        if mention["type"] == "LOCATION" and 0 < start - mention["end"] <= 4:
            between = index.text[mention["end"] : start]
            return mention["start"] if _HAN_ONLY_TAIL.fullmatch(between) else start
    return start


def _behind_mention(index: MentionIndex, start: int, end: int) -> int:
    """Behind a name inside the run, unless that name is a part of the longer one.

    It is one where only generic tails follow (太盟 + 投资集团), or where it is the place of a body or institution.
    """
    for mention in index.overlapping(start, end):
        rest = to_simplified(index.text[mention["end"] : end])
        sited = mention["type"] == "LOCATION" and _INSTITUTION.search(rest) is not None
        if len(rest) >= 2 and not (mention["start"] >= start and (sited or rest[0] == "·" or _only_tails(rest))):
            start = max(start, mention["end"])
    return start


def _only_tails(rest: str) -> bool:
    """Whether a Simplified string is a sequence of generic tails and legal forms."""
    while rest:
        tail = next((t for t in (*legal_forms.HAN, *han_words.GENERIC_TAILS) if rest.endswith(t)), None)
        if tail is None:
            return False
        rest = rest[: -len(tail)]
    return True


def _foreign_person(inner: str) -> bool:
    words = inner.split()
    return 2 <= len(words) <= 4 and all(w[:1].isupper() for w in words) and not set(words) & latin_words.GENERIC_TAILS


def _transliterated(text: str, start: int, end: int) -> int:
    """The end of the run that is written like a foreign name with a dot between its parts."""
    at = end
    simplified = to_simplified(text[start:end])
    if "·" not in simplified:
        return start
    while at > start and (simplified[at - start - 1] in han_words.TRANSLITERATION or simplified[at - start - 1] in "·"):
        at -= 1
    return at if at < start + simplified.index("·") else start


def _without_stray_latin(text: str, start: int, end: int) -> int:
    """A run that opens with a digit or a sign opens behind it; a short Latin prefix stays ("SK海力士")."""
    prefix = _GLUED.match(text[start:end])
    if prefix and (
        prefix.group()[0].isdigit() or (not prefix.group()[-1].isalnum() and prefix.group()[-1] not in "-&")
    ):
        return start + prefix.end()
    return start


def _plausible(name: str, inner: str) -> bool:
    """A long run without the tail of a company or body is a clause rather than a name."""
    simplified = to_simplified(name)
    if "·" in simplified or has_tail(simplified):
        return True
    return len(simplified) <= max(6, min(10, len(inner) // 2))


def has_tail(simplified: str) -> bool:
    """Whether a Simplified name ends like that of a company, body, organization or law."""
    tails = (han_words.COMPANY_TAIL, han_words.BODY_TAIL, han_words.ORGANIZATION_TAIL, han_words.POLICY_TAIL)
    return any(tail.search(simplified) for tail in tails)


def _latin_left(index: MentionIndex, end: int, inner: str) -> tuple[int, int] | None:
    text = index.text
    known = index.ending_at(end)
    window = max(text.rfind("\n", max(0, end - REACH), end) + 1, end - REACH, 0)
    body = latin_words.BODY_RUN.search(text[window:end])
    run = _capital_run(text, window, end)
    if run is not None and (spelt := _spelt_words(text, run, end, inner)) is not None:
        return spelt, end
    if body is not None and body.group().split()[0] in latin_words.OPENERS:
        body = latin_words.BODY_RUN.search(text[window:end], body.start() + body.group().index(" ") + 1)
    if body is not None and (known is None or known["end"] - known["start"] < len(body.group())):
        return window + body.start(), end
    if known is not None and (joined := _joined(index, known)) is not None:
        return joined, end
    if known is not None:
        longer = run is not None and run < known["start"] and _outgrows(known["type"], inner, text[run:end])
        return (run if longer and run is not None else known["start"]), end
    if run is None:
        return None
    for mention in index.overlapping(run, end):
        sited = mention["type"] == "LOCATION" and text[run:end].endswith("government")
        if mention["end"] < end - 1 and mention["start"] <= run and not sited:
            run = _next_word(text, mention["end"])
    return (run, end) if run < end else None


def _joined(index: MentionIndex, last: Mention) -> int | None:
    """Start of a company whose name is that of two others side by side ("GAC Honda")."""
    before = index.ending_at(last["start"] - 1)
    both = before is not None and before["type"] == last["type"] == "COMPANY"
    return before["start"] if before is not None and both and index.text[last["start"] - 1] == " " else None


def _outgrows(kind: str, inner: str, run: str) -> bool:
    """A place that ends a longer run is part of it where the other name is that of a body or company."""
    tails = (han_words.COMPANY_TAIL, han_words.BODY_TAIL, han_words.ORGANIZATION_TAIL)
    return kind == "LOCATION" and " of " in f" {run} " and any(t.search(to_simplified(inner)) for t in tails)


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _spelt_words(text: str, run: int, end: int, inner: str) -> int | None:
    starts = [run + m.start() for m in _TOKEN.finditer(text[run:end])]
    return next((s for s in reversed(starts) if spells(text[s:end], inner)), None)


def _capital_run(text: str, window: int, end: int) -> int | None:
    """Start of the run of capitalised words and linkers that ends at `end`."""
    tokens = list(_TOKEN.finditer(text, window, end))
    start: int | None = None
    for token in reversed(tokens):
        word = token.group().lstrip("“\"'‘(（[*#$")
        opened = len(word) < len(token.group())
        last = token.end() == end
        if last and not _CAPITAL.match(word) and word != "government":
            return None
        if not last and (word[-1:] in ',;:!?)”"—–' or (word.endswith(".") and not _ABBREVIATED.search(word))):
            break
        if not last and (
            _POSSESSIVE.search(word) or word in latin_words.TITLES or word.rstrip(".") in latin_words.TITLES
        ):
            break
        if _CJK.search(word) or (word in latin_words.OPENERS and not last):
            break
        if _CAPITAL.match(word) or word == "&" or last:
            if _CAPITAL.match(word):
                start = token.end() - len(word)
        elif word in _BODY_WORDS and text[token.end() : end].strip().split(" ")[-1:] in (["government"], [""]):
            continue
        elif word not in latin_words.LINKERS or word in ("y", "e", "on", "in") or not _links(tokens, token):
            break
        if opened:
            break
    return start


def _links(tokens: list[re.Match[str]], token: re.Match[str]) -> bool:
    """Whether a linker stands inside a name: "the" only behind another linker ("of the")."""
    at = tokens.index(token)
    return token.group() != "the" or (at > 0 and tokens[at - 1].group() in latin_words.LINKERS)


def right_edge(index: MentionIndex, start: int) -> tuple[int, int] | None:
    """Span of the Latin name that begins at `start`: a mention, else its capitalised run."""
    known = index.starting_at(start)
    if known is not None:
        return start, known["end"]
    end = start
    at = start
    while match := _NAME_TOKEN.match(index.text, at):
        word = match.group()
        capital = _CAPITAL.match(word) is not None or word == "&"
        if not capital and (word not in latin_words.LINKERS or at == start):
            break
        if capital:
            end = match.end() if _ABBREVIATED.search(word) else match.start() + len(word.rstrip(".-/"))
            stripped = _POSSESSIVE.search(index.text[match.start() : end])
            if stripped:
                return start, end - len(stripped.group())
        if index.text[match.end() : match.end() + 1] != " " or (end < match.end() and capital):
            break
        at = match.end() + 1
    return (start, end) if end > start else None

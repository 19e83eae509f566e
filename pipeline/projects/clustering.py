"""One project an undertaking: phrases that the encoder takes for the same are put together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from spacy.lang.en.stop_words import STOP_WORDS

from pipeline.document import PairScore, ProjectMention
from pipeline.text.scripts import HAN, to_simplified

#: Groups are joined while the mean logit of their pairs is above this: what is joined wrongly costs less than what is
#: told twice. F1 of projects for 0, -0.3, -0.5, -0.6 and -1: 0.785, 0.788, 0.785, 0.785, 0.786 on dev, hard and plain,
#: 0.817, 0.814, 0.822, 0.822, 0.806 on 70 articles in the register of the press, 0.790, 0.799, 0.804, 0.802, 0.809 on
#: 252 rewritten ones.
JOIN = -0.5
#: Logits of two phrases that were not scored as a pair: with the same words, and where all words of the one, two or
#: more, are words of the other ("Osaka resort", "MGM Osaka integrated resort"). Of such pairs in 368 long articles of
#: train and dev 100% and 92% are one project, of those that share words otherwise 43%, of those that share none 4%.
_SAME_WORDS, _SHORTER = 3.0, 1.7
#: Words that tell parts and rivals apart; a phrase without the one that the other has is no shorter name of it.
_TELLS_APART = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|one|two|three|four|five|six|i|ii|iii|iv|v|\d+(?:st|nd|rd|th)?"
    r"|other|another|rival|new|next|old|[一二三四五六七八九十首][期号座条批]|第[一二三四五六七八九十]|另[一外]|其他)$"
)
#: What is added to the logit that the encoder gives two phrases: for the same words, for the share of all their words
#: that both have (Jaccard), and for the share of the shorter one's; chosen on dev.
_SAME, _JACCARD, _CONTAINED = 1.5, 1.0, 1.0
#: And for one sum of money in both: of 153 such pairs of names in gold 148 are one project ("$55 billion pledge", "the
#: $55 billion vehicle").
_SAME_SUM = 3.0
#: Phrases of one article that are compared, at most; their pairs grow with the square.
MOST = 150

_LATIN = re.compile(r"[a-z0-9$£€%'.]+")
_HAN_PAIR = re.compile(f"[{HAN}]{{2}}")

#: What stands between the members of a list, the last two of which are joined by a conjunction; a comma alone may also
#: stand before an apposition. Of 64 neighbours in the gold of train and dev that "and" joins, 62 are two projects.
_ALSO = r"(?:(?:a|an|the|its|their|another|also|一个|一個|一座)\s+)?"
_AND = re.compile(rf"\s*,?\s*(?:and|as well as|plus|和|与|與|及|以及|、)\s*{_ALSO}")
_COMMA = re.compile(rf"\s*[,，]\s*{_ALSO}")
#: Logit of two members of one list, and of two phrases with different measures of one unit ("50 MW wind farm", "the 881
#: MW dam"): in gold 428 of 429 such pairs are two projects, of those with the same measure 32 of 263.
_APART = -20.0
_MEASURE = re.compile(
    r"(?<![\d,.])(?P<number>\d[\d,.]*)[\s-]?(?P<unit>MWh?|GWh?|megawatt|gigawatt|mtpa|km|kilomet|ton|bed|room|unit"
    r"|兆瓦|[万亿]千瓦|吉瓦|公里|[万亿]吨|亩)",
    re.IGNORECASE,
)
#: What else numbers undertakings of one kind: of pairs of names in gold with two different ones, all that tell a sum
#: (508), a year (15), a line (32), a unit (66), a round (13), a number (141), a works (53), a share (26), a batch
#: (10) or how many ships, aircraft or trains (112) are two projects, of those that tell a lot 63 of 64, an ordinal
#: 887 of 891, and of those that tell a phase in one language 1,504 of 1,513.
_NUMBERED = {
    "dollars": re.compile(r"\$\s?(\d[\d.,]*)"),
    "euros": re.compile(r"€\s?(\d[\d.,]*)"),
    "pounds": re.compile(r"£\s?(\d[\d.,]*)"),
    "yuan": re.compile(r"(?<![\d.,])(\d[\d.,]*)[万亿]*元"),
    "US dollars": re.compile(r"(?<![\d.,])(\d[\d.,]*)[万亿]*美元"),
    "share": re.compile(r"(?<![\d.,])(\d[\d.]*)\s?(?:%|per ?cent)"),
    "year": re.compile(
        r"(?<![\d$€£¥.,])(20[12]\d)(?!\d|[ -]?(?:tonne|ton|home|mw|unit|room|bed|job|car|[吨套个辆张]))"
    ),
    "round": re.compile(r"(?:pre-)?\bseries ([a-h])\b|((?:pre-)?[a-h])\+{0,2}轮"),
    "phase": re.compile(r"\bphase (iv|i{1,3}|v|\d|one|two|three|four)\b|([一二三四五])期"),
    "line": re.compile(r"(?<!\d)(\d{1,3})号线"),
    "lot": re.compile(r"(?<!\d)([一二三四五六七八九]|\d{1,3})标段"),
    "unit": re.compile(r"\bunits? (\d)\b|(\d)号机组"),
    "number": re.compile(r"(?<!\d)(\d{1,3}|[一二三四五六七八九])号(?!线|机组)"),
    "works": re.compile(r"([一二三四五六七八九])(?:工?厂|航站楼)"),
    "batch": re.compile(r"第([一二三四五六七八九])批"),
    "ordinal": re.compile(r"\b(first|second|third|fourth|fifth)\b"),
    "vehicles": re.compile(
        r"(?<![\d.,+])(\d[\d,]*)(?:\+\d+)?[艘架列]"
        r"|(?<![\d.,$€£-])\b(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) (?!dwt|teu|cbm)(?:[\w,.-]+ ){0,4}?"
        r"(?:ships|vessels|carriers|tankers|ferries|frigates|submarines|containerships|newbuildings"
        r"|jets|aircraft|planes|helicopters|trains|trainsets|locomotives|trams|buses)\b"
    ),
}
#: A sum of money with its scale.
_SUM = re.compile(
    r"(?P<mark>[$€£])\s?(?P<number>\d[\d.,]*)[\s-]?(?P<scale>[mbt](?=illion|n\b|rillion|\b)|k\b)?"
    r"|(?P<han_number>\d[\d.,]*)(?P<han_scale>[万亿]*)(?P<unit>[美欧日港]?元)"
)
_NUMBERS = {
    word: str(number)
    for words in (
        "i ii iii iv v",
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth",
        "一 二 三 四 五 六 七 八 九",
    )
    for number, word in enumerate(words.split(), 1)
}

Pair = tuple[int, int]


def same_logits(scores: Iterable[PairScore]) -> dict[Pair, float]:
    """Mean logit of `same` for pairs of project mentions, lower index first, over places and both orders."""
    found: dict[Pair, list[float]] = defaultdict(list)
    for score in scores:
        (subject_slot, subject), (object_slot, object_) = score["subject"], score["object"]
        if subject_slot == object_slot == "project_mentions" and subject != object_ and "same" in score["labels"]:
            found[min(subject, object_), max(subject, object_)].append(score["labels"]["same"])
    return {pair: sum(values) / len(values) for pair, values in found.items()}


def coordinated(text: str, mentions: Sequence[ProjectMention]) -> set[Pair]:
    """Pairs of phrases, lower index first, that one list names side by side.

    >>> text = "a port, a mill, and a dam"
    >>> found = [{"start": s, "end": e, "text": text[s:e]} for s, e in ((2, 6), (10, 14), (22, 25))]
    >>> sorted(coordinated(text, found))
    [(0, 1), (0, 2), (1, 2)]
    """
    found: set[Pair] = set()
    members = [0]
    for index in range(1, len(mentions)):
        between = text[mentions[index - 1]["end"] : mentions[index]["start"]]
        if _AND.fullmatch(between):
            members.append(index)
            found |= set(combinations(members, 2))
        elif _COMMA.fullmatch(between):
            members.append(index)
        else:
            members = [index]
    return found


def cluster(
    mentions: Sequence[ProjectMention],
    logits: Mapping[Pair, float],
    apart: Set[Pair] = frozenset(),
    penalties: Mapping[Pair, float] | None = None,
    alike: Set[Pair] = frozenset(),
) -> list[list[int]]:
    """Groups of indexes, in the order of their first mention, by average linkage.

    Args:
        apart: pairs that are not joined.
        penalties: what pairs lose of their logit.
        alike: pairs that are as alike as a name and a shorter one where the encoder has not scored them.

    >>> plant = {"start": 0, "end": 5, "text": "plant", "kind": None, "sector": None, "score": 1.0}
    >>> cluster([plant, plant | {"text": "deal"}, plant | {"text": "site"}], {(0, 1): -4.0, (0, 2): 2.0, (1, 2): -3.0})
    [[0, 2], [1]]
    """
    count = min(len(mentions), MOST)
    texts = [to_simplified(m["text"]).casefold() for m in mentions[:count]]
    known = dict.fromkeys(alike, _SHORTER) | _logits(texts, logits, apart)
    for pair, lost in (penalties or {}).items():
        if pair in known:
            known[pair] -= lost
    groups = {i: [i] for i in range(count)}
    sums = {pair: (logit, 1) for pair, logit in known.items()}
    while sums:
        pair = max(sums, key=lambda p: (sums[p][0] / sums[p][1], -p[0], -p[1]))
        if sums[pair][0] / sums[pair][1] <= JOIN:
            break
        _join(groups, sums, *pair)
    return sorted(sorted(g) for g in groups.values())


def _logits(texts: Sequence[str], logits: Mapping[Pair, float], apart: Set[Pair]) -> dict[Pair, float]:
    """What encoder and words together say of each pair of phrases, in Simplified and lower case."""
    words = [terms(text) for text in texts]
    measures = [_measures(text) for text in texts]
    sums = [_sums(text) for text in texts]
    known: dict[Pair, float] = {}
    for a, b in combinations(range(len(texts)), 2):
        if (a, b) in apart or _differ(measures[a], measures[b]):
            known[a, b] = _APART
        elif (a, b) in logits:
            known[a, b] = logits[a, b] + _SAME * (texts[a] == texts[b]) + _alike(words[a], words[b])
            known[a, b] += _SAME_SUM * bool(sums[a] & sums[b])
        elif texts[a] == texts[b]:
            known[a, b] = _SAME_WORDS
        elif _is_shorter(words[a], words[b]) or sums[a] & sums[b]:
            known[a, b] = _SHORTER
    return known


def numbered_apart(one: str, other: str) -> bool:
    """Whether two phrases have measures or numbers of one unit, and none that is the same.

    >>> numbered_apart("24%股权", "further 11 per cent"), numbered_apart("50 MW wind farm", "风电场")
    (True, False)
    """
    return _differ(*(_measures(to_simplified(name).casefold()) for name in (one, other)))


def _measures(text: str) -> dict[str, set[str]]:
    """Numbers by unit in a phrase in lower case, and by what else numbers undertakings."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in _MEASURE.finditer(text):
        found[match["unit"]].add(match["number"].replace(",", ""))
    for unit, pattern in _NUMBERED.items():
        for match in pattern.finditer(text):
            number = next(filter(None, match.groups())).rstrip(".,").replace(",", "")
            found[unit].add(_NUMBERS.get(number) or number.removesuffix(".0"))
    return found


def _differ(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> bool:
    """Whether two phrases have measures of one unit, and none that is the same."""
    return any(one[unit].isdisjoint(other[unit]) for unit in one.keys() & other.keys())


def _sums(text: str) -> set[tuple[str | None, ...]]:
    """Sums of money in a phrase in lower case: number, scale and currency, not converted.

    >>> _sums("$55 billion vehicle") == _sums("$55bn pledge"), _sums("20亿元工厂") & _sums("20万元学校")
    (True, set())
    """
    return {
        (
            (sum_["number"] or sum_["han_number"]).rstrip(".,"),
            sum_["scale"] or sum_["han_scale"],
            sum_["mark"] or sum_["unit"],
        )
        for sum_ in _SUM.finditer(text)
    }


def terms(text: str) -> frozenset[str]:
    """Words in Latin letters, and pairs of Han characters, of a phrase in Simplified and lower case."""
    words = {w for w in _LATIN.findall(text) if w not in STOP_WORDS}
    return frozenset(words | {text[i : i + 2] for i in range(len(text) - 1) if _HAN_PAIR.match(text, i)})


def tells_apart(one: str, other: str) -> bool:
    """Whether a word that one of two phrases lacks tells parts and rivals apart.

    >>> tells_apart("second plant", "plant"), tells_apart("big plant", "plant")
    (True, False)
    """
    return any(map(_TELLS_APART.match, terms(one) ^ terms(other)))


def _is_shorter(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words of one phrase, two or more, are words of the other, and those more tell no two things apart."""
    fewer, more = sorted((one, other), key=len)
    return len(fewer) > 1 and fewer <= more and not any(map(_TELLS_APART.match, more - fewer))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    shared, shorter = len(one & other), min(len(one), len(other))
    return _JACCARD * shared / max(1, len(one | other)) + _CONTAINED * shared / max(1, shorter)


def _join(groups: dict[int, list[int]], sums: dict[Pair, tuple[float, int]], first: int, second: int) -> None:
    groups[first] += groups.pop(second)
    del sums[first, second]
    for pair in [p for p in sums if second in p]:
        other = pair[0] if pair[1] == second else pair[1]
        total, number = sums.pop(pair)
        target = (min(first, other), max(first, other))
        before = sums.get(target, (0.0, 0))
        sums[target] = (before[0] + total, before[1] + number)

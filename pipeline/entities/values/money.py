"""Money: numbers with a currency mark before or behind them, joined to ranges, with their qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.document import Amount
from pipeline.entities.values.currency import CurrencyContext
from pipeline.entities.values.folding import fold
from pipeline.entities.values.money_patterns import (
    BARRED_BEFORE,
    COINS,
    CRORE_ENDS,
    CUES_BEFORE,
    CUES_BEHIND,
    DOLLARS,
    ENGLISH_UNITS,
    HAN_UNITS,
    LETTER_PREFIXES,
    LETTERED_BEFORE,
    LETTERS_PREFIXES,
    MAGNITUDE_BEHIND,
    MOVEMENT_BEFORE,
    NOT_MONEY_BEHIND,
    NUMBER_BEFORE,
    PREFIXES,
    WORD_PREFIXES,
)
from pipeline.entities.values.numbers import han_value
from pipeline.entities.values.quantities import Quantity, quantities


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_DOLLAR_UNITS = {f"{whose} {noun}": code for whose, code in DOLLARS.items() for noun in ("dollars", "dollar")}
_UNITS = {**ENGLISH_UNITS, **_DOLLAR_UNITS}
_EXACT_UNITS = {unit for unit in _UNITS if unit.isupper() or not unit.isalpha()} - set(_DOLLAR_UNITS)
_WORD_UNITS = {unit.lower(): mark for unit, mark in _UNITS.items()}
_PREFIX = re.compile(
    rf"(?:(?<![A-Za-z0-9$])(?<![A-Z]{{3}}/)(?P<latin>{_either(p for p in PREFIXES if ord(p[0]) < 0x3000)})"
    rf"|(?<![\d十百千万亿兆])(?P<han>{_either(p for p in PREFIXES if ord(p[0]) >= 0x3000)}))[ ]{{0,2}}$"
)
_WORD_BEFORE = re.compile(rf"(?<![A-Za-z0-9$-])(?:{_either(WORD_PREFIXES)})[ ]$")
_NUMBER_BEFORE = re.compile(NUMBER_BEFORE, re.IGNORECASE)
_CRORE = re.compile(r"crores?$", re.IGNORECASE)
_CRORE_ENDS = re.compile(CRORE_ENDS)
_LETTER = re.compile(
    r"(?:(?<![A-Za-z0-9.&-])|(?<=[0-9kmbn万亿兆]-))"
    rf"(?P<mark>[{''.join(LETTER_PREFIXES)}]$|(?:{_either(LETTERS_PREFIXES)})(?=[ ]?$))"
)
#: A mark right before another number belongs to that number: €1bn-€2bn, EUR 1bn-EUR 2bn.
_NUMBER_AHEAD = r"\d|(?<=-[A-Z]{3}) \d"
_UNIT = re.compile(
    rf"[ ]?(?P<han>{_either(HAN_UNITS)})"
    rf"|(?:[ -]|\r?\n)?(?:(?P<exact>{_either(_EXACT_UNITS)})(?!{_NUMBER_AHEAD})"
    rf"|(?P<word>(?!(?<=\d)Kr)(?i:{_either(set(_UNITS) - _EXACT_UNITS)})))(?![A-Za-z])"
)
_UNIT_OPENS = re.compile(r"\((?:(?:[Aa]ll )?in |单位:?)?$")
_NUMBERED = re.compile("[0-9一二两三四五六七八九]")
_NOT_MONEY = re.compile(NOT_MONEY_BEHIND)
#: Behind "real" where it is no money of Brazil: 12 real| estate funds, a Series 7 real|-time display.
_NOT_REALS = re.compile(r"-time|[ -](?:estate|terms|wages|rates?|assets?|world)\b")
_PENCE = re.compile(r"p(?![A-Za-z0-9/])")
_CENTS = re.compile(r"c(?![A-Za-z0-9/\u4e00-\u9fff])")
#: Before and behind a figure and "c" that are a price, not a part of a list: to |6c, 6c| a share, but option 2c.
_PRICED = re.compile(r"\b(?:to|from|by|of|at|up|down|fell|rose|gained|lost|added|shed|dividend|close[ds]?)\s$|[\d.]-$")
_APIECE = re.compile(r"\s(?:an?|per|each|(?:final |interim )?dividend)\b")
_LETTERED = re.compile(LETTERED_BEFORE)
_INVESTED_BEFORE = re.compile("(?:投资额?|斥资|耗资)(?:[近约超逾达为]|将近|接近|超过|高达|达到|总额)?$")
#: Money of other countries, in a text of which bare hundreds of millions may be such too.
_FOREIGN = re.compile(r"[美日韩欧港澳加]元|英镑|新?台币|卢比|US\$|HK\$|NT\$")
_INVESTED_BEHIND = re.compile("的|建|[,，。、;；)）]|$")
_SCREEN_LINES = frozenset(["144", "240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"])
_JOIN = re.compile(r"[ ]?(?:-|—|~|to|[至到](?:超过?|逾|近|约)?)[ ]?")
#: By how much something moved: behind it, two sums of like size are a range.
_BY = re.compile(r"(?:\bby|[涨升跌挫滑扬][了逾近约]?)\s*$", re.IGNORECASE)
_AND_COINS = re.compile(" ?|,? and ")
_JOIN_BETWEEN = re.compile(r"[ ]?(?:and|和|与)[ ]?")
#: 2块3, 一块五: a lone digit behind 块 counts tenths.
_TENTHS = re.compile("块([1-9一二两三四五六七八九])(?![0-9.%个多几十百千万亿半毛折成年月日次家])")
_EQUALS_BEHIND = re.compile(r"\s?[=≈]\s?(?=[^\s]{0,5}\d)")
_EQUALS_BEFORE = re.compile(r"(?:\d|[a-z元铢盾镑])\s?[=≈]\s?[^\s\d]{0,5}$")
_BETWEEN = re.compile(r"(?:\b[Bb]etween|介于)(?: about| around| roughly)?[ ]?$")
_BARRED = re.compile(BARRED_BEFORE, re.IGNORECASE)
_MAGNITUDE = re.compile(MAGNITUDE_BEHIND)
_MOVEMENT = re.compile(MOVEMENT_BEFORE, re.IGNORECASE)
_BEFORE = [(qualifier, re.compile(pattern + "$", re.IGNORECASE)) for qualifier, pattern in CUES_BEFORE]
_BEHIND = [(qualifier, re.compile(pattern)) for qualifier, pattern in CUES_BEHIND]
_NUMBER_ONLY_IN_SCALE = frozenset(
    {"won", "lei", "crown", "crowns", "pula", "kip", "sterling", "som", "soms", "soum", "lari", "drams"}
)


@dataclass(frozen=True)
class _Sum:
    """A quantity with its mark (a currency code, an ambiguous mark, or None) and its whole extent."""

    start: int
    end: int
    mark: str | None
    quantity: Quantity
    behind: bool = False


def amounts(text: str) -> list[Amount]:
    """Money of an article, in reading order, offsets in code points.

    A number without any currency is no money; a sum without a number ("several billion dollars", 数十亿元) has no value
    and is left out. Qualifying words stay outside the span.

    >>> [(a["text"], a["value"], a["max"], a["currency"]) for a in amounts("约20亿至25亿元; $5-$6")]
    [('20亿至25亿元', 2000000000.0, 2500000000.0, 'CNY'), ('$5-$6', 5.0, 6.0, 'USD')]
    """
    folded = fold(text)
    context = CurrencyContext(text, folded)
    sums = [_marked(folded, quantity, context) for quantity in quantities(folded)]
    found: list[Amount] = []
    at = 0
    while at < len(sums):
        joined = _joined(text, folded, sums[at], sums[at + 1], context) if at + 1 < len(sums) else None
        amount = joined or (None if _is_rate(folded, sums[at]) else _single(text, folded, sums[at], context))
        if (
            amount is not None
            and not _is_unit_of_table(folded, amount)
            and (not found or amount["start"] >= found[-1]["end"])
        ):
            found.append(amount)
        at += 2 if joined else 1
    return found


def _is_unit_of_table(folded: str, amount: Amount) -> bool:
    """Whether a scale without a number stands in brackets above figures: 营业收入（百万元）, Sales (Rs crore)."""
    start, end = amount["start"], amount["end"]
    bracketed = _UNIT_OPENS.search(folded[max(0, start - 8) : start]) and folded[end : end + 1] in (")", ",")
    return bool(bracketed) and _NUMBERED.search(folded, start, end) is None


def _is_rate(folded: str, found: _Sum) -> bool:
    """Whether a sum is one side of an exchange rate: $1 = 58.71 pesos."""
    return bool(_EQUALS_BEHIND.match(folded, found.end) or _EQUALS_BEFORE.search(folded[: found.start][-12:]))


def _marked(folded: str, quantity: Quantity, context: CurrencyContext) -> _Sum:
    start, end, mark = quantity.start, quantity.end, None
    prefix = None if quantity.below_hundred else _prefix(folded, quantity, context)
    if prefix is not None and context.decides(prefix[1]):
        start, mark = prefix
    unit = _unit(folded, quantity, context)
    if unit is None:
        invested = mark is None and _is_invested(folded, quantity)
        return _Sum(start, end, "元" if invested else mark, quantity)
    unit_end, unit_mark = unit
    if mark is None:
        tenths = _TENTHS.match(folded, unit_end - 1)
        if tenths:
            quantity = replace(quantity, number=quantity.number + (han_value(tenths[1]) or Decimal(0)) / 10)
        return _Sum(start, tenths.end() if tenths else unit_end, unit_mark, quantity, behind=True)
    if mark == "$" and unit_mark == "peso":
        return _Sum(start, unit_end, unit_mark, quantity)
    same = context.resolve(mark) == context.resolve(unit_mark) or unit_mark in ("元", "$")
    return _Sum(start, unit_end if same else end, mark, quantity)


def _is_invested(folded: str, quantity: Quantity) -> bool:
    """Whether hundreds of millions need no 元: 投资300亿的项目, in a text of no other money."""
    before = folded[max(0, quantity.start - 8) : quantity.start]
    large = quantity.value >= 10**8 and quantity.written.endswith("亿") and not _FOREIGN.search(folded)
    return large and bool(_INVESTED_BEFORE.search(before) and _INVESTED_BEHIND.match(folded, quantity.end))


def _prefix(folded: str, quantity: Quantity, context: CurrencyContext) -> tuple[int, str] | None:
    window = max(0, quantity.start - 10)
    before = folded[window : quantity.start]
    match = _PREFIX.search(before)
    if match:
        written = match["latin"] or match["han"]
        start = window + match.start()
        if (
            match["latin"]
            and start > 0
            and window == start
            and folded[start - 1].isalnum()
            and folded[start - 1].isascii()
        ):
            return None
        if (
            written[-1].isalpha()
            and written.isascii()
            and quantity.plain
            and len(written) == 2
            and before.endswith(" ")
        ):
            return None if written in ("Re", "Bt", "Dh", "kr", "Ps") else (start, PREFIXES[written])
        return start, PREFIXES[written]
    letter = _LETTER.search(before)
    if letter is None:
        return _word_before(folded, quantity, window)
    code = {**LETTER_PREFIXES, **LETTERS_PREFIXES}[letter["mark"]]
    if quantity.written.endswith(letter["mark"]):
        return None  # B2B
    apart = letter["mark"] in LETTERS_PREFIXES and before.endswith(" ")  # UA 1,234 landed
    written_large = quantity.scale > 1 or ("," in quantity.written and not apart)
    if (written_large and not quantity.plain) or context.spelt_out(code):
        return window + letter.start(), code
    return None


def _word_before(folded: str, quantity: Quantity, window: int) -> tuple[int, str] | None:
    """The name of a currency in front of a number in digits: dollars 47.10, rupees 500 crore."""
    word = _WORD_BEFORE.search(folded[window : quantity.start])
    if word is None or not quantity.written[0].isdigit():
        return None
    start = window + word.start()
    is_unit = _NUMBER_BEFORE.search(folded[max(0, start - 16) : start])
    return None if is_unit else (start, WORD_PREFIXES[word.group().rstrip()])


def _unit(folded: str, quantity: Quantity, context: CurrencyContext) -> tuple[int, str] | None:
    if context.british and quantity.scale == 1 and quantity.written not in _SCREEN_LINES:
        pence = _PENCE.match(folded, quantity.end)
        if pence and quantity.written[0].isdigit():
            return pence.end(), "GBp"
    match = _UNIT.match(folded, quantity.end)
    if match is None and quantity.scale == 1 and quantity.written[0].isdigit():
        cents = _CENTS.match(folded, quantity.end)
        lettered = _LETTERED.search(folded, max(0, quantity.start - 24), quantity.start)
        priced = _PRICED.search(folded, max(0, quantity.start - 12), quantity.start)
        large = "." in quantity.written or len(quantity.written) > 1
        if cents and not lettered and (large or priced or _APIECE.match(folded, cents.end())):
            return cents.end(), "¢"
    if match is None:
        bare = _CRORE.search(quantity.written) and _CRORE_ENDS.match(folded, quantity.end)
        return (quantity.end, "Rs") if bare else None
    tenths = match["han"] and _TENTHS.match(folded, match.end() - 1)
    if match["han"] and quantity.below_hundred and not tenths and _is_no_sum(quantity.written, match["han"]):
        return None
    if match["han"]:
        barred = _NOT_MONEY.match(folded, match.end()) or (match["han"] == "刀" and not quantity.written[0].isdigit())
        return None if barred else (match.end(), HAN_UNITS[match["han"]])
    if match["exact"]:
        return match.end(), _UNITS[match["exact"]]
    return _word_unit(folded, quantity, match, context)


def _is_no_sum(written: str, unit: str) -> bool:
    """Whether a small number in characters before a unit is something else: a material (三元), a piece, "not a cent".

    >>> _is_no_sum("三", "元"), _is_no_sum("一", "分钱"), _is_no_sum("十二", "元"), _is_no_sum("三", "美元")
    (True, True, False, False)
    """
    return written == "一" or len(written) + len(unit) < 3


def _word_unit(
    folded: str, quantity: Quantity, match: re.Match[str], context: CurrencyContext
) -> tuple[int, str] | None:
    word = match["word"].lower()
    if word == "real" and _NOT_REALS.match(folded, match.end()):
        return None
    if word in _NUMBER_ONLY_IN_SCALE and quantity.plain:
        return None
    if word in ("pound", "pounds") and context.resolve("pound") == "GBP" and not context.in_pounds(quantity.scale > 1):
        return None
    if quantity.written.lower() == "one":
        return None  # "not one rupiah"
    if word.endswith("dollar") and re.match(r"an?[ -]", quantity.written, re.IGNORECASE):
        return None  # "a billion-dollar plant" names a size, not a sum
    return match.end(), _WORD_UNITS[word]


def _single(text: str, folded: str, found: _Sum, context: CurrencyContext) -> Amount | None:
    if found.mark is None or _BARRED.search(folded[max(0, found.start - 12) : found.start]):
        return None
    quantity = found.quantity
    if quantity.by_unit_alone and _MAGNITUDE.match(folded, found.end):
        return None
    value, currency = _in_units(quantity.value, found.mark, context)
    if quantity.high is not None:
        high, _ = _in_units(quantity.high, found.mark, context)
        return _amount(text, found.start, found.end, value, high, currency, "range")
    qualifier = "at_least" if quantity.more else _qualifier(folded, found.start, found.end)
    return _amount(text, found.start, found.end, value, None, currency, qualifier)


def _joined(text: str, folded: str, first: _Sum, second: _Sum, context: CurrencyContext) -> Amount | None:
    """Two sums that are one amount: units with their coins, or the ends of a range."""
    return _with_coins(text, folded, first, second, context) or _range(text, folded, first, second, context)


def _with_coins(text: str, folded: str, units: _Sum, coins: _Sum, context: CurrencyContext) -> Amount | None:
    """A sum of units and the coins right behind it: 3令吉80仙, 5 ringgit 20 sen, two pounds and 50 pence."""
    if not units.behind or units.mark in COINS or coins.mark not in COINS or coins.end <= units.end:
        return None
    rest, currency = _in_units(coins.quantity.value, coins.mark, context)
    if (
        rest >= 1
        or context.resolve(units.mark or "") != currency
        or not _AND_COINS.fullmatch(folded[units.end : coins.start])
    ):
        return None
    value = units.quantity.value + rest
    return _amount(text, units.start, coins.end, value, None, currency, _qualifier(folded, units.start, coins.end))


def _range(text: str, folded: str, low: _Sum, high: _Sum, context: CurrencyContext) -> Amount | None:
    """Two sums that are the ends of one range; None if they are not."""
    mark = low.mark or high.mark
    if low.end > high.start or high.start - low.end > 5 or mark is None:
        return None
    before = folded[max(0, low.start - 40) : low.start]
    gap = folded[low.end : high.start]
    value, currency = _in_units(_shared_scale(low.quantity, high.quantity), mark, context)
    top, _ = _in_units(high.quantity.value, high.mark or mark, context)
    if _JOIN.fullmatch(gap):
        moved = gap.strip() not in ("-", "~") and _moved(before, folded[high.end :], value, top)
        if moved or (gap.strip() == "to" and high.mark is None and high.quantity.plain):
            return None
    elif not (_JOIN_BETWEEN.fullmatch(gap) and _BETWEEN.search(before)):
        return None
    if low.mark and high.mark and context.resolve(low.mark) != context.resolve(high.mark):
        return None
    if _BARRED.search(before[-12:]):
        return None
    if value >= top or (low.mark is None and not high.behind):
        return None
    return _amount(text, low.start, high.end, value, top, currency, "range")


def _moved(before: str, behind: str, least: Decimal, most: Decimal) -> bool:
    """Whether "X to Y" is a movement ("by $2 to $30", 从2元到5元), no range ("by $18m to $22m", 从2元到5元不等)."""
    movement = _MOVEMENT.search(before)
    if movement is None or behind.startswith("不等"):
        return False
    return not (_BY.search(movement.group()) and most <= 2 * least)


def _shared_scale(low: Quantity, high: Quantity) -> Decimal:
    """Value of the low end: "1 to 2 billion" has one scale for both, "900 to 1 million" has not."""
    if low.scale == 1 and high.scale > 1 and low.number < high.number and low.written[0].isdigit():
        return low.number * high.scale
    return low.value


def _in_units(value: Decimal, mark: str, context: CurrencyContext) -> tuple[Decimal, str]:
    if mark in COINS:
        unit, coins = COINS[mark]
        return value / coins, context.resolve(unit)
    return value, context.resolve(mark)


def _qualifier(folded: str, start: int, end: int) -> str:
    before, behind = folded[max(0, start - 28) : start], folded[end : end + 16]
    for qualifier, pattern in _BEFORE:
        if pattern.search(before):
            return qualifier
    for qualifier, pattern in _BEHIND:
        if pattern.match(behind):
            return qualifier
    return "exact"


def _amount(
    text: str, start: int, end: int, value: Decimal, high: Decimal | None, currency: str, qualifier: str
) -> Amount:
    return Amount(
        value=float(value),
        max=None if high is None else float(high),
        currency=currency,
        qualifier=qualifier,
        start=start,
        end=end,
        text=text[start:end],
    )

# ruff: noqa: E501  (patterns and tables are read by the line)
"""Language data: how English news writes dates. Groups are the fields of a date expression; `span` is what to mark.

Matched on text as `folding.fold` leaves it. Every pattern is anchored at a word and bounded, so matching is linear.
"""

from __future__ import annotations

MONTHS = (
    ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May", "May"), ("June", "Jun"), ("July", "Jul"),
    ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"), ("November", "Nov"), ("December", "Dec"),
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
#: Years counted from the year of publication.
YEAR_SHIFTS = {
    "this": 0, "the": 0, "the current": 0, "current": 0, "last": -1, "the last": -1, "the past": -1, "the previous": -1, "the prior": -1, "next": 1, "the coming": 1,
    "the next": 1, "the following": 1,
}  # fmt: skip
DAY_SHIFTS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1, "last night": -1, "tomorrow": 1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip

#: Month and day of feasts.
FEASTS = {
    "christmas": (12, 25),
    "new year": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "may day": (5, 1),
}

_FULL = "|".join(sorted((names[0] for names in MONTHS), key=len, reverse=True))
_SHORT = "|".join(name for names in MONTHS for name in names[1:] if name != "May")
_MONTH = (
    rf"(?P<month>(?:{_FULL}|{_FULL.upper()})(?![A-Za-z\d])|(?:{_SHORT}|{_SHORT.upper()})(?:\.|(?![A-Za-z\d]|-[a-z]-)))"
)
_WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%A-Za-z]|[.,:]\d)"
#: "The 1980's" are no year, "2024's" is one.
_DECADE = r"(?<=19\d0)'s"
_YEAR = rf"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d|{_DECADE})"
#: Behind hours and minutes: by 2000 GMT.
_CLOCK = r" (?:GMT|UTC|CES?T|E[SD]?T|BST|IST|JST|SGT|HKT|AES?T)\b"
_PART = r"(?:(?:early|mid|late)[ -]|(?:the )?(?:end|start|beginning|middle|close|turn)(?: of |-)|year-end |end )"
_PART_FREE = rf"(?:{_PART})?"
_WHICH = r"(?P<which>this|the current|current|the last|last|the past|the previous|the prior|the next|next|the coming|the following|the)"
_OF_YEAR = rf"(?:(?:,? of|,| in)? (?:(?:fiscal|financial|calendar)(?: year)? |FY ?)?{_YEAR}|(?:,? of|,| in)? FY ?'?(?P<shortyear>[1-4]\d)(?!\d)|(?:,? of)? {_WHICH}(?: (?:fiscal|financial|calendar))? year)"
_GAP = r"(?: |\r?\n)"
#: A fiscal year by both its years, which follow one another: 2025-26; its first one counts.
_TWO_YEARS = "|".join(f"20{year:02}[-–/]{year + 1:02}" for year in range(60))
_TWO_SHORT_YEARS = "|".join(f"{year:02}[-–/]{year + 1:02}" for year in range(60))

#: What ends a period, by its last month: "to June", "ended 30 June 2026".
_TO_MONTH = r"(?: that)? (?:ended|ending|to|through)(?: on)?(?: (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)? "
#: No day with its year may follow, which would stand alone: so in gold of 5 articles of 5 behind "year ended".
_TO_DAY = r"(?! (?:that )?(?:ended|ending|to|through)(?: on)? (?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?,? \d{4}|[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}))"
_LAST_DAY = rf"(?: (?:[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:]))?(?:,? {_YEAR})?"
_ANY_MONTH = rf"(?:{_FULL}|{_SHORT})\.?"


def _ending_month(group: str) -> str:
    return _MONTH.replace("?P<month>", f"?P<{group}>")


#: A lead is a word that makes the month behind it a month ("in May", not "it may").
_LEAD = (
    r"(?:in|since|by|until|till|from|through|during|before|after|of|to|for|and|or|between|around|about|its|their|his|her|the|'s|last|each|every|"
    r"as of|due|on|next|this|effective)"
)
PATTERNS: tuple[str, ...] = (
    # February 12, 2026; Wed, Feb 11; 12 Feb
    rf"(?<![A-Za-z])(?P<span>(?:{_WEEKDAY}\.?,? )?{_MONTH} {_DAY}(?:,? ?{_YEAR}|,? {_WHICH} year)?)",
    rf"(?<![A-Za-z\d.,$€£¥])(?P<span>(?:{_WEEKDAY}\.?,? (?:the )?)?{_DAY}(?: of)?[ -]{_MONTH}(?:,?[ -]{_YEAR}|,? {_WHICH} year)?)",
    # February 2026; early March 2026; July of last year
    rf"(?<![A-Za-z])(?P<span>{_PART_FREE}{_MONTH}(?:(?:,?{_GAP}|-){_YEAR}|(?:,| of)? {_WHICH} year))",
    # last July, this January
    rf"(?<![A-Za-z])(?P<span>(?P<direction>[Ll]ast|[Tt]his|[Nn]ext)(?: past| coming)? {_MONTH})",
    # July; early March; the end of October
    rf"(?<![A-Za-z])(?P<lead>(?i:{_LEAD})(?: the(?! (?:end|start|beginning|middle|close)))?{_GAP})?(?P<span>(?P<part>(?i:{_PART}))?{_MONTH})(?! \d)(?P<name> [A-Z][a-z]+)?",
    # 2026-02-12
    r"(?<![A-Za-z\d/.-])(?P<span>(?P<year>(?:19|20)\d\d)(?P<stop>[-/.])(?P<monthnumber>0?[1-9]|1[0-2])(?P=stop)(?P<day>[12]\d|3[01]|0?[1-9]))(?![\d/-]|\.\d)",
    r"(?<![\d/.-])(?P<span>(?P<day>1[3-9]|2\d|3[01])[/.](?P<monthnumber>0?[1-9]|1[0-2])[/.](?P<year>20\d\d))(?!\d)",
    r"(?<![\d/.-])(?P<span>(?P<day>0[1-9]|1[0-2])\.(?P<monthnumber>0[1-9]|1[0-2])\.(?P<year>20\d\d))(?!\d)",
    r"(?<![\d/.-])(?P<span>(?P<monthnumber>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>20\d\d))(?!\d|-[A-Z])",
    # third quarter of 2026; Q3; 3Q26
    rf"(?<![A-Za-z\d])(?P<span>(?i:(?P<quarter>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[ -](?:fiscal |calendar )?quarter(?![A-Za-z]){_OF_YEAR}?)(?=(?: ended(?: on)? [A-Za-z0-9 .]{{4,14}},? (?P<endyear>20\d\d))?))",
    rf"(?<![A-Za-z\d])(?P<span>(?i:(?:{_YEAR})[ -](?P<quarter>first|second|third|fourth)[ -]quarter))(?![A-Za-z])",
    r"(?<![A-Za-z\d$-])(?<!问题)(?P<span>(?:(?:fiscal |FY ?)?(?P<year>20\d\d) ?|FY(?P<shortyear>\d\d) ?)?(?!(?<![^\n])Q[1-4] ?[:.、/])Q(?P<quarter>[1-4]))(?![\dA-Za-z'-])",
    r"(?<![A-Za-z\d$-])(?P<span>Q(?P<quarter>[1-4])(?:(?: of)?[ -]?(?:FY ?|fiscal )?(?P<year>20\d\d)|(?:[ -]?'?|(?: of)?[ -]?FY ?)(?P<shortyear>[12]\d)))(?![\dA-Za-z%.,]\w)",
    r"(?<![A-Za-z\d$-])(?P<span>(?P<quarter>[1-4])Q(?:[ -]?(?:FY)?(?:(?P<year>20\d\d)|'?(?P<shortyear>\d\d)))?)(?![\dA-Za-z])",
    r"(?<![A-Za-z])(?P<span>(?i:(?P<quartershift>this|last|next|the current|the previous|the coming) quarter))(?![A-Za-z]| of an hour)",
    # three months to June; quarter ended 31 March 2026; March quarter; July-September 2026 quarter
    rf"(?<![A-Za-z])(?P<span>(?i:three months|3 months|(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!final )(?<!first-)(?<!second-)(?<!third-)(?<!fourth-)(?<!final-)(?<!fiscal )(?<!calendar )(?<![1-4](?:st|nd|rd|th)[ -])quarter|(?:first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[ -](?:fiscal )?quarter{_TO_DAY}){_TO_MONTH}{_ending_month('quartermonth')}{_LAST_DAY})",
    rf"(?<![A-Za-z])(?P<span>(?:{_ANY_MONTH}[-–])?{_ending_month('quartermonth')}(?: {_YEAR})?[ -]quarter)(?![A-Za-z])",
    rf"(?<![A-Za-z])(?P<span>(?:Jan(?:uary)?[-–](?P<quartermonth>Mar(?:ch)?)|Apr(?:il)?[-–](?P<quartermonth2>June?)|July?[-–](?P<quartermonth3>Sep(?:t|tember)?)|Oct(?:ober)?[-–](?P<quartermonth4>Dec(?:ember)?))(?: {_YEAR})?)(?![\dA-Za-z])",
    # six months to June; half-year to December 2025; year to March; fiscal year ended 31 March 2026
    rf"(?<![A-Za-z])(?P<span>(?i:six months|6 months|half[- ]year|half){_TO_MONTH}{_ending_month('halfmonth')}{_LAST_DAY})",
    rf"(?<![A-Za-z-])(?<!half )(?P<span>(?i:(?:(?:fiscal|financial) )?year){_TO_DAY}{_TO_MONTH}{_ending_month('yearmonth')}{_LAST_DAY})",
    # first half of 2026; H1 2026; 1H26
    rf"(?<![A-Za-z])(?P<span>(?i:(?P<half>first|second|latter|last|1st|2nd)[ -]half{_OF_YEAR}))",
    r"(?<![A-Za-z])(?:in|during|by|of|for|from|to) the (?P<span>(?i:(?P<half>first|second)[ -]half))(?![A-Za-z-]| of )",
    r"(?<![A-Za-z])(?P<span>(?P<half>[Ff]irst|[Ss]econd)-half)(?= (?:20\d\d |net |operating |core |underlying )?(?:profits?|results?|earnings|revenues?|sales|loss|losses|income|dividend|figures|numbers|guidance|report)\b)",
    r"(?<![A-Za-z\d$-])(?P<span>H(?P<half>[12])(?:[ -]?(?P<year>20\d\d)|[ -]?'(?P<shortyear>\d\d)|[ -](?P<shortyear3>[2-4]\d)(?! ?[A-Za-z%])|(?: of)?[ -]?FY ?(?:(?P<year4>20\d\d)|'?(?P<shortyear4>[1-4]\d)))|(?P<half2>[12])H(?:[ -]?(?:FY)?(?:(?P<year2>20\d\d)|'?(?P<shortyear2>\d\d)))?)(?![\dA-Za-z])",
    r"(?<![A-Za-z\d$-])(?P<span>(?:(?P<year>20\d\d) ?)?H(?P<half>[12]))(?![\dA-Za-z'-])",
    # 2025-26; FY 2025/26; fiscal year 2025-26; FY25-26
    rf"(?<![\w.,$€£¥₹/&-])(?P<span>(?i:(?:fiscal|financial)(?: year)? |FY ?)?(?={_TWO_YEARS})(?P<year>20\d\d)[-–/]\d\d(?:财政年度|财年|年度|[榨产赛]季)?)(?![\w%/-]|[.,]\d)",
    rf"(?<![A-Za-z\d])(?P<span>FY ?(?={_TWO_SHORT_YEARS})(?P<shortyear>\d\d)[-–/]\d\d)(?![\w%/-])",
    # fiscal 2026; FY26; the year 2027; late 2026; mid-2027; 2027
    r"(?<![A-Za-z])(?P<span>(?i:(?:fiscal|financial)(?: year)?) (?P<year>20\d\d))(?![\d%/]|[.,]\d|-\d)",
    r"(?<![A-Za-z\d])(?P<span>FY[ -]?(?:(?P<year>20\d\d)|'?(?P<shortyear>[1-4]\d))[EF]?)(?![\dA-Za-z]|/(?!FY)|[.,]\d|-\d)",
    r"(?<![A-Za-z])(?P<span>(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd|[Yy]ear-end)[ -]|(?:[Tt]he )?(?:end|start|beginning|middle|close|turn) of )(?P<year>(?:19|20)\d\d))(?![\d%A-Za-z]|[.,]\d|-\d|" + _DECADE + r")",
    r"(?P<bar>(?<![A-Za-z])[A-Za-z.]{2,12}[ -])?(?<![\w.,$€£¥₩₹#/@&=*+'])(?<!\.-)(?P<span>(?P<year>19[4-9]\d|20[0-7]\d))(?![\w%$€£]|[.,]\d|/\d|-(?!(?:19|20)\d\d\b)\d|-[a-z]{1,3}\b|-[A-Z]|" + _CLOCK + "|" + _DECADE + r")(?P<count>[ -][A-Za-z]+)?",
    r"(?<![\d-])(?P<span>(?P<year>20[0-7]\d))(?=-20[0-7]\d(?![\d-]))|(?<=\d\d\d\d-)(?<![\d-]\d\d\d\d-)(?P<span2>(?P<year2>20[0-7]\d))(?![\w%-]|[.,]\d)",
    # this year; late last year; the end of the year; year-end
    rf"(?<![A-Za-z])(?P<span>(?i:(?:{_PART})(?:(?P<which>this|the current|the|last|next|the coming)(?: (?:fiscal|financial|calendar))? year)))(?![A-Za-z-])",
    r"(?<![A-Za-z])(?P<span>(?i:(?:(?:later|earlier) (?=this ))?(?P<which>this|last|next)(?: (?:fiscal|financial|calendar))? year|(?P<which2>the current|the coming) (?:fiscal |financial |calendar )?year))(?![A-Za-z-])",
    r"(?<![A-Za-z])(?P<span>(?i:year[ -]end|end of year|within (?P<which>the|this) year))(?![A-Za-z])(?!,? (?:19|20)\d\d)",
    r"(?<![A-Za-z])(?P<span>(?<!since )(?i:the new (?P<newyear>year)))(?![A-Za-z-])",
    r"(?<![A-Za-z])(?P<span>(?i:(?:(?:later|earlier) (?=this ))?(?P<monthshift>this|last|next|the current|the coming) month))(?![A-Za-z-])",
    rf"(?<![A-Za-z])(?P<span>(?i:(?:{_PART})(?P<monthshift>this|the|last|next) month|(?P<monthend>month[ -]end)))(?![A-Za-z-])",
    # same period of 2003; year-ago quarter
    rf"(?<![A-Za-z])(?P<span>(?i:same (?P<sameperiod>period|quarter|half|months?)) (?:of|in) {_YEAR})",
    r"(?<![A-Za-z])(?P<span>(?i:(?P<yearback>year)-(?:ago|earlier)))(?![A-Za-z-])",
    # two years ago; a month ago
    r"(?<![A-Za-z])(?P<span>(?i:(?P<ago>a|an|one|two|three|four|five|six|seven|eight|nine|ten|1?\d) (?P<agounit>year|month)s? ago))(?![A-Za-z])",
    # spring 2027; the summer of 2027; mid-year; Christmas; New Year
    rf"(?<![A-Za-z])(?P<span>(?i:(?:early |late )?(?:spring|summer|autumn|fall|winter)),?(?: of)? {_YEAR})",
    r"(?<![A-Za-z])(?P<span>(?i:mid[- ](?P<midyear>year)))(?![A-Za-z-])",
    rf"(?<![A-Za-z])(?<!Lunar )(?<!lunar )(?<!Chinese )(?P<span>(?P<feast>Christmas|New Year(?:'s (?:Day|Eve))?|May Day)(?:,? {_YEAR})?)(?! (?:tree|card|party|gift|present|shopping|lights|bonus|season|sales?|trading|Island)|[A-Za-z'])",
    # today; last Friday; on the 27th
    rf"(?<![A-Za-z])(?P<span>(?i:(?P<dayshift>{'|'.join(sorted(DAY_SHIFTS, key=len, reverse=True))})))(?![A-Za-z])",
    r"(?<![A-Za-z])(?P<span>(?:(?P<direction>[Ll]ast|[Tt]his|[Nn]ext)(?: coming| past)? )?(?<!\ba )(?<!each )(?<!every )(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY))(?![A-Za-z])",
    r"(?<![A-Za-z])(?:[Oo]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|to|[Bb]efore|[Aa]fter) (?P<span>the (?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th))(?=[.,;:)]|$| (?:and|after|at|in|with|that|it|he|she|they|but|when|by|for)\b)",
)  # fmt: skip

#: Words in front of a bare number of four digits that make it no year.
BARRED_BEFORE = frozenset(
    [
        "vision",
        "agenda",
        "china",
        "strategy",
        "horizon",
        "plan",
        "article",
        "section",
        "room",
        "no",
        "nos",
        "number",
        "some",
        "about",
        "nearly",
        "over",
        "almost",
        "than",
        "around",
        "approximately",
        "roughly",
        "least",
        "only",
        "boeing",
        "airbus",
        "model",
        "flight",
        "route",
        "highway",
        "line",
        "unit",
        "page",
        "chapter",
        "code",
        "index",
        "russell",
        "nikkei",
        "topix",
        "csi",
        "sp",
        "iso",
        "version",
        "class",
        "series",
        "type",
        "gate",
        "building",
        "block",
        "lot",
        "top",
        "another",
        "additional",
        "more",
        "up",
        "total",
        "all",
        "these",
        "those",
        "other",
        "win",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
    ]
)
#: Words behind it that are counted.
COUNTED_BEHIND = frozenset(
    [
        "mw",
        "gw",
        "kw",
        "mwh",
        "gwh",
        "twh",
        "kwh",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "tonnes",
        "tons",
        "tonne",
        "ton",
        "barrels",
        "barrel",
        "bpd",
        "people",
        "employees",
        "workers",
        "jobs",
        "staff",
        "units",
        "homes",
        "households",
        "hectares",
        "acres",
        "vehicles",
        "cars",
        "buses",
        "trucks",
        "ships",
        "vessels",
        "aircraft",
        "planes",
        "shares",
        "stores",
        "outlets",
        "beds",
        "rooms",
        "passengers",
        "patients",
        "students",
        "customers",
        "points",
        "dollars",
        "euros",
        "yuan",
        "yen",
        "won",
        "pounds",
        "rupees",
        "million",
        "billion",
        "trillion",
        "percent",
        "per",
        "pct",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "times",
        "kilograms",
        "kg",
        "grams",
        "ounces",
        "litres",
        "liters",
        "teu",
        "containers",
        "wells",
        "turbines",
        "panels",
        "chips",
        "wafers",
        "servers",
        "gpus",
        "satellites",
        "police",
        "soldiers",
        "companies",
        "firms",
        "members",
        "branches",
        "square",
        "sq",
        "megawatts",
        "gigawatts",
    ]
)

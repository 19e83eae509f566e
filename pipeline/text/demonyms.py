"""Adjectives of countries, by ISO 3166 code: whose minister "the Canadian defence minister" is."""

from __future__ import annotations

import re

_TABLE = """
AE emirati; AF afghan; AL albanian; AM armenian; AO angolan; AR argentine argentinian; AT austrian;
AU australian; AZ azerbaijani azeri; BA bosnian; BD bangladeshi; BE belgian; BF burkinabe; BG bulgarian;
BH bahraini; BJ beninese; BO bolivian; BR brazilian; BW botswanan; BY belarusian; CA canadian; CD congolese;
CH swiss; CI ivorian; CL chilean; CM cameroonian; CN chinese; CO colombian; CR costa-rican; CU cuban;
CY cypriot; CZ czech; DE german; DK danish; DO dominican; DZ algerian; EC ecuadorian ecuadorean; EE estonian;
EG egyptian; ES spanish; ET ethiopian; FI finnish; FR french; GA gabonese; GB british; GE georgian; GH ghanaian;
GN guinean; GR greek; GT guatemalan; HN honduran; HR croatian; HU hungarian; ID indonesian; IE irish;
IL israeli; IN indian; IQ iraqi; IR iranian; IS icelandic; IT italian; JM jamaican; JO jordanian; JP japanese;
KE kenyan; KG kyrgyz; KH cambodian; KR korean south-korean; KW kuwaiti; KZ kazakh; LA lao laotian; LB lebanese;
LK sri-lankan; LT lithuanian; LU luxembourgish; LV latvian; LY libyan; MA moroccan; MD moldovan; ME montenegrin;
MK macedonian; ML malian; MM burmese; MN mongolian; MT maltese; MX mexican; MY malaysian; MZ mozambican;
NA namibian; NE nigerien; NG nigerian; NL dutch; NO norwegian; NP nepali nepalese; OM omani; PA panamanian;
PE peruvian; PG papuan; PH philippine filipino; PK pakistani; PL polish; PS palestinian; PT portuguese;
PY paraguayan; QA qatari; RO romanian; RS serbian; RU russian; RW rwandan; SA saudi saudi-arabian; SE swedish;
SG singaporean; SI slovenian slovene; SK slovak; SN senegalese; SV salvadoran; SY syrian; TH thai; TN tunisian;
TR turkish; TW taiwanese; TZ tanzanian; UA ukrainian; UG ugandan; US american; UY uruguayan; UZ uzbek;
VE venezuelan; VN vietnamese; YE yemeni; ZA south-african; ZM zambian; ZW zimbabwean
"""
_CODES = {
    adjective.replace("-", " "): code
    for line in _TABLE.replace("\n", " ").split(";")
    for code, *adjectives in [line.split()]
    for adjective in adjectives
}
_ADJECTIVE = "|".join(sorted((a.replace(" ", r"[\s-]") for a in _CODES), key=len, reverse=True))
_LEADING = re.compile(rf"(?:(former|then|acting)\s)?({_ADJECTIVE})\s(?=\w)", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_ADJECTIVE})\s$", re.IGNORECASE)
_WORD = re.compile(rf"\b(?:{_ADJECTIVE})\b", re.IGNORECASE)
#: The same as names are written, and not in names of places: "They polish glass", British Columbia.
_CAPITALISED = re.compile(
    r"\b(?:" + "|".join(sorted((a.title().replace(" ", r"[\s-]") for a in _CODES), key=len, reverse=True)) + r")\b"
    r"(?! (?:Columbia|Virgin|Guiana|Polynesia|Samoa)\b)"
)


def nationality(title: str) -> int:
    """Length of the adjective of a country that a title begins with, with the space behind it.

    >>> nationality("Canadian defence minister"), nationality("canal manager")
    (9, 0)
    """
    match = _LEADING.match(title)
    return match.end() if match is not None and match[1] is None else 0


def country_before(text: str, end: int) -> str | None:
    """Code of the country whose adjective stands right before `end`.

    >>> country_before("the South Korean trade minister", 17)
    'KR'
    """
    match = _BEFORE.search(text, max(0, end - 20), end)
    return _code(match[1]) if match is not None else None


def countries(text: str) -> list[str]:
    """Codes of the countries whose adjectives a text has, one for each.

    >>> countries("French and German makers, a french bank")
    ['FR', 'DE', 'FR']
    """
    return [_code(word) for word in _WORD.findall(text)]


def spoken_of(text: str) -> list[str]:
    """The same, of adjectives that begin with a capital, but those of places abroad.

    >>> spoken_of("They polish glass for a German firm in British Columbia")
    ['DE']
    """
    return [_code(word) for word in _CAPITALISED.findall(text)]


def _code(adjective: str) -> str:
    return _CODES[" ".join(adjective.lower().replace("-", " ").split())]

"""Names that the bodies of several countries have, so that the text must tell whose is meant."""

from __future__ import annotations

import re

#: Names that the body of every country may have, so that the country spoken of most is meant.
_EVERY_COUNTRYS = re.compile(
    r"(?:the )?(?:national |federal |state )?(?:ministry|department|central bank|treasury|supreme court|high court|"
    r"parliament|congress|senate|cabinet|house of representatives|national assembly)\b.*|\w+ ministry|"
    r"(?:the )?(?:upper |lower )?house|"
    r"(?![美俄英法德日韩印澳加])[^国]{0,6}(?:部|央行|法院|国会|议会|内阁)|[参众](?:议)?院|[上下]议?院"
)
#: Names that bodies of several countries have.
_SEVERAL_COUNTRIES = re.compile(
    r"(?:the )?(?:national |federal |state )?(?:bureau|office|agency|commission|customs|antitrust)\b.*|"
    r"council of (?:economic advis[eo]rs|ministers|state)|serious fraud office|(?:financial|securities|competition|"
    r"fair trade|energy|electricity|civil aviation|ports?|tax|revenue|audit|planning) [a-z &]*(?:commission|authority|"
    r"administration|regulator|council|bureau|office|agency|service|board)|"
    r"(?![美俄英法德日韩印澳加])[^国]{0,6}(?:局|署|委|委员会|海关|证监会|金管会|公平会)"
)


def has_every_country(form: str) -> bool:
    """Whether a comparison key is a name that the body of every country may have.

    >>> has_every_country("财政部"), has_every_country("ministry of finance"), has_every_country("美国财政部")
    (True, True, False)
    """
    return _EVERY_COUNTRYS.fullmatch(form) is not None


def have_several_countries(form: str) -> bool:
    """Whether a comparison key is a name that bodies of several countries have, if not of all.

    >>> have_several_countries("证监会"), have_several_countries("中国证监会")
    (True, False)
    """
    return has_every_country(form) or _SEVERAL_COUNTRIES.fullmatch(form) is not None

"""Whether a sentence says of a company that nothing moves it; matched against comparison keys."""

from __future__ import annotations

import re

#: Behind a company in its sentence: it is said not to be moved.
_UNMOVED = re.compile(
    r"\b(?:(?:is|are|was|were|be)\s(?:not|un)\s?(?:touched|affected|concerned)|(?:not|un)(?:touched|affected)\sby|outside\sthe"
    r"|too\s(?:large|big|small)\sto\s(?:notice|matter)|hardly\s(?:notices?|matters?)|gets?\snothing|gained\snothing"
    r"|(?:sees?|expects?|has|have)\s(?:no|little)\s(?:material\s)?(?:impact|effect)|(?:was|were|closed|ended)\s(?:steady|flat|unchanged)"
    r"|has\snothing\sto\sdo\swith)\b"
    r"|不受(?:[^,。;]{0,12}的?)?影响|影响(?:有限|不大|很小|甚微|可以忽略)|没有(?:重大|实质|明显)?影响|无(?:重大|实质|明显)影响|无升跌|无涨跌"
    r"|不痛不痒|与此(?:事|案)?无关|与本案无关|原地不动|未见异动"
)
#: Ends what a sentence says of the company it began with.
_NEXT_SUBJECT = re.compile(r";|\s[–—-]\s|——|\b(?:but|while|whereas)\b|但|而")


def says_unmoved(words: str) -> bool:
    """Whether a sentence, from a company on, says that nothing moves it.

    >>> says_unmoved("acme is not touched by the ruling"), says_unmoved("acme loses; bolt sees no impact")
    (True, False)
    """
    return _UNMOVED.search(_NEXT_SUBJECT.split(words, maxsplit=1)[0]) is not None

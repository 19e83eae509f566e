"""Language data: English verbs that the suffix rule gets wrong."""

from __future__ import annotations

#: Past tense and past participle.
IRREGULAR: dict[str, tuple[str, ...]] = {
    "beat": ("beat", "beaten"), "bleed": ("bled",), "break": ("broke", "broken"), "burn": ("burned", "burnt"),
    "buy": ("bought",), "choose": ("chose", "chosen"), "cut": ("cut",), "dive": ("dived", "dove"),
    "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "freeze": ("froze", "frozen"), "give": ("gave", "given"),
    "go": ("went", "gone"), "grow": ("grew", "grown"), "hit": ("hit",), "hurt": ("hurt",), "lay": ("laid",),
    "lead": ("led",), "leap": ("leapt", "leaped"), "lose": ("lost",), "outsell": ("outsold",),
    "overcome": ("overcame", "overcome"), "overpay": ("overpaid",), "overrun": ("overran", "overrun"),
    "overshoot": ("overshot",), "overspend": ("overspent",), "mislead": ("misled",), "pay": ("paid",),
    "quit": ("quit",), "rise": ("rose", "risen"), "run": ("ran", "run"), "sell": ("sold",), "set": ("set",),
    "shed": ("shed",), "shoot": ("shot",), "shrink": ("shrank", "shrunk"), "shut": ("shut",),
    "sink": ("sank", "sunk"), "slide": ("slid",), "spearhead": ("spearheaded",), "strike": ("struck",),
    "swing": ("swung",), "take": ("took", "taken"), "undercut": ("undercut",), "win": ("won",),
    "withdraw": ("withdrew", "withdrawn"), "tell": ("told",), "come": ("came", "come"),
}  # fmt: skip
#: Verbs that double their last letter before -ed and -ing.
DOUBLED = frozenset(
    """ban bar cancel cut dim drag drop flag hit overrun plug quit run scrap set shed shun shut slip stop strip swap tip
    top trim win dip""".split()
)

"""Language data: words after which a full stop does not end a sentence."""

from __future__ import annotations

#: Before a name or a number; never the end of a sentence.
TITLES = frozenset(
    """Mr Mrs Ms Dr Prof Sr Jr St Gen Lt Col Maj Capt Sgt Adm Cmdr Rev Hon Gov Sen Rep Pres Sec Amb Messrs No Nos Vol
    Art Fig vs v cf ca approx est Mt Ft Bros""".split()
)
#: May end a sentence; they do where a capitalised word that usually opens one follows.
ABBREVIATIONS = frozenset(
    """Inc Corp Co Ltd Plc LLC Cos Pte Pty Bhd Sdn Tbk Dept Assn Univ Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Mon Tue Wed Thu Fri Sat Sun a.m p.m U.S U.K U.N E.U D.C U.A.E e.g i.e etc al S.A N.V A.G S.p.A B.V""".split()
)
#: Words that open a sentence after an abbreviation such as "Inc." or "U.S.".
OPENERS = frozenset(
    """The A An It Its In On At For From By With This That These Those He She They We I But And However Meanwhile Under
    After Before While When If As Although Analysts Shares Both Such No Not There Last Next Earlier Some Most Many Each
    Other Our Their His Her""".split()
)

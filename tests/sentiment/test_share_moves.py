"""Which companies' shares an article says moved, and which way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.sentiment.share_moves import share_moves

Named = Callable[[str], Doc]
ALL_FELL = {"acme": "negative", "boltco": "negative", "delvo": "negative"}


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Acme shares fell 4% after the ban.", {"acme": "negative"}),
        ("Acme rose 1.2 per cent on the news.", {"acme": "positive"}),
        ("Acme rose 0.3 per cent on the news.", {}),
        ("Acme was up 5%, along with the market.", {}),
        ("Acme makes pumps. Its stock gained 3%.", {"acme": "positive"}),
        ("Acme makes pumps. Boltco does not. Its stock gained 3%.", {}),
        ("消息公布后，Acme股价跌8.1%。", {"acme": "negative"}),
        ("Acme(1234)收市升3.9%。", {"acme": "positive"}),
        ("Acme涨0.3%。", {}),
        ("Acme开盘后一度涨5.1%。", {"acme": "positive"}),
        ("Acme在东京跌4.1%。", {"acme": "negative"}),
        ("Acme, the sole maker of pumps, jumped 4%.", {"acme": "positive"}),
        ("Acme was last up 4.4%.", {"acme": "positive"}),
        ("Acme fell 6%, the most this year.", {"acme": "negative"}),
        ("Net profit at Acme fell 4% after the ban.", {}),
        ("Acme lost 8% of its customers.", {}),
        ("Acme lost 8% of its value.", {"acme": "negative"}),
        ("Acme makes pumps. Asian shares fell 3% after the data.", {}),
        ("Acme再升5%的股权。", {}),
        ("销量方面，Acme升11%。", {}),
        ("OSLO (Acme) - Boltco opened. Its shares fell 4.2%.", {"boltco": "negative"}),
        ("Acme makes pumps.\n\nThe stock sank 7.5%.", {"acme": "negative"}),
        ("Acme <ACM.N> lost 7.4% after the ban.", {"acme": "negative"}),
        ("Acme <ACM.N>, Boltco (BLT) and Delvo <DLV.L> fell between 3% and 5%.", ALL_FELL),
        (
            "艾可(0123)、博科及德沃分別下跌3.1%、2.6%及4%。",
            {"艾可": "negative", "博科": "negative", "德沃": "negative"},
        ),
        ("Acme rose 5.6% and Boltco <BLT.N> 4.1% on Monday.", {"acme": "positive", "boltco": "positive"}),
        ("Acme rose 5.6% and Boltco sold 4% of Delvo.", {"acme": "positive"}),
        ("Acme and Boltco rose 7 and 5 per cent.", {"acme": "positive", "boltco": "positive"}),
        ("Other makers, including Acme and Boltco, fell 5% and 8%.", {"acme": "negative", "boltco": "negative"}),
        ("Acme, which bought Boltco, fell 5%.", {"acme": "negative"}),
        ("Acme shares swung between gains and losses before ending down 17%.", {"acme": "negative"}),
        ("The ban weighed on shares of peers Acme and Boltco.", {"acme": "negative", "boltco": "negative"}),
        ("The order sent Acme's shares sharply higher.", {"acme": "positive"}),
        ("The ban could have hurt shares of Acme.", {}),
        ("合同告吹，拖累艾可。", {"艾可": "negative"}),
        ("Shares in rivals Acme and Boltco slid after the ruling.", {"acme": "negative", "boltco": "negative"}),
        ("Shares in rivals Acme and Boltco slid.", {}),
        ("Acme hit its 20% lower limit after the ban.", {"acme": "negative"}),
        ("Acme fell 4%, a year after the ban, traders said.", {"acme": "negative"}),
        ("Acme has lost 40% so far this year.", {}),
        ("Acme fell 4% with no obvious catalyst.", {}),
        ("Acme fell 4% after it cut its annual profit forecast.", {}),
        ("Acme fell 4% after the U.S. carrier cut its annual profit forecast.", {}),
        ("Acme, Japan's largest maker of pumps, which exports little, fell 4%.", {"acme": "negative"}),
        ("The news spread, with Acme falling 4%.", {"acme": "negative"}),
        ("Acme fell 4% after Boltco cut its annual profit forecast.", {"acme": "negative"}),
        ("Acme fell 4% after it cut its forecast, dragging down shares of Boltco.", {"boltco": "negative"}),
    ],
)
def test_shares(named: Named, text: str, moved: dict[str, str]) -> None:
    assert share_moves(named(text)).ways == moved


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Acme fell 4% and Boltco rose 5%.", {("acme", "boltco"), ("boltco", "acme")}),
        ("Acme fell 4%. Boltco rose 5%.", set()),
        ("Acme fell 4% after it cut its profit forecast, dragging down shares of Boltco.", set()),
    ],
)
def test_companies_told_side_by_side(named: Named, text: str, beside: set[tuple[str, str]]) -> None:
    assert share_moves(named(text)).beside == beside

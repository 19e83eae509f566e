"""Language data: how codes of securities are introduced, and what tells whose bare codes they are. Simplified."""

from __future__ import annotations

#: Label in front of a code without an exchange -> MICs in order; "" leaves it to the digits and the article's place.
CODE_LABELS: dict[str, tuple[str, ...]] = {
    "A股代码": ("XSHG", "XSHE", "BJSE"), "A股股票代码": ("XSHG", "XSHE", "BJSE"), "A股简称及代码": ("XSHG", "XSHE", "BJSE"),
    "H股代码": ("XHKG",), "H股股份代号": ("XHKG",), "H股股票代码": ("XHKG",), "港股代码": ("XHKG",), "港股代号": ("XHKG",), "港交所代码": ("XHKG",), "港交所股份代号": ("XHKG",),
    "股份代号": ("XHKG",), "股份代码": ("XHKG", "XSHG", "XSHE"), "Stock code": ("XHKG", "XSHG", "XSHE"), "Stock Code": ("XHKG", "XSHG", "XSHE"), "stock code": ("XHKG", "XSHG", "XSHE"),
    "证券代码": (), "股票代码": (), "股票代号": (), "证券代号": (), "公司代码": (), "代码": (), "代号": (),
}  # fmt: skip
#: Names of exchanges that are places or common words as well: they count inside brackets only.
PLACE_PREFIXES = frozenset(
    [
        "沪",
        "深",
        "上海",
        "深圳",
        "香港",
        "上市",
        "台股",
        "港股",
        "SH",
        "SZ",
        "BJ",
        "HK",
        "JP",
        "SIX",
        "SET",
        "MAD",
        "BIT",
        "TAI",
        "IST",
        "OTC",
        "HEL",
    ]
)
#: Markets whose codes no table has, and letters where a market has digits: (OTCQX: KRRLF), (KL:GAMUDA).
UNKNOWN_CODES = r"(?:OTCQ[XB]|OTCPK|OTC Pink|KLSE|KL|BURSA|Bursa)[ ]?:[ ]?[A-Z]{2,9}"
#: Exchanges of codes that a wire puts behind a name without brackets: GE Vernova GEV.N.
BARE_SUFFIXES = frozenset("N O OQ L DE PA AS HE ST CO OL MI MC SW BR TO AX NS KS T HK".split())
#: A bare code in brackets: MICs to try, with what in the article speaks for them.
PLACE_CUES: dict[str, str] = {
    "XHKG": r"香港|港交所|联交所|港股|恒指|恒生|港元|\bHong Kong\b|\bHKEX\b|HK\$",
    "XTAI": r"台湾|台北|台股|新台币|证交所|柜买|上柜|\bTaiwan(?:ese)?\b|\bTaipei\b|\bTWSE\b|NT\$",
    "XTKS": r"东京|东证|日经|日圆|日元|\bTokyo\b|\bJapan(?:ese)?\b|\bNikkei\b|\bTopix\b|\byen\b",
    "XKRX": r"首尔|韩国|韩元|\bSeoul\b|\bKorean?\b|\bKospi\b|\bKOSPI\b|\bKosdaq\b|\bwon\b",
    "XSHG": r"上交所|深交所|科创板|创业板|[AＡ]股|沪深|北交所|[亿万]元|人民币|\bShanghai\b|\bShenzhen\b|\byuan\b|\bRMB\b",
}
#: MICs that share a code's form with the one that has the cues.
SIBLINGS: dict[str, tuple[str, ...]] = {
    "XTAI": ("XTAI", "ROCO"),
    "XKRX": ("XKRX", "XKOS"),
    "XSHG": ("XSHG", "XSHE", "BJSE"),
}
#: What a cashtag may be on.
CASHTAG_MARKETS = ("XNAS", "XNYS", "XASE")
NO_CASHTAGS = frozenset(["US", "USD", "HK", "HKD", "NT", "SG", "CAD", "AUD", "BN", "MM", "MN", "TN"])

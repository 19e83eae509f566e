# ruff: noqa: E501  (patterns and tables are read by the line)
"""Language data: what in an article tells whose dollar, yen, crown or rupee a bare mark means. Chinese in Simplified."""

from __future__ import annotations

_WHOSE = r"(Australian|Canadian|Singapore|Hong Kong|New Zealand|New Taiwan|US|U\.S\.|American|United States)"
#: "All amounts are in Canadian dollars", "in C$ unless otherwise stated".
DOLLAR_STATEMENT = (
    r"(?i:\b(?:all|dollar|monetary)\b[^.\n。]{0,60}\b(?:in|to)\s+(?:(?:millions|thousands) of )?" + _WHOSE + r"\s+(?:dollars|currency)"
    r"|\ball\b[^.\n。]{0,40}\b(?:amounts|figures|currency|dollars)\b[^.\n。]{0,40}?\bin\s+(C|A|S|HK|NT|US)\$"
    r"|\b" + _WHOSE + r"\s+dollars\s+unless\s+(?:otherwise|stated|noted|marked|indicated|specified))"
)  # fmt: skip
#: The marked forms of each local dollar: an article that uses them means another one by a bare $.
DOLLAR_MARKS: dict[str, str] = {
    "AUD": r"\bAU?\$",
    "CAD": r"\b(?:C|CA|Cdn|CDN)\$",
    "SGD": r"\bSG?\$",
    "HKD": r"\bHK\$",
    "NZD": r"\bNZ\$",
    "TWD": r"\bNT\$",
}
#: What must stand somewhere for R18, P71.20, N612 or TL 60 to be money.
LETTER_CUES: dict[str, str] = {
    "ZAR": r"\brands?\b|\bSouth Africa|\bJohannesburg\b|\bJSE\b",
    "P": r"\bpesos?\b|\bPhilippine|\bFilipino|\bManila\b|\bpula\b|\bBotswana\b|\bGaborone\b",
    "NGN": r"\bnairas?\b|\bNigeria|\bLagos\b|\bAbuja\b",
    "ZMW": r"\bkwacha\b|\bZambia|\bLusaka\b",
    "TRY": r"\bliras?\b|\bTurk(?:ey|iye|ish)\b|\bTürkiye\b|\b[Iİ]stanbul\b",
    "SAR": r"\briyals?\b|\bSaudi\b|\bRiyadh\b|\bTadawul\b",
    "QAR": r"\briyals?\b|\bQatari?\b|\bDoha\b",
    "KWD": r"\bdinars?\b|\bKuwaiti?\b",
    "BHD": r"\bdinars?\b|\bBahraini?\b",
    "JOD": r"\bdinars?\b|\bJordan(?:ian)?\b|\bAmman\b",
    "EGP": r"\bEgypt(?:ian)?\b|\bCairo\b|\bEGX\b",
}
DOLLAR_PLACES: dict[str, str] = {
    "AUD": r"\bASX\b|\bAustralian?s?\b|\bSydney\b|\bMelbourne\b|\bPerth\b|\bBrisbane\b|\bAdelaide\b|\bCanberra\b|\bHobart\b|\bDarwin\b|\bQueensland\b|\bNew South Wales\b|\bNSW\b|\bTasmanian?\b|\bNorthern Territory\b|\bPilbara\b|\bAUD\b",
    "CAD": r"\bTSX\b|\bCanad(?:a|ians?)\b|\bToronto\b|\bCalgary\b|\bOttawa\b|\bOntario\b|\bAlberta\b|\bVancouver\b|\bMontr[eé]al\b|\bQu[eé]bec\b|\bBritish Columbia\b|\bSaskatchewan\b|\bManitoba\b|\bNova Scotia\b|\bWinnipeg\b|\bEdmonton\b|\bCAD\b",
    "SGD": r"\bSGX\b|\bSingapore(?:ans?)?\b",
    "HKD": r"\bHKEX\b|\bHong Kong\b|\bKowloon\b|\bNew Territories\b",
    "NZD": r"\bNZX\b|\bNew Zealand(?:ers?)?\b|\bAuckland\b|\bWellington\b|\bChristchurch\b|\bDunedin\b|\bOtago\b|\bWaikato\b",
    "TWD": r"\bTWSE\b|\bTaiwan(?:ese)?\b|\bTaipei\b",
}
#: Local cues in a Traditional text, for a bare 元.
LOCAL_YUAN: dict[str, str] = {
    "HKD": r"香港|港元|港币|港交所|港股|恒指|恒生|本港|联交所|港铁|HK\$|港府|金管局|九龙|新界|立法会|中环|港岛|启德|差饷|屋邨|特区政府|特首|\d\.HK\b|湾仔|尖沙咀|观塘|沙田|财政司|\(0\d{4}(?:\.HK)?\)",
    "TWD": r"台湾|台北|新台币|台币|台积电|金管会|台股|证交所|上柜|经济部|台中|高雄|新竹|台南|行政院|NT\$|桃园|柜买|立法院|投审|法说会|工商时报|中央社|董座|年增|季增|\d-TWO?\b|\d\.TWO?\b|竹科|南科|新北市|基隆|苗栗|彰化|嘉义|屏东|宜兰|花莲",
}
#: The same for Macau's pataca, which names Hong Kong too; of 39 such texts of gold it is told in 30.
LOCAL_YUAN["MOP"] = r"澳门|氹仔|路环|博监局|澳博|本澳|葡币|\bMOP\b|路凼|珠澳|澳币"
#: What a Traditional text without any of these is about, and a code in brackets of its home market.
FAINT_YUAN: dict[str, str] = {
    "HKD": r"港(?![口区區])",
    "MOP": r"澳(?![洲大])",
    "TWD": r"(?<![平后舞阳讲])台|\((?!20[12]\d)[1-9]\d{3}\)",
}
#: Singapore, and mainland China, in a Simplified text with a bare 元.
SINGAPORE = r"新加坡|新交所|海峡时报|建屋|新元|裕廊|早报讯|狮城|坡元"
MAINLAND = r"人民币|中国|A股|[上深北]交所|北京|上海|深圳|国务院|我国|省|国资委|发改委"
#: Marks that several currencies share; the first is what is meant without any cue.
AMBIGUOUS: dict[str, list[tuple[str, str]]] = {
    "¥": [
        ("JPY", r"\b[Yy]en\b|\bJapan(?:ese)?\b|\bTokyo\b|\bOsaka\b|\bJPY\b|日元|日圆|日本|东京"),
        ("CNY", r"\b[Yy]uan\b|\bRMB\b|\bChin(?:a|ese)\b|\bBeijing\b|\bShanghai\b|\bShenzhen\b|\bCNY\b|人民币|[亿万]元|中国|北京|上海"),
    ],
    "Rs": [
        ("INR", r"\bIndian?\b|\bMumbai\b|\bDelhi\b|印度"),
        ("PKR", r"\bPakistani?\b|\bKarachi\b|\bIslamabad\b|巴基斯坦"),
        ("LKR", r"\bSri Lankan?\b|\bColombo\b|斯里兰卡"),
        ("NPR", r"\bNepal(?:ese)?\b|\bKathmandu\b|尼泊尔"),
        ("MUR", r"\bMauriti(?:us|an)\b|毛里求斯"),
    ],
    "kr": [
        ("SEK", r"\bSwed(?:en|ish)\b|\bStockholm\b|\bGothenburg\b|瑞典"),
        ("NOK", r"\bNorw(?:ay|egian)\b|\bOslo\b|\bStavanger\b|挪威"),
        ("DKK", r"\bDenmark\b|\bDanish\b|\bCopenhagen\b|丹麦"),
        ("CZK", r"\bCzech\b|\bPrague\b|捷克"),
        ("ISK", r"\bIceland(?:ic)?\b|\bReykjavik\b|冰岛"),
    ],
    "P": [
        ("PHP", r"\bpesos?\b|\bPhilippine|\bFilipino|\bManila\b|菲律宾"),
        ("BWP", r"\b[Pp]ula\b|\bBotswana\b|\bGaborone\b|博茨瓦纳"),
    ],
    "peso": [
        ("MXN", r"\bMexic(?:o|an)\b|墨西哥"),
        ("PHP", r"\bPhilippines?\b|\bFilipino\b|\bManila\b|菲律宾"),
        ("ARS", r"\bArgentin[ae]\w*\b|\bBuenos Aires\b|阿根廷"),
        ("CLP", r"\bChile(?:an)?\b|\bSantiago\b|智利"),
        ("COP", r"\bColombian?\b|\bBogot[aá]\b|哥伦比亚"),
        ("UYU", r"\bUruguay(?:an)?\b|乌拉圭"),
    ],
    "franc": [
        ("CHF", r"\bSwiss\b|\bSwitzerland\b|\bZurich\b|\bGeneva\b|瑞士"),
        ("XOF", r"\bSenegal\w*\b|\bIvory Coast\b|\bC[oô]te d'Ivoire\b|\bMali\b|\bBenin\b|\bBurkina\b|\bTogo\b|\bNiger\b|西非|塞内加尔|科特迪瓦"),
        ("XAF", r"\bCameroon\w*\b|\bGabon\w*\b|\bChad\b|\bBrazzaville\b|中非|喀麦隆|加蓬"),
        ("CDF", r"\bCongolese\b|\bKinshasa\b|\bDRC\b|刚果"),
        ("RWF", r"\bRwandan?\b|\bKigali\b|卢旺达"),
        ("GNF", r"\bGuinean?\b|\bConakry\b|几内亚"),
    ],
    "CFA": [
        ("XOF", r"\bSenegal\w*\b|\bIvory Coast\b|\bC[oô]te d['’]Ivoire\b|\bMali\b|\bBenin\b|\bBurkina\b|\bTogo\b|\bNiger\b|\bXOF\b"),
        ("XAF", r"\bCameroon\w*\b|\bGabon\w*\b|\bChad\b|\bBrazzaville\b|\bEquatorial Guinea\b|\bCentral African\b|\bXAF\b"),
    ],
    "riyal": [
        ("SAR", r"\bSaudi\b|\bRiyadh\b|\bAramco\b|沙特"),
        ("QAR", r"\bQatari?\b|\bDoha\b|卡塔尔"),
        ("OMR", r"\bOmani?\b|\bMuscat\b|阿曼"),
        ("IRR", r"\bIran(?:ian)?\b|\bTehran\b|伊朗"),
    ],
    "dinar": [
        ("KWD", r"\bKuwaiti?\b|科威特"),
        ("IQD", r"\bIraqi?\b|\bBaghdad\b|伊拉克"),
        ("BHD", r"\bBahrain[i]?\b|巴林"),
        ("JOD", r"\bJordan(?:ian)?\b|\bAmman\b|约旦"),
        ("DZD", r"\bAlgerian?\b|\bAlgiers\b|阿尔及利亚"),
        ("TND", r"\bTunisian?\b|\bTunis\b|突尼斯"),
        ("LYD", r"\bLibyan?\b|\bTripoli\b|利比亚"),
        ("RSD", r"\bSerbian?\b|\bBelgrade\b|塞尔维亚"),
    ],
    "shilling": [
        ("KES", r"\bKenyan?\b|\bNairobi\b|肯尼亚"),
        ("TZS", r"\bTanzanian?\b|\bDar es Salaam\b|坦桑尼亚"),
        ("UGX", r"\bUgandan?\b|\bKampala\b|乌干达"),
    ],
    "dirham": [
        ("AED", r"\bU\.?A\.?E\b|\bEmirat|\bDubai\b|\bAbu Dhabi\b|\bSharjah\b|阿联酋|迪拜|阿布扎比"),
        ("MAD", r"\bMorocc(?:o|an)\b|\bCasablanca\b|\bRabat\b|\bTangier\b|摩洛哥"),
    ],
    "仙": [
        ("HKD", r"香港|港元|港交所|港股|联交所"),
        ("MYR", r"马来西亚|大马|令吉|吉隆坡|马股"),
    ],
    "盾": [
        ("IDR", r"印尼|印度尼西亚|雅加达"),
        ("VND", r"越南|越盾|河内|胡志明|\bVietnam(?:ese)?\b"),
    ],
    "pound": [
        ("GBP", r"\bBrit(?:ain|ish)\b|\bU\.?K\.?\b|\bLondon\b|英国"),
        ("EGP", r"\bEgypt(?:ian)?\b|\bCairo\b|埃及"),
    ],
}  # fmt: skip

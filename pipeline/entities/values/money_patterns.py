"""Language data: how currencies and amounts are written. Chinese in Simplified, as folding leaves it.

Keys of the tables are what the text shows; values are ISO 4217 codes, or a mark that the article decides: `$` (which
dollar), `¥` (yen or yuan), `元` (yuan or a local dollar), `kr` (which crown), `Rs`, `peso`, `franc`, `CFA`, `riyal`, `dinar`,
`pound`, `shilling`, `盾`; in `COINS`, `cent` (whose cents).
"""

from __future__ import annotations

#: ISO 4217 codes that stand as words; those that are English words or acronyms of the trade are left out.
CODES = [
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "CNH",
    "HKD",
    "TWD",
    "KRW",
    "SGD",
    "AUD",
    "NZD",
    "CAD",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "INR",
    "IDR",
    "MYR",
    "THB",
    "VND",
    "PHP",
    "PKR",
    "BDT",
    "LKR",
    "BRL",
    "MXN",
    "ARS",
    "CLP",
    "COP",
    "ZAR",
    "NGN",
    "KES",
    "EGP",
    "GHS",
    "ZMW",
    "TZS",
    "UGX",
    "MAD",
    "AED",
    "SAR",
    "QAR",
    "KWD",
    "BHD",
    "OMR",
    "ILS",
    "RUB",
    "UAH",
    "KZT",
    "UZS",
    "PLN",
    "CZK",
    "HUF",
    "RON",
    "TRY",
    "XOF",
    "XAF",
    "MMK",
    "KHR",
    "MNT",
    "MOP",
    "IQD",
    "IRR",
    "ISK",
    "RSD",
    "BGN",
    "UYU",
    "AOA",
    "BWP",
    "MZN",
    "ETB",
    "GEL",
    "AZN",
    "AMD",
    "PGK",
    "JOD",
    "NPR",
    "BOB",
    "MWK",
    "TND",
    "DZD",
    "LYD",
    "LBP",
    "SYP",
    "MUR",
    "NAD",
    "CDF",
    "RWF",
    "GNF",
    "KGS",
    "TJS",
    "TMT",
    "MDL",
    "BYN",
    "PYG",
    "CRC",
    "GTQ",
    "JMD",
    "TTD",
    "FJD",
    "MVR",
]
#: Before the number. A longer one wins over a shorter one.
PREFIXES: dict[str, str] = {
    **{code: "CNY" if code == "CNH" else code for code in CODES},
    **{f"{code}$": code for code in ["USD", "HKD", "TWD", "SGD", "AUD", "NZD", "CAD", "COP", "CLP", "ARS", "MXN", "MOP"]},
    "US$": "USD", "$US": "USD", "$A": "AUD", "$HK": "HKD", "$NZ": "NZD", "US $": "USD", "U.S.$": "USD", "USD$": "USD", "HK$": "HKD", "NT$": "TWD", "NTD": "TWD", "S$": "SGD", "SG$": "SGD",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "Cdn$": "CAD", "CDN$": "CAD", "NZ$": "NZD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "AR$": "ARS", "CH$": "CLP", "Ch$": "CLP", "COL$": "COP", "Col$": "COP",
    "MOP$": "MOP", "N$": "NAD", "Z$": "ZWL", "J$": "JMD", "TT$": "TTD", "B$": "BND", "$": "$", "¥": "¥", "JP¥": "JPY", "CN¥": "CNY",
    "RMB¥": "CNY", "€": "EUR", "EUR€": "EUR", "£": "GBP", "E£": "EGP", "₩": "KRW", "₹": "INR", "₫": "VND", "VNĐ": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN",
    "₺": "TRY", "₽": "RUB", "₪": "ILS", "₴": "UAH", "₸": "KZT", "₵": "GHS", "GH₵": "GHS", "GH¢": "GHS", "GHC": "GHS", "Gh¢": "GHS", "Gh₵": "GHS", "৳": "BDT", "₡": "CRC",
    "RMB": "CNY", "Rmb": "CNY", "RM": "MYR", "Rs.": "Rs", "Rs": "Rs", "Re": "Rs", "Rp.": "IDR", "Rp": "IDR", "Tk": "BDT", "Sh": "shilling", "Shs": "shilling", "KSh": "KES", "TSh": "TZS", "USh": "UGX", "RO": "OMR", "Ksh": "KES", "KES": "KES",
    "Kshs": "KES", "KShs": "KES", "Tsh": "TZS", "Tshs": "TZS", "TShs": "TZS", "Ush": "UGX", "Ushs": "UGX", "UShs": "UGX", "Frw": "RWF", "FRw": "RWF", "Rwf": "RWF",
    "NRs": "NPR", "Ps.": "peso", "Ps": "peso", "zł": "PLN", "Kč": "CZK", "FCFA": "CFA",
    "KRW₩": "KRW", "NIS": "ILS", "Dh": "AED", "Dhs": "AED", "SFr": "CHF", "Sfr": "CHF", "Fr.": "CHF", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "kr": "kr",
    "PLN": "PLN", "S/.": "PEN", "S/": "PEN", "Bt": "THB", "B/.": "PAB",
    "人民币": "CNY", "新台币": "TWD", "台币": "TWD", "港币": "HKD", "港元": "HKD", "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP",
    "日元": "JPY", "日圆": "JPY", "韩元": "KRW", "韩币": "KRW", "澳元": "AUD", "加元": "CAD", "新元": "SGD", "新币": "SGD", "令吉": "MYR", "马币": "MYR",
}  # fmt: skip
#: Capital letters that are a currency only in front of a number with a scale or thousands (W395,000, R1.2bn, P3 billion).
LETTER_PREFIXES: dict[str, str] = {"W": "KRW", "R": "ZAR", "N": "NGN", "P": "P", "K": "ZMW", "B": "THB"}
#: The same of several letters, which may stand apart from the number: TL 18 bln, SR398 billion.
LETTERS_PREFIXES: dict[str, str] = {
    "TL": "TRY", "SR": "SAR", "QR": "QAR", "KD": "KWD", "BD": "BHD", "JD": "JOD", "LE": "EGP", "CFA": "CFA", "UA": "XUA",
}  # fmt: skip
#: Words that some wires put in front of the number: pounds 53m, rupees 500 crore.
WORD_PREFIXES: dict[str, str] = {"dollars": "$", "euros": "EUR", "pounds": "GBP", "rupees": "Rs", "pula": "BWP"}
#: In front of such a word: a number whose unit it is, so that it is none of the next one's.
NUMBER_BEFORE = r"(?:\d|\b(?:[kmb]n?|thousand|million|billion|trillion|hundred|lakh|crore|cr|(?:ten|hundred|thousand|million|billion)s of))[ -]$"
#: In front of a number and "c" that are no cents: section 12c, iPhone 5c.
LETTERED_BEFORE = r"(?:\b(?!(?:At|By|From|To|Up|Down|For|Of)\b)\w*[A-Z][\w.-]*|\b(?:section|article|clause|paragraph|rule|phase|stage|class|grade|tier|category|line|gate|room|flat|route|unit|block|lot|schedule|appendix|figure|table|chart|type)s?) $"
#: Behind a bare crore that is money: no noun that it counts.
CRORE_ENDS = r"\s?(?:[.,;:)]|$|(?:and|or|as|in|on|at|by|to|for|from|with|against|during|while|a year|last|this|was|were|is|compared|over|since|after|through|under)\b)"
#: Behind the number in English; plural forms are listed by the pattern that uses them.
ENGLISH_UNITS: dict[str, str] = {
    **{code: "CNY" if code == "CNH" else code for code in CODES},
    "RMB": "CNY", "NTD": "TWD", "€": "EUR", "kr": "kr", "TL": "TRY", "FCFA": "CFA", "CFA": "CFA", "zł": "PLN",
    "dollar": "$", "dollars": "$", "cent": "¢", "cents": "¢", "¢": "¢", "US cents": "US¢", "U.S. cents": "US¢", "euro cents": "EUR¢",
    "euro": "EUR", "euros": "EUR", "pound": "pound", "pounds": "pound", "pounds sterling": "GBP", "sterling": "GBP", "pence": "GBp",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "yuan renminbi": "CNY", "Chinese yuan": "CNY", "won": "KRW", "Korean won": "KRW", "South Korean won": "KRW",
    "Japanese yen": "JPY", "rupee": "Rs", "rupees": "Rs", "Indian rupees": "INR", "Pakistani rupees": "PKR", "Sri Lankan rupees": "LKR", "Nepalese rupees": "NPR",
    "rupiah": "IDR", "Indonesian rupiah": "IDR", "ringgit": "MYR", "Malaysian ringgit": "MYR", "baht": "THB", "Thai baht": "THB", "dong": "VND", "Vietnamese dong": "VND",
    "peso": "peso", "pesos": "peso", "Mexican pesos": "MXN", "Philippine pesos": "PHP", "Argentine pesos": "ARS", "Chilean pesos": "CLP", "Colombian pesos": "COP",
    "reais": "BRL", "Brazilian reais": "BRL", "rand": "ZAR", "South African rand": "ZAR", "naira": "NGN", "Nigerian naira": "NGN", "Kenyan shillings": "KES",
    "Kenya shillings": "KES", "Tanzanian shillings": "TZS", "Ugandan shillings": "UGX", "shillings": "shilling", "cedis": "GHS", "cedi": "GHS", "kwacha": "ZMW",
    "birr": "ETB", "taka": "BDT", "Swiss francs": "CHF", "Swiss franc": "CHF", "francs": "franc", "CFA francs": "CFA", "CFA franc": "CFA", "Congolese francs": "CDF", "Rwandan francs": "RWF",
    "crown": "kr", "crowns": "kr", "kronor": "SEK", "kroner": "kr", "krone": "kr", "krona": "SEK", "Swedish crowns": "SEK", "Swedish kronor": "SEK",
    "Norwegian crowns": "NOK", "Norwegian kroner": "NOK", "Danish crowns": "DKK", "Danish kroner": "DKK", "Czech crowns": "CZK", "Czech koruna": "CZK", "koruna": "CZK",
    "Icelandic kronur": "ISK", "zloty": "PLN", "zlotys": "PLN", "Polish zlotys": "PLN", "zlotych": "PLN", "forint": "HUF", "forints": "HUF", "lei": "RON", "leva": "BGN",
    "lira": "TRY", "liras": "TRY", "Turkish lira": "TRY", "Turkish liras": "TRY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "hryvnia": "UAH", "hryvnias": "UAH",
    "tenge": "KZT", "shekel": "ILS", "shekels": "ILS", "riyal": "riyal", "riyals": "riyal", "Saudi riyals": "SAR", "Qatari riyals": "QAR", "Omani rials": "OMR",
    "rials": "IRR", "dirham": "dirham", "dirhams": "dirham", "UAE dirhams": "AED", "Emirati dirhams": "AED", "Moroccan dirhams": "MAD", "dinars": "dinar",
    "Kuwaiti dinars": "KWD", "Iraqi dinars": "IQD", "Bahraini dinars": "BHD", "Jordanian dinars": "JOD", "Egyptian pounds": "EGP", "soles": "PEN", "guaranies": "PYG",
    "tugrik": "MNT", "tugriks": "MNT", "kyat": "MMK", "riel": "KHR", "kip": "LAK", "bolivars": "VES", "patacas": "MOP", "meticais": "MZN", "kwanzas": "AOA", "pula": "BWP",
    "bolivianos": "BOB", "soums": "UZS", "soum": "UZS", "soms": "KGS", "som": "KGS", "manats": "AZN", "manat": "AZN", "lari": "GEL", "drams": "AMD",
    "Polish zloty": "PLN", "Kazakh tenge": "KZT", "Kazakhstani tenge": "KZT", "Russian roubles": "RUB", "Russian rubles": "RUB", "Israeli shekels": "ILS", "new shekels": "ILS",
    "Ethiopian birr": "ETB", "Ghana cedis": "GHS", "Ghanaian cedis": "GHS", "Bangladeshi taka": "BDT", "Peruvian soles": "PEN", "Hungarian forints": "HUF",
    "Ukrainian hryvnias": "UAH", "Uzbek soums": "UZS", "Uruguayan pesos": "UYU", "Dominican pesos": "DOP", "tögrögs": "MNT", "tögrög": "MNT", "shilling": "shilling", "real": "BRL", "Omani riyals": "OMR",
    "sen": "MYR¢", "halalas": "SAR¢", "toea": "PGK¢", "pesewas": "GHS¢", "centavos": "peso¢", "kobo": "NGN¢", "paise": "INR¢", "satang": "THB¢", "agorot": "ILS¢", "Singapore cents": "SG¢",
}  # fmt: skip
#: Whose dollar: adjective in front of "dollars".
DOLLARS: dict[str, str] = {
    "US": "USD", "U.S.": "USD", "American": "USD", "United States": "USD", "Hong Kong": "HKD", "HK": "HKD", "New Taiwan": "TWD", "NT": "TWD", "Taiwan": "TWD",
    "Taiwanese": "TWD", "Singapore": "SGD", "Singaporean": "SGD", "Australian": "AUD", "Aussie": "AUD", "Canadian": "CAD", "New Zealand": "NZD",
    "Kiwi": "NZD", "Namibian": "NAD", "Jamaican": "JMD", "Brunei": "BND", "Fijian": "FJD",
}  # fmt: skip
#: Behind the number in Chinese.
HAN_UNITS: dict[str, str] = {
    "元人民币": "CNY", "人民币": "CNY", "元": "元", "块钱": "元", "块": "元", "圆": "元", "美元": "USD", "美金": "USD", "美刀": "USD", "刀": "USD", "欧元": "EUR", "英镑": "GBP", "镑": "GBP",
    "日元": "JPY", "日圆": "JPY", "日币": "JPY", "韩元": "KRW", "韩圆": "KRW", "韩圜": "KRW", "韩币": "KRW", "韩国元": "KRW", "港元": "HKD", "港币": "HKD", "港纸": "HKD",
    "元港币": "HKD", "元台币": "TWD", "元新台币": "TWD", "台币": "TWD", "台币元": "TWD", "新台币": "TWD", "新台币元": "TWD", "澳元": "AUD", "澳币": "AUD", "澳洲元": "AUD",
    "加元": "CAD", "加币": "CAD", "加拿大元": "CAD", "新加坡元": "SGD", "新加坡币": "SGD", "新元": "SGD", "新币": "SGD", "坡币": "SGD", "坡元": "SGD",
    "纽元": "NZD", "纽币": "NZD", "新西兰元": "NZD", "瑞郎": "CHF", "瑞士法郎": "CHF", "非洲法郎": "XOF", "西非法郎": "XOF", "中非法郎": "XAF", "法郎": "franc",
    "卢比": "Rs", "印度卢比": "INR", "巴基斯坦卢比": "PKR", "印尼盾": "IDR", "印尼卢比": "IDR", "越南盾": "VND", "越盾": "VND", "盾": "盾", "泰铢": "THB", "铢": "THB",
    "林吉特": "MYR", "令吉": "MYR", "马币": "MYR", "零吉": "MYR", "比索": "peso", "披索": "peso", "菲律宾披索": "PHP", "墨西哥披索": "MXN", "阿根廷披索": "ARS", "智利披索": "CLP", "菲律宾比索": "PHP", "墨西哥比索": "MXN", "阿根廷比索": "ARS", "智利比索": "CLP", "哥伦比亚比索": "COP",
    "雷亚尔": "BRL", "巴西雷亚尔": "BRL", "兰特": "ZAR", "南非兰特": "ZAR", "卢布": "RUB", "里拉": "TRY", "土耳其里拉": "TRY", "迪拉姆": "dirham", "阿联酋迪拉姆": "AED", "迪尔汗": "AED",
    "阿曼里亚尔": "OMR", "里亚尔": "riyal", "沙特里亚尔": "SAR", "卡塔尔里亚尔": "QAR", "沙特里尔": "SAR", "里尔": "riyal", "第纳尔": "dinar", "科威特第纳尔": "KWD", "伊拉克第纳尔": "IQD",
    "克朗": "kr", "瑞典克朗": "SEK", "挪威克朗": "NOK", "丹麦克朗": "DKK", "捷克克朗": "CZK", "兹罗提": "PLN", "波兰兹罗提": "PLN", "福林": "HUF", "列伊": "RON", "格里夫纳": "UAH",
    "坚戈": "KZT", "奈拉": "NGN", "先令": "shilling", "肯尼亚先令": "KES", "塞地": "GHS", "谢克尔": "ILS", "新谢克尔": "ILS", "塔卡": "BDT", "澳门元": "MOP", "澳门币": "MOP",
    "埃及镑": "EGP", "埃镑": "EGP", "索尔": "PEN", "图格里克": "MNT", "缅币": "MMK", "缅元": "MMK",
    "美分": "US¢", "美仙": "US¢", "欧分": "EUR¢", "港仙": "HK¢", "仙": "仙", "便士": "GBp", "分钱": "CN¢", "毛钱": "CNmao", "角钱": "CNmao",
}  # fmt: skip
#: Coins: the currency and how many make one unit.
COINS: dict[str, tuple[str, int]] = {
    "¢": ("cent", 100), "US¢": ("USD", 100), "EUR¢": ("EUR", 100), "HK¢": ("HKD", 100), "GBp": ("GBP", 100), "CN¢": ("元", 100), "MYR¢": ("MYR", 100), "SAR¢": ("SAR", 100),
    "PGK¢": ("PGK", 100), "GHS¢": ("GHS", 100), "peso¢": ("peso", 100), "NGN¢": ("NGN", 100), "INR¢": ("INR", 100), "THB¢": ("THB", 100), "ILS¢": ("ILS", 100), "SG¢": ("SGD", 100), "仙": ("仙", 100), "CNmao": ("元", 10),
}  # fmt: skip
#: What behind 元, 块, 刀, 盾, 圆, 镑 makes it no money (元件, 元旦, 块地, 刀具 …).
NOT_MONEY_BEHIND = r"(?<!元)(?:(?<=元)[件素旦宇年老首帅月勋朗音凶神]|(?<=块)[地砖屏石田链头土儿]|(?<=刀)[具片刃锋口剑])"

_BEFORE = r"(?:\s|['\"“(]|the |a |an )*$"
#: Words in front of the amount, matched against its left context.
CUES_BEFORE: tuple[tuple[str, str], ...] = (
    ("up_to", r"(?:\b(?:up to|as much as|as many as|at most|(?:no|not) more than|not exceeding|less than|fewer than|(?:under|below)(?! (?:an?|the) )|"
              r"(?:a )?maximum of|(?:a )?max\.? of|capped at|as high as)|不超过|不多于|不高于|[最至][高多](?:可?达|可(?:获得?|得)?)?|上限为?|封顶|不到|不足|(?<!不)[低少]于)" + _BEFORE),
    ("at_least", r"(?:\b(?:at least|more than|(?:over|above)(?! (?:an?|the) )|exceed(?:s|ed|ing)?|in excess of|(?:no|not) less than|(?:no|not) fewer than|upwards? of|"
                 r"(?:a )?minimum of|north of|topp(?:ed|ing)|tops|surpass(?:ed|es|ing)?)|[>≥]|超过|超逾|多于|至少|最少|不少于|不低于|不下于|起码|高于|大于|突破|超|逾|上|高达)" + _BEFORE),
    ("approximate", r"(?:\b(?:(?:about|around)(?! (?:an?|the) )|roughly|approximately|approx\.?|some|nearly|almost|close to|(?:an )?estimated(?: at)?|circa|c\.|ca\.|just (?:over|under)|"
                    r"(?:a )?little (?:over|under)|near(?:ing)?)|[~≈]|大约|大概|约合|折合|约为|合约|接近|将近|估计|预计约|差不多|左右|约|近)" + _BEFORE),
)  # fmt: skip
#: Words behind the amount, matched against its right context.
CUES_BEHIND: tuple[tuple[str, str], ...] = (
    ("at_least", r"\s*(?:\+|-?plus\b|or more\b|and (?:above|up)\b|及?以上|有余|起步?(?![来诉源因草])|开外)"),
    ("up_to", r"\s*(?:or less\b|or lower\b|及?以下|及?以内|之内)"),
    ("approximate", r"\s*(?:or so\b|左右|上下|级|级别|规模级)"),
)
#: In front of a number that makes it a part of something else.
BARRED_BEFORE = r"(?:单位\s*[::]\s*|(?:several|few|many|multi|couple of|dozens? of)[\s-]*|[数几第])$"
#: Behind a number in characters that makes it an order of magnitude (百亿级), not a sum.
MAGNITUDE_BEHIND = r"元?(?:级|量级|规模级)"
#: In front of "X to Y": a movement, not a range.
MOVEMENT_BEFORE = (
    r"(?:(?<!range )(?<!ranging )(?<!ranged )(?<!ranges )\bfrom|\b(?:rose|risen|rise|rises|rising|fell|fall|falls|fallen|falling|gain(?:ed|s)?|lost|los(?:e|es)|climb(?:ed|s)?|"
    r"add(?:ed|s)|jump(?:ed|s)?|drop(?:ped|s)?|slid|slip(?:ped|s)?|up|down|increased|raised|cut|lowered|reduced|shed|sheds|declined|eased|advanced|surged|soared|plunged|tumbled|sank|dipped|rallied|edged (?:up|down|higher|lower))(?: by)?(?: [\d.,]+ ?(?:%|per ?cent),?(?: or)?)?|(?:从|由|自)|[涨升跌挫滑扬](?:了|逾|近|约)?)\s*(?:the |an? |its )?$"
)

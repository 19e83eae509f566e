"""Language data: words around titles that are no part of them, and nouns that are no post."""

from __future__ import annotations

import re

#: Before a title: articles, "as", adverbs of time, kin ("the chairman’s wife and the head of design").
BEFORE = re.compile(
    r"^(?:(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?(?:(?:on|in|at)\s[^,]{1,20}?\sby\s)?(?:[a-z]+(?:\s[a-z]+)?\sas\s)?(?:[a-z]+\s(?:[a-z]+\s)?with\s(?=(?-i:[A-Z]))|(?:made|named|appointed)\s|company\s(?!secretary|doctor|driver))?(?:(?:together\swith|under(?!\ssecretary)|joined\sby|to\sbe|re-?elected)\s)?"
    r"(?:(?:as|from|by|the|an?|its|our|their|his|her|(?-i:new)|newly(?:[-\s](?:appointed|named|elected))?|current(?:ly)?|present|"
    r"(?:most|until)\srecently|now|then|still|fellow|"
    r"(?:wife|husband|son|daughter|brother|sister|father|mother|widow|(?:grand)?son|nephew|cousin)(?:\sof\sthe\s\w+)?(?:\sand)?)\s)*"
    r"(?:first\s(?!deputy|vice|minister|secretary|assistant|lady))?",
    re.IGNORECASE,
)
#: Behind a title.
BEHIND = re.compile(
    r"(?:\sof\s(?:the|its|our|his|her|their)\s(?:agency|association|authority|bank|commission|company|council|group|institute|ministry|union|university)"
    r"|,?\s(?:the\s)?honou?rable|\sCllr\.?|,\s(?:chief|alhaj[ia]|engr|dr|prof|mr|mrs|ms|otunba|shri|smt)\.?|\s(?:for|of|at|in|on|to|and|the|with)|[-–,、，\s]|兼任?)+$",
    re.IGNORECASE,
)
#: Before a Chinese title: who it is said of, and verbs of taking office (Simplified).
ZH_BEFORE = re.compile(
    r"^(?:(?:接任者|继任者|[前后]者)?(?:第.{1,3}届[董监]事会(?=董事|监事|副?董事长|独立|执行|非执行)|此前(?=实际|实控)|按(?!摩|揭)|街外话|系(?!统|主任|列)|董事会包括|包括|资深(?=.{3,}[行厂店社])|[现新]任|现为|现(?=连锁|独立)|出任|担任|就任|升任|转任|接任|身为|作为|是|为|要求|的|"
    r"协会(?=.?[秘理会副])|该行|该会|该公司|该集团|该局|公司(?!秘书|业务)|其|一名|一位))+(?=..)|^者(?=..)|^[省市县区州镇](?=副?[省市县区州镇]长)"
)
#: Heads of state and government, of whose title only these words are part (Simplified).
ZH_HEAD_OF_STATE = re.compile(r"(?:前任|前|原|时任|候任|当选|临时|代|副)*(?:总统|首相|国王)$")
#: Forms of address, ranks, and those who write the article.
ADDRESS = re.compile(
    r"^(?:the\s)?(?:vice\s)?(?:dr|prof|engr?|hon|honou?rable|mr|mrs|ms|sir|dame|lady|lord|sheikh|datuk|tan\ssri|alhaj[ia]|shri|smt|retd|retired)\.?$"
    r"|^(?:c\.?f\.?a|m\.?b\.?a|c\.?p\.?a|ph\.?\s?d|p\.?\s?(?:geo|eng)|esq|f\.?c\.?a)\.?$"
    r"|^(?:先生|女士|小姐|博士|老师|老師|拿督|爵士)$"
    r"|(?:^|[^a-z])(?:记者|記者|实习生|實習生|通讯员|通訊員)$",
    re.IGNORECASE,
)
#: Ownership, which is no post.
OWNER = re.compile(r"^[原前]?(?:(?:共同)?(?:实际控制人|實際控制人|实控人|實控人)|控股股东|控股股東)$")
#: Bodies, activities and members of parties (of whom gold of train has no post) that a tagger takes for posts.
NO_POST = re.compile(
    r"(?:^|\s)(?:fund|government|ministry|cabinet|office|research|analysis|committee|think[\s-]tank|company|business|law|china|local|"
    r"fund\smanagement|division|department|agency|r&d|resident\smission|country\soffice|"
    r"finance|economics|industry|party|technology|marketing|europe|(?:middle|far)\seast)$"
    r"|^(?:republican|democrat)$"
    r"|^.$|^(?:专长|專長|接任|继任|繼任|通讯|通訊|政府|本报)$",
    re.IGNORECASE,
)
#: A Chinese title that ends as no post does: in a character that ends hardly one of 6,144 titles of train.
NO_POST_END = re.compile(
    "(?!(?<=[主总總])[编編])(?![长長理裁人官席师師事任员員监監管授书書秘表臣委问問记記统統板闆家使总總相者主士工演徒娘挥揮助辑輯赞贊机機手帅帥将將座袖卿柜櫃医醫"
    "警匠练練])[\u4e00-\u9fff]$"
)
#: Quotation marks around a word of a title: 「代理」總經理.
QUOTES = str.maketrans("", "", "「」『』“”")
#: An office for its holder.
OFFICES = {"presidency": "president", "chairmanship": "chairman", "premiership": "premier"}
_UNNAMED = (
    "company|group|bank|lender|firm|maker|unit|country|agency|union|fund|party|ministry|region|city|state|body|regulator|club|"
    "association|institute|authority|department|project|programme|plant|business|industry|owner|buyer|seller|world|family|year"
)
_STOP = r"(?=[,;:)\]—–”\"\n]|\.(?:\s|$)|\s(?:at|said|says|who|told)\b|$)"
#: The field of a post behind its title ("managing director for nuclear"), but no body without a name ("of the bank").
FIELD = re.compile(
    rf"\s(?:for|of)\s(?![a-z\s-]+\s(?:weeks|months|years|decades))(?:the\s|its\s)?(?!the\s|its\s|(?:{_UNNAMED}){_STOP})[a-z][a-z&-]*(?:(?:\s|\sand\s)[a-z][a-z&-]*){{0,3}}?{_STOP}"
)
#: A post for or to the place behind it, which is where it is not held: Minister for Northern |Australia.
FOR_A_PLACE = re.compile(
    r".*\b(?:minister|secretary\sof\sstate|ambassador|envoy)(?P<gap>\s(?:for|to)\s)(?:the\s)?"
    r"(?:(?:Northern|Southern|Eastern|Western|North|South|East|West|Central)\s)?",
    re.IGNORECASE,
)
#: Bodies of a place without its name, which titles begin with: 市政协|主席, 市人大常委会|副主任, 市政府|秘书长.
LOCAL_BODY = re.compile("[省市县縣区區州](?:政[协協]|人大(?:常委[会會])?|政府|[纪紀]?委)$")
#: Posts of which a tagger may leave out the first two characters.
BEGINS_EARLIER = re.compile("法定代表人|[国國]家副?主席|[轮輪]值(?:副?董事[长長]|主席|[总總]裁|CEO|首席[执執]行官)")
#: Heads of what Hong Kong and Macao call 司, whose title has its name in 24 of 25 places of gold: 财政司|司长.
SECRETARY = re.compile("(?:[财財]政|政[务務]|律政)司司[长長]")
#: Posts of a party's committee, whose level belongs to the title: 吉林|省委书记.
PARTY_POST = re.compile("[省市县縣区區州]委(?:副?[书書][记記]|常委)")
#: Heads of offices, of which the name of the body before may hold a part: 发展改革委高技术|处处长.
UNIT_HEAD = re.compile("(?P<unit>[处處科司局部室])副?(?P=unit)[长長]")
#: English titles that a company’s people have for a region, and words for the company before the region.
OF_REGION = re.compile(
    r"(?:co-|(?:deputy|vice|regional|former)\s)*(?:head|boss|chief|chair(?:man|woman)?|president|director|analyst|partner|C[EFO]O|managing\sdirector"
    r"|(?:general|country|sales)\smanager|(?:chief\s)?(?:economist|strategist)|chief\s(?:executive|(?:financial|operating|investment)\sofficer))s?",
    re.IGNORECASE,
)
ITS = re.compile(r"\b(?:its|their|the\s(?:bank|company|firm|group|lender|maker)['’]s)\s$", re.IGNORECASE)
OF_THE_BOARD = re.compile(r" of the [Bb]oard\b(?!['’]s|-| of\b| [A-Z]| (?:office|committee|and)\b)")
#: More people than one, of whom none is named: 多名部长.
SEVERAL = re.compile("[多数數几幾][名位]")
#: Posts that a company or body has for a region (Simplified).
REGIONAL = re.compile(
    r"^[^，。]{0,10}(?:总裁|总经理|经理|负责人|主管|总监|部长)$|首席(?:代表|(?:[\u4e00-\u9fff]{2,4})?(?:经济学家|策略师|分析师|投资官))$"
)

"""Language data: titles of posts in English and Chinese, and the words that tie them to people and organisations."""

from __future__ import annotations

import re

from pipeline.text.scripts import HAN, MIDDLE_DOTS

#: Placeholders that stand for mentions in a masked sentence, one character each.
TARGET, PERSON, ORGANIZATION, LOCATION, OTHER = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_ORG = f"[{ORGANIZATION}{LOCATION}]"

#: Head words of English titles.
_HEAD = (
    r"(?i:chief\s(?:executive|minister|economist|strategist|scientist|engineer|analyst|negotiator|of\sstaff)(?:\sofficer)?|"
    r"chief(?:\s[\w-]+){1,5}?\sofficer|chief|C[EFOTIM]O|vice[\s-]president|president|vice[\s-]chair(?:man|woman)?|chair(?:man|woman|person)?|"
    r"managing\sdirector|director[\s-]general|director|co-founder|founder|prime\sminister|minister|"
    r"secretary[\s-]general|(?:under)?secretary|commissioner|governor|premier|chancellor|mayor|senator|congress(?:man|woman)|lawmaker|"
    r"representative|ambassador|envoy|analyst|economist|strategist|partner|spokes(?:man|woman|person)|professor|lecturer|researcher|"
    r"general\scounsel|counsel|advis[eo]r|treasurer|controller|general\smanager|manager|board\smember|market\smonitor|leader|principal|"
    r"research\sfellow|fellow|consultant|publisher|editor|trustee|head|owner|boss|deputy|member|judge|justice|administrator|"
    r"engineer|marshal|speaker|warden|councillor|legislator|prosecutor|inspector|negotiator|auditor|comptroller|statistician|"
    r"superintendent|rapporteur|delegate|president-elect|chair(?:man|woman)?-elect|executive|MD|lead)"
)
#: What a post is about, before its head.
_FIELDS = (
    r"finance|foreign|trade|energy|industry|defen[cs]e|health|science|aviation|transport|transportation|commerce|treasury|interior|home|"
    r"justice|labou?r|environment|climate(?:\schange)?|education|agriculture|mines|mining|petroleum|oil|gas|economy|economic|technology|digital|"
    r"infrastructure|planning|investment|culture|tourism|national\ssecurity|security|cabinet|coordinating|union|party|investor\srelations|"
    r"company|media|press|equity|research|credit|market|sales|marketing|financial|operating|legal|board|parliamentary|permanent|private|"
    r"non|portfolio|fund|hedge-fund|country|commercial|technical|"
    r"(?:natural\s|human\s|mineral\s)?resources|public\s(?:works|affairs|relations|policy|health)|fisheries|forests?|forestry|food|water|power|"
    r"electricity|nuclear|housing|land|lands|works|roads?|rail|railways?|ports?|shipping|maritime|communications?|telecommunications|telecoms|"
    r"information|innovation|employment|immigration|migration|customs|tax|budget|universities|local\sgovernment|industrial|social|welfare|"
    r"policy|sanctions|claims|purchasing|procurement|production|plant|operations?|retail|manufacturing|supply\schain|logistics|quality|safety|"
    r"engineering|design|data|risk|compliance|strategy|growth|sustainability|product|brand|programme|program|project|construction|property|"
    r"real\sestate|consumer|corporate|external|internal|committee|council|area|site|airport|division|unit|law|steel|wealth"
)
#: Words that may stand before the head where nothing marks off the title on its left.
_MODIFIER = (
    r"(?i:former|ex|then|acting|interim|outgoing|incoming|designate|retired|late|longtime|long-serving|co|deputy|vice|senior|executive|first|second|"
    r"lead|principal|global|regional|non-executive|independent|assistant|associate|managing|group|general|chief|state|federal|"
    r"founding|honorary|joint|special|supervisory|shadow|opposition|presidential|provincial|county|district|"
    + _FIELDS
    + r")"
)
_STRICT = rf"(?:{_MODIFIER}(?:[\s-]|\sand\s)){{0,5}}{_HEAD}"
_FREE = r"(?:(?!(?:said|says|told|who|which|that|has|had|is|was|will|and|[a-z]+ed)\b|\w{2,}\.\s)[\w&.’'/-]+\s(?:and\s)?){0,5}?"
_FREE += rf"(?:[\w]+-)?{_HEAD}"
_AND = r"(?:\sand\s|,\sand\s|\s&\s|\scum\s)"
_LIST = rf"(?:{_AND}{_FREE}|,\s{_STRICT})"
_CAPITALS = r"[A-Z][\w-]+(?:(?:,\s|\sand\s|,\sand\s|\sfor\s|\s&\s|\s)(?:the\s)?[A-Z][\w-]+){0,7}"
_WORDS = r"[a-z][\w-]*(?:\s(?:and\s)?[a-z][\w-]*){0,4}?"
_PORTFOLIO = rf"(?:\s(?:of|for|on|in)\s(?:the\s)?(?:{_CAPITALS}|{_WORDS}))"
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Professor|Lord|Lady|the\sHonou?rable)\.?\s)?"
_KIND = (
    r"(?:(?:state-owned|local|rival|chip|law|research|consulting|investment|oil|car|tech|[A-Z]\w+-based)\s)?(?:brokerage|broker|bank|lender|"
    r"consultancy|think[\s-]tank|firm|company|group|fund|carmaker|chipmaker|insurer|agency|regulator|airline|utility|miner|investor)\s"
)
_AT = rf"(?:,?\s(?:of|at|for|with|from|in|to)\s(?:the\s)?(?:{_KIND})?|,\s)"

#: `Acme’s chief executive, X`, `Chief Executive of Acme X`, `the market monitor, X`; matched right before X.
BEFORE = (
    re.compile(
        rf"(?P<org>{_ORG})(?:['’]s?)?\s(?P<title>{_FREE}{_LIST}?{_PORTFOLIO}?),?\s{_HONORIFIC}$"
    ),
    re.compile(
        rf"(?:^|[\s\"“(—–])(?P<title>{_STRICT}(?:{_AND}{_STRICT})?)\s(?:of|at|for)\s(?:the\s)?(?P<org>{_ORG}),?\s{_HONORIFIC}$"
    ),
    re.compile(
        rf"(?:^|[\s\"“(—–])(?:(?P<own>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he\scompany['’]s|the\sgroup['’]s|the\sministry['’]s|the\sbank['’]s)\s)?"
        rf"(?P<title>{_STRICT}(?:{_AND}{_STRICT})?(?:\s(?:of|for)\s{_CAPITALS}|\s(?:of|for)\s[a-z]\w+)?),?\s{_HONORIFIC}$",
    ),
)  # fmt: skip
_DETERMINER = (
    rf"(?:(?P<own>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he\s\w+['’]s)\s|(?:the|a|an)\s|(?P<holder>{_ORG})(?:['’]s?)?\s)?"
)
_ADVERB = r"(?:(?P<ended>once|formerly|previously|until\s(?:recently|last\s\w+|\w+\s?\d*))\s|now\s|currently\s|also\s)?"
_STOP = (
    r"(?=[,.;:)\]!?—–\n”\"]|\s(?:who|said|says|and|told|until|in|since|from|to|on|after|with|effective|next|—|–)\b|$)"
)
#: `X, chief executive of Acme,`, `X (a partner at Acme)`, `X, Acme’s head of network`; matched right behind X.
AFTER = re.compile(
    rf"(?:,\s(?:\d{{2}},\s)?|\s?[(（]|\s?[—–]\s?|\s(?:is|was|became|remains|serves\sas)\s|,\swho\s(?:is|was|serves\sas|became)\s)"
    rf"{_ADVERB}{_DETERMINER}(?P<title>{_FREE}{_LIST}?(?:{_PORTFOLIO})??)(?:{_AT}(?P<org>{_ORG}))?{_STOP}"
)
#: `X, who heads Acme`, `X, who has run Acme since 2024`.
RUNS = re.compile(
    rf",?\s(?:who\s)?(?:also\s)?(?:has\s)?(?P<verb>heads?|runs?|leads?|chairs?|headed|chaired)\s(?:(?:the\s)?(?P<org>{_ORG})|(?P<own>it|them|the\s\w+)\b)"
)
#: `named X as chief executive of Acme`.
APPOINTED = re.compile(
    rf"(?:\s[^.;\ue001\ue002]{{0,60}})?\sas\s{_DETERMINER}(?P<title>{_FREE}(?:{_AND}{_FREE})?)(?:{_AT}(?P<org>{_ORG}))?{_STOP}"
)
#: `Acme, chaired by X`.
CHAIRED_BY = re.compile(rf"(?P<org>{_ORG}),?\s(?:is\s)?chaired\sby\s{_HONORIFIC}$")
#: An affiliation without a title: `X of Acme`, `X at Acme`, `X, formerly of Acme`; `Acme’s X`.
OF = re.compile(rf"(?:,\s(?P<ended>formerly|previously|once)|,)?\s(?:of|at)\s(?:the\s)?(?P<org>{ORGANIZATION})")
OWN = re.compile(rf"(?P<org>{ORGANIZATION})['’]s\s{_HONORIFIC}$")
#: A title that is no longer held.
FORMER = re.compile(r"^(?:former|ex-|ex\s|retired|late\s|previous)|^(?:前(?!台|端|线|瞻)|原|时任|時任)", re.IGNORECASE)
_ZH_PUBLIC = "国家副?主席|总统|总理|首相|国务卿|部长|大臣|大使|州长|省长|市长|议员|特首|国王"
#: Posts of a state, held at a country where no body is named.
STATE_POST = re.compile(
    r"\b(?:minister|secretary|president|governor|mayor|premier|chancellor|senator|ambassador|congress(?:man|woman)|lawmaker|envoy|king|"
    rf"queen|emir|national\ssecurity)\b|{_ZH_PUBLIC}|外长|财长|防长|行政长官",
    re.IGNORECASE,
)
#: Posts that no company has.
PUBLIC_POST = re.compile(
    r"\b(?:minister|senator|governor|mayor|premier|ambassador|congress(?:man|woman)|lawmaker)\b|"
    r"(?<!company\s)(?<!corporate\s)(?<!board\s)(?<!private\s)\bsecretary\b(?!-general|\sgeneral)|" + _ZH_PUBLIC,
    re.IGNORECASE,
)
#: Posts of the public that a city, a province or a state of a federation has.
LOCAL_POST = re.compile(
    r"\b(?:governor|mayor|premier|senator|congress(?:man|woman)|lawmaker|chief\sminister)\b|州长|省长|市长|议员|特首",
    re.IGNORECASE,
)
#: Heads of a city, province or state, without a body.
LOCAL_HEAD = re.compile(
    r"^(?:(?:former|then|acting|deputy|vice)[\s-])*(?:governor|mayor|premier)$|[州省市县]长$", re.IGNORECASE
)
#: What lines of letterheads and signatures do not have.
PROSE = re.compile(r"[^\n]{90}|[。；！？]|[a-z]{3}[.!?;](?:\s|$)|\b(?:said|says|is|was|has|will)\b")
#: The paragraph of an exchange notice that may list the directors of its issuer (Simplified).
BOARD_LIST = re.compile(
    r"\s*(?:[于於](?:刊发)?本(?:联合)?(?:公告|公布|通函|通告|报告)(?:刊发)?(?:之|的)?(?:日期|日)(?![^，,:：]{12})"
    r"|as (?:at|of) the date (?:of this (?:joint )?(?:announcement|circular|notice|report)|hereof)\b)"
    r"(?=.{0,60}(?:董事|\bdirectors?\b|\bboard\b))",
    re.IGNORECASE,
)
#: Behind the name of the issuer of a notice, whom the rest of it calls the Company.
THE_COMPANY = re.compile(
    r"\s*[（(][^（）()\n]{0,40}?(?:[「『“\"‘]本公司[」』”\"’]|[“\"‘]{1,2}the Company[”\"’]{1,2}|the [“\"‘]{1,2}Company[”\"’]{1,2})"
)
#: Behind the name of a listed company in the letterhead of a notice.
REGISTERED = re.compile(
    r"\s*[（(](?:[於于在][^（）()\n]{1,12}(?:註冊|注册)成立|股份代[號号]|Stock Code|[Ii]ncorporated (?:in|under))"
)
#: A body by its kind before a title: the commission's hearing examiner, 该行行长.
OF_KIND = re.compile(
    r"\b[Tt]he\s(?P<en>agency|association|authority|bank|board|bureau|cent(?:er|re)|chamber|club|college|commission|committee"
    r"|corporation|council|court|department|exchange|federation|foundation|institute|ministry|society|trust|university)"
    r"['’]s\s(?:[a-z-]+\s){0,2}$"
    r"|[该該](?P<zh>行|部|局|[委協协学學商工]?[会會]|[委][員员][会會]|院|所|司|署|[厅廳])(?:的|原|前)?$"
)
#: Characters before a title in which such a phrase stands.
KIND_REACH = 40
#: Posts in a cabinet.
MINISTER = re.compile(r"\bminister\b|部长|大臣|总理|首相", re.IGNORECASE)
#: Posts of a company, held at the company spoken of where none is named.
COMPANY_POST = re.compile(
    r"\b(?:chief|C[EFOTI]O|chair\w*|managing\sdirector|founder|co-founder|head|general\smanager|board|spokes\w+|general\scounsel|president|treasurer)\b|"
    r"董事|总裁|总经理|首席|执行官|财务长|执行长|营运长|总监|创始人|创办人|社长|会长|行政总裁|主席|董秘|实际控制人|实控人|CEO|CFO|发言人|协理",
    re.IGNORECASE,
)

#: Head words of Chinese titles (Simplified).
_ZH_HEAD = (
    r"(?:董事会秘书|董事长|总裁|总经理|首席执行官|首席财务官|首席运营官|首席技术官|首席[经策科分]\w{1,4}|执行官|行政总裁|财务总监|财务长|执行长|营运长|技术长|社长|总监|主席|"
    r"部长|局长|司长|处长|署长|厅长|行长|市长|省长|州长|总理|总统|首相|大臣|外长|财长|防长|国务卿|党委书记|书记|主任|理事长|会长|秘书长|院长|所长|校长|教授|讲师|分析师|分析员|"
    r"经济学家|策略师|研究员|新闻发言人|发言人|负责人|联合创始人|创始人|创办人|合伙人|董事|监事|经理|总工程师|工程师|律师|参议员|众议员|议员|大使|特使|专员|司令|董秘|"
    r"总编辑|掌门人|特首|行政长官|主管|实际控制人|实控人|顾问|协理|助理|政治助理|干事|员工|代表|总干事|总裁办主任|CEO|CFO|COO|CTO|行政主管|秘书)"
)
_ZH_MODIFIER = r"(?:前任|前|原|时任|现任|候任|新任|首任|上任|代理|代|执行|副|联席|首席|高级|资深|常务|独立|非执行|"
_ZH_MODIFIER += r"名誉|荣誉|终身|全球|区域|中国区|亚太区|大中华区|集团|研究|投资|新闻|业务|市场|财务|公司)"
_ZH_STRICT = rf"{_ZH_MODIFIER}{{0,4}}{_ZH_HEAD}"
_ZH_FREE = rf"(?:(?!的|与|和|由|在|对|说|称|表示|旗下|子公司|任命|会见)[{HAN}A-Za-z{MIDDLE_DOTS}]){{0,8}}?{_ZH_HEAD}"
_ZH_AND = r"(?:、|兼任|兼|暨|及|和)"
_ZH_GLOSS = r"(?:[（(][^（）()]{1,20}[)）])?"
#: A post behind a verb, with its body.
_ZH_POST = rf"(?P<org>{_ORG})?{_ZH_GLOSS}(?:的)?(?P<title>{_ZH_FREE}(?:{_ZH_AND}{_ZH_FREE})?)"
#: `宁德时代董事长X`; matched at the end of what stands before X, Simplified.
ZH_BEFORE = (
    re.compile(
        rf"(?P<org>{_ORG}){_ZH_GLOSS}(?:的|公司的?)?(?P<title>{_ZH_FREE}(?:{_ZH_AND}{_ZH_FREE}){{0,2}})(?P<next>、|，|的|：|兼)?\s?$"
    ),
    re.compile(
        rf"(?:^|[、：，。；“「\s])(?:不过|但|可|而|且|上周|本周|昨日|昨天|今日|今天|近日|日前|随后|其|据|连|就连|至于){{0,3}}(?P<own>该公司|公司|集团|该行|该机构|该集团)?(?P<title>{_ZH_FREE}(?:{_ZH_AND}{_ZH_FREE}){{0,2}})(?P<next>、|，|的|：|兼)?\s?$"
    ),
    re.compile(rf"(?P<title>{_ZH_STRICT}(?:{_ZH_AND}{_ZH_STRICT}){{0,2}})(?P<next>、|，|的|：|兼)?\s?$"),
)
#: `X（禾赛CEO）`, `X，宁德时代董事长，`; matched right behind X.
ZH_AFTER = re.compile(
    rf"\s?[（(，,]\s?(?:现任|时任|现为|系|是|为)?(?P<org>{_ORG})?{_ZH_GLOSS}(?:的)?(?P<title>{_ZH_FREE}(?:{_ZH_AND}{_ZH_FREE}){{0,2}})(?=[）)，,。；;、]|$)"
)
#: `X出任宁德时代董事长`, `X是…`, `X辞任…`.
ZH_TAKES = re.compile(
    rf"[^，。；\ue001\ue002]{{0,12}}?(?P<verb>出任|担任|升任|转任|兼任|接任|就任|获委任为|获任|留任|履新|兼为|辞任|辞去|卸任|曾任|(?<![一二三四五六七八九上前新现时责信主])任(?!命|务|何)|是|兼)"
    rf"{_ZH_POST}(?=[）)，,。；;、]|一职|职务|至|$)"
)
ZH_ENDED = frozenset({"辞任", "辞去", "卸任", "曾任"})
#: `委任X为新行政总裁`.
ZH_NAMED = re.compile(
    rf"(?<=(?:委任|任命|聘任|聘请|选举|推选|推举|提名|选聘|增选|补选)[{TARGET}{PERSON}])(?:先生|女士)?(?:为|担任|出任)(?:公司)?新?(?:一[任届])?"
    rf"{_ZH_POST}(?=[）)，,。；;、事]|一职|职务|$)"
)
#: `实际控制人为X`.
ZH_IS = re.compile(rf"(?:(?P<org>{_ORG})[^，。；\ue001\ue002\ue003]{{0,4}}?)?(?P<title>{_ZH_STRICT})(?:是|为)$")
#: `东吴证券的X`.
ZH_OWN = re.compile(rf"(?P<org>{ORGANIZATION})的$")
#: Between two titles in one run, the second held now.
ZH_SPLIT = re.compile(r"[、，](?:现任|現任|现为|現為)")
#: Before the organisation of a former post.
ZH_FORMER_BEFORE = re.compile(r"(?<![目此之日以])[前原]$")
#: Bare titles of the head of a body that the sentence has just named.
BARE_STATE = re.compile(
    r"^(?:the\s)?(?:minister|secretary|commissioner|(?:deputy\s)?governor|部长|部長|局长|局長|署长|署長|司长|司長|厅长|行长|行長|委員|委员)$",
    re.IGNORECASE,
)
#: Posts at a school, and the names of schools.
TEACHER = re.compile(r"professor|lecturer|教授|讲师|講師|院长|校长", re.IGNORECASE)
SCHOOL = re.compile(r"university|institute|college|school|大学|大學|学院|學院", re.IGNORECASE)
#: Ministries and the like, which ministers lead.
MINISTRY = re.compile(
    r"ministry|department|treasury|office|commission|bureau|部$|省$|局$|署$|厅$|委$|委员会$", re.IGNORECASE
)
#: A head of state by the title alone.
HEAD_OF_STATE = re.compile(
    r"^(?:former\s|then\s|ex-)?(?:vice\s)?president$|^(?:前|原)?(?:总统|總統|[国國]家主席)$", re.IGNORECASE
)
#: Dropped from the head of a title: the post is held now.
ZH_NOW = re.compile(r"^(?:现任|現任|公司)")
#: A minister by the ministry's own name: 商务部 + 长.
ZH_MINISTRY = re.compile(r"^[长長]")
MINISTRY_ENDS = "部局署厅廳司院省州市"

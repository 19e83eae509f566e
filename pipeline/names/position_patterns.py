"""Language data: which titles are posts of a state, of a place or of a company, and where a notice tells its issuer."""

from __future__ import annotations

import re

#: A title that is no longer held.
FORMER = re.compile(r"^(?:former|ex-|ex\s|retired|late\s|previous)|^(?:前(?!台|端|线|瞻)|原|时任|時任)", re.IGNORECASE)
#: Between the name of a body and a title at it.
BODY_LINK = re.compile(r"(?:['’]s?)?\s(?:[a-z]+\s)?|的?")
#: Posts of the party, the assembly and the government of a province, city, county or district.
_ZH_LOCAL = "[省市县区州镇乡](?:长|委(?!员)|政协|人大|政府)"
_ZH_PUBLIC = f"国家副?主席|总统|总理|首相|国务卿|部长|大臣|大使|{_ZH_LOCAL}|政协|人大常委|议员|特首|国王"
#: Posts that no company has.
PUBLIC_POST = re.compile(
    r"\b(?:minister|senator|governor|mayor|premier|ambassador|congress(?:man|woman)|lawmaker|(?-i:[PC]M)|(?<!vice[\s-])chancellor)\b|"
    r"(?<!company\s)(?<!corporate\s)(?<!board\s)(?<!private\s)(?<!party\s)\b(?:under)?secretary\b(?!-general|\sgeneral)|"
    + _ZH_PUBLIC,
    re.IGNORECASE,
)
#: Posts of the public that a city, a province or a state of a federation has.
LOCAL_POST = re.compile(
    rf"\b(?:governor|mayor|premier|senator|congress(?:man|woman)|lawmaker|chief\sminister|(?-i:CM))\b|{_ZH_LOCAL}|议员|特首",
    re.IGNORECASE,
)
#: Members of a parliament, whose title alone names no body: Senator Ann Lee.
LEGISLATOR = re.compile(
    r"(?:(?:former|then|state|opposition|ruling-party|(?-i:[A-Z]\w+))\s|ex-)*(?:senator|congress(?:man|woman)|lawmaker|(?-i:MP|Rep\.|Sen\.))",
    re.IGNORECASE,
)
#: Heads of parts of a state: in gold of train 249 are at such places, one at a country.
OF_PART = re.compile(r"(?:(?:former|then|acting|deputy|vice|lieutenant)\s)*(?:governor|mayor)", re.IGNORECASE)
SENATE = re.compile(r"(?:[A-Z][\w.]+\s)?Senate")
PARLIAMENT = re.compile(
    r"(?:[A-Z][\w.]+\s)?(?:House(?: of (?:Representatives|Commons))?|Congress|Parliament|National Assembly"
    r"|Legislative (?:Council|Yuan|Assembly)|Knesset|Diet|Bundestag)"
)
#: The level of such a post.
LEVEL = re.compile(_ZH_LOCAL)
#: The level of a place in its name; 常州 tells none.
LEVEL_OF_PLACE = re.compile("[省市县区]$|(?<=..)州$")
#: Heads of cities, of whom gold of train has one of 154 at a region, and of regions, of whom it has none of 51 at a city.
CITY_HEAD = re.compile(r"\bmayor$|^[^省县区州镇乡]*市(?:[长委]|政府|人大|政协)", re.IGNORECASE)
REGION_HEAD = re.compile(
    r"^(?:(?:former|then|acting|deputy|vice)[\s-])*(?:premier|chief\sminister|(?-i:CM))$", re.IGNORECASE
)
#: Zones, which have no mayor of their own (Simplified).
ZONE = re.compile("(?:[地片园新]|开发|高新|经开|自治)区$")
#: Heads of a city, province or state, and the posts of its bodies, without a body.
LOCAL_HEAD = re.compile(
    rf"^(?:(?:former|then|acting|deputy|vice)[\s-])*(?:governor|mayor|premier|chief\sminister|(?-i:CM))$|[州省市县区镇乡]长$|^{_ZH_LOCAL}",
    re.IGNORECASE,
)
#: Bodies of a whole state, at which the heads of its parts are not.
OF_STATE = re.compile(r"\b(?:White House|Ministry|Department|Congress|Senate|Parliament|Court)\b")
#: Heads and councillors of a place (Simplified), and bodies of its administration, at which they are not.
OF_PLACE = re.compile("[州省市县区镇乡村](?:长|议员)$|^议员$")
BUREAU = re.compile("[局处處署厅廳]$")
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
#: Before a word without its article.
_BARE = r"(?:^|(?<=[\n“\"])|(?<=[.;:,”\"]\s)|\b(?:said|told|by|with|and|from|when|as|that|but)\s)"
#: The same without its article: union president, Chamber of commerce chair.
OF_BARE_KIND = re.compile(
    _BARE
    + r"(?P<en>agency|association|authority|chamber|club|commission|council|federation|institute|society|union|university)"
    r"(?:\sof\scommerce)?\s(?!of\b)",
    re.IGNORECASE,
)
#: Right before a title at the company spoken of: "…," company president Ann Lee said; 公司总会计师. Of 281 such posts
#: in gold of train 275 are at companies, 6 at none.
OF_COMPANY = re.compile(
    _BARE + r"company\s$"
    r"|(?<![\u4e00-\u9fffA-Za-z])[该該本]?公司的?$",
    re.IGNORECASE,
)
#: What follows the place of a dateline: ", Ohio (AP) —".
DATELINE = re.compile(r"(?:,\s[^\n—–]{1,30}?)?(?:\s\([^)\n]{1,30}\))?\s?(?:[—–]|--|\s-\s)")
#: Characters before a title in which such a phrase stands.
KIND_REACH = 40
#: Posts at a court, at which 91 of the 97 with a body in gold are.
JUDGE = re.compile(r"\b(?:judge|(?:chief|mr|mrs|associate)\sjustice)$|^justice$|法官$", re.IGNORECASE)
COURT = re.compile(r"\b(?:court|tribunal|judiciary)\b|法院|[审審]裁[处處]", re.IGNORECASE)
#: Posts in a cabinet.
MINISTER = re.compile(r"\b(?:minister|(?-i:PM))\b|部长|大臣|总理|首相", re.IGNORECASE)
#: Posts of a company, held at the company spoken of where none is named.
COMPANY_POST = re.compile(
    r"\b(?:chief|C[EFOTI]O|chair\w*|managing\sdirector|founder|co-founder|head|general\smanager|board|spokes\w+|general\scounsel|president|treasurer)\b|"
    r"董事|总裁|总经理|首席|执行官|财务长|执行长|营运长|总监|创始人|创办人|社长|会长|行政总裁|主席|董秘|实际控制人|实控人|CEO|CFO|发言人|协理",
    re.IGNORECASE,
)
#: A minister without a field (Simplified), and the bodies that such ministers are of.
ANY_MINISTER = re.compile(
    r"(?:(?:former|then|acting|deputy|vice|first)\s)*minister|副?(?:部长|长官|大臣)", re.IGNORECASE
)
OF_MINISTERS = re.compile(r"\b(?:ministry|department|treasury)\b|部$", re.IGNORECASE)
#: Ministries and the like, which ministers lead.
MINISTRY = re.compile(
    r"ministry|department|treasury|office|commission|bureau|部$|省$|局$|署$|厅$|委$|委员会$", re.IGNORECASE
)
#: Heads of governments, who head no ministry: 0 of 500 such posts in gold of train are at one.
HEAD_OF_GOVERNMENT = re.compile(
    r"^(?:former\s|then\s|ex-|acting\s|first\s|deputy\s|vice[\s-])*(?:prime\sminister|(?-i:PM)|premier)$", re.IGNORECASE
)
#: Members of a cabinet with their field, and bodies that none of 240 such posts in gold of train is at.
IN_CABINET = re.compile(
    r"\b[a-z]+\s(?<!general\s)(?<!private\s)(?<!press\s)(?<!executive\s)(?<!recording\s)(?<!honorary\s)(?:minister|secretary)$"
    r"|^(?:(?:former|then|acting|deputy|vice|junior)\s)*(?:minister|secretary)(?:\sof\sstate)?\s(?:of|for)\s(?!the\s(?:board|commission|committee))",
    re.IGNORECASE,
)
NO_MINISTRY = re.compile(r"^bank\b|\b(?:commission|authority|agency|administration|board|service|bank)$", re.IGNORECASE)
#: Members of the European Commission.
COMMISSIONER = re.compile(r"\bcommissioner\b|委员$", re.IGNORECASE)
#: A head of state by the title alone.
HEAD_OF_STATE = re.compile(
    r"^(?:former\s|then\s|ex-)?(?:vice\s)?president$|^(?:前|原)?(?:总统|總統|[国國]家主席)$", re.IGNORECASE
)

"""Language data: how bylines, datelines, bios, disclaimers and page furniture look, in both languages.

Every pattern is matched against one trimmed line.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_TIME = (
    r"(?:[\s,，|·-]*(?:at\s+)?\d{1,2}[:：.]\d{2}(?:[:：]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?)?\s*(?:[A-Z]{2,4}|北京时间)?)?"
)
_DAY = (
    rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日(?:\s*(?:星期|周|週)[一二三四五六日天])?)"
)
_STAMPED = r"(?:Published|(?:Last )?Updated|Posted|Date|发布时间|發布時間|更新时间|更新時間|发布|發布|日期)"

#: Such a line ends links to other articles.
STAMPED = re.compile(rf"^[(（]?{_STAMPED}\b", re.IGNORECASE)
DATELINE = re.compile(
    rf"^[(（]?(?:{_STAMPED}\s*(?:on|at)?[:：]?\s*)?{_DAY}{_TIME}[)）]?"
    rf"(?:\s*(?:[|·•/—–-]|\s)\s*(?:(?:(?:Last )?Updated|更新).*|\d{{1,2}} min(?:ute)?s? read))?$"
    # 原创 某某 某公众号 2026年5月6日 21:30 广东
    rf"|^(?:原[创創]\s)?(?![^\n]*(?:[时時][间間]|截止|[会會][议議]))[^。，,：:\n]{{0,30}}\s{_DAY}\s+\d{{1,2}}:\d{{2}}[\s·•|]*(?:[发發]表[于於])?\s*"
    r"(?![开開召截起])[\u4e00-\u9fff]{2,3}$",
    re.IGNORECASE,
)
READ_TIME = re.compile(
    r"^(?:\d{1,2}\s*(?:-|–)?\s*min(?:ute)?s?\.?\s+read|(?:Reading time|Est(?:imated)?\.? read(?:ing)? time)[:\s].*|"
    r"(?:预计)?(?:阅读|閱讀)(?:时间|時間|时长|時長)?[约約:：\s]*\d+\s*分[钟鐘]|(?:本文)?(?:全文)?(?:约|約|共)\s*\d+\s*字.*)$",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|der|al|bin)){0,4}"
#: Two or three words, none of which papers and desks have in theirs.
_PERSON = r"(?:(?!(?:The|Staff|News|Business|Our|Daily|Weekly|Press)\b)[A-Z][\w'’-]+(?:\s[A-Z]\.)?(?:\s(?!(?:News|Times|Post|Desk|Staff|Team|Press|Release|Daily|Weekly|Journal|Letter|Report|Brief(?:ing)?|Monitor|Wire|Courier|Research|City|BRIEF(?:ING)?|CITY)\b)[A-Z][\w'’-]+){1,2})"
#: What brackets and dashes open a line of credits, what writers and artists do, and what these make.
_BRACKET = r"[(（\s*–—-]*"
_WORK = (
    r"(?:additional |further )?(?:reporting|writing|editing|compiled|interview|translat(?:ion|ed)|photograph(?:s|y)|graphics?"
    r"|illustrations?)(?: in [A-Z]\w+)?"
)
_PICTURE = r"(?:(?:Photo(?:graph(?:y|er)?)?(?:\sillustration)?|Image|Picture|Cover|(?:Info)?[Gg]raphic|Illustration)s?)"
#: A kind of text before its writer: "Commentary by Ann Lee"; 10 of 10 such lines of gold of train name the writer.
KIND_BY = r"(?:An? |The )?(?:[Cc]ommentary|[Cc]omment|[Aa]nalysis|[Oo]pinion|[Ee]ssay|[Cc]olumn|[Ii]nterview|[Pp]osted|[Nn]ews|[Ee]xclusive|[Ff]eature|[Rr]eview) by:?\s+"
#: What a line of sources is headed by: of the article, its news, its data.
_OF = "文章|新闻|新聞|信息|消息|资料|資料|数据|數據|本文"
_SOURCE = "来源|來源"
#: What a reporter asks, in an interview.
_ASKED = r"(?:记者|記者)\s?[:：](?:[^\n]*[？?]$|[^\n]*[\u4e00-\u9fff]{7})"
BYLINE = re.compile(
    rf"^(?!{_ASKED})(?:(?![^\n]{{40,}}\.$)(?!By \w+ [^\n]*[.]$)(?:By|Written by|Reported by|Story by|Reporting by|Edited by|Editing by|Author|Reporters?|Journalist|Editors?|Words|Text)(?:(?<=[a-zB]y):?|:)\s+{_NAME}"
    rf"(?:\s*(?:,|and|&|in|\||/|;|with)\s*{_NAME})*(?:[\s,|·–—-].{{0,80}})?|"
    r"(?:Source|Contact|Media contact)s?\s*[:：].{0,160}|"
    rf"{KIND_BY}{_NAME}(?:\s*(?:,|and|&|\||/|;|with)\s*{_NAME})*(?:\s*[,|·–—-].{{0,60}})?|"
    rf"{_BRACKET}(?i:{_WORK}\s+by):?\s+{_NAME}(?![a-z])(?:\s*[;,.|/)）]|\s+(?:and|in|for|at)\s+[A-Z]|\s*$).{{0,160}}|"
    rf"(?:[^|｜·•]{{0,45}}[|｜·•]\s*){{1,3}}(?:By\s+{_NAME}(?=\s*(?:[|｜·•,，/]|$))|(?:文|作者|撰文|记者|記者)[\s:：/／][\u4e00-\u9fff]{{2}}).{{0,60}}|"
    rf"(?:[^|｜\n]{{2,40}}[|｜]\s*)?(?:{_DAY}{_TIME}\s*[|｜]\s*{_PERSON}|{_PERSON}\s*[|｜]\s*{_DAY}{_TIME})|"
    rf"{_NAME}, (?:[A-Za-z-]+ ){{0,3}}(?:[Cc]olumnist|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|(?i:staff|contributing|guest|senior) [Ww]riter)|"
    rf"(?:{_PICTURE}\s?(?:source|credit|courtesy)?|Credit)s?\s*[:：](?!.*(?:,\s[a-z]|\s(?:is|are|with|during)\s)).{{0,60}}|"
    r"(?:证券|證券)?(?:分析[师師]|研究助理|联系人)\s?[:：](?=.*(?:SAC|执业|執業|执证|S\d{13})).{1,160}|(?:分析[师師]|研究[员員])\s?[:：](?:[\u4e00-\u9fff]{2,4}|[A-Z])(?![\u4e00-\u9fff])[^。，？]{0,40}|"
    rf"(?![图圖][^\n]*(?:[（(][左右中][)）]|[。]$))(?:文|作者|撰文|撰稿|记者|記者|本报记者|本報記者|采写|採訪|编辑|編輯|责任编辑|責任編輯|责编|責編|编译|編譯|校对|审核|审读|監製|监制|(?:{_OF})?(?:{_SOURCE})|稿源|"
    r"出品|图片|圖片|图|圖|图源|圖源|题图|(?:图片|圖片|题图|封面图?|封面圖)(?:来源|來源)|封面)\s*[/／|｜:：·丨 　].{1,60}|"
    r"[□■▌]?\s*(?:[\u4e00-\u9fff]{2,10}[ \u3000])?[\u4e00-\u9fff]{0,8}(?:记者|記者|评论员|評論員|通讯员|通訊員|特约撰稿人|编辑|編輯)[\s　:：/／|｜][^。]{1,50}|"
    rf"[（(](?:作者|记者|記者|编辑|編輯|责任编辑|責任編輯|责编|(?:{_OF}|图片|圖片)?(?:{_SOURCE})|文|图|圖)\s*[:：/／].{{1,60}}[)）]|"
    r"[（(]?(?:图片|圖片|供图|供圖)由.{2,20}提供[）)]?)$",
)
#: A writer and the paper, below the title.
NAME_AND_PAPER = re.compile(
    rf"^{_NAME}\s*[|｜]\s*(?:The\s[A-Z].{{2,40}}"
    r"|[A-Z][\w .&'’-]{0,30}\b(?:Times|News|Post|Herald|Journal|Gazette|Star|Tribune|Press|Courier|Chronicle))$"
)
_WRITER = (
    "(?:writer|journalist|reporter|editor|columnist|correspondent|author|contributor|freelancer?|fellow|professor|lecturer|"
    "analyst|strategist|economist|lawyer|adviser|consultant|newsroom|bureau)"
)
BIO = re.compile(
    rf"^(?:About the (?:author|writer|reporter)s?|作者(?:简介|簡介|介绍|介紹)|关于作者|關於作者)|"
    rf"^{_NAME},?\s+(?:(?:is an?|has been an?|joined|leads)\b[^.\n]{{0,80}}\b{_WRITER}|writes|covers|reports (?:on|for|from)|"
    r"explores|fervently|has (?:covered|written|reported))\b|"
    r"^(?:本文)?作者(?:为|為|系|係|是)",
)
#: A line that names a company by its legal form.
COMPANY_LINE = re.compile(
    r"(?i:\b(?:plc|inc|ltd|limited|corp|corporation|company|group|holdings?|llc|spa|asa|oyj)\b\.?\s*$)|\b(?:NV|SA|AG|SE)\s*$|公司|集[团團]|股份"
)
DISCLAIMER = re.compile(
    r"^(?:Disclaimers?|Disclosures?|Important (?:notices?|information)|Risk (?:warning|disclosure)|Forward-looking statements?|"
    r"Safe harbou?r|Legal notice|Cautionary (?:note|statement)s?)\b|"
    r"(?:not|nor)\s+(?:constitute|be construed as|intended as)\s+(?:an?\s+)?(?:offer|investment|financial)|"
    r"for informational purposes only|is not (?:investment|financial) advice|past performance is (?:no|not)|"
    r"^Neither .{0,60}\b(?:Exchange|Regulation)\b.{0,120}\b(?:accepts?|review)|^This information is provided by RNS|^Our Standards:|"
    r"does not (?:hold|own) (?:any )?(?:shares|positions?)|have no positions? in any|"
    r"^(?:免责声明|免責聲明|风险提示|風險提示|风险警示|特别声明|特別聲明|版权声明|版權聲明|郑重声明|(?:本[网網站报報台]|作者|平台|[编編]者)?[声聲]明[:：]|利益披露|披露[:：])|"
    r"(?:不构成|不構成|不作为|不作為)(?:任何)?(?:投资|投資|买卖|買賣)|(?:入市|投资|投資)(?:有风险|有風險|需谨慎|需謹慎)|据此(?:操作|入市|买卖)",
    re.IGNORECASE,
)
#: Buttons that stand in a row.
_BUTTON = (
    r"(?:Facebook|Twitter|LinkedIn|WhatsApp|E-?mail|Print|Share|X|Reddit|Telegram|Pinterest|Copy link|Save|Bluesky|Threads|YouTube|Instagram|TikTok|Flickr|RSS|"
    r"微信好?友?|新浪微博|微博|QQ(?:空间|好友)?|朋友圈|分享[到至]?|打印|收藏|字号|[【（]?[大中小][】）]?|A[-+]?|[【\[]?关闭[】\]]?|评论)"
)
#: Links at the foot of a page; "Terms of the deal" and "Privacy regulators" begin sentences of the story.
_NOTICE = r"(?:Privacy|Terms of)(?=$|[\s:：]*(?:$|[|·•/]|(?:&|and)\s|(?:policy|polic|notice|statement|settings|preferences|cent(?:er|re)|use|service|sale)\b))"
_CRUMB = r"[^\s>›»|.,，。](?:[^>›»|.,，。\n]{0,23}[^\s>›»|.,，。])?"
FURNITURE = re.compile(
    rf"^(?:{_BUTTON}[:：]?[\s|·•/、]*){{2,}}$|"
    rf"^[^\s>›»|：:](?:[^>›»|\n]{{0,13}}[^\s>›»|])?(?:\s*[>›»]\s*{_CRUMB}){{1,5}}\s*[>›»]?$|^(?:当前|您的|你的|目前|您所在的)?位置\s*[:：].{{0,80}}$|"
    r"^(?:Skip to (?:main )?content|Sign in|Print subscriptions?|\d+ comments?|(?:Follow|Like) [^,]{2,60}\b(?:Facebook|LinkedIn|Twitter|Instagram|X)\b[^,.]{0,30}"
    r"|(?:Join|Send) [^,]{2,60}\b(?:Telegram|WhatsApp)\b[^,.]{0,40})$|"
    r"^(?:(?:主[办辦][单單]位|承办单位|合作热线|商务合作|微信[号號])\s?[：:]|主[办辦]\s?[：:](?=.*备案)|凡注明|版权归|分享\s.{0,10}(?:FB|LINE)|LIKE\s?我们)|京公网安备|[\u4e00-\u9fff]ICP[备備证證]\s?\d|扫码入群|字[体體号號级級]大小|^字[级級号號体體][\s:：].{0,20}$|^[备備]案[号號]\s?[：:]|"
    r"^(?:(?:For )?Immediate release|即[时時][发發][布佈]|[\s/|·])+$|"
    r"^[【\[▍■●◆▌]?\s*(?:Read (?:more|also|next|the full)|Related(?:\s+(?:articles?|stor(?:y|ies)|news|reading|links?|topics?))?\s*[:：]?|See also|"
    r"Also read|More (?:from|on|in|stories)\b|You (?:may|might) also|What to read next|Editors?['’]?s? picks?$|Recommended|Most (?:read|popular)|Trending|Subscribe\b|Sign up|Log in|Register (?:now|to)|"
    r"Follow us|Stay (?:connected|in touch)$|Connect with us$|Share (?:this|on)|Click here|Download (?:the|our)|Listen to|Watch:|Advertisement\b|Sponsored|Newsletter|Tags?[:：]|"
    rf"Keywords?[:：]|Topics?[:：]|Categor(?:y|ies)[:：]|Comments?(?:\s*\(\d+\))?$|Back to top|Home\s*[>›/]|Cookie(?!s? (?:makers?|brands?|sales))|{_NOTICE}|"
    r"All rights reserved|Copyright(?!\s[a-z])|(?:[™®]\s*(?:&|and)\s*)?©|\(c\)\s*\d{4}|For (?:further|more) (?:insights?|information|details?|on this)\b.{0,60}\b(?:refer|visit|see|contact|click|read)|"
    r"(?:相关|相關|延伸|推荐|推薦|更多)(?:阅读|閱讀|新闻|新聞|文章|报道|報道|报导|報導|内容|链接|鏈接|連結)|点击(?:查看|下载|进入|阅读)|點擊|[點点]我(?=.{0,2}(?:下[载載]|加入|[订訂][阅閱]))|^看更多(?:[\s：:>]|$)|(?:扫码|掃碼)(?!支付|付款|[点點][餐单單]|[购購][买買票物]|乘[车車]|枪|[设設][备備])|关注(?:我们|公众号)|"
    r"欢迎(?:关注|订阅|转发|扫码)|欢迎加入|(?:返回|回到)(?:顶部|首页)|上一篇|下一篇|分享(?:到|至)|(?:打开|下载).{0,8}(?:APP|客户端)|字号|标签[:：]|標籤[:：]|关键词[:：]|關鍵[詞字][:：]|"
    r"举报(?!人|者|信|材料|后)|(?:广告|廣告)(?![业業收投主市支营營商费費公片技联聯])|.{0,40}(?:版权所有|版權所有)|转载请|轉載請|未经(?:授权|许可)|原文(?:链接|標題|标题)|阅读原文|本文(?:首发|转自|来自|來自|原载))",
    re.IGNORECASE,
)
#: Who lent a picture, and agencies of pictures: no part of the story.
LENT_PICTURE = re.compile(
    rf"^[(（]?(?:(?i:Handout\b|Courtesy of\b|{_PICTURE}\s(?:courtesy of|by courtesy)\b)[^.]{{0,60}}"
    rf"|(?i:{_PICTURE}\s?(?:source|credit|courtesy)?\s*[:：])\s*(?:Getty|Shutterstock|Reuters|AFP|AP|iStock|Unsplash|Xinhua|VCG)\b.{{0,40}})$"
)
#: A credit of a picture behind its caption.
PICTURE_END = re.compile(
    rf"(?<=\S)\s*(?P<credits>[(（](?!.*[a-z]\.\s)(?:(?i:handout|courtesy of|{_PICTURE}\s?(?:source|credit|courtesy)?\s*(?:[:：/]|by|of)\s)|[图圖](?:片[来來])?源\s?[:：]"
    rf"|(?:{_SOURCE})[:：](?=[^（()）]*供[图圖]))[^()（）。]{{2,60}}[)）])$"
)
#: A heading of links to other articles, alone on its line.
LINKS = re.compile(
    r"^[【\[▍■●◆▌#*]*\s*(?:(?:Related|Recommended|Popular|Trending)(?: (?:articles?|stor(?:y|ies)|news|reading|links?|topics?|posts?|coverage))?(?: now)?|"
    r"More (?:articles|stories|news|coverage|headlines)|More (?:on|from|in) .{2,40}|Popular on .{2,30}|Most (?:read|popular)|Read (?:more|also|next)|Also read|See also|"
    r"You (?:may|might) also (?:like|be interested in)|What to read next|Editors?['’]?s? picks?|"
    r"(?:相关|相關|延伸|推荐|推薦|更多|热门|熱門|往期)(?:阅读|閱讀|新闻|新聞|文章|报道|報道|报导|報導|内容|推荐|推薦|搜索|搜尋|貼文|回顾|精选|链接|鏈接|連結|排行榜?)|"
    r"最\s?(?:Hot|热|熱|新(?:文章|新[闻聞]))|(?:点击|點擊|阅读|閱讀|人气|人氣|新[闻聞])(?:排行榜?|排名)|参考(?:文献|资料)|參考(?:文獻|資料)|References?|Bibliography|Works cited"
    r")\s*[:：]?\s*[】\]]?$",
    re.IGNORECASE,
)
#: What tells an entry of a list of references, which ends as sentences do.
REFERENCE = re.compile(
    r"[(（](?:19|20)\d\d[a-z]?[)）][.,]|\bdoi\b|https?://|\[[JMNRDCZ](?:/OL)?\]|^\[\d{1,3}\]\s|\bpp?\. ?\d|\d\(\d+\)[,:]"
)
BULLET = re.compile(
    r"^\s*(?:[-–—•▪◦●○■□◆◇►▶→⁃‣·*+]|[①-⑳]|\(?\d{1,2}[.)、](?!\d)|[(（]\d{1,2}[)）]|[(（][一二三四五六七八九十]{1,2}[)）])\s*(?=\S)"
)
MARKDOWN_HEADING = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+")
NUMBERED_HEADING = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}(?:、|[章节節部]|是|，)|[IVX]{1,4}\.\s|\d{1,2}[.、]\s?|[(（][一二三四五六七八九十]{1,3}[)）])"
)
BOLD_LINE = re.compile(r"^(?:\*\*[^*]+\*\*|__[^_]+__|【[^】]+】)[:：]?$")
ENDS_SENTENCE = re.compile(r"[.。！？!?；;…,，][”’」』）)\]\"']*$")
#: A sentence that ends before its line does.
SENTENCE_WITHIN = re.compile(r"。.|[a-z)][.] +[A-Z\"“]")
TITLE_METADATA = re.compile(r"^(?:title|标题|標題|headline)\s*[:：]\s*", re.IGNORECASE)
#: A line above the title: what section, paper or notice it is, the codes of a share. The title has more words.
ABOVE_TITLE = re.compile(
    r"(?:[A-Z][A-Z'’&-]*(?:\s|$)){1,4}$"
    r"|(?i:(?:press|news|media) release|opinion|analysis|feature|comment|editorial|guest column|exclusive|interview|briefing)$"
    r"|(?:证券|證券|股票|股份|债券|債券)(?:代码|代碼|代號|简称|簡稱)[:：].*|索引号[:：].*"
)
#: The company above the title of its notice, and that title.
COMPANY_ABOVE, NOTICE = re.compile(r"\S{2,40}公司"), re.compile(r"(?:[关關][于於].*|\S{3,40})(?:公告|通告|通知|函)")
UNDER_IT = re.compile(
    r"(?!.*(?:\d{4}|[|｜]|\b(?:[Cc]ompiled|[Ww]eek|[Ii]ssue|[Oo]ur|[Ee]very|[Bb]y)\b|CES?T|[.。；;,，:：]$))"
    r"(?:(?=.*[a-z]{4})(?:\S+\s+){4,}\S+|[^|｜。；，:：a-zA-Z]{12,})"
)
#: The title that a page was given elsewhere: a title where the text has none before it, else furniture.
ORIGINAL_TITLE = re.compile(r"^[（(]?(?:original (?:title|headline)|原标题|原標題)\s*[:：]", re.IGNORECASE)
#: A title that shares its line with the body: in brackets, or named as a title and closed by white space (in English by
#: more than one space). A column, a byline or a place in brackets is no title.
TITLE_IN_LINE = re.compile(
    r"(?:【(?![^】]*(?:记者|記者|[编編]者|[专專][电電]|本[报報]|[综綜]合|[/／]|\d日】))[^】。]{10,60}】"
    r"|[（(](?:原标题|原標題)[:：][^）)。]{4,80}[）)]"
    r"|(?:标题|標題|原标题|原標題)[:：][^。\s]{6,80}(?=\s)"
    r"|(?i:original (?:title|headline)):[^\t]{10,160}?(?=\s{2}|\t))\s*(?=\S{2}.{30})"
)
#: A title that is all within its brackets.
IN_BRACKETS = re.compile(r"^【([^【】]+)】$")
_CREDIT = r"(?:(?:文章|新闻|新聞|信息|消息)?(?:来源|來源)|责任编辑|責任編輯|责编|責編)\s*[:：]"
#: Sources and desk editors that close a line of body; searched in the last `CREDITS_LENGTH` characters of it.
CREDITS_END = re.compile(
    rf"(?<=[。！？!?”」.])\s*(?P<credits>(?:[（(]{_CREDIT}[^）)。]{{1,30}}[）)]\s*)?(?:{_CREDIT}[^。，,：:]{{1,40}}){{0,2}})$"
)
CREDITS_LENGTH = 120

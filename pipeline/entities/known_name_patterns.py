"""Language data: what around a known name tells that it is that company, or part of a longer, unknown name."""

from __future__ import annotations

import re

#: Behind a company's name at the beginning of what it does, which neither people nor things do.
COMPANY_ACTS = re.compile(
    r"\s+(?:has |have |had |will |would |is set to |was set to )?(?:also |again )?(?:posted|issued|reported (?:a|its|record|lower|higher|first|second|third|fourth|net|sales|revenue|earnings|profit|quarterly|annual|flat)|"
    r"agreed to (?:buy|sell|acquire|supply|pay|merge|take)|agree to (?:buy|sell|acquire)|acquired?|(?:raised|lifted|cut|trimmed|lowered|slashed|maintained|reaffirmed|raises|cuts) (?:its|full-year|guidance|prices|output|production|dividend)|"
    r"(?:unveil|launch|recall|hire)(?:ed|s)? |shipped|(?:bought|buys|buy) back|launches|plans to (?:build|open|spend|invest|raise|cut|sell|buy|list|launch|close|hire)|"
    r"(?:build|open|close|expand) (?:a|an|its|the|two|three|four|five|another) |opened its|(?:is|was|are) (?:building|acquiring|selling|cutting|spinning|recalling|laying|opening|expanding|shifting|moving)|"
    r"beat (?:estimates|forecasts|expectations)|missed (?:estimates|forecasts|expectations)|expects (?:its|sales|revenue|profit|demand|to)|forecasts?|swung to|filed for|operates|employs|makes|sells|"
    r"(?:climbed|jumped|rose|fell|slid|dropped|surged|tumbled|gained|slumped|plunged) (?:\d|as much as|by \d|more than|in (?:premarket|early|after-hours|Tokyo|London|Sydney|New York|Hong Kong|Seoul|Frankfurt)))"
)
#: Right before a company's name: its kind.
COMPANY_KINDS = re.compile(
    r"\b(?:[a-z][a-z-]*|[A-Z][a-z-]+) (?:chain|group|house|specialist|vendor|designer|refinery|trader|miner|steelmaker|airline|shipbuilder|landlord|exchange|startup|insurer|bank|broker|"
    r"maker|producer|supplier|manufacturer|developer|operator|retailer|provider|brand|builder|owner|lender|grocer|restaurateur|brewer|distiller|foundry|hospital|hotelier|app|site|service) $|"
    r"\b(?:shares|stock|dealers|clients|suppliers|customers|investors|estimates|forecasts|outlook|rating|target) (?:of|in|at|for|on) $|\b(?:made|built|owned|operated|developed|supplied|backed|led|controlled|run|sold) by $|"
    r"\b(?:mills|firms|companies|rivals|names|makers|stocks|suppliers|retailers|banks|peers|giants|chains|brands) (?:such as|like|including) $"
)
#: Right before a Han name that is an ordinary word too: what tells that a company is meant. No verbs that take things.
HAN_COMPANY_BEFORE = re.compile(
    r"(?:上市公司|龙头股|个股|股票|子公司|母公司|控股股东|[A-HＡ-Ｈ]股|概念股|巨头|厂商|企业|券商|入股|持股|增持|减持|公司|(?:集团|公司|企业)旗下的)[“「《]?$"
)
#: Right behind one.
HAN_COMPANY_AFTER = re.compile(
    r"[”」》]?(?:[（(](?:股票代码|证券代码|代码|[A-Z]{2,4})?[:：\s]*\d{4,6}|股份有限公司|有限公司|\(集团\)|股价|股份(?:有限|公司)|董事长|总经理|总裁|董秘|董事会|财报|年报|半年报|季报|"
    r"(?:前[一二三四]季|[首上本单]季|第[一二三四]季|\d{1,2}月|[上下]半年|全年|[今去]年|单店日?)(?:度|份)?(?:合并)?(?:营收|净利|获利|毛利)|"
    r"涨停|跌停|涨超|跌超|收涨|收跌|收报|高开|低开|盘中|开盘|市值|公告|披露|发布(?:公告|业绩|财报|[年季中]报|半年报)|晚间|复牌|停牌|拟(?:以|向|收购|投资|定增|发行|回购)|定增|回购|营收|净利|控股子公司|旗下|执行长|财务长|法说)"
)
#: Right before a Han name that is no ordinary word: what one does with companies.
HAN_DEAL_BEFORE = re.compile(
    r"(?:收购|并购|入股|投资|控股|合并|起诉|携手|联手|对手|客户|供应商|代工厂?|旗下|股东|向|由|与)$"
)
#: Behind a name at the beginning of a sentence that a model takes for a company: things do not do this.
AGENT_AFTER = re.compile(
    r"(?:['’]s?)?\s(?:said|says|told|will|has|had|is|was|plans|wants|aims|expects|hopes|warned|may|might|could|would|can|should|"
    r"won|wins|lost|loses|bought|buys|sold|sells|cut|cuts|fell|falls|rose|rises|began|begins|faces|sued|sues|built|builds|"
    r"paid|pays|took|takes|made|makes|gave|gives|got|gets|left|leaves|met|meets|set|sets|put|puts|hit|hits|beat|beats|led|leads|"
    r"ran|runs|holds|held|keeps|kept|spent|spends|sees|saw|seeks|sought|signs|opens|closes|names|needs|owns|offers|"
    r"raises|posts|reports|agrees|launches|joins|adds|drops|gains|slid|sank|shut|shuts|struck|unveils|declares|"
    r"warns|hires|moves|merges|expands|ponders|weighs|mulls|operates|supplies|needs|returns|exits|enters|starts|stops|"
    r"ends|spins|swaps|ships|cancels|delays|pauses|scraps|prices|lists|trails|misses|swings|turns|goes|went|lets|lent|"
    r"finds|found|gives|drew|draws|grew|grows|fought|fights|chose|chooses|became|becomes|came|comes|brought|brings|"
    r"thinks|knew|knows|denies|employs|makes|produces|exports|develops|acquires|absorbs|finances|insures|flies|flew|"
    r"tests|remains|appears|trims|lifts|halts|sheds|slashes|climbs|jumps|soars|tumbles|slumps|plunges|rallies|rebounds|"
    r"spun|froze|dealt|stood|withdrew|did|does|also|now|still|already|recently|reportedly|"
    r"(?!(?:limited|united|combined|unlisted|related|based|indeed|speed|breed|exceed|hundred)\b)[a-z]{3,}ed)\b"
    r"(?!(?<=sold|made|uilt|paid|held|left|..ed|.hit|.cut|.set)\s(?:at|by|in|of|under|from|with)\b)|['’]s\s"
    r"|\s(?:warned (?:of|on|about)|(?:merged|allied|teamed|partnered|settled|parted)(?: up| ways)? with|(?:opened|debuted) in)\b"
    r"|, (?:which|who|whose)\b"
)
#: What ends a clause in Chinese.
CLAUSE_END = re.compile("[，。；！？：,\n]")
#: Right behind a Han name that is no ordinary word: what companies do and have.
HAN_ACTS = re.compile(
    r"(?:宣布|表示|指出|坦言|透露|强调|预期|预计|预估|估计|看好|公布|发布|推出|斥资|砸|扩产|扩厂|扩建|增资|接获|接单|拿下|取得|获|打入|切入|抢|布局|规划|将|拟|已|正|今年|去年|明年|今日|昨日|周[一二三四五]|"
    r"第[一二三四]季|首季|上季|本季|上半年|下半年|全年|前[一二三四]季|\d{1,2}月|[一二三四五六七八九十]月(?:份)?营收|营收|毛利|获利|净利|每股|EPS|股价|涨|跌|上涨|下跌|收盘|法说|法人|董座|董事长|总经理|执行长|财务长|发言人|创始人|总裁|"
    r"的(?:营收|订单|产能|客户|工厂|股价|子公司|业务|产品|新厂|毛利|股权|股份|控制权|扩产|财报|董事|库存|出货)|受惠|受累|通过|旗下|位于|位在|新厂|供应|出货|量产|代工|生产|制造|研发|出售|卖|买|收购|并购|入股|投资|签|合作|携手|联手|"
    r"与|和|及|、|则|也|在(?:中国|台湾|美国|日本|越南|泰国|墨西哥|马来西亚|印度|德国|欧洲))"
)
#: Where a Han name may begin: behind no Han character, or behind a word that ends there.
HAN_BEGINS = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[与和及由向对替给据让被把为是而但如等]|包括|其中|例如|至于|反倒是|目前|随着|除了|以及|来自|根据|传出|获悉|显示|厂商|大厂|龙头|台厂|陆厂|日厂|厂|业者|企业|巨头|公司|商|股)$"
)
#: The last character of a place and that of its head's post: 台中市|长; not 广州市|长隆, 重庆市|长寿区.
PLACE_POST_ACROSS = re.compile("[市省县区]长(?![期远年久江途隆安城沙三]|.[市县区镇乡])")
#: That, or the last character of a ministry and that of its minister's post; not 财政部|长期.
POST_ACROSS = re.compile(f"部长(?![期远年久])|{PLACE_POST_ACROSS.pattern}")
#: Between the names of a list.
LISTED = re.compile(r"\s?(?:[、,，/]|[和与及]|,? and|,? or|&)\s?")
#: Before a capitalised word that is one of many things of a kind, not a name.
ONE_OF_MANY = re.compile(r"\b(?:[Aa]n?|[Tt]he|this|that|its|his|her|their|our|your|my|each|every|any|no|some)\s$")
#: Behind the s of a name that is no owner's: it acts, or nothing follows (Denny's, the chain).
OWNS_NOTHING = re.compile(rf"{AGENT_AFTER.pattern}|[,.;:!?)](?=\s|$)")
#: What only companies and people do at the beginning of a sentence.
SPEAKS = re.compile(
    r"\s(?:said|says|told|warned|expects|plans|hopes|aims|admitted|added|announced|confirmed|declined)\b|['’]s\s[a-z]"
)
#: A term of accounts behind a name, not its last word: 亚马逊|资本开支. No name of a company in gold of train ends in it.
ACCOUNTS = re.compile("资本(?:开支|支出|性支|充足|公积)")
#: Before a company whose shares change hands, 股份 behind whose name is no part of it: 增持万科|股份; so in 19 of 25
#: such places of Chinese news with a name that is not known with 股份, without such a word before it in 9 of 56.
DEALS_IN = re.compile("(?:[增减]持|持有|所持|收购|出售|转让|受让|认购|抛售|卖出|买入|剩余)[的了其]?$")
#: Words of Chinese company names that follow the distinctive name, with the sectors in which they say nothing new.
TAILS: dict[str, tuple[str, ...]] = {
    "集团": (),
    "控股": (),
    "新材料": ("chemicals", "mining_metals", "manufacturing"),
    "新材": ("chemicals", "mining_metals", "manufacturing"),
    "新能源": ("renewables", "batteries", "power", "automotive"),
    "新能": ("renewables", "batteries", "power"),
    "精密": ("manufacturing", "semiconductors"),
    "化学": ("chemicals",),
    "化工": ("chemicals", "oil_gas"),
    "石化": ("oil_gas", "chemicals"),
    "医药": ("healthcare",),
    "制药": ("healthcare",),
    "药业": ("healthcare",),
    "生物": ("healthcare",),
    "医疗": ("healthcare",),
    "电子": ("semiconductors", "manufacturing"),
    "电气": ("manufacturing", "power"),
    "电器": ("manufacturing", "consumer_retail"),
    "机械": ("manufacturing",),
    "重工": ("manufacturing", "ports_shipping", "defense"),
    "能源": ("power", "renewables", "oil_gas", "nuclear"),
    "环保": ("water_environment",),
    "环境": ("water_environment",),
    "软件": ("software_internet",),
    "信息": ("software_internet",),
    "网络": ("software_internet", "telecom"),
    "通信": ("telecom",),
    "光电": ("semiconductors", "manufacturing"),
    "半导体": ("semiconductors",),
    "微电子": ("semiconductors",),
    "食品": ("agriculture_food", "consumer_retail"),
    "农业": ("agriculture_food",),
    "农牧": ("agriculture_food",),
    "矿业": ("mining_metals",),
    "资源": ("mining_metals",),
    "钢铁": ("mining_metals",),
    "置业": ("real_estate",),
    "置地": ("real_estate",),
    "地产": ("real_estate",),
    "物业": ("real_estate",),
    "建设": ("real_estate", "transport"),
    "建筑": ("real_estate",),
    "物流": ("transport", "ports_shipping"),
    "航运": ("ports_shipping",),
    "航空": ("aviation_space",),
    "证券": ("finance",),
    "期货": ("finance",),
    "保险": ("finance",),
    "信托": ("finance",),
    "资本": ("finance",),
    "投资": ("finance",),
    "创投": ("finance",),
    "基金": ("finance",),
    "传媒": ("media_entertainment",),
    "文化": ("media_entertainment",),
    "影业": ("media_entertainment",),
    "教育": (),
    "智能": ("artificial_intelligence",),
    "机器人": (),
    "电力": ("power",),
    "水务": ("water_environment",),
    "燃气": ("oil_gas",),
    "股份": (),
    "实业": (),
    "国际": (),
}
#: Where a company's name ends: what stands behind it is no part of it.
NAME_ENDS = re.compile(
    r"(?:$|[^\w]|有限|股份有限|公司|集团|宣布|表示|称|发布|公告|披露|拟|将|已|的|与|和|及|在|于|对|向|为|是|以|从|被|获|计划|今|昨|日前|近日|目前|正|也|则|等|董事|总裁|股价|涨|跌|签|投|收购|出资|旗下|一|二|三|上|去|预计|预|完成|推出|开)"
)
_ADMINISTRATIVE = "省市县区州盟旗镇乡"
#: Before a body's name: the district whose body it is.
DISTRICT_BEFORE = re.compile(f"[\u4e00-\u9fff][{_ADMINISTRATIVE}]$")
#: The committee of a party behind its place, with whose level a title begins: 合肥市|委, 市委常委. It is as surely a body as
#: a ministry is: before posts in gold 26 are one, 16 their place alone.
PARTY_COMMITTEE = re.compile("(?<=..[省市县縣区區州旗])委$")
#: Between a country and its body.
COUNTRY_LINK = re.compile(r"(?:['’]s|的)?\s?$")
#: A Latin word that stands right before or behind a name and is part of it if capitalised.
CAPITAL_BEFORE = re.compile(r"(?<![\w-])[A-Z][\w.&'’]*(?:-[A-Z][\w&'’]*)*\s$")
CAPITAL_AFTER = re.compile(r"\s[A-Z][\w&'’-]+")
#: Whether a name begins a sentence, line, heading, cell or item of a list, where capitals tell nothing.
SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:;\n•“\"|]\s*|(?:^|\n)\s*(?:[-–—*·▪●■◦►#>]+|\(?\d{1,2}[.)])\s*)$")
#: Behind a name that is a town's, a village's or a market's.
NO_COMPANY_AFTER = re.compile("镇(?![店流楼])|村|-listed")
#: Behind a place that only tells whose clock is read, in Chinese and in both languages.
HAN_CLOCK_AFTER = re.compile("[时時][间間](?![段点點线線])")
CLOCK_AFTER = re.compile(
    rf"{HAN_CLOCK_AFTER.pattern}|\s(?:local |standard |daylight )?time\b(?! (?:in|for|to|since)\b)"
)
#: Behind the first part of a compound: Post-harvest, High-dividend. Behind names stand words that tell who has a thing.
COMPOUND_AFTER = re.compile(
    r"-(?!(?:backed|owned|based|led|listed|controlled|linked|run|operated|made|built|branded)\b)[a-z]"
)

# ruff: noqa: E501  (patterns and tables are read by the line)
"""Language data: how Chinese news writes dates. Simplified, half width, as `folding.fold` leaves it.

Groups are the fields of a date expression; `span` is what to mark. Every pattern is bounded, so matching is linear.
"""

from __future__ import annotations

YEAR_SHIFTS = {
    "今年": 0, "本年": 0, "本年度": 0, "今年度": 0, "去年": -1, "上年": -1, "上年度": -1, "去年度": -1, "前年": -2, "大前年": -3, "明年": 1, "明年度": 1, "后年": 2,
}  # fmt: skip
MONTH_SHIFTS = {"本": 0, "这个": 0, "当": 0, "上": -1, "上个": -1, "下": 1, "下个": 1}
QUARTER_SHIFTS = {"本": 0, "这个": 0, "当": 0, "上": -1, "上个": -1, "下": 1, "下个": 1}
DAY_SHIFTS = {
    **dict.fromkeys(["今天", "今日", "今早", "今晨", "今晚", "今午", "今"], 0),
    **dict.fromkeys(["昨天", "昨日", "昨早", "昨晨", "昨晚", "昨夜", "昨午", "昨"], -1),
    **dict.fromkeys(["明天", "明日", "明早", "明晨", "明晚", "明"], 1),
    "前天": -2, "后天": 2,
}  # fmt: skip
AFTER_DAYS = {
    "同日": 0,
    "当天": 0,
    "当日": 0,
    "隔天": 1,
    "同一天": 0,
    "次日": 1,
    "翌日": 1,
    "隔日": 1,
    "第二天": 1,
    "前一日": -1,
    "前一天": -1,
    "前一晚": -1,
    "此前一天": -1,
}
#: Month and day of feasts.
FEASTS = {"元旦": (1, 1)}
WEEKDAYS = "一二三四五六日天"
ERAS = {"令和": 2018, "平成": 1988, "民国": 1911}

_MONTH = r"(?P<month>1[0-2]|0?[1-9]|元|十[一二]?|[一二三四五六七八九])[ ]?月(?!球|饼|亮|薪|租|供|活|嫂|子|老)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])[ ]?(?:日|号(?![码线楼院机]))"
_PART = r"(?:份)?(?:[初底末]|中旬|上旬|下旬|中(?=[,，。、]))?"
#: Not in 1980年代, but in 2010年代表团.
#: Nor does a year in a bracket stand alone: 今（2026）年.
_YEAR = r"(?:(?P<year>(?:19|20)\d\d|[一二]九?[零一二三四五六七八九]{2,3})[ ]?年(?!代(?![表理价言码]))|[今去明前][ ]?[(（][ ]?(?P<year3>20\d\d)[ ]?[)）][ ]?年)[ ]?"
_SHORT = r"(?<![\d.第])(?P<shortyear>[12]\d)年[ ]?"
#: Not in 亿元以上年产值 nor in 达产后年产值.
_SHIFT = rf"(?<!以(?=上))(?<![产成工用](?=后))(?P<yearshift>{'|'.join(sorted(YEAR_SHIFTS, key=len, reverse=True))})[ ]?"
_ERA = r"(?P<era>令和|平成|民国)[ ]?(?P<erayear>\d{1,3}|元|[一二三四五六七八九十百零]{1,4})年[ ]?"
#: Taiwan's calendar without its name, where a date goes on: 115年7月, 115年第1季, 115年度; of Traditional text only.
_MINGUO = r"(?<![\d.,/-])(?P<minguo>1(?:0[5-9]|1\d))"
_ANY_YEAR = rf"(?:{_YEAR}|{_SHIFT}|{_ERA}|(?P<sameyear>同年|当年))"
_FISCAL = r"(?:(?P<fiscal>20\d\d)(?:财年|财政年度|会计年度|年度))"
_QUARTER = r"(?:第?[ ]?(?P<quarter>[一二三四1-4])[ ]?季度?|(?P<firstquarter>首)季度?|(?P<lastquarter>末)季度?|第?[Qq](?P<quarternumber>[1-4])(?!\d))(?!节|稻|豆)"
_HALF = r"(?P<half>[上下])半年度?"
_YEAR_PART = r"(?:年?[初底末内]|年中|中(?=[,，。、及或前])|全年|同期|度(?![假过]))?"

PATTERNS: tuple[str, ...] = (
    # 2026年2月12日, 今年三月, 令和8年2月, 2月12日
    rf"(?<![\d第])(?P<span>(?:{_ANY_YEAR}的?[ ]?)?(?<![\d.-]){_MONTH}[ ]?{_DAY})",
    rf"(?<!\d)(?P<span>{_YEAR}[ ]?{_MONTH}[ ]?{_DAY}|{_YEAR.replace('year', 'year2')}[ ]?{_MONTH.replace('month', 'month2')}{_PART})",
    rf"(?P<span>{_SHORT}{_MONTH}(?:{_DAY})?)",
    rf"(?P<span>(?:{_SHIFT}|{_ERA}|(?P<sameyear>同年|当年))的?{_MONTH}{_PART})",
    rf"(?<![\d个.~-])(?<![一二三四五六七八九十])(?<!同比)(?<!(?<!大)连)(?<!连续)(?P<span>{_MONTH}{_PART})(?![\d~-])",
    r"(?<![去上今明前本年])(?P<span>(?P<samemonth>同月)[初底末]?)",
    # the year first: 2026年第三季度, 明年上半年, 2027年底, 2026财年二季度
    rf"(?<!\d)(?P<span>(?:{_YEAR}|{_SHIFT}|{_ERA}|{_FISCAL})的?(?:{_QUARTER}|{_HALF})末?)",
    rf"(?<![A-Za-z\d.-])(?P<span>(?P<year>20\d\d)[ ]?(?:{_QUARTER}|{_HALF}))",
    r"(?<![A-Za-z\d])(?P<span>(?P<year>20\d\d)年?[QH](?:(?<=Q)(?P<quarter>[1-4])|(?<=H)(?P<halfnumber>[12])))(?!\d)",
    r"(?<![A-Za-z\d])(?P<span>(?P<shortyear>[12]\d)年?[QH](?:(?<=Q)(?P<quarter>[1-4])|(?<=H)(?P<halfnumber>[12])))(?!\d)",
    rf"(?<!\d)(?P<span>(?:{_YEAR}|{_SHIFT}|{_ERA}){_YEAR_PART})(?![ ]?[春夏秋冬])",
    rf"(?P<span>{_SHORT}(?:[初底末]))",
    rf"(?<!\d)(?P<span>{_FISCAL})",
    r"(?<!\d)(?P<span>(?P<year>20\d\d))(?=[-~至到](?:20)\d\d年)",
    # 115年7月13日, 115年底, 115年第1季, 115/07/13
    rf"(?P<span>{_MINGUO}[ ]?年[ ]?(?:{_MONTH}(?:[ ]?{_DAY}|{_PART})|{_QUARTER}|{_HALF}|[初底末]|中(?=[,，。、])|度(?![假过])))",
    rf"(?P<span>{_MINGUO}(?P<stop>[/.])(?P<month>0[1-9]|1[0-2])(?P=stop)(?P<day>0[1-9]|[12]\d|3[01]))(?![\d/.-])",
    # quarters and halves alone
    r"(?<![前首第后一二三四五六七八九十\dA-Za-z连])(?P<span>(?:第[ ]?(?P<quarter>[一二三四1-4])[ ]?季度?|(?P<quarter2>[一二三四1-4])[ ]?季度|(?<!连续)(?<!过去)(?<!未来)(?P<quarter3>[二三四])季(?!报|以来|内)|(?P<firstquarter>首季)(?:度)?(?!风))末?(?!节|稻))",
    rf"(?<![前一])(?P<span>{_HALF})",
    rf"(?P<span>(?P<quartershift>{'|'.join(sorted(QUARTER_SHIFTS, key=len, reverse=True))})季度?)(?!节)",
    # 年内, 年底
    r"(?<![\d两去今明前后本零一二三四五六七八九十百多几半周全同当每往历次来新老近])(?P<span>年(?:[初底末内]|中(?=[前,，。、及或])))",
    # 两年前, 三个月前; 2027年春
    r"(?<![\d.一二三四五六七八九十百多几数])(?P<span>(?:(?P<ago>[一两二三四五六七八九十]|1?\d)年前|(?P<agomonths>[一两二三四五六七八九十]|1?\d)个月前))",
    rf"(?<!\d)(?P<span>{_YEAR}[春夏秋冬](?!节)[季天]?)",
    r"(?P<span>(?P<feast>元旦))(?!假期?|广场|路|口号|黄金周|小长假|劳动)",
    # months relative: 上月底, 本月, 月底
    r"(?<![\d一二三四五六七八九十元个本当上下每逐两几数多满按同])(?P<span>(?P<thismonth>月)[底末内])",
    rf"(?P<span>(?P<monthshift>{'|'.join(sorted(MONTH_SHIFTS, key=len, reverse=True))})月(?:(?P<day>[12]\d|3[01]|0?[1-9])日|[初底末内份]|中旬|上旬|下旬)?)(?!球|台|线|光|弦|亮)",
    # days: 昨（4）日, 今日（1/22）, 昨晚, 12日
    r"(?P<span>(?P<dayshift>[今昨明])[ ]?(?:日?[ ]?[（(][ ]?(?:1[0-2]|0?[1-9])/|[（(][ ]?)(?P<inbracket>\d{1,2})(?:日)?[ ]?[)）](?:[ ]?[日天晚早])?)",
    rf"(?P<span>(?P<dayshift>{'|'.join(sorted((w for w in DAY_SHIFTS if len(w) > 1), key=len, reverse=True))}))(?!头条|资本|说法|之星|星辰|黄花)",
    r"(?P<span>(?P<traditionalday>昨))(?![天日早晨晚夜午是非今（(])",
    r"(?<![\d月.,-])(?<![近前每过第跌涨升挫])(?<!未来)(?<!连续)(?<!过去)(?P<span>(?P<day>[12]\d|3[01]|[1-9])[ ]?日)(?!元|圆|币|本|均|内|前[^,，。]|游|线|楼|院|机|店|经|常|间|馆|无休|文件|令|产|达)",
    # 周二（13日）, 今天（8月16日）; the day behind the news of a Taiwanese agency: （编辑：…）1140123
    r"(?P<span>(?:[今昨明][天日晚]|(?:上上|上|本|这|下)?个?(?:周|星期|礼拜)[一二三四五六日天])[ ]?[（(](?:(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|0?[1-9])月)?(?P<day>[12]\d|3[01]|0?[1-9])日[)）])",
    r"(?<=[)）])[ ]?(?P<span>(?P<minguocode>1[01]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]))(?=\s*$)",
    rf"(?P<span>(?P<after>{'|'.join(sorted(AFTER_DAYS, key=len, reverse=True))}))(?!通达|达)",
    r"(?<![每双一逢两三几半\d])(?<!日[（(])(?P<span>(?P<week>上上|上|本|这|下|)个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天]))(?![福黑刊报记期季年岁线来])",
)  # fmt: skip

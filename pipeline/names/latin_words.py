"""Language data for English names: linkers, titles, heads and tails, generic words, surname-first families."""

from __future__ import annotations

import re

from pipeline.names.word_list import words

#: Lower-case words inside a name.
LINKERS = frozenset(
    words(
        """
        of for the de du des da do dos di del della la le el al bin ibn van von der den y e und zu on
        """
    )
)
#: Capitalised words that open a sentence or stand before a name without being part of it.
OPENERS = frozenset(
    words(
        """
        The A An In At On By From With For To And But Or Yet So If When While As After Before Since Until
        Although Though Because Its It His Her Their Our This That These Those There Here He She They We I You
        Both Unlike Like Under Over Between Among Via Per Not Nor Even Only Also Then Now Meanwhile However
        Where Who What Which Last Next Earlier Later Today Yesterday Tomorrow Monday Tuesday Wednesday Thursday
        Friday Saturday Sunday Shares Including Sponsors Analysts Across Against Behind Down Following Inside
        Into Near Off Outside Through Within Without Only Rival Rivals Neither Either Another Other Some Most
        Many Each Every All Any No Of
        """
    )
)
#: Forms of address before a person's name, which are no part of it.
HONORIFICS = frozenset(
    words(
        """
        Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Hon Alhaji Alhaja Shri Smt Engr Encik Puan Datin
        """
    )
)
#: Titles and posts before a person's name.
TITLES = frozenset(
    words(
        """
        Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Eng Hon Honourable Honorable President
        Chairman Chairwoman Chair Chief Executive Officer CEO CFO COO CTO Minister Secretary Premier Chancellor
        Governor Mayor Senator Representative Congressman Congresswoman Ambassador General Admiral Colonel
        Captain Director Managing Founder Spokesman Spokeswoman Spokesperson Commissioner Adviser Advisor Envoy
        Emir Sultan Analyst Economist Strategist Judge Justice Sheikh Prince Princess King Queen Vice Deputy
        Prime Financial Operating
        """
    )
)
#: Posts in which a gloss of a title ends: 首席财务官（Chief Financial Officer）.
POSTS = frozenset(
    words(
        """
        Officer President Director Chairman Chairwoman Chairperson Manager Adviser Advisor Analyst Controller
        """
    )
)
#: Last words of companies' names as news clips them: Alembic Pharma.
CLIPPED = {
    "Pharmaceutical": "Pharma", "Pharmaceuticals": "Pharma", "Biopharmaceutical": "Biopharma",
    "Biopharmaceuticals": "Biopharma", "Telecommunications": "Telecom", "Laboratories": "Labs",
}  # fmt: skip
#: Generic tails that a short form leaves out.
GENERIC_TAILS = frozenset(
    words(
        """
        Group Holding Holdings Technologies Technology Motor Motors Electronics Electric Industries
        International Global Enterprises Partners Capital Securities Bank Energy Pharmaceuticals Pharmaceutical
        Pharma Biopharma Biopharmaceutical
        Biopharmaceuticals Therapeutics Biosciences Systems Solutions Software Semiconductor Semiconductors Networks
        Entertainment Media Airlines Airways Resources Mining Minerals Petroleum Steel Chemical Chemicals
        Materials Foods Brands Logistics Shipping Insurance Financial Finance Investment Investments Ventures
        Management Asset Advisors Research Robotics Robot Automotive Auto Automobile Aerospace Power Oil Gas
        Water Development Construction Engineering Properties Realty Telecom Communications Platforms Labs
        Interactive Healthcare Health Medical Biotech Sciences Digital Games Pictures Film Films Music Cloud
        Battery Batteries Solar Renewables Nuclear Fuels Refining Utilities Infrastructure Transport Rail Ports
        Marine Heavy Machinery Instruments Devices Semi Trust Fund Retail Stores Beverage Products
        """
    )
)
#: Words that cannot be a short form on their own: places, directions, adjectives and heads of very many names.
NOT_A_SHORT_FORM = frozenset(
    words(
        """
        First General National American United Standard Royal Central North South East West Northern Southern
        Eastern Western New Old Great Grand Asia Asian Europe European Africa African America Pacific Atlantic
        China Chinese Japan Japanese Korea Korean India Indian Hong World Universal Public Private State Federal
        Capital Bank Energy Power Oil Gas Water Air Sun Star Blue Green Red Black White Gold Golden Silver Big
        Small Best Top Prime Premier Union Allied Advanced Applied Digital Smart Future Fortune Market People
        Data Cloud Open Target Gap Block Square Visa Shell Orange Apple The Saudi British Canadian Australian
        French German Swiss Russian Brazilian Mexican San Los Las Santa Saint St Mount Fort Lake River City Town
        Street Road Economic Financial Ministry Department Industrial Commercial Agricultural Construction
        Investment Media Health Business Daily
        """
    )
)
#: Defined terms that stand for any company or body.
GENERIC_TERMS = frozenset(
    words(
        """
        company companies group bank issuer board fund ministry parties party buyer seller purchaser vendor
        borrower lender agreement transaction project offering notes shares bonds partnership target guarantor
        trust investor investors act plan programme program agency commission committee department government
        authority corporation firm joint venture jv parent subsidiary acquisition offer deal facility property
        land site contract license licence proposal merger placement rights
        """
    )
)
#: Words in brackets, and headings said in two languages (赢家 / Winners), that are no names.
NOT_A_GLOSS = frozenset(
    words(
        """
        CEO CFO COO CTO CIO CMO CFA PhD MD MP MPs GDP CPI PMI IPO EPS ROE EV EVs MW GW KWH KM USD EUR GBP JPY
        CNY RMB HKD TWD KRW SGD AUD CAD CHF INR YTD YOY QOQ FY Q1 Q2 Q3 Q4 H1 H2 AM PM GMT EST ET UTC JV R&D AI
        PR HR Q A ID TBC TBA N/A NA OTC ADR ADS ETF Chairman President Director Founder Co-founder Chief
        Executive Minister Chair CEOs Buy Sell Hold Neutral Overweight Underweight Outperform Underperform
        Unlisted Photo Image Credit Source Reuters AP AFP Bloomberg Xinhua Updated Adds Recasts Left Right Above
        Below Centre Center See Note Table Figure Chart Part Video COVID COVID-19 SARS MERS Winners Losers Gainers
        Outlook Summary Overview Background Highlights
        """
    )
)
#: Heads of bodies whose names run over commas and "and".
BODY_HEAD = (
    r"(?:(?:(?:U\.S\.|US|UK|[A-Z]\w+)\s)?(?:Ministry|Department|Bureau|Committee|Commission|Office|Administration|Directorate|"
    r"Secretariat|Institute|Board|Council|Authority|Agency|Bank|Association|Federation|Chamber|Academy|Centre|Center|University)"
    r"\s(?:of|for|on)\s(?:the\s)?)"
)
#: Names of languages and peoples, which are no names of things.
PEOPLES = frozenset(
    words(
        """
        Chinese English Mandarin Cantonese Korean Japanese German French Spanish Russian Arabic Portuguese
        Italian Dutch Thai Vietnamese Hindi Malay Indonesian American British European Asian Taiwanese
        """
    )
)
#: A body's or bank's name with commas and "and", up to its end.
BODY_RUN = re.compile(
    rf"\b{BODY_HEAD}[A-Z][\w.’'-]*(?:(?:,?\s(?:and|of|for|&)\s(?:the\s)?|,\s|\s)[A-Z][\w’'-]*){{0,9}}$"
)
#: Family names of people who write them first (Chinese by pinyin and Cantonese, Korean, Vietnamese).
SURNAME_FIRST = frozenset(
    words(
        """
        Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie
        Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan
        Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Sheng Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin
        Gu Hou Shao Meng Long Wan Duan Zhan Qian Yin Li Lei Hong Gong Ouyang Sima Pei Chang Chiang Tsai Hsu
        Hsieh Kuo Lai Wong Cheung Chan Lau Ho Ng Lam Leung Cheng Yeung Tse Tsang Kwok Chow Choi Yip Fung Kwan
        Tam Poon Mok Ko Yam Sze Kim Lee Park Choi Jung Jeong Kang Cho Yoon Yun Jang Chang Lim Im Shin Seo Suh
        Kwon Hwang Ahn An Song Ryu Yoo You Hong Jeon Chun Ko Koh Moon Mun Yang Son Bae Baek Paik Huh Heo Nam
        Shim Noh Roh Ha Kwak Sung Cha Joo Woo Koo Min Jin Um Chae Won Chun Bang Gong Kong Hyun Ham Byun Yeom Yeo
        Chu Do So Seok Sun Seol Ma Gil Yeon Wi Pyo Myung Ki Ban Wang Geum Ok Yuk In Maeng Je Mo Tak Kuk Eo Eun
        Pyeon Chung Chey Nguyen Tran Le Pham Hoang Phan Vu Vo Dang Bui Do Ngo Duong Ly Yeap Lim Ong Goh Teo Chua
        Neo Wee Toh Khoo Loh Heng Quek Seah Soh Low Foo Chong Liew Chin Yap Teh Ooi Gan Kwek Tay Ang Chia
        """
    )
)
#: Words that belong to the surname behind them.
PARTICLES = frozenset(
    words(
        """
        de du da dos di del della la le van von der den ten ter al el bin ibn zu zur
        """
    )
)

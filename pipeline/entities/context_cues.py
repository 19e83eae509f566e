"""Language data: words around a name that tell that it is a company's, and words that are no names."""

from __future__ import annotations

import re

#: Right behind a company's name.
COMPANY_AFTER = re.compile(
    r"(?:['’]s?)?\s*(?:\((?:NYSE|NASDAQ|Nasdaq|SEHK|HKEX|LSE|LON|ASX|TSX|TYO|KRX|SGX|[A-Z]{2,5}:|\d{4,6}|[A-Z]{1,5}\))|"
    r"(?:shares?|stock|(?:chief|CEO|CFO|COO|CTO|chairman|chairwoman|president|founder|co-founder|spokes\w+|executives?|unit|subsidiary|"
    r"profit|revenue|sales|earnings|customers|factory|plant|board|shareholders?|investors|management|results|order book|backlog)\b)|"
    r"(?:shares|stock) |, (?:which|a|an|the) (?:\w+[ -]){0,4}(?:maker|company|group|producer|developer|operator|bank|firm|miner|retailer|carrier|"
    r"supplier|start-?up|manufacturer|utility|insurer|lender|contractor|builder|broker|giant|provider|refiner|unit|subsidiary)\b|"
    r",? (?:Inc|Corp|Ltd|PLC|plc|LLC|AG|SE|NV|SA)\b|"
    r"[（(]\s*(?:\d{4,6}|[A-Z]{1,5}[)）]|[A-Z]{2,6}[:：])|"
    r"(?:股价|股價|股份|股票|董事长|董事長|总裁|總裁|创始人|創辦人|執行長|公司|集团|集團|控股|旗下|财报|財報|年报|产品|市值|创办|盘中|收报|收報|总经理|總經理|工厂|工廠|总部|總部|发言人|發言人|公告|宣布|宣佈))"
)
#: Right before a company's name.
COMPANY_BEFORE = re.compile(
    r"(?:(?:(?:[Ss]hares|[Ss]tock|owner|maker|unit|subsidiary|parent|arm|CEO|CFO|chairman|head|director|executive|analysts?|economist|strategist|partner|managing director|customers?) "
    r"(?:of|at|with|from)|rival|supplier|contractor|developer|operator|producer|maker|giant|broker|retailer|miner|lender|carrier|start-?up|company|firm|conglomerate|"
    r"chipmaker|automaker|carmaker|drugmaker|utility|refiner|insurer|brokerage|consultancy|client|customer|buyer|unit|group|platform|distributor)) $|"
    r"(?:旗下|巨头|巨頭|龙头|龍頭|企业|企業|厂商|廠商|公司|供应商|供應商|对手|對手|客户|客戶|收购|收購|入股|投资于|股东|股東|券商)$"
)
#: Latin words and abbreviations that models take for names.
NO_NAMES = frozenset(
    """AI ML LLM LLMs GPU GPUs CPU CPUs NPU HBM HBM3 HBM3E HBM4 DRAM NAND DDR4 DDR5 SSD EUV DUV IC ICs PCB OLED LCD LED IoT SaaS IT ICT 5G 6G 4G EV EVs BEV PHEV NEV NEVs ADAS LFP NCM LNG LPG FSRU FPSO
    FEED EPC EPCM FID PPA PPAs CCS CCUS SMR SMRs MW GW kW MWh GWh ESG GDP CPI PPI PMI IPO IPOs ETF ETFs REIT REITs SPAC M&A R&D CEO CFO COO CTO CIO EBITDA EPS P/E ROE PE VC QE MoU MOU JV JVs NDA RFP KPI
    Q1 Q2 Q3 Q4 H1 H2 FY YoY yoy QoQ Company Group Board Bank Ministry Minister Government State Republic Buy Sell Hold Neutral Overweight Underweight Outperform Underperform Street
    API APIs OEM OEMs B2B B2C D2C CRM ERP A-share A-shares H-share H-shares DCF NAV WACC TP CMP CAGR SOTP TTM NIM NPA NPAs NPL NPLs AUM SIP VAT capex opex Capex Opex KS CO2 NOx SOx TEU TEUs VLCC MRO ASP GMV DAU MAU SUV SUVs NHS Q&A PDF TV OTT XR AR VR MR HPC ASIC ASICs FPGA CoWoS
    Reit Reits Bitcoin Ethereum Brent WTI Q COVID Covid Covid-19 COVID-19 Chapter Phase Series Tier Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
    November December Summer Autumn Winter Christmas Easter English Chinese Japanese Korean American European Asian CAPEX
    Healthcare Materials Energy Financials Industrials Utilities Staples Technology Telecoms Winners Losers Gainers""".split()
)

"""Capitalised words that are no names by themselves (data only)."""

from __future__ import annotations

_CALENDAR = """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Q1 Q2 Q3 Q4 H1 H2 FY"""
_FUNCTION_WORDS = """The A An In On At For And But Or So Yet It Its This That These Those They We He She I You His Her
Their Our My If As By Of To From With After Before Under Over No Not What Who When Where Why How All Some Both"""
_POSTS = """Mr Mrs Ms Dr Sir Lord Lady Prof Professor Chief Executive Financial Operating Officer Chairman Chairwoman
Chair President Vice Prime Minister Secretary Director Managing General Deputy Senior Head Governor Senator Ambassador
Analyst CEO CFO COO CTO EVP SVP"""
_ABBREVIATIONS = """AI API CAGR CAPEX DRAM EBIT EBITDA EPC EPS ESG ETF EV EVs FDI FX GAAP GDP GW GWh HBM IFRS IPO IPOs
IT JV KPI LNG LOI LPG M&A MMBtu MoU MOU MW MWh NAND NAV NYSE OEM PE PHEV PMI PPA PPP PR Q&A QoQ R&D RMB ROE SUV SUVs
TMT TP TWh VAT WACC YoY US$ HK$ NT$ USD EUR GBP JPY CNY CNH HKD TWD KRW INR"""
_ADJECTIVES_OF_PLACE = """African American Americans Angolan Arab Argentine Argentinian Asian Australian Austrian
Bangladeshi Belgian Brazilian British Bulgarian Burmese Cambodian Cameroonian Canadian Cantonese Caribbean Chilean
Chinese Colombian Congolese Croatian Czech Danish Dutch Ecuadorian Egyptian Emirati English Estonian Ethiopian
European Europeans Filipino Finnish French Gabonese German Germans Ghanaian Greek Gulf Hungarian Indian Indians
Indonesian Iranian Iraqi Irish Israeli Italian Japanese Jordanian Kazakh Kenyan Korean Koreans Kuwaiti Kyrgyz Lao
Laotian Latin Latvian Lebanese Libyan Lithuanian Malaysian Mandarin Mexican Mongolian Moroccan Mozambican Namibian
Nepalese Nepali Nigerian Nordic Norwegian Omani Pakistani Panamanian Paraguayan Persian Peruvian Philippine Polish
Portuguese Qatari Romanian Russian Russians Saudi Scandinavian Scottish Senegalese Serbian Singaporean Slovak
Slovenian Spanish Swedish Swiss Taiwanese Tanzanian Thai Tunisian Turkish Ugandan Ukrainian Uruguayan Uzbek Venezuelan
Vietnamese Welsh Western Zambian Zimbabwean"""

NO_NAMES = frozenset(" ".join((_CALENDAR, _FUNCTION_WORDS, _POSTS, _ABBREVIATIONS, _ADJECTIVES_OF_PLACE)).split())

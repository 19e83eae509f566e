from __future__ import annotations

import pytest

from pipeline.entities.candidates import Candidate
from pipeline.entities.glued_words import without_glued_words
from pipeline.kb.knowledge_base import load


def name(text: str, surface: str, kind: str) -> str:
    start = text.index(surface)
    candidate = Candidate(start, start + len(surface), kind, "encoder", 0.9)
    found = without_glued_words(text, candidate, load(), frozenset({"松河芯繁", "ST西"}))
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "read", "kind", "whole"),
    [
        ("常熟市委书记秦某", "常熟市委", "LOCATION", "常熟市"),
        ("胡某曾是松河银行的行长", "是松河银行", "COMPANY", "松河银行"),
        ("其前身是松河数据", "前身是松河数据", "COMPANY", "松河数据"),
        ("上调联发科TP至两千元", "联发科TP", "COMPANY", "联发科"),
        ("首相拿督斯里安某见证", "斯里安某", "PERSON", "安某"),
        ("丹斯里陈某出席", "丹斯里陈某", "PERSON", "陈某"),
        ("与Marlow投反对票", "Marlow投", "COMPANY", "Marlow"),
        ("工厂可Marlow不认", "可Marlow", "COMPANY", "Marlow"),
        ("住在Awana站旁", "Awana站", "LOCATION", "Awana站"),
        ("阿Ken说", "阿Ken", "PERSON", "阿Ken"),
        ("日商TDK擴產", "日商TDK", "COMPANY", "TDK"),
        ("輸家松河建業沒有評論", "家松河建業", "COMPANY", "松河建業"),
        ("公司在香港联交所主板上市", "在香港联交所主板", "ORGANIZATION", "在香港联交所"),
        ("台积电临时停产", "台积电临时", "COMPANY", "台积电"),
        ("台積電另與三星合作", "台積電另", "COMPANY", "台積電"),
        ("台積電子公司擴產", "台積電子公司", "COMPANY", "台積電"),
        ("台积电市值创新高", "台积电市值", "COMPANY", "台积电"),
        ("台積電財報優於預期", "台積電財報", "COMPANY", "台積電"),
        ("台積電本業獲利創高", "台積電本業", "COMPANY", "台積電"),
        ("台積電投產新廠", "台積電投", "COMPANY", "台積電"),
        ("領展調低全年派息指引", "領展調", "COMPANY", "領展"),
        ("松河芯繁合计持有一半", "松河芯繁合", "COMPANY", "松河芯繁"),
        ("松河芯片合计持有一半", "松河芯片合", "COMPANY", "松河芯片合"),
        ("中央社記者張某台北報導", "中央社記者", "COMPANY", "中央社"),
        ("松河资本开支大增", "松河资本", "COMPANY", "松河"),
        ("松河资本投资甲厂", "松河资本", "COMPANY", "松河资本"),
        ("松河港股大涨", "松河港", "COMPANY", "松河"),
        ("投资的松河湾", "的松河湾", "LOCATION", "松河湾"),
        ("松河核电二号机组", "松河核", "LOCATION", "松河"),
        ("松河垃圾发电厂", "松河垃圾", "LOCATION", "松河"),
        ("松河水库", "松河水", "LOCATION", "松河水"),
        ("最早由松河开发", "松河开发", "COMPANY", "松河"),
        ("松河市商务局局长李明", "松河市商务局局长", "GOVERNMENT", "松河市商务局"),
        ("松河市商务局长李明", "松河市商务局长", "GOVERNMENT", "松河市商务局"),
        ("分析师：赵雷  执业编号", "赵雷  执业", "PERSON", "赵雷"),
        ("ST松河现金收购", "ST松河现金", "COMPANY", "ST松河"),
        ("包括*ST松河、台积电", "ST松河", "COMPANY", "*ST松河"),
        ("ST步步高行使优先权", "ST步步高行", "COMPANY", "ST步步高"),
        ("据英国路透社报道", "英国路透社", "COMPANY", "路透社"),
        ("昨日与松河新片区管委会签约", "与松河新片区管委会", "GOVERNMENT", "松河新片区管委会"),
        ("松河王國表示，該國審計署正審查", "國審計署", "GOVERNMENT", "審計署"),
        ("第二，松河市長李明說", "松河市", "LOCATION", "松河"),
        ("松河市长约翰说", "松河市", "LOCATION", "松河"),
        ("松河市长期看好", "松河市", "LOCATION", "松河市"),
        ("松河市长丰县的新厂", "松河市", "LOCATION", "松河市"),
        ("昨日与德国签约", "与德国", "LOCATION", "德国"),
        ("换电站暂停扩张，台积电说四季度盈利", "台积电说", "COMPANY", "台积电"),
        ("台积电所能提供的", "台积电所", "COMPANY", "台积电"),
        ("根据彭博社数据", "彭博社数据", "COMPANY", "彭博社"),
        ("其中国航购买15架", "中国航", "COMPANY", "国航"),
        ("注意到中国企业受限", "中国企业", "LOCATION", "中国"),
        ("尼日利亞經濟中心拉各斯", "尼日利亞經濟中心", "LOCATION", "尼日利亞"),
        ("阿斯利康年内上市", "阿斯利康年内", "COMPANY", "阿斯利康"),
        ("全国政协委员李明", "全国政协委员", "GOVERNMENT", "全国政协"),
        ("山东大学校长李明", "山东大学校长", "ORGANIZATION", "山东大学"),
        ("ST松河发现金收购", "ST松", "COMPANY", "ST松河"),
        ("ST西松于年内公告", "ST西", "COMPANY", "ST西松"),
        ("据Songhe统计，上涨", "Songhe统计", "COMPANY", "Songhe"),
        ("法新社报导指松河上涨", "法新社报", "COMPANY", "法新社"),
        ("也被视为希望让台积电能在此期间重组", "台积电能", "COMPANY", "台积电"),
        ("松河海运公司在昆明签约", "松河海运公司在", "COMPANY", "松河海运公司"),
        ("松河的生啤涨价", "松河的生啤", "COMPANY", "松河"),
        ("该行减持万科股份", "万科股份", "COMPANY", "万科"),
        ("昨日万科债券跌去一半", "万科债券", "COMPANY", "万科"),
        ("台積電索性自建電廠", "台積電索性", "COMPANY", "台積電"),
        ("長實寧可少賺", "長實寧可", "COMPANY", "長實"),
        ("騰訊遊戲收入創新高，騰訊手機用戶增加", "騰訊手機", "COMPANY", "騰訊"),
        ("选举原邯钢总经理李明", "原邯钢", "COMPANY", "邯钢"),
        ("以前海人寿为代表的股东", "以前海人寿", "COMPANY", "前海人寿"),
        ("股东拟抬高中国平安的报价", "高中国平安", "COMPANY", "中国平安"),
        ("同意聘任何志奇为总裁", "任何志奇", "PERSON", "何志奇"),
        ("Boeing names Ortberg ally to a post", "Ortberg ally", "PERSON", "Ortberg"),
        ("港口部長李明說", "港口部長", "ORGANIZATION", "港口部"),
        ("绿动源控股股东变更", "绿动源控股", "COMPANY", "绿动源"),
    ],
)
def test_words_around_a_name(text: str, read: str, kind: str, whole: str) -> None:
    assert name(text, read, kind) == whole


@pytest.mark.parametrize(
    ("text", "read", "kind"),
    [
        ("昨日是德科技上涨", "是德科技", "COMPANY"),
        ("松河开发上涨", "松河开发", "COMPANY"),
        ("国家统计局公布", "国家统计局", "GOVERNMENT"),
        ("松河企业园", "松河企业园", "LOCATION"),
        ("松河统计上涨", "松河统计", "COMPANY"),
        ("松河时报报导指", "松河时报", "COMPANY"),
        ("**ST松河**宣布", "ST松河", "COMPANY"),
        ("ST西发于年内公告", "ST西发", "COMPANY"),
        ("买入松河領展調", "領展調", "COMPANY"),
        ("太古輪船上月停航", "太古輪船", "COMPANY"),
        ("ST意法半导体扩产", "ST意法半导体", "COMPANY"),
        ("松河临时停产", "松河临时", "COMPANY"),
        ("松河成长基金", "松河成长", "COMPANY"),
        ("编辑：李　明", "李　明", "PERSON"),
        ("three 家", "three", "COMPANY"),
        ("中国航购买15架", "中国航", "COMPANY"),
        ("松河数据上涨", "松河数据", "COMPANY"),
        ("法国电力上涨", "法国电力", "COMPANY"),
        ("日本松河上涨", "日本松河", "COMPANY"),
        ("万科股份上涨", "万科股份", "COMPANY"),
        ("松河绿的谐波上涨", "松河绿的谐波", "COMPANY"),
        ("持有小天鹅股份有限公司", "小天鹅股份有限公司", "COMPANY"),
    ],
)
def test_names_as_they_stand(text: str, read: str, kind: str) -> None:
    assert name(text, read, kind) == read

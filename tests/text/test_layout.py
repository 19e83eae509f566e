from __future__ import annotations

import pytest

from pipeline.text.layout import blocks, title_of


def kinds(text: str, **meta: str) -> list[str]:
    return [b["kind"] for b in blocks(text, **meta)]


ANALYSIS = """Harbour bonds find buyers

4 mins read
March 3, 2026

Summary

What matters in the sale:

– The port sold all of its paper.
– Demand came from abroad.

Who bought

A fund from Oslo took half of the issue, and three insurers shared the rest of it among them.

Dana Fjeld

Dana Fjeld covers bond markets and lives near the sea."""


def test_investor_page() -> None:
    assert kinds(ANALYSIS) == [
        "title", "read_time", "dateline", "heading", "paragraph", "bullet", "bullet", "heading", "paragraph",
        "byline", "bio",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Marlin Metering plc", "松河科技股份有限公司"])
def test_a_company_above_its_notice_is_no_writer(name: str) -> None:
    notice = f"Results of a placing\n\n{name}\n\n{name} announced details of a placing to raise £17 million."
    assert kinds(notice)[-1] == "paragraph"


@pytest.mark.parametrize(
    "last",
    [
        "Marlin Metering has been at the front of a wave of meter makers that sell abroad.",
        "Marlin is a maker of water meters in Oslo.",
    ],
)
def test_a_last_paragraph_about_a_company_is_no_biography(last: str) -> None:
    story = "Meters abroad\n\nThe port sold all of its old meters, and three insurers paid for the new ones in May."
    assert kinds(f"{story}\n\n{last}")[-1] == "paragraph"


def test_bullets_know_heading_and_lead_in() -> None:
    found = blocks(ANALYSIS)
    assert (found[5]["heading"], found[5]["lead_in"]) == (3, 4)
    assert (found[8]["heading"], found[8]["lead_in"]) == (7, None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ann Lee", "byline"),
        ("By Ann Lee and Bo Chan in Oslo", "byline"),
        ("Commentary by Ann Lee and Bo-Lin Kim", "byline"),
        ("News by Ann Lee", "byline"),
        ("Exclusive by Ann Lee, Ports Correspondent", "byline"),
        ("Tarn Radio | Tuesday 12 May 2026 | Ann Lee", "byline"),
        ("Ann Lee | 12 May 2026", "byline"),
        ("Tarn Ports Letter | 12 May 2026", "heading"),
        ("海港新闻编辑 | 王小明", "byline"),
        ("海港日报客户端 记者 王小明 通讯员 李四 海港报道", "byline"),
        ("海港观察 · 2026-03-03 18:20 · 广东", "dateline"),
        ("™ & © 2026 Tarn Radio, Inc., a Harbour Company. All rights reserved.", "furniture"),
        ("Popular on Tarn Radio", "furniture"),
        ("文｜王小明", "byline"),
        ("（编辑：李四）", "byline"),
        ("记者 张三 北京报道", "byline"),
        ("来源：证券日报", "byline"),
        ("(文章来源:证券日报)", "byline"),
        ("2026年3月3日 09:30", "dateline"),
        ("Published: 12 February 2026", "dateline"),
        ("阅读时间约5分钟", "read_time"),
        ("Related: Ports face strike", "furniture"),
        ("相关阅读：港口罢工", "furniture"),
        ("© 2026 Harbour News", "furniture"),
        ("Facebook Twitter Email Print", "furniture"),
        ("Facebook | Twitter | YouTube", "furniture"),
        ("Reporter: Ann Marlow | Editor: Jo Tarn", "byline"),
        ("Stay Connected", "furniture"),
        ("分享到:微信 微博", "furniture"),
        ("首页 > 股票 > 公司新闻", "furniture"),
        ("【相关阅读】", "furniture"),
        ("打开海港新闻APP", "furniture"),
        ("Photo: Ann Lee/Harbour Pictures", "byline"),
        ("图片来源：海港图片", "byline"),
        ("Ann Lee | The Valley Call", "byline"),
        ("By: Ann Lee - Staff Writer", "byline"),
        ("Edited by: Ann Lee, Editor Online", "byline"),
        ("图：李明(左)与团队在实验室", "heading"),
        ("Skip to content", "furniture"),
        ("Like its rival Facebook, Snap cut 500 jobs.", "paragraph"),
        ("主办单位负责人表示，投资二十亿元。", "paragraph"),
        ("公司已取得ICP证书，去年收入10亿元。", "paragraph"),
        ("看更多人进入储能市场，塔恩科技决定扩产。", "paragraph"),
        ("Editing by Crispr lets Tarn mend genes in rice, its chief says.", "paragraph"),
        ("Follow Tarn Radio on Facebook and X", "furniture"),
        ("主办单位：某某总局 京ICP备05039999号", "furniture"),
        ("Photo: Chief executive Ann Lee, left, with the mayor of Tarn", "heading"),
        ("Neither the Tarn Exchange nor its Regulation Services Provider accepts responsibility.", "disclaimer"),
        ("作者声明：本人没有该公司股份。", "disclaimer"),
        ("联合声明：两国将共建港口。", "paragraph"),
        ("Profit > sales for once, he said.", "paragraph"),
        ("风险提示：市场有风险，投资需谨慎。", "disclaimer"),
        ("This article is for informational purposes only.", "disclaimer"),
        ("By 2030 the port will double its capacity to six million boxes.", "paragraph"),
        ("By Monday the shares had fallen a tenth, traders said.", "paragraph"),
        ("Shares in Acme are a buy, says the broker.", "paragraph"),
        ("港口去年亏损三亿元，今年有望扭亏。", "paragraph"),
        ("(Additional reporting by Ann Lee in Oslo; Writing by Bo Ray)", "byline"),
        ("| 19 May 2026 | By Ann Lee, Oslo", "byline"),
        ("Ports | By Ann Lee | 8 min read", "byline"),
        ("Ann Lee, ports columnist", "byline"),
        ("Ann Lee, Senior Ports Reporter", "byline"),
        ("Interview by Ann Lee. Photography: Bo Ray/Harbour Pictures", "byline"),
        ("Interview by the port is no plan.", "paragraph"),
        ("Graphic: Ann Lee; source: Tarn Bank", "byline"),
        ("Photo illustration: Getty Images", "furniture"),
        ("(Handout/Tarn Rail)", "furniture"),
        ("（图源：自己拍的。文中小周为化名）", "paragraph"),
        ("分析师：李明 SAC执证编号：S0000520040001", "byline"),
        ("联系人：王一 SAC执证编号：S0000520040002", "byline"),
        ("分析师：请问公司今年的订单会不会回升？", "paragraph"),
        ("联系人：投资处 王一。", "paragraph"),
        ("主办：海港日报报业集团 备案号：蜀ICP备12345678号", "furniture"),
        ("看更多 海港財經 新聞", "furniture"),
        ("點我下載APP", "furniture"),
        ("字級 大 中 小", "furniture"),
        ("Subscribe now for the morning letter", "furniture"),
        ("Subscribers to Tarn Radio fell by a tenth last year.", "paragraph"),
        ("Terms of Use | Privacy", "furniture"),
        ("Terms of the deal were not disclosed, Tarn Rail said.", "paragraph"),
        ("Privacy regulators in Dublin fined Acme 90 million euros.", "paragraph"),
        ("Copyright holders sued Acme in New York on Monday.", "paragraph"),
        ("广告收入下降，塔恩传媒三季度利润缩水。", "paragraph"),
        ("举报人称，塔恩银行有员工违规放贷。", "paragraph"),
        ("扫码支付设备商塔恩科技把总部搬到了迪拜。", "paragraph"),
        ("扫码关注海港财经", "furniture"),
        ("记者：塔恩银行收购海港证券后，业务不断扩大，请介绍一下情况。", "paragraph"),
    ],
)
def test_lines(line: str, kind: str) -> None:
    assert kinds(f"Title of it\n\n{line}\n\nA paragraph ends here.")[1] == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Titre\n\n## Head\n\n- one\n1. two\n", ["title", "heading", "bullet", "bullet"]),
        ("标题在此\n\n一、公司概况\n公司成立于一九九八年，总部位于宁波。\n", ["title", "heading", "paragraph"]),
        ("", []),
        ("\r\n\r\n", []),
        (
            "Tarn builds\n\nIt will build.\n\nRelated stories\nPorts face strike\nMills close\n\nIt opens in May.\n",
            ["title", "paragraph", "furniture", "furniture", "furniture", "paragraph"],
        ),
        (
            "Tarn builds\n\nIt will.\n\nForward-looking statements\n\nAll may differ.\n\nAbout Tarn\n\nIt mills.\n",
            ["title", "paragraph", "disclaimer", "disclaimer", "heading", "paragraph"],
        ),
        ("海港周报\n\nTop stories\nPorts face strike\nMills close\n", ["title", "paragraph", "paragraph", "paragraph"]),
        ("MINING WEEKLY\n\nTarn builds a second mill at home\n\nIt will.\n", ["heading", "title", "paragraph"]),
        ("Tarn Mills Rise | The Valley Call\n\nThey rose.\n", ["title", "paragraph"]),
        ("TARN MILLS\n\nTarn builds a second mill.\n", ["title", "paragraph"]),
        (
            "证券代码：688599　证券简称：塔恩\n塔恩股份有限公司关于投资建厂的公告\n公司拟建厂。",
            ["heading", "title", "paragraph"],
        ),
        (
            "Tarn builds\n\nIt will.\n\nMore on Tarn\nPorts face strike\n(Published 3 March 2026)\nIt opens in May.\n",
            ["title", "paragraph", "furniture", "furniture", "dateline", "paragraph"],
        ),
        (
            "塔恩建厂\n\n塔恩将建厂。\n\n相关链接\n海港风电项目开工\n最Hot\n松河中标\n塔恩将于五月开工。\n",
            ["title", "paragraph", "furniture", "furniture", "furniture", "furniture", "paragraph"],
        ),
        (
            "Tarn builds\n\nIt will.\n\n## References\nLee, A. (2025). Ports. Tarn.\nRay, B. 12(3), 4.\nIt is.\n",
            ["title", "paragraph", "furniture", "furniture", "furniture", "paragraph"],
        ),
        (
            "Tarn builds\n\nA bridge near Tarn. (Handout/Tarn Rail)\n\nIt will be long.\n",
            ["title", "paragraph", "furniture", "paragraph"],
        ),
        ("债券代码：123456\n塔恩股份有限公司关于投资建厂的公告\n公司拟建厂。", ["heading", "title", "paragraph"]),
        (
            "Tarn builds\n\nIt will build.\n\nIMPORTANT NOTICES\n\nNot for release in Japan.\n",
            ["title", "paragraph", "disclaimer", "disclaimer"],
        ),
        ("FOR IMMEDIATE RELEASE\n\nTarn builds a mill\n\nIt will build.\n", ["furniture", "title", "paragraph"]),
    ],
)
def test_structures(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "证券代码：688599 证券简称：塔恩\n塔恩海港新能源股份有限公司\n关于投资建厂的公告\n公司拟建厂。",
            "关于投资建厂的公告",
        ),
        ("证券代码：688599\n塔恩股份有限公司\n关于投资建厂的公告\n公司拟建厂。", "关于投资建厂的公告"),
        ("塔恩股份有限公司\n股票交易异常波动公告\n公司拟建厂。", "股票交易异常波动公告"),
        ("塔恩股份有限公司\n塔恩去年扭亏\n公司拟建厂。", "塔恩股份有限公司"),
        ("# Tarn builds\n\nIt will.", "Tarn builds"),
        ("It will.", None),
        ('RNS Number : 4821K\nTarn PLC\n12 March 2026\n\nTarn PLC ("Tarn")\n\nMill sold\n\nIt did.', "Mill sold"),
        ("ASX ANNOUNCEMENT\n4 May 2026\n\nTARN SELLS A MILL\n\nIt did.", "TARN SELLS A MILL"),
        ("塔恩有限公司\n(股份代號：1)\n自願性公告\n\n出售廠房\n\n本公司已出售。", "出售廠房"),
        ("重大訊息\n公司代號：2317\n主旨：取得廠房\n說明：無。", "取得廠房"),
        (
            "【塔恩：拟定增募资不超过48亿元】塔恩公告，拟向特定对象发行股票，募集资金用于年产10GW高效组件项目及补充流动资金。",
            "塔恩：拟定增募资不超过48亿元",
        ),
        ("【盘后】塔恩去年扭亏\n公司拟建厂。", "【盘后】塔恩去年扭亏"),
        ("Tarn PLC\n\nTo: The Exchange\n\nIt did.", "Tarn PLC"),
    ],
)
def test_the_title_of_a_notice_stands_under_its_company(text: str, title: str | None) -> None:
    assert title_of(text, blocks(text)) == title


def test_title_and_author_from_metadata() -> None:
    assert kinds("Acme, at last.\n\nJo Poe\n\nAcme opened a mill.", title="Acme, at last.", author="Jo Poe") == [
        "title",
        "byline",
        "paragraph",
    ]


def test_offsets_are_those_of_the_input() -> None:
    text = "  🚀 标题\r\n\r\n　正文第一段。  \r\n"
    assert [text[b["start"] : b["end"]] for b in blocks(text)] == ["🚀 标题", "正文第一段。"]


def test_long_page_takes_linear_time() -> None:
    assert len(blocks("一行文字没有句号\n" * 20_000)) == 20_000


BODY = "甲钢集团5月6日公告称，拟在沿海新建一座年产百万吨的特种钢厂，并已完成用地预审。工期两年。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"原标题：甲钢集团拟建特种钢厂 {BODY}", ["title", "paragraph"]),
        (f"甲钢集团拟建特种钢厂\n原标题：特种钢厂落户沿海\n{BODY}", ["title", "furniture", "paragraph"]),
        (f"原标题：甲钢集团拟建特种钢厂。{BODY}", ["paragraph"]),
        (f"【甲钢集团拟投资新建特种钢厂】{BODY}", ["title", "paragraph"]),
        (f"【記者王小明／高雄報導】{BODY}", ["paragraph"]),
        (f"【钢铁观察】{BODY}", ["paragraph"]),
        (f"【上海，2026年5月6日】{BODY}", ["paragraph"]),
        ("Original title: Acme to build a mill\n\nAcme will build a mill. It is large.", ["title", "paragraph"]),
        ("Original title: Acme to build a mill. Acme will build a mill. It is large.", ["paragraph"]),
    ],
)
def test_given_title_ends_before_the_body(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("(文章来源:沿海财经)文章来源:沿海财经责任编辑:17", ["title", "paragraph", "byline"]),
        ("责任编辑：李雷", ["title", "paragraph", "byline"]),
        ("上述消息来自公告。", ["title", "paragraph"]),
        ("数据来源：甲钢集团公告", ["title", "paragraph"]),
    ],
)
def test_credits_at_the_end_of_a_line_are_no_body(end: str, expected: list[str]) -> None:
    assert kinds(f"甲钢集团拟建特种钢厂\n{BODY}{end}") == expected

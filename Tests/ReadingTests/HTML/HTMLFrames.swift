import Testing

/// An article that frames are put around.
struct Article: Sendable, CustomTestStringConvertible {
  let title: String
  let date: String
  let dateInChinese: String
  let byline: String
  let paragraphs: [String]

  var testDescription: String { title }

  static let all = [river, brief, school, notice, interview, plan]

  static let notice = Article(
    title: "北湖水厂今起供水", date: "2022-06-30", dateInChinese: "2022年6月30日 星期四", byline: "本报讯",
    paragraphs: ["北湖水厂今天通水，日供水15万吨，惠及居民8.6万户。"])

  static let interview = Article(
    title: "对话：一家面馆的数字账本", date: "2020-11-12", dateInChinese: "2020年11月12日 星期四", byline: "见习记者 白露",
    paragraphs: [
      "记者：面馆开了几年？", "老板：整整八年。", "记者：去年卖了多少碗？", "老板：大约12万碗，比前年多了两成。",
      "记者：涨价了吗？", "老板：每碗涨了1元。面粉涨价，没有办法，好在老顾客都能理解，没有人抱怨，生意反而更好了。", "记者：还想做什么？",
      "老板：明年想再开2家店，招8个人。",
    ])

  static let plan = Article(
    title: "今年全县要办好十件实事", date: "2024-01-15", dateInChinese: "2024年1月15日 星期一", byline: "通讯员 林海",
    paragraphs: [
      "县政府工作报告提出，今年办好十件民生实事：", "（一）新建公办幼儿园6所，新增学位1800个。", "（二）改造老旧小区23个。",
      "（三）新增停车泊位2000个以上。", "（四）建成“口袋公园”12处", "一是资金怎么来。县财政安排专项资金3.2亿元，不足的部分争取省里补助。",
      "二是工程谁来干。公开招标，阳光操作，每月公布进度。", "责任单位：县住建局、县教育局", "记者了解到，去年的十件实事全部完成，群众满意率达96.5%。",
    ])

  static let river = Article(
    title: "清江河治理见成效 两岸群众得实惠", date: "2023-05-18", dateInChinese: "2023年05月18日 星期四", byline: "本报记者 王小梅",
    paragraphs: [
      "清江河综合治理工程日前通过验收，总投资4.6亿元，治理河道32公里，新建生态护岸18处。",
      "“过去一下雨就担心，现在睡得踏实了。”家住河边的村民李大山说，今年汛期河水没有上岸。",
      "据市水利局统计，工程完工后，沿河1.2万亩农田灌溉有了保障，预计年增收3000万元。",
      "下一步，全市还将治理中小河流5条，力争2025年底前全部完工。",
    ])

  static let brief = Article(
    title: "城东夜市开张首周客流超十万", date: "2021-08-02", dateInChinese: "2021年8月2日 星期一", byline: "记者 赵明",
    paragraphs: [
      "城东夜市7月25日开张，一周迎客10.3万人次，营业额突破420万元。",
      "夜市共有摊位186个，其中小吃类占六成以上，带动就业500余人。",
    ])

  static let school = Article(
    title: "一所乡村小学的十年", date: "2019-09-10", dateInChinese: "2019年9月10日 星期二", byline: "本报记者　周晓　通讯员　何田",
    paragraphs: [
      "十年前，石桥小学只有47名学生、5名老师，操场是一块泥地。校长陈国强记得，下雨天孩子们只能在走廊里跑步。",
      "变化从2012年开始。县里投入资金860万元，建起了教学楼和食堂，学校第一次有了塑胶跑道，孩子们高兴坏了。",
      "如今，石桥小学有学生312名，老师24名，其中本科以上学历占九成，全县统考成绩从末尾升到第三名。",
      "“最难的是留住老师。”陈国强说，学校给每位老师安排了周转房，每月补助1200元，三年来没有一个人离开。",
      "教育局的数字显示，全县乡村小学学生五年增加了2100人，回流的孩子一年比一年多，这在从前是不敢想的。",
    ])
}

/// The manners of sites, written after what is common among them; no site's own page.
struct HTMLFrame: Sendable, CustomTestStringConvertible {
  let name: String
  /// The page number that it prints.
  var page: String?
  /// What belongs to the text besides the article's paragraphs.
  var also: [String] = []
  let html: @Sendable (Article) -> String

  var testDescription: String { name }

  private static func paragraphs(_ article: Article, _ open: String = "<p>", _ close: String = "</p>") -> String {
    article.paragraphs.map { open + $0 + close }.joined(separator: "\n")
  }

  private static let links = (1...12).map {
    "<li><a href=\"/news/\($0).html\">第\($0)条别的新闻的标题在这里，点开才能看</a></li>"
  }.joined(separator: "\n")

  private static let nav = """
    <ul class="nav"><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li><li><a href="/sport">体育</a></li></ul>
    """

  private static let imprint = """
    <p>版权所有 本网站 未经授权不得转载</p><p>某ICP备12345678号-1 地址：人民路1号 电话：12345678</p>
    """

  static let all = common + newspapers + sites + mobile

  private static let common: [HTMLFrame] = [
    HTMLFrame(name: "digital newspaper with indents of no-break spaces") { a in
      """
      <html><head><title>\(a.title)-某某日报数字报</title></head><body>
      <div class="top"><a href="/">某某日报</a> 第A02版：要闻&nbsp;&nbsp;\(a.dateInChinese)</div>
      <div><a href="1.htm">上一版</a> <a href="3.htm">下一版</a></div>
      <div class="main"><h2>\(a.title)</h2><div class="zz">\(a.byline)</div>
      <div id="ozoom">\(paragraphs(a, "<p>&nbsp;&nbsp;&nbsp;&nbsp;"))</div></div>
      <div class="foot">主办：某某日报社 地址：人民路1号 电话：1234567</div></body></html>
      """
    },
    HTMLFrame(name: "tables for layout, breaks for paragraphs") { a in
      """
      <HTML><HEAD><TITLE>\(a.title)</TITLE></HEAD><BODY bgcolor=#ffffff><TABLE width=760><TR><TD colspan=2>
      <A href=/>首页</A> | <A href=/a>国内</A> | <A href=/b>国际</A> | <A href=/c>财经</A></TD></TR>
      <TR><TD width=160 valign=top><TABLE><TR><TD><A href=1>热点一</A></TD></TR><TR><TD><A href=2>热点二</A></TD></TR></TABLE></TD>
      <TD><CENTER><FONT size=5><B>\(a.title)</B></FONT></CENTER><BR><CENTER>\(a.dateInChinese)　\(a.byline)</CENTER><BR>
      <FONT size=3>\(a.paragraphs.map { "　　" + $0 }.joined(separator: "<BR>\n"))</FONT></TD></TR></TABLE>
      <CENTER>Copyright 某某报社 版权所有</CENTER></BODY></HTML>
      """
    },
    HTMLFrame(name: "double breaks") { a in
      """
      <html><head><title>\(a.title)_某某网</title><meta name="pubdate" content="\(a.date) 10:22:31"></head><body>\(nav)
      <h1>\(a.title)</h1><div class="content">\(a.paragraphs.joined(separator: "<br><br>"))</div>
      <div class="related"><h3>相关新闻</h3><ul>\(links)</ul></div>\(imprint)</body></html>
      """
    },
    HTMLFrame(name: "article with side bar and comments") { a in
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(a.title) | 某某周刊</title>
      <meta property="article:published_time" content="\(a.date)T08:00:00+08:00"></head><body>
      <header><nav>\(nav)</nav></header><div id="content"><article class="post"><h1 class="entry-title">\(a.title)</h1>
      <div class="entry-content">\(paragraphs(a))</div></article>
      <section id="comments" class="comments"><h2>3条评论</h2><p>网友甲：写得好，我们这里也该这样做，支持一下，希望越来越好。</p>
      <p>网友乙：数字对不对啊，我怎么觉得没有这么多，楼上的你说呢？</p></section></div>
      <aside class="sidebar"><ul>\(links)</ul></aside><footer>\(imprint)</footer></body></html>
      """
    },
    HTMLFrame(name: "portal with two columns") { a in
      """
      <html><head><title>\(a.title)--地方频道--某某网</title></head><body><div class="w1000 nav">\(nav)</div>
      <div class="path"><a href="/">首页</a> &gt; <a href="/df">地方</a> &gt; 正文</div>
      <div class="w1000 clearfix"><div class="left"><h1>\(a.title)</h1>
      <div class="box01">\(a.dateInChinese)10:22&nbsp;&nbsp;来源：<a href="/">某某日报</a></div>
      <div class="box_con">\(paragraphs(a, "<p>\n\t　　", "\n</p>"))<div class="edit">(责编：某某、某某某)</div></div>
      <div class="share">分享让更多人看到</div></div>
      <div class="right"><h3>热门排行</h3><ul>\(links)</ul></div></div>\(imprint)</body></html>
      """
    },
    HTMLFrame(name: "government site with metadata") { a in
      """
      <html><head><meta name="ArticleTitle" content="\(a.title)"/><meta name="PubDate" content="\(a.date) 09:30"/>
      <meta name="ContentSource" content="某某市政府"/><title>\(a.title)_某某市人民政府</title></head><body>
      <div class="header">\(nav)</div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务</a></div>
      <div class="article"><h1>\(a.title)</h1><div class="info">来源：某某市政府 字号：[大 中 小] 打印 关闭</div>
      <div class="TRS_Editor"><style>.TRS_Editor P{line-height:2}</style>\(paragraphs(a, "<p style=\"text-indent: 2em;\">"))</div></div>
      <div class="footer"><p>主办：某某市人民政府办公室 承办：某某市信息中心 网站标识码 1234</p><p>某ICP备1234号 公网安备 1234号</p></div>
      </body></html>
      """
    },
    HTMLFrame(name: "sections and spans of a mobile editor") { a in
      """
      <html><head><meta property="og:title" content="\(a.title)"><title></title></head><body>
      <div id="page-content"><h1 class="rich_media_title">\(a.title)</h1><span>某某发布</span> <em>\(a.date)</em>
      <div class="rich_media_content" id="js_content">
      \(a.paragraphs.map { "<section style=\"margin:0\"><section><p><span style=\"a\"><span>\($0)</span></span></p></section></section><p><br></p>" }.joined())
      </div></div><div class="rich_media_tool">阅读 分享 收藏 点赞</div><script>var ct="1234";</script></body></html>
      """
    },
    HTMLFrame(name: "HTML5 elements") { a in
      """
      <!doctype html><html lang="zh"><head><title>\(a.title) - 某某新闻</title></head><body><header><nav><a href="/">首页</a></nav></header>
      <main><article><header><h1>\(a.title)</h1><time datetime="\(a.date)T12:00">发布</time></header>\(paragraphs(a))</article></main>
      <footer><p>© 某某新闻 版权所有</p></footer></body></html>
      """
    },
    HTMLFrame(name: "a div for each paragraph") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div id="nav">\(nav)</div><div id="wrap"><div class="title">\(a.title)</div>
      <div class="date">\(a.date)</div><div class="text">\(paragraphs(a, "<div>", "</div>"))</div></div>\(imprint)</body></html>
      """
    },
    HTMLFrame(name: "text in the body itself") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h2>\(a.title)</h2>\(a.date)<p>\(a.paragraphs.joined(separator: "\n<p>"))
      <hr><a href="index.html">返回</a></body></html>
      """
    },
    HTMLFrame(name: "preformatted text") { a in
      "<html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><pre>\n\(a.paragraphs.map { "　　" + $0 }.joined(separator: "\n"))\n</pre></body></html>"
    },
    HTMLFrame(name: "XHTML with a declaration") { a in
      """
      <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>\(a.title)</title></head><body><div class="menu">\(nav)</div>
      <div><h1>\(a.title)</h1>\(paragraphs(a))</div></body></html>
      """
    },
    HTMLFrame(name: "unclosed tags and fonts") { a in
      """
      <HTML><HEAD><TITLE>\(a.title)</TITLE><BODY><P ALIGN=CENTER><FONT SIZE=5><B>\(a.title)<P>\(a.dateInChinese)
      \(a.paragraphs.map { "<P><FONT COLOR=black>　　" + $0 }.joined(separator: "\n"))
      <P><A HREF=1.htm>上一篇</A> <A HREF=2.htm>下一篇</A>
      """
    },
    HTMLFrame(name: "links within paragraphs") { a in
      """
      <html><head><title>\(a.title)</title></head><body>\(nav)<div class="article"><h1>\(a.title)</h1>
      \(a.paragraphs.map { "<p><a href=\"/k\">\($0.prefix(6))</a>\($0.dropFirst(6))</p>" }.joined())</div>
      <ul>\(links)</ul></body></html>
      """
    },
    HTMLFrame(name: "a form around everything") { a in
      """
      <html><head><title>\(a.title)</title></head><body><form method="post" action="x.aspx" id="form1">
      <input type="hidden" name="__VIEWSTATE" value="abcdef=="><div id="header">\(nav)</div>
      <div class="Main"><span id="lblTitle" class="title">\(a.title)</span><span id="lblDate">发布时间：\(a.date)</span>
      <div id="Content">\(paragraphs(a))</div></div><select><option>友情链接</option><option>某某网</option></select></form></body></html>
      """
    },
    HTMLFrame(name: "numbers and bold in spans of their own") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div class="content">
      \(a.paragraphs.map { p in "<p>" + p.map { $0.isNumber ? "<span lang=\"EN-US\"><b>\($0)</b></span>" : String($0) }.joined() + "</p>" }.joined())
      </div></body></html>
      """
    },
    HTMLFrame(name: "wrapped source lines") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>
         \(a.title)
      </h1><div class="content">
      \(a.paragraphs.map { p in "<p>\n  " + p.prefix(15) + "\n\t\t" + p.dropFirst(15).prefix(12) + "\r\n  " + p.dropFirst(27) + "\n</p>" }.joined())
      </div></body></html>
      """
    },
    HTMLFrame(name: "pictures with captions") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div class="content"><figure><img src="1.jpg" alt="图">
      <figcaption>图为现场。</figcaption></figure>\(paragraphs(a))</div></body></html>
      """
    },
    HTMLFrame(name: "share bar, crumbs and pager") { a in
      """
      <html><head><title>\(a.title)_新闻_某某网</title></head><body><div class="breadcrumb"><a href="/">首页</a> > 新闻 > 正文</div>
      <div class="article"><h1>\(a.title)</h1><div class="share">分享到：微信 微博 QQ空间</div>\(paragraphs(a))
      <div class="pager"><a href="1">上一页</a> 1 <a href="2">2</a> <a href="2">下一页</a></div></div>\(imprint)</body></html>
      """
    },
    HTMLFrame(name: "a disclaimer in sentences") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="article"><h1>\(a.title)</h1>\(paragraphs(a))</div>
      <div class="copyright"><p>版权声明：凡本网注明来源的作品，版权均属本网所有，未经授权不得转载、摘编；已经授权的，应在授权范围内使用，并注明来源。违者本网将追究其法律责任，特此声明。</p></div></body></html>
      """
    },
    HTMLFrame(name: "headings between paragraphs") { a in
      """
      <html><head><title>\(a.title)</title></head><body>\(nav)<div class="c"><h1>\(a.title)</h1>
      \(a.paragraphs.map { "<h3>小标题在此</h3><p>\($0)</p>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "advertisement in the middle") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="c"><h1>\(a.title)</h1><p>\(a.paragraphs[0])</p>
      <div class="ad"><a href="http://ads"><img src="ad.jpg"></a></div><script>document.write("广告，广告，广告");</script>
      \(a.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "hidden text") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div style="display: none">别的新闻的标题，别的新闻的正文，别的新闻，很多很多，很长很长。</div>
      <div class="c"><h1>\(a.title)</h1>\(paragraphs(a))<p hidden>别的新闻的提要，看不见的，也不要。</p></div></body></html>
      """
    },
    HTMLFrame(name: "no title in the head") { a in
      "<html><body><div class=\"menu\">\(nav)</div><h1>\(a.title)</h1><div>\(paragraphs(a))</div></body></html>"
    },
    HTMLFrame(name: "custom elements") { a in
      """
      <html><head><title>\(a.title)</title></head><body><enpproperty>x=1</enpproperty><div class="c"><h1>\(a.title)</h1><founder-content>
      \(paragraphs(a))</founder-content></div></body></html>
      """
    },
    HTMLFrame(name: "word processor markup") { a in
      """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>\(a.title)</title><style>p.MsoNormal{margin:0}</style></head>
      <body><div class="Section1"><h1>\(a.title)</h1>
      \(a.paragraphs.map { "<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体'>\($0)</span><o:p></o:p></p>" }.joined())
      </div></body></html>
      """
    },
    HTMLFrame(name: "entities instead of characters") { a in
      "<html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1>"
        + a.paragraphs.map { p in
          "<p>" + p.unicodeScalars.map { "&#\($0.value);" }.joined() + "</p>"
        }.joined() + "</body></html>"
    },
    HTMLFrame(name: "list of links longer than the text") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div><ul>\(links)\(links)\(links)</ul></div><div class="x"><h1>\(a.title)</h1>
      \(paragraphs(a))</div><div><ul>\(links)\(links)</ul></div></body></html>
      """
    },
  ]
}

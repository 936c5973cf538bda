/// News sites and portals, wide and narrow.
extension HTMLFrame {
  private static func p(_ a: Article, _ open: String = "<p>", _ close: String = "</p>") -> String {
    a.paragraphs.map { open + $0 + close }.joined(separator: "\n")
  }

  private static let listed = (1...8).map {
    "<li><a href=\"\($0)\">列表里的第\($0)条，讲的是别处的事情</a><span>05-1\($0)</span></li>"
  }.joined()

  static let sites: [HTMLFrame] = [
    HTMLFrame(name: "related news inside the article's own box") { a in
      """
      <html><head><title>\(a.title)_江城新闻网</title></head><body><div class="wrap"><div class="article"><h1>\(a.title)</h1>
      <div class="info"><span>\(a.date) 08:12</span><span>来源：江城日报</span></div>\(p(a))
      <div><strong>延伸阅读</strong><ul>\(listed)</ul></div></div></div></body></html>
      """
    },
    HTMLFrame(name: "comments without a class that says so") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="box1"><h1>\(a.title)</h1>\(p(a))</div>
      <div class="box2"><h3>网友评论</h3><dl><dt><a href="u1">路人甲</a> 发表于 10:12</dt><dd>网友说，说得好，大家都看看，我也觉得是这样的。</dd>
      <dt><a href="u2">路人乙</a> 发表于 11:30</dt><dd>网友说，有道理，不过还要看以后做得怎么样，对吧？</dd></dl><textarea>我也来说两句</textarea></div></body></html>
      """
    },
    HTMLFrame(name: "disclaimer behind the text") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="content"><h1>\(a.title)</h1>\(p(a))
      <p>免责声明：本网站转载的文章版权归原作者所有，转载目的在于传递更多信息，不代表本网观点，如有侵权请联系我们删除。</p></div></body></html>
      """
    },
    HTMLFrame(name: "buttons and counters around the text") { a in
      """
      <html><head><title>\(a.title)-江城在线</title></head><body><div class="main"><h1>\(a.title)</h1>
      <p>\(a.date) 09:00　来源：江城在线　浏览次数：1234</p><div><a href="#">【打印】</a><a href="#">【关闭】</a></div>
      \(p(a))<p>【字体：大 中 小】</p><p><a href="1">上一篇：没有了</a></p><p><a href="2">下一篇：别处的新闻一则</a></p></div></body></html>
      """
    },
    HTMLFrame(name: "recommended reading between paragraphs") { a in
      """
      <html><head><title>\(a.title)</title></head><body><article><h1>\(a.title)</h1><p>\(a.paragraphs[0])</p>
      <p>推荐阅读：<a href="1">别处的新闻讲的是别处的事</a></p><div class="rec"><a href="2"><img src="x"><span>又一则别处的新闻，也有标题</span></a></div>
      \(a.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined())</article></body></html>
      """
    },
    HTMLFrame(name: "double breaks and fonts in a cell") { a in
      """
      <html><head><title>\(a.title)</title></head><body><table><tr><td><a href="/">首页</a></td></tr><tr><td><div align="center"><strong>\(a.title)</strong></div><br>
      <font face="宋体">\(a.paragraphs.map { "　　" + $0 }.joined(separator: "<br><br>"))</font></td></tr></table></body></html>
      """
    },
    HTMLFrame(name: "single breaks without indents") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div id="content">\(a.paragraphs.joined(separator: "<br/>"))</div></body></html>
      """
    },
    HTMLFrame(name: "breaks in paragraphs with indents of no-break spaces") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div><p>\(a.paragraphs.map { "&nbsp; &nbsp; \($0)" }.joined(separator: "<br />"))</p></div></body></html>
      """
    },
    HTMLFrame(name: "blank divs between divs") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div class="note">\(a.paragraphs.map { "<div>\($0)</div><div><br></div>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "blocks made of spans") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div class="article-content">\(a.paragraphs.map { "<span style='display:block'>\($0)</span>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "window title with the site before the headline") { a in
      """
      <html><head><title>江城新闻网 - \(a.title)</title></head><body><div class="logo">江城新闻网</div><div class="con"><div class="bt">\(a.title)</div>\(p(a))</div></body></html>
      """
    },
    HTMLFrame(name: "metadata of an official page in a table", also: ["索引号  000123", "发文机关  江城市统计局"]) { a in
      """
      <html><head><meta name="PubDate" content="\(a.date)"><title>\(a.title)</title></head><body><div class="xxgk">
      <table><tr><td>索引号</td><td>000123</td></tr><tr><td>发文机关</td><td>江城市统计局</td></tr></table><h1>\(a.title)</h1>\(p(a))</div></body></html>
      """
    },
    HTMLFrame(name: "date in a sentence of its own") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div>发布时间：\(a.date) 15:20:33 作者：编辑部 来源：江城广播</div>\(p(a))</body></html>
      """
    },
    HTMLFrame(name: "two lines of one headline") { a in
      let cut = a.title.split(separator: " ", maxSplits: 1).joined(separator: "<br>")
      return "<html><head><title>\(a.title)</title></head><body><div><h1>\(cut)</h1>\(p(a))</div></body></html>"
    },
    HTMLFrame(name: "warnings for browsers") { a in
      """
      <html><head><title>\(a.title)</title></head><body><!--[if lt IE 9]><p>您的浏览器太旧，请升级浏览器，否则无法正常阅读本站内容。</p><![endif]--><noscript>请启用JavaScript，否则看不到内容。</noscript>
      <div class="cookie">本站使用Cookie，继续浏览即表示同意。</div><div><h1>\(a.title)</h1>\(p(a))</div></body></html>
      """
    },
    HTMLFrame(name: "very many links in a head of several rows") { a in
      """
      <html><head><title>\(a.title)</title></head><body><table>\((1...6).map { row in "<tr>" + (1...12).map { "<td><a href='\(row)\($0)'>频道\(row)\($0)</a></td>" }.joined() + "</tr>" }.joined())</table>
      <table><tr><td width="70%"><h1>\(a.title)</h1>\(p(a))</td><td><ul>\(listed)\(listed)</ul></td></tr></table></body></html>
      """
    },
    HTMLFrame(name: "side column of digests") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="l"><h1>\(a.title)</h1>\(p(a))</div><div class="r"><h3>今日看点</h3>
      <dl><dt><a href="1">看点一的标题</a></dt><dd>看点一的提要，说的是别处的事情，只有一句。</dd><dt><a href="2">看点二的标题</a></dt><dd>看点二的提要，说的也是别处的事情。</dd></dl></div></body></html>
      """
    },
    HTMLFrame(name: "article without headings or paragraphs") { a in
      "<html><head><title>\(a.title)</title></head><body>\(a.title)<br><br>\(a.paragraphs.map { "　　\($0)" }.joined(separator: "<br>\n"))</body></html>"
    },
    HTMLFrame(name: "single quotes, upper case and no quotes") { a in
      """
      <HTML><BODY><DIV ID=nav CLASS='nav'><A HREF=/>首页</A></DIV><DIV CLASS=content><H1 ALIGN='center'>\(a.title)</H1>
      \(a.paragraphs.map { "<P CLASS=MsoNormal STYLE='text-indent:2em'>\($0)" }.joined())</DIV></BODY></HTML>
      """
    },
    HTMLFrame(name: "paragraphs inside list items") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><ol>\(a.paragraphs.map { "<li><p>\($0)</p></li>" }.joined())</ol></body></html>
      """
    },
    HTMLFrame(name: "source lines with carriage returns alone") { a in
      "<html><head><title>\(a.title)</title></head><body>\r<h1>\(a.title)</h1>\r<div>\r\(a.paragraphs.map { "<p>\($0)</p>\r" }.joined())</div></body></html>"
    },
    HTMLFrame(name: "content in quotations") { a in
      "<html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><blockquote>\(p(a))</blockquote></body></html>"
    },
    HTMLFrame(name: "words emphasised in the middle") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div>\(a.paragraphs.map { "<p><strong>\($0.prefix(5))</strong><em>\($0.dropFirst(5).prefix(4))</em><font color=red>\($0.dropFirst(9).prefix(3))</font>\($0.dropFirst(12))</p>" }.joined())</div></body></html>
      """
    },
  ]
}

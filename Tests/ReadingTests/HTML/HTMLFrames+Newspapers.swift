/// Digital editions of newspapers: the page of an article beside the plan of the printed page.
extension HTMLFrame {
  static let newspapers: [HTMLFrame] = [
    HTMLFrame(name: "edition with elements of its maker's own", page: "A02") { a in
      """
      <HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>\(a.title)--江城晚报</TITLE></HEAD>
      <BODY><TABLE cellSpacing=0 width=1000 border=0><TBODY><TR><TD class=default align=left>\(a.dateInChinese)</TD>
      <TD><A class=preart href="node_1.htm">上一版</A>&nbsp;<A class=preart href="node_3.htm">下一版</A></TD></TR></TBODY></TABLE>
      <TABLE><TR><TD width=300 vAlign=top><TABLE><TR><TD><STRONG>第A02版：要闻</STRONG></TD></TR>
      <TR><TD><IMG src="page.jpg" useMap=#PagePicMap><MAP name=PagePicMap><AREA href="c1.htm"></MAP></TD></TR></TABLE>
      <TABLE><TR><TD>标题导航</TD></TR><TR><TD>·<A href="c1.htm">\(a.title)</A></TD></TR><TR><TD>·<A href="c2.htm">另一条新闻的标题在这里</A></TD></TR>
      <TR><TD>·<A href="c3.htm">第三条新闻的标题也在这里</A></TD></TR></TABLE></TD>
      <TD vAlign=top><TABLE><TR><TD align=center><founder-title><STRONG>\(a.title)</STRONG></founder-title></TD></TR>
      <TR><TD align=center><founder-author>\(a.byline)</founder-author></TD></TR>
      <TR><TD><!--enpcontent--><founder-content>\(a.paragraphs.map { "<P>　　\($0)</P>" }.joined())</founder-content><!--/enpcontent--></TD></TR></TABLE>
      </TD></TR></TABLE><TABLE><TR><TD align=center>主办单位：江城日报社 未经授权不得转载 某ICP备05012345号</TD></TR></TABLE></BODY></HTML>
      """
    },
    HTMLFrame(name: "kicker, headline, subtitle and a line of imprint", page: "06", also: ["引题写在标题之上", "副题写在标题之下"]) {
      a in
      """
      <html><head><meta charset="utf-8"><title>\(a.title)</title></head><body><div class="top"><ul class="date-box"><li>\(a.dateInChinese)</li>
      <li><a href="#">往期回顾</a></li></ul></div><div class="main w1000"><div class="left paper-box"><div class="paper-bot"><p class="left ban">第06版：经济</p>
      <p class="right"><a class="preart" href="a">上一版</a><a class="preart" href="b">下一版</a></p></div></div>
      <div class="right right-main"><div class="article-box"><div class="clearfix"><p class="left"><a href="x">返回目录</a>&nbsp;<a class="big" href="#">放大+</a><a class="small" href="#">缩小-</a><a class="f" href="#">全文复制</a></p>
      <p class="right"><a class="preart" href="p">上一篇</a> <a class="preart" href="n">下一篇</a></p></div>
      <div class="article"><h3>引题写在标题之上</h3><h1>\(a.title)</h1><h2>副题写在标题之下</h2>
      <p class="sec">\(a.byline)<br><span class="date">《江城日报》（<span class="newstime">\(a.dateInChinese)</span>第 06 版）</span></p>
      <div id="ozoom" style="zoom:100%;">\(a.paragraphs.map { "<p>　　\($0)</p>" }.joined())</div></div></div></div></div>
      <div class="foot">江城日报社版权所有，未经书面授权禁止使用<br>Copyright © 1999-2024 by www.example.cn. all rights reserved</div></body></html>
      """
    },
    HTMLFrame(name: "list of all articles of the page below", page: "3") { a in
      """
      <html><head><title>江城晨报数字报-\(a.title)</title></head><body><div id="head"><span>江城晨报</span><span>\(a.dateInChinese)</span><span>第3版 城事</span></div>
      <div id="artcontent"><h2 id="artTitle">\(a.title)</h2><div id="artAuthor">\(a.byline)</div><div id="artText">\(a.paragraphs.map { "　　\($0)<br>" }.joined(separator: "\n"))</div></div>
      <div id="arttitlelist"><div>本版标题</div>\((1...9).map { "<div><a href='\($0).htm'>本版的第\($0)条新闻标题在这里排着</a></div>" }.joined())</div>
      <div>江城晨报社版权所有 技术支持：某某公司</div></body></html>
      """
    },
    HTMLFrame(name: "edition of a paper in Taiwan") { a in
      """
      <!DOCTYPE html><html lang="zh-Hant"><head><meta charset="utf-8"><title>\(a.title) - 江城時報</title>
      <meta property="article:published_time" content="\(a.date)T00:30:00+08:00"></head><body><div class="header"><a href="/">首頁</a><a href="/p">政治</a><a href="/l">地方</a></div>
      <div class="whitecon"><h1>\(a.title)</h1><span class="time">\(a.date) 05:30</span><div class="text boxTitle">\(a.paragraphs.map { "<p>\($0)</p>" }.joined())
      <p class="appE1121">不用抽 不用搶 現在用APP看新聞 保證天天中獎　<a href="/app">點我下載APP</a></p></div>
      <div class="related boxTitle"><h4>相關新聞</h4><a href="1">另一條新聞</a><a href="2">再一條新聞</a></div></div><footer>版權所有 © 江城時報</footer></body></html>
      """
    },
    HTMLFrame(name: "frames of text in absolute boxes", page: "A05") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div style="position:absolute;top:0">江城商报 \(a.dateInChinese) A05版</div>
      <div style="position:absolute;top:40px"><div><div><div style="font-size:24px"><b>\(a.title)</b></div></div></div></div>
      <div style="position:absolute;top:90px"><div><div>\(a.paragraphs.map { "<div><div style='text-indent:2em'>\($0)</div></div>" }.joined())</div></div></div></body></html>
      """
    },
    HTMLFrame(name: "article with a table of figures", also: ["地区  产值（亿元）  增长（%）", "东区  12.5  6.1", "西区  9.8  4.0"]) {
      a in
      """
      <html><head><title>\(a.title)_江城网</title></head><body><div class="nav"><a href="/">首页</a></div><div class="wz"><h1>\(a.title)</h1><p class="ly">\(a.dateInChinese)</p>
      <p>\(a.paragraphs[0])</p><table border="1" cellpadding="3"><tbody><tr><td>地区</td><td>产值（亿元）</td><td>增长（%）</td></tr>
      <tr><td><p>东区</p></td><td><p>12.5</p></td><td><p>6.1</p></td></tr><tr><td><p>西区</p></td><td><p>9.8</p></td><td><p>4.0</p></td></tr></tbody></table>
      \(a.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "old page of nested tables and fonts", page: "4") { a in
      """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>江城日报电子版</title></head><body bgcolor="#FFFFFF" topmargin="0">
      <table width="770" border="0"><tr><td><img src="logo.gif"></td><td><font color="#FF0000">\(a.dateInChinese)&nbsp;&nbsp;第4版</font></td></tr></table>
      <table width="770"><tr><td width="150" bgcolor="#EEEEEE"><table><tr><td><font size="2"><a href="1">一版</a></font></td></tr><tr><td><font size="2"><a href="2">二版</a></font></td></tr></table></td>
      <td><table width="100%"><tr><td height="40" align="center"><font size="5" color="#000080"><b>\(a.title)</b></font></td></tr>
      <tr><td align="center"><font size="2">\(a.byline)</font></td></tr><tr><td><font size="3">\(a.paragraphs.map { "&nbsp;&nbsp;&nbsp;&nbsp;\($0)<br>" }.joined(separator: "\n"))</font></td></tr></table></td></tr></table>
      <table width="770"><tr><td align="center"><font size="2">江城日报社版权所有</font></td></tr></table></body></html>
      """
    },
    HTMLFrame(name: "several articles of one page", also: ["另一篇短讯的标题", "另一篇短讯说，本地粮食储备充足，足够全市吃十八个月。"]) { a in
      """
      <html><head><title>\(a.title)</title></head><body><div id="list"><a href="1">一版</a> <a href="2">二版</a></div><div class="page">
      <div class="art"><h2>\(a.title)</h2>\(a.paragraphs.map { "<p>\($0)</p>" }.joined())</div>
      <div class="art"><h2>另一篇短讯的标题</h2><p>另一篇短讯说，本地粮食储备充足，足够全市吃十八个月。</p></div></div></body></html>
      """
    },
    HTMLFrame(name: "bulletin board with wrapped lines") { a in
      let wrapped = a.paragraphs.map { paragraph in
        var rest = Array("　　" + paragraph)
        var lines: [String] = []
        while !rest.isEmpty {
          lines.append(String(rest.prefix(36)))
          rest.removeFirst(min(36, rest.count))
        }
        return lines.joined(separator: "\n")
      }
      return
        "<html><head><title>\(a.title)</title></head><body><center><h2>\(a.title)</h2></center><pre>\(wrapped.joined(separator: "\n"))\n</pre></body></html>"
    },
    HTMLFrame(name: "caption of a picture in a cell", also: ["▲治理后的河道。记者 王小梅 摄"]) { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="content"><h1>\(a.title)</h1><p>\(a.paragraphs[0])</p>
      <table align="center"><tr><td><img src="1.jpg"></td></tr><tr><td align="center">▲治理后的河道。记者 王小梅 摄</td></tr></table>
      \(a.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined())</div></body></html>
      """
    },
  ]
}

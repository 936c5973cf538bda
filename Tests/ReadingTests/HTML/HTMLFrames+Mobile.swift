/// Pages for small screens, and what editors of social platforms produce.
extension HTMLFrame {
  private static func p(_ a: Article, _ open: String = "<p>", _ close: String = "</p>") -> String {
    a.paragraphs.map { open + $0 + close }.joined(separator: "\n")
  }

  static let mobile: [HTMLFrame] = [
    HTMLFrame(name: "social platform that shows its text by script") { a in
      """
      <html><head><meta property="og:title" content="\(a.title)"><title>\(a.title)</title></head><body><div id="js_article"><div class="rich_media_inner">
      <h1 class="rich_media_title" id="activity-name">\(a.title)</h1><div id="meta_content"><span>江城发布</span> <em id="publish_time">\(a.date) 18:30</em></div>
      <div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section><section style="text-align:center"><span>点击上方蓝字关注我们</span></section></section>
      \(a.paragraphs.map { "<section style='margin:8px'><section><section><p style='line-height:2em'><span><span>\($0.prefix(8))</span></span><span>\($0.dropFirst(8))</span></p></section></section></section><section><br></section>" }.joined())
      <section><p>长按二维码关注</p></section></div></div></div><div id="js_pc_qr_code">微信扫一扫关注该公众号</div></body></html>
      """
    },
    HTMLFrame(name: "mobile page with a button to go on") { a in
      """
      <!DOCTYPE html><html><head><meta name="viewport" content="width=device-width"><title>\(a.title)_手机江城网</title></head><body>
      <header class="m-header"><a href="/">江城网</a><a href="/app">打开APP</a></header><article class="m-article"><h1 class="title">\(a.title)</h1>
      <div class="m-info">江城日报 \(a.date) 10:00</div><div class="content">\(p(a))</div><div class="unfold"><span>展开全文</span></div></article>
      <section class="m-hot"><h2>热门推荐</h2><a href="1"><p>推荐的新闻标题一条</p></a><a href="2"><p>推荐的新闻标题两条</p></a></section><footer>触屏版 电脑版</footer></body></html>
      """
    },
    HTMLFrame(name: "client with cards and tags") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="card"><div class="hd"><h2>\(a.title)</h2><span class="src">江城融媒</span><time>\(a.date)</time></div>
      <div class="bd">\(p(a, "<div class=\"para\">", "</div>"))</div><div class="tags"><a href="1">#水利</a><a href="2">#民生</a></div></div>
      <div class="card"><div class="hd">大家都在看</div><a href="x">别人看的新闻，讲别处的事情</a></div></body></html>
      """
    },
    HTMLFrame(name: "editor that wraps each piece in spans") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div>\(a.paragraphs.map { q in "<p>" + stride(from: 0, to: q.count, by: 7).map { "<span><span style='x'>" + String(q.dropFirst($0).prefix(7)) + "</span></span>" }.joined() + "</p><p>&nbsp;</p>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "headline in a header, text in a main element") { a in
      """
      <!doctype html><html><head><title>\(a.title)</title></head><body><header class="page-header"><h1>\(a.title)</h1><p>\(a.byline)</p></header><main>\(p(a))</main><footer><p>© 2024</p></footer></body></html>
      """
    },
    HTMLFrame(name: "pictures with captions in small type", also: ["图为工程现场。张三 摄"]) { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="article"><h1>\(a.title)</h1><p>\(a.paragraphs[0])</p><p style="text-align:center"><img src="a.jpg"></p>
      <p style="text-align:center"><small>图为工程现场。张三 摄</small></p>\(a.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "player and its buttons before the text") { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="article"><h1>\(a.title)</h1><div class="video"><video src="x"></video><button>播放</button><span>00:00/02:35</span></div>\(p(a))</div></body></html>
      """
    },
    HTMLFrame(name: "section numbers as headings of their own", also: ["01", "02"]) { a in
      """
      <html><head><title>\(a.title)</title></head><body><div class="rich_media_content"><h1>\(a.title)</h1><section><h2>01</h2></section><p>\(a.paragraphs[0])</p><section><h2>02</h2></section>\(a.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "entities for marks and spaces") { a in
      """
      <html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div>\(a.paragraphs.map { "<p>&emsp;&emsp;" + $0.replacing("“", with: "&ldquo;").replacing("”", with: "&rdquo;") + "</p>" }.joined())</div></body></html>
      """
    },
    HTMLFrame(name: "zero-width characters between words") { a in
      "<html><head><title>\(a.title)</title></head><body><h1>\(a.title)</h1><div>\(a.paragraphs.map { "<p>\u{200B}" + $0.replacing("，", with: "，\u{200B}") + "\u{FEFF}</p>" }.joined())</div></body></html>"
    },
    HTMLFrame(name: "state of a script in the page") { a in
      """
      <html><head><title>\(a.title)</title><script type="application/ld+json">{"headline":"别的标题","articleBody":"别的正文，很长的一段。"}</script></head><body><div id="app"><h1>\(a.title)</h1>\(p(a))</div>
      <script>window.__STATE__={"content":"<p>别的正文，很长的一段，不是页面上的。</p>"}</script></body></html>
      """
    },
  ]
}

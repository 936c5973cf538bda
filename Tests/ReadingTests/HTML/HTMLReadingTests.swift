import Reading
import Testing

@Suite struct HTMLReadingTests {
  private static let unwanted = [
    "别的新闻", "网友", "首页", "上一版", "下一版", "下一篇", "下一页", "ICP", "版权", "分享", "热点", "返回", "友情链接", "广告", "财经",
  ]

  @Test(arguments: HTMLFrame.all, Article.all)
  func findsTheArticle(frame: HTMLFrame, article: Article) throws {
    let html = frame.html(article)
    let page = try page(Array(html.utf8), name: "page.html")
    #expect(page.metadata.format == "html")
    #expect(page.metadata.title == article.title)
    let lines = page.strings
    // Every paragraph is a line of its own, in order.
    #expect(lines.filter(article.paragraphs.contains) == article.paragraphs, "got \(lines)")
    for line in lines {
      #expect(!Self.unwanted.contains { line.contains($0) }, "\(line)")
    }
    #expect(page.lines.allSatisfy { $0.isWholeParagraph })
    if html.contains(article.date) || html.contains(article.dateInChinese) {
      #expect(page.metadata.published?.description == article.date)
    }
    #expect(page.locator == .lines)
  }

  /// Nothing else is left: the lines are the article's, its headline, and the labels that belong to it.
  @Test(arguments: HTMLFrame.all, Article.all)
  func readsNothingButTheArticle(frame: HTMLFrame, article: Article) throws {
    let page = try page(Array(frame.html(article).utf8), name: "page.html")
    let labels = [article.date, article.dateInChinese, article.byline, "编：", "来源：", "小标题在此", "图为现场。"]
    let title = article.title.filter { $0 != " " }
    let other = page.strings.filter { line in
      !article.paragraphs.contains(line) && !frame.also.contains(line) && line.filter { $0 != " " } != title
        && !labels.contains { line.contains($0) }
    }
    #expect(other.isEmpty, "\(other)")
    #expect(frame.also.allSatisfy(page.strings.contains), "\(page.strings)")
    #expect(page.metadata.pageNumber == frame.page || frame.page == nil)
  }

  @Test(arguments: HTMLFrame.all) func namesTheLineOfEachParagraph(frame: HTMLFrame) throws {
    let html = frame.html(.school)
    // Where the source does not have the characters in a row, it cannot be searched for them.
    guard !["entities", "numbers", "words emphasised"].contains(where: frame.name.hasPrefix) else { return }
    let page = try page(Array(html.utf8), name: "page.html")
    let source = html.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    for line in page.lines {
      let text = String(decoding: page.text.utf8[line.range], as: UTF8.self)
      guard let paragraph = Article.school.paragraphs.first(where: { $0 == text }) else { continue }
      let place = source[line.number - 1]
      #expect(
        place.contains(paragraph.prefix(6)) || place.contains(paragraph.dropFirst(6).prefix(6)),
        "line \(line.number): \(place)")
    }
  }

  @Test func readsGBKByItsLabelOrWithout() throws {
    let html = HTMLFrame.all[1].html(.river)
    let bytes = try encode(html, "GB18030")
    let labelled = try encode(
      html.replacing("<HEAD>", with: "<HEAD><META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=gb2312\">"),
      "GB18030")
    for bytes in [bytes, labelled] {
      let page = try page(bytes, name: "a.htm")
      #expect(page.metadata.encoding == "GB18030")
      #expect(page.strings.contains(Article.river.paragraphs[0]))
    }
  }

  /// As `curl -i` saves it: the header names the encoding, and is no text.
  @Test(arguments: ["a.html", "a"], ["\r\n", "\n"]) func readsAPageBehindItsHeader(name: String, end: String) throws {
    let html = HTMLFrame.all[2].html(.river)
    let header = ["HTTP/1.1 200 OK", "Server: nginx", "Content-Type: text/html; charset=GBK", "", ""]
    let bytes = try encode(header.joined(separator: end) + html, "GB18030")
    let page = try page(bytes, name: name)
    #expect(page.metadata.format == "html" && page.metadata.encoding == "GB18030")
    #expect(page.strings.contains(Article.river.paragraphs[0]))
    #expect(!page.strings.contains { $0.contains("nginx") || $0.contains("HTTP") })
    let plain = try ReadingTests.page(Array(html.utf8), name: "a.html")
    #expect(page.lines.map { $0.number - 4 } == plain.lines.map(\.number))
  }

  @Test func passesOverAWrongLabel() throws {
    let html = HTMLFrame.all[2].html(.river)
    let head = "<head><meta charset=\"gbk\">"
    let page = try ReadingTests.page(Array(html.replacing("<head>", with: head).utf8), name: "a.htm")
    #expect(page.metadata.encoding == "UTF-8")
    #expect(page.strings.contains(Article.river.paragraphs[0]))
    let wrong = try encode(html.replacing("<head>", with: "<head><meta charset=\"utf-8\">"), "GB18030")
    let other = try ReadingTests.page(wrong, name: "a.htm")
    #expect(other.strings.contains(Article.river.paragraphs[0]))
  }

  @Test func readsBig5() throws {
    let html = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>嘉義新聞</title></head><body>
      <h1>水庫蓄水率回升</h1><p>曾文水庫昨天蓄水率回升到百分之六十二，農民鬆了一口氣。</p><p>水利署表示，二期稻作供水無虞，請民眾放心。</p>
      </body></html>
      """
    let page = try page(try encode(html, "Big5"), name: "a.html")
    #expect(page.metadata.encoding == "Big5")
    #expect(page.strings == ["水庫蓄水率回升", "曾文水庫昨天蓄水率回升到百分之六十二，農民鬆了一口氣。", "水利署表示，二期稻作供水無虞，請民眾放心。"])
  }

  @Test func keepsTheRowsOfTables() throws {
    let html = """
      <html><head><title>各县粮食产量</title></head><body><table class="nav"><tr><td><a href="1">首页</a></td><td><a href="2">下一版</a></td></tr></table>
      <div><h1>各县粮食产量</h1><p>今年各县粮食产量普遍增长，其中东县增长最快，西县次之。</p>
      <table border=1><tr><th>县</th><th>产量<br>（万吨）</th><th>增长（%）</th></tr><tr><td><p>东县</p></td><td>12.5</td><td>6.1</td></tr>
      <tr><td>西县</td><td> 9.8 </td><td>4.0</td></tr></table><p>据农业局分析，增产主要靠单产提高。</p></div></body></html>
      """
    let lines = try page(Array(html.utf8), name: "t.html").strings
    #expect(
      lines == [
        "各县粮食产量", "今年各县粮食产量普遍增长，其中东县增长最快，西县次之。", "县  产量  （万吨）  增长（%）", "东县  12.5  6.1", "西县  9.8  4.0",
        "据农业局分析，增产主要靠单产提高。",
      ])
  }

  @Test func joinsWhatThePageMakerCut() throws {
    let html = """
      <html><head><title>标题</title></head><body><div><p>&nbsp;&nbsp;&nbsp;&nbsp;第一段话说得很完整，没有什么问题，可以不管它。</p>
      <p>&nbsp;&nbsp;&nbsp;&nbsp;第二段话在这里被人从中间切成了两半，前一半</p><p>在上一段里，后一半在这一段里，应当合起来。</p>
      <p>&nbsp;&nbsp;&nbsp;&nbsp;第三段话里有一个换行，它在句子的中间，把数字和单位12<br>万元分开了，应当去掉。</p></div></body></html>
      """
    let lines = try page(Array(html.utf8), name: "t.html").strings
    #expect(
      lines == [
        "第一段话说得很完整，没有什么问题，可以不管它。", "第二段话在这里被人从中间切成了两半，前一半在上一段里，后一半在这一段里，应当合起来。",
        "第三段话里有一个换行，它在句子的中间，把数字和单位12万元分开了，应当去掉。",
      ])
  }

  @Test func readsMetadataOfTheHead() throws {
    let html = """
      <html><head><title>标题一--某某晨报--2023年09月21日--第07版</title></head><body><h1>标题一</h1>
      <p>正文第一句在这里，写得长一些，好让人看出是正文。</p></body></html>
      """
    let metadata = try page(Array(html.utf8), name: "t.html").metadata
    #expect(metadata.published?.description == "2023-09-21")
    #expect(metadata.pageNumber == "07")
    #expect(metadata.title == "标题一")
  }

  @Test(arguments: ["page", "hot-news", "menu page", "ad", "page-wrapper comments-open", "container foot"])
  func takesAPageForWhatItHoldsNotForItsName(name: String) throws {
    let html = """
      <html><head><title>标题</title></head><body class="\(name)"><div id="\(name)"><p>\(Article.school.paragraphs.joined(separator: "</p><p>"))</p></div>
      <div class="comments"><p>网友说：写得好，写得真好，支持。</p></div></body></html>
      """
    let lines = try page(Array(html.utf8), name: "t.html").strings
    #expect(lines.filter(Article.school.paragraphs.contains) == Article.school.paragraphs)
  }

  @Test(arguments: [
    ("<p>今天下雨。</p>", ["今天下雨。"]), ("今天下雨", ["今天下雨"]), ("<h1>标题</h1><p>今天下雨。</p>", ["标题", "今天下雨。"]),
    ("<p><a href=1>首页</a></p><div>气温12度</div>", ["气温12度"]),
  ])
  func readsPagesOfAFewWords(body: String, expected: [String]) throws {
    let html = "<html><head><title>某某</title><meta charset=utf-8></head><body>\(body)</body></html>"
    #expect(try page(Array(html.utf8), name: "t.html").strings == expected)
  }

  @Test(arguments: ["GB18030", "UTF-8"]) func readsAPageWithAHalfCharacterInItsHead(encoding: String) throws {
    let head = "<html><head><meta charset=\"\(encoding)\"><meta name=\"description\" content=\"十年前，石桥小学只有四十七名学生"
    let tail =
      "\"><title>标题</title></head><body><p>\(Article.school.paragraphs.joined(separator: "</p><p>"))</p></body></html>"
    let page = try page(try encode(head, encoding).dropLast() + encode(tail, encoding), name: "a.html")
    #expect(page.metadata.encoding == encoding)
    #expect(page.metadata.replacedSequences >= 1)
    #expect(page.strings == Article.school.paragraphs)
  }

  /// A line above the headline, the headline, a heading of a section, and a sentence in a heading element.
  @Test func tellsHeadingsByTheirElements() throws {
    let sentence = "桥通车那天，老人们在桥头站了很久，谁也舍不得先走。"
    let html = """
      <html><head><title>一座桥的三十年</title></head><body><div><h2>云川县交通建设观察</h2><h1>一座桥的三十年</h1>
      <p>\(Article.school.paragraphs[0])</p><h3>两岸成了一家</h3><p>\(Article.school.paragraphs[1])</p><h4>\(sentence)</h4></div></body></html>
      """
    let page = try page(Array(html.utf8), name: "t.html")
    let headings = zip(page.strings, page.lines).filter { $0.1.style == .heading }.map(\.0)
    #expect(headings == ["云川县交通建设观察", "一座桥的三十年", "两岸成了一家"])
    #expect(page.strings.contains(sentence))
  }

  @Test func refusesAPageThatIsMalformedThroughout() throws {
    let bytes =
      Array("<html><head><meta charset=gbk></head><body><p>".utf8)
      + (0..<400).flatMap { _ in [0xFF, 0xB5, 0x20] as [UInt8] }
    #expect(throws: ReadingError.self) { try page(bytes, name: "a.html") }
  }
}

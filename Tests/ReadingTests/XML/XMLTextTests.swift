import Reading
import Testing

@Suite struct XMLTextTests {
  @Test func readsNITF() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <nitf><head><title>税收增长</title><docdata><date.issue norm="20210803T080000+0800"/></docdata><pubdata name="某某日报"/></head>
      <body><body.head><hedline><hl1>全市税收增长百分之八</hl1></hedline><byline>记者 王明</byline></body.head>
      <body.content><p>上半年，全市完成税收
        三十五亿元。</p><p>其中，<em>增值税</em>十二亿元。</p></body.content></body></nitf>
      """
    let page = try page(Array(xml.utf8), name: "a.xml")
    #expect(page.metadata.format == "nitf")
    #expect(page.metadata.published?.description == "2021-08-03")
    #expect(page.metadata.title == "税收增长")
    #expect(page.strings == ["全市税收增长百分之八", "记者 王明", "上半年，全市完成税收三十五亿元。", "其中，增值税十二亿元。"])
    #expect(page.lines.map(\.number) == [3, 3, 4, 5])
  }

  @Test func readsNewsMLG2() throws {
    let xml = """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>2021-08-03T08:00:00+08:00</versionCreated></itemMeta>
      <contentMeta><headline>全市税收增长</headline></contentMeta><contentSet><inlineXML>
      <html xmlns="http://www.w3.org/1999/xhtml"><body><h1>全市税收增长</h1><p>上半年，全市完成税收三十五亿元。</p></body></html></inlineXML></contentSet></newsItem>
      """
    let page = try page(Array(xml.utf8), name: "a.xml")
    #expect(page.metadata.format == "newsml-g2")
    #expect(page.metadata.published?.description == "2021-08-03")
    #expect(page.metadata.title == "全市税收增长")
    #expect(page.strings == ["全市税收增长", "上半年，全市完成税收三十五亿元。"])
  }

  @Test func readsTEI() throws {
    let xml = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>申报选辑</title></titleStmt>
      <sourceDesc><bibl><date when="1931-05-06">五月六日</date></bibl></sourceDesc></fileDesc></teiHeader>
      <text><body><div><head>米價上漲</head><p>昨日米價每石漲<lb/>二角，計洋十二元。</p></div></body></text></TEI>
      """
    let page = try page(Array(xml.utf8), name: "a.xml")
    #expect(page.metadata.format == "tei")
    #expect(page.metadata.published?.description == "1931-05-06")
    #expect(page.metadata.title == "申报选辑")
    #expect(page.strings == ["米價上漲", "昨日米價每石漲二角，計洋十二元。"])
  }

  @Test(arguments: [
    ("//text", ["甲", "乙", "丙"]), ("/doc/body/text", ["甲"]), ("body//text", ["甲", "乙"]), ("/doc/*/text", ["甲", "丙"]),
    ("//x:note/text", ["丙"]),
  ])
  func readsAnyXMLByAPath(path: String, expected: [String]) throws {
    let xml =
      "<?xml version=\"1.0\"?><doc><body><text>甲</text><part><text>乙</text></part></body><note><text>丙</text></note></doc>"
    #expect(try page(Array(xml.utf8), name: "a.xml", ReadingOptions(xmlText: path)).strings == expected)
  }

  @Test(arguments: ["//nothing", "", "/", "///", "/doc/text"]) func findsNothingByAPathThatNamesNothing(path: String) {
    let xml = "<?xml version=\"1.0\"?><doc><body><text>甲</text></body></doc>"
    #expect(throws: ReadingError.empty) {
      try page(Array(xml.utf8), name: "a.xml", ReadingOptions(xmlText: path))
    }
  }
}

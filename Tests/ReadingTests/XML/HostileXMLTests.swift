import Reading
import Testing

@Suite struct HostileXMLTests {
  private func failure(_ xml: String) -> ReadingError? {
    do throws(ReadingError) {
      _ = try DocumentReader().read(Array(xml.utf8), name: "page.xml")
      return nil
    } catch {
      return error
    }
  }

  private func alto(_ content: String, doctype: String = "") -> String {
    """
    <?xml version="1.0"?>\(doctype)<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><PrintSpace><TextBlock>
    <TextLine HPOS="0" VPOS="0" WIDTH="400" HEIGHT="40"><String CONTENT="\(content)" HPOS="0" VPOS="0" WIDTH="400" HEIGHT="40"/></TextLine>
    </TextBlock></PrintSpace></Page></Layout></alto>
    """
  }

  @Test(arguments: [
    "<!DOCTYPE alto [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]>",
    "<!DOCTYPE alto [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE alto [\n<!ENTITY % p SYSTEM \"http://example.org/x.dtd\"> %p;]>",
    "<!DOCTYPE alto [<!ATTLIST alto x CDATA \"y\">]>",
  ])
  func refusesEntities(doctype: String) {
    #expect(failure(alto("&b;", doctype: doctype))?.reason == "malformed")
  }

  @Test func refusesQuadraticExpansionInAttributes() {
    let doctype = "<!DOCTYPE alto [<!ENTITY a \"\(String(repeating: "x", count: 5_000))\">]>"
    let reason = failure(alto(String(repeating: "&a;", count: 20_000), doctype: doctype))?.reason
    #expect(["malformed", "unsupported"].contains(reason))
  }

  @Test func fetchesNoDocumentType() throws {
    let doctype = "<!DOCTYPE alto SYSTEM \"http://127.0.0.1:9/never.dtd\">"
    #expect(try page(Array(alto("正文", doctype: doctype).utf8), name: "a.xml").strings == ["正文"])
  }

  @Test func refusesUndeclaredEntities() {
    #expect(failure(alto("&nothing;"))?.reason == "malformed")
  }

  @Test func refusesDepth() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(failure("<?xml version=\"1.0\"?><alto>\(deep)")?.reason == "malformed")
    let closed = deep + String(repeating: "</a>", count: 100_000)
    #expect(failure("<?xml version=\"1.0\"?><alto>\(closed)</alto>")?.reason == "malformed")
  }

  @Test func refusesHugeTextNodesAndNames() {
    let huge = String(repeating: "x", count: 11_000_000)
    #expect(failure("<?xml version=\"1.0\"?><alto><Layout>\(huge)</Layout></alto>")?.reason == "malformed")
    #expect(failure(alto(huge))?.reason == "malformed")
    #expect(
      failure("<?xml version=\"1.0\"?><alto><\(String(repeating: "n", count: 1_000_000))/></alto>")?.reason
        == "malformed")
  }

  @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) func refusesTruncatedDocuments(share: Double) throws {
    let xml = alto("正文在这里，有头没有尾")
    let cut = String(xml.prefix(Int(Double(xml.count) * share)))
    let error = try #require(failure(cut))
    #expect(["malformed", "unsupported"].contains(error.reason))
    if error.reason == "malformed" { #expect(error.detail.contains("line")) }
  }

  @Test(arguments: ["<?xml version=\"1.0\"?><alto></alto>", "<alto/>", "<alto><Layout><Page/></Layout></alto>"])
  func callsDocumentsWithoutTextEmpty(xml: String) {
    #expect(failure(xml)?.reason == "empty")
  }

  @Test func readsControlCharactersAsSpaces() throws {
    let page = try page(Array(alto("增\u{1}长\u{FFFF}五成").utf8), name: "a.xml")
    #expect(page.strings[0].contains("五成"))
  }

  @Test func passesOverSenselessNumbers() throws {
    let xml = alto("正文").replacing("HPOS=\"0\"", with: "HPOS=\"NaN\"").replacing(
      "WIDTH=\"400\"", with: "WIDTH=\"1e999\"")
    #expect(try page(Array(xml.utf8), name: "a.xml").strings == ["正文"])
    let negative = alto("正文").replacing("WIDTH=\"400\"", with: "WIDTH=\"-5\"")
    #expect(try page(Array(negative.utf8), name: "a.xml").strings == ["正文"])
  }

  @Test func readsThousandsOfLinesInOnePlace() throws {
    let line = "<TextLine HPOS=\"0\" VPOS=\"0\" WIDTH=\"9\" HEIGHT=\"9\"><String CONTENT=\"字\"/></TextLine>"
    let xml =
      "<alto><Layout><Page><PrintSpace><TextBlock>\(String(repeating: line, count: 5000))</TextBlock></PrintSpace></Page></Layout></alto>"
    let page = try page(Array(xml.utf8), name: "a.xml")
    #expect(page.strings.filter { !$0.isEmpty }.count == 5000)
  }

  @Test func saysWhatItDoesNotRead() {
    #expect(failure("<?xml version=\"1.0\"?><rss><channel/></rss>")?.reason == "unsupported")
  }

  @Test func readsUTF16AndGB18030() throws {
    let xml = alto("全市税收增长").replacing("<?xml version=\"1.0\"?>", with: "<?xml version=\"1.0\" encoding=\"GB18030\"?>")
    #expect(try page(try encode(xml, "GB18030"), name: "a.xml").strings == ["全市税收增长"])
    let wide = alto("全市税收增长").replacing("<?xml version=\"1.0\"?>", with: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
    #expect(try page(try encode("\u{FEFF}" + wide, "UTF-16LE"), name: "a.xml").strings == ["全市税收增长"])
  }

  @Test(.timeLimit(.minutes(1))) func refusesAttributesWithoutEnd() {
    let attributes = (0..<200_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let namespaces = (0..<200_000).map { "xmlns:a\($0)=\"u\"" }.joined(separator: " ")
    for attributes in [attributes, namespaces] {
      #expect(failure("<nitf><p \(attributes)>正文在这里。</p></nitf>")?.reason == "malformed")
    }
  }

  @Test(.timeLimit(.minutes(1))) func readsLongRunsOfSpaceInTimeThatGrowsWithThem() {
    #expect(failure("<nitf><p>" + String(repeating: "　", count: 500_000) + "正文</p></nitf>") == nil)
    #expect(failure("<nitf>" + String(repeating: "<p>正文</p>", count: 20_000) + "</nitf>") == nil)
  }

  @Test func refusesATextNodeWithoutEnd() {
    #expect(failure("<nitf><p>" + String(repeating: "x", count: 11 << 20) + "</p></nitf>")?.reason == "malformed")
  }
}

import Reading
import Testing

@Suite struct HostileHTMLTests {
  private func reason(_ html: String) -> String? {
    do throws(ReadingError) {
      _ = try DocumentReader().read(Array(html.utf8), name: "page.html")
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func readsTextHoweverDeepItNests() throws {
    let text = "很深的地方有一段正文，它应当被读出来，一个字也不能少。"
    for tag in ["div", "font", "span", "table><tr><td", "ul><li"] {
      let html = "<html><body>" + String(repeating: "<\(tag)>", count: 20_000) + text
      let page = try page(Array(html.utf8), name: "deep.html")
      #expect(page.strings == [text])
    }
  }

  @Test(arguments: [
    "<html></html>", "<html><body><p>&nbsp;</p></body></html>", "<!DOCTYPE html>",
    "<html><script>var a='很长的文字，不是正文';</script></html>",
    "<html><body><img src=1><br><br></body></html>",
  ])
  func callsPagesWithoutTextEmpty(html: String) {
    #expect(reason(html) == "empty")
  }

  @Test(arguments: [
    "<html><body><p>正文在这里，有头没有尾，就这样断了，<b>真的", "<html><body><p>正文在这里，有头没有尾，就这样断了，真的<a href=\"x",
    "<html><body><p>正文在这里，有头没有尾，就这样断了，真的<!-- ", "<html><body><p>正文在这里，有头没有尾，就这样断了，真的&am",
    "<html><body></p></p></body></body><p>正文在这里，有头没有尾，就这样断了，真的",
    "<html><body><p>正文在这里，有头没有尾，就这样断了，真的<script>var x = '",
  ])
  func readsPagesThatAreCutOff(html: String) throws {
    let lines = try page(Array(html.utf8), name: "page.html").strings
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("正文在这里，有头没有尾，就这样断了，"))
  }

  @Test func expandsNoEntities() throws {
    let html = """
      <!DOCTYPE html [<!ENTITY a "1234567890"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <html><body><p>正文在这里，里面有实体&b;和&f;两个，都不该展开。</p></body></html>
      """
    let text = try page(Array(html.utf8), name: "page.html").text.string
    #expect(!text.contains("1234567890"))
    #expect(!text.contains("root:"))
  }

  @Test func readsControlCharactersAndOddReferences() throws {
    let html = "<html><body><p>正文里\u{1}有控制字符，还有&#0;和&#xFFFFFF;和&#xD800;以及&#128512;，照样读得出来。</p></body></html>"
    let text = try page(Array(html.utf8), name: "page.html").text
    #expect(String(validating: text.utf8, as: UTF8.self) != nil)
    #expect(text.string.contains("照样读得出来"))
    #expect(!text.utf8.contains(0))
  }

  @Test func readsAPageOfManyElements() throws {
    let html =
      "<html><body><div>" + String(repeating: "<p>又是一段正文，和前面的一样长，没有分别。</p>", count: 20_000) + "</div></body></html>"
    let page = try page(Array(html.utf8), name: "page.html")
    #expect(page.lines.count == 20_000)
  }

  @Test func readsManyAttributesAndLongNames() throws {
    let attributes = (0..<5000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    let html =
      "<html><body><p \(attributes)>正文在这里，前面有很多属性，都不用管。</p><\(String(repeating: "x", count: 100_000))></body></html>"
    let page = try page(Array(html.utf8), name: "page.html")
    #expect(page.strings == ["正文在这里，前面有很多属性，都不用管。"])
  }

  /// What would take the parser, or the reader behind it, time by the square.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<p " + (0..<200_000).map { "a\($0)=\"1\"" }.joined(separator: " ") + ">正文在这里。",
      "<p " + (0..<200_000).map { "a\($0)" }.joined(separator: " ") + ">正文在这里。",
      String(repeating: "<div>", count: 200_000) + "正文在这里。" + String(repeating: "</b>", count: 200_000),
      "<b>" + String(repeating: "<div>", count: 200_000) + "正文在这里。" + String(repeating: "</b>", count: 200_000),
    ])
  func refusesMarkupThatCostsTooMuch(body: String) {
    #expect(reason("<html><body>" + body) == "malformed")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<div>" + String(repeating: "正文，这里<br>", count: 50_000) + "</div>",
      "<pre>\n　　正文，\n　　第二段，写了几个字\n" + String(repeating: "正文没有完的一行，长长的一行，没有句号\n", count: 30_000) + "</pre>",
      "<h1>" + String(repeating: "标题<br>", count: 50_000) + "</h1><p>正文在这里，写了几个字。</p>",
      "<p>" + String(repeating: "&emsp;", count: 200_000) + "正文在这里，写了几个字。</p>",
      String(repeating: "<table><tr><td>", count: 5_000) + "正文在这里，写了几个字。",
      String(repeating: "<!--", count: 200_000) + "<p>正文在这里，写了几个字。</p>",
      String(repeating: "<p><a href=1>链接</a></p><p>短短的一句话，说的是别处。</p>", count: 5_000),
      String(repeating: "<body><html><form>", count: 30_000) + "<p>正文在这里，写了几个字。</p>",
    ])
  func readsRepeatedMarkupInTimeThatGrowsWithIt(body: String) {
    #expect([nil, "empty"].contains(reason("<html><body>" + body)))
  }
}

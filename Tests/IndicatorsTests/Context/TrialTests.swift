import Foundation
import Layout
import Rules
import SourceText
import Testing
import Values

@testable import Figures
@testable import Indicators

struct Trial {
  @Test func run() throws {
    guard let path = ProcessInfo.processInfo.environment["CONTEXT_CASES"] else { return }
    let rules = try ContextRules(rules: .embedded)
    let recognizer = try FigureRecognizer(rules: .embedded)
    var out = ""
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      guard let page = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
      let published = (page["published"] as? String).flatMap { CalendarDate(iso8601: $0) }
      let paragraphs = (page["paragraphs"] as! [[String]]).map {
        Paragraph(text: SourceText(decoded: $0[1]), kind: .init(rawValue: $0[0]) ?? .body)
      }
      let figures = paragraphs.map { recognizer.figures(in: $0.text.utf8, published: published) }
      let context = DocumentContext(paragraphs: paragraphs, figures: figures, published: published, rules: rules)
      var results: [[String: Any]] = []
      for item in page["cases"] as! [[String: Any]] {
        let p = item["p"] as! Int
        let figure = (item["s"] as! Int)..<(item["e"] as! Int)
        let clause = ClauseMap(paragraphs[p].text.utf8)
        let c = clause.range(ofClause: clause.clause(at: figure.lowerBound))
        let role: PeriodRole = item["role"] as! String == "earlier" ? .earlier : .current
        let subject = context.subject(paragraph: p, clause: c, figure: figure, nameStart: item["n"] as! Int)
        let period = context.period(paragraph: p, clause: c, figure: figure, role: role)
        let status = context.sectionStatus(paragraph: p, at: figure.lowerBound)
        results.append([
          "sub": subject?.name ?? NSNull(), "code": subject?.areaCode ?? NSNull(),
          "tp": period?.description ?? NSNull(), "st": status?.rawValue ?? NSNull(),
        ])
      }
      let debug = figures.map { list in
        list.filter { $0.periodExpression != nil }.map {
          ["s": $0.range.lowerBound, "e": $0.range.upperBound, "x": "\($0.periodExpression!)"] as [String: Any]
        }
      }
      let object: [String: Any] = ["page": page["page"]!, "results": results, "periods": debug, "main": "\(context.pageSubject?.name ?? "-") \(context.pageSubject?.areaCode ?? "")"]
      out += String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }
    try out.write(toFile: "/tmp/out.jsonl", atomically: true, encoding: .utf8)
  }
}

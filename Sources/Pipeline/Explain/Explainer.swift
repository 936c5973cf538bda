import Reading
import Records
import Rules
import SourceText

/// Shows how a sentence or a page is read.
public struct Explainer: Sendable {
  private let road: DocumentRoad
  private let reading: ReadingOptions

  /// Errors: `RuleError` where a rule file is wrong.
  public init(rules: RulePack, reading: ReadingOptions) throws(RuleError) {
    road = try DocumentRoad(rules: rules)
    var reading = reading
    reading.siteWords = road.siteWords
    self.reading = reading
  }

  /// How a sentence is read; `nil` is standard input. Errors: `InputError` where it is no text.
  public func explanation(of sentence: String?) throws(InputError) -> SentenceExplanation {
    do throws(ReadingError) {
      let bytes: [UInt8]
      if let sentence {
        bytes = Array(sentence.utf8)
      } else {
        bytes = try FileReader(sizeLimit: reading.sizeLimit).readStandardInput()
      }
      let page = try DocumentReader(options: reading).read(bytes, name: "-")
      let document = road.extract(page, name: "-")
      let (_, traces) = road.interpreter.explain(
        document.paragraphs, figures: document.figures, published: page.metadata.published, region: page.metadata.region
      )
      return SentenceExplanation(document, traces: traces)
    } catch {
      throw InputError("the sentence cannot be read: \(error.detail)")
    }
  }

  /// How a page is put back. Errors: `InputError` where the file cannot be read.
  public func layout(of file: String) throws(InputError) -> LayoutExplanation {
    do throws(ReadingError) {
      let page = try page(of: file)
      return LayoutExplanation(page: page, restored: road.restorer.restore(page, explains: true))
    } catch {
      throw InputError("\(file): \(error.detail)")
    }
  }

  /// The page of an input that is one document.
  private func page(of file: String) throws(ReadingError) -> Page {
    let path = SystemPath(file)
    let sidecar = Sidecar.path(beside: path)
    let hasSidecar = file != "-" && FileStatus(of: sidecar, followingLinks: true)?.kind == .file
    let input = InputFile(
      name: file, origin: file == "-" ? .standardInput : .file(path), sidecar: hasSidecar ? sidecar : nil)
    var source = DocumentSource(InputList(input), options: reading)
    guard let document = source.next() else { throw .empty }
    guard source.next() == nil else {
      throw .unsupported(detail: "it holds several documents; unpack the one to explain")
    }
    return try OpenedDocument(document, options: reading).page
  }
}

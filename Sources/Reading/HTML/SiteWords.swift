import Rules

/// The words of `websites.yaml`: what tells the site from the article on saved web pages.
public final class SiteWords: Sendable {
  let imprint: FoldedWords
  let controls: FoldedWords
  let comments: FoldedWords
  let readers: FoldedWords
  let callObjects: FoldedWords
  let callVerbs: FoldedWords
  private let folding: ScriptFolding

  static let file = "websites.yaml"
  static let lists: Set<String> = ["imprint", "controls", "comments", "readers", "call_objects", "call_verbs"]

  /// Those of the rules inside the binary.
  public static let embedded: SiteWords = {
    do {
      return try SiteWords(rules: .embedded, folding: ScriptFolding(rules: .embedded))
    } catch {
      preconditionFailure("the built-in rules cannot be read: \(error)")
    }
  }()

  /// Errors: `RuleError` where the file is missing or wrong.
  public init(rules: RulePack, folding: ScriptFolding) throws(RuleError) {
    let root = try rules.root(of: Self.file)
    let fields = try root.fields(Self.lists.union(["version", "examples"]))
    func words(_ name: String) throws(RuleError) -> FoldedWords {
      FoldedWords(try root.required(name, in: fields).texts())
    }
    imprint = try words("imprint")
    controls = try words("controls")
    comments = try words("comments")
    readers = try words("readers")
    callObjects = try words("call_objects")
    callVerbs = try words("call_verbs")
    self.folding = folding
  }

  /// A text as the words are compared with it.
  func line(_ utf8: [UInt8]) -> FoldedLine { FoldedLine(folding.shadow(of: utf8)) }

  // MARK: What blocks are

  /// Imprint and licences of a site, and its buttons.
  func isBoilerplate(_ block: HTMLBlock) -> Bool {
    guard block.length <= 400 else { return false }
    let line = line(block.utf8)
    let hits = imprint.matches(in: line.scalars).count
    return hits >= 2 || (hits == 1 && block.length <= 60) || isControl(block, line) || isCall(block, line)
  }

  /// Words for what the reader of a site can do with a page, and nothing else.
  private func isControl(_ block: HTMLBlock, _ line: FoldedLine) -> Bool {
    guard block.length <= 40, block.kind != .row else { return false }
    var letters = 0
    for scalar in line.scalars {
      if (0x4E00...0x9FFF).contains(scalar) { letters += 1 }
      // ， 。 ； are of sentences.
      if [0x2C, 0x3002, 0x3B].contains(scalar) { return false }
    }
    if letters == 0 {
      // A number may be the heading of a section; 00:00 / 02:35 is that of a player.
      if case .heading = block.kind { return false }
      return block.length <= 4 || line.scalars.allSatisfy { $0 <= 0x20 || (0x2F...0x3A).contains($0) }
    }
    return controls.matches(in: line.scalars).reduce(0) { $0 + $1.count } >= letters
  }

  /// A call to follow an account or fetch a program: what it is, and what to do.
  private func isCall(_ block: HTMLBlock, _ line: FoldedLine) -> Bool {
    block.length <= 60 && !callObjects.matches(in: line.scalars).isEmpty && !callVerbs.matches(in: line.scalars).isEmpty
  }

  func isCommentLabel(_ block: HTMLBlock) -> Bool {
    guard block.length <= 12, block.marks == 0 else { return false }
    return !comments.matches(in: line(block.utf8).scalars).isEmpty
  }

  /// A label that no column of a paper has: 评论 may be one.
  func isReaders(_ block: HTMLBlock) -> Bool { !readers.matches(in: line(block.utf8).scalars).isEmpty }
}

extension SiteWords: Hashable {
  public static func == (one: SiteWords, other: SiteWords) -> Bool { one === other }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

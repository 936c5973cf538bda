import Rules

/// The tables of `layout.yaml` and `pairs.yaml`.
struct LayoutRules: Sendable {
  let weights: JoinWeights
  let pairs: CharacterPairs
  let bullets: Set<UInt32>
  let openers: WordList
  let bylines: WordList
  let outlets: WordList
  let credits: WordList
  let furniture: WordList
  let datelines: WordList
  let notAName: WordList
  let cannotBegin: WordList
  let cannotEnd: WordList
  let units: Set<UInt32>

  /// The lists of `layout.yaml`, and those of them that hold single characters.
  static let lists: Set<String> = [
    "bullets", "openers", "bylines", "outlets", "credits", "furniture", "datelines", "cannot_begin", "cannot_end",
    "units", "not_a_name",
  ]
  static let characterLists: Set<String> = ["bullets", "units"]

  /// Errors: `RuleError` where a file is missing or wrong.
  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "layout.yaml")
    let fields = try root.fields(Self.lists.union(["version", "join", "examples"]))
    func words(_ name: String) throws(RuleError) -> WordList {
      WordList(try root.required(name, in: fields).texts())
    }
    func characters(_ name: String) throws(RuleError) -> Set<UInt32> {
      Set(try root.required(name, in: fields).texts().compactMap { $0.unicodeScalars.first?.value })
    }
    weights = try JoinWeights(root.required("join", in: fields))
    pairs = try CharacterPairs(rules: rules)
    bullets = try characters("bullets")
    openers = try words("openers")
    bylines = try words("bylines")
    outlets = try words("outlets")
    credits = try words("credits")
    furniture = try words("furniture")
    datelines = try words("datelines")
    notAName = try words("not_a_name")
    cannotBegin = try words("cannot_begin")
    cannotEnd = try words("cannot_end")
    units = try characters("units")
  }
}

/// Words compared with a line at its beginning, at its end or at any place, at one lookup a place.
struct WordList: Sendable {
  private let byFirst: [UInt32: [[UInt32]]]
  private let byLast: [UInt32: [[UInt32]]]

  init(_ words: [String]) {
    let words = words.map { $0.unicodeScalars.map(\.value) }.filter { !$0.isEmpty }
    byFirst = Dictionary(grouping: words, by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
    byLast = Dictionary(grouping: words, by: { $0[$0.count - 1] }).mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The length of the longest word that begins at a place; 0 where none does.
  func match(_ codes: [UInt32], at place: Int) -> Int {
    guard place < codes.count, let words = byFirst[codes[place]] else { return 0 }
    return words.first { place + $0.count <= codes.count && codes[place..<place + $0.count].elementsEqual($0) }?.count
      ?? 0
  }

  /// The length of the longest word that ends before a place; 0 where none does.
  func match(_ codes: [UInt32], before place: Int) -> Int {
    guard place > 0, let words = byLast[codes[place - 1]] else { return 0 }
    return words.first { $0.count <= place && codes[place - $0.count..<place].elementsEqual($0) }?.count ?? 0
  }
}

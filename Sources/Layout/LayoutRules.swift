import Rules

/// The tables of `layout.yaml` and `pairs.yaml`.
final class LayoutRules: Sendable {
  let weights: JoinWeights
  let gains: JoinGains
  let pairs: CharacterPairs
  let traits = TraitTable()
  let bullets: CodeSet
  let openers: WordList
  let bylines: WordList
  let outlets: WordList
  let credits: WordList
  let furniture: WordList
  let imprintLabels: WordList
  let imprintDetails: WordList
  let imprintControls: WordList
  let datelines: WordList
  let notAName: WordList
  let cannotBegin: WordList
  let cannotEnd: WordList
  let units: CodeSet
  let unitWords: WordList
  let signatures: WordList
  let salutations: WordList
  let enumerators: WordList
  let headingCounters: CodeSet

  /// The lists of `layout.yaml`, and those of them that hold single characters.
  static let lists: Set<String> = [
    "bullets", "openers", "bylines", "outlets", "credits", "furniture", "imprint_labels", "imprint_details",
    "imprint_controls", "datelines", "cannot_begin", "cannot_end",
    "units", "not_a_name", "unit_words", "heading_counters", "signatures", "salutations",
    "enumerators",
  ]
  static let characterLists: Set<String> = ["bullets", "units", "heading_counters"]

  /// Errors: `RuleError` where a file is missing or wrong.
  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "layout.yaml")
    let fields = try root.fields(Self.lists.union(["version", "join", "examples"]))
    func words(_ name: String) throws(RuleError) -> WordList {
      WordList(try root.required(name, in: fields).texts())
    }
    // Rule folders exported before these were do without them.
    func newWords(_ name: String) throws(RuleError) -> WordList { WordList(try fields[name]?.texts() ?? []) }
    func characters(_ name: String) throws(RuleError) -> CodeSet {
      CodeSet(try root.required(name, in: fields).texts().compactMap { $0.unicodeScalars.first?.value })
    }
    weights = try JoinWeights(root.required("join", in: fields))
    gains = JoinGains(weights)
    pairs = try CharacterPairs(rules: rules)
    bullets = try characters("bullets")
    openers = try words("openers")
    bylines = try words("bylines")
    outlets = try words("outlets")
    credits = try words("credits")
    furniture = try words("furniture")
    imprintLabels = try newWords("imprint_labels")
    imprintDetails = try newWords("imprint_details")
    imprintControls = try newWords("imprint_controls")
    datelines = try words("datelines")
    notAName = try words("not_a_name")
    cannotBegin = try words("cannot_begin")
    cannotEnd = try words("cannot_end")
    units = try characters("units")
    signatures = try words("signatures")
    enumerators = try words("enumerators")
    salutations = try words("salutations")
    unitWords = try words("unit_words")
    headingCounters = try characters("heading_counters")
  }
}

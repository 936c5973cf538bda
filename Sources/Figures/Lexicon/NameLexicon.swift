import Rules

/// Words with numerals that are no figures, and the nouns that make a figure part of a name.
struct NameLexicon: Sendable {
  var words = WordTable<Bool>()
  var attributes = WordTable<Bool>()
  var thresholds = WordTable<Bool>()
  /// Verbs before which a number of a thing counts things, from their ends.
  var counting = WordTable<Bool>()
  /// Words beside a score.
  var scores = WordTable<Bool>()
  /// Endings of rates whose bounds pick things out: 成活率85%以上的地块.
  var rates: [[UInt8]] = []

  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "names.yaml")
    let fields = try root.fields(["version", "words", "attributes", "thresholds", "counting", "scores", "rates"])
    for list in try root.required("words", in: fields).items() {
      for word in try list.texts() { words.insert(word, true) }
    }
    for list in try root.required("attributes", in: fields).items() {
      for word in try list.texts() { attributes.insert(word, true) }
    }
    for list in try root.required("thresholds", in: fields).items() {
      for word in try list.texts() { thresholds.insert(word, true) }
    }
    for list in try root.required("counting", in: fields).items() {
      for word in try list.texts() { counting.insertReversed(word, true) }
    }
    for list in try root.required("scores", in: fields).items() {
      for word in try list.texts() { scores.insert(word, true) }
    }
    for list in try fields["rates"]?.items() ?? [] { rates += try list.texts().map { Array($0.utf8) } }
    words.compress()
    attributes.compress()
    thresholds.compress()
    counting.compress()
    scores.compress()
  }
}

extension RuleNode {
  /// What is wrong with a list of words: that it is empty, an empty word, one that stands twice, one that is traditional.
  /// - Parameter check: What else is wrong with a word.
  public func lintWords(
    _ folding: ScriptFolding, check: (_ word: String) -> [String]
  ) throws(RuleError) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    var seen: Set<String> = []
    let items = try items()
    if items.isEmpty { findings.append(RuleFinding(.error, at: error("the list is empty"))) }
    for item in items {
      let word = try item.text()
      var messages: [String] = []
      if word.isEmpty { messages.append("the word is empty") }
      if !seen.insert(word).inserted { messages.append("'\(word)' stands twice") }
      let bytes = Array(word.utf8)
      if folding.shadow(of: bytes) != bytes {
        messages.append("'\(word)' is traditional: rules are written in simplified characters")
      }
      findings += (messages + check(word)).map { RuleFinding(.error, at: item.error($0)) }
    }
    return findings
  }
}

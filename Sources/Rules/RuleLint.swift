/// Finds what is wrong with a rule pack beyond what stops it from loading.
public enum RuleLint {
  /// Duplicate and ambiguous words, unknown keys and bad values of the files about units, counters, numerals, bounds,
  /// periods, names and script, in file order. Errors that stop a file from being read are among them.
  public static func check(_ rules: RulePack) -> [RuleError] {
    var errors: [RuleError] = []
    do { _ = try ScriptFolding(rules: rules) } catch { errors.append(error) }
    errors += words(rules, file: "units.yaml", list: "units", requiresExample: true)
    errors += words(rules, file: "counters.yaml", list: "counters", requiresExample: true)
    errors += acrossFiles(rules)
    errors += words(rules, file: "numerals.yaml", list: "words", requiresExample: true)
    for side in ["before", "after"] {
      errors += words(rules, file: "bounds.yaml", list: side, requiresExample: true)
    }
    for list in ["years", "spans", "moments"] {
      errors += words(rules, file: "periods.yaml", list: list, requiresExample: true)
    }
    errors += names(rules)
    return errors
  }

  /// Each word once in its list, simplified and half width, no word in its own `not`, and an example.
  private static func words(_ rules: RulePack, file: String, list: String, requiresExample: Bool) -> [RuleError] {
    collect { (errors) throws(RuleError) in
      let folding = try ScriptFolding(rules: rules)
      var seen: Set<String> = []
      for (key, entries) in try rules.root(of: file).entries() where try key.text() == list {
        for entry in try entries.items() {
          var own: [String] = []
          var hasExample = false
          for (name, value) in try entry.entries() {
            switch try name.text() {
            case "words":
              for word in try value.items() {
                let text = try word.text()
                if text.isEmpty { errors.append(word.error("the word is empty")) }
                if !seen.insert(text).inserted { errors.append(word.error("'\(text)' stands twice")) }
                if folding.shadow(of: Array(text.utf8)) != Array(text.utf8) {
                  errors.append(word.error("'\(text)' is traditional: rules are written in simplified characters"))
                }
                own.append(text)
              }
            case "not":
              for word in try value.items() {
                let text = try word.text()
                if own.contains(text) { errors.append(word.error("'\(text)' is a word of the same entry")) }
                if list != "words", !own.contains(where: { text.hasPrefix($0) }) {
                  errors.append(word.error("'\(text)' begins with none of the entry's words"))
                }
              }
            case "example": hasExample = true
            default: break
            }
          }
          if own.isEmpty { errors.append(entry.error("'words' is missing")) }
          if requiresExample, !hasExample { errors.append(entry.error("'example' is missing")) }
        }
      }
    }
  }

  /// A surface is a unit or a counter, not both.
  private static func acrossFiles(_ rules: RulePack) -> [RuleError] {
    collect { (errors) throws(RuleError) in
      var units: Set<String> = []
      for (file, list) in [("units.yaml", "units"), ("counters.yaml", "counters")] {
        for (key, entries) in try rules.root(of: file).entries() where try key.text() == list {
          for entry in try entries.items() {
            for (name, value) in try entry.entries() where try name.text() == "words" {
              for word in try value.items() {
                let text = try word.text()
                if file == "units.yaml" {
                  units.insert(text)
                } else if units.contains(text) {
                  errors.append(word.error("'\(text)' is ambiguous: units.yaml has it too"))
                }
              }
            }
          }
        }
      }
    }
  }

  private static func names(_ rules: RulePack) -> [RuleError] {
    collect { (errors) throws(RuleError) in
      for (key, lists) in try rules.root(of: "names.yaml").entries() where try key.text() != "version" {
        var seen: Set<String> = []
        for list in try lists.items() {
          for word in try list.items() {
            let text = try word.text()
            if !seen.insert(text).inserted { errors.append(word.error("'\(text)' stands twice")) }
          }
        }
      }
    }
  }

  private static func collect(_ body: (inout [RuleError]) throws(RuleError) -> Void) -> [RuleError] {
    var errors: [RuleError] = []
    do { try body(&errors) } catch { errors.append(error) }
    return errors
  }
}

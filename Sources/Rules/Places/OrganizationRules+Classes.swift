extension OrganizationRules {
  /// What the classes of bodies say, while they are read.
  struct ClassTables {
    var endings = WordTable<Class>()
    /// Endings of events.
    var events: [String] = []
    var weak = WordTable<Bool>()
    var behindPlaces = WordTable<Bool>()
    var nameable = WordTable<Bool>()
    var lines = WordTable<Bool>()
    var numbered = WordTable<Class>()
    var numberedExceptions = WordTable<Bool>()
    var pointingHeads = WordTable<[[UInt8]]>()
    var deictics = WordTable<Deictic>()
    var exceptions = WordTablesByClass()
    var weakExceptions = WordTablesByClass()
    var innerExceptions = WordTablesByClass()

    mutating func read(_ item: RuleNode) throws(RuleError) {
      let entry = try item.fields(OrganizationRules.classKeys)
      let id = try item.required("id", in: entry)
      guard let bodyClass = Class(rawValue: try id.text()) else {
        throw id.error("known classes are \(Class.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let own = try OrganizationRules.words(item.required("endings", in: entry))
      for word in own { endings.insert(word, bodyClass) }
      if bodyClass == .event { events += own }
      if let more = entry["weak"] {
        for word in try OrganizationRules.words(more) {
          endings.insert(word, bodyClass)
          weak.insert(word, true)
        }
      }
      if let more = entry["behind_places"] {
        for word in try OrganizationRules.words(more) { behindPlaces.insert(word, true) }
      }
      if let more = entry["nameable"] {
        for word in try OrganizationRules.words(more) { nameable.insert(word, true) }
      }
      if let more = entry["lines"] {
        for word in try OrganizationRules.words(more) {
          endings.insert(word, bodyClass)
          lines.insert(word, true)
        }
      }
      if let more = entry["numbered"] {
        for word in try OrganizationRules.words(more) { numbered.insert(word, bodyClass) }
      }
      if let unless = entry["numbered_unless"] {
        for word in try OrganizationRules.words(unless) { numberedExceptions.insert(word, true) }
      }
      for word in try OrganizationRules.words(item.required("words", in: entry)) {
        deictics.insert(word, .body(bodyClass))
      }
      if let unless = entry["unless"] { exceptions[bodyClass] = try OrganizationRules.table(unless) }
      if let unless = entry["weak_unless"] { weakExceptions[bodyClass] = try OrganizationRules.table(unless) }
      if let unless = entry["unless_behind"] {
        var table = WordTable<Bool>()
        for word in try OrganizationRules.words(unless) { table.insertReversed(word, true) }
        innerExceptions[bodyClass] = table
      }
    }

    /// 全团, 这个公社: every prefix before every head, and the words that stand by themselves.
    mutating func readPointing(_ root: RuleNode, _ fields: RuleFields) throws(RuleError) {
      let prefixes = try OrganizationRules.words(root.required("pointing_prefixes", in: fields))
      for item in try root.required("pointing", in: fields).items() {
        let entry = try item.fields(["heads", "ends", "words", "prefixes"])
        let own = try entry["prefixes"].map { node throws(RuleError) in try OrganizationRules.words(node) }
        let ends = try OrganizationRules.words(item.required("ends", in: entry)).map { Array($0.utf8) }
        for head in try OrganizationRules.words(item.required("heads", in: entry)) {
          pointingHeads.insertReversed(head, ends)
          for prefix in own ?? prefixes { deictics.insert(prefix + head, .named(ends)) }
        }
        if let words = entry["words"] {
          for word in try OrganizationRules.words(words) { deictics.insert(word, .named(ends)) }
        }
      }
    }
  }
}

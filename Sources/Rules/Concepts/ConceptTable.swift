/// The code list of standard indicators and the names that print uses for each.
public struct ConceptTable: Sendable {
  public private(set) var concepts: [Concept] = []
  private var indices = WordTable<Int>()

  /// Reads `concepts.yaml`. Errors: `RuleError` at an entry that is wrong or a name that two concepts have.
  public init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "concepts.yaml")
    let fields = try root.fields(["version", "concepts"])
    guard try root.required("version", in: fields).integer() == 1 else {
      throw root.error("concepts.yaml must have version 1")
    }
    var codes: Set<String> = []
    for item in try root.required("concepts", in: fields).items() {
      let entry = try item.fields(["code", "name", "english", "unit", "forms"])
      let code = try item.required("code", in: entry)
      guard codes.insert(try code.text()).inserted else { throw code.error("'\(try code.text())' stands twice") }
      let unit = try item.required("unit", in: entry)
      guard let unitClass = Concept.UnitClass(rawValue: try unit.text()) else {
        throw unit.error("known classes are \(Concept.UnitClass.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let name = try item.required("name", in: entry)
      let index = concepts.count
      concepts.append(
        Concept(
          code: try code.text(), name: try name.text(), english: try item.required("english", in: entry).text(),
          unitClass: unitClass))
      try add(try name.text(), index, name)
      if let forms = entry["forms"] {
        for form in try OrganizationRules.words(forms) { try add(form, index, forms) }
      }
    }
  }

  /// The concept of an indicator's name; `nil` where none fits.
  /// - Parameter name: Simplified UTF-8; quotes, 的 and spaces do not matter.
  public func concept(ofName name: [UInt8]) -> Concept? {
    index(of: Self.folded(name)).map { concepts[$0] }
  }

  private mutating func add(_ form: String, _ index: Int, _ node: RuleNode) throws(RuleError) {
    let folded = Self.folded(Array(form.utf8))
    if let other = self.index(of: folded) {
      throw node.error("'\(form)' is a name of \(concepts[other].code) and of \(concepts[index].code)")
    }
    indices.insert(String(decoding: folded, as: UTF8.self), index)
  }

  private func index(of folded: [UInt8]) -> Int? {
    guard let match = indices.longestMatch(in: folded, at: 0), match.end == folded.count else { return nil }
    return match.value
  }

  /// 的.
  private static func isParticle(_ name: [UInt8], _ offset: Int) -> Bool {
    name[offset] == 0xE7 && name[offset + 1] == 0x9A && name[offset + 2] == 0x84
  }

  /// A name without quotes, 的 and spaces, ASCII in half width and lower case.
  private static func folded(_ name: [UInt8]) -> [UInt8] {
    // Most names are of ideographs that all stay.
    var offset = 0
    while offset + 2 < name.count, name[offset] &- 0xE4 < 6, !isParticle(name, offset) { offset += 3 }
    if offset == name.count { return name }
    var result = Array(name[..<offset])
    result.reserveCapacity(name.count)
    while offset < name.count {
      let (scalar, size) = UTF8Scalar.folded(in: name, at: offset)
      switch scalar {
      case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0x20, 0x3000, 0xA0, 0x7684: break
      case 0x41...0x5A: result.append(UInt8(scalar) + 0x20)
      case 0x21...0x7E: result.append(UInt8(scalar))
      default: for byte in offset..<offset + size { result.append(name[byte]) }
      }
      offset += size
    }
    return result
  }
}

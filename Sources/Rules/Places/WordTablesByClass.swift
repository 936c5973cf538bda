/// For each class of bodies a table of words, where it has one: found by the place of the class, as a key would be hashed for
/// each ending that a text has.
struct WordTablesByClass: Sendable {
  private var tables = [WordTable<Bool>?](repeating: nil, count: OrganizationRules.Class.allCases.count)

  subscript(bodyClass: OrganizationRules.Class) -> WordTable<Bool>? {
    get { tables[Self.place(of: bodyClass)] }
    set { tables[Self.place(of: bodyClass)] = newValue }
  }

  private static func place(of bodyClass: OrganizationRules.Class) -> Int {
    switch bodyClass {
    case .company: 0
    case .bank: 1
    case .school: 2
    case .hospital: 3
    case .court: 4
    case .zone: 5
    case .facility: 6
    case .event: 7
    case .society: 8
    case .settlement: 9
    case .authority: 10
    case .project: 11
    case .region: 12
    }
  }
}

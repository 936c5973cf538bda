/// Which opening marks wait for their closing marks.
struct OpenPairs: Sendable {
  /// A mark that is not closed for so long is a misprint.
  private static let patience = 600

  private var stack: [(closer: UInt32, age: Int)] = []
  private var asciiQuoteAge: Int?
  /// The first closing mark that nothing opened.
  private(set) var unmatched: UInt32?

  /// The closing marks that are waited for.
  var awaited: [UInt32] {
    stack.filter { $0.age < Self.patience }.map(\.closer)
      + (asciiQuoteAge.map { $0 < Self.patience } == true ? [0x22] : [])
  }

  var isOpen: Bool {
    stack.contains { $0.age < Self.patience } || asciiQuoteAge.map { $0 < Self.patience } == true
  }

  mutating func read(_ codes: [UInt32]) {
    for index in stack.indices { stack[index].age += codes.count }
    if let age = asciiQuoteAge { asciiQuoteAge = age + codes.count }
    for (index, code) in codes.enumerated() {
      if let closer = CharacterClass.closer(of: code) {
        if stack.count < 16 { stack.append((closer, codes.count - index)) }
      } else if code == 0x22 {
        asciiQuoteAge = asciiQuoteAge == nil ? codes.count - index : nil
      } else if CharacterClass.isCloser(code) {
        if let open = stack.lastIndex(where: { $0.closer == code }) {
          stack.removeSubrange(open...)
        } else if unmatched == nil {
          unmatched = code
        }
      }
    }
  }
}

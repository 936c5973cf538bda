/// What was read last of one text, by the place it was read at: a place is asked for a numeral as a month, a day, a
/// decade, a rank and a quantity.
///
/// Its memory is its own: arrays would be three more blocks for each paragraph, and each access to one would be checked.
final class NumeralMemo {
  private struct Entry {
    var numeralStart = -1
    var numeral: Numeral?
    var numberStart = -1
    var number: (value: Int, end: Int)?
  }

  /// Places that are remembered at a time, one for each remainder.
  private static let count = 4

  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: Self.count)
    entries.initialize(repeating: Entry(), count: Self.count)
  }

  deinit {
    entries.deinitialize(count: Self.count)
    entries.deallocate()
  }

  /// The numeral at `start`, read where it is not remembered.
  @inline(__always)
  func numeral(at start: Int, read: () -> Numeral?) -> Numeral? {
    let slot = start & (Self.count - 1)
    if entries[slot].numeralStart == start { return entries[slot].numeral }
    let numeral = read()
    entries[slot].numeralStart = start
    entries[slot].numeral = numeral
    return numeral
  }

  /// The small number at `start`, read where it is not remembered.
  @inline(__always)
  func number(at start: Int, read: () -> (value: Int, end: Int)?) -> (value: Int, end: Int)? {
    let slot = start & (Self.count - 1)
    if entries[slot].numberStart == start { return entries[slot].number }
    let number = read()
    entries[slot].numberStart = start
    entries[slot].number = number
    return number
  }
}

/// What was read last of one text, by the place it was read at: a place is asked for a numeral as a month, a day, a
/// decade, a rank and a quantity.
final class NumeralMemo {
  /// Places that are remembered at a time, one for each remainder.
  private static let slots = 4

  // Each is read or written in one step: nothing that is called here comes back while it is.
  @exclusivity(unchecked) private var numeralStarts = [Int](repeating: -1, count: slots)
  @exclusivity(unchecked) private var numerals = [Numeral?](repeating: nil, count: slots)
  @exclusivity(unchecked) private var numberStarts = [Int](repeating: -1, count: slots)
  @exclusivity(unchecked) private var numbers = [(value: Int, end: Int)?](repeating: nil, count: slots)

  /// The numeral at `start`, read where it is not remembered.
  @inline(__always)
  func numeral(at start: Int, read: () -> Numeral?) -> Numeral? {
    let slot = start & (Self.slots - 1)
    if numeralStarts[slot] == start { return numerals[slot] }
    let numeral = read()
    numeralStarts[slot] = start
    numerals[slot] = numeral
    return numeral
  }

  /// The small number at `start`, read where it is not remembered.
  @inline(__always)
  func number(at start: Int, read: () -> (value: Int, end: Int)?) -> (value: Int, end: Int)? {
    let slot = start & (Self.slots - 1)
    if numberStarts[slot] == start { return numbers[slot] }
    let number = read()
    numberStarts[slot] = start
    numbers[slot] = number
    return number
  }
}

/// In which order a text first names places and words for a division.
struct NamingOrder: Sendable {
  static let city: [UInt8] = Array("市".utf8)

  private var places: [Int: Int] = [:]
  private var units: [[UInt8]: Int] = [:]
  private var count = 0

  mutating func note(_ place: Int) {
    count += 1
    if places[place] == nil { places[place] = count }
  }

  mutating func note(_ unit: [UInt8]) {
    count += 1
    if units[unit] == nil { units[unit] = count }
  }

  /// Adds what the text names that follows.
  mutating func add(_ other: NamingOrder) {
    let before = count
    places.merge(other.places.mapValues { $0 + before }) { first, _ in first }
    units.merge(other.units.mapValues { $0 + before }) { first, _ in first }
    count += other.count
  }

  /// Whether a place is named first when a word for a division of its kind was said already.
  func isNamed(_ place: Int, behind unit: [UInt8]) -> Bool {
    guard let word = units[unit], let name = places[place] else { return false }
    return word < name
  }
}

import Values

/// Values by the unit of a figure: so few that they are looked through, by bytes.
struct UnitTable<Value> {
  private var units: [String] = []
  private var values: [Value] = []

  subscript(unit: String) -> Value? {
    index(of: unit).map { values[$0] }
  }

  mutating func set(_ value: Value, for unit: String) {
    if let index = index(of: unit) {
      values[index] = value
    } else {
      if units.isEmpty {
        units.reserveCapacity(6)
        values.reserveCapacity(6)
      }
      units.append(unit)
      values.append(value)
    }
  }

  private func index(of unit: String) -> Int? {
    units.firstIndex { $0.hasBytes(of: unit) }
  }
}

/// A set of keys that are hashes or pairs of codes already: open addressing, and no hashing but a multiplication.
struct KeySet: Sendable {
  private var slots: [UInt64]
  private var hasZero = false
  private var count = 0

  /// - Parameter capacity: About how many keys will be added.
  init(capacity: Int = 0) {
    slots = Array(repeating: 0, count: Self.size(for: capacity))
  }

  mutating func insert(_ key: UInt64) {
    guard key != 0 else {
      hasZero = true
      return
    }
    var slot = Self.slot(of: key, in: slots.count)
    while slots[slot] != 0 {
      if slots[slot] == key { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = key
    count += 1
    if count * 2 > slots.count { grow() }
  }

  func contains(_ key: UInt64) -> Bool {
    guard key != 0 else { return hasZero }
    var slot = Self.slot(of: key, in: slots.count)
    while slots[slot] != key {
      if slots[slot] == 0 { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    return true
  }

  private mutating func grow() {
    let keys = slots
    slots = Array(repeating: 0, count: keys.count * 2)
    count = 0
    for key in keys where key != 0 { insert(key) }
  }

  fileprivate static func size(for capacity: Int) -> Int {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    return size
  }

  @inline(__always)
  fileprivate static func slot(of key: UInt64, in size: Int) -> Int {
    // The keys of pages come from the page: a multiplication by an odd number keeps different ones apart.
    Int(truncatingIfNeeded: ((key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }
}

/// A table from such keys to numbers that are not negative.
struct KeyTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  /// - Parameter capacity: About how many keys will be added.
  init(capacity: Int = 0) {
    keys = Array(repeating: 0, count: KeySet.size(for: capacity))
    values = Array(repeating: -1, count: keys.count)
  }

  /// The number of a key, or `nil`.
  func value(of key: UInt64) -> Int32? {
    let value = values[slot(of: key)]
    return value >= 0 ? value : nil
  }

  /// Gives a key a number; what it had before, or -1.
  @discardableResult
  mutating func replace(_ key: UInt64, by value: Int32) -> Int32 {
    let slot = slot(of: key)
    let before = values[slot]
    keys[slot] = key
    values[slot] = value
    if before < 0 {
      count += 1
      if count * 2 > keys.count { grow() }
    }
    return before
  }

  /// Where a key stands or would stand.
  private func slot(of key: UInt64) -> Int {
    var slot = KeySet.slot(of: key, in: keys.count)
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.1 >= 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    values = Array(repeating: -1, count: keys.count)
    for (key, value) in old {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}

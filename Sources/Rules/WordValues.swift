/// What the words of a `WordTable` mean, by the numbers of the words, in memory of its own.
///
/// Only a table that alone has it changes it. Reading goes by one address: an array would be counted at each question.
@usableFromInline
final class WordValues<Value: Sendable>: @unchecked Sendable {
  @exclusivity(unchecked) @usableFromInline var base: UnsafeMutablePointer<Value>
  @exclusivity(unchecked) @usableFromInline var count = 0
  @exclusivity(unchecked) @usableFromInline var capacity: Int

  @inlinable
  init() {
    capacity = 4
    base = .allocate(capacity: capacity)
  }

  @inlinable
  init(copying other: WordValues) {
    capacity = other.capacity
    count = other.count
    base = .allocate(capacity: capacity)
    base.initialize(from: other.base, count: count)
  }

  @inlinable
  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// What a word means; its number is one that `append` gave.
  @inlinable
  @inline(__always)
  subscript(word: Int) -> Value { base[word] }

  @inlinable
  func append(_ value: Value) {
    if count == capacity {
      let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: base, count: count)
      base.deallocate()
      base = larger
      capacity *= 2
    }
    (base + count).initialize(to: value)
    count += 1
  }
}

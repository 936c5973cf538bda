/// What is taken for a bomb: an input that is made to become very large or very many.
public struct ContainerLimits: Hashable, Sendable {
  /// Bytes that all that is unpacked from one input may have together.
  public var total: Int
  /// How many times its compressed size a compressed member may have, once it is larger than `ratioFloor`.
  public var ratio: Int
  /// How deep containers may lie in each other; a compressed archive is two deep.
  public var depth: Int
  /// Members of all archives of one input together.
  public var members: Int

  /// Below this size no ratio is too high: a short text of one repeated character is no bomb.
  static let ratioFloor = 8 << 20

  public init(total: Int = 64 << 30, ratio: Int = 200, depth: Int = 4, members: Int = 10_000_000) {
    self.total = total
    self.ratio = ratio
    self.depth = depth
    self.members = members
  }
}

/// What of the limits one input has used.
final class ContainerBudget {
  let limits: ContainerLimits
  private var unpacked = 0
  private var members = 0
  /// A limit of the input as a whole has been passed: nothing more may be read of it.
  private(set) var isSpent = false

  init(_ limits: ContainerLimits) { self.limits = limits }

  /// Counts unpacked bytes. Errors: `overLimit`.
  func unpack(_ count: Int) throws(ReadingError) {
    unpacked += count
    guard unpacked <= limits.total else {
      isSpent = true
      throw .overLimit(detail: "more than \(limits.total) bytes come out of it (--max-unpacked); the rest is not read")
    }
  }

  /// Counts a member of an archive. Errors: `overLimit`.
  func countMember() throws(ReadingError) {
    members += 1
    guard members <= limits.members else {
      isSpent = true
      throw .overLimit(detail: "it has more than \(limits.members) members (--max-members); the rest is not read")
    }
  }

  func checkDepth(_ depth: Int) throws(ReadingError) {
    guard depth <= limits.depth else {
      throw .overLimit(detail: "containers lie more than \(limits.depth) deep in each other (--max-depth)")
    }
  }
}

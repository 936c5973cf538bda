/// Bytes that are added at the end and read back by their place: the latest in memory, those before them in a file.
struct SpilledBytes {
  private let memory: Int
  private let makeFile: () throws(OutputError) -> SpillFile
  private var file: SpillFile?
  private var spilled = 0
  private var held: [UInt8] = []

  /// - Parameters:
  ///   - memory: Bytes that may be held, about.
  ///   - makeFile: Gives a file for what is too much.
  init(memory: Int, makeFile: @escaping () throws(OutputError) -> SpillFile) {
    self.memory = memory
    self.makeFile = makeFile
  }

  var count: Int { spilled + held.count }

  /// Adds a piece.
  /// - Returns: Its place.
  @discardableResult
  mutating func append(_ piece: some Collection<UInt8>) throws(OutputError) -> Range<Int> {
    if held.count + piece.count > memory { try flush() }
    let start = count
    held.append(contentsOf: piece)
    return start..<count
  }

  /// - Parameter place: Within what was added in one piece.
  func read(_ place: Range<Int>) throws(OutputError) -> [UInt8] {
    if place.lowerBound >= spilled { return Array(held[place.lowerBound - spilled..<place.upperBound - spilled]) }
    return try file?.read(place, behind: []) ?? []
  }

  private mutating func flush() throws(OutputError) {
    guard !held.isEmpty else { return }
    let file: SpillFile
    if let opened = self.file { file = opened } else { file = try makeFile() }
    self.file = file
    try file.write(held, at: spilled)
    spilled += held.count
    held.removeAll(keepingCapacity: true)
  }
}

/// Pieces dealt out to parts, each of which is read back whole, with its pieces in the order in which they came. What
/// outgrows the memory goes to a file.
struct PartedBytes {
  private let memory: Int
  private let makeFile: () throws(OutputError) -> SpillFile
  private var held: [[UInt8]]
  private var heldBytes = 0
  private var file: SpillFile?
  private var fileEnd = 0
  /// For each part the stretches of the file that hold it.
  private var extents: [[Range<Int>]]

  /// - Parameters:
  ///   - memory: Bytes that may be held, about.
  ///   - makeFile: Gives a file for what is too much.
  init(parts: Int, memory: Int, makeFile: @escaping () throws(OutputError) -> SpillFile) {
    self.memory = memory
    self.makeFile = makeFile
    held = Array(repeating: [], count: parts)
    extents = Array(repeating: [], count: parts)
  }

  var partCount: Int { held.count }

  /// Adds the bytes that the body puts behind those of a part.
  mutating func append(to part: Int, _ body: (inout [UInt8]) -> Void) throws(OutputError) {
    let before = held[part].count
    body(&held[part])
    heldBytes += held[part].count - before
    if heldBytes > memory { try flush() }
  }

  /// Gives out a part and forgets what of it is in memory.
  mutating func take(_ part: Int) throws(OutputError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(extents[part].reduce(held[part].count) { $0 + $1.count })
    if let file {
      for extent in extents[part] { try file.read(extent, appendingTo: &bytes) }
    }
    bytes += held[part]
    heldBytes -= held[part].count
    held[part] = []
    return bytes
  }

  private mutating func flush() throws(OutputError) {
    let file: SpillFile
    if let opened = self.file { file = opened } else { file = try makeFile() }
    self.file = file
    for part in held.indices where !held[part].isEmpty {
      try file.write(held[part], at: fileEnd)
      extents[part].append(fileEnd..<fileEnd + held[part].count)
      fileEnd += held[part].count
      held[part] = []
    }
    heldBytes = 0
  }
}

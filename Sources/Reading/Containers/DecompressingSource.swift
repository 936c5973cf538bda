import CCompression

/// Unpacks a compressed stream as it is read.
final class DecompressingSource: ByteSource {
  enum Method {
    case gzip, deflate, zstandard

    fileprivate var name: String {
      switch self {
      case .gzip: "gzip data"
      case .deflate: "deflated data"
      case .zstandard: "Zstandard data"
      }
    }

    fileprivate var code: Int32 {
      switch self {
      case .gzip: Int32(CCOMPRESSION_GZIP)
      case .deflate: Int32(CCOMPRESSION_DEFLATE)
      case .zstandard: Int32(CCOMPRESSION_ZSTANDARD)
      }
    }
  }

  private static let block = 1 << 18

  private let stream: ByteStream
  private let method: Method
  private let budget: ContainerBudget
  private let decoder: OpaquePointer
  private var input: ArraySlice<UInt8> = []
  private var read = 0
  private var written = 0
  /// Between two members, or behind the last.
  private var isBetween = false
  private var isDone = false

  /// - Throws: `unsupported` where the library is not on this machine.
  init(_ stream: ByteStream, _ method: Method, budget: ContainerBudget) throws(ReadingError) {
    var status: Int32 = 0
    guard let decoder = ccompression_open(method.code, &status) else {
      throw status == Int32(CCOMPRESSION_UNAVAILABLE)
        ? .unsupported(detail: "a Zstandard file; install libzstd (package libzstd1) to read it")
        : .unreadable(detail: "there is no memory to unpack it")
    }
    self.stream = stream
    self.method = method
    self.budget = budget
    self.decoder = decoder
  }

  deinit { ccompression_close(decoder) }

  func nextBlock() throws(ReadingError) -> [UInt8] {
    while !isDone {
      if input.isEmpty { input = try stream.readSome() }
      if isBetween, try !beginsAnother() { break }
      guard !input.isEmpty else {
        throw .malformed(detail: "the \(method.name) break off after \(written) unpacked bytes")
      }
      let block = try decode()
      if !block.isEmpty { return block }
    }
    return []
  }

  private func decode() throws(ReadingError) -> [UInt8] {
    var status: Int32 = 0
    var used: Int64 = 0
    let block = [UInt8](unsafeUninitializedCapacity: Self.block) { buffer, count in
      var made: Int64 = 0
      status = input.withUnsafeBufferPointer {
        ccompression_decode(
          decoder, $0.baseAddress, Int64($0.count), &used, buffer.baseAddress, Int64(buffer.count), &made)
      }
      count = Int(made)
    }
    input = input.dropFirst(Int(used))
    read += Int(used)
    written += block.count
    switch status {
    case Int32(CCOMPRESSION_OK):
      guard used > 0 || !block.isEmpty else { throw damage }
    case Int32(CCOMPRESSION_END): isBetween = true
    case Int32(CCOMPRESSION_NO_MEMORY): throw .unreadable(detail: "there is no memory to unpack it")
    default: throw damage
    }
    try budget.unpack(block.count)
    guard written <= ContainerLimits.ratioFloor || written / max(1, read) < budget.limits.ratio else {
      throw .overLimit(detail: "it unpacks to more than \(budget.limits.ratio) times its size (--max-ratio)")
    }
    return block
  }

  /// Whether another member follows; only zeros may stand behind the last.
  private func beginsAnother() throws(ReadingError) -> Bool {
    // A member of an archive is one stream.
    if method == .deflate {
      isDone = true
      return false
    }
    while let first = input.first, first == 0 {
      input = input.drop { $0 == 0 }
      if input.isEmpty { input = try stream.readSome() }
    }
    guard let first = input.first else {
      isDone = true
      return false
    }
    let isStart = method == .gzip ? first == 0x1F : first == 0x28 || (0x50...0x5F).contains(first)
    guard isStart, ccompression_restart(decoder) == Int32(CCOMPRESSION_OK) else {
      throw .malformed(detail: "something else stands behind the \(method.name)")
    }
    isBetween = false
    return true
  }

  private var damage: ReadingError {
    .malformed(detail: "the \(method.name) are damaged after \(written) unpacked bytes")
  }
}

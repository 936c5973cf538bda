/// Reads a ZIP archive by its central directory, with the extensions for large archives (Zip64).
final class ZipReader {
  private let bytes: any RandomAccessBytes
  private let budget: ContainerBudget
  private let directory: ZipDirectory
  private var place: Int
  private var remaining: Int
  /// Where sidecars stand in the directory; `nil` where files named like them are documents.
  private var sidecars: ZipSidecars?

  /// - Parameter findsSidecars: Files named like sidecars say what is known of others.
  /// - Throws: `malformed` where there is no directory, or members lie over each other; `unsupported` for what uses
  ///   archives as its files: office documents and books; `overLimit`.
  init(_ bytes: any RandomAccessBytes, budget: ContainerBudget, findsSidecars: Bool) throws(ReadingError) {
    self.bytes = bytes
    self.budget = budget
    directory = try ZipDirectory(of: bytes)
    place = directory.range.lowerBound
    remaining = directory.count
    try check(findsSidecars: findsSidecars)
    rewind()
    if sidecars != nil {
      while let entry = try nextEntry() { sidecars?.note(entry.name) }
      rewind()
    }
  }

  /// A member with its bytes, or the reason why it has none.
  typealias Member = (
    entry: ZipEntry, contents: Result<ByteStream, ReadingError>, sidecar: Result<[UInt8], ReadingError>?
  )

  /// The next member that is a file and no sidecar of another; `nil` at the end.
  /// - Throws: `malformed` where the directory is damaged; there is no going on.
  func next() throws(ReadingError) -> Member? {
    while let entry = try nextEntry() {
      if entry.isFolder || sidecars?.isBesideItsFile(entry.name) == true { continue }
      try budget.countMember()
      if sidecars != nil, SidecarName.isOne(entry.name) {
        let name = MemberName.text(of: SidecarName.described(by: entry.name))
        return (entry, .failure(SidecarName.isAlone(name, detail: "which is not in the ZIP archive")), nil)
      }
      let sidecar = try sidecar(of: entry)
      do throws(ReadingError) {
        return (entry, .success(try contents(of: entry)), sidecar)
      } catch {
        return (entry, .failure(error), sidecar)
      }
    }
    return nil
  }

  /// What stands beside a member, looked up in the directory.
  private func sidecar(of entry: ZipEntry) throws(ReadingError) -> Result<[UInt8], ReadingError>? {
    guard let place = sidecars?.place(of: entry.name) else { return nil }
    let sidecar = try self.entry(at: place).entry
    guard sidecar.name == entry.name + SidecarName.ending else { return nil }
    do throws(ReadingError) {
      return .success(try contents(of: sidecar).readAll(limit: SidecarName.sizeLimit))
    } catch {
      if budget.isSpent { throw error }
      return .failure(error)
    }
  }

  private func rewind() {
    place = directory.range.lowerBound
    remaining = directory.count
  }

  /// Goes through the directory once: what all members say together must be possible.
  private func check(findsSidecars: Bool) throws(ReadingError) {
    var compressed = 0
    var isFirst = true
    var start = place
    while let entry = try nextEntry() {
      if findsSidecars, SidecarName.isOne(entry.name) {
        sidecars = sidecars ?? ZipSidecars()
        sidecars?.add(entry.name, at: start)
      }
      start = place
      compressed += entry.compressedSize
      guard compressed <= bytes.count else {
        throw .malformed(detail: "members of the ZIP archive lie over each other")
      }
      if isFirst && entry.name.elementsEqual("mimetype".utf8) || entry.name.elementsEqual("[Content_Types].xml".utf8) {
        throw .unsupported(detail: "an office document or electronic book; its text can be had by saving it as text")
      }
      isFirst = false
    }
  }

  private func nextEntry() throws(ReadingError) -> ZipEntry? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    let (entry, end) = try entry(at: place)
    place = end
    return entry
  }

  /// An entry of the directory, and where the next begins.
  private func entry(at place: Int) throws(ReadingError) -> (entry: ZipEntry, end: Int) {
    let fixed = try bytes.bytes(at: place, count: ZipEntry.fixedSize)
    guard let lengths = ZipEntry.lengths(fixed), place + ZipEntry.fixedSize + lengths <= directory.range.upperBound
    else {
      throw .malformed(detail: "the directory of the ZIP archive is damaged")
    }
    let rest = try bytes.bytes(at: place + ZipEntry.fixedSize, count: lengths)
    guard let entry = ZipEntry(fixed, rest, shift: directory.shift) else {
      throw .malformed(detail: "the directory of the ZIP archive is damaged")
    }
    return (entry, place + ZipEntry.fixedSize + lengths)
  }

  private func contents(of entry: ZipEntry) throws(ReadingError) -> ByteStream {
    if entry.isEncrypted { throw .unsupported(detail: "it is encrypted in the ZIP archive") }
    let local = try bytes.bytes(at: entry.offset, count: 30)
    guard local.starts(with: [0x50, 0x4B, 3, 4]), local.count == 30 else {
      throw .malformed(detail: "it is not where the directory of the ZIP archive says")
    }
    let start = entry.offset + 30 + Int(local[26]) + Int(local[27]) << 8 + Int(local[28]) + Int(local[29]) << 8
    guard start + entry.compressedSize <= bytes.count else {
      throw .malformed(detail: "it goes beyond the end of the ZIP archive")
    }
    let stored = ByteStream(ZipMemberSource(bytes, start..<start + entry.compressedSize))
    let unpacked: ByteStream
    switch entry.method {
    case 0: unpacked = stored
    case 8: unpacked = ByteStream(try DecompressingSource(stored, .deflate, budget: budget))
    case 93: unpacked = ByteStream(try DecompressingSource(stored, .zstandard, budget: budget))
    default: throw .unsupported(detail: "it is compressed in the ZIP archive by method \(entry.method)")
    }
    return ByteStream(CheckedSource(unpacked, size: entry.size, crc: entry.crc))
  }
}

/// The compressed bytes of a member.
private final class ZipMemberSource: ByteSource {
  private static let block = 1 << 18

  private let bytes: any RandomAccessBytes
  private var range: Range<Int>

  init(_ bytes: any RandomAccessBytes, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  func nextBlock() throws(ReadingError) -> [UInt8] {
    let block = try bytes.bytes(at: range.lowerBound, count: min(Self.block, range.count))
    range = range.lowerBound + block.count..<range.upperBound
    return block
  }
}

/// Compares what is unpacked with what the directory says of it.
private final class CheckedSource: ByteSource {
  private let stream: ByteStream
  private let size: Int
  private let crc: UInt32
  private var read = 0
  private var sum = CRC32()

  init(_ stream: ByteStream, size: Int, crc: UInt32) {
    self.stream = stream
    self.size = size
    self.crc = crc
  }

  func nextBlock() throws(ReadingError) -> [UInt8] {
    let block = try stream.readSome()
    read += block.count
    sum.add(block)
    guard read <= size, !block.isEmpty || read == size && sum.value == crc else {
      throw .malformed(detail: "it is damaged in the ZIP archive: its checksum or size is wrong")
    }
    return Array(block)
  }
}

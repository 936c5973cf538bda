#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Bytes that can be had from any place.
protocol RandomAccessBytes: AnyObject {
  var count: Int { get }
  /// The bytes at a place, fewer than wanted only at the end.
  func bytes(at offset: Int, count: Int) throws(ReadingError) -> [UInt8]
}

/// An open file.
final class FileSource: ByteSource, RandomAccessBytes {
  private static let block = 1 << 20

  private let descriptor: Int32
  private let isOwned: Bool
  /// Of a regular file; `nil` for pipes and terminals, which can be read in order only.
  let size: Int?
  private var offset = 0

  var count: Int { size ?? 0 }

  /// - Parameter path: Bytes without a terminating zero.
  /// - Throws: `unreadable`, `notAFile`.
  init(path: some Collection<UInt8>) throws(ReadingError) {
    (descriptor, size) = try FileReader.open(path: path)
    isOwned = true
  }

  /// Standard input.
  init() {
    descriptor = STDIN_FILENO
    isOwned = false
    var status = stat()
    let isFile = fstat(STDIN_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // A file that another program has read a part of is what is left of it.
    size = isFile && lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 ? Int(status.st_size) : nil
  }

  deinit { if isOwned { close(descriptor) } }

  func nextBlock() throws(ReadingError) -> [UInt8] {
    let block =
      if size != nil { try bytes(at: offset, count: Self.block) } else {
        try FileReader.fill(Self.block) { [descriptor] in read(descriptor, $0, $1) }
      }
    offset += block.count
    return block
  }

  func bytes(at place: Int, count: Int) throws(ReadingError) -> [UInt8] {
    try FileReader.fill(count) { [descriptor] target, left in
      pread(descriptor, target, left, off_t(place + count - left))
    }
  }
}

/// An archive that was itself unpacked.
final class MemoryBytes: RandomAccessBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, offset < bytes.count, count > 0 else { return [] }
    return Array(bytes[offset..<offset + min(count, bytes.count - offset)])
  }
}

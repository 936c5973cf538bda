#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads the bytes of a file, or of standard input.
public struct FileReader: Sendable {
  private static let block = 1 << 20

  public let sizeLimit: Int

  public init(sizeLimit: Int = ReadingOptions.defaultSizeLimit) {
    self.sizeLimit = sizeLimit
  }

  /// The bytes of a regular file. Folders, devices, pipes and sockets are refused without reading from them.
  /// - Parameter path: As bytes without a terminating zero: file names need not be UTF-8.
  /// - Throws: `unreadable`, `notAFile`, `tooLarge`.
  public func read(path: some Collection<UInt8>) throws(ReadingError) -> [UInt8] {
    guard !path.contains(0) else { throw .unreadable(detail: "the path holds a NUL") }
    var terminated = path.map { CChar(bitPattern: $0) }
    terminated.append(0)
    // Without O_NONBLOCK opening a pipe would wait for a writer.
    let descriptor = open(terminated, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(detail: Self.message(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(detail: Self.message(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notAFile(detail: "a folder")
    case S_IFIFO: throw .notAFile(detail: "a pipe")
    case S_IFCHR, S_IFBLK: throw .notAFile(detail: "a device")
    case S_IFSOCK: throw .notAFile(detail: "a socket")
    default: throw .notAFile(detail: "no regular file")
    }
    guard Int(status.st_size) <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
    return try read(descriptor: descriptor, expected: Int(status.st_size))
  }

  /// The bytes of a file whose path is text.
  public func read(path: String) throws(ReadingError) -> [UInt8] {
    try read(path: Array(path.utf8))
  }

  /// The bytes of standard input to its end; it may be a pipe or a terminal.
  public func readStandardInput() throws(ReadingError) -> [UInt8] {
    try read(descriptor: STDIN_FILENO, expected: 0)
  }

  private func read(descriptor: Int32, expected: Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than expected, so that the end is seen without growing.
    var room = expected > 0 ? expected + 1 : Self.block
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let got = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, room - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          guard got > 0 else { break }
          count += got
        }
      }
      guard failure == 0 else { throw .unreadable(detail: Self.message(failure)) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
      guard chunk.count == room else { return bytes }
      room = max(Self.block, min(bytes.count, sizeLimit - bytes.count + 1))
    }
  }

  private static func message(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "permission denied"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the path is too long"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "the device gives an input error"
    default: "the system gives error \(code)"
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

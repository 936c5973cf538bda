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
    let (descriptor, size) = try Self.open(path: path)
    defer { close(descriptor) }
    guard size <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
    return try read(descriptor: descriptor, expected: size)
  }

  /// Opens a regular file. Errors: `unreadable`, `notAFile`.
  static func open(path: some Collection<UInt8>) throws(ReadingError) -> (descriptor: Int32, size: Int) {
    guard !path.contains(0) else { throw .unreadable(detail: "the path holds a NUL") }
    var terminated = path.map { CChar(bitPattern: $0) }
    terminated.append(0)
    // Without O_NONBLOCK opening a pipe would wait for a writer.
    let descriptor = systemOpen(terminated, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(detail: message(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .unreadable(detail: message(code))
    }
    let kind: String
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (descriptor, Int(status.st_size))
    case S_IFDIR: kind = "a folder"
    case S_IFIFO: kind = "a pipe"
    case S_IFCHR, S_IFBLK: kind = "a device"
    case S_IFSOCK: kind = "a socket"
    default: kind = "no regular file"
    }
    close(descriptor)
    throw .notAFile(detail: kind)
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
      let chunk = try Self.fill(room) { systemRead(descriptor, $0, $1) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
      guard chunk.count == room else { return bytes }
      room = max(Self.block, min(bytes.count, sizeLimit - bytes.count + 1))
    }
  }

  /// Calls until so many bytes are there or the end is reached.
  /// - Parameter read: As the system's: takes a place and the bytes still wanted, gives how many it put there.
  static func fill(
    _ count: Int, _ read: (UnsafeMutableRawPointer?, Int) -> Int
  ) throws(ReadingError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = read(buffer.baseAddress.map { UnsafeMutableRawPointer($0 + filled) }, count - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { break }
        filled += got
      }
    }
    guard failure == 0 else { throw .unreadable(detail: message(failure)) }
    return bytes
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

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemOpen(_ path: [CChar], _ flags: Int32) -> Int32 { open(path, flags) }

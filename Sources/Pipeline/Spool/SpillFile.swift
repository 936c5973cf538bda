#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file for bytes that do not fit into memory. It has no name, so nothing of it is left however the process ends.
final class SpillFile: Sendable {
  private let descriptor: Int32
  private let path: SystemPath

  /// - Parameter path: Where the file stands for a moment; nothing may be there.
  init(at path: SystemPath) throws(OutputError) {
    self.path = path
    _ = path.withCString { unlink($0) }
    descriptor = path.withCString { open($0, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { throw OutputError(path: path.text, message: systemMessage(errno)) }
    _ = path.withCString { unlink($0) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8], at offset: Int) throws(OutputError) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, off_t(offset + done))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure() }
      done += written
    }
  }

  /// Adds bytes of the file to an array.
  func read(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws(OutputError) {
    let chunk = try read(range, behind: [])
    if bytes.capacity == 0 { bytes = chunk } else { bytes += chunk }
  }

  /// Other bytes and those of the file behind them, in an array of just that size.
  func read(_ range: Range<Int>, behind head: ArraySlice<UInt8>) throws(OutputError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: head.count + range.count) { buffer, count in
      (_, count) = buffer.initialize(from: head)
      while count < head.count + range.count {
        let done = count - head.count
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - done, off_t(range.lowerBound + done))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failed = true
          break
        }
        count += got
      }
    }
    if failed { throw failure() }
    return bytes
  }

  private func failure() -> OutputError { OutputError(path: path.text, message: systemMessage(errno)) }
}

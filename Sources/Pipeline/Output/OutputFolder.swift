#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder whose files are replaced whole or not at all.
///
/// Each file is written beside its place under a hidden name; `commit` brings all of them to the disk and only then
/// renames them. The folder is locked meanwhile, so that two runs cannot mix their outputs.
final class OutputFolder {
  private let path: SystemPath
  private let lock: Int32
  private let created: Bool
  private var files: [OutputFile] = []
  private var isCommitted = false

  /// Makes the folder where it is missing, locks it and clears what an interrupted run left.
  init(_ folder: String) throws(OutputError) {
    path = SystemPath(folder)
    created = try Self.makeFolders(path)
    lock = path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard lock >= 0 else { throw OutputError(path: path.text, message: systemMessage(errno)) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let message = errno == EWOULDBLOCK ? "another run is writing there" : systemMessage(errno)
      close(lock)
      throw OutputError(path: path.text, message: message)
    }
  }

  deinit {
    if !isCommitted {
      for file in files { file.discard() }
      if created { _ = path.withCString { rmdir($0) } }
    }
    close(lock)
  }

  /// A new file that will take the place of `name`.
  func file(named name: String) throws(OutputError) -> OutputFile {
    let target = path.appending(name.utf8)
    if FileStatus(of: target, followingLinks: false)?.kind == .folder {
      throw OutputError(path: target.text, message: "is a folder")
    }
    let file = try OutputFile(temporary: path.appending(".\(name).partial".utf8), target: target)
    files.append(file)
    return file
  }

  /// A file without a name for what does not fit into memory; it takes up room where the outputs will.
  func spillFile(named name: String) throws(OutputError) -> SpillFile {
    try SpillFile(at: path.appending(".\(name)".utf8))
  }

  /// Puts all files in place, in the order they were asked for.
  func commit() throws(OutputError) {
    for file in files { try file.finish() }
    for file in files { try file.moveIntoPlace() }
    guard fsync(lock) == 0 else { throw OutputError(path: path.text, message: systemMessage(errno)) }
    isCommitted = true
  }

  /// Whether the last folder was made.
  private static func makeFolders(_ path: SystemPath) throws(OutputError) -> Bool {
    var made = false
    var partial = SystemPath(path.utf8.first == UInt8(ascii: "/") ? [UInt8(ascii: "/")] : [])
    for component in path.components {
      partial = partial.appending(component)
      made = partial.withCString { mkdir($0, 0o777) } == 0
      if !made, errno != EEXIST { throw OutputError(path: partial.text, message: systemMessage(errno)) }
    }
    return made
  }
}

/// One output file on its way, written in blocks.
final class OutputFile {
  private static let block = 1 << 18

  private let temporary: SystemPath
  private let target: SystemPath
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  fileprivate init(temporary: SystemPath, target: SystemPath) throws(OutputError) {
    self.temporary = temporary
    self.target = target
    // O_NOFOLLOW: a link left under the hidden name must not lead the bytes elsewhere.
    descriptor = temporary.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw OutputError(path: target.text, message: systemMessage(errno)) }
    buffer.reserveCapacity(2 * Self.block)
  }

  func append(_ bytes: [UInt8]) throws(OutputError) {
    if bytes.count >= Self.block {
      try flush()
      try write(bytes)
      return
    }
    buffer += bytes
    if buffer.count >= Self.block { try flush() }
  }

  fileprivate func finish() throws(OutputError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw failure() }
    let outcome = close(descriptor)
    descriptor = -1
    guard outcome == 0 else { throw failure() }
  }

  fileprivate func moveIntoPlace() throws(OutputError) {
    let outcome = temporary.withCString { old in target.withCString { new in rename(old, new) } }
    guard outcome == 0 else { throw failure() }
  }

  fileprivate func discard() {
    if descriptor >= 0 { close(descriptor) }
    _ = temporary.withCString { unlink($0) }
  }

  private func flush() throws(OutputError) {
    try write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8]) throws(OutputError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress.map { $0 + offset }, $0.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure() }
      offset += written
    }
  }

  private func failure() -> OutputError { OutputError(path: target.text, message: systemMessage(errno)) }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

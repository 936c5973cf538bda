#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What kind of thing a path leads to, and which.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file, folder, link, other
  }

  /// The same for every path that leads to the same thing.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let node: UInt64
  }

  let kind: Kind
  let identity: Identity

  /// `nil` where nothing is there or the path may not be looked at.
  init?(of path: SystemPath, followingLinks: Bool) {
    var status = stat()
    let outcome = path.withCString { followingLinks ? stat($0, &status) : lstat($0, &status) }
    guard outcome == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }
}

/// The message of the system for an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}

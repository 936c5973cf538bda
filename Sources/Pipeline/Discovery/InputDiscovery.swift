import Reading

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One input of a run.
public struct InputFile: Sendable {
  public enum Origin: Hashable, Sendable {
    case file(SystemPath)
    case standardInput
    /// Something that cannot be an input, and why: a folder that could not be listed, a sidecar without its file.
    case failure(ReadingError)
  }

  /// The name of the document in all outputs.
  public let name: String
  public let origin: Origin
  /// The file beside it that says what is known of it.
  public var sidecar: SystemPath?
}

/// The inputs a user named make no run.
public struct InputError: Error, Hashable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// Finds the input files below what the user named.
///
/// Folders are walked to the bottom. Hidden entries (`.name`) are passed over. Links inside a folder are passed over
/// too: what they lead to inside the folder is found under its own name, and what is outside stays outside; so no walk
/// is endless. A link that the user names is followed.
///
/// `NAME.meta.yaml` beside a file `NAME` says what is known of it (`Sidecar`) and is no input itself.
///
/// A document is named by its path relative to the folder the user named, or by the file's own name. Where several
/// inputs are named, names are relative to the innermost folder that holds all of them, so that no two are equal.
public struct InputDiscovery: Sendable {
  /// In order of the bytes of their names.
  public private(set) var files: [InputFile] = []
  /// Links and special files inside folders that were passed over.
  public private(set) var passedOver = 0

  private let excluded: Set<FileStatus.Identity>

  /// - Parameters:
  ///   - inputs: Paths; `-` is standard input.
  ///   - folders: Folders whose files are never inputs: the outputs.
  /// - Throws: `InputError` where a path leads nowhere or is empty.
  public init(inputs: [String], excluding folders: [String] = []) throws(InputError) {
    // An unset variable of a script must not mean the working folder.
    if inputs.contains("") { throw InputError("an input is named by an empty text") }
    excluded = Set(folders.compactMap { FileStatus(of: SystemPath($0), followingLinks: true)?.identity })
    let named = Dictionary(inputs.filter { $0 != "-" }.map { (SystemPath($0).absolute, $0) }) { first, _ in first }
    let shared = Self.sharedComponents(Set(named.keys))
    for (path, input) in named {
      let name = SystemPath(path.components.dropFirst(shared).joined(separator: [UInt8(ascii: "/")]))
      guard let status = FileStatus(of: path, followingLinks: true) else {
        throw InputError("\(input): \(Self.reason(nothingAt: path))")
      }
      if status.kind == .folder {
        walk(path, name: name)
      } else if !Sidecar.isBesideItsFile(path) {
        let fileName = name.utf8.isEmpty ? SystemPath(path.components.last ?? []) : name
        let sidecar = Sidecar.path(beside: path)
        let hasSidecar = FileStatus(of: sidecar, followingLinks: true)?.kind == .file
        files.append(InputFile(name: fileName.text, origin: .file(path), sidecar: hasSidecar ? sidecar : nil))
      }
    }
    if inputs.contains("-") { files.append(InputFile(name: "-", origin: .standardInput)) }
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    removeRepetitions()
  }

  private mutating func walk(_ root: SystemPath, name: SystemPath) {
    var folders = [(path: root, name: name)]
    while let (path, name) = folders.popLast() {
      guard let entries = Self.entries(of: path) else {
        let detail = "the folder cannot be listed: \(systemMessage(errno))"
        files.append(
          InputFile(name: name.utf8.isEmpty ? "." : name.text, origin: .failure(.unreadable(detail: detail))))
        continue
      }
      let sidecars = Set(entries.filter(SidecarName.isOne))
      let described = sidecars.isEmpty ? [] : Set(entries.filter { sidecars.contains($0 + SidecarName.ending) })
      for entry in entries where entry.first != UInt8(ascii: ".") {
        let entryPath = path.appending(entry)
        let entryName = name.appending(entry)
        switch FileStatus(of: entryPath, followingLinks: false) {
        case let status? where status.kind == .folder:
          if !excluded.contains(status.identity) { folders.append((entryPath, entryName)) }
        case let status? where status.kind == .file:
          guard sidecars.contains(entry) else {
            let sidecar = described.contains(entry) ? Sidecar.path(beside: entryPath) : nil
            files.append(InputFile(name: entryName.text, origin: .file(entryPath), sidecar: sidecar))
            continue
          }
          if !described.contains(SidecarName.described(by: entry)) {
            let name = SystemPath(SidecarName.described(by: entry)).text
            let error = SidecarName.isAlone(name, detail: "which is not there")
            files.append(InputFile(name: entryName.text, origin: .failure(error)))
          }
        default:
          passedOver += 1
        }
      }
    }
  }

  /// Two inputs may overlap (`corpus corpus/east`): the same file is read once.
  private mutating func removeRepetitions() {
    var kept: [InputFile] = []
    for file in files where kept.last?.name != file.name || kept.last?.origin != file.origin { kept.append(file) }
    files = kept
  }

  /// How many leading names a set of absolute paths shares; the whole path where there is but one.
  private static func sharedComponents(_ paths: Set<SystemPath>) -> Int {
    guard let first = paths.first?.components else { return 0 }
    return paths.dropFirst().reduce(first.count) { count, path in
      zip(first, path.components).prefix(count).prefix { $0.elementsEqual($1) }.count
    }
  }

  private static func entries(of path: SystemPath) -> [[UInt8]]? {
    guard let folder = path.withCString({ opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    return names
  }

  private static func reason(nothingAt path: SystemPath) -> String {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 ? "cannot be looked at" : systemMessage(errno).lowercased()
  }
}

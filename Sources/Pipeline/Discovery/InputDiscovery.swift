import Reading

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

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
  public private(set) var files = InputList()
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
    // Two inputs may overlap (`corpus corpus/east`): the same file is read once.
    files.arrange()
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
      let names = entries.map(\.name)
      let sidecars = Set(names.filter(SidecarName.isOne))
      let described = sidecars.isEmpty ? [] : Set(names.filter { sidecars.contains($0 + SidecarName.ending) })
      let folder = files.addFolder(path, name: name)
      for entry in entries where entry.name.first != UInt8(ascii: ".") {
        switch entry.kind ?? FileStatus(of: path.appending(entry.name), followingLinks: false)?.kind {
        case .folder:
          let inner = path.appending(entry.name)
          let identity = excluded.isEmpty ? nil : FileStatus(of: inner, followingLinks: false)?.identity
          if !(identity.map(excluded.contains) ?? false) { folders.append((inner, name.appending(entry.name))) }
        case .file:
          guard sidecars.contains(entry.name) else {
            files.append(entry.name, inFolder: folder, hasSidecar: described.contains(entry.name))
            continue
          }
          if !described.contains(SidecarName.described(by: entry.name)) {
            let error = SidecarName.isAlone(
              SystemPath(SidecarName.described(by: entry.name)).text, detail: "which is not there")
            files.append(InputFile(name: name.appending(entry.name).text, origin: .failure(error)))
          }
        default:
          passedOver += 1
        }
      }
    }
  }

  /// How many leading names a set of absolute paths shares; the whole path where there is but one.
  private static func sharedComponents(_ paths: Set<SystemPath>) -> Int {
    guard let first = paths.first?.components else { return 0 }
    return paths.dropFirst().reduce(first.count) { count, path in
      zip(first, path.components).prefix(count).prefix { $0.elementsEqual($1) }.count
    }
  }

  /// What stands in a folder; the kind is `nil` where the file system does not tell it with the name.
  private static func entries(of path: SystemPath) -> [(name: [UInt8], kind: FileStatus.Kind?)]? {
    guard let folder = path.withCString({ opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var entries: [(name: [UInt8], kind: FileStatus.Kind?)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let kind: FileStatus.Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_UNKNOWN): nil
        case Int(DT_LNK): .link
        default: .other
        }
      entries.append((name, kind))
    }
    return entries
  }

  private static func reason(nothingAt path: SystemPath) -> String {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 ? "cannot be looked at" : systemMessage(errno).lowercased()
  }
}

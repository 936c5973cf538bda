/// The inputs of a run in some thirty bytes each: of a file below a folder only its own name is kept.
public struct InputList: RandomAccessCollection, Sendable {
  private enum Kind: UInt8 {
    case file, fileWithSidecar
    /// Anything else; its place is among `others`.
    case other
  }

  private struct Entry {
    /// Of its own name in `ownNames`, or among `others`.
    var place: Int
    var folder: Int32 = 0
    var length: UInt16 = 0
    var kind: Kind
  }

  private struct Folder {
    let path: SystemPath
    /// The names of its files begin so, with the last `/`.
    let prefix: [UInt8]
  }

  private var entries: [Entry] = []
  private var folders: [Folder] = []
  private var ownNames: [UInt8] = []
  private var others: [InputFile] = []

  init() {}

  init(_ file: InputFile) { append(file) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(index: Int) -> InputFile {
    let entry = entries[index]
    if entry.kind == .other { return others[entry.place] }
    let folder = folders[Int(entry.folder)]
    let ownName = ownNames[entry.place..<entry.place + Int(entry.length)]
    let path = folder.path.appending(ownName)
    return InputFile(
      name: String(decoding: folder.prefix + ownName, as: UTF8.self), origin: .file(path),
      sidecar: entry.kind == .fileWithSidecar ? Sidecar.path(beside: path) : nil)
  }

  mutating func append(_ file: InputFile) {
    entries.append(Entry(place: others.count, kind: .other))
    others.append(file)
  }

  /// - Parameter name: The name of the folder, which names of its files begin with.
  /// - Returns: Its number.
  mutating func addFolder(_ path: SystemPath, name: SystemPath) -> Int {
    let name = Array(name.text.utf8)
    folders.append(Folder(path: path, prefix: name.isEmpty ? [] : name + [UInt8(ascii: "/")]))
    return folders.count - 1
  }

  /// Adds a file of a folder by its own name there.
  mutating func append(_ ownName: [UInt8], inFolder number: Int, hasSidecar: Bool) {
    let folder = folders[number]
    let shown = Array(SystemPath(ownName).text.utf8)
    guard shown == ownName, let length = UInt16(exactly: ownName.count), let number = Int32(exactly: number) else {
      let path = folder.path.appending(ownName)
      append(
        InputFile(
          name: String(decoding: folder.prefix + shown, as: UTF8.self), origin: .file(path),
          sidecar: hasSidecar ? Sidecar.path(beside: path) : nil))
      return
    }
    entries.append(
      Entry(
        place: ownNames.count, folder: number, length: length, kind: hasSidecar ? .fileWithSidecar : .file))
    ownNames += ownName
  }

  /// Puts the inputs in the order of the bytes of their names; what is there twice is left once.
  mutating func arrange() {
    var arranged = entries
    entries = []
    ownNames.withUnsafeBytes { ownNames in
      func ownName(_ entry: Entry) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: ownNames[entry.place..<entry.place + Int(entry.length)])
      }
      arranged.sort { left, right in
        // Most stand in one folder.
        guard left.folder == right.folder, left.kind != .other, right.kind != .other else {
          return order(left, right) < 0
        }
        return compareBytes(ownName(left), ownName(right)) < 0
      }
    }
    var kept = 0
    for index in arranged.indices {
      let entry = arranged[index]
      if kept > 0, order(arranged[kept - 1], entry) == 0, origin(of: arranged[kept - 1]) == origin(of: entry) {
        continue
      }
      arranged[kept] = entry
      kept += 1
    }
    arranged.removeSubrange(kept...)
    entries = arranged
  }

  private func origin(of entry: Entry) -> InputFile.Origin {
    if entry.kind == .other { return others[entry.place].origin }
    return .file(
      folders[Int(entry.folder)].path.appending(ownNames[entry.place..<entry.place + Int(entry.length)]))
  }

  // MARK: Order

  /// How the names of two inputs compare: below, at or above zero.
  private func order(_ left: Entry, _ right: Entry) -> Int {
    withName(of: left) { leftFolder, leftOwn in
      withName(of: right) { rightFolder, rightOwn in
        let shared = Swift.min(leftFolder.count, rightFolder.count)
        let order = compareBytes(
          UnsafeRawBufferPointer(rebasing: leftFolder[..<shared]),
          UnsafeRawBufferPointer(rebasing: rightFolder[..<shared]))
        if order != 0 { return order }
        if leftFolder.count <= shared {
          return Self.order(leftOwn, UnsafeRawBufferPointer(rebasing: rightFolder[shared...]), rightOwn)
        }
        return -Self.order(rightOwn, UnsafeRawBufferPointer(rebasing: leftFolder[shared...]), leftOwn)
      }
    }
  }

  /// How bytes compare with others that stand in two places.
  private static func order(
    _ left: UnsafeRawBufferPointer, _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
  ) -> Int {
    let shared = Swift.min(left.count, first.count)
    let order = compareBytes(UnsafeRawBufferPointer(rebasing: left[..<shared]), first)
    if order != 0 { return order }
    return compareBytes(UnsafeRawBufferPointer(rebasing: left[shared...]), second)
  }

  /// Calls with the beginning of a name and the rest of it.
  private func withName<Result>(
    of entry: Entry, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    if entry.kind == .other {
      var name = others[entry.place].name
      return name.withUTF8 { body(UnsafeRawBufferPointer($0), UnsafeRawBufferPointer(start: nil, count: 0)) }
    }
    return folders[Int(entry.folder)].prefix.withUnsafeBytes { prefix in
      ownNames.withUnsafeBytes { ownNames in
        body(prefix, UnsafeRawBufferPointer(rebasing: ownNames[entry.place..<entry.place + Int(entry.length)]))
      }
    }
  }
}

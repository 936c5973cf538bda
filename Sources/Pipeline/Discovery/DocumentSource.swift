import Reading

/// Gives the documents of all inputs, one after another: in the order of the inputs' names, and within a container in the
/// order in which it holds them. No more than one document is held.
struct DocumentSource {
  private let files: InputList
  private let options: ReadingOptions
  private var nextFile = 0
  private var container: (file: InputFile, walk: ContainerWalk)?
  private var given = GivenMetadata()
  /// Digests of the names that the open container has given.
  private var names: Set<UInt64> = []
  /// Links and special files in archives that were passed over.
  private(set) var passedOver = 0

  init(_ files: InputList, options: ReadingOptions) {
    self.files = files
    self.options = options
  }

  mutating func next() -> InputDocument? {
    while true {
      if let (file, walk) = container {
        if let item = walk.next() { return document(of: item, in: file) }
        passedOver += walk.passedOver
        container = nil
        names = []
      }
      guard nextFile < files.count else { return nil }
      nextFile += 1
      if let document = open(files[nextFile - 1]) { return document }
    }
  }

  /// A file that is a document; a container is opened instead.
  private mutating func open(_ file: InputFile) -> InputDocument? {
    func document(_ content: InputDocument.Content) -> InputDocument {
      InputDocument(name: file.name, content: content, given: given, input: nextFile - 1)
    }
    given = GivenMetadata()
    if let sidecar = file.sidecar {
      do throws(ReadingError) {
        given = try Sidecar.read(sidecar, name: file.name + String(decoding: SidecarName.ending, as: UTF8.self))
      } catch {
        return document(.failure(error))
      }
    }
    switch file.origin {
    case .failure(let error): return document(.failure(error))
    case .standardInput:
      container = (file, ContainerWalk(standardInputWith: options, sidecars: Sidecar.parse))
    case .file(let path):
      switch ContainerWalk.open(path: path.utf8, name: file.name, options: options, sidecars: Sidecar.parse) {
      case .container(let walk): container = (file, walk)
      case .small(let bytes): return document(.bytes(bytes))
      case .large(let size): return document(.file(path, size: size))
      case .unreadable: return document(.file(path, size: 0))
      }
    }
    return nil
  }

  private mutating func document(of item: ContainerWalk.Item, in file: InputFile) -> InputDocument {
    var path = item.path
    let content: InputDocument.Content
    switch item.content {
    case .bytes(let bytes): content = .bytes(bytes)
    case .failure(let error): content = .failure(error)
    case .jsonLine(let line, let number):
      content = .jsonLine(line)
      if let id = JSONDocument.id(of: line, options: options) { path = path.dropLast("\(number)".count) + id }
    }
    let name = path.isEmpty ? file.name : file.name + "/" + path
    // What stands in the container goes before what stands beside it.
    return InputDocument(
      name: unique(name), content: content, given: item.given.completed(by: given), input: nextFile - 1)
  }

  /// An archive may hold a name twice, and records an identifier: all but the first are numbered.
  private mutating func unique(_ name: String) -> String {
    if names.insert(Self.digest(name)).inserted { return name }
    var number = 2
    while !names.insert(Self.digest("\(name)#\(number)")).inserted { number += 1 }
    return "\(name)#\(number)"
  }

  /// FNV-1a, the same in every run.
  private static func digest(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

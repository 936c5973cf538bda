import Reading

/// Gives the documents of all inputs, one after another: in the order of the inputs' names, and within a container in the
/// order in which it holds them. No more than one document is held.
struct DocumentSource {
  private let files: [InputFile]
  private let options: ReadingOptions
  private var nextFile = 0
  private var walk: ContainerWalk?
  private var given = GivenMetadata()
  /// Digests of the names that the open container has given.
  private var names: Set<UInt64> = []
  /// Links and special files in archives that were passed over.
  private(set) var passedOver = 0

  init(_ files: [InputFile], options: ReadingOptions) {
    self.files = files
    self.options = options
  }

  mutating func next() -> InputDocument? {
    while true {
      if let walk {
        if let item = walk.next() { return document(of: item, in: files[nextFile - 1]) }
        passedOver += walk.passedOver
        self.walk = nil
        names = []
      }
      guard nextFile < files.count else { return nil }
      let file = files[nextFile]
      nextFile += 1
      if let document = open(file) { return document }
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
    case .standardInput: walk = ContainerWalk(standardInputWith: options, sidecars: Sidecar.parse)
    case .file(let path):
      walk = ContainerWalk(path: path.utf8, name: file.name, options: options, sidecars: Sidecar.parse)
      if walk == nil { return document(.file(path)) }
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

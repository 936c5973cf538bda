/// Goes through one input that holds documents, container within container, in the order in which they stand there.
///
/// What is held in memory is one document and the state of the containers around it. Archives in ZIP form that are not
/// files themselves (within another archive, or from a pipe) are held whole, up to the size limit of a document.
public final class ContainerWalk {
  /// A document, or the reason why there is none at its place.
  public struct Item: Sendable {
    public enum Content: Sendable {
      /// All bytes of a document.
      case bytes([UInt8])
      /// An object of JSON, and the number of its line or of the object, from 1.
      case jsonLine([UInt8], number: Int)
      case failure(ReadingError)
    }

    /// The path below the input: empty for the input itself; an object of JSON is named by its number.
    public let path: String
    public let content: Content
    /// What sidecars within the input say of it.
    public let given: GivenMetadata
  }

  /// Reads a sidecar by its bytes; the name is for messages. Errors: `badMetadata`.
  public typealias SidecarParser = @Sendable ([UInt8], String) throws(ReadingError) -> GivenMetadata

  /// Where a container or document lies.
  private struct Place {
    var path = ""
    /// Its own name, which may tell the format.
    var name: String
    var depth = 0
    var given = GivenMetadata()
  }

  private enum Frame {
    case tar(TarFolder)
    case zip(ZipReader)
    case lines(ByteStream, number: Int)
    case values(JSONValueReader)
  }

  private let options: ReadingOptions
  private let budget: ContainerBudget
  private let sidecars: SidecarParser?
  private var frames: [(frame: Frame, place: Place, isEmpty: Bool)] = []
  /// What is given before anything more is read, the next last.
  private var pending: [Item] = []
  /// Links, devices and pipes in archives.
  public private(set) var passedOver = 0

  private init(with options: ReadingOptions, _ sidecars: SidecarParser?) {
    self.options = options
    self.sidecars = sidecars
    budget = ContainerBudget(options.limits)
  }

  /// What a file is.
  public enum Opened {
    case container(ContainerWalk)
    /// The bytes of a document that is so small that looking into it was reading it.
    case small([UInt8])
    /// A document of so many bytes, of which only the head was read.
    case large(Int)
    /// Its reader will say why.
    case unreadable
  }

  /// Bytes of a file that are read when it is looked into.
  private static let lookLength = 1 << 16

  /// Looks into a file.
  /// - Parameters:
  ///   - path: Bytes without a terminating zero.
  ///   - sidecars: Reads members of archives that say what is known of others; `nil` where all are documents.
  public static func open(
    path: [UInt8], name: String, options: ReadingOptions, sidecars: SidecarParser? = nil
  ) -> Opened {
    guard let source = try? FileSource(path: path) else { return .unreadable }
    // One more than there should be, so that the end is seen.
    let wanted = source.count < lookLength ? max(source.count + 1, ContainerFormat.headSize) : ContainerFormat.headSize
    guard let bytes = try? source.bytes(at: 0, count: wanted) else { return .unreadable }
    guard format(of: bytes.prefix(ContainerFormat.headSize), name: name, options: options) != nil else {
      return bytes.count < wanted ? .small(bytes) : .large(source.count)
    }
    let walk = ContainerWalk(with: options, sidecars)
    walk.open(source, name: name)
    return .container(walk)
  }

  /// Standard input, which may be a document.
  public convenience init(standardInputWith options: ReadingOptions, sidecars: SidecarParser? = nil) {
    self.init(with: options, sidecars)
    open(FileSource(), name: "-")
  }

  /// Bytes in memory, which may be a document.
  public convenience init(_ bytes: [UInt8], name: String, options: ReadingOptions, sidecars: SidecarParser? = nil) {
    self.init(with: options, sidecars)
    openInput(ByteStream(bytes), file: MemoryBytes(bytes), name: name)
  }

  private func open(_ source: FileSource, name: String) {
    openInput(ByteStream(source), file: source.size == nil ? nil : source, name: name)
  }

  private func openInput(_ stream: ByteStream, file: (any RandomAccessBytes)?, name: String) {
    let place = Place(name: name)
    do throws(ReadingError) {
      try open(stream, file: file, place)
    } catch {
      give(.failure(error), at: place)
    }
  }

  private func give(_ content: Item.Content, at place: Place) {
    for index in frames.indices { frames[index].isEmpty = false }
    pending.insert(Item(path: place.path, content: content, given: place.given), at: 0)
  }

  private static func format(of head: ArraySlice<UInt8>, name: String, options: ReadingOptions) -> ContainerFormat? {
    let format = ContainerFormat(head: head, name: name)
    switch options.format {
    case nil: return format
    case .jsonLines: return format ?? .json(.lines)
    // What is packed is unpacked, whatever format it then is.
    default: return format?.isJSON == true ? nil : format
    }
  }

  // MARK: Opening

  /// Opens what a stream holds: a container becomes a frame, a document the next item.
  /// - Parameter file: The bytes of the stream where they can be had from any place.
  private func open(_ stream: ByteStream, file: (any RandomAccessBytes)?, _ place: Place) throws(ReadingError) {
    let head = try stream.peek(ContainerFormat.headSize)
    if options.format ?? .jsonLines == .jsonLines { try InputFormat.refuseWideJSON(head.prefix(64)) }
    guard let format = Self.format(of: head, name: place.name, options: options) else {
      give(.bytes(try stream.readAll(limit: options.sizeLimit)), at: place)
      return
    }
    var inside = place
    if !format.isJSON {
      // Objects of JSON are documents and hold no containers.
      try budget.checkDepth(place.depth + 1)
      inside.depth += 1
    }
    switch format {
    case .gzip, .zstandard:
      let source = try DecompressingSource(stream, format == .gzip ? .gzip : .zstandard, budget: budget)
      inside.name = ContainerFormat.innerName(of: place.name)
      try open(ByteStream(source), file: nil, inside)
    case .tar:
      let folder = TarFolder(TarReader(stream, budget: budget), findsSidecars: sidecars != nil)
      frames.append((.tar(folder), inside, true))
    case .zip:
      let bytes: any RandomAccessBytes
      if let file { bytes = file } else { bytes = MemoryBytes(try stream.readAll(limit: options.sizeLimit)) }
      frames.append((.zip(try ZipReader(bytes, budget: budget, findsSidecars: sidecars != nil)), inside, true))
    case .json(.lines): frames.append((.lines(stream, number: 0), inside, true))
    case .json(let shape):
      let values = try JSONValueReader(stream, isArray: shape == .array, hasPairs: hasPairs(head))
      frames.append((.values(values), inside, true))
    }
  }

  /// Whether text is in an encoding of two bytes a character.
  private func hasPairs(_ head: ArraySlice<UInt8>) -> Bool {
    if let name = options.encoding { return Encoding(named: name) != .utf8 }
    if case .malformed = UTF8Validation(of: Array(head)) { return true }
    return false
  }

  // MARK: Walking

  /// The next document; `nil` at the end.
  public func next() -> Item? {
    while true {
      if let item = pending.popLast() { return item }
      guard let (frame, place, _) = frames.last else { return nil }
      let level = frames.count
      do throws(ReadingError) {
        if try !advance(frame, place) {
          let isEmpty = frames[level - 1].isEmpty
          close(level)
          // What holds nothing must not pass in silence.
          if isEmpty { give(.failure(.empty), at: place) }
        }
      } catch {
        // The container cannot be read further; what it has given so far stands.
        if budget.isSpent {
          frames = []
          give(.failure(error), at: Place(name: ""))
        } else {
          close(level)
          give(.failure(error), at: place)
        }
      }
    }
  }

  private func close(_ level: Int) {
    if case .tar(let archive) = frames[level - 1].frame { passedOver += archive.passedOver }
    frames.removeSubrange((level - 1)...)
  }

  /// Opens the next member of a container; `false` where there is none.
  private func advance(_ frame: Frame, _ place: Place) throws(ReadingError) -> Bool {
    switch frame {
    case .tar(let archive): return try advanceTar(archive, place)
    case .zip(let archive):
      guard let (entry, contents, sidecar) = try archive.next() else { return false }
      try openMember(entry.name, in: place, sidecar) { member throws(ReadingError) in
        try open(contents.get(), file: nil, member)
      }
    case .lines(let stream, let number): return try advanceLine(stream, number, place)
    case .values(let values):
      guard let value = try values.next(limit: options.sizeLimit) else { return false }
      try giveObject(
        {
          switch value {
          case .whole(let bytes): .jsonLine(bytes, number: values.count)
          case .tooLarge: .failure(.tooLarge(limit: options.sizeLimit))
          case .brokenOff: .failure(.malformed(detail: "the JSON breaks off inside it"))
          }
        }(), number: values.count, in: place)
    }
    return true
  }

  private func advanceTar(_ archive: TarFolder, _ place: Place) throws(ReadingError) -> Bool {
    guard let member = try archive.next() else {
      for name in archive.missing() {
        let detail = "which neither follows it in the tar archive nor stands directly before it"
        let error = SidecarName.isAlone(MemberName.text(of: name), detail: detail)
        try openMember(name + SidecarName.ending, in: place, nil) { _ throws(ReadingError) in throw error }
      }
      return false
    }
    guard sidecars != nil, member.sidecar == nil, member.size <= options.sizeLimit else {
      try openMember(member.name, in: place, member.sidecar) { inner throws(ReadingError) in
        try open(member.contents, file: nil, inner)
      }
      return true
    }
    // Its sidecar may stand behind it, where it can be read only when the member has been.
    let bytes: Result<[UInt8], ReadingError>
    do throws(ReadingError) {
      bytes = .success(try member.contents.readAll(limit: member.size))
    } catch {
      bytes = .failure(error)
    }
    try openMember(member.name, in: place, archive.sidecarBehind(member.name)) { inner throws(ReadingError) in
      let bytes = try bytes.get()
      try open(ByteStream(bytes), file: MemoryBytes(bytes), inner)
    }
    return true
  }

  /// Opens a member of an archive, unless it is hidden or its sidecar cannot be read.
  private func openMember(
    _ name: [UInt8], in place: Place, _ sidecar: Result<[UInt8], ReadingError>?,
    _ open: (Place) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    guard let name = MemberName.path(name) else { return }
    var member = place
    member.path = place.path.isEmpty ? name : place.path + "/" + name
    member.name = name
    do throws(ReadingError) {
      if let sidecar { member.given = try given(by: sidecar, of: member.path).completed(by: place.given) }
      try open(member)
    } catch {
      if budget.isSpent { throw error }
      give(.failure(error), at: member)
    }
  }

  private func given(
    by sidecar: Result<[UInt8], ReadingError>, of path: String
  ) throws(ReadingError) -> GivenMetadata {
    let name = path + String(decoding: SidecarName.ending, as: UTF8.self)
    switch sidecar {
    case .success(let bytes): return try sidecars?(bytes, name) ?? GivenMetadata()
    case .failure(.badMetadata(let detail)): throw .badMetadata(detail: detail)
    case .failure(let error): throw .badMetadata(detail: "\(name): \(error.detail)")
    }
  }

  /// Blank lines are no documents; a byte order mark may stand before the first.
  private func advanceLine(_ stream: ByteStream, _ number: Int, _ place: Place) throws(ReadingError) -> Bool {
    guard let (line, isWhole) = try stream.readLine(limit: options.sizeLimit) else { return false }
    let number = number + 1
    frames[frames.count - 1].frame = .lines(stream, number: number)
    let bytes = number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
    if isWhole, !bytes.contains(where: { $0 > 0x20 }) { return true }
    try giveObject(
      isWhole ? .jsonLine(bytes, number: number) : .failure(.tooLarge(limit: options.sizeLimit)), number: number,
      in: place)
    return true
  }

  private func giveObject(_ content: Item.Content, number: Int, in place: Place) throws(ReadingError) {
    try budget.countMember()
    var member = place
    member.path = place.path.isEmpty ? "\(number)" : "\(place.path)/\(number)"
    give(content, at: member)
  }
}

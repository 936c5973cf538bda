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
      /// One line of JSON Lines, and its number from 1.
      case jsonLine([UInt8], number: Int)
      case failure(ReadingError)
    }

    /// The path below the input: empty for the input itself; a line of JSON Lines is named by its number.
    public let path: String
    public let content: Content
  }

  private enum Frame {
    case tar(TarReader)
    case zip(ZipReader)
    case lines(ByteStream, number: Int)
  }

  private let options: ReadingOptions
  private let budget: ContainerBudget
  private var frames: [(frame: Frame, path: String, depth: Int)] = []
  private var pending: Item?
  /// Links, devices and pipes in archives.
  public private(set) var passedOver = 0

  private init(with options: ReadingOptions) {
    self.options = options
    budget = ContainerBudget(options.limits)
  }

  /// Looks into a file. `nil` where it is a document itself, or cannot be read: its reader will say why.
  /// - Parameter path: Bytes without a terminating zero.
  public convenience init?(path: [UInt8], name: String, options: ReadingOptions) {
    guard let source = try? FileSource(path: path),
      let head = try? source.bytes(at: 0, count: ContainerFormat.headSize),
      Self.format(of: head[...], name: name, options: options) != nil
    else { return nil }
    self.init(with: options)
    open(source, name: name)
  }

  /// Standard input, which may be a document.
  public convenience init(standardInputWith options: ReadingOptions) {
    self.init(with: options)
    open(FileSource(), name: "-")
  }

  /// Bytes in memory, which may be a document.
  public convenience init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    self.init(with: options)
    catching(path: "") { () throws(ReadingError) in
      try open(ByteStream(bytes), file: MemoryBytes(bytes), path: "", name: name, depth: 0)
    }
  }

  private func open(_ source: FileSource, name: String) {
    catching(path: "") { () throws(ReadingError) in
      try open(ByteStream(source), file: source.size == nil ? nil : source, path: "", name: name, depth: 0)
    }
  }

  private func catching(path: String, _ body: () throws(ReadingError) -> Void) {
    do throws(ReadingError) {
      try body()
    } catch {
      pending = Item(path: path, content: .failure(error))
    }
  }

  private static func format(of head: ArraySlice<UInt8>, name: String, options: ReadingOptions) -> ContainerFormat? {
    let format = ContainerFormat(head: head, name: name)
    switch options.format {
    case nil: return format
    case .jsonLines: return format ?? .jsonLines
    // What is packed is unpacked, whatever format it then is.
    default: return format == .jsonLines ? nil : format
    }
  }

  // MARK: Opening

  /// Opens what a stream holds: a container becomes a frame, a document the next item.
  /// - Parameters:
  ///   - file: The bytes of the stream where they can be had from any place.
  ///   - name: Its own name, which may tell the format.
  private func open(
    _ stream: ByteStream, file: (any RandomAccessBytes)?, path: String, name: String, depth: Int
  ) throws(ReadingError) {
    let head = try stream.peek(ContainerFormat.headSize)
    guard let format = Self.format(of: head, name: name, options: options) else {
      pending = Item(path: path, content: .bytes(try stream.readAll(limit: options.sizeLimit)))
      return
    }
    // Lines of JSON are documents and hold no containers.
    if format != .jsonLines { try budget.checkDepth(depth + 1) }
    switch format {
    case .gzip, .zstandard:
      let source = try DecompressingSource(stream, format == .gzip ? .gzip : .zstandard, budget: budget)
      try open(
        ByteStream(source), file: nil, path: path, name: ContainerFormat.innerName(of: name), depth: depth + 1)
    case .tar: frames.append((.tar(TarReader(stream, budget: budget)), path, depth + 1))
    case .zip:
      let bytes: any RandomAccessBytes
      if let file { bytes = file } else { bytes = MemoryBytes(try stream.readAll(limit: options.sizeLimit)) }
      frames.append((.zip(try ZipReader(bytes, budget: budget)), path, depth + 1))
    case .jsonLines: frames.append((.lines(stream, number: 0), path, depth))
    }
  }

  // MARK: Walking

  /// The next document; `nil` at the end.
  public func next() -> Item? {
    while true {
      if let item = pending {
        pending = nil
        return item
      }
      guard let (frame, path, depth) = frames.last else { return nil }
      let level = frames.count
      do throws(ReadingError) {
        if try !advance(frame, path, depth) { close(level) }
      } catch {
        // The container cannot be read further; what it has given so far stands.
        if budget.isSpent {
          frames = []
          return Item(path: "", content: .failure(error))
        }
        close(level)
        return Item(path: path, content: .failure(error))
      }
    }
  }

  private func close(_ level: Int) {
    if case .tar(let archive) = frames[level - 1].frame { passedOver += archive.passedOver }
    frames.removeSubrange((level - 1)...)
  }

  /// Opens the next member of a container; `false` where there is none.
  private func advance(_ frame: Frame, _ path: String, _ depth: Int) throws(ReadingError) -> Bool {
    switch frame {
    case .tar(let archive):
      guard let member = try archive.next() else { return false }
      try openMember(member.name, .success(member.contents), path, depth)
      return true
    case .zip(let archive):
      guard let (entry, contents) = try archive.next() else { return false }
      try openMember(entry.name, contents, path, depth)
      return true
    case .lines(let stream, let number):
      return try advanceLine(stream, number, path, depth)
    }
  }

  private func openMember(
    _ name: [UInt8], _ contents: Result<ByteStream, ReadingError>, _ path: String, _ depth: Int
  ) throws(ReadingError) {
    guard let name = MemberName.path(name) else { return }
    let memberPath = path.isEmpty ? name : path + "/" + name
    do throws(ReadingError) {
      try open(contents.get(), file: nil, path: memberPath, name: name, depth: depth)
    } catch {
      if budget.isSpent { throw error }
      pending = Item(path: memberPath, content: .failure(error))
    }
  }

  /// Blank lines are no documents; a byte order mark may stand before the first.
  private func advanceLine(
    _ stream: ByteStream, _ number: Int, _ path: String, _ depth: Int
  ) throws(ReadingError) -> Bool {
    guard let (line, isWhole) = try stream.readLine(limit: options.sizeLimit) else { return false }
    let number = number + 1
    frames[frames.count - 1].frame = .lines(stream, number: number)
    let bytes = number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
    if isWhole, !bytes.contains(where: { $0 > 0x20 }) { return true }
    try budget.countMember()
    pending = Item(
      path: path.isEmpty ? "\(number)" : "\(path)/\(number)",
      content: isWhole ? .jsonLine(bytes, number: number) : .failure(.tooLarge(limit: options.sizeLimit)))
    return true
  }
}

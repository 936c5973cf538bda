/// The files of a tar archive with what sidecars among them say. Since an archive is read from its beginning to its end, a
/// sidecar stands before its file, anywhere, or directly behind it.
final class TarFolder {
  struct Member {
    let name: [UInt8]
    let size: Int
    let contents: ByteStream
    /// The bytes of its sidecar, or why they cannot be had.
    var sidecar: Result<[UInt8], ReadingError>?
  }

  /// Sidecars that wait for their files together.
  private static let waitingLimit = 1000

  private let archive: TarReader
  private let findsSidecars: Bool
  /// A member that has been looked at and not been given.
  private var held: Member?
  /// By the name of the file.
  private var waiting: [[UInt8]: Result<[UInt8], ReadingError>] = [:]
  /// What was met while looking ahead.
  private var failure: ReadingError?

  var passedOver: Int { archive.passedOver }

  /// - Parameter findsSidecars: `false` where files named like sidecars are documents.
  init(_ archive: TarReader, findsSidecars: Bool) {
    self.archive = archive
    self.findsSidecars = findsSidecars
  }

  /// The next member that is no sidecar; `nil` at the end. Its bytes can be read until the next call.
  /// - Throws: As `TarReader`.
  func next() throws(ReadingError) -> Member? {
    if let failure { throw failure }
    while var member = try takeNext() {
      guard findsSidecars, SidecarName.isOne(member.name) else {
        member.sidecar = waiting.removeValue(forKey: member.name)
        return member
      }
      guard waiting.count < Self.waitingLimit else {
        let detail = "more than \(Self.waitingLimit) such files stand before theirs in the tar archive"
        return Member(
          name: member.name, size: 0, contents: ByteStream([]), sidecar: .failure(.badMetadata(detail: detail)))
      }
      waiting[SidecarName.described(by: member.name)] = try Self.bytes(of: member)
    }
    return nil
  }

  /// The sidecar that stands directly behind the member of this name, all of whose bytes have been read. What is wrong with
  /// the archive there is thrown by `next`.
  func sidecarBehind(_ name: [UInt8]) -> Result<[UInt8], ReadingError>? {
    guard findsSidecars, held == nil, failure == nil else { return nil }
    do throws(ReadingError) {
      guard let member = try takeNext() else { return nil }
      guard SidecarName.isOne(member.name), SidecarName.described(by: member.name) == name else {
        held = member
        return nil
      }
      return try Self.bytes(of: member)
    } catch {
      failure = error
      return nil
    }
  }

  /// At the end: the names of files that sidecars describe and that did not come.
  func missing() -> [[UInt8]] {
    defer { waiting = [:] }
    return waiting.keys.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func takeNext() throws(ReadingError) -> Member? {
    if let member = held {
      held = nil
      return member
    }
    return try archive.next().map { Member(name: $0.name, size: $0.size, contents: $0.contents) }
  }

  private static func bytes(of member: Member) throws(ReadingError) -> Result<[UInt8], ReadingError> {
    guard member.size <= SidecarName.sizeLimit else { return .failure(.tooLarge(limit: SidecarName.sizeLimit)) }
    return .success(try member.contents.readAll(limit: SidecarName.sizeLimit))
  }
}

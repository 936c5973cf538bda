import Reading

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A path as the system has it: bytes, which need not be UTF-8.
public struct SystemPath: Hashable, Sendable {
  private static let slash = UInt8(ascii: "/")

  public let utf8: [UInt8]

  public init(_ utf8: some Sequence<UInt8>) {
    self.utf8 = Array(utf8)
  }

  public init(_ text: String) {
    self.init(text.utf8)
  }

  public func appending(_ name: some Sequence<UInt8>) -> SystemPath {
    let separator = utf8.isEmpty || utf8.last == Self.slash ? [] : [Self.slash]
    return SystemPath(utf8 + separator + Array(name))
  }

  /// From the root, without `.`, `..` and doubled slashes; links are not resolved.
  public var absolute: SystemPath {
    let whole = utf8.first == Self.slash ? utf8 : Self.workingDirectory.utf8 + [Self.slash] + utf8
    var parts: [ArraySlice<UInt8>] = []
    for part in whole.split(separator: Self.slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return SystemPath([Self.slash] + parts.joined(separator: [Self.slash]))
  }

  /// The names along the path.
  public var components: [ArraySlice<UInt8>] { utf8.split(separator: Self.slash) }

  /// The name for people and for JSON: bytes that are no UTF-8 are shown as `\xHH`.
  public var text: String { MemberName.escaped(utf8) }

  /// Calls with the path as C wants it.
  public func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (utf8 + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { preconditionFailure("an array with an element has a start") }
        return body(start)
      }
    }
  }

  private static var workingDirectory: SystemPath {
    guard let pointer = getcwd(nil, 0) else { return SystemPath("/") }
    defer { free(pointer) }
    return SystemPath(UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map { UInt8(bitPattern: $0) })
  }
}

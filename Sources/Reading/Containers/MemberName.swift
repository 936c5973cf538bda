/// The names of members of archives as text.
public enum MemberName {
  /// Names are UTF-8, or where they are not, GB18030, in which Chinese systems write them; bytes that are neither are
  /// shown as `\xHH`.
  static func text(of bytes: [UInt8]) -> String { decoded(bytes) ?? escaped(bytes) }

  private static func decoded(_ bytes: [UInt8]) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let (utf8, outcome) = Encoding.gb18030.decode(bytes[...])
    return outcome == .whole ? String(decoding: utf8, as: UTF8.self) : nil
  }

  /// Bytes that are no UTF-8 are shown as `\xHH`.
  public static func escaped(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let byte = rest.first {
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if let character = String(validating: rest.prefix(length), as: UTF8.self) {
        text += character
        rest = rest.dropFirst(length)
      } else {
        text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// The path below the archive: without a root, `.` and doubled slashes. `nil` where it has no name, or a part of it is
  /// hidden (`.name`), as files of folders are passed over.
  static func path(_ bytes: [UInt8]) -> String? {
    // Some programs for Windows write its own separator.
    let name = decoded(bytes).map { $0.contains("/") ? $0 : $0.replacing("\\", with: "/") } ?? escaped(bytes)
    let parts = name.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains(where: { $0.hasPrefix(".") && $0 != ".." || $0 == "__MACOSX" }) else {
      return nil
    }
    return parts.joined(separator: "/")
  }
}

/// A file format that is told by its first bytes and not read.
struct ForeignFormat {
  let error: ReadingError

  /// `nil` where the bytes begin like none of them.
  init?(of bytes: [UInt8]) {
    func begins(with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    func begins(with magic: String) -> Bool { bytes.starts(with: magic.utf8) }
    if begins(with: [0x1F, 0x8B]) || begins(with: [0x28, 0xB5, 0x2F, 0xFD]) || begins(with: "PK\u{3}\u{4}") {
      error = .unsupported(detail: "a compressed file or archive: it holds documents and is none")
    } else if begins(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      error = .unsupported(detail: "an xz file; unpack it, or pack it with gzip or zstd")
    } else if begins(with: "BZh"), bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26]) {
      error = .unsupported(detail: "a bzip2 file; unpack it, or pack it with gzip or zstd")
    } else if begins(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      error = .unsupported(detail: "a 7-Zip archive; unpack it, or pack it as ZIP or tar")
    } else if begins(with: "Rar!\u{1A}\u{7}") {
      error = .unsupported(detail: "a RAR archive; unpack it, or pack it as ZIP or tar")
    } else if begins(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      error = .unsupported(detail: "a document of an old Microsoft Office")
    } else if begins(with: "{\\rtf") {
      error = .unsupported(detail: "a Rich Text document")
    } else if begins(with: [0x89, 0x50, 0x4E, 0x47]) || begins(with: [0xFF, 0xD8, 0xFF]) || begins(with: "GIF8")
      || begins(with: [0x49, 0x49, 0x2A, 0]) || begins(with: [0x4D, 0x4D, 0, 0x2A])
    {
      error = .notText(detail: "an image")
    } else {
      return nil
    }
  }
}

/// A file format that is told by its first bytes and not read.
struct ForeignFormat {
  let error: ReadingError

  /// `nil` where the bytes begin like none of them.
  init?(of bytes: [UInt8]) {
    func begins(with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    func begins(with magic: String) -> Bool { bytes.starts(with: magic.utf8) }
    if begins(with: "%PDF-") {
      error = .unsupported(detail: "a PDF file; its text can be had with 'mutool draw -F txt' or 'pdftotext'")
    } else if begins(with: "PK\u{3}\u{4}") {
      error = .unsupported(detail: "a ZIP archive or office document")
    } else if begins(with: [0x1F, 0x8B]) {
      error = .unsupported(detail: "a gzip file")
    } else if begins(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      error = .unsupported(detail: "a Zstandard file")
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

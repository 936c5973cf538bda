import Foundation
import GeneratedPages

/// Where generated pages go.
protocol PageSink {
  mutating func write(_ page: GeneratedPage) throws
  mutating func close() throws
}

/// One file a page, in folders by year and paper.
struct FolderSink: PageSink {
  let folder: String
  private var made: Set<String> = []

  init(folder: String) {
    self.folder = folder
  }

  mutating func write(_ page: GeneratedPage) throws {
    let parent = page.name.split(separator: "/").dropLast().joined(separator: "/")
    if made.insert(parent).inserted {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(parent)", withIntermediateDirectories: true)
    }
    let descriptor = open("\(folder)/\(page.name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(page.utf8))
  }

  func close() {}
}

/// One file for all pages.
struct LineSink: PageSink {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private let append: (inout [UInt8], GeneratedPage) -> Void

  init(path: String, append: @escaping (inout [UInt8], GeneratedPage) -> Void) throws {
    self.append = append
    if path == "-" {
      handle = .standardOutput
    } else {
      handle = FileHandle(fileDescriptor: open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644), closeOnDealloc: true)
    }
  }

  mutating func write(_ page: GeneratedPage) throws {
    append(&buffer, page)
    if buffer.count > 1 << 20 { try flush() }
  }

  mutating func close() throws { try flush() }

  private mutating func flush() throws {
    try handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// One line of JSON Lines with a page. Generated pages hold no controls but line ends.
  mutating func jsonLine(name: String, text: [UInt8]) {
    self += Array("{\"document\":\"\(name)\",\"text\":\"".utf8)
    for byte in text {
      switch byte {
      case 0x0A: self += [0x5C, 0x6E]
      case 0x0D: self += [0x5C, 0x72]
      case 0x22, 0x5C: self += [0x5C, byte]
      default: append(byte)
      }
    }
    self += Array("\"}\n".utf8)
  }
}

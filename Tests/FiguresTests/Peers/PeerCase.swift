import Foundation

/// One case of the specifications of another recogniser.
struct PeerCase: Decodable {
  struct Result: Decodable {
    struct Resolution: Decodable {
      let value: String?
      let unit: String?
      let isoCurrency: String?
    }

    enum CodingKeys: String, CodingKey {
      case text = "Text"
      case start = "Start"
      case end = "End"
      case resolution = "Resolution"
    }

    let text: String
    let start: Int
    /// Inclusive.
    let end: Int
    let resolution: Resolution?
  }

  enum CodingKeys: String, CodingKey {
    case index = "Index"
    case input = "Input"
    case results = "Results"
  }

  let index: Int
  let input: String
  let results: [Result]

  /// The folder of shared test data: `EXTRACT_SHARED`, or `../shared` beside the package; `nil` where there is none.
  static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["EXTRACT_SHARED"].map { URL(fileURLWithPath: $0) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let beside = package.deletingLastPathComponent().appendingPathComponent("shared")
    return [named, beside].compactMap { $0 }
      .first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("peers/recognizers-text").path) }
  }

  static func load(_ model: String) throws -> [PeerCase] {
    guard let folder else { return [] }
    let file = folder.appendingPathComponent("peers/recognizers-text/\(model).json")
    return try JSONDecoder().decode([PeerCase].self, from: Data(contentsOf: file))
  }
}

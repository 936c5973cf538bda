import Reading
import Records
import Values

/// A document that is an object of JSON: its text, what it says of itself, and its other fields.
struct JSONDocument {
  /// The text as UTF-8; offsets of sources count in it.
  let text: [UInt8]
  let given: GivenMetadata
  /// All other fields that are texts, numbers, flags or null.
  let fields: [String: JSONValue]

  /// - Throws: `malformed` where the line is no JSON object or has no text.
  init(_ line: [UInt8], options: ReadingOptions) throws(ReadingError) {
    var fields = try Self.fields(of: line, options: options)
    let names = options.fields
    guard let key = names.text.first(where: { fields[$0]?.text != nil }), let text = fields[key]?.text else {
      let wanted = names.text.map { "'\($0)'" }.joined(separator: " or ")
      throw .malformed(detail: "the object has no text field \(wanted) (--text-field)")
    }
    fields[key] = nil
    if let id = names.id { fields[id] = nil }
    var given = GivenMetadata()
    for key in names.date {
      guard let date = fields[key].flatMap(Self.date) else { continue }
      given.published = date
      fields[key] = nil
      break
    }
    func take(_ key: String) -> String? {
      guard let text = fields[key]?.text, !text.isEmpty else { return nil }
      fields[key] = nil
      return text
    }
    given.title = take("title")
    given.page = take("page")
    given.source = take("source")
    given.region = take("region")
    self.text = Array(text.utf8)
    self.given = given
    self.fields = fields.filter { _, value in
      switch value {
      case .array, .object: false
      default: true
      }
    }
  }

  /// The value of the field that names documents; `nil` where there is none, and where the line cannot be read.
  static func id(of line: [UInt8], options: ReadingOptions) -> String? {
    guard let name = options.fields.id, let fields = try? fields(of: line, options: options) else { return nil }
    switch fields[name] {
    case .string(let text) where !text.isEmpty: return text
    case .number(let number): return number.description
    default: return nil
    }
  }

  private static func fields(of line: [UInt8], options: ReadingOptions) throws(ReadingError) -> [String: JSONValue] {
    let utf8 = try DocumentReader(options: options).decoded(line)
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(utf8)
    } catch {
      throw .malformed(detail: "it is no JSON object, byte \(error.offset): \(error.message)")
    }
    guard case .object(let fields) = value else { throw .malformed(detail: "it is JSON, but no object") }
    return fields
  }

  /// A date in words or figures, or seconds or milliseconds since 1970, told in China's time.
  private static func date(_ value: JSONValue) -> CalendarDate? {
    switch value {
    case .string(let text): return GivenMetadata.date(in: text)
    case .number(let number):
      guard let count = Int(number.description) else { return nil }
      if (18_000_101...21_001_231).contains(count) { return GivenMetadata.date(in: "\(count)") }
      guard (100_000_000..<10_000_000_000_000).contains(count) else { return nil }
      let seconds = count >= 100_000_000_000 ? count / 1000 : count
      return CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: (seconds + 8 * 3600) / 86_400)
    default: return nil
    }
  }
}

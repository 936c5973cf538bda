import Values

/// A JSON value as it was read, with exact numbers.
public enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(ExactDecimal)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads one JSON text. Errors: `JSONError` where it is malformed, deeper than 64 levels, or has a number of more
  /// than 38 digits.
  public init(_ utf8: some Collection<UInt8>) throws(JSONError) {
    var parser = JSONParser(Array(utf8))
    self = try parser.text()
  }

  /// Reads JSON Lines; blank lines are passed over. Errors: `JSONError` with the line.
  public static func lines(_ utf8: [UInt8]) throws(JSONError) -> [JSONValue] {
    var values: [JSONValue] = []
    for (index, line) in utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(JSONError) {
        values.append(try JSONValue(line))
      } catch {
        throw JSONError(line: index + 1, offset: error.offset, message: error.message)
      }
    }
    return values
  }

  /// A value of an object; `nil` where there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }

  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  public var number: ExactDecimal? {
    if case .number(let number) = self { number } else { nil }
  }

  public var items: [JSONValue] {
    if case .array(let items) = self { items } else { [] }
  }
}

extension JSONValue: CustomStringConvertible {
  /// Canonical JSON with sorted keys.
  public var description: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.utf8, as: UTF8.self)
  }

  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .flag(let flag): writer.flag(flag)
    case .number(let number): writer.number(number)
    case .string(let text): writer.string(text)
    case .array(let items):
      writer.beginArray()
      for item in items { item.write(to: &writer) }
      writer.endArray()
    case .object(let fields):
      writer.beginObject()
      for (key, value) in fields.sorted(by: { $0.key.precedesByBytes($1.key) }) {
        writer.key(named: key)
        value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}

extension JSONWriter {
  /// Any value; the keys of objects are in the order of their bytes.
  public mutating func value(_ value: JSONValue) { value.write(to: &self) }
}

/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// From 1.
  public let line: Int
  /// Bytes from the beginning of the line.
  public let offset: Int
  public let message: String

  public var description: String { "line \(line), byte \(offset): \(message)" }
}

import Values

/// Reads one JSON text as RFC 8259 has it.
struct JSONParser {
  private static let depthLimit = 64

  private let utf8: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
  }

  mutating func text() throws(JSONError) -> JSONValue {
    let value = try value()
    guard peek() == nil else { throw error("something follows the value") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): return .number(try number())
    default: throw error("expected a value")
    }
  }

  private mutating func object() throws(JSONError) -> [String: JSONValue] {
    try enter()
    var fields: [String: JSONValue] = [:]
    if take("}") { return leave(fields) }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw error("expected a key") }
      let key = try string()
      guard take(":") else { throw error("expected a colon") }
      guard fields.updateValue(try value(), forKey: key) == nil else { throw error("the key '\(key)' stands twice") }
    } while take(",")
    guard take("}") else { throw error("expected a comma or }") }
    return leave(fields)
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    try enter()
    var items: [JSONValue] = []
    if take("]") { return leave(items) }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw error("expected a comma or ]") }
    return leave(items)
  }

  private mutating func string() throws(JSONError) -> String {
    offset += 1
    var bytes: [UInt8] = []
    while offset < utf8.count {
      let byte = utf8[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes, as: UTF8.self) else { throw error("a string is no valid UTF-8") }
        return text
      case UInt8(ascii: "\\"): try appendEscape(to: &bytes)
      case 0..<0x20: throw error("a control character in a string")
      default: bytes.append(byte)
      }
    }
    throw error("a string does not end")
  }

  private mutating func appendEscape(to bytes: inout [UInt8]) throws(JSONError) {
    guard offset < utf8.count else { throw error("a string does not end") }
    let byte = utf8[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), offset + 1 < utf8.count, utf8[offset] == UInt8(ascii: "\\"),
        utf8[offset + 1] == UInt8(ascii: "u")
      {
        offset += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw error("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) else {
        throw error("half of a surrogate pair")
      }
      bytes.append(contentsOf: encoded)
    default: throw error("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard offset + 4 <= utf8.count,
      let digits = String(validating: utf8[offset..<offset + 4], as: UTF8.self),
      digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }), let code = UInt32(digits, radix: 16)
    else { throw error("expected four hexadecimal digits") }
    offset += 4
    return code
  }

  private mutating func number() throws(JSONError) -> ExactDecimal {
    let start = offset
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }
    func byte(_ offset: Int) -> UInt8? { offset < utf8.count ? utf8[offset] : nil }
    if byte(offset) == UInt8(ascii: "-") { offset += 1 }
    let isLeadingZero = byte(offset) == UInt8(ascii: "0") && isDigit(byte(offset + 1))
    guard isDigit(byte(offset)), !isLeadingZero else { throw error("a malformed number") }
    while isDigit(byte(offset)) { offset += 1 }
    if byte(offset) == UInt8(ascii: ".") {
      offset += 1
      guard isDigit(byte(offset)) else { throw error("a malformed number") }
      while isDigit(byte(offset)) { offset += 1 }
    }
    guard let mantissa = ExactDecimal(String(decoding: utf8[start..<offset], as: UTF8.self)) else {
      throw error("a number of too many digits")
    }
    guard byte(offset) == UInt8(ascii: "e") || byte(offset) == UInt8(ascii: "E") else { return mantissa }
    offset += 1
    let exponentStart = offset
    if byte(offset) == UInt8(ascii: "-") || byte(offset) == UInt8(ascii: "+") { offset += 1 }
    while isDigit(byte(offset)) { offset += 1 }
    guard let power = Int(String(decoding: utf8[exponentStart..<offset], as: UTF8.self)), abs(power) <= 1000 else {
      throw error("a malformed number")
    }
    return mantissa.scaled(byPowerOfTen: power)
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard utf8[offset...].starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) else {
      throw error("expected a value")
    }
    offset += word.utf8CodeUnitCount
    return value
  }

  private mutating func enter() throws(JSONError) {
    offset += 1
    depth += 1
    guard depth <= Self.depthLimit else { throw error("more than \(Self.depthLimit) levels") }
  }

  private mutating func leave<Result>(_ result: Result) -> Result {
    depth -= 1
    return result
  }

  /// The next byte that is no white space; what stands before it is passed.
  private mutating func peek() -> UInt8? {
    while offset < utf8.count, [0x20, 0x09, 0x0A, 0x0D].contains(utf8[offset]) { offset += 1 }
    return offset < utf8.count ? utf8[offset] : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private func error(_ message: String) -> JSONError { JSONError(line: 1, offset: offset, message: message) }
}

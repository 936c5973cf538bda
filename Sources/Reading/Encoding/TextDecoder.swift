import CICU

/// Turns the bytes of a text file into UTF-8: finds the encoding, or takes the given one, and decodes strictly.
///
/// A byte order mark decides. Without one, what is valid UTF-8 is UTF-8; else the text is decoded in each encoding that
/// can be meant, strictly, and the one whose text has the most common characters is taken. A sequence that the encoding
/// does not have makes the input undecodable. One flaw is forgiven, since it loses nothing that is there: bytes at the
/// very end that only begin a character (a file cut by size) are left out and counted.
struct TextDecoder {
  /// Bytes that are decoded to compare encodings; the winner then decodes the whole input.
  private static let sample = 1 << 16
  /// Below this share of common characters a text is taken for none of the encodings.
  private static let leastPlausible = 0.3

  /// Errors: `notText`, `undecodable`, `unknownEncoding`.
  func decode(_ bytes: [UInt8], encoding name: String?) throws(ReadingError) -> DecodedText {
    guard let name else { return try detect(bytes) }
    return try decode(bytes, forced: name)
  }

  // MARK: A given encoding

  private func decode(_ bytes: [UInt8], forced name: String) throws(ReadingError) -> DecodedText {
    guard var encoding = Encoding(named: name) else { throw .unknownEncoding(name: name) }
    var start = 0
    if let mark = ByteOrderMark(of: bytes), mark.agrees(with: encoding) {
      encoding = mark.encoding
      start = mark.length
    }
    return try decode(bytes, from: start, as: encoding)
  }

  /// Decodes in an encoding with U+FFFD for malformed sequences; `nil` where there are more of them than the limit.
  func decode(_ bytes: [UInt8], replacingAtMost limit: Int, as encoding: Encoding) -> DecodedText? {
    var text = DecodedText(utf8: [], encoding: encoding.name)
    var start = 0
    while text.replacedSequences <= limit {
      let (utf8, outcome) = encoding.decode(bytes[start...])
      text.utf8 += utf8
      switch outcome {
      case .whole: return text
      case .truncated(let offset):
        text.truncatedBytes = bytes.count - offset
        return text
      case .malformed(let offset):
        text.utf8 += [0xEF, 0xBF, 0xBD]
        text.replacedSequences += 1
        start = min(offset + 1, bytes.count)
      }
    }
    return nil
  }

  private func decode(_ bytes: [UInt8], from start: Int, as encoding: Encoding) throws(ReadingError) -> DecodedText {
    if encoding == .utf8 { return try decodeUTF8(bytes, from: start) }
    let (utf8, outcome) = encoding.decode(bytes[start...])
    switch outcome {
    case .whole: return DecodedText(utf8: utf8, encoding: encoding.name)
    case .truncated(let offset):
      return DecodedText(utf8: utf8, encoding: encoding.name, truncatedBytes: bytes.count - offset)
    case .malformed(let offset): throw .undecodable(detail: flaw(in: bytes, at: offset, of: encoding))
    }
  }

  private func decodeUTF8(_ bytes: [UInt8], from start: Int) throws(ReadingError) -> DecodedText {
    let body = start == 0 ? bytes : Array(bytes[start...])
    switch UTF8Validation(of: body) {
    case .valid: return DecodedText(utf8: body, encoding: Encoding.utf8.name)
    case .truncated(let offset):
      return DecodedText(
        utf8: Array(body[..<offset]), encoding: Encoding.utf8.name, truncatedBytes: body.count - offset)
    case .malformed(let offset): throw .undecodable(detail: flaw(in: bytes, at: start + offset, of: .utf8))
    }
  }

  private func flaw(in bytes: [UInt8], at offset: Int, of encoding: Encoding) -> String {
    let sequence = bytes[offset..<min(offset + 4, bytes.count)].map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
    }
    return "no \(encoding.name) at byte \(offset): \(sequence.joined(separator: " "))"
  }

  // MARK: An encoding to be found

  private func detect(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    if let mark = ByteOrderMark(of: bytes) { return try decode(bytes, from: mark.length, as: mark.encoding) }
    let validation = UTF8Validation(of: bytes)
    let hasNull = bytes.firstNull != nil
    if !hasNull {
      switch validation {
      case .valid: return DecodedText(utf8: bytes, encoding: Encoding.utf8.name)
      case .truncated(let offset) where looksLikeUTF8(bytes, upTo: offset): return try decodeUTF8(bytes, from: 0)
      case .truncated, .malformed: break
      }
    }
    let sample = bytes.count > Self.sample ? bytes[..<Self.sample] : bytes[...]
    let candidates = hasNull ? wideCandidates(bytes) : Self.narrowCandidates
    var fitting: [(encoding: Encoding, score: Double)] = []
    for candidate in candidates {
      let (utf8, outcome) = candidate.encoding.decode(sample)
      var isFlawed = false
      switch outcome {
      case .whole: break
      case .truncated(let offset), .malformed(let offset): isFlawed = offset < sample.endIndex - 4
      }
      // With NULs among its bytes a text is in a wide encoding without a flaw, or no text.
      if hasNull, isFlawed || utf8.contains(0) { continue }
      guard let plausibility = TextPlausibility.score(utf8) ?? (hasNull ? 1 : nil),
        plausibility >= Self.leastPlausible
      else { continue }
      // A flawed text is chosen only where no other is left, to say what is wrong with it.
      fitting.append((candidate.encoding, plausibility + candidate.bonus - (isFlawed ? 0.5 : 0)))
    }
    let best = choice(of: fitting, sample: sample)
    if case .malformed(let offset) = validation, !hasNull, looksLikeUTF8(bytes, upTo: offset),
      best.map({ $0.score < 0.8 }) ?? true
    {
      throw .undecodable(detail: flaw(in: bytes, at: offset, of: .utf8))
    }
    if let best { return try decode(bytes, from: 0, as: best.encoding) }
    if hasNull, let offset = bytes.firstNull { throw .notText(detail: "a NUL at byte \(offset)") }
    if let western = westernText(bytes) { return western }
    throw .undecodable(detail: "no encoding of Chinese text fits; name it if you know it")
  }

  /// Whether the bytes before a flaw hold enough sequences of UTF-8 that they cannot be there by chance.
  private func looksLikeUTF8(_ bytes: [UInt8], upTo offset: Int) -> Bool {
    let start = max(0, offset - Self.sample)
    var sequences = 0
    for byte in bytes[start..<offset] where byte >= 0xC2 { sequences += 1 }
    return sequences >= 4 || (sequences == 0 && offset > 0 && offset + 4 >= bytes.count)
  }

  private typealias Candidate = (encoding: Encoding, bonus: Double)

  private func wideCandidates(_ bytes: [UInt8]) -> [Candidate] {
    var candidates: [Candidate] = []
    if bytes.count % 4 == 0 { candidates += [(.utf32LittleEndian, 0.1), (.utf32BigEndian, 0.1)] }
    candidates += [(.utf16LittleEndian, 0), (.utf16BigEndian, 0)]
    return candidates
  }

  private static let narrowCandidates: [Candidate] = [
    (.gb18030, 0), (.big5, 0), (.big5HKSCS, -0.01), (.utf16LittleEndian, -0.05), (.utf16BigEndian, -0.05),
  ]

  /// The encoding with the best score; where two are near each other, ICU's detector has a say.
  private func choice(
    of fitting: [(encoding: Encoding, score: Double)], sample: ArraySlice<UInt8>
  ) -> (encoding: Encoding, score: Double)? {
    let sorted = fitting.sorted { $0.score > $1.score }
    guard let first = sorted.first, let second = sorted.dropFirst().first, first.score - second.score < 0.1 else {
      return sorted.first
    }
    var guesses = [cicu_charset](repeating: cicu_charset(), count: 16)
    let count = sample.withUnsafeBufferPointer {
      cicu_detect($0.baseAddress, Int64($0.count), &guesses, Int32(guesses.count))
    }
    var best = first
    for guess in guesses.prefix(Int(max(0, count))) {
      let name = withUnsafeBytes(of: guess.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      for candidate in sorted where candidate.encoding.name == name {
        let score = candidate.score + Double(guess.confidence) / 2000
        if score > best.score { best = (candidate.encoding, score) }
      }
    }
    return best
  }

  /// Latin text in one byte a character: nearly all ASCII, the rest letters of Windows-1252.
  private func westernText(_ bytes: [UInt8]) -> DecodedText? {
    var high = 0
    for byte in bytes where byte >= 0x80 {
      guard byte >= 0xA0 || (0x91...0x97).contains(byte) else { return nil }
      high += 1
    }
    guard high * 12 < bytes.count, let encoding = Encoding(named: "windows-1252") else { return nil }
    return try? decode(bytes, from: 0, as: encoding)
  }
}

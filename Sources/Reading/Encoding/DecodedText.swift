/// A text and the encoding that it was decoded from.
struct DecodedText: Equatable {
  /// Valid UTF-8 without byte order mark.
  var utf8: [UInt8]
  /// The IANA name.
  var encoding: String
  /// Bytes at the end of the input that begin a character and do not end it; they are left out.
  var truncatedBytes = 0
  /// Malformed sequences that U+FFFD stands for.
  var replacedSequences = 0
}

import Rules
import Values

/// The raised point of older print: 1·5倍, 三·五倍, 百分之六·五, 一九·七亿元. 五·四 and 3·15 are dates.
extension NumeralParser {
  /// ·, ・, ･, •, ‧.
  static func isRaisedPoint(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || scalar == 0x30FB || scalar == 0xFF65 || scalar == 0x2022 || scalar == 0x2027
  }

  /// The numeral with the decimals behind a raised point, where it is one.
  func raised(_ numeral: ArabicNumeral, at start: Int) -> ArabicNumeral? {
    guard !numeral.hasPoint, !numeral.hasLeadingZero, let (mark, length) = scalar(at: numeral.end),
      Self.isRaisedPoint(mark), isDigit(at: numeral.end + length)
    else { return nil }
    let raised = ArabicNumeral(in: utf8, at: start, readsRaisedPoint: true)
    return raised.hasPoint && mayFollowDecimals(raised.end) ? raised : nil
  }

  /// The digits after a raised point; the offset behind them.
  func raisedFraction(after offset: Int, into builder: inout NumeralBuilder) -> Int? {
    var position = offset
    var digits: [UInt8] = []
    while case .digit(let digit)? = numeralClass(at: position)?.0, let length = numeralClass(at: position)?.1 {
      digits.append(digit)
      position += length
    }
    guard !digits.isEmpty, mayFollowDecimals(position) else { return nil }
    builder.add(fraction: digits)
    return position
  }

  /// A scale word, a percent sign, or a unit that is measured and not counted.
  private func mayFollowDecimals(_ offset: Int) -> Bool {
    if isShare { return true }
    if case .large? = numeralClass(at: offset)?.0 { return true }
    guard let (index, _) = lexicon.unit(in: utf8, at: offset) else { return false }
    switch lexicon.units[index].kind {
    case .money, .percentage, .points, .multiple, .quantity: return true
    default: return false
    }
  }
}

import Rules
import Testing
import Values

@testable import Figures

/// What is looked at before a numeral is read, and what is read without a builder, against the plain way.
@Suite struct NumeralShortcutTests {
  private static let lexicon = try! FigureLexicon(rules: .embedded)

  private func parser(_ text: String) -> NumeralParser {
    NumeralParser(utf8: Array(text.utf8), lexicon: Self.lexicon, isTraditional: false, steps: nil)
  }

  /// A character that a numeral begins with must never be left out of the set that is asked first.
  @Test func everyNumeralBeginsWithACharacterOfTheSet() throws {
    var beginnings = 0
    for value in 0x21...0xFFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for rest in ["", "十万元", "5万", "元", "兆元"] {
        let parser = parser("\(scalar)\(rest)")
        guard parser.read(at: 0) != nil else { continue }
        beginnings += 1
        #expect(parser.mayBegin(at: 0), "\(scalar)\(rest)")
      }
    }
    #expect(beginnings > 200)
  }

  @Test(arguments: [
    "7", "68.3", "1,100", "007", "0", "0.50", "１３，４５６．７", "2e5", "99999999999999999999999999999999999999",
    "999999999999999999999999999999999999999999",
  ])
  func plainDigitsAreWhatTheBuilderMakesOfThem(text: String) {
    let arabic = ArabicNumeral(in: Array(text.utf8), at: 0)
    var builder = NumeralBuilder(start: 0)
    builder.add(arabic)
    #expect(Numeral(arabic, start: 0, end: arabic.end) == builder.numeral(end: arabic.end))
    for power in [4, 8] {
      var scaled = builder
      scaled.add(large: power)
      #expect(
        Numeral(arabic, start: 0, end: arabic.end + 3, scale: power) == scaled.numeral(end: arabic.end + 3))
    }
  }

  /// A numeral is remembered by its place, so that places must not be taken for one another.
  @Test func placesOfOneRemainderAreToldApart() {
    let parser = parser("5亿元；6亿元；7亿元；8亿元；9亿元")
    let starts = [0, 10, 20, 30, 40]
    for start in starts + starts.reversed() + starts {
      #expect(parser.numeral(at: start)?.low == ExactDecimal(5 + start / 10).scaled(byPowerOfTen: 8))
    }
  }
}

import TestSupport
import Testing
import Values

/// What is written digit by digit against the standard library's numbers.
struct DescriptionTests {
  @Test(arguments: [0, 1, 9, 10, 18_446_744_073_709_551_615, 18_446_744_073_709_551_616, UInt128.max])
  func decimalsWriteAllTheirDigits(coefficient: UInt128) {
    let plain = String(coefficient)
    #expect(ExactDecimal(coefficient: coefficient).description == plain)
    #expect(
      ExactDecimal(isNegative: true, coefficient: coefficient, exponent: 3).description
        == (coefficient == 0 ? "0" : "-\(plain)000"))
  }

  @Test func decimalsPlaceThePoint() {
    for (coefficient, exponent, text) in [
      (5, -1, "0.5"), (5, -3, "0.005"), (125, -2, "1.25"), (125, -3, "0.125"), (10, -1, "1"),
      (1_234_567, -6, "1.234567"),
    ] as [(UInt128, Int, String)] {
      #expect(ExactDecimal(coefficient: coefficient, exponent: exponent).description == text)
      #expect(ExactDecimal(text) == ExactDecimal(coefficient: coefficient, exponent: exponent))
    }
  }

  @Test func decimalsReadBackAsTheyWere() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let decimal = ExactDecimal(
        isNegative: Bool.random(using: &random), coefficient: UInt128(random.next()) << UInt128(random.next() % 60),
        exponent: Int.random(in: -24...0, using: &random))
      #expect(ExactDecimal(decimal.description) == decimal)
    }
  }

  @Test func periodsPadTheirYears() {
    #expect(TimePeriod.single(CalendarUnit(year: 7)).description == "0007")
    #expect(
      TimePeriod.interval(CalendarUnit(year: 2024, .month(1)), CalendarUnit(year: 2024, .day(month: 11, day: 3)))
        .description == "2024-01/2024-11-03")
    #expect(TimePeriod.until(CalendarUnit(year: 2024, .half(1))).description == "../2024-H1")
    #expect(TimePeriod.single(CalendarUnit(year: 1998, .quarter(3))).description == "1998-Q3")
  }
}

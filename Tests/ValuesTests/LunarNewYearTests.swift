import Testing

@testable import Values

@Suite("New Year's Day of the Chinese calendar")
struct LunarNewYearTests {
  @Test(arguments: [
    (1950, 2, 17), (1985, 2, 20), (1990, 1, 27), (2000, 2, 5), (2018, 2, 16), (2019, 2, 5), (2024, 2, 10),
    (2050, 1, 23),
  ])
  func isADayOfTheGregorianCalendar(year: Int, month: Int, day: Int) {
    #expect(LunarNewYear.day(in: year) == CalendarDate(year: year, month: month, day: day))
  }

  @Test(arguments: [1949, 2051, 0, -3]) func isUnknownBeyondTheTable(year: Int) {
    #expect(LunarNewYear.day(in: year) == nil)
  }
}

import Testing
import Values

@Suite struct TimePeriodTests {
  @Test(arguments: [
    (TimePeriod.single(CalendarUnit(year: 2024)), "2024"),
    (.single(CalendarUnit(year: 2024, .quarter(1))), "2024-Q1"),
    (.single(CalendarUnit(year: 2024, .half(2))), "2024-H2"),
    (.single(CalendarUnit(year: 2024, .month(3))), "2024-03"),
    (.single(CalendarUnit(year: 2024, .day(month: 2, day: 8))), "2024-02-08"),
    (.interval(CalendarUnit(year: 2024, .month(1)), CalendarUnit(year: 2024, .month(11))), "2024-01/2024-11"),
    (.interval(CalendarUnit(year: 2021), CalendarUnit(year: 2025)), "2021/2025"),
    (.until(CalendarUnit(year: 2024, .month(11))), "../2024-11"),
  ])
  func writesISO8601(period: TimePeriod, text: String) {
    #expect(period.description == text)
  }

  @Test(arguments: [
    (CalendarUnit(year: 2024), "2024-01-01", "2024-12-31"),
    (CalendarUnit(year: 2024, .half(1)), "2024-01-01", "2024-06-30"),
    (CalendarUnit(year: 2024, .quarter(4)), "2024-10-01", "2024-12-31"),
    (CalendarUnit(year: 2024, .month(2)), "2024-02-01", "2024-02-29"),
  ])
  func knowsItsDays(unit: CalendarUnit, first: String, last: String) {
    #expect(unit.firstDay?.description == first)
    #expect(unit.lastDay?.description == last)
  }
}

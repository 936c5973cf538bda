import Testing
import Values

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2024-02-29", 1, "2024-03-01"), ("2023-12-31", 1, "2024-01-01"), ("2024-03-01", -1, "2024-02-29"),
    ("1957-01-20", -20, "1956-12-31"), ("2000-01-01", 366, "2001-01-01"),
  ])
  func addsDays(start: String, days: Int, end: String) throws {
    let date = try #require(CalendarDate(iso8601: start))
    #expect(date.adding(days: days)?.description == end)
  }

  @Test(arguments: [("2024-07-24", 3), ("1957-01-20", 7), ("2026-11-21", 6), ("1970-01-01", 4)])
  func knowsTheWeekday(date: String, weekday: Int) throws {
    #expect(try #require(CalendarDate(iso8601: date)).weekday == weekday)
  }

  @Test(arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "2024-1-1", "24-01-01", ""])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDate(iso8601: text) == nil)
  }
}

/// New Year's Day of the Chinese calendar, from 1950 to 2050.
public enum LunarNewYear {
  /// The day of the Gregorian calendar; `nil` for a year that the table does not have.
  public static func day(in year: Int) -> CalendarDate? {
    let index = year - first
    guard index >= 0, index < offsets.utf8CodeUnitCount else { return nil }
    let digit = offsets.utf8Start[index]
    // 0 to 9, then A for 10 and so on.
    let offset = Int(digit) - (digit < UInt8(ascii: "A") ? 0x30 : 0x37)
    return CalendarDate(year: year, month: 1, day: 20)?.adding(days: offset)
  }

  private static let first = 1950
  /// The days from 20 January on, a digit of base 36 a year, as the Chinese calendar of ICU 72 reckons them (time zone
  /// Asia/Shanghai).
  private static let offsets: StaticString =
    "SH7PF4NBTJ8QG5OD1KASH7QE3MBTI8RG5ODVK9SH7QF3LBUI8RG4NC2K9TI6PE3LBUJ8RG5NC2L9SI6OD3MBUJ8QF4NC2LASH6PD3"
}

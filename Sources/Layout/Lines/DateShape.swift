/// Finds a printed date: 2024年7月24日, 2024.2.5, 二〇二四年五月二十一日, with the weekday that may follow.
enum DateShape {
  struct Match {
    /// Characters that belong to dates and weekdays, lunar dates included.
    let length: Int
    let hasWeekday: Bool
  }

  static func find(in dense: Codes) -> Match? {
    guard mayHoldDate(dense) else { return nil }
    var length = 0
    var place = 0
    while place < dense.count {
      if let end = date(in: dense, at: place) {
        length += end - place
        place = end
      } else {
        place += 1
      }
    }
    guard length > 0 else { return nil }
    let weekday = weekday(in: dense)
    return Match(length: length + (weekday ? 3 : 0), hasWeekday: weekday)
  }

  /// A date has 日, or a mark between numerals.
  private static func mayHoldDate(_ dense: Codes) -> Bool {
    dense.contains {
      switch $0 {
      case 0x65E5, 0x2E, 0x2D, 0x2F, 0xFF0E, 0xB7: true
      default: false
      }
    }
  }

  static func isWeekdayAlone(_ dense: Codes) -> Bool {
    dense.count == 3 && weekday(in: dense)
  }

  private static func weekday(in dense: Codes) -> Bool {
    guard dense.count >= 3 else { return false }
    for place in 0...(dense.count - 3) where dense[place] == 0x661F && dense[place + 1] == 0x671F {
      let day = dense[place + 2]
      if CharacterClass.isChineseNumeral(day) || day == 0x65E5 || day == 0x5929 { return true }  // 日, 天
    }
    return false
  }

  /// Where the date that begins at a place ends.
  static func date(in dense: Codes, at place: Int) -> Int? {
    var cursor = place
    let year = numerals(dense, &cursor)
    guard (1...4).contains(year), cursor < dense.count else { return nil }
    if dense[cursor] == 0x5E74 {  // 年
      cursor += 1
      guard (1...3).contains(numerals(dense, &cursor)), cursor < dense.count, dense[cursor] == 0x6708 else {
        return nil
      }
      cursor += 1
      guard (1...3).contains(numerals(dense, &cursor)), cursor < dense.count, dense[cursor] == 0x65E5 else {
        return nil
      }
      return cursor + 1
    }
    let mark = dense[cursor]
    guard year == 4, mark == 0x2E || mark == 0x2D || mark == 0x2F || mark == 0xFF0E || mark == 0xB7 else { return nil }
    cursor += 1
    guard (1...2).contains(numerals(dense, &cursor)), cursor < dense.count, dense[cursor] == mark else { return nil }
    cursor += 1
    guard (1...2).contains(numerals(dense, &cursor)) else { return nil }
    return cursor
  }

  private static func numerals(_ dense: Codes, _ cursor: inout Int) -> Int {
    let start = cursor
    while cursor < dense.count, CharacterClass.isDigit(dense[cursor]) || CharacterClass.isChineseNumeral(dense[cursor])
    {
      cursor += 1
    }
    return cursor - start
  }
}

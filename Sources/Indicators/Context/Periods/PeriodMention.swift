import Figures
import Values

/// A period at its place in a paragraph, and what it does there.
struct PeriodMention: Sendable {
  enum Use: Hashable, Sendable {
    /// It holds for what follows until another does.
    case frame
    /// It holds in its clause only: 六月的跌幅, 去年同期为.
    case local
    /// It holds for the next figure only: 由2020年的214亿元.
    case earlier
    /// Something is compared with it; a figure that follows it with 的 is its own: 比前三季度的12.9%.
    case base(ownsFigure: Bool)
    /// The day of a report or a meeting.
    case report
    /// It depends on something: 若四月底前无雨.
    case ignored
  }

  let range: Range<Int>
  let clause: Int
  let sentence: Int
  var expression: PeriodExpression
  var use: Use
  var period: TimePeriod?
  /// A day with the time of the day: it does not go on after its sentence.
  var isMoment: Bool
  /// The time of one thing that its sentence is about, which is none of the text: 仅去年10月的一次行动.
  var isOfOne = false
  /// A day told with the hour up to which it holds: 截至17日10时.
  var isAtHour = false
  /// 到2027年: what is aimed at.
  var isAimed = false
  /// 年底前: a deadline, read as its year.
  var isDue = false
  /// The month that a deadline names.
  var dueMonth = 12
  /// 前一周, 上一周: the week before the one told, where one was.
  var isWeekBefore = false
  /// The members of a list of periods: 2019年、2020年和2021年.
  var list: [TimePeriod] = []

  /// Whether the words tell the year by themselves or from the publication.
  var namesYear: Bool {
    switch expression.anchor {
    case .year, .publication: true
    case .none, .context: false
    }
  }

  var isDay: Bool {
    switch expression.span {
    case .day, .days, .relativeDay, .weekday: true
    default: false
    }
  }
}

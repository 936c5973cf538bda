/// What a figure's period is asked for.
enum PeriodRole: Hashable, Sendable {
  /// The figure stands for the fact itself.
  case current
  /// The figure is the A of 由A提高到B: it has an earlier period, or none, and never B's.
  case earlier
  /// The figure is said of the period that another is compared with: 上年同期为A.
  case comparisonBase
}

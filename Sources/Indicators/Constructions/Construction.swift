/// A way to say a statistical fact: a pattern around a figure and what it says.
///
/// A class, so that to try one copies a reference and not all that it says.
final class Construction: Sendable {
  /// A part of the indicator's name.
  enum NamePart: Hashable, Sendable {
    /// What the capture `name` holds, or the indicator in force where that is empty.
    case nameOrPrevious
    /// What a capture holds; nothing where it is empty.
    case capture(Int)
    case previous
    /// Words that the construction adds.
    case literal(String)
  }

  enum MeasureRule: Hashable, Sendable {
    case fixed(Observation.Measure)
    /// `share` for a percentage whose name says so (占比, 比重), else `level`.
    case byName
    /// The measure of the record before.
    case asBefore
  }

  enum SignRule: Hashable, Sendable {
    case positive, negative
    /// Negative where the capture `verb` or `rate` is a word of a fall.
    case byWord
  }

  enum ComparisonRule: Hashable, Sendable {
    /// From the words of the clause.
    case byWords
    case none
    case fixed(Observation.Comparison)
  }

  struct Emission: Hashable, Sendable {
    var measure: MeasureRule
    var name: [NamePart]
    var sign = SignRule.positive
    var comparison = ComparisonRule.none
    var status: Observation.Status?
    var role = PeriodRole.current
    /// The figure of the capture `earlier` is a record too, of the earlier period.
    var emitsEarlier = false
    /// Figures that stand side by side belong to names that stand side by side.
    var zips = false
    /// One figure belongs to each of the names that stand side by side.
    var distributes = false
    /// The name is what comes after the figure.
    var usesRight = false
    /// The indicator stays in force for what follows.
    var setsTopic = true
    /// The figure is no record, for this reason.
    var rejection: String?
  }

  struct Example: Sendable {
    let text: String
    let records: [String]
    let published: String?
    let line: Int
    let column: Int
  }

  let id: String
  let file: String
  let line: Int
  let description: String
  let priority: Int
  let anchor: PieceTest
  /// The fewest and the most figures that stand side by side.
  let count: ClosedRange<Int>
  let left: PatternProgram
  let right: PatternProgram
  let emission: Emission
  let examples: [Example]
  let counterexamples: [Example]

  init(
    id: String, file: String, line: Int, description: String, priority: Int, anchor: PieceTest,
    count: ClosedRange<Int>, left: PatternProgram, right: PatternProgram, emission: Emission, examples: [Example],
    counterexamples: [Example]
  ) {
    self.id = id
    self.file = file
    self.line = line
    self.description = description
    self.priority = priority
    self.anchor = anchor
    self.count = count
    self.left = left
    self.right = right
    self.emission = emission
    self.examples = examples
    self.counterexamples = counterexamples
  }
}

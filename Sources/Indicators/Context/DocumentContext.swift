import Figures
import Layout
import Rules
import Values

/// What a document says around its figures: the periods, the subjects and the frames of its sections.
///
/// All offsets are bytes of the paragraph's text.
final class DocumentContext: Sendable {
  let paragraphs: [ParagraphShadow]
  private let subjects: SubjectFinder
  private let periods: PeriodFinder
  private let sections: SectionMap

  /// - Parameters:
  ///   - shadows: The shadows of the paragraphs' texts, where they are known.
  ///   - region: Where the page comes from, as its delivery says.
  init(
    paragraphs: [Paragraph], shadows: [[UInt8]]? = nil, figures: [[Figure]], published: CalendarDate?,
    region: String? = nil, rules: ContextRules
  ) {
    let shadows = paragraphs.indices.map { index in
      ParagraphShadow(
        paragraphs[index], shadow: shadows?[index] ?? rules.folding.shadow(of: paragraphs[index].text.utf8),
        figures: figures[index], rules: rules)
    }
    self.paragraphs = shadows
    subjects = SubjectFinder(paragraphs: shadows, region: region, rules: rules)
    sections = SectionMap(paragraphs: shadows, published: published, stories: subjects.stories, rules: rules)
    periods = PeriodFinder(
      paragraphs: shadows, figures: figures, published: published, sections: sections, stories: subjects.stories,
      rules: rules)
  }

  /// The period that a figure is of; `nil` where the page does not allow it to be known.
  /// - Parameters:
  ///   - clause: The clause that the figure stands in.
  ///   - figure: The figure with its unit.
  func period(paragraph: Int, clause: Range<Int>, figure: Range<Int>, role: PeriodRole) -> TimePeriod? {
    let found = periods.period(paragraph: paragraph, figure: figure, role: role)
    guard found.isInherited else { return found.period }
    // What describes a project is of no year because the heading above has one.
    let subject = subjects.subject(paragraph: paragraph, figure: figure, nameStart: figure.lowerBound)
    return subject?.kind == .project ? nil : found.period
  }

  /// Who the figure is of.
  /// - Parameter nameStart: Where the indicator's name begins, so that what stands before it can be the subject.
  func subject(paragraph: Int, clause: Range<Int>, figure: Range<Int>, nameStart: Int) -> SubjectMention? {
    let mention = subjects.subject(paragraph: paragraph, figure: figure, nameStart: nameStart)
    guard let range = mention?.range, range.upperBound > paragraphs[paragraph].shadow.count else { return mention }
    // What a list or a word that points takes over from another paragraph stands nowhere in this one.
    return mention.map { SubjectMention(name: $0.name, kind: $0.kind, range: nil, areaCode: $0.areaCode) }
  }

  /// Where a place ends that begins at an offset and is printed with its unit (凤庆县, 白河镇, 该园区), or an office (市粮食局).
  func headEnd(paragraph: Int, at offset: Int, limit: Int) -> (end: Int, isOffice: Bool)? {
    subjects.headEnd(in: paragraphs[paragraph].shadow, at: offset, limit: limit)
  }

  /// Where the name of a place ends that is followed by a word which begins with its last character: 荣成 of 荣成市区.
  func beforeUnitWord(paragraph: Int, at end: Int) -> Int {
    subjects.beforeUnitWord(in: paragraphs[paragraph].shadow, at: end)
  }

  /// Whether what stands before a subject only tells what it is or was made to a project: 中标人, 店主.
  func isRole(paragraph: Int, _ range: Range<Int>) -> Bool {
    subjects.isRole(in: paragraphs[paragraph].shadow, range)
  }

  /// The bytes of the name of a place that begins at an offset; 0 where none does.
  func placeLength(paragraph: Int, at offset: Int) -> Int {
    subjects.rules.gazetteer.length(in: paragraphs[paragraph].shadow, at: offset)
  }

  /// The same, where it is no country's.
  func divisionLength(paragraph: Int, at offset: Int) -> Int {
    let gazetteer = subjects.rules.gazetteer
    guard let match = gazetteer.match(in: paragraphs[paragraph].shadow, at: offset),
      !match.places.contains(where: { gazetteer.places[$0].level == .country })
    else { return 0 }
    return match.length
  }

  /// The status that the section gives to a statement whose own verb does not tell: 力争, 今年的主要预期目标.
  func sectionStatus(paragraph: Int, at offset: Int) -> Observation.Status? {
    sections.status(paragraph: paragraph, at: offset)
  }

  /// Whether the figure's sentence sets it at a time after the page was printed.
  func isPlanned(paragraph: Int, figure: Range<Int>) -> Bool {
    periods.isPlanned(paragraph: paragraph, figure: figure)
  }

  /// Whether a deadline of the figure's clause is still to come and nothing says that it is done.
  func isDue(paragraph: Int, figure: Range<Int>) -> Bool {
    let clauses = paragraphs[paragraph].clauses
    return periods.isDue(paragraph, clauses.clause(at: figure.lowerBound), figure)
  }

  /// The years of a yearly average whose sentence sets its value against that of an earlier year.
  func averageSpan(paragraph: Int, figure: Range<Int>, current: TimePeriod) -> TimePeriod? {
    periods.averageSpan(paragraph: paragraph, figure: figure, current: current)
  }

  /// What the page as a whole is about, for explanations.
  var pageSubject: SubjectMention? { subjects.pageSubject }
}

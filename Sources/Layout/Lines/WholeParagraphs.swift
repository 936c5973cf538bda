/// Tells pages that have a blank line between all lines, each of which is a paragraph: saved web pages, and pages that were
/// put back already. Their lines fill no column, however wide they are.
enum WholeParagraphs {
  /// Of a hundred lines, how many have a blank line before them, and how much of the text stands in lines that end a sentence.
  private static let leastApart = 95
  private static let leastFinished = 65

  static func areLines(_ lines: [TextLine]) -> Bool {
    var texts = 0
    var apart = 0
    var length = 0
    var finished = 0
    for (index, line) in lines.enumerated() where line.role == .text || line.role == .listItem {
      texts += 1
      if index == 0 || line.blanksBefore > 0 { apart += 1 }
      guard line.role == .text else { continue }
      length += line.dense.count
      if line.ending == .sentence { finished += line.dense.count }
    }
    return texts > 0 && apart * 100 >= texts * leastApart && finished * 100 >= length * leastFinished
  }
}

/// What a join is asked about the line behind it: a setting is copied for each question, and a line is several times as
/// large.
struct FollowingLine {
  let blanksBefore: Int
  let isText: Bool
  let dense: Codes
  let column: Int
  let high: Int

  init(_ line: TextLine) {
    blanksBefore = line.blanksBefore
    isText = line.role == .text
    dense = line.dense
    column = line.column
    high = line.high
  }
}

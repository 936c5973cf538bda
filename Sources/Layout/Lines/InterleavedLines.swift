/// Puts the lines of two columns apart that were read across both: a line of the one, a line of the other.
///
/// The best story of a run of lines is sought in which each line goes on from the line before it or from the last line of
/// the other column. A second column must be paid for, so that text is only sorted where its characters prove many times over
/// that not the next line but a later one goes on with a line.
struct InterleavedLines {
  /// What the characters must prove, in the units of `LineContinuity`; what a line costs that does not change the column, as
  /// two columns that are read across change at every line where both have one.
  private static let price = 600
  private static let same = 350
  private static let unfinished = 150
  /// How many lines of one column may stand between two of the other.
  private static let reach = 6
  private static let least = 8
  private static let leastChanges = 5

  let continuity: LineContinuity

  /// How a line comes to its place: in the only column, as the end of two, as the first of a second column, or in one of two.
  private enum Move {
    case single, close, open, same, other
  }

  /// Where a line in one of two columns came from.
  private struct Origin {
    let move: Move
    let distance: Int8
  }

  /// Puts the lines in the order of their columns; gives a repair for each run that was sorted.
  func sort(_ lines: inout [TextLine]) -> [Repair] {
    var repairs: [Repair] = []
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, isText(lines[end]), end == start || lines[end].blanksBefore <= 1 { end += 1 }
      if end - start >= Self.least { sort(&lines, start..<end, &repairs) }
      start = max(end, start + 1)
    }
    return repairs
  }

  private func isText(_ line: TextLine) -> Bool {
    line.role == .text && !line.isWhole && line.paragraph == nil && line.high <= 700
  }

  private func sort(_ lines: inout [TextLine], _ run: Range<Int>, _ repairs: inout [Repair]) {
    let moves = moves(lines[run])
    var index = 0
    while index < moves.count {
      guard moves[index] == .open else {
        index += 1
        continue
      }
      var end = index + 1
      while end < moves.count, moves[end] == .same || moves[end] == .other { end += 1 }
      let region = run.lowerBound + index - 1..<run.lowerBound + end
      if let columns = columns(lines, region, moves[index..<end]) {
        let sorted = sort(&lines, region, columns.isSecond, within: run)
        repairs.append(
          Repair(
            kind: .interleavedLines, source: sorted.source,
            evidence: "\(sorted.count) lines of two columns by turns: +\(columns.gain) by the characters at their ends")
        )
      }
      index = end
    }
  }

  /// Which lines of a region, whose second line opens the second column, stand in it; `nil` where too little is proved.
  private func columns(
    _ lines: [TextLine], _ region: Range<Int>, _ moves: ArraySlice<Move>
  ) -> (isSecond: [Bool], gain: Int)? {
    var isSecond = [false]
    var last: [Int?] = [region.lowerBound, nil]
    var gain = 0
    for (index, move) in zip(region.dropFirst(), moves) {
      let second = move == .same ? isSecond[isSecond.count - 1] : !isSecond[isSecond.count - 1]
      if let above = last[second ? 1 : 0] {
        gain += continuity.score(lines[above], lines[index]) - continuity.score(lines[index - 1], lines[index])
      }
      last[second ? 1 : 0] = index
      isSecond.append(second)
    }
    let changes = moves.count { $0 != .same }
    let seconds = isSecond.count { $0 }
    guard gain >= Self.price, changes >= Self.leastChanges, changes * 2 >= region.count, seconds >= 3,
      isSecond.count - seconds >= 3
    else { return nil }
    return (isSecond, gain)
  }

  /// Sorts a region and the lines around it that go on as regularly.
  private func sort(
    _ lines: inout [TextLine], _ region: Range<Int>, _ isSecond: [Bool], within run: Range<Int>
  ) -> (source: Range<Int>, count: Int) {
    var start = region.lowerBound
    var end = region.upperBound
    var isSecond = isSecond
    // Before: as long as a line goes on better with the next but one.
    while start > run.lowerBound, isSecond[1] != isSecond[0] {
      let across = continuity.score(lines[start - 1], lines[start + 1])
      let down = continuity.score(lines[start - 1], lines[start])
      let isFirst = start - 1 == run.lowerBound || lines[start - 2].ending == .sentence
      guard across > down || across == down && isFirst else { break }
      isSecond = [isSecond[1]] + isSecond
      start -= 1
    }
    if isSecond[0] { isSecond = isSecond.map { !$0 } }
    // Behind: by turns, then what is left of the first column, to the end of its paragraph.
    while end < run.upperBound, let above = isSecond.lastIndex(of: !isSecond[isSecond.count - 1]) {
      let across = continuity.score(lines[start + above], lines[end])
      let waits = Self.loss(lines[start + above])
      guard across + waits > continuity.score(lines[end - 1], lines[end]), across + waits > 0 else { break }
      isSecond.append(!isSecond[isSecond.count - 1])
      end += 1
    }
    while end < run.upperBound, isSecond[isSecond.count - 1] == false, !endsParagraph(lines, end - 1, run) {
      isSecond.append(false)
      end += 1
    }
    let members = Array(zip(lines[start..<end], isSecond))
    let source = lines[start].start..<max(lines[end - 1].end, lines[start].end)
    lines.replaceSubrange(start..<end, with: members.filter { !$0.1 }.map(\.0) + members.filter { $0.1 }.map(\.0))
    return (source, end - start)
  }

  /// What it costs to leave a column whose last line this is.
  private static func loss(_ line: TextLine) -> Int { line.ending == .sentence ? 0 : unfinished }

  private func endsParagraph(_ lines: [TextLine], _ index: Int, _ run: Range<Int>) -> Bool {
    guard index + 1 < run.upperBound else { return true }
    let next = lines[index + 1]
    return lines[index].ending == .sentence
      && (next.indent >= 2 || next.blanksBefore > 0 || next.middle - lines[index].middle > 30)
  }

  // MARK: The best story

  /// For each line of a run how it comes to its place in the best story.
  private func moves(_ lines: ArraySlice<TextLine>) -> [Move] {
    let ends = lines.map { LineContinuity.Ends($0) }
    let width = Self.reach + 1
    let never = Int.min / 2
    func loss(_ index: Int) -> Int { ends[index].ending == .sentence ? 0 : Self.unfinished }
    // `pair[d]`: two columns, the last line of the other is `d` lines before this one; `from` says where it came from.
    var single = 0
    var pair = [Int](repeating: never, count: width)
    var pairs = pair
    var singleFrom = [Int](repeating: 0, count: ends.count)
    var pairFrom = [Origin](repeating: Origin(move: .open, distance: 0), count: ends.count * width)
    for index in 1..<ends.count {
      let next = continuity.score(ends[index - 1], ends[index])
      var best = (score: single + next, distance: 0)
      let row = index * width
      for distance in pairs.indices { pairs[distance] = never }
      pairs[1] = single - Self.price
      for distance in 1..<width where pair[distance] > never {
        let other = index - 1 - distance
        let across = other >= 0 ? continuity.score(ends[other], ends[index]) : never
        let closed =
          pair[distance] + (across > never ? max(next - loss(other), across - loss(index - 1)) : next - loss(other))
        if closed > best.score { best = (closed, distance) }
        let stays = pair[distance] + next - (loss(other) == 0 ? Self.same / 2 : Self.same)
        if distance < Self.reach, stays > pairs[distance + 1] {
          pairs[distance + 1] = stays
          pairFrom[row + distance + 1] = Origin(move: .same, distance: Int8(distance))
        }
        if across > never, pair[distance] + across > pairs[1] {
          pairs[1] = pair[distance] + across
          pairFrom[row + 1] = Origin(move: .other, distance: Int8(distance))
        }
      }
      single = best.score
      swap(&pair, &pairs)
      singleFrom[index] = best.distance
    }
    return trace(single, pair, singleFrom, pairFrom)
  }

  /// - Parameter pairFrom: For each line `reach` + 1 of them.
  private func trace(_ single: Int, _ pair: [Int], _ singleFrom: [Int], _ pairFrom: [Origin]) -> [Move] {
    var moves = [Move](repeating: .single, count: singleFrom.count)
    var distance = 0
    if let best = pair.indices.dropFirst().max(by: { pair[$0] < pair[$1] }), pair[best] > single { distance = best }
    for index in moves.indices.dropFirst().reversed() {
      if distance == 0 {
        distance = singleFrom[index]
        moves[index] = distance == 0 ? .single : .close
      } else {
        let origin = pairFrom[index * pair.count + distance]
        moves[index] = origin.move
        distance = origin.move == .open ? 0 : Int(origin.distance)
      }
    }
    return moves
  }
}

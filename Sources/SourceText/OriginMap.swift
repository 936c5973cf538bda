/// Where each byte of a text came from: runs that pair a range of the text with a range of its source.
///
/// A run whose two ranges are equally long maps byte by byte; any other run (a folded width) maps as a whole.
/// Offsets are bytes of UTF-8 on both sides. Runs are in order of the text and cover it without gaps; in the
/// source they may leave gaps (what was dropped) and go back (what was put in order).
public struct OriginMap: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public let output: Range<Int>
    public let source: Range<Int>

    public init(output: Range<Int>, source: Range<Int>) {
      self.output = output
      self.source = source
    }

    var isLinear: Bool { output.count == source.count }
  }

  public private(set) var runs: [Run] = []

  public init() {}

  /// The map of a text that is its own source.
  public init(identity length: Int) {
    append(source: 0..<length, length: length)
  }

  /// Bytes of the text that the runs cover.
  public var length: Int { runs.last?.output.upperBound ?? 0 }

  /// Makes room for as many runs.
  public mutating func reserveCapacity(_ count: Int) { runs.reserveCapacity(count) }

  /// The source of a range, byte by byte, where all of the text is one such run.
  func linearSource(of range: Range<Int>) -> Range<Int>? {
    guard runs.count == 1, let run = runs.first, run.isLinear, run.output.lowerBound <= range.lowerBound,
      range.upperBound <= run.output.upperBound
    else { return nil }
    let shift = run.source.lowerBound - run.output.lowerBound
    return range.lowerBound + shift..<range.upperBound + shift
  }

  /// Adds a run at the end of the text: `length` bytes that came from `source`.
  public mutating func append(source: Range<Int>, length: Int) {
    guard length > 0 else { return }
    let start = self.length
    if let last = runs.last, last.isLinear, source.count == length, last.source.upperBound == source.lowerBound {
      runs[runs.count - 1] = Run(
        output: last.output.lowerBound..<start + length, source: last.source.lowerBound..<source.upperBound)
    } else {
      runs.append(Run(output: start..<start + length, source: source))
    }
  }

  /// The runs that a range of the text came from, in order of the text; a run cut by the range is cut where it is
  /// linear and whole where it is not.
  public func runs(in range: Range<Int>) -> [Run] {
    var result: [Run] = []
    forEachRun(in: range) { result.append($0) }
    return result
  }

  /// The same, one after another.
  @inline(__always)
  public func forEachRun(in range: Range<Int>, _ body: (Run) -> Void) {
    var index = firstRun(endingAfter: range.lowerBound)
    while index < runs.count, runs[index].output.lowerBound < range.upperBound {
      let run = runs[index]
      let output = run.output.clamped(to: range)
      if run.isLinear {
        let shift = run.source.lowerBound - run.output.lowerBound
        body(Run(output: output, source: output.lowerBound + shift..<output.upperBound + shift))
      } else {
        body(Run(output: output, source: run.source))
      }
      index += 1
    }
  }

  /// The smallest range of the source that holds everything a range of the text came from; `nil` for an empty range.
  public func source(of range: Range<Int>) -> Range<Int>? {
    var source: Range<Int>?
    forEachRun(in: range) { run in
      let known = source ?? run.source
      source = min(known.lowerBound, run.source.lowerBound)..<max(known.upperBound, run.source.upperBound)
    }
    return source
  }

  /// This map followed by the map of its source: from the text of this one to the source of that one.
  public func composed(with earlier: OriginMap) -> OriginMap {
    var result = OriginMap()
    for run in runs {
      if run.isLinear {
        for piece in earlier.runs(in: run.source) {
          result.append(source: piece.source, length: piece.output.count)
        }
      } else if let source = earlier.source(of: run.source) {
        result.append(source: source, length: run.output.count)
      }
    }
    return result
  }

  private func firstRun(endingAfter offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].output.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How a paragraph was read: its clauses, their pieces, the constructions that fitted and what came of them.
public struct ReadingTrace: Hashable, Sendable {
  public struct TracedPiece: Hashable, Sendable {
    public let kind: String
    /// Bytes of the paragraph's text.
    public let range: Range<Int>
    public let classes: [String]
  }

  public struct Attempt: Hashable, Sendable {
    /// Bytes of the figure.
    public let figure: Range<Int>
    /// The ids of the constructions that fitted, in the order in which they were tried.
    public let constructions: [String]
  }

  public struct Rejection: Hashable, Sendable {
    /// Bytes of the figure; `nil` where the whole clause was refused.
    public let figure: Range<Int>?
    public let reason: String
  }

  public struct TracedClause: Hashable, Sendable {
    public let range: Range<Int>
    public let pieces: [TracedPiece]
    public internal(set) var attempts: [Attempt] = []
    public internal(set) var observations: [Observation] = []
    public internal(set) var rejections: [Rejection] = []
  }

  public private(set) var clauses: [TracedClause] = []

  public init() {}

  mutating func open(_ clause: Clause, pieces: ArraySlice<Piece>, lexicon: Lexicon) {
    clauses.append(
      TracedClause(
        range: clause.range,
        pieces: pieces.map {
          TracedPiece(kind: "\($0.kind)", range: $0.range, classes: lexicon.names(of: $0.classes))
        }))
  }

  mutating func tried(_ constructions: [String], at figure: Range<Int>) {
    guard !clauses.isEmpty else { return }
    clauses[clauses.count - 1].attempts.append(Attempt(figure: figure, constructions: constructions))
  }

  mutating func emitted(_ observation: Observation, construction: String) {
    guard !clauses.isEmpty else { return }
    clauses[clauses.count - 1].observations.append(observation)
  }

  mutating func reject(_ reason: String, at figure: Range<Int>? = nil) {
    guard !clauses.isEmpty else { return }
    clauses[clauses.count - 1].rejections.append(Rejection(figure: figure, reason: reason))
  }
}

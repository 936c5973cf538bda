/// Drops characters that are printed over themselves: shadows, and bold made by printing twice.
///
/// A copy is the same character at about the same size whose box covers half of the other's or more. Characters set one
/// after the other never do, however close: 天天 and 66 stay.
enum Overprints {
  /// The least overlap of a copy. Shadows are moved by a tenth of the size, seldom by a fourth.
  private static let least = 0.5

  /// - Returns: The characters in their order without the copies, and how many were dropped.
  static func remove(from characters: [PrintedCharacter]) -> (kept: [PrintedCharacter], dropped: Int) {
    var seen: [Cell: [Int]] = [:]
    var kept: [PrintedCharacter] = []
    kept.reserveCapacity(characters.count)
    for character in characters {
      let cell = Cell(character)
      let isPrinted =
        !character.isSpace
        && cell.neighbours.contains { neighbour in
          seen[neighbour]?.contains { isCopy(character, of: kept[$0]) } ?? false
        }
      if isPrinted { continue }
      // Hostile pages put all their characters in one place: a few of them are enough to know a copy.
      if seen[cell]?.count ?? 0 < 8 { seen[cell, default: []].append(kept.count) }
      kept.append(character)
    }
    return (kept, characters.count - kept.count)
  }

  private static func isCopy(_ character: PrintedCharacter, of other: PrintedCharacter) -> Bool {
    let ratio = character.size / max(other.size, 1e-9)
    return ratio > 0.9 && ratio < 1.1 && character.overlap(other) >= least
  }

  /// A place where a copy may be: squares of half the size, for each character of its own.
  private struct Cell: Hashable {
    var scalar: Unicode.Scalar
    var column: Int
    var row: Int

    init(_ character: PrintedCharacter) {
      let unit = max(character.size, 0.1) / 2
      scalar = character.scalar
      column = Int((character.x0 / unit).rounded(.down))
      row = Int((character.y0 / unit).rounded(.down))
    }

    var neighbours: [Cell] {
      (-1...1).flatMap { dx in
        (-1...1).map { dy in
          var cell = self
          cell.column += dx
          cell.row += dy
          return cell
        }
      }
    }
  }
}

/// The states of the world and the divisions of China, with every form their names are printed in.
///
/// A class, so that what reads a document holds one reference to it.
public final class Gazetteer: Sendable {
  /// What stands at a place of a text.
  public struct Match: Sendable {
    /// Bytes of the name.
    public let length: Int
    /// Indices of `places`: several where divisions share a name.
    public let places: [Int]
    /// The ending is left out: 荣成 for 荣成市.
    public let isShort: Bool
    /// The short form is also a common word: evidence is needed.
    public let isAmbiguous: Bool
  }

  /// The edition of the code list, for people.
  public let edition: String
  public let places: [Place]
  @usableFromInline let forms: FormTable
  /// By number of the form.
  @usableFromInline let matches: [Match]

  /// Reads `places.yaml`. Errors: `RuleError` with the line of a division that is not written as the file says.
  public init(rules: RulePack) throws(RuleError) {
    let reader = try GazetteerReader(rules: rules)
    edition = reader.edition
    places = reader.places
    forms = reader.forms
    matches = reader.matches
  }

  /// What names begin with.
  public var beginnings: ScalarSet { forms.begins }

  /// The longest name that begins at an offset of a simplified text; `nil` where none does.
  @inlinable
  public func match(in text: [UInt8], at offset: Int) -> Match? {
    guard let (_, word) = forms.longest(in: text, at: offset) else { return nil }
    return matches[word]
  }

  /// The bytes of the longest name that begins at an offset; 0 where none does.
  @inlinable
  public func length(in text: [UInt8], at offset: Int) -> Int { forms.longest(in: text, at: offset)?.length ?? 0 }

  /// Whether a place is a city, state or province of another country.
  public func isAbroad(_ place: Int) -> Bool {
    places[place].level == .county && places[place].code == nil && places[place].parent == nil
  }

  /// The division of today that bears the name of one of the past: 澄江市 for 澄江县.
  public func successor(of place: Int) -> Int? {
    let former = places[place]
    let stem = Array(former.name.utf8.dropLast(3))
    guard former.isFormer, stem.count >= 6, let match = match(in: stem, at: 0), match.length == stem.count else {
      return nil
    }
    return match.places.first { !places[$0].isFormer && places[$0].code?.prefix(2) == former.code?.prefix(2) }
  }

  /// The city of today that has the code of one of the past: 襄阳市 for 襄樊市.
  public func today(of former: Int) -> Int? {
    places.indices.first { !places[$0].isFormer && isSameCity($0, former) }
  }

  /// Whether a city of the past has the code of another division: 襄樊市 and 襄阳市.
  private func isSameCity(_ place: Int, _ former: Int) -> Bool {
    places[former].isFormer && places[former].level == .prefecture && places[place].level == .prefecture
      && places[place].code == places[former].code
  }

  /// Whether one place is the other or lies in it; what lies in a city lies in it under its former name, too.
  public func isPlace(_ inner: Int, within outer: Int) -> Bool {
    var index: Int? = inner
    while let current = index {
      if current == outer || isSameCity(current, outer) { return true }
      index = places[current].parent
    }
    return false
  }
}

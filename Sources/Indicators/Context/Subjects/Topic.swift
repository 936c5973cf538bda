import Rules

/// A body or place named where the subject of a clause stands.
struct Topic: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Indices of the gazetteer's places that bear the name.
    case place([Int], isShort: Bool)
    case body(OrganizationRules.Class)
    /// A word that stands for a name.
    case deictic(OrganizationRules.Deictic)
    /// The short name of a body named elsewhere on the page.
    case alias(String, OrganizationRules.Class)
    /// Two or more named together: 福州、厦门、泉州三市.
    case several
    /// Somebody who works for himself: 社员张大贵.
    case person
    /// An office of a place: 江陵县统计局. Its figures are the place's, where it has one.
    case authority([Int])
    /// An office of the state: 国家能源局, 交通部.
    case state
  }

  var kind: Kind
  /// Bytes of the paragraph that name it.
  var range: Range<Int>
  /// A title or a verb of saying follows: 兴文县县长, 国家能源局14日公布.
  var isSource: Bool

  /// The places that it names or is an office of.
  var places: [Int] {
    switch kind {
    case .place(let places, _), .authority(let places): places
    default: []
    }
  }

  var isBody: Bool {
    if case .body = kind { true } else { false }
  }

  /// The class of the body that it names.
  var bodyClass: OrganizationRules.Class? {
    switch kind {
    case .body(let bodyClass), .alias(_, let bodyClass): bodyClass
    default: nil
    }
  }
}

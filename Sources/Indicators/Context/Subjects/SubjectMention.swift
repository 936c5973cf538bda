/// Who or what a figure is of, as the page allows it to be known.
struct SubjectMention: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case place, organization, project
    /// 沪市, 上证指数: what is measured like a body, and a name of its own where nothing follows.
    case market
    /// 全市, 本集团: a word that stands for a name which the page does not give.
    case unresolved
  }

  /// The name in the page's script; 全市 and the like are resolved where the page tells the name.
  let name: String
  let kind: Kind
  /// Bytes of the same paragraph that name it, so that they can be cut off an indicator's name; `nil` where the name
  /// is inherited from elsewhere.
  let range: Range<Int>?
  /// GB/T 2260, six digits, for a place of the gazetteer.
  let areaCode: String?
}

/// The elements and texts of an HTML document, flat and in document order: no recursion, however deep it nests.
struct HTMLTree {
  struct Node {
    /// The element, or `nil` for a text.
    let element: HTMLElement?
    let parent: Int
    /// The line of the file on which it begins, from 1.
    let line: Int
    /// The index behind the last node of it.
    var end: Int
    /// Bytes of `text`; empty for elements.
    var text: Range<Int> = 0..<0
    var hints: HTMLHints = []
    /// Bytes of the text of everything below it.
    var content: Range<Int> = 0..<0
  }

  /// The root is no element; it is its own parent.
  var nodes = [Node(element: nil, parent: 0, line: 1, end: 1)]
  /// The texts of all text nodes, as UTF-8, one after the other.
  var text: [UInt8] = []
  /// `content` of meta elements by their name or property, in lower case; of several the first.
  var meta: [String: String] = [:]
  /// The text of the title element.
  var title = ""
  /// `datetime` of time elements, in order.
  var times: [String] = []
  /// Lines and words of recognized text, where the document is hOCR: `class` and `title` by node.
  var recognized: [Int: (kind: String, properties: String)] = [:]
}

/// What an element's class, id and style say of it, by conventions that sites share.
struct HTMLHints: OptionSet {
  let rawValue: UInt8

  static let link = HTMLHints(rawValue: 1)
  static let hidden = HTMLHints(rawValue: 2)
  /// Navigation, side bars, comments, related articles, advertisements.
  static let aside = HTMLHints(rawValue: 4)
  static let headline = HTMLHints(rawValue: 8)
  static let mainText = HTMLHints(rawValue: 16)
  /// Words that are used of whole pages too.
  static let maybeAside = HTMLHints(rawValue: 32)
  /// Set in large type.
  static let large = HTMLHints(rawValue: 64)
  /// Keeps its place on the page and is not seen until a script shows it.
  static let invisible = HTMLHints(rawValue: 128)

  /// - Parameter names: Values of class and id, in lower case.
  init(names: String) {
    self = []
    // Whole words only: `ad` in `head` and `nav` in `canvas` are none.
    for word in names.split(whereSeparator: { !$0.isLetter }) {
      if Self.asideWords.contains(String(word)) { insert(.aside) }
      if Self.maybeAsideWords.contains(String(word)) { insert(.maybeAside) }
      if Self.headlineWords.contains(String(word)) { insert(.headline) }
      if Self.mainWords.contains(String(word)) { insert(.mainText) }
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  private static let asideWords: Set<String> = [
    "nav", "navbar", "navigation", "submenu", "footer", "copyright", "sidebar", "aside", "comment",
    "comments",
    "pinglun", "bdsharebuttonbox", "related", "relate", "tuijian",

    "ranking", "breadcrumb", "crumb", "crumbs", "toolbar", "pager", "pagination",

    "advert", "advertisement", "qrcode", "ewm", "friendlink",

    "subscribe", "dialog", "cookie",
  ]
  private static let maybeAsideWords: Set<String> = [
    "menu", "hot", "rank", "tool", "tools", "page", "pages", "ad", "ads", "gg", "banner", "login", "search", "links",
    "tags",
    "weather", "popup", "share", "sharing", "foot", "recommend", "recommended",
  ]
  private static let headlineWords: Set<String> = [
    "title", "headline", "tit", "bt", "biaoti", "h1", "articletitle", "maintitle",
  ]
  private static let mainWords: Set<String> = [
    "content", "article", "text", "zhengwen", "main", "body", "post", "entry", "detail", "news", "story", "neirong",
  ]
}

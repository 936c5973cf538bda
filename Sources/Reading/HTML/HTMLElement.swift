/// The elements that matter for finding text; all others are `inline`.
enum HTMLElement: Hashable {
  case inline
  case block
  case paragraph
  case heading(Int)
  case listItem
  case table, row, cell
  case caption
  case lineBreak, rule
  case anchor
  case preformatted
  case title
  /// Contents that are no text of the page: scripts, styles, controls.
  case skipped
  /// Sections that are not the main text by their nature: nav, footer, aside.
  case aside
  /// A form may be a search box or the whole page.
  case form

  init(name: String) {
    self = Self.named[name.lowercased()] ?? .inline
  }

  /// Whether text before and after the element is not one run.
  var breaksText: Bool {
    switch self {
    case .inline, .anchor, .lineBreak, .skipped, .title: false
    default: true
    }
  }

  private static let named: [String: HTMLElement] = {
    var named: [String: HTMLElement] = [
      "p": .paragraph, "li": .listItem, "dd": .listItem, "dt": .listItem, "table": .table, "tr": .row, "td": .cell,
      "th": .cell, "caption": .caption, "figcaption": .caption, "br": .lineBreak, "hr": .rule, "a": .anchor,
      "pre": .preformatted,
      "title": .title, "nav": .aside, "footer": .aside, "aside": .aside, "menu": .aside, "form": .form,
    ]
    for level in 1...6 { named["h\(level)"] = .heading(level) }
    for name in [
      "script", "style", "noscript", "iframe", "template", "svg", "math", "object", "embed", "applet", "select",
      "option", "button",
      "textarea", "input", "canvas", "audio", "video", "map", "rt", "rp", "noframes", "datalist",
    ] { named[name] = .skipped }
    for name in [
      "html", "head", "body", "div", "section", "article", "main", "header", "center", "blockquote", "ul", "ol", "dl",
      "thead",
      "tbody", "tfoot", "figure", "address", "fieldset", "details", "summary", "hgroup", "dir",
    ] { named[name] = .block }
    return named
  }()
}

import CLibXML2

/// Builds an `HTMLTree` from the events of libxml2's HTML parser, which mends broken markup.
final class HTMLTreeBuilder {
  private var tree = HTMLTree()
  private var open = [0]
  private var skipDepth = 0
  private var isInTitle = false
  private var context: htmlParserCtxtPtr?

  /// Elements that a document may have: far more than any page, few enough for memory.
  static let nodeLimit = 4_000_000

  /// - Parameter utf8: The decoded document; must hold no NUL.
  /// - Throws: `malformed` where the parser gives up.
  static func parse(_ utf8: [UInt8]) throws(ReadingError) -> HTMLTree {
    try MarkupCost.check(utf8, isHTML: true)
    let builder = HTMLTreeBuilder()
    guard let context = htmlNewParserCtxt() else { throw .malformed(detail: "the HTML parser has no memory") }
    defer { htmlFreeParserCtxt(context) }
    builder.context = context
    // No handler but these: no tree of libxml2 is built, so that its limits on depth do not cut pages short.
    context.pointee.sax.pointee = htmlSAXHandler()
    context.pointee.sax.pointee.startElement = { user, name, attributes in
      HTMLTreeBuilder.from(user)?.start(name, attributes)
    }
    context.pointee.sax.pointee.endElement = { user, name in HTMLTreeBuilder.from(user)?.end(name) }
    context.pointee.sax.pointee.characters = { user, text, length in
      HTMLTreeBuilder.from(user)?.characters(text, length)
    }
    context.pointee.sax.pointee.ignorableWhitespace = { user, text, length in
      HTMLTreeBuilder.from(user)?.characters(text, length)
    }
    context.pointee.sax.pointee.cdataBlock = { _, _, _ in }
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    utf8.withUnsafeBytes { bytes in
      let document = htmlCtxtReadMemory(
        context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", Int32(options))
      if let document { xmlFreeDoc(document) }
    }
    builder.closeAll()
    guard builder.tree.nodes.count < nodeLimit else { throw .malformed(detail: "more than \(nodeLimit) elements") }
    return builder.tree
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> HTMLTreeBuilder? {
    user.map { Unmanaged<HTMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private var line: Int { Int(context?.pointee.input?.pointee.line ?? 1) }

  // MARK: Events

  private func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let name, tree.nodes.count < Self.nodeLimit else { return }
    let tag = String(cString: name)
    let values = Self.attributes(attributes)
    let style = HTMLStyle(values["style"])
    var element = HTMLElement(name: tag)
    if element == .inline, style.isBlock { element = .block }
    var hints = HTMLHints(names: ((values["class"] ?? "") + " " + (values["id"] ?? "")).lowercased())
    if element == .anchor, values["href"] != nil { hints.insert(.link) }
    if values["hidden"] != nil || style.isHidden { hints.insert(.hidden) }
    if style.isInvisible { hints.insert(.invisible) }
    if style.isLarge || tag == "font" && HTMLStyle.isLarge(size: values["size"]) { hints.insert(.large) }
    let index = tree.nodes.count
    let content = tree.text.count..<tree.text.count
    tree.nodes.append(
      HTMLTree.Node(
        element: element, parent: open.last ?? 0, line: line, end: index + 1, hints: hints, content: content))
    note(tag: tag, values, at: index)
    if Self.isVoid(tag) { return }
    open.append(index)
    if element == .skipped { skipDepth += 1 }
    if element == .title { isInTitle = true }
  }

  private func note(tag: String, _ values: [String: String], at index: Int) {
    if tag == "meta", let content = values["content"], content.utf8.count <= 4096 {
      if let key = (values["property"] ?? values["name"] ?? values["itemprop"])?.lowercased(), tree.meta[key] == nil {
        tree.meta[key] = content
      }
    }
    if tag == "time", let time = values["datetime"], tree.times.count < 16 { tree.times.append(time) }
    if let kind = values["class"], kind.hasPrefix("ocr") { tree.recognized[index] = (kind, values["title"] ?? "") }
  }

  private func end(_ name: UnsafePointer<xmlChar>?) {
    guard let name, open.count > 1 else { return }
    let tag = String(cString: name)
    if Self.isVoid(tag) { return }
    close()
  }

  private func close() {
    guard open.count > 1, let index = open.popLast() else { return }
    tree.nodes[index].end = tree.nodes.count
    tree.nodes[index].content = tree.nodes[index].content.lowerBound..<tree.text.count
    switch tree.nodes[index].element {
    case .skipped: skipDepth -= 1
    case .title: isInTitle = false
    default: break
    }
  }

  private func closeAll() {
    while open.count > 1 { close() }
    tree.nodes[0].end = tree.nodes.count
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0, skipDepth == 0, tree.nodes.count < Self.nodeLimit else { return }
    let bytes = UnsafeBufferPointer(start: text, count: Int(length))
    if isInTitle {
      if tree.title.utf8.count < 2000 { tree.title += String(decoding: bytes, as: UTF8.self) }
      return
    }
    let start = tree.text.count
    tree.text.append(contentsOf: bytes)
    // The parser is at the end of the text already.
    let breaks = bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let index = tree.nodes.count
    tree.nodes.append(
      HTMLTree.Node(
        element: nil, parent: open.last ?? 0, line: max(1, line - breaks), end: index + 1, text: start..<tree.text.count
      ))
  }

  // MARK: Attributes

  private static func attributes(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [String: String] {
    guard let pairs else { return [:] }
    var values: [String: String] = [:]
    var index = 0
    while let name = pairs[index], index < 256 {
      let key = String(cString: name).lowercased()
      if wanted.contains(key), values[key] == nil { values[key] = pairs[index + 1].map { String(cString: $0) } ?? "" }
      index += 2
    }
    return values
  }

  private static let wanted: Set<String> = [
    "class", "id", "style", "hidden", "href", "content", "name", "property", "itemprop", "datetime", "title", "size",
  ]

  private static func isVoid(_ tag: String) -> Bool {
    [
      "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "wbr", "param", "source", "track",
      "frame",
    ]
    .contains(tag)
  }
}

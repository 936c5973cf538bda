/// A paragraph of a page as it was written, before its layout.
struct Block {
  enum Kind {
    case furniture, title, heading, byline, body, item, caption, sign
  }

  var kind: Kind
  var utf8: [UInt8]
}

import Records

/// One place at which two JSON values differ.
public struct JSONChange: Hashable, Sendable {
  /// `subject`, `mentions[2].quote`.
  public let path: String
  /// `nil` where there was nothing.
  public let from: JSONValue?
  /// `nil` where there is nothing any more.
  public let to: JSONValue?

  /// All places at which two values differ, in order of the keys.
  public static func between(_ old: JSONValue, _ new: JSONValue, path: String = "") -> [JSONChange] {
    switch (old, new) {
    case _ where old == new: return []
    case (.object(let old), .object(let new)):
      return Set(old.keys).union(new.keys).sorted().flatMap { key in
        let path = path.isEmpty ? key : "\(path).\(key)"
        return switch (old[key], new[key]) {
        case (let old?, let new?): between(old, new, path: path)
        case (let old, let new): [JSONChange(path: path, from: old, to: new)]
        }
      }
    case (.array(let old), .array(let new)):
      return between(old, new, path: path)
    default:
      return [JSONChange(path: path, from: old, to: new)]
    }
  }

  /// What is equal at both ends is passed over; what remains is compared in pairs where it is equally long.
  private static func between(_ old: [JSONValue], _ new: [JSONValue], path: String) -> [JSONChange] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let oldRest = old.dropFirst(head).dropLast(tail)
    let newRest = new.dropFirst(head).dropLast(tail)
    if oldRest.count == newRest.count {
      return zip(oldRest.indices, zip(oldRest, newRest)).flatMap { between($1.0, $1.1, path: "\(path)[\($0)]") }
    }
    return zip(oldRest.indices, oldRest).map { JSONChange(path: "\(path)[\($0)]", from: $1, to: nil) }
      + zip(newRest.indices, newRest).map { JSONChange(path: "\(path)[\($0)]", from: nil, to: $1) }
  }
}

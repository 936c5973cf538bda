extension String {
  /// Whether two strings have the same bytes: comparing Chinese ones looks up how they are normalized, and going through
  /// their views costs a hundred times what the bytes cost.
  public func hasBytes(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { others in
        bytes.indices.allSatisfy { bytes[$0] == others[$0] }
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether the string ends in the bytes of another.
  public func hasSuffixBytes(of other: String) -> Bool {
    let length = other.utf8.count
    guard utf8.count >= length else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { others in
        let start = bytes.count - others.count
        return others.indices.allSatisfy { bytes[start + $0] == others[$0] }
      }
    }
    return (isSame ?? nil) ?? utf8.suffix(length).elementsEqual(other.utf8)
  }
}

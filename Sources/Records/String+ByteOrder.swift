extension String {
  /// The order of the UTF-8 bytes: the same on every machine, whatever Unicode version it knows.
  func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

/// Where the sidecars of a ZIP archive stand in its directory, by digests of the names of their files: a few bytes for each, as
/// an archive may have millions.
struct ZipSidecars {
  private var places: [UInt64: Int] = [:]
  /// Digests of files that are there.
  private var present: Set<UInt64> = []

  /// Of two sidecars of one name the first counts.
  mutating func add(_ name: [UInt8], at place: Int) {
    let key = Self.digest(SidecarName.described(by: name))
    if places[key] == nil { places[key] = place }
  }

  /// Notes that a file is in the archive.
  mutating func note(_ name: [UInt8]) {
    let key = Self.digest(name)
    if places[key] != nil { present.insert(key) }
  }

  /// Of the sidecar of a file in the directory.
  func place(of name: [UInt8]) -> Int? { places[Self.digest(name)] }

  func isBesideItsFile(_ name: [UInt8]) -> Bool {
    SidecarName.isOne(name) && present.contains(Self.digest(SidecarName.described(by: name)))
  }

  /// FNV-1a.
  private static func digest(_ name: [UInt8]) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// Leaves out the endings of the names of divisions: 荣成市 → 荣成, 恩施土家族苗族自治州 → 恩施, 恩施州.
struct PlaceShortener {
  private static let endings: [(full: [UInt8], kept: [UInt8])] = [
    ("特别行政区", ""), ("自治区", ""), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("地区", ""), ("林区", ""),
    ("省", ""), ("市", ""), ("县", ""), ("区", ""), ("旗", ""), ("盟", ""),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private let nationalities: [[UInt8]]

  init(nationalities: [String]) {
    // Longest first: 维吾尔 before 回 never matters, 达斡尔 must not leave 达斡.
    self.nationalities = nationalities.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  /// The name without its ending, where two or more characters are left, and with the one character that is kept of
  /// 自治县, 自治州 and 自治旗.
  func shortForms(of name: [UInt8]) -> (stem: [UInt8]?, withUnit: [UInt8]?) {
    guard let ending = Self.endings.first(where: { name.count > $0.full.count && Self.has(name, suffix: $0.full) })
    else { return (nil, nil) }
    var stem = Array(name[..<(name.count - ending.full.count)])
    if ending.full.count == 9 { stem = withoutNationalities(stem) }
    guard stem.count >= 6 else { return (nil, nil) }
    return (stem, ending.kept.isEmpty ? nil : stem + ending.kept)
  }

  private func withoutNationalities(_ name: [UInt8]) -> [UInt8] {
    var name = name
    let people: [UInt8] = Array("族".utf8)
    var shortened = true
    while shortened {
      shortened = false
      for nationality in nationalities {
        for suffix in [nationality + people, nationality]
        where name.count >= suffix.count + 6 && Self.has(name, suffix: suffix) {
          // 怒江 and 东乡 are no peoples' names with 族 left out unless the name is longer than they are.
          if suffix.count == nationality.count, nationality.count < 6 { continue }
          name.removeLast(suffix.count)
          shortened = true
          break
        }
        if shortened { break }
      }
    }
    return name
  }

  private static func has(_ name: [UInt8], suffix: [UInt8]) -> Bool {
    name.count >= suffix.count && name[(name.count - suffix.count)...].elementsEqual(suffix)
  }
}

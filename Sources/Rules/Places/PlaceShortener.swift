/// Leaves out the endings of the names of divisions: 荣成市 → 荣成, 恩施土家族苗族自治州 → 恩施, 恩施州.
struct PlaceShortener {
  private static let endings: [(full: [UInt8], kept: [UInt8])] = [
    ("特别行政区", ""), ("自治区", ""), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("地区", ""), ("林区", ""),
    ("省", ""), ("市", ""), ("县", ""), ("区", ""), ("旗", ""), ("盟", ""),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// What names may end in before the ending: each people with 族 and without.
  private let peoples: [(suffix: [UInt8], isBare: Bool)]

  init(nationalities: [String]) {
    // Longest first: 维吾尔 before 回 never matters, 达斡尔 must not leave 达斡.
    peoples = nationalities.map { Array($0.utf8) }.sorted { $0.count > $1.count }.flatMap {
      [(suffix: $0 + Array("族".utf8), isBare: false), (suffix: $0, isBare: true)]
    }
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
    // 怒江 and 东乡 are no peoples' names with 族 left out unless the name is longer than they are.
    while let people = peoples.first(where: {
      name.count >= $0.suffix.count + 6 && !($0.isBare && $0.suffix.count < 6) && Self.has(name, suffix: $0.suffix)
    }) {
      name.removeLast(people.suffix.count)
    }
    return name
  }

  private static func has(_ name: [UInt8], suffix: [UInt8]) -> Bool {
    name.count >= suffix.count && name[(name.count - suffix.count)...].elementsEqual(suffix)
  }
}

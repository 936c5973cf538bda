import Layout
import Rules

/// Which places a page names, and which of several a name means on it.
struct PlaceEvidence: Sendable {
  let gazetteer: Gazetteer
  let isTraditional: Bool
  /// The places named in full, or by a short form that nothing else is called.
  private(set) var present: Set<Int> = []
  /// The counties whose short names are words, too, where a clause begins with one: 铜鼓.
  private var doubtful: Set<Int> = []
  /// Such counties that a headline begins with, those before a colon (镇平：玉雕卖得欢), and how often each opens a clause.
  private var headlined: Set<Int> = []
  /// The counties that a headline begins with by a short name that is no other word.
  private var headed: Set<Int> = []
  private var labelled: Set<Int> = []
  private var doubtfulOpenings: [Int: Int] = [:]
  /// What the short names can mean that a city of the past shares with a district of today, where a clause begins with
  /// one: 淮阴.
  private var formerCities: Set<[Int]> = []
  /// The last characters of the words for a whole division that the page says: 县 of 全县.
  private var wholes: Set<UInt32> = []
  /// The divisions that places of the page lie in.
  private var parents: Set<Int> = []
  /// How many counties of each division the page names.
  private var countiesWithin: [Int: Int] = [:]
  /// The longest form that the page prints, in its own script.
  private var printed: [Int: String] = [:]

  init(gazetteer: Gazetteer, isTraditional: Bool) {
    self.gazetteer = gazetteer
    self.isTraditional = isTraditional
  }

  /// Finds the names that need no evidence.
  /// - Parameter shortCounts: How often each short form of a county was met so far; two make it one.
  mutating func notePresence(
    _ paragraph: ParagraphShadow, introduced: IntroducedNames, shortCounts: inout [Int: Int]
  ) {
    let shadow = paragraph.shadow
    var past = 0
    for site in paragraph.sites {
      let offset = Int(site.offset)
      if site.reasons.contains(.deictic), let whole = Self.whole(shadow, offset) { wholes.insert(whole) }
      guard site.reasons.contains(.place), offset >= past, shadow[offset] >= 0xE4,
        let match = gazetteer.match(in: shadow, at: offset)
      else { continue }
      // 桐庐全县: no other word stands before its own unit.
      if match.isShort, let whole = Self.whole(shadow, offset + match.length) {
        for place in match.places where gazetteer.places[place].name.unicodeScalars.last?.value == whole {
          present.insert(place)
        }
      }
      if let name = introduced.match(in: shadow, at: offset, end: shadow.count) {
        past = name.end
        continue
      }
      if match.isShort, match.isAmbiguous, Self.opensClause(shadow, offset) {
        let isLabel = Self.isLabel(shadow, offset..<offset + match.length)
        for place in match.places where gazetteer.places[place].level == .county {
          doubtfulOpenings[place, default: 0] += 1
          if offset == 0, paragraph.kind == .heading || paragraph.kind == .title { headlined.insert(place) }
          if isLabel { labelled.insert(place) }
        }
      }
      if match.places.count == 1, let place = match.places.first {
        let level = gazetteer.places[place].level
        // 格尔木 and 石河子 are no other words.
        if !match.isShort || !match.isAmbiguous && (level < .county || match.length >= 9) {
          present.insert(place)
          if gazetteer.places[place].isFormer, let successor = gazetteer.successor(of: place) {
            present.insert(successor)
          }
        } else if !match.isAmbiguous {
          if Self.isLabel(shadow, offset..<offset + match.length) { present.insert(place) }
          // Only where a clause may begin: 江汉 in 江汉平原 is no such place.
          if Self.opensClause(shadow, offset) {
            shortCounts[place, default: 0] += 1
            if offset == 0, paragraph.kind == .heading || paragraph.kind == .title { headed.insert(place) }
          }
          if shortCounts[place] == 2 { present.insert(place) }
        } else if level == .county, Self.opensClause(shadow, offset) {
          doubtful.insert(place)
        }
      } else if match.isShort {
        if Self.opensClause(shadow, offset), match.places.contains(where: isFormerCity) {
          formerCities.insert(match.places)
        }
      } else {
        // 朝阳区 of two cities: the one whose city the page names is chosen later.
        for place in match.places where gazetteer.places[place].level < .county { present.insert(place) }
      }
      past = offset + match.length
    }
  }

  /// 安康日报: in the name of a paper a common word is the city.
  mutating func noteMasthead(_ paragraph: ParagraphShadow, rules: SectionRules) {
    guard paragraph.kind == .furniture else { return }
    for site in paragraph.sites where site.reasons.contains(.place) {
      let offset = Int(site.offset)
      guard let match = gazetteer.match(in: paragraph.shadow, at: offset), match.isShort, match.isAmbiguous,
        rules.endsPaperName(paragraph.shadow, from: offset + match.length),
        let widest = match.places.min(by: { gazetteer.places[$0].level < gazetteer.places[$1].level })
      else { continue }
      present.insert(widest)
    }
  }

  /// Short forms of counties that lie in one division speak for each other: 安岳, 乐至 and 简阳 on one page.
  /// - Parameter shortCounts: What `notePresence` counted on the whole page.
  mutating func noteNeighbours(_ shortCounts: [Int: Int]) {
    var children: [Int: Int] = [:]
    for place in shortCounts.keys {
      if let parent = gazetteer.places[place].parent { children[parent, default: 0] += 1 }
    }
    for place in shortCounts.keys {
      if let parent = gazetteer.places[place].parent, children[parent, default: 0] >= 2 { present.insert(place) }
    }
    // 桐庐 at the head of a headline, and 全县, on a page that could mean no other county by it.
    let own = headed.filter(isOfWholes)
    if own.count == 1, let only = own.first, !present.contains(where: isOfWholes) { present.insert(only) }
    // 镇平 above a text of a page of 西峡 and 内乡, which lie in one city with it.
    for place in headlined where labelled.contains(place) || doubtfulOpenings[place, default: 0] >= 2 {
      guard let parent = gazetteer.places[place].parent,
        present.contains(parent)
          || present.contains(where: { gazetteer.places[$0].level == .county && gazetteer.places[$0].parent == parent })
      else { continue }
      present.insert(place)
    }
    for place in present where gazetteer.places[place].level == .county {
      if let parent = gazetteer.places[place].parent {
        parents.insert(parent)
        countiesWithin[parent, default: 0] += 1
      }
    }
    for places in formerCities {
      let meant = withoutFormer(places)
      if let city = meant.first(where: isFormerCity) { present.insert(city) }
    }
    // The counties of 襄阳市 speak for 襄樊 where the page calls the city so.
    for former in present where isFormerCity(former) {
      guard let today = gazetteer.today(of: former), !present.contains(today) else { continue }
      countiesWithin[former] = countiesWithin.removeValue(forKey: today)
      parents.insert(former)
    }
    // 铜鼓 on a page of 丰城, 樟树, 高安 and 靖安
    for place in doubtful where gazetteer.places[place].parent.map({ countiesWithin[$0, default: 0] >= 4 }) ?? false {
      present.insert(place)
    }
  }

  /// Whether a word for a whole division of the page may stand for a place.
  private func isOfWholes(_ place: Int) -> Bool {
    gazetteer.places[place].name.unicodeScalars.last.map { wholes.contains($0.value) } ?? false
  }

  /// The unit of a word for a whole division: 县 of 全县.
  private static func whole(_ text: [UInt8], _ offset: Int) -> UInt32? {
    guard PeriodMarker.begins(text, offset, TopicReader.whole), offset + TopicReader.whole.count < text.count else {
      return nil
    }
    return UTF8Scalar.folded(in: text, at: offset + TopicReader.whole.count).scalar
  }

  private func isFormerCity(_ place: Int) -> Bool {
    gazetteer.places[place].isFormer && gazetteer.places[place].level == .prefecture
  }

  /// 淮阴 is the city of the past, but the district where the page names that or the city it lies in.
  private func withoutFormer(_ match: [Int]) -> [Int] {
    guard match.count > 1, match.contains(where: isFormerCity) else { return match }
    let isOfToday = match.contains { place in
      !gazetteer.places[place].isFormer
        && (present.contains(place) || gazetteer.places[place].parent.map(present.contains) ?? false)
    }
    return isOfToday ? match.filter { !isFormerCity($0) } : match
  }

  /// Takes the place that a page comes from, as its delivery says, for named.
  mutating func noteRegion(_ region: String, folding: ScriptFolding) -> Int? {
    let text = folding.shadow(of: Array(region.utf8))
    var offset = 0
    var last: [Int] = []
    while offset < text.count {
      guard let match = gazetteer.match(in: text, at: offset) else {
        offset += UTF8Scalar.folded(in: text, at: offset).length
        continue
      }
      // 湖北省荆州市: the innermost.
      if last.isEmpty {
        last = match.places
      } else if let inner = match.places.first(where: { place in
        last.contains { gazetteer.isPlace(place, within: $0) }
      }) {
        last = [inner]
      }
      offset += match.length
    }
    guard let place = last.min(by: { gazetteer.places[$0].level < gazetteer.places[$1].level }) else { return nil }
    present.insert(place)
    return place
  }

  /// Whether the page names two counties or more, and none of them lies in a place that it names too.
  func liesElsewhere(_ place: Int) -> Bool {
    guard gazetteer.places[place].level < .county else { return false }
    let counties = present.filter { gazetteer.places[$0].level == .county }
    return counties.count >= 2 && !counties.contains { gazetteer.isPlace($0, within: place) }
  }

  /// How much the counties that the page names speak for the city they lie in: 金溪, 南城 and 广昌 for 抚州; each but the first
  /// as much as two mentions.
  func support(of place: Int) -> Double {
    guard gazetteer.places[place].level == .prefecture else { return 0 }
    return max(0, Double(countiesWithin[place, default: 0] - 1) * 2)
  }

  /// The city that three counties or more of the page lie in, more than half of all, where it names no city: 凤阳, 来安 and 全椒
  /// of 滁州.
  var unnamedCity: Int? {
    let counties = countiesWithin.values.reduce(0, +)
    let best = countiesWithin.filter { gazetteer.places[$0.key].level == .prefecture }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }
    // 成都 and 达州 on a page of six counties of 南充 are what it is compared with.
    guard let best, best.value >= 3, best.value * 2 > counties,
      !present.contains(where: {
        gazetteer.places[$0].level == .prefecture
          && (best.value < 4 || countiesWithin[$0] != nil || gazetteer.isPlace(best.key, within: $0))
      })
    else { return nil }
    return best.key
  }

  /// The province that four cities or more of the page lie in, more than half of all, where it names no province: 河池, 柳州,
  /// 桂林 and 来宾 of 广西.
  var unnamedProvince: Int? {
    var cities: [Int: Int] = [:]
    for place in present where gazetteer.places[place].level == .prefecture && !gazetteer.places[place].isFormer {
      if let parent = gazetteer.places[place].parent { cities[parent, default: 0] += 1 }
    }
    let best = cities.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= 4, best.value * 2 > cities.values.reduce(0, +),
      gazetteer.places[best.key].level == .province,
      !present.contains(where: { gazetteer.places[$0].level == .province })
    else { return nil }
    return best.key
  }

  /// ☆集安：山葡萄压榨季开启: a name that a text begins with, before a colon.
  private static func isLabel(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    guard name.lowerBound <= 6, name.upperBound < text.count,
      UTF8Scalar.folded(in: text, at: name.upperBound).scalar == 0x3A
    else { return false }
    var offset = 0
    while offset < name.lowerBound {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard scalar < 0x3400 else { return false }
      offset += size
    }
    return true
  }

  private static func opensClause(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar
    return before < 0x3400
  }

  /// The place that a name means on this page; `nil` where it is no place here.
  func place(of named: [Int], isShort: Bool, isAmbiguous: Bool) -> (place: Int, isCertain: Bool)? {
    let match = isShort ? withoutFormer(named) : named
    if let named = match.first(where: { present.contains($0) }), match.count == 1 { return (named, true) }
    if isShort, match.count > 1, !isAmbiguous || match.contains(where: { present.contains($0) }),
      let highest = match.min(by: { gazetteer.places[$0].level < gazetteer.places[$1].level }),
      gazetteer.places[highest].level < .county || present.contains(highest)
    {
      return (highest, true)
    }
    if isShort, let named = match.first(where: { present.contains($0) }) { return (named, true) }
    let near = match.filter { candidate in
      guard let parent = gazetteer.places[candidate].parent else { return false }
      return present.contains(parent) || parents.contains(parent)
        || gazetteer.places[parent].parent.map(present.contains) ?? false
    }
    if isShort {
      if isAmbiguous {
        return near.first { present.contains(gazetteer.places[$0].parent ?? -1) }.map { ($0, near.count == 1) }
      }
      if let higher = match.first(where: { gazetteer.places[$0].level < .county }) { return (higher, match.count == 1) }
      return near.first.map { ($0, near.count == 1) }
    }
    if let first = near.first { return (first, near.count == 1) }
    return match.first.map { ($0, match.count == 1) }
  }

  /// Whether 全港 may stand for 香港 here: a page in simplified characters must name it.
  func mayMean(_ place: Int) -> Bool {
    guard !isTraditional, let code = gazetteer.places[place].code, Self.harbours.contains(code) else { return true }
    return present.contains(place)
  }

  private static let harbours: Set<String> = ["810000", "820000"]

  /// The form of a place's name that the page prints, the full one where it does.
  func name(of place: Int) -> String? { printed[place] }

  mutating func print(_ text: String, of place: Int) {
    if text.utf8.count > printed[place]?.utf8.count ?? 0 { printed[place] = text }
  }

  func has(_ place: Int, _ unit: [UInt8]) -> Bool {
    let name = gazetteer.places[place].name.utf8
    return name.count > unit.count && name.suffix(unit.count).elementsEqual(unit)
  }
}

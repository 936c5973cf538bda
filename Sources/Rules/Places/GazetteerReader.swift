/// Reads the names of places and their forms from `places.yaml`.
struct GazetteerReader {
  /// A form while the file is read.
  private struct Form {
    let length: Int
    var values: [Int]
  }

  let edition: String
  private(set) var places: [Place] = []
  private(set) var forms = FormTable(capacity: 10_000)
  /// By number of the form.
  private var named: [Form] = []

  // A value of a form: the index of the place and two flags.
  private static let shortFlag = 1 << 24
  private static let ambiguousFlag = 1 << 25

  /// What each form means, by its number.
  var matches: [Gazetteer.Match] { named.map(Self.match) }

  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "places.yaml")
    let fields = try root.fields([
      "version", "edition", "divisions", "former", "aliases", "regions", "nationalities", "ambiguous", "abroad",
      "countries",
    ])
    guard try root.required("version", in: fields).integer() == 1 else {
      throw root.error("places.yaml must have version 1")
    }
    edition = try root.required("edition", in: fields).text()
    let nationalities = try Self.words(root.required("nationalities", in: fields))
    let ambiguous = try Set(Self.words(root.required("ambiguous", in: fields)).map { Array($0.utf8) })
    let shortener = PlaceShortener(nationalities: nationalities)

    var provinces: [String: Int] = [:]
    for (key, value) in try root.required("divisions", in: fields).entries() {
      let province = try Self.codeAndName(key)
      let index = add(province.name, .province, province.code, nil, shortener, ambiguous)
      provinces[province.code] = index
      try addDivisions(value, of: province.code, parent: index, shortener, ambiguous)
    }
    for (key, value) in try root.required("former", in: fields).entries() {
      let province = try Self.codeAndName(key)
      guard let parent = provinces[province.code] else { throw key.error("no such province") }
      for word in try Self.words(value) {
        let bytes = Array(word.utf8)
        guard let digits = Self.digits(bytes, count: 4) else {
          throw value.error("'\(word)' does not begin with four digits")
        }
        let name = String(decoding: bytes[4...], as: UTF8.self)
        let level: Place.Level = digits.hasSuffix("00") ? .prefecture : .county
        let index = places.count
        insert(
          name, Place(name: name, level: level, code: province.code.prefix(2) + digits, parent: parent, isFormer: true))
        if level == .prefecture { insertShort(ofFormer: name, index, shortener, ambiguous) }
      }
    }
    for (key, value) in try root.required("regions", in: fields).entries() {
      guard let parent = provinces[try key.text()] else { throw key.error("no such province") }
      for word in try Self.words(value) { _ = add(word, .county, nil, parent, shortener, ambiguous) }
    }
    for word in try Self.words(root.required("abroad", in: fields)) {
      insert(word, Place(name: word, level: .county, code: nil, parent: nil, isFormer: false))
    }
    for word in try Self.words(root.required("countries", in: fields)) {
      insert(word, Place(name: word, level: .country, code: nil, parent: nil, isFormer: false))
    }
    var indexOfCode: [String: Int] = [:]
    for (index, place) in places.enumerated() where !place.isFormer {
      if let code = place.code { indexOfCode[code] = index }
    }
    for (key, value) in try root.required("aliases", in: fields).entries() {
      guard let index = indexOfCode[try value.text()] else { throw value.error("no division has this code") }
      insert(Array(try key.text().utf8), index | Self.shortFlag)
    }
  }

  /// What a form means: the divisions called so in full, or where there are none, in short. Those added last come first.
  private static func match(_ form: Form) -> Gazetteer.Match {
    let values = form.values.reversed()
    let isShort = values.allSatisfy { $0 & shortFlag != 0 }
    var places: [Int] = []
    var isAmbiguous = false
    for value in values where (value & shortFlag != 0) == isShort {
      isAmbiguous = value & ambiguousFlag != 0
      let place = value & (shortFlag - 1)
      if !places.contains(place) { places.append(place) }
    }
    return Gazetteer.Match(length: form.length, places: places, isShort: isShort, isAmbiguous: isShort && isAmbiguous)
  }

  private mutating func addDivisions(
    _ node: RuleNode, of province: String, parent: Int, _ shortener: PlaceShortener, _ ambiguous: Set<[UInt8]>
  ) throws(RuleError) {
    let text = Array(try node.text().utf8)
    var line = 0
    for row in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      guard !row.isEmpty else { continue }
      guard let colon = row.firstIndex(of: UInt8(ascii: ":")), let prefix = Self.digits(row, count: 2) else {
        throw node.error("a line is '10 荆州市: 02沙市区 …'", line: line)
      }
      let name = String(decoding: row[row.startIndex + 2..<colon].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
      let stem = String(province.prefix(2)) + prefix
      let above = name.isEmpty ? parent : add(name, .prefecture, stem + "00", parent, shortener, ambiguous)
      for item in row[(colon + 1)...].split(separator: UInt8(ascii: " ")) {
        guard let digits = Self.digits(item, count: 2), item.count > 4 else {
          throw node.error("a county is two digits and a name: '02沙市区'", line: line)
        }
        let county = String(decoding: item[(item.startIndex + 2)...], as: UTF8.self)
        _ = add(county, .county, stem + digits, above, shortener, ambiguous)
      }
    }
  }

  private mutating func insert(_ form: String, _ place: Place) {
    insert(Array(form.utf8), places.count)
    places.append(place)
  }

  /// 襄樊, 思茅: the short name of a city of the past, unless one of today bears it.
  private mutating func insertShort(
    ofFormer name: String, _ index: Int, _ shortener: PlaceShortener, _ ambiguous: Set<[UInt8]>
  ) {
    guard name.hasSuffix("市"), let stem = shortener.shortForms(of: Array(name.utf8)).stem, !ambiguous.contains(stem),
      let number = forms.insert(stem)
    else { return }
    if number == named.count { named.append(Form(length: stem.count, values: [])) }
    guard !named[number].values.contains(where: { places[$0 & (Self.shortFlag - 1)].level < .county }) else { return }
    named[number].values.append(index | Self.shortFlag)
  }

  private mutating func insert(_ form: [UInt8], _ value: Int) {
    guard let number = forms.insert(form) else { return }
    if number == named.count {
      named.append(Form(length: form.count, values: [value]))
    } else {
      named[number].values.append(value)
    }
  }

  /// Adds a place with its full name and its short forms; its index.
  private mutating func add(
    _ name: String, _ level: Place.Level, _ code: String?, _ parent: Int?, _ shortener: PlaceShortener,
    _ ambiguous: Set<[UInt8]>
  ) -> Int {
    let index = places.count
    // 城区, 郊区 and 矿区 are names of nothing without the city before them.
    let isCommonNoun = name.utf8.count == 6 && name.hasSuffix("区")
    // 老城区 is one only where the page names its city.
    let isDoubtful = ambiguous.contains(Array(name.utf8))
    insert(
      isCommonNoun || isDoubtful ? "" : name,
      Place(name: name, level: level, code: code, parent: parent, isFormer: false))
    if isDoubtful { insert(Array(name.utf8), index | Self.shortFlag | Self.ambiguousFlag) }
    let short = shortener.shortForms(of: Array(name.utf8))
    if let stem = short.stem {
      insert(stem, index | Self.shortFlag | (ambiguous.contains(stem) ? Self.ambiguousFlag : 0))
    }
    if let withUnit = short.withUnit { insert(withUnit, index) }
    return index
  }

  private static func words(_ node: RuleNode) throws(RuleError) -> [String] {
    try node.text().utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(decoding: Array($0), as: UTF8.self) }
  }

  private static func codeAndName(_ node: RuleNode) throws(RuleError) -> (code: String, name: String) {
    let bytes = Array(try node.text().utf8)
    guard let code = digits(bytes, count: 6), bytes.count > 7, bytes[6] == UInt8(ascii: " ") else {
      throw node.error("a province is six digits, a space and a name")
    }
    return (code, String(decoding: bytes[7...], as: UTF8.self))
  }

  private static func digits(_ bytes: some Collection<UInt8>, count: Int) -> String? {
    let head = bytes.prefix(count)
    guard head.count == count, head.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return String(decoding: Array(head), as: UTF8.self)
  }
}

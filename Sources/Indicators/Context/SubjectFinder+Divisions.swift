import Rules

/// What the words for a division stand for: 全县, 市统计局.
extension SubjectFinder {
  /// 市统计局, 县农业局: the place of an office that names none.
  func seat(_ topic: Topic, _ index: Int, _ divisions: [Division]) -> SubjectMention? {
    let shadow = paragraphs[index].shadow
    guard
      let unit = rules.organizations.seatUnits.longestMatch(in: shadow, at: topic.range.lowerBound)
    else { return nil }
    let found = division(Array(shadow[topic.range.lowerBound..<unit.end]), topic, index, divisions)
    return found.kind == .unresolved
      ? nil : SubjectMention(name: found.name, kind: found.kind, range: nil, areaCode: found.areaCode)
  }

  /// 全县: the last place of the section whose name ends so, else the page's, else as printed.
  func division(_ unit: [UInt8], _ topic: Topic, _ index: Int, _ divisions: [Division]) -> SubjectMention {
    if unit.elementsEqual("国".utf8) {
      if let last = divisions.last(where: { isCountry($0.mention.name) })?.mention {
        return SubjectMention(name: last.name, kind: .place, range: topic.range, areaCode: nil)
      }
      return SubjectMention(name: text(index, topic.range), kind: .unresolved, range: topic.range, areaCode: nil)
    }
    if let last = divisions.last(where: {
      ($0.isKnown || $0.paragraph == index) && $0.fullName.suffix(unit.count).elementsEqual(unit)
    })?.mention {
      return SubjectMention(name: last.name, kind: last.kind, range: topic.range, areaCode: last.areaCode)
    }
    if let best = scores[stories.stories[index]].division(unit: unit, evidence)
      ?? pageScores.division(unit: unit, evidence)
    {
      return SubjectMention(
        name: best.name, kind: best.kind, range: topic.range,
        areaCode: best.place.flatMap { rules.gazetteer.places[$0].code })
    }
    let name = pageScores.word(for: unit) ?? text(index, topic.range)
    return SubjectMention(name: name, kind: .unresolved, range: topic.range, areaCode: nil)
  }

  func isCountry(_ name: String) -> Bool {
    let bytes = rules.folding.shadow(of: Array(name.utf8))
    guard let match = rules.gazetteer.match(in: bytes, at: 0), let place = match.places.first else { return false }
    return rules.gazetteer.places[place].level == .country
  }
}

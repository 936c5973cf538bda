import Rules

/// What the datelines of a page tell of its stories.
extension SubjectFinder {
  struct Datelines {
    /// The stories that a correspondent sent from his place.
    private(set) var stories: Set<Int> = []
    /// 本报唐山5月10日电, 本报沧州5月9日电, 本报衡水5月7日电: a paper of a province, whose correspondents tell of their cities.
    private(set) var areOfCorrespondents = false

    init(_ paragraphs: [ParagraphShadow], _ map: StoryMap, _ topics: TopicReader) {
      var wires: [(place: ArraySlice<UInt8>, story: Int)] = []
      for (index, paragraph) in paragraphs.enumerated() {
        switch topics.dateline(in: paragraph.shadow) {
        case .local(let end):
          if topics.placeOfOwnDateline(in: paragraph.shadow, end: end) != nil { stories.insert(map.stories[index]) }
        case .sent(let end):
          if let place = topics.placeOfOwnDateline(in: paragraph.shadow, end: end) {
            wires.append((paragraph.shadow[place], map.stories[index]))
          }
        case nil: break
        }
      }
      areOfCorrespondents = Set(wires.map(\.place)).count >= Self.leastPlaces
      if areOfCorrespondents { stories.formUnion(wires.map(\.story)) }
    }

    private static let leastPlaces = 3
  }
}

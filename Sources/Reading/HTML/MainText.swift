/// Finds the blocks of a page that are its article or articles, among navigation, links, and notes of the site.
///
/// Each block has a weight (`BlockRoles`): sentences count for their length, links, labels and boilerplate against. The main
/// text is the element whose parts weigh most together, the innermost of equals; a part that weighs less than nothing is
/// left out of it and counts against it but little, so that a long list of links in an article does not drive the
/// article apart. The headline is looked for before it.
struct MainText {
  /// Indices of the blocks to keep, in order.
  private(set) var kept: [Int] = []
  /// The block that is the headline.
  private(set) var headline: Int?

  private let tree: HTMLTree
  private let blocks: [HTMLBlock]
  private let weights: [Int]
  private let boilerplate: [Bool]
  private let titles: [[UInt8]]

  /// - Parameter titles: What the head of the document says the title is, the best first.
  init(of blocks: [HTMLBlock], in tree: HTMLTree, titles: [String], words: SiteWords) {
    let roles = BlockRoles(of: blocks, in: tree, words: words)
    self.tree = tree
    self.blocks = roles.blocks
    self.titles = titles.map { Self.squeezed(Array($0.utf8)) }
    boilerplate = roles.boilerplate
    weights = roles.weights
    find()
  }

  // MARK: Choice

  private mutating func find() {
    guard !blocks.isEmpty else { return }
    // A page of a few words has no sentence to find it by: then all counts that is no link.
    let hasSentences = weights.contains { $0 > 0 }
    let container = hasSentences ? heaviestElement() : 0
    let isInside: (Int) -> Bool = { [tree, blocks] index in
      container <= blocks[index].node && blocks[index].node < tree.nodes[container].end
    }
    let left = hasSentences ? partsLeftOut(of: container) : []
    let inside = blocks.indices.filter { isInside($0) && !left.contains(blocks[$0].node) }
    guard let first = inside.first(where: { isContent($0) }) ?? inside.first else { return }
    headline = bestHeadline(before: first, within: inside)
    var chosen = Set(inside.filter { isKept($0, first: first) })
    if let headline {
      chosen.formUnion(beside(headline, upTo: first))
      chosen.insert(headline)
    }
    kept = chosen.sorted()
  }

  private func isContent(_ index: Int) -> Bool { weights[index] > 0 }

  private func isKept(_ index: Int, first: Int) -> Bool {
    let block = blocks[index]
    if block.isAside && !isContent(index) { return false }
    if block.isLink { return false }
    return !boilerplate[index]
  }

  /// What a part without text costs the element that holds it.
  private static let partCost = 12

  /// The weight of each element with all below it.
  private func elementWeights() -> [Int] {
    var sums = [Int](repeating: 0, count: tree.nodes.count)
    for (index, block) in blocks.enumerated() { sums[block.node] += weights[index] }
    // Children come after their parents.
    for index in stride(from: tree.nodes.count - 1, to: 0, by: -1) {
      sums[tree.nodes[index].parent] += max(sums[index], -Self.partCost)
    }
    return sums
  }

  /// The element with the greatest weight; of equals the innermost.
  private func heaviestElement() -> Int {
    let sums = elementWeights()
    var best = 0
    for index in sums.indices.dropFirst() where tree.nodes[index].element != nil && sums[index] >= sums[best] {
      // A later element that is not inside the best one replaces it only if it is heavier.
      if sums[index] > sums[best] || index < tree.nodes[best].end { best = index }
    }
    // An article of one paragraph: what stands beside it belongs to it.
    let parent = tree.nodes[best].parent
    if blocks.count(where: { best <= $0.node && $0.node < tree.nodes[best].end }) == 1,
      sums[parent] * 10 >= sums[best] * 6
    {
      return parent
    }
    return best
  }

  /// The elements in a container that hold links and no text worth as much: lists of other articles with their labels.
  private func partsLeftOut(of container: Int) -> Set<Int> {
    let sums = elementWeights()
    var links = [Int](repeating: 0, count: tree.nodes.count)
    for block in blocks where block.isLink { links[block.node] += 1 }
    for index in stride(from: tree.nodes.count - 1, to: 0, by: -1) { links[tree.nodes[index].parent] += links[index] }
    var left: Set<Int> = []
    var index = container + 1
    while index < tree.nodes[container].end {
      if sums[index] < 0, links[index] > 0 {
        left.formUnion(index..<tree.nodes[index].end)
        index = tree.nodes[index].end
      } else {
        index += 1
      }
    }
    return left
  }

  // MARK: Headline

  private func bestHeadline(before first: Int, within inside: [Int]) -> Int? {
    var best: (index: Int, score: Int)?
    let limit = min(first + 1, blocks.count - 1)
    for index in max(0, first - 60)...max(0, limit) {
      let block = blocks[index]
      guard (2...80).contains(block.length), block.linkShare <= 0.5 || titles.contains(Self.squeezed(block.utf8)) else {
        continue
      }
      var score = 0
      switch block.kind {
      case .heading(1): score += 4
      case .heading(2): score += 3
      case .heading: score += 2
      default: break
      }
      if block.isHeadline { score += 3 }
      if block.largeLength == block.length, block.kind == .text || block.kind == .paragraph { score += 3 }
      let squeezed = Self.squeezed(block.utf8)
      if squeezed.count >= 12, let place = titles.firstIndex(where: { Self.contains($0, squeezed) }) {
        score += place == 0 ? 7 : 6
        if titles[place].starts(with: squeezed) { score += 1 }
      }
      if block.isAside { score -= 3 }
      if index > first { score -= 2 }
      guard score >= 3 else { continue }
      if best.map({ score >= $0.score }) ?? true { best = (index, score) }
    }
    return best?.index
  }

  /// Kickers, subtitles, date and byline: short blocks between the headline and the text, and before it in its parent.
  private func beside(_ headline: Int, upTo first: Int) -> [Int] {
    func isLabel(_ index: Int) -> Bool {
      let block = blocks[index]
      return block.length <= 80 && block.linkShare <= 0.5 && !block.isAside && !boilerplate[index]
    }
    var chosen: [Int] = []
    if headline < first { chosen += (headline + 1..<first).filter(isLabel).prefix(8) }
    let parent = tree.nodes[blocks[headline].node].parent
    var before = headline - 1
    while before >= 0, chosen.count < 12, tree.nodes[blocks[before].node].parent == parent, isLabel(before) {
      chosen.append(before)
      before -= 1
    }
    return chosen
  }

  // MARK: Bytes

  /// Without white space.
  static func squeezed(_ utf8: [UInt8]) -> [UInt8] {
    String(
      String.UnicodeScalarView(
        String(decoding: utf8, as: UTF8.self).unicodeScalars.filter { !$0.properties.isWhitespace })
    )
    .utf8.map { $0 }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, text.count >= part.count else { return false }
    for start in 0...text.count - part.count where text[start] == first {
      if text[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}

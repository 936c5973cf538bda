/// Finds the blocks of a page that are its article or articles, among navigation, links, and notes of the site.
///
/// Each block gets a weight: sentences count for their length, links, labels and boilerplate against. The main text is
/// the element whose blocks weigh most together, the innermost of equals. The headline is looked for before it.
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
  init(of blocks: [HTMLBlock], in tree: HTMLTree, titles: [String]) {
    self.tree = tree
    self.blocks = blocks
    self.titles = titles.map { Self.squeezed(Array($0.utf8)) }
    let boilerplate = blocks.map(Self.isBoilerplate)
    self.boilerplate = boilerplate
    weights = zip(blocks, boilerplate).map { Self.weight(of: $0, isBoilerplate: $1) }
    find()
  }

  // MARK: Weights

  private static func weight(of block: HTMLBlock, isBoilerplate: Bool) -> Int {
    let own = block.length - block.linkLength
    if block.linkShare > 0.5 { return -(10 + block.length) }
    if isBoilerplate { return -(20 + block.length) }
    let isText = block.marks > 0 && own >= 12 || own >= 40
    if block.isAside { return isText ? -own / 2 : -5 }
    switch block.kind {
    case .row: return own / 3
    case .heading, .caption: return 0
    default: return isText ? own + 3 * block.marks : -3
    }
  }

  /// Imprint and licences of a site, and its buttons.
  private static func isBoilerplate(_ block: HTMLBlock) -> Bool {
    guard block.length <= 400 else { return false }
    let line = FoldedLine(block.utf8)
    let hits = imprint.matches(in: line.scalars).count
    return hits >= 2 || (hits == 1 && block.length <= 60) || isControl(block, line)
  }

  /// Words for what the reader of a site can do with a page, and nothing else.
  private static func isControl(_ block: HTMLBlock, _ line: FoldedLine) -> Bool {
    guard block.length <= 40, block.marks == 0, block.kind != .row else { return false }
    let letters = line.scalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1) ? 1 : 0) }
    guard letters > 0 else { return block.length <= 4 }
    return controls.matches(in: line.scalars).reduce(0) { $0 + $1.count } >= letters
  }

  private static let imprint = FoldedWords(
    "ICP备", "ICP證", "ICP证", "公网安备", "版权所有", "版權所有", "Copyright", "COPYRIGHT", "All Rights", "许可证", "技术支持", "举报电话",
    "法律声明", "未经授权", "不得转载", "主办：", "承办：", "地址：", "联系我们", "关于我们", "网站地图", "©", "建议使用", "分辨率")
  private static let controls = FoldedWords(
    "上一篇", "下一篇", "上一版", "下一版", "版面导航", "标题导航", "版面目录", "返回目录", "返回首页", "返回顶部", "回到顶部", "首页", "放大", "缩小", "默认", "朗读",
    "打印本页", "打印", "关闭窗口", "关闭", "字号", "字体", "大", "中", "小", "分享到", "分享", "微信", "微博", "朋友圈", "收藏", "点赞", "扫一扫", "扫码",
    "阅读全文",
    "展开全文", "加载更多", "更多", "登录", "注册", "搜索", "上一页", "下一页", "下载", "推荐阅读", "相关阅读", "相关新闻", "相关链接", "热门", "排行", "评论", "我要",
    "发表", "举报", "复制链接", "复制", "手机版", "电子版", "旧版", "往期回顾", "日期选择", "上一期", "下一期", "全文", "阅读", "点击", "次数", "浏览", "次",
    "当前位置",
    "正文", "新闻中心", "新闻", "打开客户端", "客户端", "广告", "分享至", "字")

  // MARK: Choice

  private mutating func find() {
    guard !blocks.isEmpty else { return }
    // A page of a few words has no sentence to find it by: then all counts that is no link.
    let container = weights.contains { $0 > 0 } ? heaviestElement() : 0
    let isInside: (Int) -> Bool = { [tree, blocks] index in
      container <= blocks[index].node && blocks[index].node < tree.nodes[container].end
    }
    let inside = blocks.indices.filter(isInside)
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
    if block.linkShare > 0.5 { return false }
    return !boilerplate[index]
  }

  /// The element with the greatest sum of weights; of equals the innermost.
  private func heaviestElement() -> Int {
    var sums = [Int](repeating: 0, count: tree.nodes.count)
    for (index, block) in blocks.enumerated() { sums[block.node] += weights[index] }
    // Children come after their parents.
    for index in stride(from: tree.nodes.count - 1, to: 0, by: -1) { sums[tree.nodes[index].parent] += sums[index] }
    var best = 0
    for index in sums.indices.dropFirst() where tree.nodes[index].element != nil && sums[index] >= sums[best] {
      // A later element that is not inside the best one replaces it only if it is heavier.
      if sums[index] > sums[best] || index < tree.nodes[best].end { best = index }
    }
    return best
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

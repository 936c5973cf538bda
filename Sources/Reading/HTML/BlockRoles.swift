/// What each block of a page is for: how much it speaks for being the page's text, and whether it is of the site rather
/// than of the article.
struct BlockRoles {
  /// Those that stand in teasers and comments are marked as aside.
  private(set) var blocks: [HTMLBlock]
  /// Imprints, licences, buttons, calls to follow an account.
  let boilerplate: [Bool]
  /// Above zero for text; below for what speaks against.
  let weights: [Int]

  init(of blocks: [HTMLBlock], in tree: HTMLTree, words: SiteWords) {
    var blocks = blocks
    Self.markTeasers(&blocks, tree)
    Self.markComments(&blocks, tree, words)
    let boilerplate = blocks.map(words.isBoilerplate)
    weights = zip(blocks, boilerplate).map { Self.weight(of: $0, isBoilerplate: $1) }
    self.boilerplate = boilerplate
    self.blocks = blocks
  }

  private static func weight(of block: HTMLBlock, isBoilerplate: Bool) -> Int {
    let own = block.length - block.linkLength
    if block.isLink { return -(10 + block.length) }
    if isBoilerplate { return -(20 + block.length) }
    let isText = block.marks > 0 && own >= 12 || own >= 40
    if block.isAside { return isText ? -own / 2 : -5 }
    switch block.kind {
    case .row: return own / 3
    case .heading, .caption: return 0
    default: return isText ? own + 3 * block.marks : -3
    }
  }

  // MARK: Teasers and comments

  /// A link and a short text, a link and a short text: digests of other articles, or names of people and what they say.
  private static func markTeasers(_ blocks: inout [HTMLBlock], _ tree: HTMLTree) {
    func isTeaser(_ index: Int) -> Bool {
      guard index >= 0, index + 1 < blocks.count else { return false }
      let (link, text) = (blocks[index], blocks[index + 1])
      guard link.linkShare > 0.3, link.length <= 60, link.marks <= 1, text.linkShare < 0.3, text.length <= 150 else {
        return false
      }
      if link.kind == .listItem, text.kind == .listItem { return true }
      // Both lie in an element of their own.
      let parent = tree.nodes[text.node].parent
      let wrapper = parent <= link.node && link.node < tree.nodes[parent].end ? parent : text.node
      func lies(_ other: Int) -> Bool {
        blocks.indices.contains(other) && wrapper <= blocks[other].node && blocks[other].node < tree.nodes[wrapper].end
      }
      return lies(index) && wrapper != link.node && !lies(index - 1) && !lies(index + 2)
    }
    var teasers: [Int] = []
    for index in blocks.indices where isTeaser(index) && (isTeaser(index - 2) || isTeaser(index + 2)) {
      teasers += [index, index + 1]
    }
    for index in teasers { blocks[index].isAside = true }
  }

  /// From a label that says so to the end of the element that holds it, where that is not most of the page.
  private static func markComments(_ blocks: inout [HTMLBlock], _ tree: HTMLTree, _ words: SiteWords) {
    var end = 0
    for index in blocks.indices {
      if blocks[index].node < end {
        blocks[index].isAside = true
      } else if words.isCommentLabel(blocks[index]) {
        let parent = tree.nodes[tree.nodes[blocks[index].node].parent]
        let isFirst = index == 0 || blocks[index - 1].node < tree.nodes[blocks[index].node].parent
        if parent.content.count * 2 < tree.text.count || isFirst && words.isReaders(blocks[index]) {
          end = parent.end
          blocks[index].isAside = true
        }
      }
    }
  }
}

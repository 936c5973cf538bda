/// What each block of a page is for: how much it speaks for being the page's text, and whether it is of the site rather
/// than of the article.
struct BlockRoles {
  /// Those that stand in teasers and comments are marked as aside.
  private(set) var blocks: [HTMLBlock]
  /// Imprints, licences, buttons, calls to follow an account.
  let boilerplate: [Bool]
  /// Above zero for text; below for what speaks against.
  let weights: [Int]

  init(of blocks: [HTMLBlock], in tree: HTMLTree) {
    var blocks = blocks
    Self.markTeasers(&blocks, tree)
    Self.markComments(&blocks, tree)
    let boilerplate = blocks.map(Self.isBoilerplate)
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
  private static func markComments(_ blocks: inout [HTMLBlock], _ tree: HTMLTree) {
    var end = 0
    for index in blocks.indices {
      if blocks[index].node < end {
        blocks[index].isAside = true
      } else if isCommentLabel(blocks[index]) {
        let parent = tree.nodes[tree.nodes[blocks[index].node].parent]
        let isFirst = index == 0 || blocks[index - 1].node < tree.nodes[blocks[index].node].parent
        if parent.content.count * 2 < tree.text.count || isFirst && Self.isReaders(blocks[index]) {
          end = parent.end
          blocks[index].isAside = true
        }
      }
    }
  }

  private static func isCommentLabel(_ block: HTMLBlock) -> Bool {
    guard block.length <= 12, block.marks == 0 else { return false }
    return !commentLabels.matches(in: FoldedLine(block.utf8).scalars).isEmpty
  }

  /// A label that no column of a paper has: 评论 may be one.
  private static func isReaders(_ block: HTMLBlock) -> Bool {
    !readersLabels.matches(in: FoldedLine(block.utf8).scalars).isEmpty
  }

  // MARK: Boilerplate

  /// Imprint and licences of a site, and its buttons.
  private static func isBoilerplate(_ block: HTMLBlock) -> Bool {
    guard block.length <= 400 else { return false }
    let line = FoldedLine(block.utf8)
    let hits = imprint.matches(in: line.scalars).count
    return hits >= 2 || (hits == 1 && block.length <= 60) || isControl(block, line) || isCall(block, line)
  }

  /// Words for what the reader of a site can do with a page, and nothing else.
  private static func isControl(_ block: HTMLBlock, _ line: FoldedLine) -> Bool {
    guard block.length <= 40, block.kind != .row else { return false }
    var letters = 0
    for scalar in line.scalars {
      if (0x4E00...0x9FFF).contains(scalar) { letters += 1 }
      // ， 。 ； are of sentences.
      if [0x2C, 0x3002, 0x3B].contains(scalar) { return false }
    }
    if letters == 0 {
      // A number may be the heading of a section; 00:00 / 02:35 is that of a player.
      if case .heading = block.kind { return false }
      return block.length <= 4 || line.scalars.allSatisfy { $0 <= 0x20 || (0x2F...0x3A).contains($0) }
    }
    return controls.matches(in: line.scalars).reduce(0) { $0 + $1.count } >= letters
  }

  /// A call to follow an account or fetch a program: what it is, and what to do.
  private static func isCall(_ block: HTMLBlock, _ line: FoldedLine) -> Bool {
    block.length <= 60 && !callObjects.matches(in: line.scalars).isEmpty && !callVerbs.matches(in: line.scalars).isEmpty
  }

  private static let imprint = FoldedWords(
    "ICP备", "ICP證", "ICP证", "公网安备", "版权所有", "版權所有", "Copyright", "COPYRIGHT", "All Rights", "许可证", "技术支持", "举报电话",
    "法律声明", "未经授权", "不得转载", "主办：", "承办：", "地址：", "联系我们", "关于我们", "网站地图", "©", "建议使用", "分辨率", "免责声明", "版权声明",
    "不代表本网", "不代表本站", "作者所有", "侵权", "Cookie", "cookie")
  private static let controls = FoldedWords(
    "上一篇", "下一篇", "上一版", "下一版", "版面导航", "标题导航", "版面目录", "返回目录", "返回首页", "返回顶部", "回到顶部", "首页", "放大", "缩小", "默认", "朗读",
    "打印本页", "打印", "关闭窗口", "关闭", "字号", "字体", "大", "中", "小", "分享到", "分享", "微信", "微博", "朋友圈", "收藏", "点赞", "扫一扫", "扫码",
    "阅读全文", "展开全文", "展开", "余下", "加载更多", "更多", "登录", "注册", "搜索", "上一页", "下一页", "下载", "推荐阅读", "相关阅读", "相关新闻", "相关链接",
    "相关报道", "延伸阅读", "猜你喜欢", "为你推荐", "热门推荐", "今日看点", "大家都在看", "本版标题", "本版新闻", "热门", "排行", "最新", "评论", "我要", "发表",
    "举报", "复制链接", "复制", "手机版", "触屏版", "电脑版", "电子版", "旧版", "往期回顾", "日期选择", "上一期", "下一期", "全文", "阅读", "点击", "次数",
    "浏览", "次", "当前位置", "正文", "新闻中心", "新闻", "打开客户端", "客户端", "广告", "分享至", "字", "发布", "播放", "没有了", "上頁", "下頁", "首頁",
    "相關新聞", "延伸閱讀", "分享", "列印", "推薦", "留言")
  private static let commentLabels = FoldedWords("评论", "評論", "留言", "跟帖", "回帖")
  private static let readersLabels = FoldedWords("网友", "網友", "最新评论", "热门评论", "条评论", "则评论", "则留言", "发表评论", "全部评论")
  private static let callObjects = FoldedWords(
    "二维码", "公众号", "蓝字", "APP", "App", "客户端", "小程序", "扫一扫", "QR", "公眾號", "粉絲專頁", "视频号")
  private static let callVerbs = FoldedWords(
    "关注", "長按", "长按", "扫描", "扫一扫", "识别", "點我", "点击", "下载", "下載", "打开", "關注", "加入")
}

import Rules

/// Quantities that say where something is.
extension FigureScanner {
  /// 三里外, 往南二十里, 一千米以内的人家: a distance that says where something is.
  func isPlace(_ quantity: Quantity, after: Figure.Bound?, extentEnd: Int) -> Bool {
    // 东经116度23分
    if quantity.key == .degree, endsWithAny(["东经", "西经", "北纬", "南纬"], at: quantity.start) { return true }
    if quantity.key == .fen, let last = figures.last, last.kind == .name, last.range.upperBound == quantity.start,
      last.reason == "says where, not how much"
    {
      return true
    }
    // 白云村2组村民
    if quantity.isCounter, endsWithAny(["村"], at: quantity.start),
      starts(with: "组", at: quantity.end - 3) || starts(with: "社", at: quantity.end - 3)
    {
      return true
    }
    guard quantity.key == .li || quantity.key == .kilometre || quantity.key == .metre, !quantity.isCounter else {
      return false
    }
    if startsWithAny(["外", "之外", "以外", "开外的", "地外"], at: quantity.end) { return true }
    // 五里铺乡, 八里店镇
    if quantity.key == .li, startsWithAny(Self.stageEnds, at: quantity.end),
      startsWithAny(Self.settlementEnds, at: quantity.end + 3)
    {
      return true
    }
    if endsWithAny(["往南", "往北", "往东", "往西", "向南", "向北", "向东", "向西"], at: quantity.start) { return true }
    guard after == .atMost, startsWithAny(["以内", "之内"], at: quantity.end) else { return false }
    return !endsWithAny(["在", "至", "到", "为", "超过"], at: quantity.start)
  }

  /// What follows so many 里 in the names of places along roads.
  private static let stageEnds: [StaticString] = ["铺", "店", "堡", "桥", "河", "庄", "屯", "坪", "岗", "墩", "湾", "畈"]
  private static let settlementEnds: [StaticString] = ["乡", "镇", "村", "街", "社区", "路", "站"]
}

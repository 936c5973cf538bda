import Figures
import Testing

/// Whatever stands side by side, figures lie in the text, in order, and inside what they take with them.
@Suite struct FigurePlacesTests {
  static let pieces: [String] = [
    "一", "十", "百", "千", "万", "亿", "兆", "两", "零", "〇", "半", "几", "数", "多", "余", "来", "0", "1", "5", "12", "2024",
    "9,860", "３",
    ".", "．", ",", "，", "、", "。", "-", "—", "～", "至", "到", "和", "与", "/", ":", "：", "%", "‰", "个", "个百分点", "元", "块",
    "毛", "角", "分",
    "钱", "成", "倍", "番", "亩", "吨", "斤", "公里", "小时", "分钟", "秒", "天", "日", "月", "年", "年代", "世纪", "季度", "上半年", "今年", "去年",
    "同期", "截至", "以来", "以上", "以下", "左右", "不到", "超", "近", "约", "上", "每", "的", "项目", "分之", "百分之", "又", "比", "第", "前", "强",
    "负", "零下", "℃", "度", "摄氏", "US$", "￥", "美元", "人民币", "RMB", "亿元", "之间", "（含）", "号", "点", "时", "岁", "翻番", "一半", "过半",
    " ", "  ",
    "“", "”", "G", "kg", "×", "±", "十四五", "期间", "春节", "假期", "級", "億", "萬", "🙂", "人", "户", "家", "次", "一带一路",
  ]

  @Test(arguments: 0..<20)
  func figuresStayInTheirPlaces(seed: Int) {
    var random = NumeralWritingTests.Random(state: UInt64(seed) &* 77_773 &+ 5)
    for _ in 0..<2_000 {
      let count = Int.random(in: 2...14, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let size = text.utf8.count
      var end = 0
      for figure in FigureReading.recognizer.figures(in: Array(text.utf8), published: nil) {
        let isPlaced =
          figure.range.lowerBound >= end && !figure.range.isEmpty && figure.range.upperBound <= size
          && figure.extent.lowerBound <= figure.range.lowerBound && figure.extent.upperBound >= figure.range.upperBound
          && figure.extent.upperBound <= size
        #expect(isPlaced, "\(text): \(figure.range) in \(figure.extent) behind \(end)")
        end = figure.range.upperBound
      }
    }
  }
}

import Foundation
import Reading
import Rules
import SourceText
import TestSupport

@testable import Layout

/// A page put back, with what tests ask of it.
struct Restoration {
  static let restorer = try! LayoutRestorer(rules: .embedded)

  let page: Page
  let restored: RestoredPage

  init(_ text: String) {
    page = Self.page(text)
    restored = Self.restorer.restore(page)
  }

  var texts: [String] { restored.paragraphs.map(\.text.string) }
  /// Without headings, bylines and furniture.
  var running: [String] {
    restored.paragraphs.filter { [.body, .list, .caption].contains($0.kind) }.map(\.text.string)
  }
  var repairs: Set<String> { Set(restored.repairs.map(\.kind.rawValue)) }

  func texts(of kind: Paragraph.Kind) -> [String] { restored.paragraphs.filter { $0.kind == kind }.map(\.text.string) }

  static func page(_ text: String) -> Page {
    let utf8 = Array(text.utf8)
    var lines: [Line] = []
    var start = 0
    for index in 0...utf8.count where index == utf8.count || utf8[index] == 0x0A {
      lines.append(Line(range: start..<index, number: lines.count + 1))
      start = index + 1
    }
    return Page(text: SourceText(decoded: utf8), lines: lines, locator: .scalars)
  }
}

/// Text set in a column: first lines set in by two characters, so that only their width shows it.
func column(_ paragraphs: [String], measure: Int = 18, between: String = "\n") -> String {
  paragraphs.map { LineDamage.wrap($0, measure: measure, first: measure - 2).joined(separator: "\n") }
    .joined(separator: between)
}

enum Prose {
  static let bridge =
    "青石桥修了三年零四个月，终于在立夏那天通车。桥长一千二百米，双向四车道，把河东河西两个镇连在了一起。过去绕行要走四十分钟，如今七分钟就到。"
  static let orchard =
    "果园里的苹果熟了，摘果的人从早忙到晚。老周家种了26亩，去年收入18.7万元，今年行情更好，他估计能超过20万元。收购商的货车排成了长队，一直排到村口。"
  static let school =
    "村小原来只有两间瓦房，四个年级挤在一起上课。“孩子们冬天写字，手都是肿的。”校长韩青说。新楼盖好以后，教室有了暖气，操场也铺上了塑胶跑道。"
  static let water =
    "这座水库建于一九五八年，总库容1.3亿立方米，承担着下游十一个乡镇的灌溉任务。去冬今春，县里投入4600万元对大坝除险加固，更换闸门12扇，清淤85万立方米。"
  static let market =
    "天不亮，批发市场就热闹起来。卖菜的、拉货的、问价的，人声鼎沸。白菜每公斤1.2元，萝卜每公斤0.9元，和上周差不多。摊主老郑说，今年雨水好，价钱上不去。"
  static let factory =
    "厂子搬进园区以后，产能翻了一番。车间主任指着一排机器人说，过去一条线要四十个人，现在只要六个。上个月公司又签下3份外贸合同，合计金额870万美元。"
  static let all = [bridge, orchard, school, water, market, factory]
}

import CICU
import Reading
import Testing
import Values

/// Encodes with ICU, independently of the decoder under test.
func encode(_ text: String, _ encoding: String) throws -> [UInt8] {
  if encoding == "UTF-8" { return Array(text.utf8) }
  let units = Array(text.utf16)
  var target = [UInt8](repeating: 0, count: units.count * 8 + 16)
  let count = cicu_encode(encoding, units, Int32(units.count), &target, Int32(target.count))
  try #require(count >= 0, "\(encoding) has not all of \(text)")
  return Array(target[..<Int(count)])
}

func page(_ bytes: [UInt8], name: String = "page.txt", _ options: ReadingOptions = ReadingOptions()) throws -> Page {
  try DocumentReader(options: options).read(bytes, name: name)
}

extension Page {
  var strings: [String] { lines.map { String(decoding: text.utf8[$0.range], as: UTF8.self) } }
}

@Suite struct EncodingTests {
  static let simplified = [
    "全市完成工业增加值一百二十亿元，同比增长6.5%。", "今年上半年，新增规模以上企业18家。",
    "本报讯 记者从市统计局获悉，粮食总产量再创新高。", "昨天下午，县委召开经济工作会议。",
    "“这条路修了三年，终于通车了。”村民老李说。", "港口货物吞吐量超过7000万吨", "居民人均可支配收入达到4.2万元",
    "第03版 要闻 2024年7月24日 星期三", "游客接待量同比增长27.9%，酒店入住率九成以上", "责任编辑：王芳 美编：李强",
    "水库蓄水率百分之三十九，农民盼下雨", "新建学校两所，增加学位一千八百个", "项目总投资68.3亿元，明年六月投产",
  ]
  static let traditional = [
    "全市完成工業增加值一百二十億元，同比增長6.5%。", "今年上半年，新增規模以上企業18家。",
    "【本報訊】統計處昨日公布，首季旅客消費逾兩百億元。", "水庫蓄水率百分之三十九，農民盼望下雨",
    "立法院昨天三讀通過預算案，總額兩兆九千億元。", "縣府表示，補助學童營養午餐每人六十元",
    "中華民國114年2月18日　星期二", "香港樓價連跌三個月，成交宗數減少一成", "股市收盤上漲兩百點，成交量放大",
    "醫院新增病床一百二十張，年底啟用", "漁民出海捕撈，今年產量比去年多三成", "編輯：洪雅玲　電話：2598765",
  ]

  @Test(arguments: simplified) func findsGB18030InOneSentence(text: String) throws {
    let page = try page(try encode(text, "GB18030"))
    #expect(page.metadata.encoding == "GB18030")
    #expect(page.strings == [text])
  }

  @Test(arguments: traditional) func findsBig5InOneSentence(text: String) throws {
    let page = try page(try encode(text, "Big5"))
    #expect(page.metadata.encoding == "Big5")
    #expect(page.strings == [text])
  }

  @Test(arguments: traditional) func findsTraditionalTextInGB18030(text: String) throws {
    let page = try page(try encode(text, "GB18030"))
    #expect(page.metadata.encoding == "GB18030")
    #expect(page.strings == [text])
  }

  @Test(
    arguments: simplified + traditional,
    ["UTF-16LE", "UTF-16BE", "UTF-8"]
  )
  func findsUnicodeWithAndWithoutMark(text: String, encoding: String) throws {
    for mark in ["", "\u{FEFF}"] {
      let page = try page(try encode(mark + text, encoding))
      #expect(page.metadata.encoding == encoding)
      #expect(page.strings == [text])
    }
  }
}

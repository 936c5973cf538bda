import Rules
import Testing
import Values

@testable import Figures

/// Every unit of the rule files against the standards that its base is a code of.
@Suite struct UnitAuditTests {
  private struct Entry {
    let word: String
    let words: [String]
    let kind: String
    let base: String
    let factor: ExactDecimal
    let example: String?
  }

  private static func entries() throws -> [Entry] {
    var result: [Entry] = []
    for (key, list) in try RulePack.embedded.root(of: "units.yaml").entries() where try key.text() == "units" {
      for node in try list.items() {
        let fields = try node.fields(["words", "before", "kind", "unit", "value", "base", "factor", "not", "example"])
        let words = try node.required("words", in: fields).texts()
        result.append(
          Entry(
            word: try #require(words.first), words: words, kind: try node.required("kind", in: fields).text(),
            base: try node.required("base", in: fields).text(),
            factor: try #require(ExactDecimal(try node.required("factor", in: fields).text())),
            example: try fields["example"]?.text()))
      }
    }
    return result
  }

  @Test func moneyIsCodedByISO4217() throws {
    for entry in try Self.entries() where entry.kind == "money" {
      // The code of the market: ISO has none.
      if entry.base == "XBT" { continue }
      #expect(Self.currencies.contains(entry.base), "\(entry.word): \(entry.base)")
    }
  }

  /// The code of each unit is written down here a second time, from its definition, and the factor follows from it.
  @Test func factorsAreExact() throws {
    for entry in try Self.entries() where ["quantity", "duration", "age"].contains(entry.kind) {
      if Self.own.contains(entry.base) { continue }
      let base = try #require(UnitCode(entry.base), "\(entry.word): \(entry.base) is no code of UCUM")
      let code = try #require(Self.codes[entry.word], "\(entry.word) has no definition in this test")
      let unit = try #require(UnitCode(code), "\(code) is no code of UCUM")
      let factor = Ratio(entry.factor.coefficient).multiplied(by: Ratio.power(of: 10, entry.factor.exponent))
      #expect(
        factor.flatMap { base.ratio.multiplied(by: $0) } == unit.ratio, "\(entry.word): \(entry.factor) \(entry.base)")
      #expect(base.powers == unit.powers, "\(entry.word) is no \(entry.base)")
    }
  }

  @Test func everyUnitAndCounterHasAnExample() throws {
    for entry in try Self.entries() { #expect(entry.example != nil, "\(entry.word)") }
    var counters = 0
    for (key, list) in try RulePack.embedded.root(of: "counters.yaml").entries() where try key.text() == "counters" {
      for node in try list.items() {
        let fields = try node.fields(["words", "unit", "noun", "numbered", "not", "example"])
        let words = try node.required("words", in: fields).texts()
        #expect(fields["example"] != nil, "\(words)")
        counters += words.count
      }
    }
    #expect(counters >= 300)
  }

  @Test(arguments: [
    ("1马力", "0.73549875"), ("3英尺", "0.9144"), ("1丈", "10"), ("5寸", "0.5"), ("2甲地", "5868"), ("320克标准煤", "0.00032"),
    ("半个世纪", "50"), ("9个季度", "27"), ("12毫秒", "0.012"),
  ])
  func normalizes(text: String, value: String) throws {
    let figure = try #require(FigureReading.figures(text).first)
    #expect(figure.normalized?.amount == .value(try #require(ExactDecimal(value))))
  }

  /// What no code of UCUM says, in brackets of its own.
  private static let own: Set<String> = [
    "[折]", "[空立方米]", "[标准立方米]", "[板尺]", "[石]", "[斗]", "[标吨]", "[度]", "[像素]", "[兆]", "[工作日]", "[劳动日]", "[学时]", "[机时]",
  ]

  private static let codes: [String: String] = [
    "公里": "km", "米": "m", "厘米": "cm", "毫米": "mm", "分米": "dm", "微米": "um", "纳米": "nm", "延米": "m", "里": "500.m",
    "丈": "10.m/3", "尺": "m/3", "寸": "m/30", "海里": "[nmi_i]", "英里": "[mi_i]", "英尺": "[ft_i]", "英寸": "[in_i]",
    "码": "[yd_i]", "光年": "[ly]", "平方公里": "km2", "平方米": "m2", "平方厘米": "cm2", "平方毫米": "mm2", "平方分米": "dm2",
    "公顷": "har", "亩": "har/15", "市亩": "har/15", "公亩": "ar", "垧": "har", "甲地": "2934.400.m2/121",
    "坪": "400.m2/121", "英亩": "4840.[yd_i]2", "平方英里": "[mi_i]2", "平方英尺": "[ft_i]2", "立方米": "m3", "立方": "m3", "平方": "m2",
    "平": "m2",
    "立方厘米": "cm3",
    "立方分米": "dm3", "立方毫米": "mm3", "立方英尺": "[ft_i]3", "立方公里": "km3", "方": "m3", "升": "L", "毫升": "mL",
    "千升": "kL", "百升": "hL", "品脱": "[pt_us]", "夸脱": "[qt_us]", "加仑": "[gal_us]", "桶原油": "[bbl_us]", "吨": "t",
    "吨标准煤": "t{ce}", "吨二氧化碳": "t{CO2}", "千克标准煤": "kg{ce}", "克标准煤": "g{ce}", "载重吨": "t{DWT}",
    "总吨": "{GT}", "吨公里": "t.km", "吨海里": "t.[nmi_i]", "人公里": "{人}.km", "列公里": "{列}.km", "车公里": "{车}.km", "公斤": "kg",
    "克": "g", "毫克": "mg",
    "微克": "ug", "斤": "500.g", "台斤": "600.g", "两": "50.g", "钱": "5.g", "担": "50.kg", "磅": "[lb_av]",
    "盎司": "[oz_tr]", "克拉": "[car_m]", "短吨": "[ston_av]", "长吨": "[lton_av]", "蒲式耳": "[bu_us]", "公担": "100.kg",
    "实物吨": "t", "千瓦时": "kW.h", "度电": "kW.h", "兆瓦时": "MW.h", "吉瓦时": "GW.h", "太瓦时": "TW.h", "瓦时": "W.h",
    "千瓦": "kW", "瓩": "kW", "兆瓦": "MW", "吉瓦": "GW", "瓦": "W", "毫瓦": "mW", "千伏安": "kV.A", "兆伏安": "MV.A", "千伏": "kV",
    "伏": "V", "毫伏": "mV", "毫安": "mA", "欧姆": "Ohm", "安培": "A", "毫安时": "mA.h",
    // 75 kilograms lifted a metre in a second, at 9.80665 m/s2.
    "马力": "73549875.W/100000", "千卡": "kcal", "卡路里": "cal", "焦耳": "J", "千焦": "kJ", "吉焦": "GJ", "蒸吨": "t/h",
    "摄氏度": "Cel", "华氏度": "[degF]", "兆帕": "MPa", "千帕": "kPa", "百帕": "hPa", "毫巴": "mbar", "毫米汞柱": "mm[Hg]",
    "千牛": "kN", "毫西弗": "mSv", "微西弗": "uSv", "ppm": "[ppm]", "开尔文": "K", "赫兹": "Hz", "兆赫": "MHz",
    "吉赫": "GHz", "分贝": "dB", "流明": "lm", "勒克斯": "lx", "牛顿": "N", "摩尔": "mol", "贝克勒尔": "Bq", "节": "[kn_i]",
    "TB": "TBy", "GB": "GBy", "MB": "MBy", "KB": "kBy", "PB": "PBy", "EB": "EBy", "字节": "By", "比特": "bit",
    "Mbps": "Mbit/s", "Gbps": "Gbit/s", "PFlops": "10*15.{FLO}/s", "EFlops": "10*18.{FLO}/s", "立方米每秒": "m3/s",
    "公里每小时": "km/h", "米每秒": "m/s", "人年": "{人}.a", "人月": "{人}.mo", "人天": "{人}.d", "人·天": "{人}.d",
    "英热单位": "[Btu]", "年": "a", "个年头": "a", "个世纪": "100.a", "周年": "a", "载": "a", "个季度": "3.mo", "个月": "mo",
    "个星期": "wk", "天": "d", "个昼夜": "d", "小时": "h", "分钟": "min", "秒": "s", "毫秒": "ms", "微秒": "us", "纳秒": "ns",
    "旬": "a", "岁": "a",
  ]

  /// ISO 4217, and the codes it had for the currencies that the euro replaced.
  private static let currencies = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY \
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR \
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR \
    MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD \
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR \
    XOF XPF XXX YER ZAR ZMW DEM FRF ITL
    """.split(separator: " ").map(String.init))
}

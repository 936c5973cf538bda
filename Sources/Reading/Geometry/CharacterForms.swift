/// Characters that fonts and files put in place of others that look the same: the radicals U+2E80 to U+2FDF, which PDF
/// producers take for 人, 民, 日, and the forms of punctuation for vertical writing. Compatibility normalization covers
/// half of the radicals and turns ， into ASCII.
public struct CharacterForms: Sendable {
  /// Which of two characters a form stands for where simplified and traditional Chinese share its shape.
  public enum Script: Sendable { case simplified, traditional }

  /// From `first` on; 0 for what is no form.
  private let radicals: [UInt32]
  private let vertical: [UInt32]

  private static let firstRadical: UInt32 = 0x2E80
  private static let firstVertical: UInt32 = 0xFE10

  public init(script: Script) {
    var radicals = [UInt32](repeating: 0, count: 0x160)
    var vertical = [UInt32](repeating: 0, count: 0x40)
    for (form, character) in Self.pairs(Self.radicalTable) { radicals[Int(form - Self.firstRadical)] = character }
    for (form, character) in Self.pairs(Self.verticalTable) { vertical[Int(form - Self.firstVertical)] = character }
    if script == .traditional {
      for (form, character) in Self.pairs(Self.traditionalTable) {
        if form < Self.firstVertical {
          radicals[Int(form - Self.firstRadical)] = character
        } else {
          vertical[Int(form - Self.firstVertical)] = character
        }
      }
    }
    self.radicals = radicals
    self.vertical = vertical
  }

  public enum Kind: String, Sendable { case radical, vertical }

  /// The character that a scalar is a form of, `nil` where it is a character itself.
  public func character(of scalar: UInt32) -> (scalar: UInt32, kind: Kind)? {
    if scalar >= Self.firstRadical, scalar < Self.firstRadical + 0x160 {
      let character = radicals[Int(scalar - Self.firstRadical)]
      return character == 0 ? nil : (character, .radical)
    }
    if scalar >= Self.firstVertical, scalar < Self.firstVertical + 0x40 {
      let character = vertical[Int(scalar - Self.firstVertical)]
      return character == 0 ? nil : (character, .vertical)
    }
    return nil
  }

  /// Whether a text of valid UTF-8 may hold a form: its first byte and the two that tell the blocks apart.
  public static func mayOccur(in utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { utf8 in
      var index = 0
      while index + 2 < utf8.count {
        let lead = utf8[index]
        if lead == 0xE2, utf8[index + 1] >= 0xBA { return true }
        if lead == 0xEF, utf8[index + 1] == 0xB8 || utf8[index + 1] == 0xB9 { return true }
        index += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
      }
      return false
    }
  }

  private static func pairs(_ table: String) -> [(form: UInt32, character: UInt32)] {
    let scalars = table.unicodeScalars.map(\.value).filter { $0 > 0x20 }
    return stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
  }

  // Each form is followed by its character.

  /// EquivalentUnifiedIdeograph.txt of Unicode 14, with 户 for its 戶 and 青 for its 靑, which is what newspapers print.
  private static let radicalTable = """
    ⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日
    ⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌
    ⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸
    ⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯
    ⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼀一⼁丨⼂丶⼃丿⼄乙⼅亅⼆二⼇亠⼈人⼉儿⼊入⼋八⼌冂⼍冖⼎冫⼏几⼐凵⼑刀⼒力⼓勹⼔匕
    ⼕匚⼖匸⼗十⼘卜⼙卩⼚厂⼛厶⼜又⼝口⼞囗⼟土⼠士⼡夂⼢夊⼣夕⼤大⼥女⼦子⼧宀⼨寸⼩小⼪尢⼫尸⼬屮⼭山⼮巛⼯工
    ⼰己⼱巾⼲干⼳幺⼴广⼵廴⼶廾⼷弋⼸弓⼹彐⼺彡⼻彳⼼心⼽戈⼾户⼿手⽀支⽁攴⽂文⽃斗⽄斤⽅方⽆无⽇日⽈曰⽉月⽊木
    ⽋欠⽌止⽍歹⽎殳⽏毋⽐比⽑毛⽒氏⽓气⽔水⽕火⽖爪⽗父⽘爻⽙爿⽚片⽛牙⽜牛⽝犬⽞玄⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田
    ⽦疋⽧疒⽨癶⽩白⽪皮⽫皿⽬目⽭矛⽮矢⽯石⽰示⽱禸⽲禾⽳穴⽴立⽵竹⽶米⽷糸⽸缶⽹网⽺羊⽻羽⽼老⽽而⽾耒⽿耳⾀聿
    ⾁肉⾂臣⾃自⾄至⾅臼⾆舌⾇舛⾈舟⾉艮⾊色⾋艸⾌虍⾍虫⾎血⾏行⾐衣⾑襾⾒見⾓角⾔言⾕谷⾖豆⾗豕⾘豸⾙貝⾚赤⾛走
    ⾜足⾝身⾞車⾟辛⾠辰⾡辵⾢邑⾣酉⾤釆⾥里⾦金⾧長⾨門⾩阜⾪隶⾫隹⾬雨⾭青⾮非⾯面⾰革⾱韋⾲韭⾳音⾴頁⾵風⾶飛
    ⾷食⾸首⾹香⾺馬⾻骨⾼高⾽髟⾾鬥⾿鬯⿀鬲⿁鬼⿂魚⿃鳥⿄鹵⿅鹿⿆麥⿇麻⿈黃⿉黍⿊黑⿋黹⿌黽⿍鼎⿎鼓⿏鼠⿐鼻⿑齊
    ⿒齒⿓龍⿔龜⿕龠
    """

  /// Compatibility decompositions of U+FE10 to U+FE48, full width; quotation marks as GB/T 15834 turns them.
  private static let verticalTable = """
    ︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︳＿︴＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉
    ﹁‘﹂’﹃“﹄”﹇［﹈］
    """

  private static let traditionalTable = "⼾戶﹁「﹂」﹃『﹄』"
}

import TestSupport
import Testing

@testable import Layout

@Suite("What paragraphs of a page begin with again and again")
struct OpeningTests {
  /// The paragraphs of interviews, dialogues, speeches and notices.
  static let texts: [[String]] = [
    [
      "记者：您做了四十年木匠，怎么看今天的老家具市场？", "罗师傅：热是热，可真正懂的人不多。", "记者：收徒弟难吗？", "罗师傅：难。学徒三年没有工资，谁家孩子坐得住？",
      "记者：谢谢您。",
    ],
    [
      "主持人：今年的荔枝为什么比往年贵？", "农艺师：花期遇上连阴雨，坐果率只有三成，全镇减产4200吨。", "主持人：明年会好吗？", "农艺师：要看冬天够不够冷。",
    ],
    [
      "法官：借条是你写的吗？", "被告：是我写的，钱已经还了。", "法官：有没有收条？", "被告：没有，还的是现金。", "法官：休庭十分钟。",
    ],
    [
      "甲：这班车怎么还不来？", "乙：路上修桥，绕行十五分钟，站牌上写着呢。", "甲：那我走着去。", "乙：您慢点走。",
    ],
    [
      "网友提问：孩子发热要不要马上去医院？", "医生回答：精神好、能喝水的，可以先在家观察一天。", "网友提问：退烧药怎么吃？", "医生回答：两次之间至少隔六个小时。",
    ],
    [
      "第一，信心要足。去年全市民营经济增加值1276亿元，占全市的六成三。", "第二，服务要实。从下月起设企业来访日，每月15日我们轮流坐班。",
      "第三，环境要好。凡是文件里写了的，必须兑现。",
    ],
    [
      "一是扩大出口信用保险覆盖面，小微企业保费由财政全额承担；", "二是设立三亿元外贸周转金，单家企业最高可借800万元；", "三是组织企业参加境外展会46场，展位费补助八成；",
      "四是推行预约通关，整体通关时间压缩到0.6小时以内。",
    ],
    [
      "其一，水价低，每亩一年只要四十元，谁也不心疼；", "其二，渠道漏，十方水到田头只剩六方；", "其三，没人管，斗口的闸门锈死了三年。",
    ],
    [
      "一要把病床还给重病人，轻症在社区医院看；", "二要把药价降下来，集中采购的药平均降了五成三；", "三要让医生留得住，乡镇岗位津贴每月1200元。",
    ],
    [
      "第一，把堤防加高一米，雨季以前完工。", "第二，把低洼处的286户先搬出来。", "第三，乡镇干部分段巡堤，一段一人，日夜不离。",
    ],
    [
      "阿明：今晚的球你看了吗？", "小伟：看了，最后九秒绝杀，93比92。", "阿明：我不信他还能再进一个。", "小伟：下个主场见分晓。",
    ],
    [
      "问题：物业费涨了两成，楼道灯却一直不亮。", "答复：已约谈物业公司，楼道灯本周内修好，共更换64盏。", "问题：菜场门口的井盖破了半年。", "答复：井盖已更换。",
    ],
    [
      "老伴：今年的苹果卖不卖？", "老周：再等等，冷库里还有26吨，价钱每斤能涨三毛。", "老伴：别又烂在库里。", "老周：不会。",
    ],
  ]

  @Test("Each begins a paragraph, though the line before it is full", arguments: texts, [9, 13, 16])
  func openings(paragraphs: [String], measure: Int) {
    let page = "午后的谈话\n\n" + column(paragraphs, measure: measure)
    #expect(Restoration(page).texts == ["午后的谈话"] + paragraphs)
  }

  @Test("One label in the middle of a paragraph cuts nothing")
  func oneLabel() {
    let text = "会上有人问起老街的水管什么时候换，镇长答得干脆。镇长说：下个月开工，工期九十天，费用由镇里出，住户不用掏一分钱，换下的旧管一律运走。"
    let page =
      LineDamage.wrap(text, measure: 12, first: 10).joined(separator: "\n") + "\n" + column([Prose.water], measure: 12)
    #expect(Restoration(page).texts == [text, Prose.water])
  }

  @Test("Points that are counted within a paragraph cut nothing")
  func pointsWithin() {
    let text = "镇里定了三条规矩：一是账目每月上墙；二是买东西两人经手；三是村民可以随时查账，谁也不许推托。会上又说，二是最难的，要从干部自己做起，先晒自家的单子。"
    for measure in 10...22 {
      let page = [text, Prose.water, Prose.market]
      #expect(Restoration(column(page, measure: measure)).texts == page, "\(measure)")
    }
  }

  /// Items that all end in a full stop: one that is cut by a blank line goes on behind it.
  static let items: [[String]] = [
    ["●东京 日本7月核心消费价格指数同比上升2.7%，连续八个月高于目标。", "●柏林 德国二季度国内生产总值环比下降0.1%，设备投资拖累明显。", "●利马 秘鲁南部发生6.2级地震，暂无人员伤亡报告。"],
    ["■城西两条公交线路改道绕行施工路段预计持续40天，站牌已经更换。", "■河口区图书馆周末开到夜里十点。", "■气象台预计周四前后有一次大风降温过程，最低气温零下3度。"],
    ["◆县医院新门诊楼日接诊能力由八百人次提高到2000人次。", "◆三批集中采购的药品价格平均降低53%，一年省下1900万元。", "◆全县建成村级标准化卫生室214个。"],
  ]

  @Test("Finished items of a list go on over the blank line before a figure", arguments: items, [12, 15])
  func itemsGoOn(paragraphs: [String], measure: Int) {
    let blocks = paragraphs.map { item in
      LineDamage.wrap(item, measure: measure, first: measure).enumerated().map { index, line in
        index > 0 && line.contains(where: \.isNumber) ? "\n" + line : line
      }.joined(separator: "\n")
    }
    let page =
      "简讯\n\n" + blocks.joined(separator: "\n\n") + "\n\n" + column([Prose.school, Prose.water], measure: measure)
    let texts = Restoration(page).texts.map { $0.filter { $0 != " " } }
    #expect(texts == ["简讯"] + paragraphs.map { $0.filter { $0 != " " } } + [Prose.school, Prose.water])
  }

  @Test("Names behind a role stay bylines", arguments: ["记者：林一帆", "通讯员：周小满", "摄影：何青"])
  func bylines(line: String) {
    let page = [Prose.bridge, line, Prose.market, line, Prose.water].joined(separator: "\n\n")
    #expect(Restoration(page).texts(of: .byline) == [line, line])
  }

  /// Letters, speeches and notices: who is spoken to, what is said, who says it and when.
  static let letters: [[String]] = [
    ["编辑同志：", "我家住在南塘菜场旁边，门口的井盖破了快半年，老人小孩走过都提心吊胆。", "请你们帮忙问一问。", "读者郭长庚"],
    ["各位代表：", "受县人民政府委托，向大会报告去年财政预算执行情况，请予审议。", "谢谢大家！"],
    ["同志们：", "今天请大家来，主要是听意见，不是作报告，大家有什么说什么。", "中共云川市委员会"],
    ["尊敬的各位股东：", "公司定于下月召开年度大会，请持身份证到会场登记，过时不候。", "云川股份有限公司"],
    ["因管道检修，今晚10时至明晨6时解放路停水，请提前储水。", "云川市自来水公司"],
    ["朋友们：", "新年的钟声就要敲响，我代表全体职工向远方的亲人问好。", "河东镇人民政府"],
    ["各位业主：", "小区外墙定于5月10日开始粉刷，工期四十天，请关好窗户。", "河东物业服务中心"],
    ["乡亲们：", "今年的抗旱井已经打成六眼，每亩浇地的电费由县里补一半。", "云川县水利局"],
    ["亲爱的同学们：", "暑假就要开始了，下河洗澡要有大人看着，作业要自己做。", "云川县第一小学校"],
    ["因线路改造，明天上午8时至下午5时河东片区停电，医院和学校由备用电源供电。", "2021年3月9日"],
    ["各位读者：", "本报从下周起扩版，每份零售一元五角，订户不加价，敬请留意。", "云川晚报编辑部"],
  ]

  @Test("Salutations, signatures and days stand apart", arguments: letters, [15, 20])
  func letter(paragraphs: [String], measure: Int) {
    let page = column(paragraphs, measure: measure) + "\n\n" + column([Prose.school], measure: measure)
    let texts = Restoration(page).texts
    #expect(texts == paragraphs + [Prose.school])
  }
}

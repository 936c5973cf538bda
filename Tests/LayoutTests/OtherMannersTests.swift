import Testing

@testable import Layout

@Suite("Pages of other papers' habits")
struct OtherMannersTests {
  struct Manner: Sendable, CustomTestStringConvertible {
    let name: String
    let page: String
    let paragraphs: [String]
    var testDescription: String { name }
  }

  static let manners: [Manner] = [
    Manner(
      name: "no indents, paragraphs parted by blank lines",
      page: """
        云溪时报 第3版

        茶山脚下的早集

        天刚亮，云溪镇的茶叶早集就开了
        秤。卖茶的多是附近村里的妇女，背
        篓里装的是头天夜里炒好的新茶。

        今年的明前茶每斤卖到460元，比
        去年涨了两成。收茶的客商来自四个
        省，住满了镇上的三家旅馆。

        镇里统计，全镇茶园面积2.3万亩，
        户均增收8100元。
        """,
      paragraphs: [
        "天刚亮，云溪镇的茶叶早集就开了秤。卖茶的多是附近村里的妇女，背篓里装的是头天夜里炒好的新茶。",
        "今年的明前茶每斤卖到460元，比去年涨了两成。收茶的客商来自四个省，住满了镇上的三家旅馆。", "镇里统计，全镇茶园面积2.3万亩，户均增收8100元。",
      ]),
    Manner(
      name: "two full-width spaces, headings without blank lines",
      page: """
        　　本报讯 县人民医院新门诊楼昨日启
        用，日接诊能力由八百人次提高到两千
        人次。
        药价降下来了
        　　县医保局说，三批集中采购的药品平
        均降价53%，一年可为群众省下1900
        万元。
        看病近了
        　　全县建成村级标准化卫生室214个，
        十五分钟就医圈基本形成。
        """,
      paragraphs: [
        "本报讯 县人民医院新门诊楼昨日启用，日接诊能力由八百人次提高到两千人次。", "县医保局说，三批集中采购的药品平均降价53%，一年可为群众省下1900万元。",
        "全县建成村级标准化卫生室214个，十五分钟就医圈基本形成。",
      ]),
    Manner(
      name: "briefs with bullets",
      page: """
        一周简讯
        ■河口区图书馆延长开放时间，周末
        开到夜里十点。
        ■城西两条公交线路改道，绕行施工
        路段，预计持续40天。
        ■ 气象台预计，周四前后有一次大风
        降温，最低气温零下3度。
        """,
      paragraphs: ["■河口区图书馆延长开放时间，周末开到夜里十点。", "■城西两条公交线路改道，绕行施工路段，预计持续40天。", "■气象台预计，周四前后有一次大风降温，最低气温零下3度。"]),
    Manner(
      name: "numbered list of a notice",
      page: """
        关于停水的通知

        一、停水时间为6月12日8时至6月13日
        8时，共24小时。
        二、停水范围包括解放路以东、人民路以
        北的各小区，约1.2万户。
        （一）请居民提前储水。
        （二）停水期间关好水龙头，以免来水时
        漏水。
        """,
      paragraphs: [
        "一、停水时间为6月12日8时至6月13日8时，共24小时。", "二、停水范围包括解放路以东、人民路以北的各小区，约1.2万户。", "（一）请居民提前储水。",
        "（二）停水期间关好水龙头，以免来水时漏水。",
      ]),
    Manner(
      name: "questions and answers",
      page: """
        问：今年招生有什么变化？
        答：最大的变化是取消择校，全区36所
        小学全部划片入学，空余学位电脑派位。
        问：外来务工人员子女怎么办？
        答：凭居住证报名，与本地学生一视同
        仁。去年共接收4200名，占新生的三成。
        """,
      paragraphs: [
        "答：最大的变化是取消择校，全区36所小学全部划片入学，空余学位电脑派位。", "答：凭居住证报名，与本地学生一视同仁。去年共接收4200名，占新生的三成。",
      ]),
    Manner(
      name: "datelines in brackets, traditional script",
      page: """
        【本報訊】港口昨日公布首季吞吐
        量，貨櫃處理量達312萬標箱，按年
        增長6.8%，創五年來新高。
        【台南訊】農業局表示，芒果產量
        預估4萬8千公噸，較去年增加一成，
        外銷日本的訂單已經排到七月。
        """,
      paragraphs: [
        "【本報訊】港口昨日公布首季吞吐量，貨櫃處理量達312萬標箱，按年增長6.8%，創五年來新高。",
        "【台南訊】農業局表示，芒果產量預估4萬8千公噸，較去年增加一成，外銷日本的訂單已經排到七月。",
      ]),
    Manner(
      name: "whole lines, a caption cuts a word",
      page: """
        今年以来，平川县把灌区改造作为头等大事，先后开工干渠衬砌、闸门更换等工程十九处，完成投资三亿两千万元，受益农田达到四十一万亩，农民自己掏钱的部


        干渠边，工人在安装测流设备。 何青 摄


        分不到一成。老农赵德顺说，水到田头不用再等通知，打开手机就能看见闸门开了几分。
        """,
      paragraphs: [
        "今年以来，平川县把灌区改造作为头等大事，先后开工干渠衬砌、闸门更换等工程十九处，完成投资三亿两千万元，受益农田达到四十一万亩，农民自己掏钱的部分不到一成。老农赵德顺说，水到田头不用再等通知，打开手机就能看见闸门开了几分。",
        "干渠边，工人在安装测流设备。 何青 摄",
      ]),
    Manner(
      name: "ASCII punctuation, full stops with it",
      page: """
        账本公开以后,村里的闲话少了.会计老
        孙把每一笔支出都贴在墙上,连买两把扫
        帚的18元也不落下.

        "看得见,就信得过."村民代表刘桂芬
        说,去年村集体收入64.3万元,花在哪里大
        家心里有数.
        """,
      paragraphs: [
        "账本公开以后,村里的闲话少了.会计老孙把每一笔支出都贴在墙上,连买两把扫帚的18元也不落下.",
        "\"看得见,就信得过.\"村民代表刘桂芬说,去年村集体收入64.3万元,花在哪里大家心里有数.",
      ]),
    Manner(
      name: "letters to the editor",
      page: """
        读者来信

        编辑同志：
        　　我家住在铁路新村，门前的路灯坏了
        三个月，老人孩子夜里出门很不方便，
        多次反映都没有结果。
        　　希望有关部门尽快派人修理。
        """,
      paragraphs: ["我家住在铁路新村，门前的路灯坏了三个月，老人孩子夜里出门很不方便，多次反映都没有结果。", "希望有关部门尽快派人修理。"]),
    Manner(
      name: "full-width figures cut at every line end",
      page: """
        　　全年完成地区生产总值８４６．２亿元，增
        长５．８％；规模以上工业企业达到３１
        ２家，实现利润４７．３亿元，同比增长１
        ２．６％。
        　　城镇居民人均可支配收入４１ ８２０元，
        农村居民人均可支配收入２３９６０元。
        """,
      paragraphs: [
        "全年完成地区生产总值846.2亿元，增长5.8%；规模以上工业企业达到312家，实现利润47.3亿元，同比增长12.6%。",
        "城镇居民人均可支配收入41820元，农村居民人均可支配收入23960元。",
      ]),
    Manner(
      name: "two columns whose blocks come out crossed by a box",
      page: """
        渔港的冬天并不冷清。码头上三百多
        条船一字排开，船老大们忙着补网、修

        冬捕数字
        头网起鱼8.6万斤
        全季预计220万斤

        机器，等着封海期一过就出远海。老船
        长说，今年柴油每吨便宜了700元，
        跑一趟能多赚不少。
        """,
      paragraphs: ["渔港的冬天并不冷清。码头上三百多条船一字排开，船老大们忙着补网、修机器，等着封海期一过就出远海。老船长说，今年柴油每吨便宜了700元，跑一趟能多赚不少。"]),
  ]

  @Test("Paragraphs come back", arguments: manners)
  func manner(_ manner: Manner) {
    let texts = Restoration(manner.page).texts
    for paragraph in manner.paragraphs {
      #expect(texts.contains(paragraph), "\(texts.joined(separator: "\n"))")
    }
  }

  @Test("Lines of a poem stay lines")
  func poem() {
    let page = "秋夜\n\n月光落在晒谷场上\n像一层薄薄的霜\n\n父亲的咳嗽声很轻\n怕惊动了满仓的粮\n\n" + Prose.bridge
    let texts = Restoration(page).texts
    #expect(texts.contains(Prose.bridge))
    #expect(!texts.contains { $0.contains("霜父亲") })
  }

  @Test("A short numbered line before a short sentence is a heading", arguments: ["（二）抓服务", "三、困难不少", "2．补短板"])
  func numberedHeading(heading: String) {
    let page = [Prose.bridge, heading, "新设便民服务点31个。", Prose.school]
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.texts == page)
    #expect(restoration.texts(of: .heading) + restoration.texts(of: .title) == [heading])
  }
}

import Layout
import Testing

@testable import Indicators

/// Holders of a figure that are brought in without an ending of their own, and what is none of them.
struct HolderSubjectTests {
  /// A sight, an inn or a farm before what is done there, with the place or the day beside it.
  @Test(arguments: [
    ("清明假期，扬州市接待游客60万人次。宝应柳叶水乡人家接待游客1.2万人次，实现收入60万元。", "60万元", "宝应柳叶水乡人家"),
    ("国庆假期，黄山市接待游客80万人次；月亮湾生态园接待游客2.1万人次，增长12%。", "12%", "月亮湾生态园"),
    ("丹东市游客增多。鹿鸣岛5月1日接待游客4300人次。", "4300人次", "鹿鸣岛"),
    ("百花谷推出采摘游，接待游客9000人次。", "9000人次", "百花谷"),
    ("大连市游客增多。海韵岛、古船城景区假日里共接待游客4万人次。", "4万人次", "海韵岛、古船城景区"),
    ("大连市游客增多。庄河市金泉石屏山举行樱桃节，收入36万元。", "36万元", "庄河市金泉石屏山"),
    ("春节期间，大连市接待游客90万人次。各景区共接待游客40万人次。", "40万人次", "大连市"),
    ("春节期间，大连市接待游客90万人次。星级酒店接待游客7万人次。", "7万人次", "大连市"),
    ("春节期间，大连市接待游客90万人次。森林公园接待游客6万人次。", "6万人次", "大连市"),
  ])
  func whoTakesGuests(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2016-10-08").subject(figure)?.name == name)
  }

  /// Whoever a clause names as the first, the second or the last.
  @Test(arguments: [
    ("第二位是东风酒厂，纳税2100万元。", "2100万元", "东风酒厂"),
    ("荆州市纳税最多的要数江南机床公司，缴税3.2亿元。", "3.2亿元", "江南机床公司"),
    ("养蚕最多的镇是石桥镇，养了2.1万张。", "2.1万张", "石桥镇"),
    ("受灾最重的是青石镇，倒房320间。", "320间", "青石镇"),
    ("拔得头筹的仍是长江镇。上半年，该镇财政收入6.8亿元。", "6.8亿元", "长江镇"),
    ("荆州市增长最快的是蔬菜，增产12万吨。", "12万吨", "荆州市"),
    ("荆州市最大的客户是华光电子公司，占销售额的三成。", "三成", "荆州市"),
  ])
  func whoIsFirst(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2016-10-08").subject(figure)?.name == name)
  }

  /// A value in brackets behind what something is compared with.
  @Test(arguments: [
    ("太原市工业增长12%，比全国平均水平（9.1%）快2.9个百分点。", "9.1%", "全国"),
    ("太原市工业增长12%，比全国平均水平（9.1%）快2.9个百分点。", "2.9个百分点", "太原市"),
    ("太原市失业率3.2%，低于大同市（3.9%）。", "3.9%", "大同市"),
    ("太原市失业率3.2%，高于全省（为3.0%）0.2个百分点。", "3.0%", "全省"),
    ("太原市利润增长5%（去年同期为3%）。", "3%", "太原市"),
    ("太原市外贸增长5%，比去年（8%）慢3个百分点。", "8%", "太原市"),
  ])
  func besideAYardstick(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2016-10-08").subject(figure)?.name == name)
  }

  /// A neighbour is told of in its clause, not in the sentences behind it.
  @Test(arguments: [
    ("相邻的漳州市价格上涨0.2%", "0.2%", "漳州市"), ("下游的漳州港吞吐量900万吨", "900万吨", "漳州港"),
    ("邻县安溪县产茶2万吨", "2万吨", "安溪县"),
  ])
  func neighbours(clause: String, figure: String, name: String) throws {
    let page = try ContextPage(
      "泉州市新增托位1200个。同月，\(clause)。全市平价商店投放平价菜2600吨。", published: "2016-10-08")
    #expect(page.subject(figure)?.name == name)
    #expect(page.subject("2600吨")?.name == "泉州市")
  }

  @Test(arguments: [
    ("青岛市上月出口下降。据青岛海关负责人分析，原因是价格走低。该关共征税12亿元。", "12亿元", "青岛海关"),
    ("本报讯 青岛市烟草局查获假烟。该局立案31起。", "31起", "青岛市烟草局"),
    ("位于即墨市的兴隆茶厂是龙头企业。去年底，该企业加工能力达到1500吨。", "1500吨", "兴隆茶厂"),
    ("莱西市石岭镇东沟村修了路。东沟村种果200亩。该镇投入500万元。", "500万元", "石岭镇"),
    ("即墨市粮油公司与台商合资兴办的汇丰米厂投产。该厂占地60亩。", "60亩", "汇丰米厂"),
    ("力争全年全市进出口100亿元。青岛市上半年进出口48亿元。", "100亿元", "青岛市"),
  ])
  func whatAWordPointsAt(text: String, figure: String, name: String) throws {
    let page = try ContextPage(
      [(.title, "青岛市经济运行平稳"), (.body, "青岛市有海阳电子公司等企业320家。"), (.body, text)], published: "2016-10-08")
    #expect(page.subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("西藏林业建设兵团造林12万亩。兵团推广滴灌3万亩。", "3万亩", "西藏林业建设兵团"),
    ("青山小学东湖分校新增学位810个。", "810个", "青山小学东湖分校"),
    ("武汉市各长途客运站发送旅客40万人。", "40万人", "武汉市"),
    ("防城港、钦州、北海三港吞吐货物6500万吨。", "6500万吨", "防城港、钦州、北海"),
    ("太和、金华、柳树三个区产值6亿元。", "6亿元", "太和、金华、柳树"),
    ("顺庆区小学大班额比例四成三。", "四成三", "顺庆区"),
    ("柏坪乡中心小学有学生147人。", "147人", "柏坪乡中心小学"),
    ("昆明地铁5号线设站22座。", "22座", "昆明地铁5号线"),
    ("采煤三队4月份产煤21万吨。", "21万吨", "采煤三队"),
    ("关累港前三季度货运量6.4万吨。", "6.4万吨", "关累港"),
    ("镜泊湖今年出鱼2100吨。", "2100吨", "镜泊湖"),
    ("武汉市黄墩湖生态园有游客2100人。", "2100人", "武汉市"),
    ("绿野丰种植专业合作社理事长介绍，合作社有温室56栋。", "56栋", "绿野丰种植专业合作社"),
    ("由省水利厅牵头的碾盘山枢纽工程3月开工，总投资46亿元。", "46亿元", "碾盘山枢纽工程"),
    ("由中国铁建承建的襄阳北编组站扩能工程完工，日均办理车辆2.6万辆。", "2.6万辆", "襄阳北编组站扩能工程"),
    ("至于勐腊县的公路口岸，日均出入境车辆1900辆次。", "1900辆次", "勐腊县的公路口岸"),
    ("武汉市有医院120家。", "120家", "武汉市"),
    ("湘潭市增加学位。高新区火炬学校新增学位2430个。", "2430个", "高新区火炬学校"),
    ("黄山市景区客多。百花峰景区接待游客2.3万人次，腾云洞1.1万人次。", "1.1万人次", "腾云洞"),
    ("黄山市景区客多。百花峰景区接待游客2.3万人次，最高峰1.1万人次。", "1.1万人次", "百花峰景区"),
    ("城南输电工程投运。至此，武汉市供电能力达到30万千瓦。", "30万千瓦", "武汉市"),
  ])
  func names(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2016-10-08").subject(figure)?.name == name)
  }

  /// By now things stand so in the county, not in the project.
  @Test func whatAProjectLeadsTo() throws {
    let page = try ContextPage(
      [
        (.title, "射洪县电话扩容"), (.body, "射洪县有电话5000门。"),
        (.body, "县邮电局兴建的县城程控电话扩容工程开通，总投资960万元。至此，电话容量达到7000门。"),
      ], published: "1994-01-18")
    #expect(page.subject("960万元")?.name == "县城程控电话扩容工程")
    #expect(page.subject("7000门")?.name == "射洪县")
  }

  /// A paper of a province has correspondents in many cities, each of whom tells of his own.
  @Test func correspondentsTellOfTheirCities() throws {
    let page = try ContextPage(
      [
        (.heading, "各地简讯"), (.heading, "唐山储蓄过四百亿元"), (.body, "本报唐山5月10日电 到4月末，全市储蓄403亿元。"),
        (.heading, "高速公路车流大增"), (.body, "本报保定5月9日电 “五一”节三天，过往车辆11万辆次。"),
        (.heading, "衡水减种棉花"), (.body, "本报衡水5月7日电 全市种棉112万亩。"),
        (.heading, "枣树开花"), (.body, "本报沧州5月9日电 沧县、献县、泊头、青县有枣树142万亩。全市产枣7000万公斤。"),
      ], published: "1998-05-12")
    #expect(page.subject("403亿元")?.name == "唐山")
    #expect(page.subject("11万辆次")?.name == "保定")
    #expect(page.subject("112万亩")?.name == "衡水")
    #expect(page.subject("7000万公斤")?.name == "沧州")
  }

  /// Names side by side behind what they are said to be, each with its own figure.
  @Test(arguments: [
    ("投入居前三的公司分别是久立特材、美欣达、大江股份，投入分别为3.1亿元、1.2亿元、1.05亿元。", "1.2亿元", "美欣达"),
    ("增速前两名是北江新材、英州药业，分别增长31%、18%。", "18%", "英州药业"),
    ("湖州市涨幅前两名是蔬菜、水果，分别上涨31%、18%。", "18%", "湖州市"),
  ])
  func listed(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2016-10-08").subject(figure)?.name == name)
  }

  /// Eight cities of one province, and 全区, which stands for it.
  @Test func aProvinceIsKnownByItsCities() throws {
    let page = try ContextPage(
      "昨日，河池、柳州、桂林、来宾和贵港等市下了暴雨。据统计，降雨量超过160毫米的乡镇7个。全区受灾人口76万人。", published: "2010-06-22")
    #expect(page.subject("76万人")?.name == "广西壮族自治区")
    #expect(page.subject("7个")?.name == "广西壮族自治区")
  }

  /// 县域内就诊率 is of the city that a page is about, whatever county it names beside.
  @Test func countiesOfACity() throws {
    let page = try ContextPage(
      [(.title, "南充市医改见效"), (.body, "南充市有医院120家。南部县试行分级诊疗。县域内就诊率达到90%。")], published: "2014-09-10")
    #expect(page.subject("90%")?.name == "南充市")
  }

  /// A heading that begins with a short name, above a text that prints all of it.
  @Test func aHeadingMayShortenAName() throws {
    let page = try ContextPage(
      [
        (.heading, "江苏恒阳：一根丝里抽出专利"), (.body, "江苏恒阳新材料公司上半年营业收入31.8亿元。"), (.body, "恒阳累计授权专利47件。"),
      ], published: "2024-09-20")
    #expect(page.subject("31.8亿元")?.name == "江苏恒阳新材料公司")
    #expect(page.subject("47件")?.name == "江苏恒阳新材料公司")
  }

  /// 全市 behind a county of the city that the page is about, and 州里 behind a hospital of another prefecture.
  @Test func whatAllOfTheCityIs() throws {
    let page = try ContextPage(
      [
        (.title, "清远市上半年经济平稳"), (.body, "清远市生产总值189亿元。"), (.list, "●英德市红茶产量1600吨。"),
        (.list, "●市劳动局举办招聘会23场。"), (.list, "●上半年全市接待游客541万人次。"),
        (.list, "●海西州人均筹资540元。"), (.list, "●海南州人民医院封顶，概算1.5亿元。今年州里引进专家27名。"),
      ], published: "2006-08-04")
    #expect(page.subject("1600吨")?.name == "英德市")
    #expect(page.subject("23场")?.name == "清远市")
    #expect(page.subject("541万人次")?.name == "清远市")
    #expect(page.subject("27名")?.name == "海南州")
  }
}

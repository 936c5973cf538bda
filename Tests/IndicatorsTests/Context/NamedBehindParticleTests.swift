import Layout
import Testing

@testable import Indicators

/// Bodies told by what is said of them before 的, and what 该工程 stands for.
struct NamedBehindParticleTests {
  @Test(arguments: [
    ("宜昌市开工一批水利项目。去年动工的官渡水库设计总库容862万立方米，年供水量410万立方米。", "862万立方米", "官渡水库"),
    ("宜昌市开工一批水利项目。去年动工的官渡水库设计总库容862万立方米，年供水量410万立方米。", "410万立方米", "官渡水库"),
    ("聊城市发展医疗事业。总投资4.2亿元的东昌医院是三级医院，开放床位800张。", "4.2亿元", "东昌医院"),
    ("聊城市发展医疗事业。总投资4.2亿元的东昌医院是三级医院，开放床位800张。", "800张", "东昌医院"),
    ("襄阳市工程提速。全长4.3公里的庞公大桥总投资25亿元。", "25亿元", "庞公大桥"),
    ("由华能集团投资的沾化光伏项目总投资6.4亿元。", "6.4亿元", "沾化光伏项目"),
    ("兖州矿业集团所属的济宁三号煤矿年设计能力500万吨。", "500万吨", "济宁三号煤矿"),
    ("梅州市增加投入。新落成的嘉应中学占地210亩。", "210亩", "嘉应中学"),
    ("受灾最重的平武县南坝镇倒塌房屋1200间。", "1200间", "平武县南坝镇"),
  ])
  func whatIsSaidOfThem(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2014-05-09").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("遵义市推进医改。参加改革的公立医院达到28家。", "28家", "遵义市"),
    ("永州市新建学校34所，已建成的学校可容纳学生5.2万人。", "5.2万人", "永州市"),
    ("嵊州市领带业兴旺。污染过不了关的印染厂关掉11家，产量翻了一番。", "一番", "嵊州市"),
    ("瑞丽市边贸兴旺。登记在册的边贸公司已有217家，从业人员5600人。", "5600人", "瑞丽市"),
    ("鞍山市今年改造的老旧小区面积达210万平方米。", "210万平方米", "鞍山市"),
  ])
  func kindsAreNoNames(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2011-09-05").subject(figure)?.name == name)
  }

  @Test(arguments: [
    (
      "鄂北岗地水资源配置工程获批", "昨日，鄂北岗地水资源配置工程可研报告获批。", "该工程总投资180亿元。", "180亿元", "鄂北岗地水资源配置工程"
    ),
    ("赤水河谷旅游公路通车", "6月6日，赤水河谷旅游公路通车仪式在土城镇举行。", "该公路全长160公里。", "160公里", "赤水河谷旅游公路"),
    ("沙颍河航运工程顺利", "河南省沙颍河航运工程进展顺利。", "该项目总投资21亿元。", "21亿元", "河南省沙颍河航运工程"),
    ("兴仁县帮扶见成效", "兴仁县组织企业帮扶贫困村。", "该工程实施以来，累计投入资金3200万元。", "3200万元", "兴仁县"),
  ])
  func whatThisWorkIs(title: String, first: String, second: String, figure: String, name: String) throws {
    let page = try ContextPage([(.title, title), (.body, first), (.body, second)], published: "2014-08-13")
    #expect(page.subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("5月6日，安康市月河补水工程开工。工程总投资12.8亿元。", "12.8亿元", "安康市月河补水工程"),
    ("崇左市安排重点水利项目46个。项目总投资22亿元。", "22亿元", "崇左市"),
    ("同德县新建牧道工程12处，工程总投资860万元。", "860万元", "同德县"),
    ("近日，同江铁路大桥开工。这座大桥全长7193米。", "7193米", "同江铁路大桥"),
  ])
  func theWordAlone(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2018-05-08").subject(figure)?.name == name)
  }
}

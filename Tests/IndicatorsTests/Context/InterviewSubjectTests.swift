import Layout
import Testing

@testable import Indicators

/// Of whom the answers of an interview are.
struct InterviewSubjectTests {
  @Test(arguments: [
    ("——对话临川县人民医院院长何立", "问", "答", "临川县人民医院"), ("——访永善县职业技术学校校长陶光", "记者", "陶光", "永善县职业技术学校"),
    ("——专访灵山县人民法院院长黄坚", "记者", "黄坚", "灵山县人民法院"), ("——与海裕水产有限公司总经理于涛一席谈", "问", "答", "海裕水产有限公司"),
    ("——访沭阳县韩山镇党委书记王宏", "记者", "王宏", "沭阳县韩山镇"), ("——访农业银行信丰县支行行长刘平", "问", "答", "农业银行信丰县支行"),
    ("——访满洲里海关关长周文", "记者", "周文", "满洲里海关"),
  ])
  func answersAreOfWhomTheOneWhoAnswersHeads(headline: String, asks: String, answers: String, body: String) throws {
    let page = try ContextPage(
      [
        (.title, "再上一层楼"), (.heading, headline), (.body, "\(asks)：去年怎么样？"), (.body, "\(answers)：总支出4600万元。"),
        (.body, "\(asks)：今年呢？"), (.body, "\(answers)：还要多一些，计划花5200万元。"),
      ], published: "2018-09-12")
    #expect(page.subject("4600万元")?.name == body)
    #expect(page.subject("5200万元")?.name == body)
  }

  @Test func whatIsToldOfTheCountyEndsWithItsSentence() throws {
    let page = try ContextPage(
      [
        (.title, "把病人留下"), (.heading, "——对话桐柏县人民医院院长郑夏"), (.body, "桐柏县有人口46万人。"), (.body, "问：规模多大？"),
        (.body, "答：编制床位600张。"), (.body, "问：外转的少了吗？"),
        (.body, "答：县域内就诊率升到89.6%。平均住院日8.1天。全县16家卫生院。现在我们下派骨干47名。"),
      ], published: "2021-06-18")
    #expect(page.subject("46万人")?.name == "桐柏县")
    #expect(page.subject("89.6%")?.name == "桐柏县")
    #expect(page.subject("8.1天")?.name == "桐柏县人民医院")
    #expect(page.subject("16家")?.name == "桐柏县")
    #expect(page.subject("47名")?.name == "桐柏县人民医院")
  }

  @Test func aReporterWhoWentToAHospitalTellsOfIt() throws {
    let page = try ContextPage(
      [
        (.title, "药价真的降了吗"), (.body, "带着问题，记者走进瑞昌市人民医院，与院长柯为面对面。"), (.body, "记者：少收了多少？"),
        (.body, "柯院长：药品收入减少840万元。"), (.body, "记者：怎么补？"), (.body, "柯院长：财政补助120万元。"),
      ], published: "2012-08-17")
    #expect(page.subject("840万元")?.name == "瑞昌市人民医院")
    #expect(page.subject("120万元")?.name == "瑞昌市人民医院")
  }

  @Test func severalWhoAnswerSpeakForTheirOwn() throws {
    let page = try ContextPage(
      [
        (.title, "发布会上的五问"),
        (.body, "罗源县人民政府昨日举行发布会。县渔业中心主任林青、县市场监管局副局长吴岚、罗源海味集团有限公司总经理陈平出席。"),
        (.body, "记者：家底如何？"), (.body, "林青：门店8.2万家。"), (.body, "记者：标准化怎样？"), (.body, "陈平：设立子公司23家。"),
        (.body, "我们去年配送1.9亿元。"), (.body, "记者：安全呢？"), (.body, "吴岚：抽检样品1240批次。"), (.body, "林青：新增就业2万人。"),
        (.body, "陈平：子公司再增6家。"),
      ], published: "2020-01-09")
    #expect(page.subject("8.2万家")?.name == "罗源县")
    #expect(page.subject("23家")?.name == "罗源海味集团有限公司")
    #expect(page.subject("1.9亿元")?.name == "罗源海味集团有限公司")
    #expect(page.subject("1240批次")?.name == "罗源县")
    #expect(page.subject("6家")?.name == "罗源海味集团有限公司")
  }
}

import Reading
import Testing
import Values

@Suite struct PublicationDateTests {
  private func published(_ text: String, name: String = "page.txt", given: CalendarDate? = nil) throws -> String? {
    try page(Array(text.utf8), name: name, ReadingOptions(published: given)).metadata.published?.description
  }

  @Test(arguments: [
    ("04经济\n2024年7月24日 星期三\n责任编辑：于 淼", "2024-07-24"),
    ("０２　要闻\n２０２５年１月２４日　星期五\n\n正文。", "2025-01-24"),
    ("澳聞 A3\n二〇二四年五月二十一日 星期二 農曆甲辰年四月十四\n", "2024-05-21"),
    ("03\n2024.2.5 星期一\n责任编辑：王 芳", "2024-02-05"),
    ("08 副刊·行走\n2025-02-28\n\n花开之前", "2025-02-28"),
    ("A04 财经·外贸\n2023.10.20  星期五\n", "2023-10-20"),
    ("第 二 版　　　一九五七年一月二十日 星期日\n本报讯", "1957-01-20"),
    ("A4  生活・地方\n中華民國114年2月18日　星期二\n春雨", "2025-02-18"),
    ("中華民國一百一十四年二月十八日\n", "2025-02-18"),
    ("中華民國一百〇五年十月二十日\n", "2016-10-20"),
    ("中華民國一一四年二月十八日 星期二\n", "2025-02-18"),
    ("第3版\n农村经济 1986年2月16日 星期日 农历丙寅年正月初八\n", "1986-02-16"),
    ("B07 市场·民生   2011年12月16日 星期五   主编/高 岩\n“两毛五一斤”", "2011-12-16"),
    ("１ 要闻\n２０２３年１２月２９日 星期五 第６２１７期　今日４版 邮发代号31-8\n", "2023-12-29"),
    ("第3版  要闻   2024-07-05  星期五  农历五月三十\n", "2024-07-05"),
    ("国际新闻 07 2025.1.17 星期五 责任编辑 高 远\n", "2025-01-17"),
    ("2 0 2 4 年 7 月 2 4 日 星 期 三\n", "2024-07-24"),
    ("２０２４ 年 ７ 月 ２４ 日\n要闻", "2024-07-24"),
    ("22002244年年77月月2244日日  星星期期三三\n", "2024-07-24"),
    ("2024年7月24日2024年7月24日 星期三星期三\n", "2024-07-24"),
    ("2024年\n7月24日\n星期三\n03\n要闻", "2024-07-24"),
    ("星期三 2024年7月24日 编辑 王芳\n", "2024-07-24"),
    ("二○二四年七月二十四日\n要闻", "2024-07-24"),
    ("二〇〇九年十月三十一日 星期六\n", "2009-10-31"),
    ("2024年12月24 星期二\n", "2024-12-24"),
    ("Wednesday 2024/7/24\n", "2024-07-24"),
    ("发布时间：2024-07-24 10:33 来源：日报\n正文", "2024-07-24"),
  ])
  func readsTheDateLine(text: String, date: String?) throws {
    #expect(try published(text) == date)
  }

  @Test(arguments: [
    "截至2024年7月24日，全市新增企业300家。\n",
    "工程于2023年5月6日开工，2024年7月24日完工，总投资3亿元，惠及群众两万人，沿线百姓出行更加便利，运输成本明显下降。\n",
    "2024年1月1日起施行\n",
    "到2025年12月31日前完成\n",
    "版本2024.2.5.1已经发布\n",
    "全长2024.5公里\n",
    "2024年13月45日\n",
  ])
  func leavesDatesOfSentences(text: String) throws {
    #expect(try published(text) == nil)
  }

  @Test(arguments: [
    ("河滩上的树\n\n本报武阳2022年10月18日讯（记者 马小川）沙窝里，压沙机一字排开。\n", "2022-10-18"),
    ("河滩上的树\n\n新华社北京1998年5月6日电 全国推广节水灌溉。\n", "1998-05-06"),
    ("2023年5月6日电影节开幕\n", nil),
    ("全市开会，2022年10月18日讯\n", nil),
  ])
  func readsTheDayThatATextIsSentOn(text: String, date: String?) throws {
    #expect(try published(text) == date)
  }

  @Test func prefersTheDateLineToDatesInSentences() throws {
    let text = """
      2023年12月1日，全市表彰大会召开。
      本报讯 截至2024年6月30日，贷款余额120亿元。
      第2版 2024年7月24日 星期三
      """
    #expect(try published(text) == "2024-07-24")
  }

  @Test func prefersTheDateWhoseWeekdayIsRight() throws {
    #expect(try published("2024年7月24日 星期五\n要闻\n2024年7月26日 星期五\n") == "2024-07-26")
  }

  @Test func findsTheDateAtTheFoot() throws {
    let body = String(repeating: "全市粮食总产量再创新高，农民收入稳步增长，各项事业全面发展。\n", count: 200)
    #expect(try published(body + "本版编辑 王芳 2024年7月24日 星期三\n") == "2024-07-24")
  }

  @Test(
    arguments: [
      ("news/2024-02-05/a.txt", "2024-02-05"), ("2024/02/05/a.txt", "2024-02-05"),
      ("2024-02/05/node_3.txt", "2024-02-05"),
      ("日报20240205第3版.txt", "2024-02-05"), ("rb_2024_0205_03.txt", "2024-02-05"), ("2024_2_5.txt", "2024-02-05"),
      ("某报2024年2月5日.txt", "2024-02-05"), ("2024.02.05 A3.txt", "2024-02-05"), ("123456789.txt", nil),
      ("20241345.txt", nil), ("202402051230.txt", nil), ("第2024期.txt", nil), ("1234-56-78.txt", nil),
      ("77d61fb62af591f5.txt", nil),
      ("2023/11/30/x-20231201.txt", "2023-12-01"),
    ] as [(String, String?)])
  func readsTheDateInThePath(name: String, date: String?) throws {
    #expect(try published("正文没有日期。", name: name) == date)
  }

  @Test func ranksTheSourcesOfTheDate() throws {
    let given = try #require(CalendarDate(iso8601: "2020-01-02"))
    let strong = "第2版 2024年7月24日 星期三\n"
    #expect(try published(strong, name: "2024-02-05.txt", given: given) == "2020-01-02")
    #expect(try published(strong, name: "2024-02-05.txt") == "2024-07-24")
    #expect(try published("甲\n乙\n丙\n丁\n戊\n己\n庚\n2024年3月1日，\n", name: "2024-02-05.txt") == "2024-02-05")
  }

  @Test(
    arguments: [
      ("第3版  要闻", "3"), ("第 二 版　　　一九五七年一月二十日", "2"), ("第十二版 副刊", "12"), ("综合新闻  2025.02.16 星期日  06版", "06"),
      ("04经济\n2024年7月24日", "04"), ("A3 营商观察    2023.11.8", "A3"), ("B07 市场·民生", "B07"), ("A8　港聞", "A8"),
      ("03\n要闻", "03"),
      ("０２　要闻", "02"), ("评论 02\n2023-11-10", "02"), ("國際新聞 A7 2025.1.17 星期五", "A7"), ("要闻 10 月", nil),
      ("上一版 下一版\n要闻", nil), ("今日8版\n要闻", nil), ("3家企业投产", nil), ("2023.11.8 星期三", nil), ("正文", nil),
      ("10 月 3 日开工", nil),
    ] as [(String, String?)])
  func readsThePageNumber(text: String, number: String?) throws {
    #expect(try page(Array((text + "\n").utf8)).metadata.pageNumber == number)
  }
}

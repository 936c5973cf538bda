/// The words that generated pages are made of. All names are made up; the words are those that such pages use.
struct Vocabulary: Sendable {
  /// An indicator of things that are counted or measured, with the unit its figures have.
  struct Measured: Sendable {
    let name: [UInt8]
    let unit: [UInt8]
    let largest: Int
    let decimals: Int
  }

  let placeFirst = Self.characters("澜岚沅霁浔泓榕枫翠碧锦瑶琼璧珞珂瑾霖汐漪渝沣淇濂灵秀云岭丹凤平安永康泰和清源瑞祥宁远长乐")
  let placeSecond = Self.characters("川陵泽浦溪岗坪冲坝渡桥津埠塬洼湾屿滩峪岭台关城堡营寨原野泉井林竹麦禾柳桑梅杏梨桐柏杉")
  let placeKinds = Self.words("县 区 市 镇 乡 高新区 经开区 新区 工业园 物流园 生态文旅区 综合保税区 街道")
  let surnames = Self.characters("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕")
  let givenNames = Self.characters("明丽强军洋勇艳杰娟涛超霞平刚桂英华玉兰秀珍建国志伟海燕晓东文静思远雨桐子涵一鸣")
  let brands = Self.characters("恒瀚晟鼎铭卓凯腾盛汇融启迪拓宏创嘉诺信达通源联科博远航宇辰星辉")
  let trades = Self.words("装备 电子 生物 新材料 食品 纺织 光电 化工 制药 智能制造 新能源 包装 陶瓷 农业 物流 建材")
  let money = Self.words(
    """
    地区生产总值 一般公共预算收入 规模以上工业增加值 固定资产投资 社会消费品零售总额 外贸进出口总额 实际利用外资 税收收入 \
    金融机构各项存款余额 涉农贷款余额 农林牧渔业总产值 旅游综合收入 技术合同成交额 网上零售额 高新技术产业产值 民间投资 \
    工业技改投资 数字经济核心产业营业收入 港口物流业营业收入 建筑业总产值 限额以上批发业销售额 农产品加工产值 \
    城镇居民人均可支配收入 战略性新兴产业投资 跨境电商交易额 专项债券发行额 惠企贷款发放额 保费收入 水利建设投资 土地出让收入
    """)
  let rates = Self.words(
    """
    九年义务教育巩固率 城镇化率 森林覆盖率 空气质量优良天数比例 农村自来水普及率 产销率 参保率 满意率 秸秆综合利用率 \
    登记失业率 综合机械化水平 网上可办率 合同履约率 病床使用率 电网供电可靠率 一次办结率 规上企业研发投入占比
    """)
  let counted = Self.measured(
    """
    亿元以上项目/个/260 规模以上工业企业/家/900 高新技术企业/家/400 技能人才/人/9000 就业岗位/个/60000 公益性岗位/个/900 \
    养老服务设施/处/300 中小学校/所/200 标准化厂房/栋/120 充电桩/个/5000 农村公路/公里/900 公交线路/条/90 商标/件/4000 \
    发明专利/件/3000 家庭农场/家/2600 农民专业合作社/个/1800 老旧小区/个/240 改造户厕/座/20000 口袋公园/个/80 停车泊位/个/9000 \
    志愿者/名/30000 惠农政策/项/60 监测点/个/700 首店/家/90 博士/名/150 大学生/名/8000 快递网点/个/600 冷库/座/90 \
    千亿级产业集群/个/6 专精特新企业/家/300 困难家庭/户/4000 床位/张/6000 航线/条/60 展会/场/40 培训班/期/300 病例/例/80
    """)
  let physical = Self.measured(
    """
    粮食总产量/万吨/400/2 高标准农田/万亩/90/1 茶园面积/万亩/40/1 货物吞吐量/万吨/9000/1 集装箱吞吐量/万标箱/300/2 \
    水果产量/万吨/120/1 生猪出栏量/万头/300/1 全社会用电量/亿千瓦时/300/2 接待游客/万人次/4000/1 造林面积/万亩/30/1 \
    水产品产量/万吨/60/2 原煤产量/万吨/800/1 装机容量/万千瓦/500/1 客运量/万人次/900/1 快递业务量/亿件/9/2 蔬菜产量/万吨/200/1 \
    汽车产量/万辆/30/2 水泥产量/万吨/500/1 化肥使用量/吨/9000/0 天然气供应量/亿立方米/12/2 棉花产量/万担/60/1 商品房销售面积/万平方米/300/2
    """)
  let periods = Self.words(
    """
    今年以来 去年 上半年 一季度 前三季度 三季度 1至4月 1至7月 1—10月 1至11月 今年前5个月 截至6月底 截至9月末 去年全年 \
    2019年 2021年 2022年 2023年 “十三五”期间 “十四五”以来 3月份 8月份 10月份 年初以来 截至目前 近三年 上个月 下半年
    """)
  let themes = Self.words(
    """
    产业链 营商环境 乡村振兴 数字转型 绿色发展 民生改善 科技创新 招商引资 项目建设 基层治理 文旅融合 粮食安全 水利建设 对外开放 \
    园区升级 品牌培育 人才引进 金融服务 城市更新 生态修复 物流枢纽 社区服务 普惠养老 职业教育 智慧农业 冷链物流 防汛备汛 文化传承
    """)
  let clauses = Self.words(
    """
    把服务送到车间地头 让数据多跑路、群众少跑腿 一张图纸绘到底 压实每一级责任 用好每一分资金 盯紧堵点难点 打通最后一公里 \
    变等企业上门为主动上门 清单逐项销号 专班全程跟进 老厂房里长出新产业 田里的活儿有人管、有人教 小切口做成大文章 \
    账本一天一更新 订单已经排到明年春天 村口的路修宽了 机器换下了老把式 一批年轻人回到家乡 夜市里灯火通明 大棚里暖意融融 \
    工地上塔吊林立 港口边车流不息 合作社的牌子挂起来了 企业的心也定了下来 问题一件一件地解决 手续当天就能办完 \
    图书室的门一直开到晚上 河水一年比一年清 老街换了新颜 孩子们在家门口上学 老人在食堂吃上热饭 技术员蹲在田埂上答疑 \
    项目落地有了“快车道” 科研成果走出实验室 旧矿坑变成了公园 山货坐上了“直通车” 群众的笑脸就是答卷
    """)
  let roles = Self.words("负责人 工作人员 党支部书记 副主任 种粮大户 车间主任 驻村干部 总经理 技术员 网格员 居民 项目经理 合作社理事长 店主")
  let bureaus = Self.words("发展改革局 统计局 农业农村局 工业和信息化局 商务局 财政局 水利局 交通运输局 科技局 文化和旅游局 市场监管局 税务局 住建局")
  let people = Self.words(ProseTexts.people)
  let actions = Self.words(ProseTexts.actions)
  let settings = Self.words(ProseTexts.settings)
  let looks = Self.words(ProseTexts.looks)
  let bodies = Self.words(ProseTexts.bodies)
  let tasks = Self.words(ProseTexts.tasks)
  let events = Self.words(ProseTexts.events)
  let figureFrames = Self.frames(FrameTexts.figures)
  let asideFrames = Self.frames(FrameTexts.asides)
  let reportFrames = Self.frames(ProseTexts.reports)
  let sceneFrames = Self.frames(ProseTexts.scenes)
  let numberedFrames = Self.frames(ProseTexts.numbered)
  let titleFrames = Self.frames(FrameTexts.titles)
  let headingFrames = Self.frames(FrameTexts.headings)
  let itemFrames = Self.frames(FrameTexts.items)
  let captionFrames = Self.frames(FrameTexts.captions)

  private static func words(_ text: String) -> [[UInt8]] { text.split(separator: " ").map { Array($0.utf8) } }

  private static func characters(_ text: String) -> [[UInt8]] { text.unicodeScalars.map { Array(String($0).utf8) } }

  private static func measured(_ text: String) -> [Measured] {
    text.split(separator: " ").map { entry in
      let fields = entry.split(separator: "/")
      return Measured(
        name: Array(fields[0].utf8), unit: Array(fields[1].utf8), largest: Int(fields[2]) ?? 100,
        decimals: fields.count > 3 ? Int(fields[3]) ?? 0 : 0)
    }
  }

  private static func frames(_ text: String) -> [Frame] {
    text.split(separator: "\n").map { Frame(Array($0.utf8)) }
  }
}

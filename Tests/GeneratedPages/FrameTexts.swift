/// Sentences with gaps, one a line. Gaps: `S` place or company, `L` a smaller place, `O` company, `B` bureau, `N` person,
/// `R` role, `P` period, `Y` year, `D` 增长 or 下降, `g` percentage, `p` percentage points, `M`/`m` amount of money by name
/// and value, `K`/`k` things counted, `Q`/`q` things measured, `E`/`e` rates, `T` theme, `A` clause, `n` small number; more
/// in `ProseTexts`.
/// Gaps of one kind and number belong together: `{K1}{k1}`.
enum FrameTexts {
  /// Several figures each, as reports on the economy have.
  static let figures = """
    {P}，{S}{M1}完成{m1}，同比{D}{g}。
    {P}，{S}实现{M1}{m1}，同比{D}{g}；{M2}{m2}，{D}{g}。
    {S}{P}{M1}突破{m1}，比上年同期{D}{g}，增速高于全市平均水平{p}。
    统计数据显示，{P}{S}{M1}达{m1}，{D}{g}，其中{M2}{m2}，占比{g}。
    {P}，全市新引进{K1}{k1}，其中{L1}{k1}、{L2}{k1}。
    {S}累计建成{K1}{k1}、{K2}{k2}，带动{K3}{k3}。
    {P}，{S}新增{K1}{k1}，总数达到{k1}，同比增长{g}。
    {P}{S}完成{Q1}{q1}，同比{D}{g}，{Q2}{q2}，{D}{g}。
    {S}{E1}由{e1}提高到{e1}，提升{p}。
    到{Y}年底，{S}力争{M1}达到{m1}，年均增长{g}以上，{E1}保持在{e1}以上。
    今年，{S}计划实施{K1}{k1}，总投资{m1}，年度计划完成投资{m2}。
    预计全年{M1}可达{m1}，{D}{g}左右。
    {O}总投资{m1}，占地{n}00亩，达产后可实现年产值{m2}、税收{m3}，新增{K1}{k1}。
    {P}，{S}{M1}、{M2}分别增长{g}、{g}。
    {B}介绍，{P}发放补贴{m1}，惠及{K1}{k1}，平均每户增收{n}000元。
    {S}{Q1}{q1}，总产量居全省第{n}位，{M1}{m1}，占全市的{g}。
    {P}，{S}{M1}同比{D}{g}，降幅比上月收窄{p}。
    与{n}年前相比，{S}{K1}增加{k1}，{M1}翻了一番，达到{m1}。
    在{L1}，{O}投入{m1}建设的生产线正式投产，日产能{n}万件，产品合格率{e1}。
    {S}近{n}成的{K1}完成改造，惠及群众超{n}万人，投入资金{m1}。
    {P}，{O}实现营业收入{m1}，同比{D}{g}；净利润{m2}，{D}{g}，研发投入占营业收入的{g}。
    全市共有{K1}{k1}，其中{K2}{k2}，占{g}；{K3}约{k3}。
    {S}紧扣{T}，新开工{K1}{k1}、续建{K2}{k2}，{E1}达{e1}。
    截至{Y}年{n}月底，{S}{M1}余额{m1}，较年初增加{m2}，增长{g}。
    """

  /// A figure or two in what is told about people and places.
  static let asides = """
    如今，{L1}的{K1}达到{k1}，{W}{V}，{J}。
    {O}{R}{N}介绍，公司现有{K1}{k1}，产品销往各地，{A}。
    “去年{S}的{M1}有{m1}，今年还要再上一个台阶。”{N}信心十足地说。
    近年来，{S}{I}，先后建成{K1}{k1}，{A}。
    {L1}依托{T}，带动{K1}{k1}，{W}{V}。
    据{B}统计，{P}{S}{M1}{D}{g}，{T}成效初步显现。
    目前，{L1}已有{K1}{k1}投入使用，{J}，{W}都说方便。
    {N}承包的基地里，{J}，{P}{Q1}{q1}，{A}。
    {S}投入{m1}推进{T}，{I}，昔日的老大难变了样。
    {P}，{B}会同有关部门开展{T}专项行动，检查{K1}{k1}，对存在问题的责令限期整改。
    {S}的{E1}已达{e1}，{W}{V}，{A}。
    活动期间，{W}{V}，现场接待{K1}{k1}，{J}。
    在{T}带动下，{L1}{M1}突破{m1}，{W}的腰包鼓了起来。
    {H}吸引{K1}{k1}参加，{F}，{J}。
    """

  static let items = """
    {M1}增长{g}，达到{m1}
    新增{K1}{k1}，{K2}{k2}
    {E1}达到{e1}以上
    {Q1}稳定在{q1}左右
    推进{T}，实施{K1}{k1}，总投资{m1}
    {S}完成{M1}{m1}，{D}{g}
    """

  static let titles = """
    {T}添动力 {T}开新局
    {S}：{T}按下“快进键”
    {L1}：{A}
    {S}{M1}增长{g}
    {S}{M1}突破{m1}
    {t}的“{S}答卷”
    {O}在{L1}投产
    """

  static let headings = """
    聚焦{T}强根基
    {A}
    {T}提质增效
    {T} {T}
    {L1}：{T}
    新增{K1}{k1}
    从{T}看活力
    """

  static let captions = """
    图为{L1}的{R}在查看{T}情况。（{N} 摄）
    {O}的生产线上，工人们正在赶制订单。（{N} 摄）
    {L1}，{A}。本报记者 {N} 摄
    航拍{L1}一角。（资料图片）
    """
}

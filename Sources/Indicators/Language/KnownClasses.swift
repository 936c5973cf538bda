/// The classes that the interpreter itself asks for, looked up once; 0, which matches nothing, where a pack has none.
struct KnownClasses: Sendable {
  let able: WordClasses
  let act: WordClasses
  let actual: WordClasses
  let adverb: WordClasses
  let aim: WordClasses
  let appraisal: WordClasses
  let attain: WordClasses
  let attainPast: WordClasses
  let average: WordClasses
  let bareFlow: WordClasses
  let bareHead: WordClasses
  let basis: WordClasses
  let breakdown: WordClasses
  let cause: WordClasses
  let complement: WordClasses
  let conjunction: WordClasses
  let conversion: WordClasses
  let copula: WordClasses
  let demand: WordClasses
  let distance: WordClasses
  let distribute: WordClasses
  let doing: WordClasses
  let durationNoun: WordClasses
  let estimate: WordClasses
  let fall: WordClasses
  let fallNoun: WordClasses
  let flow: WordClasses
  let flowChange: WordClasses
  let forWhom: WordClasses
  let forecast: WordClasses
  let from: WordClasses
  let growthNoun: WordClasses
  let habit: WordClasses
  let have: WordClasses
  let headOfReport: WordClasses
  let head: WordClasses
  let imperative: WordClasses
  let like: WordClasses
  let mean: WordClasses
  let meanHead: WordClasses
  let measureNoun: WordClasses
  let mom: WordClasses
  let momVerb: WordClasses
  let moreVerb: WordClasses
  let must: WordClasses
  let negation: WordClasses
  let noise: WordClasses
  let noiseClause: WordClasses
  let of: WordClasses
  let otherBase: WordClasses
  let place: WordClasses
  let placeTail: WordClasses
  let plan: WordClasses
  let planNoun: WordClasses
  let predicate: WordClasses
  let quantityNoun: WordClasses
  let endAdverb: WordClasses
  let rank: WordClasses
  let rateFall: WordClasses
  let rateName: WordClasses
  let rateRise: WordClasses
  let reckon: WordClasses
  let rise: WordClasses
  let runOn: WordClasses
  let sameBelow: WordClasses
  let share: WordClasses
  let shareName: WordClasses
  let tableChange: WordClasses
  let tableGrowth: WordClasses
  let tableIndicator: WordClasses
  let tableRank: WordClasses
  let task: WordClasses
  let superlative: WordClasses
  let target: WordClasses
  let targetNoun: WordClasses
  let than: WordClasses
  let thanLead: WordClasses
  let thanNow: WordClasses
  let threshold: WordClasses
  let topicLead: WordClasses
  let verb: WordClasses
  let wholePlan: WordClasses
  let will: WordClasses
  let yoy: WordClasses
  let yoyVerb: WordClasses

  init(_ bits: [String: WordClasses]) {
    able = bits["able"] ?? 0
    act = bits["act"] ?? 0
    actual = bits["actual"] ?? 0
    adverb = bits["adverb"] ?? 0
    aim = bits["aim"] ?? 0
    appraisal = bits["appraisal"] ?? 0
    attain = bits["attain"] ?? 0
    attainPast = bits["attain-past"] ?? 0
    average = bits["average"] ?? 0
    bareFlow = bits["bare-flow"] ?? 0
    bareHead = bits["bare-head"] ?? 0
    basis = bits["basis"] ?? 0
    breakdown = bits["breakdown"] ?? 0
    cause = bits["cause"] ?? 0
    complement = bits["complement"] ?? 0
    conjunction = bits["conjunction"] ?? 0
    conversion = bits["conversion"] ?? 0
    copula = bits["copula"] ?? 0
    doing = bits["doing"] ?? 0
    demand = bits["demand"] ?? 0
    distance = bits["distance"] ?? 0
    distribute = bits["distribute"] ?? 0
    durationNoun = bits["duration-noun"] ?? 0
    estimate = bits["estimate"] ?? 0
    fall = bits["fall"] ?? 0
    fallNoun = bits["fall-noun"] ?? 0
    flow = bits["flow"] ?? 0
    flowChange = bits["flow-change"] ?? 0
    forWhom = bits["for-whom"] ?? 0
    forecast = bits["forecast"] ?? 0
    from = bits["from"] ?? 0
    growthNoun = bits["growth-noun"] ?? 0
    habit = bits["habit"] ?? 0
    have = bits["have"] ?? 0
    headOfReport = bits["head-of-report"] ?? 0
    head = bits["head"] ?? 0
    imperative = bits["imperative"] ?? 0
    like = bits["like"] ?? 0
    mean = bits["mean"] ?? 0
    meanHead = bits["mean-head"] ?? 0
    measureNoun = bits["measure-noun"] ?? 0
    mom = bits["mom"] ?? 0
    momVerb = bits["mom-verb"] ?? 0
    moreVerb = bits["more-verb"] ?? 0
    must = bits["must"] ?? 0
    negation = bits["negation"] ?? 0
    noise = bits["noise"] ?? 0
    noiseClause = bits["noise-clause"] ?? 0
    of = bits["of"] ?? 0
    otherBase = bits["other-base"] ?? 0
    place = bits["place"] ?? 0
    placeTail = bits["place-tail"] ?? 0
    plan = bits["plan"] ?? 0
    planNoun = bits["plan-noun"] ?? 0
    predicate = bits["predicate"] ?? 0
    quantityNoun = bits["quantity-noun"] ?? 0
    endAdverb = bits["end-adverb"] ?? 0
    rank = bits["rank"] ?? 0
    rateFall = bits["rate-fall"] ?? 0
    rateName = bits["rate-name"] ?? 0
    rateRise = bits["rate-rise"] ?? 0
    reckon = bits["reckon"] ?? 0
    rise = bits["rise"] ?? 0
    runOn = bits["run-on"] ?? 0
    sameBelow = bits["same-below"] ?? 0
    share = bits["share"] ?? 0
    shareName = bits["share-name"] ?? 0
    tableChange = bits["table-change"] ?? 0
    tableGrowth = bits["table-growth"] ?? 0
    tableIndicator = bits["table-indicator"] ?? 0
    tableRank = bits["table-rank"] ?? 0
    task = bits["task"] ?? 0
    superlative = bits["superlative"] ?? 0
    target = bits["target"] ?? 0
    targetNoun = bits["target-noun"] ?? 0
    than = bits["than"] ?? 0
    thanLead = bits["than-lead"] ?? 0
    thanNow = bits["than-now"] ?? 0
    threshold = bits["threshold"] ?? 0
    topicLead = bits["topic-lead"] ?? 0
    verb = bits["verb"] ?? 0
    wholePlan = bits["whole-plan"] ?? 0
    will = bits["will"] ?? 0
    yoy = bits["yoy"] ?? 0
    yoyVerb = bits["yoy-verb"] ?? 0
  }
}

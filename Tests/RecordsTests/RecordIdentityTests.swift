import Crypto
import Testing

@testable import Records

struct RecordIdentityTests {
  @Test func isTheDigestOfTheDocumentedArray() {
    let fact = Sample.fact("“专精特新” 企业", status: .target, period: Sample.year(2024), subject: "Ａ区")
    let array =
      #"["record/2","专精特新企业","level","CNY","1260000000","1260000000","exact","target",null,"2024","A区"]"#
    let digest = SHA256.hash(data: Array(array.utf8)).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    #expect(RecordIdentity(fact).description == digest)
  }

  @Test func scaleWordsDoNotMatter() {
    let inTenThousands = Sample.fact("技改投资", "1200", unit: "万元", base: "12000000")
    let inHundredMillions = Sample.fact("技改投资", "0.12", unit: "亿元", base: "12000000")
    #expect(RecordIdentity(inTenThousands) == RecordIdentity(inHundredMillions))
  }

  @Test(arguments: ["“四上”企业", "「四上」企业", "\"四上\"企业", "四 上　企业", "‘四上’企业"])
  func quotesAndWhiteSpaceDoNotMatter(name: String) {
    #expect(RecordIdentity(Sample.fact(name)) == RecordIdentity(Sample.fact("四上企业")))
  }

  @Test func wordsMatter() {
    #expect(RecordIdentity(Sample.fact("企业的投资")) != RecordIdentity(Sample.fact("企业投资")))
  }

  @Test func everyFieldMatters() {
    let facts = [
      Sample.fact(), Sample.fact("工业用电"), Sample.fact("工业投资", "12.7"), Sample.fact(baseUnit: "USD"),
      Sample.fact(measure: .change), Sample.fact(bound: .about), Sample.fact(status: .target),
      Sample.fact(comparison: .yoy), Sample.fact(period: Sample.year(2024)), Sample.fact(subject: "东区"),
      Sample.fact(subject: ""), Sample.fact(subject: "null"),
    ]
    #expect(Set(facts.map { RecordIdentity($0) }).count == facts.count)
  }
}

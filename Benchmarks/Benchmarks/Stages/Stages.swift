import Benchmark
import Crypto
import Figures
import Foundation
import GeneratedPages
import Indicators
import Layout
import Pipeline
import Reading
import Records
import Rules
import Values

/// The stages of the road one by one, each on the same generated pages with what the stage before gave.
///
/// One iteration is all pages through one stage. `Instructions` and `CPU` are those of the process in an iteration;
/// `kB/s` counts the bytes of the input pages, whatever passes between the stages.
let benchmarks: @Sendable () -> Void = {
  let pages = ProcessInfo.processInfo.environment["EXTRACT_BENCHMARK_PAGES"].flatMap(Int.init) ?? 400
  let throughput = BenchmarkMetric.custom("kB/s", polarity: .prefersLarger, useScalingFactor: false)
  Benchmark.defaultConfiguration = .init(
    metrics: [.instructions, .cpuUser, .wallClock, .peakMemoryResident, throughput],
    warmupIterations: 1, maxDuration: .seconds(10), maxIterations: 5)

  guard let corpus = try? StageCorpus(pages: pages) else { fatalError("the rules of the product do not load") }

  func stage(_ name: String, _ body: @escaping @Sendable () -> Void) {
    Benchmark(name) { benchmark in
      for _ in benchmark.scaledIterations {
        let start = ContinuousClock.now
        benchmark.startMeasurement()
        body()
        benchmark.stopMeasurement()
        let time = (ContinuousClock.now - start) / Duration.seconds(1)
        benchmark.measurement(throughput, Int(Double(corpus.bytes) / 1000 / time))
      }
    }
  }

  stage("0 start: load the rules") { blackHole(try? DocumentRoad(rules: .embedded)) }
  stage("1 read: files to bytes") { for path in corpus.paths { blackHole(try? FileReader().read(path: path)) } }
  stage("2 decode: bytes to lines") {
    for (name, bytes) in corpus.inputs { blackHole(try? DocumentReader().read(bytes, name: name)) }
  }
  stage("3 repair: lines to paragraphs") { for page in corpus.pages { blackHole(corpus.road.restorer.restore(page)) } }
  stage("4 recognise: paragraphs to figures") {
    for document in corpus.documents { blackHole(corpus.figures(of: document)) }
  }
  stage("5 interpret: figures to observations") {
    for document in corpus.documents {
      blackHole(
        corpus.road.interpreter.observations(
          in: document.paragraphs, figures: document.figures, published: document.metadata.published))
    }
  }
  stage("6 deduplicate: records of documents to records") {
    var store = RecordStore()
    for document in corpus.documents { store.insert(document.records) }
    blackHole(store.sorted())
  }
  stage("7 encode: records to JSON Lines") {
    var writer = JSONWriter()
    for record in corpus.records {
      writer.line(record)
      if writer.utf8.count > 1 << 18 { writer.removeAll() }
    }
    blackHole(writer.utf8.count)
  }
  stage("8 identify: SHA-256 of the inputs") {
    for input in corpus.inputs { blackHole(SHA256.hash(data: input.bytes)) }
  }
  stage("9 whole: pages to documents with records") {
    for (page, input) in zip(corpus.pages, corpus.inputs) { blackHole(corpus.road.extract(page, name: input.name)) }
  }
}

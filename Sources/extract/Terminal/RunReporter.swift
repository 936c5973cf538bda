import Foundation
import Logging
import Pipeline
import Synchronization

/// Tells people how a run goes: a line that is rewritten while it goes, and a summary at its end.
final class RunReporter: RunObserver {
  private let logger: Logger
  private let showsProgress: Bool
  private let start = ContinuousClock.now
  private let nextLine = Mutex(ContinuousClock.now)

  init(_ options: VerbosityOptions) {
    logger = options.logger
    showsProgress = options.showsProgress
  }

  func rejected(_ reject: Reject) {
    logger.info("rejected \(reject.document): \(reject.detail)", metadata: ["reason": "\(reject.reason)"])
  }

  func progressed(_ counts: RunCounts) {
    guard showsProgress, isDue() else { return }
    let done = counts.documents + counts.rejects
    let seconds = max(elapsed, 0.001)
    let left = counts.inputs - counts.inputsBegun
    let remaining = counts.inputsBegun > 0 ? seconds / Double(counts.inputsBegun) * Double(left) : 0
    let text =
      "\(done) documents of \(counts.inputsBegun)/\(counts.inputs) inputs, \(decimal(Double(counts.bytes) / 1e6 / seconds)) MB/s, "
      + "\(counts.records) records, \(Int(remaining.rounded(.up))) s left"
    StandardError.write("\r\u{1B}[K" + text)
  }

  /// Clears the progress line.
  func end() {
    if showsProgress { StandardError.write("\r\u{1B}[K") }
  }

  /// The closing summary.
  func summary(_ counts: RunCounts) -> String {
    let repairs = counts.repairs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var lines = [
      "documents \(counts.documents), rejects \(counts.rejects), figures \(counts.figures), records \(counts.records)"
        + " (\(counts.mentions) mentions), \(decimal(elapsed)) s"
    ]
    if !repairs.isEmpty {
      lines.append("repairs: " + repairs.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    if counts.conflicts > 0 {
      lines.append("facts told with different values: \(counts.conflicts), listed in conflicts.jsonl")
    }
    if counts.passedOver > 0 { lines.append("passed over: \(counts.passedOver) links or special files") }
    if counts.rejects > 0 { lines.append("what was rejected and why stands in rejects.jsonl") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var elapsed: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  /// Ten times a second at most.
  private func isDue() -> Bool {
    nextLine.withLock { next in
      guard ContinuousClock.now >= next else { return false }
      next = ContinuousClock.now + .milliseconds(100)
      return true
    }
  }

  private func decimal(_ number: Double) -> String { String(format: "%.1f", number) }
}

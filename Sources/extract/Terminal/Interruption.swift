import Dispatch
import Foundation
import Synchronization

/// Lets a run clear up when it is interrupted (Ctrl-C) or told to end.
enum Interruption {
  /// Runs some work as a task that the first such signal cancels; a second one ends the process at once. Work that was
  /// cancelled ends the process by the signal too, as whoever sent it expects.
  static func cancelling<Outcome: Sendable>(
    _ work: @escaping @Sendable () async throws -> Outcome
  ) async throws -> Outcome {
    let task = Task(operation: work)
    let received = ReceivedSignal()
    let sources = [SIGINT, SIGTERM].map { number in
      // The source sees signals that the process ignores.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        received.number.withLock { $0 = number }
        task.cancel()
        signal(number, SIG_DFL)
      }
      source.resume()
      return (number: number, source: source)
    }
    defer {
      for (number, source) in sources {
        source.cancel()
        signal(number, SIG_DFL)
      }
    }
    let result = await task.result
    if let number = received.number.withLock({ $0 }), case .failure(let error) = result {
      StandardError.write("extract: \(error)\n")
      signal(number, SIG_DFL)
      kill(getpid(), number)
    }
    return try result.get()
  }
}

/// The signal that came, if any.
private final class ReceivedSignal: Sendable {
  let number = Mutex<Int32?>(nil)
}

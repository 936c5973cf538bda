import Figures
import Rules
import Values

/// What libFuzzer calls: any bytes, made valid UTF-8, are read; offsets must stay inside the text and in order.
private enum FigureFuzz {
  static let recognizer = try? FigureRecognizer(rules: .embedded)
  static let published = CalendarDate(year: 2024, month: 7, day: 24)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFigures(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = Array(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self).utf8)
  guard let recognizer = FigureFuzz.recognizer else { return 0 }
  var end = 0
  for figure in recognizer.figures(in: text, published: FigureFuzz.published) {
    precondition(figure.range.lowerBound >= end && !figure.range.isEmpty)
    precondition(figure.extent.lowerBound <= figure.range.lowerBound)
    precondition(figure.extent.upperBound >= figure.range.upperBound && figure.extent.upperBound <= text.count)
    end = figure.range.upperBound
  }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The entry point that the package manager gives an executable of this name.
@_cdecl("FigureFuzz_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { fuzzFigures($0, $1) }
}

import Reading

/// Reads arbitrary bytes as an input of each format, by what they look like; whatever comes of it must be a page whose
/// text is UTF-8 and whose lines lie within it in order, or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  guard let page = try? DocumentReader().read(bytes, name: "2024/01/02.txt") else { return 0 }
  precondition(String(validating: page.text.utf8, as: UTF8.self) != nil, "the text is no UTF-8")
  var end = 0
  for line in page.lines {
    precondition(line.range.lowerBound >= end, "lines overlap or go back")
    precondition(line.range.upperBound <= page.text.utf8.count, "a line ends behind the text")
    end = line.range.upperBound
  }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager renames the entry point of an executable after its module; libFuzzer's own is not linked then.
@_cdecl("fuzz_reading_main")
public func fuzzReadingMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = arguments
  return withUnsafeMutablePointer(to: &arguments) { runDriver(&count, $0) { fuzzOneInput($0, $1) } }
}

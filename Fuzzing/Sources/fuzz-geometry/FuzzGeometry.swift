import Reading

/// Reads pages of characters in arbitrary places: five bytes are one character of a document of structured text. What
/// comes of it must be a page in valid UTF-8 that has every character but overprints, or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  var xml = "<document><page id=\"page1\" width=\"1000\" height=\"1000\"><line wmode=\"0\" dir=\"1 0\">"
  var count = 0
  for start in stride(from: 0, to: bytes.count - 4, by: 5) {
    let place = bytes[start..<start + 5].map(Int.init)
    let size = Double(place[2] % 32 + 1)
    // Steps of half a character, so that lines and columns come about.
    let x = Double(place[0]) * 4
    let y = Double(place[1]) * 4
    if place[3] == 255 { xml += "</line></page><page id=\"page\(start)\"><line wmode=\"0\" dir=\"1 0\">" }
    if place[3] == 254 { xml += "</line><line wmode=\"1\" dir=\"1 0\">" }
    if place[3] == 253 { xml += "</line><line wmode=\"0\" dir=\"0 1\">" }
    let scalar = place[4] < 64 ? 0x30 + place[4] % 10 : place[4] < 96 ? 0x3002 : 0x4E00 + place[3]
    let quad = "\(x) \(y - size) \(x + size) \(y - size) \(x) \(y) \(x + size) \(y)"
    xml +=
      "<font size=\"\(size)\"><char quad=\"\(quad)\" x=\"\(x)\" y=\"\(y)\" c=\"&#\(scalar);\"/></font>"
    count += 1
  }
  xml += "</line></page></document>"
  guard let page = try? DocumentReader().read(Array(xml.utf8), name: "page.stext") else { return 0 }
  guard let text = String(validating: page.text.utf8, as: UTF8.self) else { fatalError("the text is no UTF-8") }
  let found = text.unicodeScalars.count { !$0.properties.isWhitespace }
  precondition(found + page.metadata.overprintedCharacters == count, "characters were lost or doubled")
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
@_cdecl("fuzz_geometry_main")
public func fuzzGeometryMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = arguments
  return withUnsafeMutablePointer(to: &arguments) { runDriver(&count, $0) { fuzzOneInput($0, $1) } }
}

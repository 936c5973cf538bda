/// Memory for the characters of one page. Lines and paragraphs hold stretches of it, which cost nothing to copy; all of
/// it is given back at once, so no stretch may outlive it.
final class PageMemory {
  /// Bytes of the first block and of the largest; each is twice as large as the one before.
  private static let firstBlock = 1 << 16
  private static let largestBlock = 1 << 20

  private var nextBlock = firstBlock
  private var blocks: [UnsafeMutableRawPointer] = []
  private var free = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Room for as many elements, not initialized. Elements must be of a trivial type: nothing is done at their end.
  func room<Element: BitwiseCopyable>(for count: Int, of type: Element.Type) -> UnsafeMutableBufferPointer<Element> {
    let size = Self.size(of: count, Element.self)
    if size > free.count {
      let fresh = UnsafeMutableRawBufferPointer.allocate(byteCount: max(size, nextBlock), alignment: 16)
      nextBlock = min(nextBlock * 2, Self.largestBlock)
      if let start = fresh.baseAddress { blocks.append(start) }
      free = fresh
    }
    let part = UnsafeMutableRawBufferPointer(rebasing: free[..<size])
    free = UnsafeMutableRawBufferPointer(rebasing: free[size...])
    return UnsafeMutableBufferPointer(rebasing: part.bindMemory(to: Element.self)[..<count])
  }

  /// Gives back what is not needed of the room that was given last.
  /// - Parameter count: The elements that are.
  func giveBack<Element: BitwiseCopyable>(_ room: UnsafeMutableBufferPointer<Element>, from count: Int) {
    let size = Self.size(of: room.count, Element.self)
    let unused = size - Self.size(of: count, Element.self)
    guard unused > 0, let start = free.baseAddress else { return }
    precondition(UnsafeMutableRawPointer(room.baseAddress) == start - size, "the room was not given last")
    free = UnsafeMutableRawBufferPointer(start: start - unused, count: free.count + unused)
  }

  /// The bytes that so many elements take up.
  private static func size<Element>(of count: Int, _ type: Element.Type) -> Int {
    (count * MemoryLayout<Element>.stride + 15) & ~15
  }

  /// A copy of elements that stand somewhere else.
  func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> Stretch<Element> {
    let room = room(for: elements.count, of: Element.self)
    _ = room.update(fromContentsOf: elements)
    return Stretch(UnsafeBufferPointer(room))
  }
}

/// Elements side by side in the memory of a page.
struct Stretch<Element: BitwiseCopyable>: RandomAccessCollection, @unchecked Sendable {
  private let elements: UnsafeBufferPointer<Element>

  init(_ elements: UnsafeBufferPointer<Element>) { self.elements = elements }

  var startIndex: Int { 0 }
  var endIndex: Int { elements.count }
  var count: Int { elements.count }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: elements.count), "outside of a stretch")
      return elements[index]
    }
  }

  /// A part, with its own indices from 0 on.
  func part(_ range: Range<Int>) -> Stretch {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside of a stretch")
    return Stretch(UnsafeBufferPointer(rebasing: elements[range]))
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try body(elements)
  }
}

typealias Codes = Stretch<UInt32>
typealias Glyphs = Stretch<Glyph>

extension Stretch where Element == UInt32 {
  static func == (left: Codes, right: Codes) -> Bool { left.count == right.count && left.elementsEqual(right) }

  /// 64 bits that tell stretches apart.
  var hash: UInt64 { reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } }
}

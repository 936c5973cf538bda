/// Glyphs that are put together, in memory of the page.
struct GlyphBuffer {
  private let room: UnsafeMutableBufferPointer<Glyph>
  private(set) var count = 0

  /// - Parameter capacity: Glyphs at most.
  init(capacity: Int, in memory: PageMemory) {
    room = memory.room(for: capacity, of: Glyph.self)
  }

  var last: Glyph? { count > 0 ? room[count - 1] : nil }
  var glyphs: Glyphs { Stretch(UnsafeBufferPointer(rebasing: room[..<count])) }

  /// The shadows without white space.
  func codes(in memory: PageMemory) -> Codes {
    let codes = memory.room(for: count, of: UInt32.self)
    var used = 0
    for glyph in room[..<count] where !glyph.isSpace {
      codes[used] = glyph.shadow
      used += 1
    }
    return Stretch(UnsafeBufferPointer(rebasing: codes[..<used]))
  }

  subscript(index: Int) -> Glyph {
    get {
      precondition(index >= 0 && index < count, "outside of a buffer")
      return room[index]
    }
    set {
      precondition(index >= 0 && index < count, "outside of a buffer")
      room[index] = newValue
    }
  }

  mutating func append(_ glyph: Glyph) {
    precondition(count < room.count, "a buffer of glyphs is full")
    room[count] = glyph
    count += 1
  }

  mutating func append(_ glyphs: Glyphs) {
    precondition(glyphs.count <= room.count - count, "a buffer of glyphs is full")
    _ = UnsafeMutableBufferPointer(rebasing: room[count...]).update(fromContentsOf: glyphs)
    count += glyphs.count
  }
}

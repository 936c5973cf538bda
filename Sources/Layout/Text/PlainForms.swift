import Reading
import Rules

/// A page's text with the characters that others stand for: radicals and the punctuation of vertical writing.
struct PlainForms {
  /// As long as the page's text, offset by offset.
  private(set) var utf8: [UInt8]
  /// Its simplified shadow.
  private(set) var shadow: [UInt8]
  private(set) var repairs: [Repair] = []

  /// Whether a character stands in the place of another.
  var hasReplaced: Bool { !repairs.isEmpty }

  init(_ text: [UInt8], script: ScriptFolding) {
    utf8 = text
    guard CharacterForms.mayOccur(in: text) else {
      shadow = script.shadow(of: text)
      return
    }
    shadow = []
    replace(CharacterForms(script: .simplified))
    shadow = script.shadow(of: utf8)
    if isTraditional {
      utf8 = text
      repairs = []
      replace(CharacterForms(script: .traditional))
      shadow = script.shadow(of: utf8)
    }
  }

  /// One character in fifty and more is written otherwise in simplified Chinese.
  private var isTraditional: Bool {
    var wide = 0
    var differing = 0
    var index = 0
    while index + 2 < utf8.count {
      if utf8[index] & 0xF0 != 0xE0 {
        index += 1
        continue
      }
      wide += 1
      if shadow[index] != utf8[index] || shadow[index + 1] != utf8[index + 1] || shadow[index + 2] != utf8[index + 2] {
        differing += 1
      }
      index += 3
    }
    return differing * 50 > wide
  }

  private mutating func replace(_ forms: CharacterForms) {
    for index in utf8.indices.dropLast(2) where utf8[index] == 0xE2 || utf8[index] == 0xEF {
      let scalar =
        UInt32(utf8[index] & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6 | UInt32(utf8[index + 2] & 0x3F)
      // Characters of other planes, which a few rare radicals are parts of, would take up four bytes.
      guard let form = forms.character(of: scalar), (0x800..<0x10000).contains(form.scalar) else { continue }
      utf8[index] = 0xE0 | UInt8(form.scalar >> 12)
      utf8[index + 1] = 0x80 | UInt8(form.scalar >> 6 & 0x3F)
      utf8[index + 2] = 0x80 | UInt8(form.scalar & 0x3F)
      let (kind, evidence): (Repair.Kind, String) =
        switch form.kind {
        case .radical: (.radicalForm, "a radical in place of the character that looks the same")
        case .vertical: (.verticalForm, "a form for vertical writing")
        }
      repairs.append(Repair(kind: kind, source: index..<index + 3, evidence: evidence))
    }
  }
}

import Layout
import Rules

/// Two boxes side by side, whose parts the page's text gives in turn.
extension SectionMap {
  private struct Box {
    let frame: SectionRules.Frame
    var texts: [Int] = []
    var lists: [Int] = []
    var isTextFirst = true
  }

  /// Where a look back and a plan stand beside each other and each heading has text and a list below it, the lists with
  /// 左右 and 以上 are the plan and the text is the look back: columns are read in bands.
  mutating func separateBoxes(_ paragraphs: [ParagraphShadow], _ rules: SectionRules) {
    var boxes: [Box] = []
    var isInHeadings = false
    for (index, paragraph) in paragraphs.enumerated() {
      switch paragraph.kind {
      case .heading, .title:
        if !isInHeadings || boxes.isEmpty {
          separate(boxes, paragraphs, rules)
          boxes = boxes.suffix(1) + [Box(frame: frames[index] ?? .review)]
        } else if let frame = frames[index] {
          boxes[boxes.count - 1] = Box(frame: frame)
        }
        isInHeadings = true
        continue
      case .body where !boxes.isEmpty:
        if !boxes[boxes.count - 1].lists.isEmpty { boxes[boxes.count - 1].isTextFirst = false }
        boxes[boxes.count - 1].texts.append(index)
      case .list where !boxes.isEmpty: boxes[boxes.count - 1].lists.append(index)
      default: break
      }
      isInHeadings = false
    }
    separate(boxes, paragraphs, rules)
  }

  private mutating func separate(_ boxes: [Box], _ paragraphs: [ParagraphShadow], _ rules: SectionRules) {
    guard boxes.count == 2, boxes[0].frame == .review, boxes[1].frame == .plan,
      boxes.allSatisfy({ $0.isTextFirst && !$0.texts.isEmpty && !$0.lists.isEmpty })
    else { return }
    let aiming = boxes[0].lists.filter { Self.contains(paragraphs[$0].shadow, rules.openGoals) }
    guard aiming.count * 2 >= boxes[0].lists.count,
      !boxes[1].texts.contains(where: { Self.contains(paragraphs[$0].shadow, rules.aims) })
    else { return }
    let isPastYear = boxes[0].texts.contains { pastYears[$0] }
    for index in boxes[0].lists {
      frames[index] = .plan
      pastYears[index] = false
    }
    for index in boxes[1].texts {
      frames[index] = .review
      pastYears[index] = isPastYear
      displaced.insert(index)
    }
  }
}

/// Moves headings and bylines to where extraction leaves them, and puts boxes between the sections of stories.
struct StoryOrder {
  let rates: DamageRates

  /// The page in its damaged order, and which kinds of damage were done.
  func moved(
    _ page: [CleanParagraph], using generator: inout SeededGenerator
  ) -> (page: [CleanParagraph], done: [String]) {
    var result: [CleanParagraph] = []
    var last: [CleanParagraph] = []
    var pending: CleanParagraph?
    var done: [String] = []
    var boxes = SentenceBank.boxes.shuffled(using: &generator)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    for (index, paragraph) in page.enumerated() {
      if paragraph.kind == .heading, let heading = pending {
        done.append("heading_after_body")
        result.append(heading)
        pending = nil
      }
      let isStory = paragraph.kind == .heading && index + 1 < page.count && page[index + 1].kind != .list
      if isStory, chance(rates.missingHeadline) {
        done.append("missing_headline")
      } else if isStory, chance(rates.headingAfterBody) {
        pending = paragraph
      } else if isStory, chance(rates.scatteredHeading) {
        done.append("scattered_heading")
        last.append(paragraph)
      } else if paragraph.kind == .byline, chance(rates.detachedByline) {
        done.append("detached_byline")
        last.append(paragraph)
      } else {
        result.append(paragraph)
      }
      if paragraph.kind == .body, index + 1 < page.count, page[index + 1].kind == .heading, chance(rates.sideStory),
        let box = boxes.popLast()
      {
        done.append("side_story_interleaved")
        result += [CleanParagraph(box.0, .heading), CleanParagraph(box.1, .body)]
      }
    }
    if let pending {
      done.append("heading_after_body")
      result.append(pending)
    }
    putTitlesIntoBodies(&result, &done, using: &generator)
    return (result + last, done)
  }

  /// A title stands behind the first paragraph of its story.
  private func putTitlesIntoBodies(
    _ page: inout [CleanParagraph], _ done: inout [String], using generator: inout SeededGenerator
  ) {
    for index in page.indices.dropLast()
    where page[index].kind == .heading && page[index + 1].kind == .body
      && Int.random(in: 0..<100, using: &generator) < rates.titleInBody
    {
      done.append("title_in_body")
      page.swapAt(index, index + 1)
    }
  }
}

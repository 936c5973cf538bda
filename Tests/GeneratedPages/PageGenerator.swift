/// Newspaper pages that nobody printed: invented places, names and figures, in the layout that text out of newspaper
/// files has. The same seed and index give the same bytes on every machine, and pages need no other page.
public struct PageGenerator: Sendable {
  let seed: UInt64
  let vocabulary = Vocabulary()

  public init(seed: UInt64) {
    self.seed = seed
  }

  /// The page of an index, from 0.
  public func page(at index: Int) -> GeneratedPage {
    var mixer = SplitMix64(seed: seed ^ (UInt64(index) &* 0xD1B5_4A32_D192_ED03))
    var random = SplitMix64(seed: mixer.next())
    var story = StoryWriter(vocabulary: vocabulary, random: random)
    let blocks = story.page()
    random = story.random
    var damage = LayoutDamage(random: random)
    return GeneratedPage(name: story.name(of: index), utf8: damage.render(blocks))
  }
}

/// A page and the path it has below the folder of its corpus.
public struct GeneratedPage: Sendable {
  /// Year, paper and date, as archives are laid out: `2019/澜川日报/2019-03-07-00000042.txt`.
  public let name: String
  public let utf8: [UInt8]
}

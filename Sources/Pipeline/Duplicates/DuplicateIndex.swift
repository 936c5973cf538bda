/// Finds for each document an earlier one that says nearly the same, in time linear in the number of documents.
///
/// Documents are compared only where four neighbouring bins of their signatures are equal in one of sixteen bands; of
/// those the most similar is named if it is similar enough, the earliest among equals. A document that is a duplicate
/// is not compared with again, so that all copies of a story name the same document.
struct DuplicateIndex {
  /// The least estimated share of common shingles. Two papers that print one agency's story with their own headline
  /// and small changes share more; two stories of one meeting share less.
  static let threshold = 0.7

  private static let rowsPerBand = 4
  /// Texts that share a band with this many others share boilerplate; more comparisons would not find more.
  private static let candidateLimit = 16

  private var originals: [(name: String, signature: ShingleSignature)] = []
  private var byBand: [UInt64: [Int32]] = [:]

  /// The document that this one is a near copy of, among those asked about before; `nil` where there is none, and then
  /// later ones are compared with it.
  mutating func original(of name: String, _ signature: ShingleSignature) -> String? {
    let bands = Self.bands(of: signature)
    var best: (similarity: Double, index: Int)?
    for index in Set(bands.flatMap { byBand[$0] ?? [] }).sorted().map(Int.init) {
      let similarity = signature.similarity(to: originals[index].signature)
      if similarity >= Self.threshold, similarity > best?.similarity ?? 0 { best = (similarity, index) }
    }
    if let best { return originals[best.index].name }
    for band in bands where byBand[band, default: []].count < Self.candidateLimit {
      byBand[band, default: []].append(Int32(originals.count))
    }
    originals.append((name, signature))
    return nil
  }

  /// A key for each band: its number and its bins.
  private static func bands(of signature: ShingleSignature) -> [UInt64] {
    stride(from: 0, to: ShingleSignature.binCount, by: rowsPerBand).map { start in
      signature.bins[start..<start + rowsPerBand].reduce(UInt64(start)) { key, bin in
        (key ^ UInt64(bin)) &* 0x0000_0100_0000_01B3 ^ (key >> 29)
      }
    }
  }
}

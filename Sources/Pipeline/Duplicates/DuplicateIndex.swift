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

  private static let bandCount = ShingleSignature.binCount / rowsPerBand

  /// The names of the originals, one after another, and where each ends.
  private var names: [UInt8] = []
  private var nameEnds: [Int] = []
  /// The low halves of the bins of each original: a corpus may have a million of them.
  private var bins: [UInt16] = []
  /// For each band a table of open addressing with the numbers of the originals, found by their bins of the band.
  private var tables = [[Int32]](repeating: Array(repeating: -1, count: 64), count: bandCount)

  /// The document that this one is a near copy of, among those asked about before; `nil` where there is none, and then
  /// later ones are compared with it.
  mutating func original(of name: String, _ signature: ShingleSignature) -> String? {
    let own = signature.bins.map { UInt16(truncatingIfNeeded: $0) }
    var candidates: [Int] = []
    var isFull = [Bool](repeating: false, count: Self.bandCount)
    for band in 0..<Self.bandCount {
      let found = originals(inBand: band, of: Self.key(own[...], band))
      isFull[band] = found.count >= Self.candidateLimit
      candidates += found
    }
    candidates.sort()
    var best: (similarity: Double, index: Int)?
    var previous = -1
    for index in candidates where index != previous {
      previous = index
      let similarity = similarity(own, index)
      if similarity >= Self.threshold, similarity > best?.similarity ?? 0 { best = (similarity, index) }
    }
    if let best { return self.name(of: best.index) }
    add(name, own, isFull)
    return nil
  }

  private func name(of index: Int) -> String {
    String(decoding: names[(index == 0 ? 0 : nameEnds[index - 1])..<nameEnds[index]], as: UTF8.self)
  }

  private func similarity(_ own: [UInt16], _ index: Int) -> Double {
    let equal = zip(own, bins[index * ShingleSignature.binCount..<(index + 1) * ShingleSignature.binCount]).count {
      $0 == $1
    }
    return Double(equal) / Double(ShingleSignature.binCount)
  }

  // MARK: Bands

  /// The bins of a band side by side.
  private static func key(_ bins: ArraySlice<UInt16>, _ band: Int) -> UInt64 {
    bins[(bins.startIndex + band * rowsPerBand)...].prefix(rowsPerBand).reduce(0) { $0 << 16 | UInt64($1) }
  }

  private func key(of index: Int, _ band: Int) -> UInt64 {
    Self.key(bins[index * ShingleSignature.binCount..<(index + 1) * ShingleSignature.binCount], band)
  }

  private static func slot(of key: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: ((key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  private func originals(inBand band: Int, of key: UInt64) -> [Int] {
    var found: [Int] = []
    var slot = Self.slot(of: key, in: tables[band].count)
    while tables[band][slot] >= 0 {
      let index = Int(tables[band][slot])
      if self.key(of: index, band) == key { found.append(index) }
      slot = (slot + 1) & (tables[band].count - 1)
    }
    return found
  }

  private mutating func add(_ name: String, _ own: [UInt16], _ isFull: [Bool]) {
    let index = Int32(nameEnds.count)
    names.append(contentsOf: name.utf8)
    nameEnds.append(names.count)
    bins.append(contentsOf: own)
    for band in 0..<Self.bandCount where !isFull[band] {
      if nameEnds.count * 4 > tables[band].count * 3 { grow(band) }
      place(index, Self.key(own[...], band), band)
    }
  }

  private mutating func place(_ index: Int32, _ key: UInt64, _ band: Int) {
    var slot = Self.slot(of: key, in: tables[band].count)
    while tables[band][slot] >= 0 { slot = (slot + 1) & (tables[band].count - 1) }
    tables[band][slot] = index
  }

  private mutating func grow(_ band: Int) {
    let old = tables[band]
    tables[band] = Array(repeating: -1, count: old.count * 2)
    // In the order of their numbers, as they came.
    for index in old.filter({ $0 >= 0 }).sorted() { place(index, key(of: Int(index), band), band) }
  }
}

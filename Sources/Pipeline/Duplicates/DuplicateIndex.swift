/// Finds for each document an earlier one that says nearly the same, in time linear in the number of documents.
///
/// Documents are compared only where four neighbouring bins of their signatures are equal in one of sixteen bands; of
/// those the most similar is named if it is similar enough, the earliest among equals. A document that is a duplicate
/// is not compared with again, so that all copies of a story name the same document. Of the originals memory holds the
/// latest, and of each about twenty bytes; the rest is in files.
struct DuplicateIndex {
  /// The least estimated share of common shingles. Two papers that print one agency's story with their own headline
  /// and small changes share more; two stories of one meeting share less.
  static let threshold = 0.7

  private static let rowsPerBand = 4
  /// Texts that share a band with this many others share boilerplate; more comparisons would not find more.
  private static let candidateLimit = 16

  private static let bandCount = ShingleSignature.binCount / rowsPerBand
  /// Two bytes a bin, and twelve for where the name begins and its length.
  private static let documentSize = ShingleSignature.binCount * 2 + 12

  /// The names of the originals.
  private var names: SpilledBytes
  /// Of each original the low halves of its bins and the place of its name.
  private var documents: SpilledBytes
  /// The numbers of the originals by their bins of a band.
  private var bands: SpilledKeyIndex
  private var count: Int32 = 0

  /// - Parameters:
  ///   - runLength: Bands of originals that are held in memory at most.
  ///   - makeFile: Gives a file for what is too much, named for messages.
  init(runLength: Int = 3 << 18, makeFile: @escaping (String) throws(OutputError) -> SpillFile) {
    names = SpilledBytes(memory: runLength) { () throws(OutputError) in try makeFile("names.spill") }
    documents = SpilledBytes(memory: runLength) { () throws(OutputError) in try makeFile("signatures.spill") }
    bands = SpilledKeyIndex(runLength: runLength) { () throws(OutputError) in try makeFile("bands.spill") }
  }

  /// The document that this one is a near copy of, among those asked about before; `nil` where there is none, and then
  /// later ones are compared with it.
  mutating func original(of name: String, _ signature: ShingleSignature) throws(OutputError) -> String? {
    let own = signature.bins.map { UInt16(truncatingIfNeeded: $0) }
    let keys = (0..<Self.bandCount).map { Self.key(own, $0) }
    var candidates: [Int32] = []
    var isFull = [Bool](repeating: false, count: Self.bandCount)
    for (band, key) in keys.enumerated() {
      let others = candidates.count
      try bands.find(key, into: &candidates)
      isFull[band] = candidates.count - others >= Self.candidateLimit
    }
    candidates.sort()
    var best: (similarity: Double, document: Document)?
    var previous: Int32 = -1
    for number in candidates where number != previous {
      previous = number
      let document = try document(number)
      let similarity = document.similarity(to: own)
      if similarity >= Self.threshold, similarity > best?.similarity ?? 0 { best = (similarity, document) }
    }
    if let best { return String(decoding: try names.read(best.document.name), as: UTF8.self) }
    try add(name, own)
    for (band, key) in keys.enumerated() where !isFull[band] { try bands.insert(count - 1, under: key) }
    return nil
  }

  /// The bins of a band as a number in which all bits depend on each.
  private static func key(_ bins: [UInt16], _ band: Int) -> UInt64 {
    let key = bins[band * rowsPerBand..<(band + 1) * rowsPerBand].reduce(0 as UInt64) { $0 << 16 | UInt64($1) }
    return ShingleSignature.mixed(key &+ UInt64(band) &* 0x9E37_79B9_7F4A_7C15)
  }

  // MARK: Originals

  private struct Document {
    let bins: [UInt16]
    /// Its place among the names.
    let name: Range<Int>

    func similarity(to own: [UInt16]) -> Double {
      Double(zip(own, bins).count { $0 == $1 }) / Double(ShingleSignature.binCount)
    }
  }

  private mutating func add(_ name: String, _ own: [UInt16]) throws(OutputError) {
    let place = try names.append(Array(name.utf8))
    var document: [UInt8] = []
    document.reserveCapacity(Self.documentSize)
    for bin in own { document.append(number: bin) }
    document.append(number: UInt64(place.lowerBound))
    document.append(number: UInt32(place.count))
    try documents.append(document)
    count += 1
  }

  private func document(_ number: Int32) throws(OutputError) -> Document {
    let start = Int(number) * Self.documentSize
    let bytes = try documents.read(start..<start + Self.documentSize)
    let binsEnd = ShingleSignature.binCount * 2
    let name = Int(bytes.number(at: binsEnd) as UInt64)
    return Document(
      bins: stride(from: 0, to: binsEnd, by: 2).map { bytes.number(at: $0) },
      name: name..<name + Int(bytes.number(at: binsEnd + 8) as UInt32))
  }
}

extension PageMetadata {
  /// Fills in the publication date and the page number: what the user says, else what the page prints, else what its
  /// names say, else what the page seems to print.
  /// - Parameter names: The path of the input and other names of the page that the format knows, in order of trust.
  mutating func readPrinted(on lines: [Line], of utf8: [UInt8], options: ReadingOptions, names: [String]) {
    pageNumber = PrintedPageNumber.find(in: lines, of: utf8)
    if let given = options.published {
      published = given
      return
    }
    let printed = PrintedDate.find(in: lines, of: utf8)
    if let printed, printed.weight >= PrintedDate.convincing {
      published = printed.date
    } else {
      published = names.lazy.compactMap(FileNameDate.find).first ?? printed?.date
    }
  }
}

import ArgumentParser
import Pipeline
import Reading
import Values

/// What is read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files and folders to read; - is standard input.",
      discussion: """
        Folders are read to the bottom; hidden files and links in them are passed over. NAME.meta.yaml beside a file NAME \
        says what is known of it: published, title, page, source, region.
        """,
      valueName: "input"))
  var inputs: [String]

  @OptionGroup var reading: ReadingFlags

  func validate() throws {
    if inputs.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input (-) can be read only once.") }
  }
}

/// How inputs are read.
struct ReadingFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of all text inputs, such as GB18030 or Big5.",
      discussion: "Without it the encoding of each file is found from its bytes.", valueName: "name"))
  var encoding: String?

  @OptionGroup var date: DateOption

  @Option(
    help: ArgumentHelp(
      "The elements of XML inputs that hold paragraphs, such as //body/p.",
      discussion:
        "Local names or * between / (child) and // (descendant). ALTO, PAGE, hOCR, NITF, NewsML-G2 and TEI need none.",
      valueName: "path"))
  var xmlText: String?

  @Option(
    name: .customLong("input-format"),
    help: ArgumentHelp(
      "The format of all documents: \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      discussion: """
        Without it the format of each is told by its content, then by its name. Archives and compressed files are unpacked in \
        any case. jsonl is JSON in any shape: lines, arrays, objects over many lines.
        """,
      valueName: "format"),
    transform: Self.format)
  var format: InputFormat?

  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp(
      "Reject documents of more bytes; K, M and G may follow the number. (default: 32M)", valueName: "bytes"),
    transform: Size.bytes)
  var sizeLimit: Int = 32 << 20

  @OptionGroup var fields: FieldOptions
  @OptionGroup var containers: ContainerOptions

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Documents to work on at a time; the output does not depend on it. (default: one for each core)",
      valueName: "count"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Hold so many bytes of records, about, and put the rest on the disk; K, M and G may follow. (default: 128M)",
      discussion: "The disk is that of the output folder. The output does not depend on it.", valueName: "bytes"),
    transform: Size.bytes)
  var memory: Int = RunOptions.defaultMemory

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  var runOptions: RunOptions {
    var reading = ReadingOptions(
      encoding: encoding, published: date.published, sizeLimit: sizeLimit, xmlText: xmlText)
    reading.format = format
    reading.fields = fields.names
    reading.limits = containers.limits
    return RunOptions(reading: reading, workers: jobs ?? RunOptions.coreCount, memory: memory)
  }

  private static func format(_ text: String) throws -> InputFormat {
    guard let format = InputFormat(rawValue: text) else {
      throw ValidationError("'\(text)' is no format that is read.")
    }
    return format
  }
}

/// Sizes on the command line.
enum Size {

  /// `500K`, `32M`, `33554432`.
  static func bytes(_ text: String) throws -> Int {
    let factors: [String: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let factor = factors[text.suffix(1).uppercased()]
    guard let number = Int(factor == nil ? text[...] : text.dropLast()), number > 0,
      case (let bytes, false) = number.multipliedReportingOverflow(by: factor ?? 1)
    else { throw ValidationError("'\(text)' is no size such as 500K, 32M or 33554432.") }
    return bytes
  }
}

/// The date that relative words are read against.
struct DateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Publication date of the inputs, such as 2024-02-08.",
      discussion: "今年, 去年同期, 上月 are resolved by it. Without it the date on the page or in its file name is used.",
      valueName: "date"),
    transform: Self.date)
  var published: CalendarDate?

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso8601: text) else {
      throw ValidationError("'\(text)' is no date of the form 2024-02-08.")
    }
    return date
  }
}

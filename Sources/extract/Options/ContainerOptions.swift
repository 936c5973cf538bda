import ArgumentParser
import Reading

/// What archives and compressed files may unpack to.
struct ContainerOptions: ParsableArguments {
  private static let defaults = ContainerLimits()

  @Option(
    name: .customLong("max-unpacked"),
    help: ArgumentHelp(
      "Stop reading an archive or compressed file that unpacks to more bytes. (default: 64G)", valueName: "bytes"),
    transform: Size.bytes)
  var total: Int = Self.defaults.total

  @Option(
    name: .customLong("max-ratio"),
    help: ArgumentHelp(
      "Reject what unpacks to more than so many times its size, beyond the first 8 MB.",
      valueName: "times"))
  var ratio: Int = Self.defaults.ratio

  @Option(
    name: .customLong("max-depth"),
    help: ArgumentHelp(
      "Reject containers that lie deeper in each other; a compressed archive is two deep.",
      valueName: "count"))
  var depth: Int = Self.defaults.depth

  @Option(
    name: .customLong("max-members"),
    help: ArgumentHelp(
      "Stop reading an archive or file of JSON after so many members.", valueName: "count"))
  var members: Int = Self.defaults.members

  func validate() throws {
    if ratio < 1 || depth < 0 || members < 1 {
      throw ValidationError("--max-ratio and --max-members must be 1 or more, --max-depth 0 or more.")
    }
  }

  var limits: ContainerLimits { ContainerLimits(total: total, ratio: ratio, depth: depth, members: members) }
}

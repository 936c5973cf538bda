/// A state or an administrative division of China down to the county.
public struct Place: Hashable, Sendable {
  public enum Level: UInt8, Comparable, Sendable {
    case country, province, prefecture, county

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The full name: `荣成市`, `恩施土家族苗族自治州`.
  public let name: String
  public let level: Level
  /// GB/T 2260, six digits; `nil` for states and for divisions that the standard does not list.
  public let code: String?
  /// The division that it belongs to, as an index of `Gazetteer.places`; `nil` for states and provinces.
  public let parent: Int?
  /// The name is out of use; the code is the last that it had.
  public let isFormer: Bool

  public init(name: String, level: Level, code: String?, parent: Int?, isFormer: Bool) {
    self.name = name
    self.level = level
    self.code = code
    self.parent = parent
    self.isFormer = isFormer
  }
}

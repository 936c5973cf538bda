#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension [UInt8] {
  /// The offset of the first NUL, which no text has.
  var firstNull: Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let place = memchr(base, 0, bytes.count) else { return nil }
      return UnsafeRawPointer(place) - base
    }
  }
}

import Reading
import Records

/// Reads the output files of an earlier run.
enum OutputReader {
  /// The entries of one file. Errors: `InputError` where it cannot be read or is malformed.
  static func entries(_ folder: String, _ name: String) throws(InputError) -> [JSONValue] {
    let path = SystemPath(folder).appending(name.utf8)
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try FileReader(sizeLimit: .max).read(path: path.utf8)
    } catch {
      throw InputError("\(path.text): \(error.detail)")
    }
    do throws(JSONError) {
      return try JSONValue.lines(bytes)
    } catch {
      throw InputError("\(path.text): \(error)")
    }
  }
}

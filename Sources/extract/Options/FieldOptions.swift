import ArgumentParser
import Reading

/// Which fields of JSON objects are read.
struct FieldOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The field of JSON objects that holds the text. (default: text, else content)",
      discussion:
        "Its other fields go to documents.jsonl as they are; title, page, source and region say what they are called.",
      valueName: "name"))
  var textField: String?

  @Option(
    help: ArgumentHelp(
      "The field of JSON objects that names the document. (default: none, the number of the line or object)",
      valueName: "name"))
  var idField: String?

  @Option(
    help: ArgumentHelp(
      "The field of JSON objects with the publication date. (default: published, else date)", valueName: "name"))
  var dateField: String?

  var names: FieldNames {
    FieldNames(
      text: textField.map { [$0] } ?? FieldNames.defaultText, id: idField,
      date: dateField.map { [$0] } ?? FieldNames.defaultDate)
  }
}

import ArgumentParser
import Reading

/// Which fields of JSON Lines are read.
struct FieldOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The field of JSON Lines that holds the text. (default: text, else content)",
      discussion:
        "Its other fields go to documents.jsonl as they are; title, page, source and region say what they are called.",
      valueName: "name"))
  var textField: String?

  @Option(
    help: ArgumentHelp(
      "The field of JSON Lines that names the document. (default: none, the number of the line)", valueName: "name"))
  var idField: String?

  @Option(
    help: ArgumentHelp(
      "The field of JSON Lines with the publication date. (default: published, else date)", valueName: "name"))
  var dateField: String?

  var names: FieldNames {
    FieldNames(
      text: textField.map { [$0] } ?? FieldNames.defaultText, id: idField,
      date: dateField.map { [$0] } ?? FieldNames.defaultDate)
  }
}

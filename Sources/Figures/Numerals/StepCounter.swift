/// Counts the scalars that numerals are read from, so that a test can show that work is linear in the text.
final class StepCounter {
  private(set) var count = 0

  func add(_ steps: Int) { count += steps }
}

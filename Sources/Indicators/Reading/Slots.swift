/// The captures by name.
enum Slots {
  static let name = 0
  static let right = 1
  static let share = 2
  static let rate = 3
  static let earlier = 4
  static let flow = 5
  static let verb = 6
  static let base = 7
}

import Figures
import Values

extension Figure.Amount {
  /// The amount below zero; a range changes its ends.
  var negated: Figure.Amount {
    switch self {
    case .value(let value): .value(value.negated)
    case .range(let low, let high): .range(low: high.negated, high: low.negated)
    }
  }
}

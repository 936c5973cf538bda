/// A path that names elements: the part of XPath that needs no tree. Steps are local names or `*`, parted by `/` (child)
/// or `//` (descendant): `//p`, `/doc/body/para`, `//section//text`.
struct XMLPath {
  private struct Step {
    let name: String
    let isDescendant: Bool
  }

  private let steps: [Step]

  init(_ path: String) {
    var steps: [Step] = []
    var isDescendant = !path.hasPrefix("/")
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(path.hasPrefix("/") ? 1 : 0) {
      if part.isEmpty {
        isDescendant = true
        continue
      }
      // Prefixes of namespaces are passed over, as the names of elements are compared without theirs.
      let name = part.split(separator: ":").last ?? part
      steps.append(Step(name: String(name), isDescendant: isDescendant))
      isDescendant = false
    }
    self.steps = steps
  }

  /// Whether the path names the last of nested elements, given from the root on.
  func matches(_ elements: [String]) -> Bool {
    guard !steps.isEmpty, let last = steps.last, let element = elements.last, last.name == "*" || last.name == element
    else {
      return false
    }
    // reachable[i]: the steps before i match the elements read so far, ending at the last of them.
    var reachable = [Bool](repeating: false, count: steps.count + 1)
    var passed = [Bool](repeating: false, count: steps.count + 1)
    reachable[0] = true
    passed[0] = true
    for element in elements {
      var next = [Bool](repeating: false, count: steps.count + 1)
      for (index, step) in steps.enumerated() where step.name == "*" || step.name == element {
        next[index + 1] = step.isDescendant ? passed[index] : reachable[index]
      }
      reachable = next
      for index in next.indices where next[index] { passed[index] = true }
    }
    return reachable[steps.count]
  }
}

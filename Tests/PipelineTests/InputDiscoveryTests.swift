import Foundation
import TestSupport
import Testing

@testable import Pipeline

struct InputDiscoveryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func names(_ inputs: String..., excluding excluded: [String] = []) throws -> [String] {
    try InputDiscovery(
      inputs: inputs.map { $0 == "-" ? $0 : folder.path($0) }, excluding: excluded.map { folder.path($0) }
    )
    .files.map(\.name)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
  }

  @Test func foldersAreWalkedInOrderOfBytes() throws {
    for name in ["in/b.txt", "in/a/z.txt", "in/a.txt", "in/B.txt", "in/甲/一.txt", "in/a/a/a.txt"] {
      try folder.write("x", to: name)
    }
    #expect(try names("in") == ["B.txt", "a.txt", "a/a/a.txt", "a/z.txt", "b.txt", "甲/一.txt"])
    #expect(try names("in/") == names("in"))
    #expect(try names("in/a/..") == names("in"))
  }

  @Test func namesOfAnyFoldersAreInOrderOfBytes() throws {
    var random = SeededGenerator(seed: 11)
    var written: Set<String> = []
    for _ in 0..<200 {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 1...3, using: &random)).map { _ in ["a", "-", "0", "文"].randomElement(using: &random) ?? ""
        }
        .joined()
      }
      let name = parts.joined(separator: "/") + ".txt"
      if written.insert(name).inserted { try folder.write("x", to: "in/\(name)") }
    }
    let files = try InputDiscovery(inputs: [folder.path("in"), folder.path("in/a")]).files
    #expect(files.map(\.name) == written.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for file in files { #expect(file.origin == .file(SystemPath(folder.path("in/\(file.name)")))) }
  }

  @Test func hiddenEntriesArePassedOver() throws {
    for name in ["in/.a.txt", "in/.git/b.txt", "in/c.txt"] { try folder.write("x", to: name) }
    #expect(try names("in") == ["c.txt"])
    #expect(try names("in/.a.txt") == [".a.txt"])
  }

  @Test func linksInFoldersAreNotFollowed() throws {
    try folder.write("x", to: "in/a.txt")
    try folder.write("secret", to: "outside/b.txt")
    try link("in/loop", to: ".")
    try link("in/up", to: "..")
    try link("in/out", to: folder.path("outside"))
    try link("in/b.txt", to: folder.path("outside/b.txt"))
    try link("in/dangling", to: "nowhere")
    let discovery = try InputDiscovery(inputs: [folder.path("in")])
    #expect(discovery.files.map(\.name) == ["a.txt"])
    #expect(discovery.passedOver == 5)
  }

  @Test func aLinkThatTheUserNamesIsFollowed() throws {
    try folder.write("x", to: "real/a.txt")
    try link("in", to: folder.path("real"))
    #expect(try names("in") == ["a.txt"])
  }

  @Test func pipesInFoldersArePassedOver() throws {
    try folder.write("x", to: "in/a.txt")
    #expect(mkfifo(folder.path("in/pipe"), 0o600) == 0)
    let discovery = try InputDiscovery(inputs: [folder.path("in")])
    #expect(discovery.files.map(\.name) == ["a.txt"])
    #expect(discovery.passedOver == 1)
  }

  @Test func namesThatAreNoUTF8AreShownAndKeptApart() throws {
    try folder.write("x", to: "in/a.txt")
    let base = SystemPath(folder.path("in"))
    for name: [UInt8] in [[0xD6, 0xD0], [0xD6, 0xD1], [0x61, 0xFF, 0x62]] {
      let descriptor = base.appending(name).withCString { open($0, O_CREAT | O_WRONLY, 0o600) }
      try #require(descriptor >= 0)
      close(descriptor)
    }
    let files = try InputDiscovery(inputs: [folder.path("in")]).files
    #expect(files.map(\.name) == ["\\xD6\\xD0", "\\xD6\\xD1", "a.txt", "a\\xFFb"])
    #expect(files.first?.origin == .file(base.appending([0xD6, 0xD0])))
  }

  @Test func severalInputsAreNamedFromTheirCommonFolder() throws {
    for name in ["2023/01.txt", "2024/01.txt", "2024/x/02.txt"] { try folder.write("x", to: name) }
    #expect(try names("2023", "2024") == ["2023/01.txt", "2024/01.txt", "2024/x/02.txt"])
    #expect(try names("2024", "2023") == names("2023", "2024"))
    #expect(try names("2023/01.txt", "2024/01.txt") == ["2023/01.txt", "2024/01.txt"])
    #expect(try names("2023/01.txt") == ["01.txt"])
    #expect(try names("2023/01.txt", "-") == ["-", "01.txt"])
  }

  @Test func inputsThatOverlapAreReadOnce() throws {
    for name in ["in/a/1.txt", "in/b/2.txt"] { try folder.write("x", to: name) }
    #expect(try names("in", "in/a", "in/a/1.txt", "in") == ["a/1.txt", "b/2.txt"])
  }

  @Test func theOutputFolderIsNoInput() throws {
    for name in ["a.txt", "out/indicators.jsonl"] { try folder.write("x", to: name) }
    #expect(try names(".", excluding: ["out"]) == ["a.txt"])
  }

  @Test func aPathThatLeadsNowhereIsAnError() {
    #expect(throws: InputError.self) { try names("nothing") }
  }

  @Test func aFolderThatCannotBeListedIsKeptAsAReject() throws {
    try folder.write("x", to: "in/closed/a.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("in/closed"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path("in/closed")) }
    let files = try InputDiscovery(inputs: [folder.path("in")]).files
    // The superuser may list any folder.
    #expect(files.map(\.name) == (geteuid() == 0 ? ["closed/a.txt"] : ["closed"]))
  }
}

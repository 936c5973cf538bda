import Foundation
import TestSupport
import Testing

@testable import Pipeline

struct OutputFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func filesAppearTogetherAtTheCommit() throws {
    let output = try OutputFolder(folder.path("a/b"))
    try output.file(named: "one").append(Array("1".utf8))
    try output.file(named: "two").append(Array(repeating: 0x32, count: 1_000_000))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a/b/one")))
    try output.commit()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("a/b")).sorted() == ["one", "two"])
    #expect(try folder.read("a/b/one") == "1")
    #expect(try folder.read("a/b/two").count == 1_000_000)
  }

  @Test func withoutACommitTheOldFilesStay() throws {
    try folder.write("old", to: "out/one")
    do {
      let output = try OutputFolder(folder.path("out"))
      try output.file(named: "one").append(Array("new".utf8))
    }
    #expect(try folder.read("out/one") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["one"])
  }

  @Test func withoutACommitAFolderThatWasMadeGoesAgain() throws {
    do { _ = try OutputFolder(folder.path("out")) }
    #expect(try folder.entries().isEmpty)
  }

  @Test func twoRunsCannotWriteToOneFolder() throws {
    let output = try OutputFolder(folder.path("out"))
    #expect(throws: OutputError.self) { try OutputFolder(folder.path("out")) }
    withExtendedLifetime(output) {}
  }

  @Test func whatAnInterruptedRunLeftIsReplaced() throws {
    try folder.write("half", to: "out/.one.partial")
    let output = try OutputFolder(folder.path("out"))
    try output.file(named: "one").append(Array("whole".utf8))
    try output.commit()
    #expect(try folder.read("out/one") == "whole")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["one"])
  }

  @Test func aFolderInThePlaceOfAFileIsAnErrorBeforeAnythingIsReplaced() throws {
    try folder.write("x", to: "out/two/inside")
    let output = try OutputFolder(folder.path("out"))
    #expect(throws: OutputError.self) { try output.file(named: "two") }
  }

  @Test func aLinkUnderTheHiddenNameIsNotWrittenThrough() throws {
    try folder.write("precious", to: "other")
    try folder.write("x", to: "out/keep")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/.one.partial"), withDestinationPath: folder.path("other"))
    let output = try OutputFolder(folder.path("out"))
    #expect(throws: OutputError.self) { try output.file(named: "one") }
    #expect(try folder.read("other") == "precious")
  }

  @Test func aFileInThePlaceOfTheFolderIsAnError() throws {
    try folder.write("x", to: "out")
    #expect(throws: OutputError.self) { try OutputFolder(folder.path("out")) }
    #expect(throws: OutputError.self) { try OutputFolder(folder.path("out/below")) }
  }
}

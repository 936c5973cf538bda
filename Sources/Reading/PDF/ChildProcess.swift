import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that is run once on some bytes: no shell, no environment, limits on time, memory and output.
struct ChildProcess {
  let program: String
  let arguments: [String]

  /// Where the program finds its input.
  static let inputPath = "/dev/fd/3"

  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]
  }

  enum Failure: Error {
    case timeLimit
    case outputLimit
    case failed(String)
  }

  /// Bytes of memory that the program may use.
  private static let memoryLimit = 4 << 30
  /// Of util-linux: becomes the program once it has set its limits.
  private static let limiter = "/usr/bin/prlimit"
  /// What is kept of its complaints.
  private static let errorLimit = 1 << 16

  static var searchPath: [String] {
    guard let path = getenv("PATH") else { return [] }
    return String(cString: path).split(separator: ":").map(String.init)
  }

  static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  /// - Parameter seconds: Of the clock; the program is killed when they are over.
  func run(input: [UInt8], seconds: Int, outputLimit: Int) throws(Failure) -> Result {
    let file = try Self.namelessFile(holding: input)
    defer { close(file) }
    let (process, output, errors) = try Self.starting.withLock { _ throws(Failure) in
      try start(input: file)
    }
    defer {
      close(output)
      close(errors)
    }
    do {
      let (text, complaints) = try Self.collect(
        output, errors, until: Self.now() + seconds * 1000, outputLimit: outputLimit)
      return Result(status: Self.wait(process), output: text, errors: complaints)
    } catch {
      kill(process, SIGKILL)
      _ = Self.wait(process)
      throw error
    }
  }

  /// Programs are started one after the other, so that none inherits the pipes of another.
  private static let starting = Mutex<Void>(())

  private func start(input: Int32) throws(Failure) -> (process: pid_t, output: Int32, errors: Int32) {
    let output = try Self.pipe()
    defer { close(output.write) }
    let errors: (read: Int32, write: Int32)
    do { errors = try Self.pipe() } catch {
      close(output.read)
      throw error
    }
    defer { close(errors.write) }
    guard let process = spawn(input: input, output: output.write, errors: errors.write) else {
      close(output.read)
      close(errors.read)
      throw .failed("the system does not start it")
    }
    return (process, output.read, errors.read)
  }

  // MARK: Files

  /// A file that goes away when it is closed.
  private static func namelessFile(holding bytes: [UInt8]) throws(Failure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/extract-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw .failed("no temporary file can be made in \(folder)") }
    unlink(template)
    // The program gets it as a copy of its own.
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + written }, bytes.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        throw .failed("there is no room in \(folder)")
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func pipe() throws(Failure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else { throw .failed("too many open files") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  // MARK: The program

  private func spawn(input: Int32, output: Int32, errors: Int32) -> pid_t? {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    posix_spawn_file_actions_adddup2(&actions, input, 3)
    let command = Self.isExecutable(Self.limiter) ? [Self.limiter, "--as=\(Self.memoryLimit)", program] : [program]
    var words: [UnsafeMutablePointer<CChar>?] = (command + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C"), nil]
    defer { free(environment[0]) }
    var process: pid_t = 0
    guard posix_spawn(&process, command[0], &actions, nil, &words, &environment) == 0 else { return nil }
    return process
  }

  private static func collect(
    _ output: Int32, _ errors: Int32, until deadline: Int, outputLimit: Int
  ) throws(Failure) -> (output: [UInt8], errors: [UInt8]) {
    var text: [UInt8] = []
    var complaints: [UInt8] = []
    var isOpen = [true, true]
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while isOpen[0] || isOpen[1] {
      let left = deadline - now()
      guard left > 0 else { throw .timeLimit }
      var polled = [
        pollfd(fd: isOpen[0] ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen[1] ? errors : -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&polled, 2, Int32(min(left, 1000)))
      if ready < 0, errno != EINTR { throw .failed("the system gives error \(errno)") }
      guard ready > 0 else { continue }
      for place in 0..<2 where polled[place].revents != 0 {
        let count = read(polled[place].fd, &block, block.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          isOpen[place] = false
          continue
        }
        if place == 0 {
          guard text.count + count <= outputLimit else { throw .outputLimit }
          text += block[..<count]
        } else if complaints.count < errorLimit {
          complaints += block[..<count]
        }
      }
    }
    return (text, complaints)
  }

  /// The exit status; that of a shell for a program that a signal ended.
  private static func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Milliseconds of a clock that only runs on.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

import Glibc
import Testing

/// A real terminal: the built binary in a window of tmux of that size.
struct Tmux {
    private let socket: String
    /// A folder of its own that the test may fill.
    let folder: String

    /// The binary that the test build made, beside the test bundle.
    static var binary: String {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, 4095)
        let text = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? text
        return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/headroom"
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(_ arguments: String, columns: Int, rows: Int, files: [String: String] = [:]) throws {
        var template = Array("/tmp/headroom-terminal-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure(description: "no folder for the test") }
        folder = String(cString: made)
        socket = "headroom-\(getpid())-\(folder.suffix(6))"
        for (name, text) in files {
            guard let file = fopen(folder + "/" + name, "w") else { throw Failure(description: "cannot write \(name)") }
            fputs(text, file)
            fclose(file)
        }
        let command =
            "cd \(folder) && env -u NO_COLOR LC_ALL=C.UTF-8 XDG_STATE_HOME=\(folder) '\(Self.binary)' \(arguments); echo left-with-\\$?; sleep 600"
        guard Self.run("tmux -L \(socket) -f /dev/null new-session -d -x \(columns) -y \(rows) \"\(command)\"").status == 0 else {
            throw Failure(description: "tmux does not start; it is one of the packages that the README installs")
        }
    }

    /// Sends keys by tmux's names.
    func keys(_ names: String...) { for name in names { _ = Self.run("tmux -L \(socket) send-keys '\(name)'") } }

    /// Types a text as it is.
    func type(_ text: String) { _ = Self.run("tmux -L \(socket) send-keys -l '\(text)'") }

    var screen: String { Self.run("tmux -L \(socket) capture-pane -p").output }

    /// Waits until the screen shows a text, and gives the screen.
    func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        var last = ""
        for _ in 0..<400 {
            last = screen
            if last.contains(text) { return last }
            usleep(25_000)
        }
        Issue.record("the screen never showed \"\(text)\":\n\(last)", sourceLocation: sourceLocation)
        throw Failure(description: "no \(text)")
    }

    func text(of name: String) -> String { Self.run("cat '\(folder)/\(name)'").output }

    func end() {
        _ = Self.run("tmux -L \(socket) kill-server")
        _ = Self.run("rm -rf '\(folder)'")
    }

    private static func run(_ command: String) -> (status: Int32, output: String) {
        guard let pipe = popen(command + " 2>/dev/null", "r") else { return (-1, "") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
        return (pclose(pipe), String(decoding: bytes, as: UTF8.self))
    }
}

import FoundationEssentials
import Glibc

/// Reads and writes whole files.
enum FileAccess {
    /// The bytes of a file; throws a `CommandProblem` that says what to do.
    static func read(_ path: String) throws -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw CommandProblem("\(path): \(reason()); check the name, or leave it out to open the built-in program")
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw CommandProblem("\(path) is a folder; name the program's file in it") }
        guard status.st_size <= 8 << 20 else { throw CommandProblem("\(path) has more than 8 MiB; that is no program to play with") }
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandProblem("\(path) cannot be read: \(reason())")
        }
    }

    /// Writes a file so that it is either the old or the new one, whatever happens; throws a `CommandProblem`.
    static func writeAtomically(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: target(of: path)), options: .atomic)
        } catch {
            throw CommandProblem("\(path) cannot be written: \(reason())")
        }
    }

    /// The file that a symbolic link leads to, so that saving does not replace the link.
    private static func target(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

import FoundationEssentials
import Glibc

/// Keeps unsaved work in a file beside the program, so that a crash loses nothing.
struct Recovery {
    /// `.cats.py.headroom` beside `cats.py`; for a program without a file, in the user's state folder.
    let path: String

    init(program: String?, name: String) {
        if let program {
            let folder = program.lastIndex(of: "/").map { String(program[...$0]) } ?? ""
            path = folder + "." + name + ".headroom"
        } else {
            path = Self.stateFolder + "/" + name + ".headroom"
        }
    }

    private static var stateFolder: String {
        let variable = { (name: String) in getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
        let state = variable("XDG_STATE_HOME") ?? (variable("HOME") ?? "/tmp") + "/.local/state"
        return state + "/headroom"
    }

    /// What a session before this one could not save, if anything.
    func left() -> [UInt8]? { (try? Data(contentsOf: URL(filePath: path))).map(Array.init) }

    /// Writes what is not saved, or removes the file where everything is.
    func keep(_ bytes: [UInt8]?) {
        guard let bytes else {
            unlink(path)
            return
        }
        if let slash = path.lastIndex(of: "/") {
            try? FileManager.default.createDirectory(atPath: String(path[..<slash]), withIntermediateDirectories: true)
        }
        try? Data(bytes).write(to: URL(filePath: path), options: .atomic)
    }
}

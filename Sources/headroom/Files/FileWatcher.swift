import FoundationEssentials
import Glibc

/// Notices that a file has another text.
struct FileWatcher {
    private let path: String
    private var stamp: [Int]
    private var bytes: [UInt8]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        stamp = Self.stamp(of: path)
    }

    /// The new text, if it changed since the last call; the file's times are looked at first.
    mutating func change() -> [UInt8]? {
        let now = Self.stamp(of: path)
        guard now != stamp else { return nil }
        stamp = now
        guard let data = try? Data(contentsOf: URL(filePath: path)), Array(data) != bytes else { return nil }
        bytes = Array(data)
        return bytes
    }

    /// Notes a text that we wrote ourselves.
    mutating func didWrite(_ written: [UInt8]) {
        bytes = written
        stamp = Self.stamp(of: path)
    }

    private static func stamp(of path: String) -> [Int] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        return [Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }
}

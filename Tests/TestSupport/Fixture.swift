import Glibc

/// Files that lie beside a test.
public enum Fixture {
    /// Why a fixture cannot be read.
    public struct Missing: Error, CustomStringConvertible {
        /// The path that was tried.
        public let path: String
        public var description: String { "the fixture \(path) cannot be read; its recorder makes it" }
    }

    /// The bytes of a file, named relative to the folder of the test's source file.
    public static func bytes(_ name: String, beside file: StaticString = #filePath) throws -> [UInt8] {
        let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let path = folder + "/" + name
        guard let stream = fopen(path, "r") else { throw Missing(path: path) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    /// The text of a file.
    public static func text(_ name: String, beside file: StaticString = #filePath) throws -> String {
        String(decoding: try bytes(name, beside: file), as: UTF8.self)
    }

    /// The lines of a file that are not empty.
    public static func lines(_ name: String, beside file: StaticString = #filePath) throws -> [String] {
        try text(name, beside: file).split(separator: "\n").map(String.init)
    }
}

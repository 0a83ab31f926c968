/// The files that a program may answer with; they lie in memory, so that a program reaches nothing else.
public struct Folder: Sendable {
    /// One file.
    public struct File: Sendable {
        public var bytes: [UInt8]
        /// When it was changed, in seconds since 1970.
        public var modified: Double

        public init(bytes: [UInt8], modified: Double) {
            self.bytes = bytes
            self.modified = modified
        }
    }

    /// Files by their path below the folder, such as `static/cat.png`.
    public var files: [String: File]

    public init(_ files: [String: File] = [:]) { self.files = files }

    /// The file of a path as a program writes it; `./` in front makes no difference.
    func file(_ path: String) -> File? {
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return files[String(path)]
    }
}

import Glibc
import Testing

/// Reads the `import` lines of every source file and holds them to the design's one-way table.
@Suite struct ImportTests {
    /// What each target may import beside the Swift standard library.
    static let allowed: [String: Set<String>] = [
        "HTTPMessages": [],
        "Python": ["Collections", "OrderedCollections", "DequeModule", "Glibc", "Musl", "Darwin", "Synchronization"],
        "DataModels": ["Python"],
        "ResponsePipeline": ["HTTPMessages", "Python", "DataModels"],
        "BrowserModel": ["HTTPMessages"],
        "Workbench": ["HTTPMessages", "Python", "DataModels", "ResponsePipeline", "BrowserModel", "FoundationEssentials"],
        "CellUI": ["FoundationEssentials"],
        "Interface": ["HTTPMessages", "Python", "ResponsePipeline", "BrowserModel", "Workbench", "CellUI"],
        "CursesTerminal": ["CNcurses", "CellUI", "Glibc"],
        "LoopbackServer": ["HTTPMessages", "NIOCore", "NIOPosix", "NIOConcurrencyHelpers", "Logging", "Glibc", "Musl", "Darwin"],
        "headroom": [
            "HTTPMessages", "Python", "DataModels", "ResponsePipeline", "BrowserModel", "Workbench", "CellUI", "Interface",
            "CursesTerminal", "LoopbackServer", "ArgumentParser", "NIOCore", "NIOPosix", "Logging", "FoundationEssentials", "Glibc",
            "Synchronization", "Dispatch",
        ],
    ]

    @Test(arguments: allowed.keys.sorted())
    func importsPointDownwardsOnly(_ target: String) throws {
        let files = SourceTree.swiftFiles(under: "Sources/\(target)")
        try #require(!files.isEmpty, "no source files of \(target) were found")
        for file in files {
            for module in SourceTree.imports(of: file) {
                #expect(Self.allowed[target]?.contains(module) == true, "\(file) imports \(module)")
            }
        }
    }

    @Test func everyTargetIsInTheTable() {
        let folders = Set(SourceTree.folders(under: "Sources")).subtracting(["CNcurses"])
        #expect(folders == Set(Self.allowed.keys))
    }

    @Test func fullFoundationIsImportedNowhere() {
        for file in SourceTree.swiftFiles(under: "Sources") + SourceTree.swiftFiles(under: "Tests") {
            #expect(!SourceTree.imports(of: file).contains("Foundation"), "\(file) imports Foundation")
        }
    }

    @Test func theTopLevelHoldsOnlyWhatTheDesignLists() {
        let listed: Set<String> = ["Package.swift", "Sources", "Tests", "themes", "README.md", "LICENSE"]
        let entries = Set(SourceTree.entries(under: "").filter { !$0.hasPrefix(".") && $0 != "Package.resolved" })
        #expect(entries == listed)
    }
}

/// The repository's own files, found from the place of this one.
enum SourceTree {
    static let root = String(#filePath.dropLast("/Tests/ArchitectureTests/ImportTests.swift".count))

    static func entries(under folder: String) -> [String] {
        guard let directory = opendir(root + "/" + folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func folders(under folder: String) -> [String] {
        entries(under: folder).filter { isFolder(folder + "/" + $0) }
    }

    static func swiftFiles(under folder: String) -> [String] {
        entries(under: folder).flatMap { name -> [String] in
            let path = folder + "/" + name
            if isFolder(path) { return swiftFiles(under: path) }
            return name.hasSuffix(".swift") ? [path] : []
        }
    }

    /// The modules that a file imports, whatever the access level or attribute of the import.
    static func imports(of file: String) -> [String] {
        var isInText = false
        return text(of: file).split(separator: "\n").compactMap { line in
            // Modules of the Python library that are written in Python lie in texts.
            if line.hasSuffix("#\"\"\"") { isInText = true }
            if line.contains("\"\"\"#") { isInText = false }
            if isInText { return nil }
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"), at + 1 < words.count, words[..<at].allSatisfy(isImportPrefix) else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let name = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
            return String(name.prefix { $0 != "." })
        }
    }

    private static func isImportPrefix(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(root + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func text(of path: String) -> String {
        guard let file = fopen(root + "/" + path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A `io.StringIO` or `io.BytesIO`: a file in memory.
final class PyMemoryFile: PyInstance {
    /// The code points or bytes.
    var content: [UInt32] = []
    /// Where it is read and written next.
    var position = 0
    /// Whether it was closed.
    var isClosed = false
    /// Whether it holds text, not bytes.
    let isText: Bool
    /// What it does with line endings.
    var newline = Newline.kept

    /// What a text does with line endings: the `newline` argument.
    enum Newline {
        /// They stay, and `\n` ends a line.
        case kept
        /// All become `\n`.
        case universal
        /// They stay, and each kind ends a line.
        case separate
        /// `\n` becomes this one, which ends a line.
        case ending([UInt32])
    }

    /// Text as it is stored.
    func translated(_ points: [UInt32]) -> [UInt32] {
        switch newline {
        case .kept, .separate: return points
        case .ending(let ending): return points.flatMap { $0 == 0x0A ? ending : [$0] }
        case .universal:
            return points.indices.compactMap { index in
                if points[index] == 0x0D { return index + 1 < points.count && points[index + 1] == 0x0A ? nil : 0x0A }
                return points[index]
            }
        }
    }

    /// Where the line ends that begins at an index.
    func lineEnd(from start: Int) -> Int {
        var index = start
        while index < content.count {
            let point = content[index]
            switch newline {
            case .kept, .universal: if point == 0x0A { return index + 1 }
            case .separate:
                if point == 0x0A { return index + 1 }
                if point == 0x0D { return index + 1 < content.count && content[index + 1] == 0x0A ? index + 2 : index + 1 }
            case .ending(let ending): if content[index...].starts(with: ending) { return index + ending.count }
            }
            index += 1
        }
        return content.count
    }

    /// An empty file.
    init(type: PyType, isText: Bool) {
        self.isText = isText
        super.init(type: type)
    }

    /// A value of this file's kind.
    func make(_ points: ArraySlice<UInt32>) -> Value { isText ? .points(points) : .bytes(points.map { UInt8($0) }) }
}

/// The module `io`: files in memory; real ones are outside the playground.
enum IOModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "io")
        let abc = try machine.imported("abc", "ABCMeta").asType
        let base = try machine.types.make("IOBase", module: "io", metaclass: abc)
        module.add(base)
        for name in ["RawIOBase", "BufferedIOBase", "TextIOBase"] {
            module.add(try machine.types.make(name, module: "io", bases: [base], metaclass: abc))
        }
        let errors = ["OSError", "ValueError"].map { machine.types.exception($0) }
        let unsupported = try machine.types.make("UnsupportedOperation", module: "io", bases: errors)
        module.add(unsupported)
        for (name, isText) in [("StringIO", true), ("BytesIO", false)] {
            let type = try machine.types.make(name, module: "_io")
            if let abstract = module.namespace[isText ? "TextIOBase" : "BufferedIOBase"]?.asType {
                AbstractClasses.register([.object(type)], on: abstract)
            }
            type.allocates { PyMemoryFile(type: $0, isText: isText) }
            type.method("__init__", isText ? "self, initial_value='', newline='\n'" : "self, initial_bytes=b''") { machine, a in
                let file = try file(a[0], machine)
                if isText, !a[1].isNone, a[1].asStr == nil {
                    throw machine.error("TypeError", "initial_value must be str or None, not \(machine.typeName(a[1]))")
                }
                if isText { file.newline = a[2].isNone ? (a.isGiven(2) ? .universal : .kept) : try newline(a[2], machine) }
                file.content = a.isGiven(1) && !a[1].isNone ? try points(a[1], file, machine) : []
                file.position = 0
                return .none
            }
            for refused in ["fileno", "detach"] {
                type.method(refused, "self") { machine, _ in throw machine.error(unsupported, [.string(refused)]) }
            }
            if !isText { MemoryBytes.install(type, machine) }
            installReading(type)
            installWriting(type)
            installPosition(type)
            module.add(type)
        }
        for name in ["open", "open_code", "FileIO", "BufferedReader"] {
            module.function(machine, name, "*args, **kwargs") { machine, _ in throw Sandbox.limit("io.\(name)()", machine) }
        }
        for (name, value) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2), ("DEFAULT_BUFFER_SIZE", 8192)] {
            module.add(name, .int(value))
        }
        try LibraryExtras.io.run(in: module, machine)
        return module
    }

    private static func newline(_ value: Value, _ machine: Machine) throws -> PyMemoryFile.Newline {
        switch value.asString {
        case "": return .separate
        case "\n": return .kept
        case "\r": return .ending([0x0D])
        case "\r\n": return .ending([0x0D, 0x0A])
        default:
            guard value.asStr != nil else {
                throw machine.error("TypeError", "newline must be str or None, not \(machine.typeName(value))")
            }
            throw machine.error("ValueError", "illegal newline value: \(try machine.repr(value))")
        }
    }

    private static func file(_ value: Value, _ machine: Machine) throws -> PyMemoryFile {
        guard let file = value.asObject as? PyMemoryFile else { throw machine.error("TypeError", "not a file in memory") }
        if file.isClosed { throw machine.error("ValueError", "I/O operation on closed file") }
        return file
    }

    private static func points(_ value: Value, _ file: PyMemoryFile, _ machine: Machine) throws -> [UInt32] {
        if file.isText {
            guard let text = value.asStr else {
                throw machine.error("TypeError", "string argument expected, got '\(machine.typeName(value))'")
            }
            return file.translated(text.points)
        }
        guard let data = value.asBytes else {
            throw machine.error("TypeError", "a bytes-like object is required, not '\(machine.typeName(value))'")
        }
        return data.bytes.map(UInt32.init)
    }

    private static func installReading(_ type: PyType) {
        func take(_ file: PyMemoryFile, _ count: Int) -> Value {
            let start = min(file.position, file.content.count)
            let end = start + min(count, file.content.count - start)
            file.position = end
            return file.make(file.content[start..<end])
        }
        func line(_ file: PyMemoryFile, limit: Int = .max) -> Value? {
            guard file.position < file.content.count else { return nil }
            return take(file, min(file.lineEnd(from: file.position) - file.position, limit))
        }
        type.method("read", "self, size=-1, /") { machine, a in
            let file = try file(a[0], machine)
            let count = a[1].isNone ? -1 : try machine.index(a[1])
            return take(file, count < 0 ? file.content.count : count)
        }
        type.method("readline", "self, size=-1, /") { machine, a in
            let file = try file(a[0], machine)
            let limit = a[1].isNone ? -1 : try machine.index(a[1])
            return line(file, limit: limit < 0 ? .max : limit) ?? file.make([])
        }
        type.method("readlines", "self, hint=-1, /") { machine, a in
            let file = try file(a[0], machine)
            var lines: [Value] = []
            let hint = a[1].isNone ? -1 : try machine.index(a[1])
            let start = file.position
            while hint <= 0 || file.position - start < hint, let next = line(file) { lines.append(next) }
            return .list(lines)
        }
        type.method("__iter__", "self, /") { _, a in a[0] }
        type.method("__next__", "self, /") { machine, a in
            guard let next = line(try file(a[0], machine)) else { throw machine.error(machine.types.exception("StopIteration"), []) }
            return next
        }
        type.method("getvalue", "self") { machine, a in
            let file = try file(a[0], machine)
            return file.make(file.content[...])
        }
    }

    private static func installWriting(_ type: PyType) {
        func write(_ file: PyMemoryFile, _ points: [UInt32], _ machine: Machine) throws {
            try machine.charge(bytes: 4, times: points.count)
            if file.position > file.content.count {
                try machine.charge(bytes: 4, times: min(file.position - file.content.count, 1 << 40))
                file.content += [UInt32](repeating: 0, count: file.position - file.content.count)
            }
            let end = min(file.position + points.count, file.content.count)
            file.content.replaceSubrange(file.position..<end, with: points)
            file.position += points.count
        }
        type.method("write", "self, s, /") { machine, a in
            let file = try file(a[0], machine)
            let points = try points(a[1], file, machine)
            try write(file, points, machine)
            return .int(a[1].asStr?.count ?? points.count)
        }
        type.method("writelines", "self, lines, /") { machine, a in
            let file = try file(a[0], machine)
            for line in try machine.array(a[1]) { try write(file, try points(line, file, machine), machine) }
            return .none
        }
        type.method("truncate", "self, pos=None, /") { machine, a in
            let file = try file(a[0], machine)
            let end = a[1].isNone ? file.position : try machine.index(a[1])
            if end < 0 { throw machine.error("ValueError", "\(file.isText ? "Negative" : "negative") size value \(end)") }
            if end < file.content.count { file.content.removeSubrange(max(0, end)...) }
            return .int(end)
        }
    }

    private static func installPosition(_ type: PyType) {
        type.method("seek", "self, pos, whence=0, /") { machine, a in
            let file = try file(a[0], machine)
            let base = try machine.index(a[2])
            let offset = try machine.index(a[1])
            guard (0...2).contains(base) else {
                throw machine.error("ValueError", "\(file.isText ? "I" : "i")nvalid whence (\(base), should be 0, 1 or 2)")
            }
            if base == 0, offset < 0 {
                throw machine.error("ValueError", file.isText ? "Negative seek position \(offset)" : "negative seek value \(offset)")
            }
            if file.isText, base != 0, offset != 0 { throw machine.error("OSError", "Can't do nonzero cur-relative seeks") }
            let start = base == 1 ? file.position : base == 2 ? file.content.count : 0
            file.position = max(0, start.addingReportingOverflow(offset).overflow ? .max >> 8 : start + offset)
            return .int(file.position)
        }
        type.method("tell", "self") { machine, a in .int(try file(a[0], machine).position) }
        type.method("close", "self") { _, a in
            (a[0].asObject as? PyMemoryFile)?.isClosed = true
            return .none
        }
        if type.name == "StringIO" {
            type.getter("line_buffering") { _, _ in false }
            for name in ["encoding", "errors", "newlines"] { type.getter(name) { _, _ in .none } }
        }
        type.getter("closed") { _, value in .bool((value.asObject as? PyMemoryFile)?.isClosed ?? true) }
        for (name, answer) in [("readable", true), ("writable", true), ("seekable", true), ("isatty", false)] {
            type.method(name, "self") { _, _ in .bool(answer) }
        }
        type.method("flush", "self") { _, _ in .none }
        type.method("__enter__", "self") { _, a in a[0] }
        type.method("__exit__", "self, *exc") { _, a in
            (a[0].asObject as? PyMemoryFile)?.isClosed = true
            return .none
        }
    }
}

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
        for (name, isText) in [("StringIO", true), ("BytesIO", false)] {
            let type = try machine.types.make(name, module: "_io")
            type.allocates { PyMemoryFile(type: $0, isText: isText) }
            type.method("__init__", isText ? "self, initial_value='', newline=None" : "self, initial_bytes=b''") { machine, a in
                let file = try file(a[0], machine)
                if isText, !a[1].isNone, a[1].asStr == nil {
                    throw machine.error("TypeError", "initial_value must be str or None, not \(machine.typeName(a[1]))")
                }
                file.content = a.isGiven(1) && !a[1].isNone ? try points(a[1], file, machine) : []
                file.position = 0
                return .none
            }
            installReading(type)
            installWriting(type)
            installPosition(type)
            module.add(type)
        }
        for name in ["open", "open_code", "FileIO", "TextIOWrapper", "BufferedReader"] {
            module.function(machine, name, "*args, **kwargs") { machine, _ in throw Sandbox.limit("io.\(name)()", machine) }
        }
        for name in ["IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase"] { module.add(try machine.types.make(name, module: "io")) }
        module.add("UnsupportedOperation", .object(machine.types.exception("OSError")))
        for (name, value) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2), ("DEFAULT_BUFFER_SIZE", 8192)] {
            module.add(name, .int(value))
        }
        return module
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
            return text.points
        }
        guard let data = value.asBytes else {
            throw machine.error("TypeError", "a bytes-like object is required, not '\(machine.typeName(value))'")
        }
        return data.bytes.map(UInt32.init)
    }

    private static func installReading(_ type: PyType) {
        func take(_ file: PyMemoryFile, _ count: Int) -> Value {
            let start = min(file.position, file.content.count)
            let end = min(start + count, file.content.count)
            file.position = end
            return file.make(file.content[start..<end])
        }
        func line(_ file: PyMemoryFile) -> Value? {
            guard file.position < file.content.count else { return nil }
            let end = file.content[file.position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? file.content.count
            return take(file, end - file.position)
        }
        type.method("read", "self, size=-1, /") { machine, a in
            let file = try file(a[0], machine)
            let count = a[1].isNone ? -1 : try machine.index(a[1])
            return take(file, count < 0 ? file.content.count : count)
        }
        type.method("readline", "self, size=-1, /") { machine, a in
            let file = try file(a[0], machine)
            return line(file) ?? file.make([])
        }
        type.method("readlines", "self, hint=-1, /") { machine, a in
            let file = try file(a[0], machine)
            var lines: [Value] = []
            while let next = line(file) { lines.append(next) }
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
            try machine.charge(bytes: points.count * 4)
            if file.position > file.content.count {
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
            return .int(points.count)
        }
        type.method("writelines", "self, lines, /") { machine, a in
            let file = try file(a[0], machine)
            for line in try machine.array(a[1]) { try write(file, try points(line, file, machine), machine) }
            return .none
        }
        type.method("truncate", "self, pos=None, /") { machine, a in
            let file = try file(a[0], machine)
            let end = a[1].isNone ? file.position : try machine.index(a[1])
            if end < file.content.count { file.content.removeSubrange(max(0, end)...) }
            return .int(end)
        }
    }

    private static func installPosition(_ type: PyType) {
        type.method("seek", "self, pos, whence=0, /") { machine, a in
            let file = try file(a[0], machine)
            let base = try machine.index(a[2])
            let offset = try machine.index(a[1])
            file.position = max(0, offset + (base == 1 ? file.position : base == 2 ? file.content.count : 0))
            return .int(file.position)
        }
        type.method("tell", "self") { machine, a in .int(try file(a[0], machine).position) }
        type.method("close", "self") { _, a in
            (a[0].asObject as? PyMemoryFile)?.isClosed = true
            return .none
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

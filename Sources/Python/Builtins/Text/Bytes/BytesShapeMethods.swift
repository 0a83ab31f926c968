/// The methods of `bytes` and `bytearray` that split, join, strip and pad.
///
/// Splitting and stripping run on the bytes as code points below 256, so that they share the code of `str`.
enum BytesShapeMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        installStrip(on: type)
        installSplit(on: type)
        installPadding(on: type)
        type.bytesMethod("join", "iterable, /") { machine, receiver, a in
            let items = try machine.array(a[1])
            var joined: [UInt8] = []
            for (position, item) in items.enumerated() {
                guard let bytes = item.asBytes else {
                    let words = "sequence item \(position): expected a bytes-like object, \(machine.typeName(item)) found"
                    throw machine.error("TypeError", words)
                }
                try machine.charge(bytes: bytes.bytes.count + receiver.bytes.count)
                if position > 0 { joined += receiver.bytes }
                joined += bytes.bytes
            }
            return BytesMethods.made(joined, like: receiver)
        }
        type.bytesMethod("translate", "table, /, delete=b''") { machine, receiver, a in
            let table = a[1].isNone ? nil : try machine.requireBytes(a[1])
            if let table, table.count != 256 { throw machine.error("ValueError", "translation table must be 256 characters long") }
            let unwanted = Set(a.isGiven(2) ? try machine.requireBytes(a[2]) : [])
            let kept = receiver.bytes.lazy.filter { !unwanted.contains($0) }
            return BytesMethods.made(kept.map { table?[Int($0)] ?? $0 }, like: receiver)
        }
        type.staticMethod("maketrans", "frm, to, /") { machine, a in
            let from = try machine.requireBytes(a[0]), to = try machine.requireBytes(a[1])
            if from.count != to.count { throw machine.error("ValueError", "maketrans arguments must have same length") }
            var table = Array(UInt8.min...UInt8.max)
            for (key, value) in zip(from, to) { table[Int(key)] = value }
            return .object(PyBytes(table))
        }
    }

    private static func latin1(_ bytes: [UInt8]) -> [UInt8] { CodePoints.encode(bytes.lazy.map(UInt32.init)) }

    private static func bytes(_ text: ArraySlice<UInt8>, like receiver: PyBytes) -> Value {
        BytesMethods.made(CodePoints(text).map { UInt8(truncatingIfNeeded: $0) }, like: receiver)
    }

    private static func installStrip(on type: PyType) {
        func strip(_ name: String, _ ends: TextTrimming.Ends) {
            type.bytesMethod(name, "bytes=None, /") { machine, receiver, a in
                try machine.charge(bytes: receiver.bytes.count)
                let unwanted = a[1].isNone ? nil : Set(try machine.requireBytes(a[1]).map(UInt32.init))
                let kept = TextTrimming.trimmed(latin1(receiver.bytes), ends: ends) { unwanted?.contains($0) ?? BytesMethods.isSpace($0) }
                return bytes(kept, like: receiver)
            }
        }
        strip("strip", .both)
        strip("lstrip", .left)
        strip("rstrip", .right)
    }

    private static func installSplit(on type: PyType) {
        func split(_ name: String, fromRight: Bool) {
            type.bytesMethod(name, "sep=None, maxsplit=-1") { machine, receiver, a in
                let given = try machine.size(a[2])
                let limit = given < 0 ? Int.max : given
                try machine.charge(bytes: 2, times: receiver.bytes.count)
                if a[1].isNone {
                    let cut = fromRight ? TextSplitting.splitAtSpaceFromRight : TextSplitting.splitAtSpace
                    let parts = cut(latin1(receiver.bytes), limit, BytesMethods.isSpace)
                    return .list(PyList(parts.map { bytes($0, like: receiver) }))
                }
                let separator = try machine.requireBytes(a[1])
                if separator.isEmpty { throw machine.error("ValueError", "empty separator") }
                let parts = TextSplitting.split(receiver.bytes, at: separator, limit: limit, fromRight: fromRight)
                return .list(PyList(parts.map { BytesMethods.made($0, like: receiver) }))
            }
        }
        split("split", fromRight: false)
        split("rsplit", fromRight: true)
        type.bytesMethod("splitlines", "keepends=False") { machine, receiver, a in
            try machine.charge(bytes: 2, times: receiver.bytes.count)
            let lines = TextSplitting.lines(latin1(receiver.bytes), keepEnds: try machine.flag(a[1])) { $0 == 0x0A || $0 == 0x0D }
            return .list(PyList(lines.map { bytes($0, like: receiver) }))
        }
    }

    private static func installPadding(on type: PyType) {
        func pad(_ name: String, _ place: @escaping (_ missing: Int, _ width: Int) -> Int) {
            type.bytesMethod(name, "width, fillbyte?, /") { machine, receiver, a in
                let width = try machine.size(a[1])
                let fill = a.isGiven(2) ? a[2].asBytes?.bytes ?? [] : [0x20]
                if fill.count != 1 {
                    let words = "\(name)() argument 2 must be a byte string of length 1, not \(machine.typeName(a[2]))"
                    throw machine.error("TypeError", words)
                }
                let missing = max(0, max(0, width) - receiver.bytes.count)
                try machine.charge(bytes: receiver.bytes.count + missing)
                let left = missing == 0 ? 0 : place(missing, width)
                let leading = [UInt8](repeating: fill[0], count: left), trailing = [UInt8](repeating: fill[0], count: missing - left)
                return BytesMethods.made(leading + receiver.bytes + trailing, like: receiver)
            }
        }
        pad("ljust") { _, _ in 0 }
        pad("rjust") { missing, _ in missing }
        pad("center") { missing, width in missing / 2 + (missing & width & 1) }
        type.bytesMethod("zfill", "width, /") { machine, receiver, a in
            let missing = max(0, max(0, try machine.size(a[1])) - receiver.bytes.count)
            try machine.charge(bytes: receiver.bytes.count + missing)
            return BytesMethods.made(StrShapeMethods.zeroFilled(receiver.bytes, missing: missing), like: receiver)
        }
        type.bytesMethod("expandtabs", "tabsize=8") { machine, receiver, a in
            let expanded = try StrShapeMethods.expandingTabs(machine, latin1(receiver.bytes), size: try machine.size(a[1]))
            return bytes(expanded[...], like: receiver)
        }
    }
}

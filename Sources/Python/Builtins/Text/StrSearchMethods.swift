/// The methods of `str` that search: `find`, `count`, `startswith`, `replace`, `partition` and their kin.
enum StrSearchMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        installFind(on: type)
        installPrefixes(on: type)
        installPartition(on: type)
        type.strMethod("replace", "old, new, count=-1, /") { machine, text, a in
            let old = try machine.requireStr(a[1], "replace() argument 1"), new = try machine.requireStr(a[2], "replace() argument 2")
            let limit = try machine.size(a[3])
            try machine.chargeReplacement(text.utf8, old.utf8, new.utf8)
            let made = ByteSearch.replaced(text.utf8, old.utf8, with: new.utf8, limit: limit < 0 ? .max : limit, isText: true)
            return .str(PyStr(utf8: made))
        }
    }

    /// What is searched for; what is wrong with the bounds is said first.
    private static func needle(_ a: BoundArguments, _ text: PyStr, _ machine: Machine) throws -> PyStr {
        _ = try machine.range(a[2], a[3], count: text.count)
        guard let needle = a[1].asStr else { throw machine.error("TypeError", "must be str, not \(machine.typeName(a[1]))") }
        return needle
    }

    private static func installFind(on type: PyType) {
        let signature = "sub, start=None, end=None, /"
        func search(_ name: String, fromRight: Bool, isStrict: Bool) {
            type.strMethod(name, signature) { machine, text, a in
                let needle = try needle(a, text, machine)
                if let found = try find(machine, text, needle, a[2], a[3], fromRight: fromRight) { return .int(found) }
                if isStrict { throw machine.error("ValueError", "substring not found") }
                return .int(-1)
            }
        }
        search("find", fromRight: false, isStrict: false)
        search("rfind", fromRight: true, isStrict: false)
        search("index", fromRight: false, isStrict: true)
        search("rindex", fromRight: true, isStrict: true)
        type.strMethod("count", signature) { machine, text, a in
            let needle = try needle(a, text, machine)
            guard let points = try machine.range(a[2], a[3], count: text.count) else { return .int(0) }
            try machine.charge(instructions: text.byteCount / 16)
            if needle.count == 0 { return .int(points.count + 1) }
            let bytes = text.byteOffset(ofPoint: points.lowerBound)..<text.byteOffset(ofPoint: points.upperBound)
            return .int(ByteSearch.all(needle.utf8, in: text.utf8, bytes).count)
        }
    }

    private static func find(
        _ machine: Machine, _ text: PyStr, _ needle: PyStr, _ start: Value, _ end: Value, fromRight: Bool
    ) throws -> Int? {
        guard let points = try machine.range(start, end, count: text.count) else { return nil }
        try machine.charge(instructions: text.byteCount / 16)
        let bytes = text.byteOffset(ofPoint: points.lowerBound)..<text.byteOffset(ofPoint: points.upperBound)
        let place = fromRight ? ByteSearch.last(needle.utf8, in: text.utf8, bytes) : ByteSearch.first(needle.utf8, in: text.utf8, bytes)
        return place.map(text.pointIndex(ofByte:))
    }

    private static func installPrefixes(on type: PyType) {
        func test(_ name: String, atEnd: Bool) {
            type.strMethod(name, "prefix, start=None, end=None, /") { machine, text, a in
                if a[2].isNone, a[3].isNone, let option = a[1].asStr?.utf8 {
                    return .bool(ByteSearch.matches(option, text.utf8, atEnd ? text.byteCount - option.count : 0))
                }
                let options = try prefixes(machine, a[1], name)
                guard let range = try machine.range(a[2], a[3], count: text.count) else { return false }
                let part = text.slice(range).utf8
                return .bool(options.contains { ByteSearch.matches($0.utf8, part, atEnd ? part.count - $0.byteCount : 0) })
            }
        }
        test("startswith", atEnd: false)
        test("endswith", atEnd: true)
        type.strMethod("removeprefix", "prefix, /") { machine, text, a in
            let prefix = try machine.requireStr(a[1], "removeprefix() argument").utf8
            return ByteSearch.matches(prefix, text.utf8, 0) ? .str(PyStr(text.utf8[prefix.count...])) : .str(text)
        }
        type.strMethod("removesuffix", "suffix, /") { machine, text, a in
            let suffix = try machine.requireStr(a[1], "removesuffix() argument").utf8
            let start = text.byteCount - suffix.count
            return !suffix.isEmpty && ByteSearch.matches(suffix, text.utf8, start) ? .str(PyStr(text.utf8[..<start])) : .str(text)
        }
    }

    private static func prefixes(_ machine: Machine, _ value: Value, _ name: String) throws -> [PyStr] {
        if let text = value.asStr { return [text] }
        guard let tuple = value.asTuple else {
            throw machine.error("TypeError", "\(name) first arg must be str or a tuple of str, not \(machine.typeName(value))")
        }
        return try tuple.elements.map { element in
            guard let text = element.asStr else {
                throw machine.error("TypeError", "tuple for \(name) must only contain str, not \(machine.typeName(element))")
            }
            return text
        }
    }

    private static func installPartition(on type: PyType) {
        func cut(_ name: String, fromRight: Bool) {
            type.strMethod(name, "sep, /") { machine, text, a in
                guard let separator = a[1].asStr?.utf8 else {
                    throw machine.error("TypeError", "must be str, not \(machine.typeName(a[1]))")
                }
                if separator.isEmpty { throw machine.error("ValueError", "empty separator") }
                let whole = 0..<text.byteCount
                let found = fromRight ? ByteSearch.last(separator, in: text.utf8, whole) : ByteSearch.first(separator, in: text.utf8, whole)
                guard let found else { return .tuple(PyTuple(fromRight ? ["", "", .str(text)] : [.str(text), "", ""])) }
                let rest = PyStr(text.utf8[(found + separator.count)...])
                return .tuple(PyTuple([.str(PyStr(text.utf8[..<found])), .str(PyStr(utf8: separator)), .str(rest)]))
            }
        }
        cut("partition", fromRight: false)
        cut("rpartition", fromRight: true)
    }
}

extension Machine {
    /// Pays for a replacement by the most that it can produce.
    func chargeReplacement(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8]) throws {
        try charge(instructions: 1 + bytes.count / 16)
        if !old.isEmpty && new.count <= old.count { return try charge(bytes: bytes.count) }
        let places = old.isEmpty ? bytes.count + 1 : ByteSearch.all(old, in: bytes, 0..<bytes.count).count
        try charge(bytes: StrShapeMethods.saturating(places, times: new.count, plus: bytes.count))
    }
}

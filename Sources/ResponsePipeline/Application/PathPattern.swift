import Python

/// A path with its parameters (Starlette 1.10.0 routing.py `compile_path`).
struct PathPattern {
    /// A piece of fixed text or a parameter.
    enum Piece {
        case text([UInt8])
        case parameter(name: String, Convertor)
    }

    enum Convertor: String {
        case str, path, int, float, uuid

        /// Starlette 1.10.0 convertors.py `to_string`.
        func text(_ value: Value, _ machine: Machine) throws -> String {
            switch self {
            case .str:
                let text = try machine.str(value)
                if text.contains("/") { throw machine.error("AssertionError", "May not contain path separators") }
                if text.isEmpty { throw machine.error("AssertionError", "Must not be empty") }
                return text
            case .int:
                guard let number = value.asInt, number < 0 else { return try machine.str(value) }
                throw machine.error("AssertionError", "Negative integers are not supported")
            case .float:
                let format = try machine.call(try machine.evaluate("format", in: PyDict()), value, "0.20f")
                var text = try machine.str(format)
                while text.hasSuffix("0") { text.removeLast() }
                return text.hasSuffix(".") ? String(text.dropLast()) : text
            default: return try machine.str(value)
            }
        }
    }

    /// What a path cannot be.
    struct Problem: Error {
        /// The class of the exception that Starlette raises.
        let kind: String
        let text: String
    }

    private(set) var pieces: [Piece] = []
    private(set) var names: [String] = []
    /// The path with its converters left out.
    private(set) var format = ""

    /// Whatever stands in braces, which FastAPI takes for the names of path parameters.
    var declaredNames: Set<String> {
        var result: Set<String> = []
        var rest = format[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return result
    }

    init(_ path: String) throws(Problem) {
        var text = ""
        var rest = path[...]
        while let character = rest.first {
            if character == "{", let close = rest.firstIndex(of: "}"), let parameter = Self.parameter(rest[..<close].dropFirst()) {
                guard let convertor = Convertor(rawValue: parameter.convertor) else {
                    throw Problem(kind: "AssertionError", text: "Unknown path convertor '\(parameter.convertor)'")
                }
                if names.contains(parameter.name) {
                    throw Problem(kind: "ValueError", text: "Duplicated param name \(parameter.name) at path \(path)")
                }
                if !text.isEmpty { pieces.append(.text(Array(text.utf8))) }
                text = ""
                pieces.append(.parameter(name: parameter.name, convertor))
                names.append(parameter.name)
                format += "{\(parameter.name)}"
                rest = rest[rest.index(after: close)...]
            } else {
                text.append(character)
                format.append(character)
                rest.removeFirst()
            }
        }
        if !text.isEmpty { pieces.append(.text(Array(text.utf8))) }
    }

    /// A name and a converter between braces; nil where the braces are mere text.
    private static func parameter(_ inside: Substring) -> (name: String, convertor: String)? {
        let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let isName = { (text: Substring) in
            guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
            return text.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
        }
        guard parts.allSatisfy(isName), let name = parts.first else { return nil }
        return (String(name), parts.count > 1 ? String(parts[1]) : "str")
    }

    /// The path for given values, or nil where the names differ (Starlette 1.10.0 routing.py `url_path_for`).
    func path(_ values: [(name: String, value: Value)], _ machine: Machine) throws -> String? {
        guard Set(values.map(\.name)) == Set(names) else { return nil }
        var values = values
        return try filled(&values, machine)
    }

    /// The path with the given values in it, which are taken away; other parameters stay in braces (Starlette 1.10.0 routing.py
    /// `replace_params`).
    func filled(_ values: inout [(name: String, value: Value)], _ machine: Machine) throws -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let bytes): result += String(decoding: bytes, as: UTF8.self)
            case .parameter(let name, let convertor):
                if let index = values.firstIndex(where: { $0.name == name }) {
                    result += try convertor.text(values.remove(at: index).value, machine)
                } else {
                    result += "{\(name)}"
                }
            }
        }
        return result
    }

    /// The parameters of a decoded path, or nil where it does not match.
    func match(_ path: [UInt8]) -> [(name: String, value: String, convertor: Convertor)]? {
        var path = path
        if names.count > 1, path.count > LongPath.least { return LongPath(path, pieces).match }
        if path.last == 0x0A, let all = match(path, from: 0, piece: 0) { return all }
        if path.last == 0x0A { path.removeLast() }
        return match(path, from: 0, piece: 0)
    }

    private func match(_ path: [UInt8], from start: Int, piece index: Int) -> [(name: String, value: String, convertor: Convertor)]? {
        guard index < pieces.count else { return start == path.count ? [] : nil }
        switch pieces[index] {
        case .text(let text):
            guard path.count - start >= text.count, path[start..<(start + text.count)].elementsEqual(text) else { return nil }
            return match(path, from: start + text.count, piece: index + 1)
        case .parameter(let name, let convertor):
            for end in Self.ends(path, start, convertor) {
                if let rest = match(path, from: end, piece: index + 1) {
                    return [(name, String(decoding: path[start..<end], as: UTF8.self), convertor)] + rest
                }
            }
            return nil
        }
    }

    /// Where a parameter may end, the longest first, as a greedy expression tries.
    static func ends(_ path: [UInt8], _ start: Int, _ convertor: Convertor) -> [Int] {
        let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
        var end = start
        switch convertor {
        case .str: while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
        case .path: while end < path.count, path[end] != 0x0A { end += 1 }
        case .int, .float:
            while end < path.count, isDigit(path[end]) { end += 1 }
            if convertor == .float, end > start, end + 1 < path.count, path[end] == UInt8(ascii: "."), isDigit(path[end + 1]) {
                end += 1
                while end < path.count, isDigit(path[end]) { end += 1 }
            }
        case .uuid:
            let text = String(decoding: path[start...].prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
            return UUIDText.parse(text) == nil ? [] : [start + text.utf8.count]
        }
        let least = convertor == .path ? start : start + 1
        return end < least ? [] : Array((least...end).reversed())
    }
}

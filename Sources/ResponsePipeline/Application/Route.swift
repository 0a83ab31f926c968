import DataModels
import HTTPMessages
import Python

/// A path operation, ready to run.
final class Route {
    /// What the decorator said.
    struct Settings {
        var statusCode: Value = .none
        var responseClass: Value = .none
        /// Nil where `response_model` was not given.
        var responseModel: Value?
        var dependencies: [Value] = []
        var options = SerializationOptions()
        var name: String?
        var isInSchema = true
    }

    let path: String
    let pattern: PathPattern
    /// In the order of the decorator; real FastAPI has a set.
    let methods: [String]
    let endpoint: Value
    let settings: Settings
    private(set) var dependant: Dependant?
    private(set) var responseField: TypeAdapter?
    private(set) var bodyFields: [Dependant.Field] = []
    private(set) var embedsBody = false
    /// Answers that are not a program's, such as `/docs`.
    let builtIn: String?
    /// The place of its decorator.
    let site: CallSite?

    init(
        path: String, methods: [String], endpoint: Value, settings: Settings, builtIn: String? = nil, site: CallSite? = nil
    ) throws(PathPattern.Problem) {
        self.path = path
        self.methods = methods
        self.endpoint = endpoint
        self.settings = settings
        self.builtIn = builtIn
        self.site = site
        pattern = try PathPattern(path)
    }

    var title: String {
        (endpoint.asObject as? PyFunction)?.name ?? settings.name ?? builtIn ?? endpoint.asType?.name ?? "endpoint"
    }

    /// Reads the signature and compiles the models; raises what FastAPI raises when the route is declared.
    func prepare(_ machine: Machine, _ reader: SignatureReader) throws {
        let names = Set(pattern.names)
        let dependant = try reader.dependant(endpoint, pathNames: names)
        var extra: [Dependant] = []
        for value in settings.dependencies {
            guard let depends = value.asObject as? DependsObject else { continue }
            extra.append(
                try reader.dependant(depends.dependency, pathNames: names, usesCache: depends.usesCache, scope: depends.scope))
        }
        dependant.dependencies.insert(contentsOf: extra, at: 0)
        self.dependant = dependant
        bodyFields = dependant.flatBody
        embedsBody = Self.embeds(bodyFields)
        try prepareModel(machine)
    }

    private static func embeds(_ fields: [Dependant.Field]) -> Bool {
        Set(fields.map(\.name)).count > 1 || fields.first?.info.embeds == true
    }

    private func prepareModel(_ machine: Machine) throws {
        guard builtIn == nil else { return }
        var model = settings.responseModel
        if model == nil { model = try returnAnnotation(machine) }
        guard let model, !model.isNone, try machine.isTrue(model) else { return }
        if let code = settings.statusCode.asInt, code < 200 || code == 204 || code == 205 || code == 304 {
            throw machine.error("AssertionError", "Status code \(code) must not have a response body")
        }
        do {
            responseField = try TypeAdapter(model, globals: SignatureReader.globals(of: endpoint), machine)
        } catch let problem as TypeAdapter.UnsupportedAnnotation {
            throw try SignatureReader.invalidField(problem.annotation, machine)
        }
    }

    private func returnAnnotation(_ machine: Machine) throws -> Value? {
        guard let function = endpoint.asObject as? PyFunction, var annotation = function.returnAnnotation else { return nil }
        if let text = annotation.asString { annotation = try machine.evaluate(text, in: function.globals) }
        if let type = annotation.asType, type.mro.contains(where: { $0.name == "Response" && $0.module == "starlette.responses" }) {
            return nil
        }
        if let alias = annotation.asObject as? PyGenericAlias, function.isGenerator || function.isAsyncGenerator, alias.origin.asType != nil
        {
            return nil
        }
        return annotation
    }
}

/// A path with its parameters (Starlette 1.10.0 routing.py `compile_path`).
struct PathPattern {
    /// A piece of fixed text or a parameter.
    private enum Piece {
        case text([UInt8])
        case parameter(name: String, Convertor)
    }

    enum Convertor: String { case str, path, int, float, uuid }

    /// What a path cannot be.
    struct Problem: Error {
        let text: String
    }

    private var pieces: [Piece] = []
    private(set) var names: [String] = []

    init(_ path: String) throws(Problem) {
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let inside = rest[rest.index(after: open)..<close]
            let parts = inside.split(separator: ":", maxSplits: 1)
            guard let name = parts.first.map(String.init) else { break }
            guard let convertor = Convertor(rawValue: parts.count > 1 ? String(parts[1]) : "str") else {
                throw Problem(text: "Unknown path convertor '\(parts[1])'")
            }
            if names.contains(name) { throw Problem(text: "Duplicated param name \(name) at path \(path)") }
            if open > rest.startIndex { pieces.append(.text(Array(rest[..<open].utf8))) }
            pieces.append(.parameter(name: name, convertor))
            names.append(name)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(Array(rest.utf8))) }
    }

    /// The parameters of a decoded path, or nil where it does not match.
    func match(_ path: [UInt8]) -> [(name: String, value: String, convertor: Convertor)]? {
        var path = path
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
    private static func ends(_ path: [UInt8], _ start: Int, _ convertor: Convertor) -> [Int] {
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

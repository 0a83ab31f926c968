import Python

/// `AnyUrl`, `HttpUrl` and the other URL classes of `pydantic.networks`.
final class URLClasses {
    /// Name and class, in the order of `pydantic.networks`.
    let all: [(name: String, type: PyType)]
    /// `UrlConstraints`.
    let constraintsClass: PyType
    private var constraints: [ObjectIdentifier: URLConstraints] = [:]

    init(_ machine: Machine) throws {
        let single = try machine.types.make("_BaseUrl", module: "pydantic.networks")
        let multiple = try machine.types.make("_BaseMultiHostUrl", module: "pydantic.networks")
        for base in [single, multiple] { base.allocates { URLValue(type: $0) } }
        let any = try machine.types.make("AnyUrl", module: "pydantic.networks", bases: [single])
        any.allocates { URLValue(type: $0) }
        var made: [(name: String, type: PyType)] = [("AnyUrl", any)]
        for (name, rules) in URLConstraints.known {
            let type = try machine.types.make(name, module: "pydantic.networks", bases: [rules.isMultiHost ? multiple : any])
            type.allocates { URLValue(type: $0) }
            constraints[ObjectIdentifier(type)] = rules
            made.append((name, type))
        }
        all = made
        constraintsClass = try machine.types.make("UrlConstraints", module: "pydantic.networks")
        constraintsClass.allocates { URLConstraintsMarker(type: $0) }
        URLConstraintsMarker.define(constraintsClass)
        for base in [single, multiple] {
            base.copiesToItself()
            defineText(base)
            defineComparison(base)
            base.method("__init__", "self, url") { [unowned self] machine, a in
                guard let url = a[0].asObject as? URLValue else { return .none }
                try self.initialize(url, from: a[1], machine)
                return .none
            }
        }
        defineParts(single)
        defineBuilding(single)
        defineHosts(multiple)
    }

    /// The schema of a URL class; nil for other classes.
    func schemaType(of type: PyType) -> URLType? {
        guard type.mro.contains(where: { $0.module == "pydantic.networks" && ($0.name == "_BaseUrl" || $0.name == "_BaseMultiHostUrl") })
        else { return nil }
        let rules = type.mro.lazy.compactMap { self.constraints[ObjectIdentifier($0)] }.first
        return URLType(type: type, constraints: rules ?? URLConstraints())
    }

    private func initialize(_ url: URLValue, from input: Value, _ machine: Machine) throws {
        guard let rules = schemaType(of: url.instanceType) else { return }
        var errors: [ErrorDetail] = []
        guard let made = try rules.validate(input, Validator(machine), [], &errors)?.asObject as? URLValue else {
            throw ValidationFailure.error(errors, title: url.instanceType.name, machine)
        }
        url.record = made.record
        url.furtherHosts = made.furtherHosts
    }

    private static func url(_ value: Value, _ machine: Machine) throws -> URLValue {
        guard let url = value.asObject as? URLValue else { throw machine.error("TypeError", "'\(machine.typeName(value))' is no URL") }
        return url
    }

    private func defineText(_ type: PyType) {
        for name in ["__str__", "encoded_string"] {
            type.method(name, "self") { machine, a in .string(try Self.url(a[0], machine).text) }
        }
        type.method("unicode_string", "self") { machine, a in .string(try Self.url(a[0], machine).unicodeText) }
        type.method("__repr__", "self") { machine, a in
            let url = try Self.url(a[0], machine)
            return .string("\(url.instanceType.name)(\(try machine.repr(.string(url.text))))")
        }
        type.method("__len__", "self") { machine, a in .int(try Self.url(a[0], machine).text.unicodeScalars.count) }
        type.method("__hash__", "self") { machine, a in .int(try machine.hash(.string(try Self.url(a[0], machine).text))) }
        let parts: [(String, (URLRecord) -> String?)] = [
            ("scheme", { $0.scheme }), ("path", { $0.path.isEmpty ? nil : $0.path }), ("query", { $0.query }),
            ("fragment", { $0.fragment }),
        ]
        for (name, part) in parts {
            type.getter(name) { machine, value in part(try Self.url(value, machine).record).map { .string($0) } ?? .none }
        }
        type.method("query_params", "self") { machine, a in
            guard let query = try Self.url(a[0], machine).record.query else { return .list(PyList([])) }
            let pairs = query.split(separator: "&").map { pair -> Value in
                let equals = pair.firstIndex(of: "=") ?? pair.endIndex
                let words = [pair[..<equals], pair[equals...].dropFirst()].map { word -> Value in
                    let spaced = Array(word.utf8).map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
                    return .string(String(decoding: PercentEncoding.decode(spaced), as: UTF8.self))
                }
                return .tuple(PyTuple(words))
            }
            return .list(PyList(pairs))
        }
    }

    private func defineComparison(_ type: PyType) {
        let comparisons: [(String, (String, String) -> Bool)] = [
            ("__eq__", { $0 == $1 }), ("__lt__", { $0 < $1 }), ("__gt__", { $0 > $1 }), ("__le__", { $0 <= $1 }), ("__ge__", { $0 >= $1 }),
        ]
        for (name, compare) in comparisons {
            type.method(name, "self, other, /") { machine, a in
                guard let one = a[0].asObject as? URLValue, let two = a[1].asObject as? URLValue, one.instanceType === two.instanceType
                else { return machine.notImplemented }
                return .bool(compare(one.text, two.text))
            }
        }
    }

    private func defineParts(_ type: PyType) {
        let parts: [(String, (URLRecord) -> String?)] = [
            ("username", { $0.username.isEmpty ? nil : $0.username }), ("password", { $0.password }),
            ("host", { $0.host?.isEmpty == false ? $0.host : nil }),
        ]
        for (name, part) in parts {
            type.getter(name) { machine, value in part(try Self.url(value, machine).record).map { .string($0) } ?? .none }
        }
        type.getter("port") { machine, value in try Self.url(value, machine).record.effectivePort.map { .int($0) } ?? .none }
        type.method("unicode_host", "self") { machine, a in
            let host = try Self.url(a[0], machine).record.unicodeHost
            return host?.isEmpty == false ? host.map { .string($0) } ?? .none : .none
        }
    }

    private func defineBuilding(_ type: PyType) {
        type.classMethod(
            "build", "cls, *, scheme, username=None, password=None, host, port=None, path=None, query=None, fragment=None"
        ) { machine, a in
            let text = { (index: Int) throws -> String? in a[index].isNone ? nil : try machine.str(a[index]) }
            var url = (try text(1) ?? "") + "://"
            if let user = try text(2) {
                url += PercentEncoding.userInfo.encode(user.utf8)
                if let password = try text(3) { url += ":" + PercentEncoding.userInfo.encode(password.utf8) }
                url += "@"
            }
            url += try text(4) ?? ""
            if let port = try text(5) { url += ":" + port }
            if let path = try text(6) { url += path.hasPrefix("/") ? path : "/" + path }
            if let query = try text(7) { url += "?" + query }
            if let fragment = try text(8) { url += "#" + fragment }
            return try machine.call(a[0], .string(url))
        }
    }

    private func defineHosts(_ type: PyType) {
        type.method("hosts", "self") { machine, a in
            let url = try Self.url(a[0], machine)
            return .list(
                PyList(
                    ([url.record] + url.furtherHosts).map { one in
                        let dict = PyDict()
                        dict["username"] = one.username.isEmpty ? Value.none : .string(one.username)
                        dict["password"] = one.password.map { .string($0) } ?? Value.none
                        dict["host"] = one.host?.isEmpty == false ? one.host.map { .string($0) } ?? Value.none : Value.none
                        dict["port"] = one.effectivePort.map { .int($0) } ?? Value.none
                        return .dict(dict)
                    }))
        }
    }
}

/// `UrlConstraints(…)` inside `Annotated`.
final class URLConstraintsMarker: PyInstance {
    private var settings: [(name: String, value: Value)] = []

    /// The constraints of a type with those that the marker sets.
    func applied(to constraints: URLConstraints, _ machine: Machine) throws -> URLConstraints {
        var result = constraints
        for (name, value) in settings where !value.isNone {
            switch name {
            case "max_length": result.maxLength = value.asInt
            case "allowed_schemes": result.allowedSchemes = try machine.array(value).compactMap(\.asString)
            case "host_required": result.isHostRequired = try machine.isTrue(value)
            case "default_host": result.defaultHost = value.asString
            case "default_port": result.defaultPort = value.asInt
            case "default_path": result.defaultPath = value.asString
            default: result.keepsEmptyPath = try machine.isTrue(value)
            }
        }
        return result
    }

    static func define(_ type: PyType) {
        let names = [
            "max_length", "allowed_schemes", "host_required", "default_host", "default_port", "default_path", "preserve_empty_path",
        ]
        type.method("__init__", "self, " + names.map { "\($0)=None" }.joined(separator: ", ")) { _, a in
            guard let marker = a[0].asObject as? URLConstraintsMarker else { return .none }
            marker.settings = names.enumerated().map { ($1, a[$0 + 1]) }
            for (name, value) in marker.settings { marker.dictionary[name] = value }
            return .none
        }
    }
}

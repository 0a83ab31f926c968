/// The module `http.cookies`.
enum CookiesModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "http.cookies")
        let problem = try machine.types.make("CookieError", module: "http.cookies", bases: [machine.types.exception("Exception")])
        let morsel = try machine.types.make("Morsel", module: "http.cookies", bases: [machine.types.dict])
        let base = try machine.types.make("BaseCookie", module: "http.cookies", bases: [machine.types.dict])
        let simple = try machine.types.make("SimpleCookie", module: "http.cookies", bases: [base])
        installMorsel(morsel, problem)
        installCookie(base, morsel)
        for type in [problem, morsel, base, simple] { module.add(type) }
        let keys = PyDict()
        for (key, name) in CookieText.reserved { keys[key] = .string(name) }
        morsel.constant("_reserved", .dict(keys))
        module.function(machine, "_quote", "str") { _, a in .str(CookieText.quote(a[0].asStr ?? PyStr(""))) }
        module.function(machine, "_unquote", "str") { _, a in .str(CookieText.unquote(a[0].asStr ?? PyStr(""))) }
        try LibraryExtras.cookies.run(in: module, machine)
        for (type, name, written) in [
            (base, "load", "_load"), (base, "js_output", "_js_output"), (morsel, "js_output", "_js_output_one"),
        ] { type.constant(name, module.namespace[written] ?? .none) }
        return module
    }

    // MARK: Morsels

    private static func installMorsel(_ type: PyType, _ problem: PyType) {
        type.method("__init__", "self") { machine, a in
            for (key, _) in CookieText.reserved { a[0].asDict?[key] = "" }
            for name in ["_key", "_value", "_coded_value"] { a[0].asInstance?.dictionary[name] = Value.none }
            return .none
        }
        type.method("set", "self, key, val, coded_val") { machine, a in
            do {
                try CookieText.check(name: a[1].asStr ?? PyStr(""))
            } catch let illegal as CookieText.Problem {
                throw machine.error(problem, [.string(illegal.message)])
            }
            a[0].asInstance?.dictionary["_key"] = a[1]
            a[0].asInstance?.dictionary["_value"] = a[2]
            a[0].asInstance?.dictionary["_coded_value"] = a[3]
            return .none
        }
        for (name, key) in [("key", "_key"), ("value", "_value"), ("coded_value", "_coded_value")] {
            type.getter(name) { _, value in value.asInstance?.attributes?[key] ?? .none }
        }
        type.method("__setitem__", "self, K, V, /") { machine, a in
            let key = a[1].asString?.lowercased() ?? ""
            guard CookieText.reserved.contains(where: { $0.key == key }) else {
                throw machine.error(problem, [.string("Invalid attribute \(try machine.repr(.string(key)))")])
            }
            a[0].asDict?[key] = a[2]
            return .none
        }
        type.method("isReservedKey", "self, K") { _, a in
            .bool(CookieText.reserved.contains { $0.key == a[1].asString?.lowercased() })
        }
        for name in ["OutputString", "__str__", "output"] {
            let signature =
                name == "OutputString" ? "self, attrs=None" : name == "output" ? "self, attrs=None, header='Set-Cookie:'" : "self"
            type.method(name, signature) { machine, a in
                let line = try output(a[0], only: name == "__str__" ? .none : a[1], machine)
                if name == "OutputString" { return .str(line) }
                let header = name == "output" ? a[2].asStr ?? PyStr("") : PyStr("Set-Cookie:")
                return .str(PyStr(utf8: header.utf8 + [0x20] + line.utf8))
            }
        }
        type.method("__repr__", "self") { machine, a in .string("<Morsel: \(try output(a[0], machine).string)>") }
    }

    /// The line of a cookie with those of its attributes that `names` has, or with all of them.
    private static func output(_ morsel: Value, only names: Value = .none, _ machine: Machine) throws -> PyStr {
        var attributes: [(key: String, text: PyStr)] = []
        for (key, _) in CookieText.reserved where try names.isNone || machine.contains(names, .string(key)) {
            guard let value = morsel.asDict?[key], !(value.asStr.map { $0.isEmpty } ?? false) else { continue }
            let isFlag = key == "secure" || key == "httponly"
            if try isFlag && !machine.isTrue(value) { continue }
            if key == "expires", value.isInteger {
                let now = RunClock.now(machine) / 1_000_000_000
                attributes.append((key, PyStr(CookieText.date(now + (value.asInt ?? 0)))))
            } else if key == "max-age", let number = value.asBigInt {
                attributes.append((key, PyStr(number.text())))
            } else {
                attributes.append((key, try machine.strStr(value)))
            }
        }
        let name = morsel.asInstance?.attributes?["_key"]?.asStr ?? PyStr("None")
        let value = morsel.asInstance?.attributes?["_coded_value"]?.asStr ?? PyStr("None")
        return CookieText.line(name: name, codedValue: value, attributes: attributes)
    }

    // MARK: Cookies

    private static func installCookie(_ type: PyType, _ morsel: PyType) {
        type.method("__init__", "self, input=None") { machine, a in
            if try machine.isTrue(a[1]) { _ = try machine.call(try machine.attribute(a[0], "load"), a[1]) }
            return .none
        }
        type.method("__setitem__", "self, key, value, /") { machine, a in
            let text = try machine.strStr(a[2])
            if machine.isInstance(a[2], morsel) {
                try a[0].asDict?.setValue(a[2], for: a[1], machine)
            } else {
                try put(a[0], a[1], .str(text), CookieText.quote(text), morsel, machine)
            }
            return .none
        }
        type.method("value_encode", "self, val") { machine, a in
            let text = try machine.strStr(a[1])
            return .tuple([.str(text), .str(CookieText.quote(text))])
        }
        type.method("value_decode", "self, val") { machine, a in
            .tuple([.str(CookieText.unquote(a[1].asStr ?? PyStr(""))), a[1]])
        }
        for name in ["output", "__str__"] {
            type.method(name, name == "output" ? "self, attrs=None, header='Set-Cookie:', sep='\r\n'" : "self") { machine, a in
                let header = name == "output" ? a[2].asString ?? "" : "Set-Cookie:"
                let separator = name == "output" ? a[3].asString ?? "" : "\r\n"
                let items = (a[0].asDict?.items ?? []).sorted { ($0.key.asString ?? "") < ($1.key.asString ?? "") }
                return .string(
                    try items.map { "\(header) \(try output($0.value, only: name == "output" ? a[1] : .none, machine).string)" }.joined(
                        separator: separator))
            }
        }
        type.method("__repr__", "self") { machine, a in
            let items = try (a[0].asDict?.items ?? []).map {
                "\($0.key.asString ?? "")=\(try machine.repr($0.value.asInstance?.attributes?["_value"] ?? .none))"
            }
            return .string("<\(machine.typeName(a[0])): \(items.joined(separator: " "))>")
        }
    }

    private static func put(
        _ cookie: Value, _ key: Value, _ value: Value, _ coded: PyStr, _ morsel: PyType, _ machine: Machine
    ) throws {
        let known = try cookie.asDict?.value(for: key, machine)
        let entry = try known ?? machine.call(.object(morsel))
        _ = try machine.call(try machine.attribute(entry, "set"), key, value, .str(coded))
        try cookie.asDict?.setValue(entry, for: key, machine)
    }
}

extension Substring {
    /// Without blanks at both ends.
    var trimmed: String {
        var rest = self
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return String(rest)
    }
}

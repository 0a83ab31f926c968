/// The methods of `re.Pattern`.
enum RegexPatternClass {
    /// Gives the classes their behaviour.
    static func install(_ library: RegexLibrary) {
        let type = library.pattern
        func operations(_ machine: Machine, _ pattern: Value, _ subject: Value, _ start: Value, _ end: Value) throws -> RegexOperations {
            guard let pattern = pattern.asObject as? PyRegexPattern else { throw machine.error("TypeError", "not a pattern") }
            return try RegexOperations(
                pattern, subject, library, machine, from: try machine.index(start), to: end.isNone ? .max : try machine.index(end))
        }
        for (name, mode) in [("search", PythonRegex.Mode.search), ("match", .match), ("fullmatch", .fullmatch)] {
            type.method(name, "self, string, pos=0, endpos=None") { machine, a in
                try operations(machine, a[0], a[1], a[2], a[3]).match(mode)
            }
        }
        type.method("findall", "self, string, pos=0, endpos=None") { machine, a in
            try operations(machine, a[0], a[1], a[2], a[3]).findAll()
        }
        type.method("finditer", "self, string, pos=0, endpos=None") { machine, a in
            .object(RegexMatchIterator(try operations(machine, a[0], a[1], a[2], a[3])))
        }
        type.method("split", "self, string, maxsplit=0") { machine, a in
            try operations(machine, a[0], a[1], 0, .none).split(limit: try machine.index(a[2]))
        }
        for name in ["sub", "subn"] {
            type.method(name, "self, repl, string, count=0") { machine, a in
                let (text, count) = try operations(machine, a[0], a[2], 0, .none).replace(with: a[1], limit: try machine.index(a[3]))
                return name == "sub" ? text : .tuple([text, .int(count)])
            }
        }
        installAttributes(type)
    }

    private static func installAttributes(_ type: PyType) {
        type.getter("pattern") { _, value in (value.asObject as? PyRegexPattern)?.source ?? .none }
        type.getter("flags") { _, value in .int((value.asObject as? PyRegexPattern)?.regex.flags.rawValue ?? 0) }
        type.getter("groups") { _, value in .int((value.asObject as? PyRegexPattern)?.regex.groupCount ?? 0) }
        type.getter("groupindex") { machine, value in
            let made = PyDict()
            for (name, group) in (value.asObject as? PyRegexPattern)?.regex.groupNames ?? [] { made[name] = .int(group) }
            return made.count == 0 ? .dict(made) : MappingProxy.make(made, machine)
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let pattern = a[0].asObject as? PyRegexPattern else { return "" }
            var flags = pattern.regex.flags
            if !pattern.isBytes { flags.remove(.unicode) }
            let source = String(try machine.repr(pattern.source).prefix(200))
            if flags.isEmpty { return .string("re.compile(\(source))") }
            let library = try machine.library(RegexLibrary.self, of: "re")
            let member = try EnumMembers.lookup(library.flag, .int(flags.rawValue), machine)
            return .string("re.compile(\(source), \(try machine.repr(member)))")
        }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let x = a[0].asObject as? PyRegexPattern, let y = a[1].asObject as? PyRegexPattern else { return machine.notImplemented }
            return .bool(try x === y || (x.regex.flags == y.regex.flags && machine.isEqual(x.source, y.source)))
        }
        type.method("__hash__", "self, /") { machine, a in
            guard let pattern = a[0].asObject as? PyRegexPattern else { return 0 }
            return .int(try machine.hash(pattern.source) ^ pattern.regex.flags.rawValue)
        }
        type.method("__copy__", "self") { _, a in a[0] }
        type.method("__deepcopy__", "self, memo") { _, a in a[0] }
    }
}

/// The methods of `re.Match`.
enum RegexMatchClass {
    /// Gives the classes their behaviour.
    static func install(_ library: RegexLibrary) {
        let type = library.match
        installGroups(type)
        for (name, pick) in [("start", { ($0 as Range<Int>).lowerBound }), ("end", { $0.upperBound })] {
            type.method(name, "self, group=0, /") { machine, a in
                let match = try self.match(a[0], machine)
                return .int(match.match.spans[try number(a[1], match, machine)].map(pick) ?? -1)
            }
        }
        type.method("span", "self, group=0, /") { machine, a in
            let match = try self.match(a[0], machine)
            let span = match.match.spans[try number(a[1], match, machine)]
            return .tuple([.int(span?.lowerBound ?? -1), .int(span?.upperBound ?? -1)])
        }
        type.method("expand", "self, template") { machine, a in
            let match = try self.match(a[0], machine)
            return try RegexOperations(match.pattern, match.subject.value, library, machine).expand(a[1], match.match)
        }
        installAttributes(type)
    }

    private static func match(_ value: Value, _ machine: Machine) throws -> PyRegexMatch {
        guard let match = value.asObject as? PyRegexMatch else { throw machine.error("TypeError", "not a match") }
        return match
    }

    /// The number of a group given by number or name.
    private static func number(_ key: Value, _ match: PyRegexMatch, _ machine: Machine) throws -> Int {
        if let name = key.asString, let group = match.pattern.regex.group(named: name) { return group }
        if key.asStr == nil, let index = key.asInt, index >= 0, index <= match.pattern.regex.groupCount { return index }
        throw machine.error("IndexError", "no such group")
    }

    private static func installGroups(_ type: PyType) {
        type.method("group", "self, /, *args") { machine, a in
            let match = try self.match(a[0], machine)
            let keys = a.list(1)
            if keys.isEmpty { return match.group(0) }
            let groups = try keys.map { match.group(try number($0, match, machine)) }
            return groups.count == 1 ? groups[0] : .tuple(groups)
        }
        type.method("__getitem__", "self, key, /") { machine, a in
            let match = try self.match(a[0], machine)
            return match.group(try number(a[1], match, machine))
        }
        type.method("groups", "self, default=None") { machine, a in
            let match = try self.match(a[0], machine)
            return .tuple((0..<match.pattern.regex.groupCount).map { match.group($0 + 1, missing: a[1]) })
        }
        type.method("groupdict", "self, default=None") { machine, a in
            let match = try self.match(a[0], machine)
            let made = PyDict()
            for (name, group) in match.pattern.regex.groupNames { made[name] = match.group(group, missing: a[1]) }
            return .dict(made)
        }
    }

    private static func installAttributes(_ type: PyType) {
        func attribute(_ name: String, _ read: @escaping (PyRegexMatch) -> Value) {
            type.getter(name) { machine, value in read(try match(value, machine)) }
        }
        attribute("string") { $0.subject.value }
        attribute("re") { .object($0.pattern) }
        attribute("pos") { .int($0.start) }
        attribute("endpos") { .int($0.end) }
        attribute("lastindex") { $0.match.lastGroup.map { .int($0) } ?? .none }
        attribute("lastgroup") { match in
            match.pattern.regex.groupNames.first { $0.group == match.match.lastGroup }.map { .string($0.name) } ?? .none
        }
        attribute("regs") { match in
            .tuple(match.match.spans.map { .tuple([.int($0?.lowerBound ?? -1), .int($0?.upperBound ?? -1)]) })
        }
        type.method("__repr__", "self, /") { machine, a in
            let match = try self.match(a[0], machine)
            let span = match.match.span
            return .string(
                "<re.Match object; span=(\(span.lowerBound), \(span.upperBound)), match=\(String(try machine.repr(match.group(0)).prefix(50)))>"
            )
        }
        type.method("__bool__", "self, /") { _, _ in true }
        type.method("__copy__", "self") { _, a in a[0] }
        type.method("__deepcopy__", "self, memo") { _, a in a[0] }
    }
}

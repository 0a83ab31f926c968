extension Machine {
    /// Matches the arguments of a native call to its parameters; raises TypeError in CPython's words.
    ///
    /// Those are the words for functions written in C (`getargs.c`) or for those written in Python (`ceval.c`), by the signature's origin.
    /// A construction does not count the class or instance that CPython's words count for `__init__`.
    func bind(
        _ arguments: Arguments, to signature: NativeSignature, of name: String, qualifiedName: String? = nil, isConstruction: Bool = false
    ) throws -> BoundArguments {
        let count = arguments.positional.count
        if count == signature.plainCount, arguments.keywords.isEmpty {
            return BoundArguments(signature, values: arguments.positional, given: (1 << UInt64(count)) &- 1)
        }
        let words: any ArgumentWords =
            signature.origin != .python
            ? CWords(
                name: name, qualifiedName: isConstruction ? name : qualifiedName ?? name,
                isClass: isConstruction || signature.origin == .cClass, signature: signature, machine: self)
            : PythonWords(name: qualifiedName ?? name, hidden: isConstruction ? 1 : 0, signature: signature, machine: self)
        try words.check(arguments)
        let used = min(count, signature.positionalCount)
        var matched = Matched(given: (1 << UInt64(used)) &- 1)
        matched.values.reserveCapacity(signature.parameters.count)
        matched.values += arguments.positional[..<used]
        matched.values += signature.fill[used...]
        for (keyword, value) in arguments.keywords {
            guard let index = signature.index(ofName: keyword), signature.parameters[index].isKeyword else {
                guard signature.extraIndex != nil else { throw words.unexpected(keyword) }
                matched.extra.append((keyword, value))
                continue
            }
            if matched.given & (1 << UInt64(index)) != 0 { throw words.repeated(keyword, index) }
            matched.values[index] = value
            matched.given |= 1 << UInt64(index)
        }
        for isPositional in [true, false] {
            let missing = signature.parameters.indices.filter { index in
                let parameter = signature.parameters[index]
                return parameter.isPositional == isPositional && parameter.defaultValue == nil && !parameter.isOptional
                    && matched.given & (1 << UInt64(index)) == 0
            }
            if !missing.isEmpty { throw words.missing(missing, isPositional: isPositional) }
        }
        let rest = count > used ? Array(arguments.positional[used...]) : []
        return BoundArguments(signature, values: matched.values, given: matched.given, rest: rest, extra: matched.extra)
    }

    /// What is matched so far.
    private struct Matched {
        var values: [Value] = []
        var given: UInt64
        var extra: [(name: String, value: Value)] = []
    }

    /// `f() missing 2 required positional arguments: 'a' and 'b'`.
    func missingArguments(_ names: [String], _ kind: String, _ function: String) -> PyError {
        let quoted = names.map { "'\($0)'" }
        let list =
            switch quoted.count {
            case 1: quoted[0]
            case 2: quoted.joined(separator: " and ")
            default: quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
            }
        let plural = names.count == 1 ? "" : "s"
        return error("TypeError", "\(function)() missing \(names.count) required \(kind) argument\(plural): \(list)")
    }
}

/// How wrong arguments are spoken of.
private protocol ArgumentWords {
    /// Raises TypeError for numbers of arguments that cannot fit.
    func check(_ arguments: Arguments) throws
    func unexpected(_ keyword: String) -> PyError
    func repeated(_ keyword: String, _ index: Int) -> PyError
    func missing(_ indices: [Int], isPositional: Bool) -> PyError
}

/// CPython's words for functions written in Python.
private struct PythonWords: ArgumentWords {
    let name: String
    /// How many positional parameters are not among the declared ones.
    let hidden: Int
    let signature: NativeSignature
    let machine: Machine

    func check(_ arguments: Arguments) throws {
        let count = arguments.positional.count + hidden
        guard signature.variadicIndex == nil, count > signature.positionalCount + hidden else { return }
        let most = signature.positionalCount + hidden
        let least = signature.requiredPositional + hidden
        let takes = least == most ? "\(most)" : "from \(least) to \(most)"
        let plural = most == 1 && least == most ? "" : "s"
        throw machine.error(
            "TypeError", "\(name)() takes \(takes) positional argument\(plural) but \(count) \(count == 1 ? "was" : "were") given")
    }

    func unexpected(_ keyword: String) -> PyError {
        machine.error("TypeError", "\(name)() got an unexpected keyword argument '\(keyword)'")
    }

    func repeated(_ keyword: String, _ index: Int) -> PyError {
        machine.error("TypeError", "\(name)() got multiple values for argument '\(keyword)'")
    }

    func missing(_ indices: [Int], isPositional: Bool) -> PyError {
        machine.missingArguments(indices.map { signature.parameters[$0].name }, isPositional ? "positional" : "keyword-only", name)
    }
}

/// CPython's words for functions written in C.
private struct CWords: ArgumentWords {
    let name: String
    let qualifiedName: String
    /// Whether a class is called, which counts its arguments in other words than a function.
    let isClass: Bool
    let signature: NativeSignature
    let machine: Machine

    private var hidden: Int { signature.hasReceiver ? 1 : 0 }

    func check(_ arguments: Arguments) throws {
        let count = arguments.positional.count - hidden
        if count < 0 { throw failure("unbound method \(qualifiedName)() needs an argument") }
        if signature.isPositionalOnly { return try checkPositional(count, hasKeywords: !arguments.keywords.isEmpty) }
        guard signature.variadicIndex == nil, signature.extraIndex == nil else { return }
        let most = signature.parameters.count - hidden
        let total = count + arguments.keywords.count
        if total > most {
            let kind = count == 0 ? "keyword " : ""
            throw failure("\(name)() takes at most \(most) \(kind)argument\(most == 1 ? "" : "s") (\(total) given)")
        }
        let least = signature.parameters.prefix { !$0.isKeyword && $0.defaultValue == nil && !$0.isOptional }.count - hidden
        let positional = signature.positionalCount - hidden
        if count > positional || count < least {
            let limit = count < least ? least : positional
            let isExact = signature.requiredPositional - hidden == positional && least == positional
            let bound = isExact ? "exactly" : count < least ? "at least" : "at most"
            throw failure("\(name)() takes \(bound) \(limit) positional argument\(limit == 1 ? "" : "s") (\(count) given)")
        }
    }

    private func checkPositional(_ count: Int, hasKeywords: Bool) throws {
        let most = signature.positionalCount - hidden
        let least = max(0, signature.requiredPositional - hidden)
        let isSlot = hidden == 1 && SlotNames.all.contains(name)
        if hasKeywords {
            throw failure(isSlot ? "wrapper \(name)() takes no keyword arguments" : "\(qualifiedName)() takes no keyword arguments")
        }
        if count >= least && count <= most { return }
        let bound = least == most ? "" : count < least ? "at least " : "at most "
        let limit = count < least ? least : most
        if isSlot { throw failure("expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(count)") }
        if most == 0 { throw failure("\(qualifiedName)() takes no arguments (\(count) given)") }
        if most == 1 && least == 1 && !isClass { throw failure("\(qualifiedName)() takes exactly one argument (\(count) given)") }
        throw failure("\(name) expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(count)")
    }

    func unexpected(_ keyword: String) -> PyError { failure("'\(keyword)' is an invalid keyword argument for \(name)()") }

    func repeated(_ keyword: String, _ index: Int) -> PyError {
        failure("argument for \(name)() given by name ('\(keyword)') and position (\(index + 1 - hidden))")
    }

    func missing(_ indices: [Int], isPositional: Bool) -> PyError {
        let index = indices[0]
        return failure("\(name)() missing required argument '\(signature.parameters[index].name)' (pos \(index + 1 - hidden))")
    }

    private func failure(_ words: String) -> PyError { machine.error("TypeError", words) }
}

/// The special methods that CPython's types have as slots, whose wrappers count arguments in words of their own.
private enum SlotNames {
    static let all: Set<String> = {
        let operators = [
            "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "xor", "or",
        ]
        let others = [
            "len", "setitem", "delitem", "iter", "next", "repr", "str", "hash", "bool", "int", "float", "index", "neg", "pos", "abs",
            "invert", "eq", "ne", "lt", "le", "gt", "ge", "get", "set", "delete", "getattribute", "setattr", "delattr", "del", "await",
            "aiter", "anext",
        ]
        let prefixed = operators.flatMap { [$0, "r" + $0, "i" + $0] }
        return Set((prefixed + others).map { "__\($0)__" })
    }()
}

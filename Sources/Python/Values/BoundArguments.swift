/// The arguments of a native call, matched to the declared parameters; subscripts count the declared parameters from 0.
public struct BoundArguments {
    let signature: NativeSignature
    var values: [Value]
    /// One bit for each value that was given, not filled in.
    var given: UInt64
    /// What `*rest` took.
    var rest: [Value] = []
    /// What `**extra` took.
    var extra: [(name: String, value: Value)] = []

    /// The argument or its default; `None` for an optional one that was not given.
    public subscript(_ index: Int) -> Value {
        let slot = signature.slots[index]
        if slot >= 0 { return values[slot] }
        return index == signature.variadicIndex ? .tuple(PyTuple(rest)) : .none
    }

    /// Whether the caller gave the argument.
    public func isGiven(_ index: Int) -> Bool {
        let slot = signature.slots[index]
        return slot >= 0 ? given & (1 << UInt64(slot)) != 0 : !rest.isEmpty
    }

    /// What `*rest` took; `index` is where it is declared.
    public func list(_ index: Int) -> [Value] { rest }

    /// What `**extra` took, in order; `index` is where it is declared.
    public func dict(_ index: Int) -> [(name: String, value: Value)] { extra }

    /// The argument, or nil where it was not given.
    public func ifGiven(_ index: Int) -> Value? { isGiven(index) ? self[index] : nil }
}

extension Machine {
    /// Matches the arguments of a native call to its parameters; raises TypeError in CPython's words.
    ///
    /// Where all parameters are positional-only these are the words for functions written in C, else for those written in Python.
    func bind(
        _ arguments: Arguments, to signature: NativeSignature, of name: String, qualifiedName: String? = nil
    ) throws -> BoundArguments {
        let count = arguments.positional.count
        if count == signature.plainCount, arguments.keywords.isEmpty {
            return BoundArguments(signature: signature, values: arguments.positional, given: (1 << UInt64(count)) &- 1)
        }
        if signature.isPositionalOnly { try checkCount(arguments, signature, name, qualifiedName ?? name) }
        if count > signature.positionalCount && signature.variadicIndex == nil {
            throw tooManyArguments(count, signature, name)
        }
        let used = min(count, signature.positionalCount)
        var bound = BoundArguments(signature: signature, values: [], given: (1 << UInt64(used)) &- 1)
        bound.values.reserveCapacity(signature.parameters.count)
        bound.values += arguments.positional[..<used]
        if count > used { bound.rest = Array(arguments.positional[used...]) }
        for parameter in signature.parameters[used...] { bound.values.append(parameter.defaultValue ?? .none) }
        for (keyword, value) in arguments.keywords { try bind(keyword, value, to: &bound, of: name) }
        try requireAll(bound, name)
        return bound
    }

    /// Checks the number of arguments of a function without keyword parameters.
    private func checkCount(_ arguments: Arguments, _ signature: NativeSignature, _ name: String, _ qualifiedName: String) throws {
        let hidden = signature.hasReceiver ? 1 : 0
        let most = signature.positionalCount - hidden
        let least = max(0, signature.requiredPositional - hidden)
        let count = arguments.positional.count - hidden
        if count < 0 { throw error("TypeError", "unbound method \(qualifiedName)() needs an argument") }
        if !arguments.keywords.isEmpty { throw error("TypeError", "\(qualifiedName)() takes no keyword arguments") }
        if count >= least && count <= most { return }
        if most == 0 { throw error("TypeError", "\(qualifiedName)() takes no arguments (\(count) given)") }
        if most == 1 && least == 1 { throw error("TypeError", "\(qualifiedName)() takes exactly one argument (\(count) given)") }
        let bound = least == most ? "" : count < least ? "at least " : "at most "
        let limit = count < least ? least : most
        throw error("TypeError", "\(name) expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(count)")
    }

    private func bind(_ keyword: String, _ value: Value, to bound: inout BoundArguments, of name: String) throws {
        let signature = bound.signature
        guard let index = signature.index(ofName: keyword), signature.parameters[index].isKeyword else {
            guard signature.extraIndex != nil else {
                throw error("TypeError", "\(name)() got an unexpected keyword argument '\(keyword)'")
            }
            bound.extra.append((keyword, value))
            return
        }
        if bound.given & (1 << UInt64(index)) != 0 {
            throw error("TypeError", "\(name)() got multiple values for argument '\(keyword)'")
        }
        bound.values[index] = value
        bound.given |= 1 << UInt64(index)
    }

    private func requireAll(_ bound: BoundArguments, _ name: String) throws {
        let parameters = bound.signature.parameters
        for isPositional in [true, false] {
            var missing: [String] = []
            for (index, parameter) in parameters.enumerated() where parameter.isPositional == isPositional {
                if parameter.defaultValue != nil || parameter.isOptional || bound.given & (1 << UInt64(index)) != 0 { continue }
                missing.append(parameter.name)
            }
            if !missing.isEmpty { throw missingArguments(missing, isPositional ? "positional" : "keyword-only", name) }
        }
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

    private func tooManyArguments(_ count: Int, _ signature: NativeSignature, _ name: String) -> PyError {
        let most = signature.positionalCount
        let least = signature.requiredPositional
        let takes = least == most ? "\(most)" : "from \(least) to \(most)"
        let plural = most == 1 && least == most ? "" : "s"
        let verb = count == 1 ? "was" : "were"
        return error("TypeError", "\(name)() takes \(takes) positional argument\(plural) but \(count) \(verb) given")
    }
}

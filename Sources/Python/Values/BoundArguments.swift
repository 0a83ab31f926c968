/// The arguments of a native call, matched to the declared parameters; subscripts count the declared parameters from 0.
///
/// The first four values lie in place, so that most calls allocate nothing.
public struct BoundArguments {
    /// What few calls have.
    private final class Overflow {
        /// The values from the fifth on.
        let values: [Value]
        /// What `*rest` took.
        let rest: [Value]
        /// What `**extra` took.
        let extra: [(name: String, value: Value)]

        init(values: [Value], rest: [Value] = [], extra: [(name: String, value: Value)] = []) {
            self.values = values
            self.rest = rest
            self.extra = extra
        }
    }

    private let first: Value
    private let second: Value
    private let third: Value
    private let fourth: Value
    private let overflow: Overflow?
    /// One bit for each value that was given, not filled in.
    private let given: UInt64
    /// Where `*rest` and `**extra` are declared, past everything where they are not.
    private let variadicIndex: UInt8
    private let extraIndex: UInt8

    private static let places = 4

    /// The top `count` operands, which `signature` takes, and what it has for the others.
    @inline(__always)
    init(_ signature: NativeSignature, taking count: Int, from cursor: inout StackCursor) {
        overflow = signature.fill.count > Self.places ? Self.overflow(signature, count, &cursor) : nil
        fourth = count > 3 ? cursor.pop() : signature.fourthFilling
        third = count > 2 ? cursor.pop() : signature.thirdFilling
        second = count > 1 ? cursor.pop() : signature.secondFilling
        first = count > 0 ? cursor.pop() : signature.firstFilling
        given = (1 << UInt64(count)) &- 1
        variadicIndex = signature.variadicIndex.map { UInt8($0) } ?? .max
        extraIndex = signature.extraIndex.map { UInt8($0) } ?? .max
    }

    @inline(never)
    private static func overflow(_ signature: NativeSignature, _ count: Int, _ cursor: inout StackCursor) -> Overflow {
        let values = cursor.pop(max(0, count - places))
        return Overflow(values: values + signature.fill[max(count, places)...])
    }

    /// One value for each of the parameters, which `given` marks where it was given, and what the variadic ones took.
    init(
        _ signature: NativeSignature, values: [Value], given: UInt64, rest: [Value] = [], extra: [(name: String, value: Value)] = []
    ) {
        first = values.first ?? .none
        second = values.count > 1 ? values[1] : .none
        third = values.count > 2 ? values[2] : .none
        fourth = values.count > 3 ? values[3] : .none
        let isPlain = values.count <= Self.places && rest.isEmpty && extra.isEmpty
        overflow = isPlain ? nil : Overflow(values: Array(values.dropFirst(Self.places)), rest: rest, extra: extra)
        self.given = given
        variadicIndex = signature.variadicIndex.map { UInt8($0) } ?? .max
        extraIndex = signature.extraIndex.map { UInt8($0) } ?? .max
    }

    /// The index among the values of a declared parameter, -1 for variadic ones.
    @inline(__always)
    private func slot(_ index: Int) -> Int {
        if index < variadicIndex && index < extraIndex { return index }
        if index == variadicIndex || index == extraIndex { return -1 }
        return index - (index > variadicIndex ? 1 : 0) - (index > extraIndex ? 1 : 0)
    }

    /// The first argument, which is the receiver of a method.
    @inline(__always)
    var receiver: Value { first }

    /// The argument or its default; `None` for an optional one that was not given.
    public subscript(_ index: Int) -> Value {
        switch slot(index) {
        case 0: first
        case 1: second
        case 2: third
        case 3: fourth
        case -1: index == variadicIndex ? .tuple(PyTuple(list(index))) : .none
        case let slot: overflow?.values[slot - Self.places] ?? .none
        }
    }

    /// Whether the caller gave the argument.
    public func isGiven(_ index: Int) -> Bool {
        let slot = slot(index)
        return slot >= 0 ? given & (1 << UInt64(slot)) != 0 : !list(index).isEmpty
    }

    /// What `*rest` took; `index` is where it is declared.
    public func list(_ index: Int) -> [Value] { overflow?.rest ?? [] }

    /// What `**extra` took, in order; `index` is where it is declared.
    public func dict(_ index: Int) -> [(name: String, value: Value)] { overflow?.extra ?? [] }

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
            return BoundArguments(signature, values: arguments.positional, given: (1 << UInt64(count)) &- 1)
        }
        if signature.isPositionalOnly { try checkCount(arguments, signature, name, qualifiedName ?? name) }
        if count > signature.positionalCount && signature.variadicIndex == nil {
            throw tooManyArguments(count, signature, name)
        }
        let used = min(count, signature.positionalCount)
        var matched = Matched(given: (1 << UInt64(used)) &- 1)
        matched.values.reserveCapacity(signature.parameters.count)
        matched.values += arguments.positional[..<used]
        matched.values += signature.fill[used...]
        for (keyword, value) in arguments.keywords { try bind(keyword, value, signature, to: &matched, of: name) }
        try requireAll(signature, matched.given, name)
        let rest = count > used ? Array(arguments.positional[used...]) : []
        return BoundArguments(signature, values: matched.values, given: matched.given, rest: rest, extra: matched.extra)
    }

    /// What is matched so far.
    private struct Matched {
        var values: [Value] = []
        var given: UInt64
        var extra: [(name: String, value: Value)] = []
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

    private func bind(
        _ keyword: String, _ value: Value, _ signature: NativeSignature, to matched: inout Matched, of name: String
    ) throws {
        guard let index = signature.index(ofName: keyword), signature.parameters[index].isKeyword else {
            guard signature.extraIndex != nil else {
                throw error("TypeError", "\(name)() got an unexpected keyword argument '\(keyword)'")
            }
            matched.extra.append((keyword, value))
            return
        }
        if matched.given & (1 << UInt64(index)) != 0 {
            throw error("TypeError", "\(name)() got multiple values for argument '\(keyword)'")
        }
        matched.values[index] = value
        matched.given |= 1 << UInt64(index)
    }

    private func requireAll(_ signature: NativeSignature, _ given: UInt64, _ name: String) throws {
        let parameters = signature.parameters
        for isPositional in [true, false] {
            var missing: [String] = []
            for (index, parameter) in parameters.enumerated() where parameter.isPositional == isPositional {
                if parameter.defaultValue != nil || parameter.isOptional || given & (1 << UInt64(index)) != 0 { continue }
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

/// The parameters of a native function, written as in a `def`: `"self, key, value='', /, *rest, domain=None, flag?, **extra"`.
///
/// Defaults are `None`, `True`, `False`, integers, floats and plain strings; `name?` is optional without a default.
public final class NativeSignature {
    /// One parameter.
    struct Parameter {
        let name: String
        let defaultValue: Value?
        let isOptional: Bool
        var isPositional = true
        var isKeyword = true
    }

    /// The parameters that take positions, then the keyword-only ones; variadic ones are not among them.
    private(set) var parameters: [Parameter] = []
    /// How many of `parameters` take positions.
    private(set) var positionalCount = 0
    /// How many of `parameters` must be given by position or name.
    private(set) var requiredPositional = 0
    /// The index among all declared parameters of `*rest`, if there is one.
    private(set) var variadicIndex: Int?
    /// The index among all declared parameters of `**extra`, if there is one.
    private(set) var extraIndex: Int?
    /// For each declared parameter in order its index in `parameters`, or -1 for variadic ones.
    private(set) var slots: [Int] = []
    /// Whether all parameters take positions only, so that CPython words errors as for functions written in C.
    private(set) var isPositionalOnly = false
    /// Whether the first parameter is `self` or `cls`, which those words leave out.
    var hasReceiver: Bool { parameters.first.map { ["self", "cls"].contains($0.name) } ?? false }
    /// How many positional arguments fit the parameters one to one, or -1 where there is more to do.
    private(set) var plainCount = -1

    /// Reads a declaration.
    public init(_ text: String) {
        var keywordOnly = false
        for part in Self.split(text) {
            if part == "*" {
                keywordOnly = true
            } else if part == "/" {
                for index in parameters.indices { parameters[index].isKeyword = false }
            } else if part.hasPrefix("**") {
                extraIndex = slots.count
                slots.append(-1)
            } else if part.hasPrefix("*") {
                variadicIndex = slots.count
                slots.append(-1)
                keywordOnly = true
            } else {
                slots.append(parameters.count)
                parameters.append(Self.parameter(part, keywordOnly: keywordOnly))
            }
        }
        positionalCount = parameters.count { $0.isPositional }
        requiredPositional = parameters.prefix(positionalCount).count { !$0.isOptional && $0.defaultValue == nil }
        let isFixed = variadicIndex == nil && extraIndex == nil && positionalCount == parameters.count
        isPositionalOnly = isFixed && text.hasSuffix("/") && parameters.allSatisfy { !$0.isKeyword }
        if isFixed { plainCount = positionalCount }
        fill = parameters.map { $0.defaultValue ?? .none }
        let isComplete = parameters[positionalCount...].allSatisfy { $0.isOptional || $0.defaultValue != nil }
        if isComplete { least = requiredPositional }
    }

    /// What parameters have that are not given.
    private(set) var fill: [Value] = []
    /// From how many positional arguments on nothing is missing; more than fit where something always is.
    private var least = Int.max

    /// Whether that many positional arguments, and nothing else, are a complete call without anything variadic to collect.
    @inline(__always)
    func takes(_ count: Int) -> Bool { count >= least && count <= positionalCount }

    /// The index in `parameters` of a name.
    func index(ofName name: String) -> Int? { parameters.firstIndex { $0.name == name } }

    private static func parameter(_ text: String, keywordOnly: Bool) -> Parameter {
        if text.hasSuffix("?") {
            return Parameter(name: String(text.dropLast()), defaultValue: nil, isOptional: true, isPositional: !keywordOnly)
        }
        guard let equals = text.firstIndex(of: "=") else {
            return Parameter(name: text, defaultValue: nil, isOptional: false, isPositional: !keywordOnly)
        }
        let literal = String(text[text.index(after: equals)...])
        return Parameter(
            name: String(text[..<equals]), defaultValue: value(literal), isOptional: false, isPositional: !keywordOnly)
    }

    private static func value(_ literal: String) -> Value {
        switch literal {
        case "None": return .none
        case "True": return .bool(true)
        case "False": return .bool(false)
        case "()": return .tuple(PyTuple())
        default: break
        }
        if let first = literal.first, first == "'" || first == "\"" { return .string(String(literal.dropFirst().dropLast())) }
        if let integer = Int(literal) { return .int(integer) }
        if let float = Double(literal) { return .float(float) }
        return .none
    }

    /// The parts between commas, quotes respected, without blanks around them.
    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var current = ""
        var quote: Character?
        for character in text {
            if let open = quote {
                current.append(character)
                if character == open { quote = nil }
            } else if character == "," {
                parts.append(current)
                current = ""
            } else if character != " " {
                if character == "'" || character == "\"" { quote = character }
                current.append(character)
            }
        }
        parts.append(current)
        return parts.filter { !$0.isEmpty }
    }
}

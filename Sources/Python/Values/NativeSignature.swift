/// The parameters of a native function, written as in a `def`: `"self, key, value='', /, *rest, domain=None, flag?, **extra"`.
///
/// Defaults are `None`, `True`, `False`, integers, floats and plain strings; `name?` is optional without a default.
public final class NativeSignature {
    /// One parameter.
    struct Parameter {
        let name: String
        /// The name as keywords of calls have it.
        let text: PyStr
        let defaultValue: Value?
        let isOptional: Bool
        var isPositional = true
        var isKeyword = true

        init(name: String, defaultValue: Value? = nil, isOptional: Bool = false, isPositional: Bool) {
            self.name = name
            self.text = PyStr(name)
            self.defaultValue = defaultValue
            self.isOptional = isOptional
            self.isPositional = isPositional
        }
    }

    /// The parameters that take positions, then the keyword-only ones; variadic ones are not among them.
    let parameters: [Parameter]
    /// How many of `parameters` take positions.
    let positionalCount: Int
    /// How many of `parameters` must be given by position or name.
    let requiredPositional: Int
    /// The index among all declared parameters of `*rest`, if there is one.
    let variadicIndex: Int?
    /// The index among all declared parameters of `**extra`, if there is one.
    let extraIndex: Int?
    /// Whether all parameters take positions only.
    let isPositionalOnly: Bool
    /// What CPython has in this place, by which errors are worded.
    let origin: NativeOrigin
    /// Whether the first parameter is a required `self` or `cls`, which those words leave out.
    var hasReceiver: Bool {
        parameters.first.map { ["self", "cls"].contains($0.name) && $0.defaultValue == nil && !$0.isOptional } ?? false
    }
    /// How many positional arguments fit the parameters one to one, or -1 where there is more to do.
    let plainCount: Int
    /// What parameters have that are not given.
    let fill: [Value]
    /// The first four of these, `None` where there are fewer parameters.
    let firstFilling: Value
    let secondFilling: Value
    let thirdFilling: Value
    let fourthFilling: Value
    /// One bit for each parameter that must be given.
    let required: UInt64
    /// From how many positional arguments on nothing is missing; more than fit where something always is.
    private let least: Int

    /// Reads a declaration.
    public init(_ text: String, origin: NativeOrigin = .c) {
        var parameters: [Parameter] = []
        var (variadic, extra): (Int?, Int?) = (nil, nil)
        var declared = 0
        var keywordOnly = false
        for part in Self.split(text) {
            if part == "*" {
                keywordOnly = true
                continue
            }
            if part == "/" {
                for index in parameters.indices { parameters[index].isKeyword = false }
                continue
            }
            if part.hasPrefix("**") {
                extra = declared
            } else if part.hasPrefix("*") {
                variadic = declared
                keywordOnly = true
            } else {
                parameters.append(Self.parameter(part, keywordOnly: keywordOnly))
            }
            declared += 1
        }
        let positionalCount = parameters.count { $0.isPositional }
        let required = parameters.prefix(positionalCount).count { !$0.isOptional && $0.defaultValue == nil }
        let isFixed = variadic == nil && extra == nil && positionalCount == parameters.count
        let isComplete = parameters[positionalCount...].allSatisfy { $0.isOptional || $0.defaultValue != nil }
        self.required = parameters.indices.reduce(0) { bits, index in
            let isNeeded = parameters[index].defaultValue == nil && !parameters[index].isOptional
            return isNeeded ? bits | 1 << UInt64(index) : bits
        }
        self.parameters = parameters
        self.origin = origin
        self.positionalCount = positionalCount
        requiredPositional = required
        variadicIndex = variadic
        extraIndex = extra
        isPositionalOnly = isFixed && text.hasSuffix("/") && parameters.allSatisfy { !$0.isKeyword }
        plainCount = isFixed ? positionalCount : -1
        fill = parameters.map { $0.defaultValue ?? .none }
        let filling = fill + [Value](repeating: .none, count: 4)
        (firstFilling, secondFilling, thirdFilling, fourthFilling) = (filling[0], filling[1], filling[2], filling[3])
        least = isComplete ? required : Int.max
    }

    /// Whether that many positional arguments, and nothing else, are a complete call without anything variadic to collect.
    @inline(__always)
    func takes(_ count: Int) -> Bool { count >= least && count <= positionalCount }

    /// The index in `parameters` of a name.
    func index(ofName name: String) -> Int? { parameters.firstIndex { $0.name == name } }

    private static func parameter(_ text: String, keywordOnly: Bool) -> Parameter {
        if text.hasSuffix("?") {
            return Parameter(name: String(text.dropLast()), isOptional: true, isPositional: !keywordOnly)
        }
        guard let equals = text.firstIndex(of: "=") else {
            return Parameter(name: text, isPositional: !keywordOnly)
        }
        let literal = String(text[text.index(after: equals)...])
        return Parameter(name: String(text[..<equals]), defaultValue: value(literal), isPositional: !keywordOnly)
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

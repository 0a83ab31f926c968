import Python

/// Unions in smart mode: the member that sets most fields, then the most exact one, then the leftmost (pydantic-core `union`).
struct UnionValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ members: [Schema], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var best: (value: Value, exactness: Exactness, fields: Int?)?
        var collected: [ErrorDetail] = []
        for member in members {
            var own: [ErrorDetail] = []
            guard let value = try validator.validate(member, input, at: location, &own) else {
                own.place(under: .string(Self.name(member)), depth: location.count, from: 0)
                collected += own
                continue
            }
            let exactness = try Exactness.of(member, input, validator)
            let fields = Exactness.fieldsSet(value)
            if exactness == .exact, fields == nil { return value }
            guard let known = best else {
                best = (value, exactness, fields)
                continue
            }
            var isBetter = known.exactness < exactness
            if let old = known.fields, let new = fields, old != new { isBetter = old < new }
            if isBetter { best = (value, exactness, fields) }
        }
        if let best { return best.value }
        errors += collected
        return nil
    }

    /// How the location of an error names a member.
    static func name(_ schema: Schema) -> String {
        switch schema {
        case .any: "any"
        case .none: "none"
        case .bool: "bool"
        case .int(let rules): rules.isUnconstrained ? "int" : "constrained-int"
        case .float(let rules): rules.isBounded ? "constrained-float" : "float"
        case .decimal: "decimal"
        case .str(let rules): rules.isUnconstrained ? "str" : "constrained-str"
        case .bytes(let rules): rules.minimum == nil && rules.maximum == nil ? "bytes" : "constrained-bytes"
        case .date: "date"
        case .datetime: "datetime"
        case .time: "time"
        case .timedelta: "timedelta"
        case .uuid: "uuid"
        case .literal(let values): "literal[\(values.map(literal).joined(separator: ","))]"
        case .enumeration(let type): "enum[\(type.name)]"
        case .list(let item, _): "list[\(name(item))]"
        case .set(let item, _, let isFrozen): (isFrozen ? "frozenset" : "set") + "[\(name(item))]"
        case .tuple(let members): "tuple[" + members.map(name).joined(separator: ", ") + "]"
        case .tupleOf(let item, _): "tuple[\(name(item)), ...]"
        case .dict(let key, let value, _): "dict[\(name(key)),\(name(value))]"
        case .nullable(let inner): "nullable[\(name(inner))]"
        case .union(let members): "union[" + members.map(name).joined(separator: ",") + "]"
        case .model(let type): type.name
        case .instance(let type): "is-instance[\(type.name)]"
        case .callable: "callable"
        case .function(let kind, let function, let inner):
            kind == .plain || kind == .wrap
                ? "function-\(kind)[\(functionName(function))()]" : "function-\(kind)[\(functionName(function))(), \(name(inner))]"
        case .serializer(_, let inner): name(inner)
        case .special(let type): type.name
        }
    }

    private static func literal(_ value: Value) -> String {
        if let member = EnumSupport.name(of: value), let type = value.asInstance?.instanceType {
            return "<\(type.name).\(member): \(EnumSupport.value(of: value).map(literal) ?? "")>"
        }
        switch value {
        case .none: return "None"
        case .bool(let flag): return flag ? "True" : "False"
        default: return value.asString.map { "'\($0)'" } ?? "\(value.asInt ?? 0)"
        }
    }

    private static func functionName(_ function: Value) -> String {
        switch function.asObject {
        case let function as PyFunction: function.name
        case let method as PyBoundMethod: functionName(method.function)
        case let type as PyType: type.name
        case let native as PyNativeFunction: native.name
        default: "function"
        }
    }
}

extension NumberRules {
    /// Whether the number itself must lie in a range or be a multiple.
    fileprivate var isBounded: Bool {
        greaterThan != nil || greaterOrEqual != nil || lessThan != nil || lessOrEqual != nil || multipleOf != nil
    }
}

/// How little a value had to change for a schema.
enum Exactness: Int, Comparable {
    case lax, strict, exact

    static func < (one: Exactness, two: Exactness) -> Bool { one.rawValue < two.rawValue }

    /// How well an input that is valid for a schema fits it.
    static func of(_ schema: Schema, _ input: Value, _ validator: Validator) throws -> Exactness {
        switch (schema, input) {
        case (.int, .int), (.float, .float), (.str, .str), (.bool, .bool), (.none, .none): return .exact
        case (.any, _): return .lax
        case (.float, .int): return .strict
        case (.nullable(let inner), _): return input.isNone ? .exact : try of(inner, input, validator)
        case (.literal, _): return .exact
        case (.enumeration(let type), _): return validator.machine.isInstance(input, type) ? .exact : .lax
        case (.list(let item, _), .list(let list)): return try least(of: list.elements, item, validator)
        case (.tupleOf(let item, _), .tuple(let tuple)): return try least(of: tuple.elements, item, validator)
        case (.tuple(let members), .tuple(let tuple)):
            return try zip(members, tuple.elements).map { try of($0, $1, validator) }.min() ?? .exact
        case (.dict(let key, let value, _), .dict(let dict)):
            return min(try least(of: dict.keys, key, validator), try least(of: dict.items.map(\.value), value, validator))
        case (.set(let item, _, let isFrozen), .object(let object)):
            guard let set = object as? PySet, set.isFrozen == isFrozen else { return .lax }
            return try least(of: set.table.keys, item, validator)
        case (.union(let members), _): return try best(of: members, input, validator)
        case (.function(let kind, _, let inner), _): return kind == .after ? try of(inner, input, validator) : .lax
        case (.special(let wrapper as any WrappingType), _): return try of(wrapper.inner, input, validator)
        case (.model(let type), .object(let object)): return (object as? ModelInstance)?.instanceType === type ? .exact : .strict
        case (.model, _): return .lax
        default: return try isStrict(schema, input, validator) ? .exact : .lax
        }
    }

    private static func least(of values: [Value], _ item: Schema, _ validator: Validator) throws -> Exactness {
        try values.map { try of(item, $0, validator) }.min() ?? .exact
    }

    private static func best(of members: [Schema], _ input: Value, _ validator: Validator) throws -> Exactness {
        var best = Exactness.lax
        for member in members {
            var ignored: [ErrorDetail] = []
            guard try validator.validate(member, input, at: [], &ignored) != nil else { continue }
            best = max(best, try of(member, input, validator))
        }
        return best
    }

    private static func isStrict(_ schema: Schema, _ input: Value, _ validator: Validator) throws -> Bool {
        var strict = validator
        strict.isStrict = true
        var ignored: [ErrorDetail] = []
        return try strict.validate(schema, input, at: [], &ignored) != nil
    }

    /// How many fields were given to the models in a value; nil where it holds none.
    static func fieldsSet(_ value: Value) -> Int? {
        switch value {
        case .list(let list):
            let counts = list.elements.compactMap(fieldsSet)
            return counts.isEmpty ? nil : counts.reduce(0, +)
        case .object(let object):
            guard let model = object as? ModelInstance else { return nil }
            let inner = model.attributes?.items.compactMap { fieldsSet($0.value) } ?? []
            return model.fieldsSet.count + inner.reduce(0, +)
        default: return nil
        }
    }
}

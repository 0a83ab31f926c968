import Python

/// Unions in smart mode: the member that sets most fields, then the most exact one, then the leftmost (pydantic-core `union`).
struct UnionValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ members: [Schema], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var best: (value: Value, quality: MatchQuality)?
        var collected: [ErrorDetail] = []
        var omits = false
        for member in members {
            var own = validator
            let quality = MatchQuality()
            own.quality = quality
            var problems: [ErrorDetail] = []
            do {
                if let value = try own.validate(member, input, at: location, &problems) {
                    if quality.isBest { return value }
                    if best.map({ quality.isBetter(than: $0.quality) }) ?? true { best = (value, quality) }
                    continue
                }
            } catch is OmittedItem {
                omits = true
                continue
            }
            problems.place(under: .string(Self.label(of: member)), depth: location.count, from: 0)
            collected += problems
        }
        if let best {
            validator.quality?.add(best.quality)
            return best.value
        }
        if omits { throw OmittedItem() }
        errors += collected
        return nil
    }
}

/// Names of schemas.
extension UnionValidator {
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
        case .bytes(let rules, _): rules.minimum == nil && rules.maximum == nil ? "bytes" : "constrained-bytes"
        case .date: "date"
        case .datetime: "datetime"
        case .time: "time"
        case .timedelta: "timedelta"
        case .uuid: "uuid"
        case .literal(let values): "literal[\(values.map(literal).joined(separator: ","))]"
        case .enumeration(let type): ChoiceValidator.name(of: type)
        case .list(let item, _): "list[\(name(item))]"
        case .set(let item, _, let isFrozen): (isFrozen ? "frozenset" : "set") + "[\(name(item))]"
        case .tuple(let members): "tuple[" + members.map(name).joined(separator: ", ") + "]"
        case .tupleOf(let item, _): "tuple[\(name(item)), ...]"
        case .dict(let key, let value, _): "dict[\(name(key)),\(name(value))]"
        case .nullable(let inner): "nullable[\(name(inner))]"
        case .union(let members): "union[" + members.map(label).joined(separator: ",") + "]"
        case .model(let type): ModelDefinition.of(type)?.validatorName ?? type.name
        case .instance(let type): "is-instance[\(type.name)]"
        case .callable: "callable"
        case .function(let kind, let function, let inner):
            kind == .plain || kind == .wrap
                ? "function-\(kind)[\(functionName(function))()]" : "function-\(kind)[\(functionName(function))(), \(name(inner))]"
        case .serializer(_, let inner): name(inner)
        case .special(let type): type.name
        }
    }

    /// What errors say of a member of a union: its tag, or its name.
    static func label(of member: Schema) -> String {
        guard case .special(let tagged as TagType) = member else { return name(member) }
        return tagged.tag.asString ?? name(member)
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

    static func functionName(_ function: Value) -> String {
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

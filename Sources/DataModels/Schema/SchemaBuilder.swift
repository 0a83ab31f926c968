import Python

/// Compiles annotations to schemas.
public struct SchemaBuilder {
    let machine: Machine
    /// Where names in annotations that are texts are looked up.
    let globals: PyDict?

    /// What an annotation cannot be.
    ///
    /// Unchecked: like every value, the annotation never leaves the executor of its machine.
    struct Unsupported: Error, @unchecked Sendable {
        let annotation: Value
    }

    init(_ machine: Machine, globals: PyDict?) {
        self.machine = machine
        self.globals = globals
    }

    /// The schema of an annotation with constraints from its field.
    func schema(_ annotation: Value, constraints: [(name: String, value: Value)] = []) throws -> Schema {
        try ConstraintApplier(machine).apply(constraints, to: try plain(annotation))
    }

    private func plain(_ annotation: Value) throws -> Schema {
        switch annotation {
        case .none: return .none
        case .str(let text): return try schema(try machine.evaluate(text.string, in: globals ?? PyDict()))
        case .object(let object):
            switch object {
            case let type as PyType: return try schema(of: type)
            case let union as PyUnion: return try schema(ofUnion: union.members)
            case let alias as PyGenericAlias: return try schema(of: alias)
            case let form as PySpecialForm where form.name == "Any": return .any
            case let reference as PyForwardRef: return try schema(.string(reference.expression))
            case let variable as PyTypeVar:
                if let bound = variable.bound { return try schema(bound) }
                return variable.constraints.isEmpty ? .any : try schema(ofUnion: variable.constraints)
            default: break
            }
        default: break
        }
        throw Unsupported(annotation: annotation)
    }

    private func schema(of type: PyType) throws -> Schema {
        let types = machine.types
        if type === types.object { return .any }
        if type === types.int { return .int(NumberRules()) }
        if type === types.str { return .str(StringRules()) }
        if type === types.float { return .float(NumberRules()) }
        if type === types.bool { return .bool(isStrict: false) }
        if type === types.none { return .none }
        if type === types.bytes { return .bytes(LengthRules()) }
        if type === types.list { return .list(.any, LengthRules()) }
        if type === types.dict { return .dict(.any, .any, LengthRules()) }
        if type === types.set { return .set(.any, LengthRules(), isFrozen: false) }
        if type === types.frozenset { return .set(.any, LengthRules(), isFrozen: true) }
        if type === types.tuple { return .tupleOf(.any, LengthRules()) }
        if ModelDefinition.of(type) != nil { return .model(type) }
        if EnumSupport.isEnum(type) { return .enumeration(type) }
        return try schema(ofLibrary: type)
    }

    private func schema(ofLibrary type: PyType) throws -> Schema {
        switch (type.module, type.name) {
        case ("datetime", "datetime"): return .datetime
        case ("datetime", "date"): return .date
        case ("datetime", "time"): return .time
        case ("datetime", "timedelta"): return .timedelta
        case ("uuid", "UUID"): return .uuid
        case ("decimal", "Decimal"): return .decimal(NumberRules())
        case ("pydantic.networks", "EmailStr"): return .email
        case ("pydantic.types", "SecretStr"): return .secret(type)
        default:
            if type.isSubtype(of: machine.types.exception("BaseException")) || isForeign(type) {
                throw Unsupported(annotation: .object(type))
            }
            return .instance(type)
        }
    }

    /// Classes that Pydantic has no schema for, so that FastAPI refuses them as fields.
    private func isForeign(_ type: PyType) -> Bool {
        !type.mro.contains { $0.module == "pydantic.types" || $0.module == "pydantic.networks" }
    }

    private func schema(ofUnion members: [Value]) throws -> Schema {
        let none = machine.types.none
        let others = members.filter { !$0.isNone && $0.asType !== none }
        let inner: Schema = others.count == 1 ? try schema(others[0]) : .union(try others.map { try schema($0) })
        return others.count == members.count ? inner : .nullable(inner)
    }

    private func schema(of alias: PyGenericAlias) throws -> Schema {
        let arguments = alias.arguments
        if let form = alias.origin.asObject as? PySpecialForm { return try schema(ofForm: form.name, arguments) }
        guard let origin = alias.origin.asType else { throw Unsupported(annotation: .object(alias)) }
        let types = machine.types
        let item = { (index: Int) in try arguments.indices.contains(index) ? schema(arguments[index]) : .any }
        if origin === types.list { return .list(try item(0), LengthRules()) }
        if origin === types.dict { return .dict(try item(0), try item(1), LengthRules()) }
        if origin === types.set { return .set(try item(0), LengthRules(), isFrozen: false) }
        if origin === types.frozenset { return .set(try item(0), LengthRules(), isFrozen: true) }
        if origin === types.type { return .any }
        if origin === types.tuple {
            if arguments.count == 2, arguments[1].isEllipsis { return .tupleOf(try item(0), LengthRules()) }
            return .tuple(try arguments.map { try schema($0) })
        }
        switch origin.name {
        case "Sequence", "Iterable", "Collection", "MutableSequence", "deque": return .list(try item(0), LengthRules())
        case "Mapping", "MutableMapping", "defaultdict", "OrderedDict": return .dict(try item(0), try item(1), LengthRules())
        case "Set", "AbstractSet", "MutableSet": return .set(try item(0), LengthRules(), isFrozen: false)
        case "Callable": return .callable
        default: return try schema(of: origin)
        }
    }

    private func schema(ofForm name: String, _ arguments: [Value]) throws -> Schema {
        switch name {
        case "Annotated":
            guard let first = arguments.first else { return .any }
            return try annotated(try schema(first), Array(arguments.dropFirst()))
        case "Literal": return .literal(arguments)
        case "ClassVar", "Final", "Required", "NotRequired": return try arguments.first.map { try schema($0) } ?? .any
        case "Callable": return .callable
        default: return .any
        }
    }

    private func annotated(_ schema: Schema, _ metadata: [Value]) throws -> Schema {
        var result = schema
        for item in metadata {
            if let field = item.asObject as? FieldInfo {
                result = try ConstraintApplier(machine).apply(field.constraints, to: result)
            } else if let marker = item.asObject as? FunctionMarker {
                result = marker.isSerializer ? .serializer(marker.function, result) : .function(marker.kind, marker.function, result)
            } else if let constraint = item.asObject as? ConstraintMarker {
                result = try ConstraintApplier(machine).apply(constraint.constraints, to: result)
            }
        }
        return result
    }
}

/// `BeforeValidator(f)` and its kin inside `Annotated`.
final class FunctionMarker: PyInstance {
    var kind = Schema.FunctionKind.after
    var isSerializer = false
    var function = Value.none
}

/// `annotated_types.Gt(3)` and `StringConstraints(…)` inside `Annotated`.
final class ConstraintMarker: PyInstance {
    var constraints: [(name: String, value: Value)] = []
}

/// Puts constraints on the schemas that understand them.
struct ConstraintApplier {
    private let machine: Machine

    init(_ machine: Machine) { self.machine = machine }

    func apply(_ constraints: [(name: String, value: Value)], to schema: Schema) throws -> Schema {
        var result = schema
        for (name, value) in constraints { result = try apply(name, value, to: result) }
        return result
    }

    private func apply(_ name: String, _ value: Value, to schema: Schema) throws -> Schema {
        switch schema {
        case .nullable(let inner): return .nullable(try apply(name, value, to: inner))
        case .function(let kind, let function, let inner): return .function(kind, function, try apply(name, value, to: inner))
        case .serializer(let function, let inner): return .serializer(function, try apply(name, value, to: inner))
        case .int(let rules): return .int(try number(name, value, rules))
        case .float(let rules): return .float(try number(name, value, rules))
        case .decimal(let rules): return .decimal(try number(name, value, rules))
        case .str(let rules): return .str(try text(name, value, rules))
        case .bytes(let rules): return .bytes(length(name, value, rules))
        case .list(let item, let rules): return .list(item, length(name, value, rules))
        case .set(let item, let rules, let isFrozen): return .set(item, length(name, value, rules), isFrozen: isFrozen)
        case .tupleOf(let item, let rules): return .tupleOf(item, length(name, value, rules))
        case .dict(let key, let item, let rules): return .dict(key, item, length(name, value, rules))
        case .bool: return name == "strict" ? .bool(isStrict: try machine.isTrue(value)) : schema
        default: return schema
        }
    }

    private func number(_ name: String, _ value: Value, _ rules: NumberRules) throws -> NumberRules {
        var rules = rules
        switch name {
        case "gt": rules.greaterThan = value
        case "ge": rules.greaterOrEqual = value
        case "lt": rules.lessThan = value
        case "le": rules.lessOrEqual = value
        case "multiple_of": rules.multipleOf = value
        case "strict": rules.isStrict = try machine.isTrue(value)
        case "allow_inf_nan": rules.allowsInfinity = try machine.isTrue(value)
        case "max_digits": rules.maxDigits = value.asInt
        case "decimal_places": rules.decimalPlaces = value.asInt
        default: break
        }
        return rules
    }

    private func text(_ name: String, _ value: Value, _ rules: StringRules) throws -> StringRules {
        var rules = rules
        switch name {
        case "min_length": rules.minimum = value.asInt
        case "max_length": rules.maximum = value.asInt
        case "pattern", "regex":
            let text = value.asString ?? ""
            do throws(RegexError) {
                rules.pattern = (text, try PythonRegex(text))
            } catch {
                throw machine.error("ValueError", "invalid regular expression \(text)")
            }
        case "strict": rules.isStrict = try machine.isTrue(value)
        case "strip_whitespace": rules.strips = try machine.isTrue(value)
        case "to_lower": rules.toLower = try machine.isTrue(value)
        case "to_upper": rules.toUpper = try machine.isTrue(value)
        default: break
        }
        return rules
    }

    private func length(_ name: String, _ value: Value, _ rules: LengthRules) -> LengthRules {
        var rules = rules
        if name == "min_length" || name == "min_items" { rules.minimum = value.asInt }
        if name == "max_length" || name == "max_items" { rules.maximum = value.asInt }
        return rules
    }
}

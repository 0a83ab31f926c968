import Python

/// Which constraints the core schemas check themselves (pydantic._internal._known_annotated_metadata).
enum ConstraintRules {
    static let bounds: Set<String> = ["gt", "ge", "lt", "le"]
    static let lengths: Set<String> = ["min_length", "max_length", "min_items", "max_items"]
    /// Those that a chain with a schema of texts checks where the schema itself does not.
    static let textual: Set<String> = [
        "pattern", "regex", "strip_whitespace", "to_lower", "to_upper", "coerce_numbers_to_str", "ascii_only",
    ]
    /// Those that a function after the schema checks where the schema itself does not.
    static let measured: Set<String> = bounds.union(lengths).union(["multiple_of", "max_digits", "decimal_places"])

    private static let numeric = bounds.union(["multiple_of", "strict"])
    private static let container = lengths.union(["strict", "fail_fast"])

    /// `CONSTRAINTS_TO_ALLOWED_SCHEMAS`, by the type of the core schema.
    private static let ownConstraints: [String: Set<String>] = [
        "str": lengths.union(textual).union(["strict"]), "bytes": lengths.union(["strict"]),
        "list": container, "deque": container, "tuple": container, "set": container, "frozenset": container, "dict": container,
        "ordered-dict": container, "counter": container, "generator": lengths,
        "float": numeric.union(["allow_inf_nan"]), "int": numeric, "fraction": numeric, "timedelta": numeric,
        "decimal": numeric.union(["allow_inf_nan", "max_digits", "decimal_places"]),
        "date": bounds.union(["strict"]), "time": bounds.union(["strict"]), "datetime": bounds.union(["strict"]),
        "typed-dict": ["strict"], "model": ["strict"], "bool": ["strict"], "uuid": ["strict"], "lax-or-strict": ["strict"],
        "enum": ["strict"],
        "complex": ["strict"], "url": ["strict", "max_length"], "multi-host-url": ["strict", "max_length"], "union": ["union_mode"],
    ]

    /// Whether a core schema of that type checks the constraint itself.
    static func isOwn(_ constraint: String, of coreType: String) -> Bool { ownConstraints[coreType]?.contains(constraint) ?? false }

    /// The functions around a schema that hand strictness to what is inside.
    static let transparent: Set<String> = ["function-before", "function-wrap", "function-after"]
}

extension Schema {
    /// The `type` of the core schema, as pydantic-core's schemas name it.
    var coreType: String {
        switch self {
        case .any: "any"
        case .none: "none"
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .decimal: "decimal"
        case .str: "str"
        case .bytes: "bytes"
        case .date: "date"
        case .datetime: "datetime"
        case .time: "time"
        case .timedelta: "timedelta"
        case .uuid: "uuid"
        case .literal: "literal"
        case .enumeration: "enum"
        case .list: "list"
        case .set(_, _, let isFrozen): isFrozen ? "frozenset" : "set"
        case .tuple, .tupleOf: "tuple"
        case .dict: "dict"
        case .nullable: "nullable"
        case .union: "union"
        case .model: "model"
        case .instance: "is-instance"
        case .callable: "callable"
        case .function(let kind, _, _): "function-\(kind)"
        case .serializer(_, let inner): inner.coreType
        case .special(let type): type.coreType
        }
    }
}

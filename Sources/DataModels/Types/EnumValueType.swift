import Python

/// An enumeration whose members become their values (`use_enum_values`).
struct EnumValueType: WrappingType {
    let inner: Schema

    var name: String { "function-after[operator.attrgetter('value')(), \(UnionValidator.name(inner))]" }
    var coreType: String { "function-after" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let member = try validator.validate(inner, input, at: location, &errors) else { return nil }
        return EnumSupport.value(of: member) ?? member
    }
}

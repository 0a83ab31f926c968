import Python

/// Starlette 1.10.0 datastructures.py `Secret`: a text that `repr` does not show.
enum SecretClass {
    static func define(_ type: PyType) {
        type.method("__init__", "self, value") { _, a in
            a[0].asInstance?.dictionary["_value"] = a[1]
            return .none
        }
        type.method("__repr__", "self, /") { machine, a in .string("\(machine.typeName(a[0]))('**********')") }
        type.method("__str__", "self, /") { _, a in a[0].asInstance?.dictionary["_value"] ?? .string("") }
        type.method("__bool__", "self, /") { machine, a in
            .bool(try a[0].asInstance?.dictionary["_value"].map { try machine.isTrue($0) } ?? false)
        }
    }
}

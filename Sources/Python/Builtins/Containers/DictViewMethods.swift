/// The methods of the three kinds of views.
enum DictViewMethods {
    /// Puts the methods on the types.
    static func install(in types: BuiltinTypes) {
        for kind in ["keys", "values", "items"] {
            let type = types.builtin("dict_" + kind)
            type.method("__reversed__", "", on: view) { _, view, _ in .object(view.makeIterator(isReversed: true)) }
            type.getter("mapping") { _, value in (value.asObject as? PyDictView).map { .dict($0.dict) } ?? .none }
            if kind == "values" { continue }
            type.method("isdisjoint", "other, /", on: view) { machine, view, a in
                var isDisjoint = true
                try machine.iterate(a[1]) { element in
                    isDisjoint = try !view.contains(element, machine)
                    return isDisjoint
                }
                return .bool(isDisjoint)
            }
            type.constant("__hash__", .none)
        }
    }

    private static func view(_ value: Value) -> PyDictView? { value.asObject as? PyDictView }
}

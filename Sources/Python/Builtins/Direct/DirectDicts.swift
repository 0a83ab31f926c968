/// Methods of `dict` with texts as keys; the rules of `DirectMethods` hold.
enum DirectDicts {
    /// Gives each of them to `put`, by its name.
    static func install(_ put: (String, @escaping PyNativeFunction.Direct) -> Void) {
        put("get", get)
        put("setdefault", setDefault)
        put("pop", pop)
        put("update", update)
        put("keys") { _, count, cursor in view(.keys, count, cursor) }
        put("values") { _, count, cursor in view(.values, count, cursor) }
        put("items") { _, count, cursor in view(.items, count, cursor) }
    }

    /// `dict.get` with a text.
    private static func get(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 2 || count == 3, let dict = cursor.dict(below: count), let name = cursor.text(below: count - 1) else { return nil }
        let found = dict._withUnsafeGuaranteedRef { dict in name._withUnsafeGuaranteedRef { dict.value(forName: $0) } }
        return found ?? (count == 3 ? cursor.take(below: 1) : Value.none)
    }

    /// `dict.setdefault` with a text.
    private static func setDefault(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 3, let dict = cursor.dict(below: 3), let name = cursor.text(below: 2) else { return nil }
        return try dict._withUnsafeGuaranteedRef { dict in
            try name._withUnsafeGuaranteedRef { name in
                if let found = dict.value(forName: name) { return found }
                try machine.charge(bytes: 64)
                let new = cursor.take(below: 1)
                dict.setValue(new, forName: name)
                return new
            }
        }
    }

    /// `dict.pop` of a text that is there, or with something to give where it is not.
    private static func pop(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 2 || count == 3, let dict = cursor.dict(below: count), let name = cursor.text(below: count - 1) else { return nil }
        let found = dict._withUnsafeGuaranteedRef { dict in name._withUnsafeGuaranteedRef { dict.removeValue(forName: $0) } }
        return found ?? (count == 3 ? cursor.take(below: 1) : nil)
    }

    /// `dict.update` with a dictionary whose keys are texts.
    private static func update(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 2, let dict = cursor.dict(below: 2), let other = cursor.dict(below: 1) else { return nil }
        return try other._withUnsafeGuaranteedRef { other in
            guard other.hasTextsOnly else { return nil }
            try machine.charge(bytes: 64, times: other.count)
            dict._withUnsafeGuaranteedRef { $0.add(textsOf: other) }
            return Value.none
        }
    }

    /// `dict.items` and its kin.
    private static func view(_ kind: PyDictView.Kind, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1, case .dict(let dict)? = cursor[below: 1] else { return nil }
        return .object(PyDictView(dict, kind))
    }
}

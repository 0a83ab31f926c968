/// What the most used built-in functions do in their most common cases, on arguments that stay where they lie on the stack.
///
/// Each gives nil, having done nothing, for anything but its case: the function that it stands before then does all of it,
/// errors included. None of them runs code of the program.
enum DirectMethods {
    /// Puts them before the methods and functions that are installed.
    static func install(_ machine: Machine) {
        let types = machine.types
        put("append", types.list, append)
        put("get", types.dict, get)
        put("startswith", types.str) { _, count, cursor in DirectText.hasEdge(count, cursor, atEnd: false) }
        put("endswith", types.str) { _, count, cursor in DirectText.hasEdge(count, cursor, atEnd: true) }
        put("strip", types.str, DirectText.strip)
        put("lower", types.str) { try DirectText.mapped($0, $1, $2, CaseMapping.lowerASCII) }
        put("upper", types.str) { try DirectText.mapped($0, $1, $2, CaseMapping.upperASCII) }
        put("partition", types.str, DirectText.partition)
        put("split", types.str, DirectText.split)
        put("replace", types.str, DirectText.replace)
        if case .object(let function)? = machine.builtins["len"] { (function as? PyNativeFunction)?.direct = length }
        types.str.construction?.direct = DirectText.make
        types.int.construction?.direct = { machine, count, cursor in
            count == 1 ? cursor[below: 1].flatMap(machine.smallInteger).map { .int($0) } : nil
        }
        types.super.construction?.direct = { machine, count, _ in count == 0 ? try machine.implicitSuper() : nil }
    }

    private static func put(_ name: String, _ type: PyType, _ direct: @escaping PyNativeFunction.Direct) {
        guard case .object(let function)? = type.attributes[name] else { return }
        (function as? PyNativeFunction)?.direct = direct
    }

    /// `list.append`.
    private static func append(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 2, let list = cursor.list(below: 2) else { return nil }
        let element = cursor.take(below: 1)
        try list._withUnsafeGuaranteedRef { try machine.append(element, to: $0) }
        return Value.none
    }

    /// `dict.get` with a text.
    private static func get(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 2 || count == 3, let dict = cursor.dict(below: count), let name = cursor.text(below: count - 1) else { return nil }
        let found = dict._withUnsafeGuaranteedRef { dict in name._withUnsafeGuaranteedRef { dict.value(forName: $0) } }
        return found ?? (count == 3 ? cursor.take(below: 1) : Value.none)
    }

    /// `len` of what the machine itself holds.
    private static func length(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1 else { return nil }
        if let text = cursor.text(below: 1) { return .int(text._withUnsafeGuaranteedRef(\.count)) }
        if let list = cursor.list(below: 1) { return .int(list._withUnsafeGuaranteedRef(\.elements.count)) }
        if let dict = cursor.dict(below: 1) { return .int(dict._withUnsafeGuaranteedRef(\.count)) }
        if case .tuple(let tuple)? = cursor[below: 1] { return .int(tuple.elements.count) }
        return nil
    }
}

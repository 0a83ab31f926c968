/// What the most used built-in functions do in their most common cases, on arguments that stay where they lie on the stack.
///
/// Each gives nil, having done nothing, for anything but its case: the function that it stands before then does all of it,
/// errors included. None of them runs code of the program.
enum DirectMethods {
    /// Puts them before the methods and functions that are installed.
    static func install(_ machine: Machine) {
        installFunctions(machine)
        let types = machine.types
        var methods: [PyNativeFunction] = []
        func put(_ name: String, _ type: PyType, _ direct: @escaping PyNativeFunction.Direct) {
            guard case .object(let object)? = type.attributes[name], let method = object.exactly(PyNativeFunction.self) else { return }
            method.direct = direct
            methods.append(method)
        }
        put("append", types.list, append)
        DirectDicts.install { name, direct in put(name, types.dict, direct) }
        put("decode", types.bytes, DirectCodecs.decode)
        put("encode", types.str, DirectCodecs.encode)
        put("startswith", types.str) { _, count, cursor in DirectText.hasEdge(count, cursor, atEnd: false) }
        put("endswith", types.str) { _, count, cursor in DirectText.hasEdge(count, cursor, atEnd: true) }
        DirectShapes.install { name, direct in put(name, types.str, direct) }
        put("lower", types.str) { try DirectText.mapped($0, $1, $2, CaseMapping.lowerASCII) }
        put("upper", types.str) { try DirectText.mapped($0, $1, $2, CaseMapping.upperASCII) }
        put("partition", types.str, DirectText.partition)
        put("replace", types.str, DirectText.replace)
        put("split", types.str, DirectText.split)
        put("find", types.str) { try DirectText.find($0, $1, $2, isStrict: false) }
        put("index", types.str) { try DirectText.find($0, $1, $2, isStrict: true) }
        put("count", types.str, DirectText.count)
        put("casefold", types.str) { try DirectText.mapped($0, $1, $2, CaseMapping.lowerASCII) }
        put("isdigit", types.str) { _, count, cursor in DirectText.holds(count, cursor) { $0 &- 0x30 < 10 } }
        put("isalpha", types.str) { _, count, cursor in DirectText.holds(count, cursor, DirectText.isLetter) }
        put("isalnum", types.str) { _, count, cursor in
            DirectText.holds(count, cursor) { $0 &- 0x30 < 10 || DirectText.isLetter($0) }
        }
        put("pop", types.list, pop)
        put("add", types.set, add)
        machine.numberDirectMethods(methods)
    }

    private static func installFunctions(_ machine: Machine) {
        let types = machine.types
        DirectFunctions.install { name, direct in
            if case .object(let function)? = machine.builtins[name] { (function as? PyNativeFunction)?.direct = direct }
        }
        types.str.construction?.direct = DirectText.make
        types.int.construction?.direct = { machine, count, cursor in
            count == 1 ? cursor[below: 1].flatMap(machine.smallInteger).map { .int($0) } : nil
        }
        types.float.construction?.direct = { _, count, cursor in count == 1 ? DirectFunctions.float(cursor) : nil }
        types.super.construction?.direct = { machine, count, _ in count == 0 ? try machine.implicitSuper() : nil }
    }

    /// `list.append`.
    private static func append(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 2, let list = cursor.list(below: 2) else { return nil }
        let element = cursor.take(below: 1)
        try list._withUnsafeGuaranteedRef { try machine.append(element, to: $0) }
        return Value.none
    }

    /// `list.pop` of the last element.
    private static func pop(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1, let list = cursor.list(below: 1) else { return nil }
        return list._withUnsafeGuaranteedRef { $0.elements.popLast() }
    }

    /// `set.add` of a text or an integer.
    private static func add(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 2, let object = cursor.object(below: 2) else { return nil }
        return try object._withUnsafeGuaranteedRef { object in
            guard object.isExactly(PySet.self) else { return nil }
            let table = unsafeDowncast(object, to: PySet.self).table
            switch cursor[below: 1] {
            case .str(let name)?:
                if table.position(ofName: name) == nil {
                    try machine.charge(bytes: 48)
                    table.insertNew(hash: name.hash, key: .str(name), value: .none)
                }
            case .int(let number)?:
                let hash = NumericHash.hash(number)
                if try table.position(of: number, hash: hash, machine) == nil {
                    try machine.charge(bytes: 48)
                    table.insertNew(hash: hash, key: .int(number), value: .none)
                }
            default: return nil
            }
            return Value.none
        }
    }
}

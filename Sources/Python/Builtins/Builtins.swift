/// Everything that Python programs have without importing it.
enum Builtins {
    /// Puts the methods on the built-in types and the functions, types, exceptions and constants into `machine.builtins`.
    ///
    /// It only makes closures: signatures are read at the first call.
    static func install(_ machine: Machine) {
        installTypes(machine.types)
        NumericFunctions.install(machine)
        IterationFunctions.install(machine)
        ObjectFunctions.install(machine)
        SandboxFunctions.install(machine)
        installNames(machine)
        DirectMethods.install(machine)
    }

    private static func installTypes(_ types: BuiltinTypes) {
        OperatorMethods.install(types)
        IntMethods.install(on: types.int)
        FloatMethods.install(on: types.float)
        ComplexMethods.install(on: types.complex)
        MemoryViewMethods.install(on: types.memoryview)
        types.bool.constructor("x=False, /") { machine, _, a in .bool(try machine.isTrue(a[0])) }
        for install in [StrSearchMethods.install, StrCaseMethods.install, StrShapeMethods.install, StrConversionMethods.install] {
            install(types.str)
        }
        TextConstructors.install(types)
        UnicodeErrorMethods.install(types)
        BytesMethods.install(on: types.bytes, isMutable: false)
        BytesMethods.install(on: types.bytearray, isMutable: true)
        BytearrayMethods.install(on: types.bytearray)
        ListMethods.install(on: types.list)
        TupleMethods.install(on: types.tuple)
        DictMethods.install(on: types.dict)
        DictViewMethods.install(in: types)
        SetMethods.install(set: types.set, frozen: types.frozenset)
        RangeMethods.install(on: types.range)
        SliceMethods.install(on: types.slice)
    }

    private static func installNames(_ machine: Machine) {
        let types = machine.types
        let named = [
            types.object, types.type, types.int, types.float, types.bool, types.complex, types.str, types.bytes, types.bytearray,
            types.memoryview,
            types.list, types.tuple, types.dict, types.set, types.frozenset, types.range, types.slice, types.property,
            types.staticmethod, types.classmethod, types.super,
        ]
        for type in named { machine.builtins[type.name] = .object(type) }
        for (name, type) in types.exceptions { machine.builtins[name] = .object(type) }
        machine.builtins["Ellipsis"] = machine.ellipsis
        machine.builtins["NotImplemented"] = machine.notImplemented
        machine.builtins["__debug__"] = true
    }
}

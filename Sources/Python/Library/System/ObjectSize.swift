/// What `sys.getsizeof` tells: the bytes that an object takes in CPython 3.11 on a 64-bit machine.
///
/// Room that CPython keeps in advance for a list to grow into is not counted.
enum ObjectSize {
    /// The bytes of an object, without what it refers to.
    static func bytes(of value: Value, _ machine: Machine) throws -> Int {
        if let instance = value.asInstance, let method = machine.type(of: value).lookup("__sizeof__"), method.asObject is PyFunction {
            let hasDictionary = machine.type(of: value).slotLayout?.hasDictionary ?? true
            return try machine.index(try machine.call(method, .object(instance))) + collected * (hasDictionary ? 2 : 1)
        }
        if let integer = value.asBigInt { return 24 + max(1, (integer.bitWidth + 29) / 30) * 4 }
        if value.asFloat != nil { return 24 }
        if value.isNone { return 16 }
        return value.asObject.map { size($0, machine) } ?? collected
    }

    /// What the collector keeps before each object that it looks after.
    private static let collected = 16

    private static func size(_ object: PyObject, _ machine: Machine) -> Int {
        switch object {
        case let text as PyStr: return size(text)
        case let bytes as PyBytes: return bytes.isMutable ? 56 + (bytes.bytes.isEmpty ? 0 : bytes.bytes.count + 1) : 33 + bytes.bytes.count
        case let list as PyList: return 56 + (list.elements.count + (list.elements.count > 2 ? 1 : 0)) / 2 * 16 + tail(list.elements.count)
        case let tuple as PyTuple: return 40 + tuple.elements.count * 8
        case let dict as PyDict: return size(dict)
        case let set as PySet: return size(set)
        case let instance as PyInstance: return size(instance, machine)
        case let type as PyType: return type.isProgramDefined ? 1688 : 424
        case is PySingleton: return 16
        case is PyComplex: return 32
        case is PyFunction: return 152
        case is PyGenerator: return 200
        case is PySlice: return 56
        case let method as PyBoundMethod: return method.function.asObject is PyNativeFunction ? 72 : 64
        case is PyZip: return 64
        case is PyMemoryView: return 184
        case is PyNativeFunction, is PyEnumerate, is PyModule: return 72
        default: return 48
        }
    }

    /// One or two elements of a list have no room beside them.
    private static func tail(_ count: Int) -> Int { count == 1 ? 8 : 0 }

    private static func size(_ text: PyStr) -> Int {
        if text.isASCII { return 49 + text.count }
        let widest = text.points.max() ?? 0
        return 72 + (text.count + 1) * (widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4)
    }

    private static func size(_ dict: PyDict) -> Int {
        if dict.count == 0 { return 64 }
        var slots = 8
        while slots * 2 / 3 < dict.count { slots *= 2 }
        let isOfTexts = dict.keys.allSatisfy { $0.asStr != nil }
        let index = slots * (slots < 256 ? 1 : slots < 65536 ? 2 : 4)
        return 96 + index + slots * 2 / 3 * (isOfTexts ? 16 : 24)
    }

    private static func size(_ set: PySet) -> Int {
        var slots = 8
        for count in 1..<max(2, set.table.count + 1) where count * 5 >= (slots - 1) * 3 {
            while slots <= count * 4 { slots *= 2 }
        }
        return 216 + (slots > 8 ? slots * 16 : 0)
    }

    private static func size(_ instance: PyInstance, _ machine: Machine) -> Int {
        if let payload = instance.payload?.asObject { return size(payload, machine) + 24 }
        if instance.instanceType === machine.types.object { return 16 }
        if instance is PyException { return 88 + (instance.instanceType.isProgramDefined ? 8 : 0) }
        guard let layout = instance.instanceType.slotLayout else { return 56 }
        return 32 + layout.count * 8 + (layout.hasDictionary ? 16 : 0)
    }
}

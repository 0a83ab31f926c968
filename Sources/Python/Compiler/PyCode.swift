/// What a source file compiles to besides its code: shared by all code objects of the file.
public final class CodeUnit {
    /// The source.
    public let source: SourceText
    /// The value of `__name__` in it.
    public let name: String
    /// Whether it is part of the library, whose frames are not places of the program.
    let isLibrary: Bool

    init(source: SourceText, name: String, isLibrary: Bool = false) {
        self.source = source
        self.name = name
        self.isLibrary = isLibrary
    }
}

/// The compiled body of a module, class, function, lambda or comprehension.
public final class PyCode: PyObject {
    /// What kind of frame it runs in.
    public enum Kind: Sendable, Hashable {
        case module, classBody, function, generator, coroutine, asyncGenerator
    }

    /// The parameters as declared, and how they map to the first slots.
    ///
    /// Slots are: positional ones, keyword-only ones, `*args`, `**kwargs`.
    public struct ParameterShape {
        /// One declared parameter.
        public typealias Declared = (name: PyStr, kind: PyFunction.Parameter.Kind, range: SourceRange)
        /// In the order of the source.
        public var declared: [Declared] = []
        /// How many are positional-only.
        public var positionalOnlyCount = 0
        /// How many take positions, positional-only ones included.
        public var positionalCount = 0
        /// How many are keyword-only.
        public var keywordOnlyCount = 0
        /// Whether there is `*args`.
        public var hasVariadic = false
        /// Whether there is `**kwargs`.
        public var hasExtra = false

        /// How many take an argument of their own.
        var namedCount: Int { positionalCount + keywordOnlyCount }
        /// How many slots all parameters take.
        var count: Int { namedCount + (hasVariadic ? 1 : 0) + (hasExtra ? 1 : 0) }
        /// Whether plain positional arguments fill the slots one to one.
        var isSimple: Bool { keywordOnlyCount == 0 && !hasVariadic && !hasExtra }
    }

    /// A range of instructions with what handles exceptions raised there.
    struct Handler {
        let start: Int32
        let end: Int32
        let target: Int32
        /// How many operands stay on the stack below the exception.
        let depth: Int32
    }

    /// Python's `co_name`.
    public let name: String
    /// Python's `co_qualname`.
    public let qualifiedName: String
    /// What kind of frame it runs in.
    public let kind: Kind
    /// The whole definition in the source.
    public let range: SourceRange
    /// The file it belongs to.
    public let unit: CodeUnit
    /// The parameters.
    public let parameters: ParameterShape
    /// The docstring.
    let doc: PyStr?
    let instructions: FixedBuffer<Instruction>
    /// For each instruction the statement or expression it belongs to.
    let ranges: [SourceRange]
    let constants: FixedBuffer<Value>
    let names: FixedBuffer<PyStr>
    /// The names of all slots: parameters, other locals, cells, captured variables.
    let slotNames: [PyStr]
    /// How many of the slots are plain locals.
    let localCount: Int
    /// How many of the slots are cells that this code makes.
    let cellCount: Int
    /// For each cell the slot of the parameter that it takes over, or -1.
    let cellParameters: [Int]
    /// The slot of the captured `__class__`, or -1.
    let classCellSlot: Int
    /// The handlers, innermost first.
    let handlers: [Handler]

    /// Whether an exception at that instruction would be handled or pass a `finally`.
    func hasHandler(at position: Int) -> Bool { handlers.contains { $0.start <= position && position < $0.end } }

    /// How many operands it needs at most.
    let stackSize: Int
    /// How many slots are variables.
    let slotCount: Int
    /// How many slots of the value stack a frame takes, with some room for shifted arguments.
    let frameSize: Int
    /// With how many positional arguments a call fills the slots one to one, or -1 if it never does.
    let simpleCount: Int
    /// One cache for each instruction that has one.
    let caches: FixedBuffer<InlineCache>
    /// For a class body, where the class and its annotated names stand.
    let classDefinition: PyType.Definition?

    /// How many caches one code object has; instructions beyond share one that is never filled.
    static let cacheLimit = Int(UInt16.max)

    init(_ parts: Parts) {
        name = parts.name
        qualifiedName = parts.qualifiedName
        kind = parts.kind
        range = parts.range
        unit = parts.unit
        parameters = parts.parameters
        doc = parts.doc
        instructions = FixedBuffer(parts.instructions)
        ranges = parts.ranges
        constants = FixedBuffer(parts.constants)
        names = FixedBuffer(parts.names)
        slotNames = parts.slotNames
        localCount = parts.localCount
        cellCount = parts.cellCount
        cellParameters = parts.cellParameters
        classCellSlot = parts.slotNames.lastIndex { $0.string == "__class__" }.flatMap { $0 >= parts.localCount ? $0 : nil } ?? -1
        handlers = parts.handlers
        stackSize = parts.stackSize
        caches = FixedBuffer(
            (0...parts.cacheCount).flatMap { place in
                (0..<FixedBuffer<InlineCache>.ways).map { _ in InlineCache(isUsable: place < Self.cacheLimit) }
            })
        frameSize = parts.slotNames.count + parts.stackSize + Frame.spareSlots
        simpleCount = parts.kind == .function && parts.parameters.isSimple ? parts.parameters.positionalCount : -1
        slotCount = parts.slotNames.count
        classDefinition = parts.classDefinition
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.code }

    deinit {
        instructions.deallocate()
        constants.deallocate()
        names.deallocate()
        caches.deallocate()
    }

    /// The names of the captured variables.
    var freeNames: ArraySlice<PyStr> { slotNames[(localCount + cellCount)...] }

    /// What the compiler hands over.
    struct Parts {
        var name: String
        var qualifiedName: String
        var kind: Kind
        var range: SourceRange
        var unit: CodeUnit
        var parameters = ParameterShape()
        var doc: PyStr?
        var instructions: [Instruction] = []
        var ranges: [SourceRange] = []
        var constants: [Value] = []
        var names: [PyStr] = []
        var slotNames: [PyStr] = []
        var localCount = 0
        var cellCount = 0
        var cellParameters: [Int] = []
        var handlers: [Handler] = []
        var stackSize = 0
        var cacheCount = 0
        var classDefinition: PyType.Definition?
    }
}

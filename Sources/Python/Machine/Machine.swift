/// Runs Python programs: types, modules, frames and the budget of the current run.
///
/// Nothing in it is global or thread-safe; one executor owns it with all of its values.
public final class Machine {
    /// The built-in types.
    public let types: BuiltinTypes
    /// The names that every module sees.
    public let builtins = PyDict()
    /// The modules that can be imported.
    public let modules = ModuleRegistry()
    /// What is outside.
    public var world: World
    /// What belongs to the import or request that runs now; `await` saves and restores it.
    @exclusivity(unchecked) public var context: ExecutionContext {
        didSet {
            // Open frames of the loop may still count for the old one.
            if nativeDepth > 0 { retired.append(oldValue) } else { retired = [] }
            frames.use(context.meter)
            context.stretchStart = world.gauge.processorTime()
            frames.allowNativeCalls(0)
            cycles.enter()
            // Many short runs are looked at as often as a long one.
            context.continueSlice(of: oldValue)
            depthLimit = min(context.budget.depth, FrameStack.capacity)
        }
    }
    private var retired: [ExecutionContext] = []
    /// The names of the data model.
    let names: DunderNames
    /// The texts of one ASCII character.
    let asciiCharacters = (0..<128).map { PyStr(utf8: [UInt8($0)]) }
    /// One `PyStr` for each name.
    private var interned: [String: PyStr] = [:]

    /// `NotImplemented`.
    public let notImplemented: Value
    /// `...`.
    public let ellipsis: Value

    /// `object.__getattribute__` and its kin, by which the fast paths tell that a class has none of its own.
    let defaultGetAttribute: PyNativeFunction
    let defaultSetAttribute: PyNativeFunction
    let defaultDeleteAttribute: PyNativeFunction
    let defaultHash: PyNativeFunction
    let defaultStr: PyNativeFunction
    let defaultFormat: PyNativeFunction
    let defaultTypeCall: PyNativeFunction
    let defaultInitialize: PyNativeFunction
    let defaultNew: PyMethodWrapper

    /// The methods with direct cases.
    private(set) var directMethods = DirectTable([])
    /// The frames that are open, outermost first.
    let frames: FrameStack
    /// What finds values that hold each other in circles.
    let cycles = CycleCollector()
    /// Whether dropped generators are being closed.
    var isClosingDropped = false
    /// Who closes an async generator that was let go of while an event loop runs it; false where none does.
    var asyncGeneratorFinaliser: ((PyGenerator) throws -> Bool)?
    /// The modules that were executed, which `retire` takes apart.
    var executed: [PyModule] = []
    /// The source of the program that was executed last, whose lines tracebacks show.
    var executedSource: SourceText?
    /// The bytes that may still be asked for before the process is looked at again.
    @exclusivity(unchecked) var unseenBytes = Machine.unseenLimit
    /// The coarse time when the clock was last looked at.
    @exclusivity(unchecked) var lastGlance = 0
    /// The coarse time when the time used was last looked at.
    @exclusivity(unchecked) var lastCheck = 0
    /// How many frames the budget of the current run allows.
    @exclusivity(unchecked) var depthLimit: Int
    /// The variables and operands of all open frames.
    let stack = ValueStack(capacity: 1 << 18)
    /// The containers that `repr` is inside of, to cut cycles.
    var activeReprs: [ObjectIdentifier] = []

    /// A machine with the built-in types and functions and the standard library installed.
    public init(world: World, context: ExecutionContext = ExecutionContext()) {
        // What is made here is not of the machine that ran on this thread before.
        cycles.enter()
        types = BuiltinTypes()
        self.world = world
        self.context = context
        frames = FrameStack(meter: context.meter)
        depthLimit = min(context.budget.depth, FrameStack.capacity)
        names = DunderNames()
        notImplemented = .object(PySingleton(.notImplemented))
        ellipsis = .object(PySingleton(.ellipsis))
        defaultGetAttribute = ObjectMethods.getAttribute
        defaultSetAttribute = ObjectMethods.setAttribute
        defaultDeleteAttribute = ObjectMethods.deleteAttribute
        defaultHash = ObjectMethods.hash
        defaultStr = ObjectMethods.str
        defaultFormat = ObjectMethods.format
        defaultTypeCall = ObjectMethods.typeCall
        defaultInitialize = ObjectMethods.initialize
        defaultNew = PyMethodWrapper(.staticMethod, .object(ObjectMethods.new))
        for name in names.all { interned[name.string] = name }
        CoreTypes.install(self)
        Builtins.install(self)
        NamespaceFunctions.install(self)
        Library.register(in: modules)
        do {
            try Library.install(self)
        } catch {
            // Installing makes classes without conflicts only; a library without its typing forms still serves programs.
            context.write("the library is incomplete: \(error)\n")
        }
    }

    deinit { directMethods.deallocate() }

    /// Numbers the methods which the run loop calls without counting an owner of them.
    func numberDirectMethods(_ methods: [PyNativeFunction]) {
        directMethods.deallocate()
        directMethods = DirectTable(methods)
    }

    /// How many frames are open.
    var depth: Int {
        @inline(__always) get { frames.depth }
        @inline(__always) set { frames.depth = newValue }
    }

    /// How many native calls lie between the bottom of the native stack and here.
    var nativeDepth: Int {
        @inline(__always) get { frames.nativeDepth }
        @inline(__always) set { frames.nativeDepth = newValue }
    }

    /// The one `PyStr` of a name, which compares by identity first.
    public func intern(_ name: String) -> PyStr {
        if let known = interned[name] { return known }
        let made = PyStr(name)
        interned[name] = made
        return made
    }
}

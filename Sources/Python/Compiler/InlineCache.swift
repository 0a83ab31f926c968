/// What one instruction remembers of its last lookup; it lies in the buffer of its code and is used there.
struct InlineCache {
    /// What is known of an attribute of a class.
    enum Attribute: UInt8 {
        /// There is none, or one that attributes of instances go before.
        case ordinary
        /// It goes before attributes of instances.
        case data
        /// A property of the program, read by a function that takes the instance and nothing else, on a class without `__getattr__`.
        case property
    }

    /// The dictionary or class for which it was learned; the owner below keeps it in use for that one.
    private(set) var identity: ObjectIdentifier?
    /// The changes of classes, or the shape of the dictionary, at which this was learned; -1 for nothing.
    private(set) var epoch = -1
    /// The shape of the built-in names, where the name is one of them.
    private(set) var shape = -1
    /// The position of the entry in the dictionary.
    private(set) var position = 0
    /// The attribute of the class.
    private(set) var value: Value?
    /// What kind of attribute that is.
    private(set) var attribute = Attribute.ordinary
    /// The class behind which the search started, for what was looked up on `super()`.
    private(set) var start: ObjectIdentifier?
    /// Whether the name was found among the built-in ones.
    private(set) var isBuiltin = false
    /// Whether it may be filled.
    private let isUsable: Bool
    private var owner: PyObject?

    init(isUsable: Bool) { self.isUsable = isUsable }

    /// Learns where a global name is.
    mutating func remember(_ globals: PyDict, _ position: Int) {
        guard isUsable else { return }
        (owner, identity) = (globals, ObjectIdentifier(globals))
        (epoch, isBuiltin, self.position) = (globals.shape, false, position)
    }

    /// Learns where a name is that is not global but built-in.
    mutating func remember(_ globals: PyDict, _ position: Int, builtins: PyDict) {
        guard isUsable else { return }
        remember(globals, position)
        (isBuiltin, shape) = (true, builtins.shape)
    }

    /// Learns what an attribute of a class is; false where it cannot be remembered.
    mutating func remember(_ type: PyType, _ epoch: Int, _ value: Value?, _ attribute: Attribute = .ordinary) -> Bool {
        guard isUsable else { return false }
        (owner, identity) = (type, ObjectIdentifier(type))
        (self.epoch, self.value, self.attribute) = (epoch, value, attribute)
        return true
    }

    /// Learns what `super()` finds behind a class in the order of another; the epoch is kept inverted, so that nothing else finds it.
    mutating func remember(_ type: PyType, _ epoch: Int, behind start: PyType, _ value: Value) {
        if remember(type, ~epoch, value) { self.start = ObjectIdentifier(start) }
    }

    /// Learns at which position of its dictionary an instance keeps an attribute; it is to be tested each time.
    mutating func remember(position: Int) { if isUsable { self.position = position } }
}

/// The caches of a code: two for each of its places, so that a place that sees two classes by turns remembers both.
extension FixedBuffer<InlineCache> {
    /// How many caches a place has.
    static var ways: Int { 2 }

    /// The index of the first cache of a place.
    @inline(__always)
    func first(_ place: UInt16) -> Int { Int(place) &* Self.ways }

    /// Whether a cache was learned for that object at that time; it looks at the fields only, where a method of the cache would copy it.
    @inline(__always)
    func holds(_ index: Int, for object: ObjectIdentifier, at epoch: Int) -> Bool {
        self[index].identity == object && self[index].epoch == epoch
    }

    /// The index of the cache of a place that was learned for that object at that time.
    @inline(__always)
    func index(_ place: UInt16, for object: ObjectIdentifier, at epoch: Int) -> Int? {
        let first = first(place)
        if holds(first, for: object, at: epoch) { return first }
        return holds(first &+ 1, for: object, at: epoch) ? first &+ 1 : nil
    }

    /// The index of the cache of a place that is to learn next.
    func free(_ place: UInt16, at epoch: Int) -> Int {
        let first = first(place)
        return self[first].epoch == epoch ? first + 1 : first
    }
}

/// What one instruction remembers of its last lookup.
final class InlineCache {
    /// The changes of classes, or the shape of the dictionary, at which this was learned; -1 for nothing.
    @exclusivity(unchecked) private(set) var epoch = -1
    /// The shape of the built-in names, where the name is one of them.
    @exclusivity(unchecked) private(set) var shape = -1
    /// The dictionary for which it was learned.
    @exclusivity(unchecked) private(set) var dict: PyDict?
    /// Whether the name was found among the built-in ones.
    @exclusivity(unchecked) private(set) var isBuiltin = false
    /// The class for which it was learned.
    @exclusivity(unchecked) private(set) var type: PyType?
    /// The position of the entry in the dictionary.
    @exclusivity(unchecked) private(set) var position = 0
    /// The attribute of the class.
    @exclusivity(unchecked) private(set) var value: Value?
    /// Whether it may be filled.
    private let isUsable: Bool

    init(isUsable: Bool) { self.isUsable = isUsable }

    /// Learns where a global name is.
    func remember(_ globals: PyDict, _ position: Int) {
        guard isUsable else { return }
        (dict, epoch, isBuiltin, self.position) = (globals, globals.shape, false, position)
    }

    /// Learns where a name is that is not global but built-in.
    func remember(_ globals: PyDict, _ position: Int, builtins: PyDict) {
        guard isUsable else { return }
        (dict, epoch, isBuiltin, self.position, shape) = (globals, globals.shape, true, position, builtins.shape)
    }

    /// Learns what an attribute of a class is, and that instances do not hide it.
    func remember(_ type: PyType, _ epoch: Int, _ value: Value?) {
        guard isUsable else { return }
        (self.type, self.epoch, self.value) = (type, epoch, value)
    }

    /// Learns at which position of its dictionary an instance keeps an attribute; it is to be tested each time.
    func remember(position: Int) { if isUsable { self.position = position } }
}

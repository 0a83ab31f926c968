/// The module `gc`. Importing it has the machine note the containers that it makes from then on, so that `collect` finds cycles among them.
enum GCModule {
    private static let written = WrittenModule(
        #"""
        _enabled = True
        def enable():
            global _enabled
            _enabled = True
        def disable():
            global _enabled
            _enabled = False
        def isenabled():
            return _enabled
        def get_count():
            return 0, 0, 0
        def get_threshold():
            return 700, 10, 10
        def set_threshold(*args):
            pass
        def freeze():
            pass
        def get_objects(generation=None):
            return []
        garbage = []
        """#)

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "gc")
        module.function(machine, "collect", "generation=2") { machine, _ in
            let count = machine.collectCycles()
            try machine.closeDropped()
            return .int(count)
        }
        try written.run(in: module, machine)
        machine.cycles.start()
        return module
    }
}

/// The attributes of the types that the machine itself defines: `object`, `type`, functions, modules, generators, exceptions.
enum CoreTypes {
    /// Fills them.
    static func install(_ machine: Machine) {}
}

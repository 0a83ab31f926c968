/// Turns syntax trees into code.
enum Compiler {
    /// The code of a module's top level.
    static func compile(_ module: Module, _ unit: CodeUnit, _ machine: Machine) throws -> PyCode {
        PyCode(PyCode.Parts(name: "<module>", qualifiedName: "<module>", kind: .module, range: unit.source.range, unit: unit))
    }

    /// The code of a single expression.
    static func compile(_ expression: Expression, _ unit: CodeUnit, _ machine: Machine) throws -> PyCode {
        PyCode(PyCode.Parts(name: "<module>", qualifiedName: "<module>", kind: .module, range: unit.source.range, unit: unit))
    }
}

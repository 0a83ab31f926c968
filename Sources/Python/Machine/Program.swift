/// A compiled source file, ready to be executed any number of times.
public final class Program {
    /// Its source.
    public let source: SourceText
    /// The value of `__name__` in it.
    public let name: String
    /// Its syntax tree.
    public let module: Module
    /// What its top level runs.
    public let code: PyCode

    init(source: SourceText, name: String, module: Module, code: PyCode) {
        self.source = source
        self.name = name
        self.module = module
        self.code = code
    }
}

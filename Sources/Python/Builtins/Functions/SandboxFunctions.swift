/// Built-in functions that a playground cannot have; calling one raises `PlaygroundLimit`, which says why.
enum SandboxFunctions {
    private static let reasons: [(name: String, reason: String)] = [
        ("open", "a program here has no files"),
        ("input", "a program here has no keyboard; read from the request instead"),
        ("exec", "text is not run as code"),
        ("eval", "text is not run as code"),
        ("compile", "text is not run as code"),
        ("breakpoint", "there is no debugger behind the program"),
        ("help", "there is no interactive help behind the program"),
    ]

    /// Puts the functions into `machine.builtins`.
    static func install(_ machine: Machine) {
        for (name, reason) in reasons {
            machine.define(name, "*args, **kwargs") { machine, _ in
                throw machine.error("PlaygroundLimit", "\(name)() is outside the playground: \(reason)")
            }
        }
        machine.define("__import__", "name, globals=None, locals=None, fromlist=(), level=0") { machine, a in
            let name = try machine.requireStr(a[0], "__import__() argument 1").string
            let module = try machine.importModule(name)
            if try machine.isTrue(a[3]) { return .object(module) }
            return .object(try machine.importModule(String(name.prefix { $0 != "." })))
        }
    }
}

/// The module `string`: constants, `capwords` and `Template`.
enum StringModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "string")
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
        let space = " \t\n\r\u{0B}\u{0C}"
        for (name, text) in [
            ("ascii_lowercase", lower), ("ascii_uppercase", upper), ("ascii_letters", lower + upper), ("digits", "0123456789"),
            ("hexdigits", "0123456789abcdefABCDEF"), ("octdigits", "01234567"), ("punctuation", punctuation), ("whitespace", space),
            ("printable", "0123456789" + lower + upper + punctuation + space),
        ] {
            module.add(name, .string(text))
        }
        module.function(machine, "capwords", "s, sep=None") { machine, a in
            let parts = try machine.array(try machine.call(try machine.attribute(a[0], "split"), a[1]))
            let words = try parts.map { try machine.call(try machine.attribute($0, "capitalize")) }
            let separator: Value = a[1].isNone ? " " : a[1]
            return try machine.call(try machine.attribute(separator, "join"), .list(words))
        }
        try LibraryExtras.template.run(in: module, machine)
        try LibraryExtras.string.run(in: module, machine)
        return module
    }
}

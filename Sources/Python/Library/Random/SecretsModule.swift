/// The module `secrets`; its bits come from the machine's world.
enum SecretsModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "secrets")
        for name in ["token_bytes", "token_hex", "token_urlsafe"] {
            module.function(machine, name, "nbytes=None") { machine, a in
                let bytes = try bytes(a[0], machine)
                switch name {
                case "token_hex": return .string(String(decoding: UUIDText.hexadecimal(bytes), as: UTF8.self))
                case "token_urlsafe":
                    let text = Base64.encode(bytes, alphabet: Base64.urlSafe).prefix { $0 != 0x3D }
                    return .string(String(decoding: text, as: UTF8.self))
                default: return .bytes(bytes)
                }
            }
        }
        let type = try machine.imported("random", "SystemRandom")
        module.add("SystemRandom", type)
        let system = try machine.call(type)
        module.add("choice", try machine.attribute(system, "choice"))
        module.add("randbits", try machine.attribute(system, "getrandbits"))
        module.function(machine, "randbelow", "exclusive_upper_bound") { machine, a in
            let limit = try machine.bigIndex(a[0])
            guard limit > .zero else { throw machine.error("ValueError", "Upper bound must be positive.") }
            return .integer(try RandomModule.random(system, machine).below(limit, machine))
        }
        module.add("compare_digest", try machine.imported("hmac", "compare_digest"))
        return module
    }

    private static func bytes(_ count: Value, _ machine: Machine) throws -> [UInt8] {
        let count = count.isNone ? 32 : try machine.index(count)
        if count < 0 { throw machine.error("ValueError", "negative argument not allowed") }
        try machine.charge(bytes: count)
        var made: [UInt8] = []
        while made.count < count { made += machine.world.random().bigEndianBytes }
        return Array(made.prefix(count))
    }
}

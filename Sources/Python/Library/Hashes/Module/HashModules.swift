/// An object of `hashlib` or `hmac` that is being fed.
final class PyHash: PyInstance {
    /// What is fed.
    var function: any HashFunction
    /// The key block of HMAC with its outer pad; nil for plain hashes.
    var outer: (any HashFunction)?

    /// An object around hash functions.
    init(type: PyType, function: any HashFunction, outer: (any HashFunction)? = nil) {
        self.function = function
        self.outer = outer
        super.init(type: type)
    }

    /// The digest so far.
    var digest: [UInt8] {
        guard var outer else { return function.digest() }
        outer.update(function.digest())
        return outer.digest()
    }
}

/// The modules `hashlib` and `hmac`.
enum HashModules {
    /// The bytes of an argument; raises TypeError for texts and others.
    static func bytes(_ value: Value, _ machine: Machine) throws -> [UInt8] {
        if let data = value.asBytes {
            try machine.charge(instructions: data.bytes.count * 2)
            return data.bytes
        }
        if value.asStr != nil { throw machine.error("TypeError", "Strings must be encoded before hashing") }
        throw machine.error("TypeError", "object supporting the buffer API required")
    }

    /// Builds the module `hashlib`.
    static func makeHashlib(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "hashlib")
        let type = try machine.types.make("HASH", module: "_hashlib")
        install(type)
        type.method("__repr__", "self, /") { machine, a in
            .string("<\((a[0].asObject as? PyHash)?.function.name ?? "") _hashlib.HASH object @ 0x7f0000000000>")
        }
        for name in HashFunctions.names {
            let parameters = name.hasPrefix("blake2") ? blakeParameters : "string=b'', *, usedforsecurity=True"
            module.function(machine, name, parameters) { machine, a in
                let function = try name.hasPrefix("blake2") ? blake(name, a, machine) : HashFunctions.make(name)
                guard var function else { return .none }
                if a.isGiven(0) { function.update(try bytes(a[0], machine)) }
                return .object(PyHash(type: type, function: function))
            }
        }
        module.function(machine, "new", "name, data?, *, usedforsecurity=True") { machine, a in
            guard var function = HashFunctions.make(a[0].asString?.replacing("-", with: "_") ?? "") else {
                throw machine.error("ValueError", "unsupported hash type \(a[0].asString ?? "")")
            }
            if let data = a.ifGiven(1) { function.update(try bytes(data, machine)) }
            return .object(PyHash(type: type, function: function))
        }
        let names = PyDict()
        for name in HashFunctions.names { names[name] = Value.none }
        for name in ["algorithms_guaranteed", "algorithms_available"] { module.add(name, .object(PySet(table: names))) }
        addDerivation(module, machine)
        return module
    }

    private static let blakeParameters =
        "data=b'', /, *, digest_size=None, key=None, salt=None, person=None, fanout=1, depth=1, usedforsecurity=True"

    private static func blake(_ name: String, _ a: BoundArguments, _ machine: Machine) throws -> any HashFunction {
        let (size, saltSize) = name == "blake2b" ? (64, 16) : (32, 8)
        let digest = a[1].isNone ? size : try machine.index(a[1])
        guard (1...size).contains(digest) else {
            throw machine.error("ValueError", "digest_size must be between 1 and \(size) bytes")
        }
        let key = a[2].isNone ? [] : try bytes(a[2], machine)
        if key.count > size { throw machine.error("ValueError", "maximum key length is \(size) bytes") }
        let salt = a[3].isNone ? [] : try bytes(a[3], machine)
        let person = a[4].isNone ? [] : try bytes(a[4], machine)
        if salt.count > saltSize { throw machine.error("ValueError", "maximum salt length is \(saltSize) bytes") }
        if person.count > saltSize { throw machine.error("ValueError", "maximum person length is \(saltSize) bytes") }
        return name == "blake2b"
            ? BLAKE2b(digestSize: digest, key: key, salt: salt, person: person)
            : BLAKE2s(digestSize: digest, key: key, salt: salt, person: person)
    }

    private static func install(_ type: PyType) {
        func hash(_ value: Value, _ machine: Machine) throws -> PyHash {
            guard let hash = value.asObject as? PyHash else { throw machine.error("TypeError", "not a hash object") }
            return hash
        }
        type.method("update", "self, data, /") { machine, a in
            try hash(a[0], machine).function.update(try bytes(a[1], machine))
            return .none
        }
        for name in ["digest", "hexdigest"] {
            type.method(name, "self, length?, /") { machine, a in
                let own = try hash(a[0], machine)
                var digest = own.digest
                if let keccak = own.function as? Keccak, keccak.digestSize == 0 {
                    guard let length = a.ifGiven(1) else {
                        throw machine.error("TypeError", "\(name)() missing required argument 'length' (pos 1)")
                    }
                    let count = max(0, try machine.index(length))
                    try machine.charge(bytes: count)
                    digest = keccak.digest(count: count)
                }
                return name == "digest" ? .bytes(digest) : .string(String(decoding: UUIDText.hexadecimal(digest), as: UTF8.self))
            }
        }
        type.method("copy", "self") { machine, a in
            let own = try hash(a[0], machine)
            return .object(PyHash(type: own.instanceType, function: own.function, outer: own.outer))
        }
        type.getter("name") { machine, value in
            let own = try hash(value, machine)
            return .string((own.outer == nil ? "" : "hmac-") + own.function.name)
        }
        type.getter("digest_size") { machine, value in .int(try hash(value, machine).function.digestSize) }
        type.getter("block_size") { machine, value in .int(try hash(value, machine).function.blockSize) }
    }

    private static func addDerivation(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "pbkdf2_hmac", "hash_name, password, salt, iterations, dklen=None") { machine, a in
            let name = a[0].asString ?? ""
            guard let probe = HashFunctions.make(name) else { throw machine.error("ValueError", "unsupported hash type \(name)") }
            let (password, salt) = (try bytes(a[1], machine), try bytes(a[2], machine))
            let turns = try machine.index(a[3])
            if turns < 1 { throw machine.error("ValueError", "iteration value must be greater than 0.") }
            let length = a[4].isNone ? probe.digestSize : try machine.index(a[4])
            if length < 1 { throw machine.error("ValueError", "key length must be greater than 0.") }
            return .bytes(try derived(KeyedHash(key: password, probe), salt, turns: turns, length, machine))
        }
        module.function(machine, "scrypt", "password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64") { machine, a in
            func number(_ index: Int, _ name: String) throws -> Int {
                guard a[index].isInteger else { throw machine.error("TypeError", "\(name) is required and must be an unsigned int") }
                return try machine.index(a[index])
            }
            let password = try bytes(a[0], machine)
            if a[1].isNone { throw machine.error("TypeError", "salt is required") }
            let salt = try bytes(a[1], machine)
            let (cost, size, lanes) = (try number(2, "n"), try number(3, "r"), try number(4, "p"))
            if cost < 2 || cost & (cost - 1) != 0 { throw machine.error("ValueError", "n must be a power of 2.") }
            let (memory, length) = (try machine.index(a[5]), try machine.index(a[6]))
            let (need, isTooMuch) = cost.multipliedReportingOverflow(by: 128 &* size)
            let most = memory == 0 ? 32 << 20 : memory
            if size < 1 || lanes < 1 || size > 1 << 20 || lanes > 1 << 20 {
                throw machine.error("ValueError", "Invalid parameter combination for n, r, p, maxmem.")
            }
            if isTooMuch || need + 128 * size * (lanes + 2) > most {
                throw machine.error("ValueError", "[digital envelope routines] memory limit exceeded")
            }
            if length < 1 { throw machine.error("ValueError", "dklen must be greater than 0 and smaller than 2147483647") }
            try machine.charge(bytes: need)
            guard let probe = HashFunctions.make("sha256") else { return .none }
            let keyed = KeyedHash(key: password, probe)
            let scrypt = Scrypt(cost: cost, blockSize: size)
            let blocks = try derived(keyed, salt, turns: 1, lanes * 128 * size, machine)
            var mixed: [UInt8] = []
            for lane in 0..<lanes {
                let block = Array(blocks[lane * 128 * size..<(lane + 1) * 128 * size])
                mixed += try scrypt.mixed(block) { try machine.charge(instructions: $0) }
            }
            return .bytes(try derived(keyed, mixed, turns: 1, length, machine))
        }
    }

    /// A key of that many bytes (RFC 8018, PBKDF2).
    private static func derived(_ keyed: KeyedHash, _ salt: [UInt8], turns: Int, _ length: Int, _ machine: Machine) throws -> [UInt8] {
        try machine.charge(bytes: length)
        var made: [UInt8] = []
        var block: UInt32 = 1
        while made.count < length {
            try machine.charge(instructions: 400)
            var turn = keyed.digest(salt + block.bigEndianBytes)
            var sum = turn
            for _ in 1..<max(1, turns) {
                try machine.charge(instructions: 400)
                turn = keyed.digest(turn)
                for index in sum.indices { sum[index] ^= turn[index] }
            }
            made += sum
            block += 1
        }
        return Array(made.prefix(length))
    }

    // MARK: hmac

    /// Builds the module `hmac`.
    static func makeHMAC(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "hmac")
        let type = try machine.types.make("HMAC", module: "hmac")
        install(type)
        module.add(type)
        module.function(machine, "new", "key, msg=None, digestmod=None") { machine, a in
            guard a[0].asBytes != nil else {
                throw machine.error("TypeError", "key: expected bytes or bytearray, but got '\(machine.typeName(a[0]))'")
            }
            let made = try start(try bytes(a[0], machine), a[2], type, machine)
            if !a[1].isNone { made.function.update(try bytes(a[1], machine)) }
            return .object(made)
        }
        module.function(machine, "digest", "key, msg, digest") { machine, a in
            let made = try start(try bytes(a[0], machine), a[2], type, machine)
            made.function.update(try bytes(a[1], machine))
            return .bytes(made.digest)
        }
        module.function(machine, "compare_digest", "a, b, /") { machine, a in
            if let x = a[0].asStr, let y = a[1].asStr {
                guard x.isASCII, y.isASCII else {
                    throw machine.error("TypeError", "comparing strings with non-ASCII characters is not supported")
                }
                return .bool(x.utf8 == y.utf8)
            }
            guard let x = a[0].asBytes, let y = a[1].asBytes else {
                let names = a[0].asBytes == nil ? [a[0], a[1]] : [a[1], a[0]]
                if names[1].asBytes != nil {
                    throw machine.error("TypeError", "a bytes-like object is required, not '\(machine.typeName(names[0]))'")
                }
                throw machine.error(
                    "TypeError",
                    "unsupported operand types(s) or combination of types: '\(machine.typeName(a[0]))' and '\(machine.typeName(a[1]))'")
            }
            return .bool(x.bytes == y.bytes)
        }
        return module
    }

    private static func start(_ key: [UInt8], _ digest: Value, _ type: PyType, _ machine: Machine) throws -> PyHash {
        if digest.isNone { throw machine.error("TypeError", "Missing required parameter 'digestmod'.") }
        let name = try digest.asString ?? machine.attributeIfPresent(digest, "__name__")?.asString?.replacing("openssl_", with: "") ?? ""
        guard let fresh = HashFunctions.make(name) else { throw machine.error("ValueError", "unsupported hash type \(name)") }
        let (inner, outer) = KeyedHash(key: key, fresh).pads
        return PyHash(type: type, function: inner, outer: outer)
    }
}

/// The module `unicodedata`; properties are those of Swift's Unicode, normal forms those of CPython 3.11's.
enum UnicodeDataModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "unicodedata")
        module.add("unidata_version", "14.0.0")
        module.function(machine, "name", "chr, default?, /") { machine, a in
            if let name = name(try point(a[0], "name", machine)) { return .string(name) }
            guard let fallback = a.ifGiven(1) else { throw machine.error("ValueError", "no such name") }
            return fallback
        }
        module.function(machine, "lookup", "name, /") { machine, a in
            guard let name = a[0].asString else {
                throw machine.error("TypeError", "lookup() argument must be str, not \(machine.typeName(a[0]))")
            }
            if let scalar = CharacterNames.scalar(named: name) { return .points([scalar.value]) }
            throw machine.error(machine.types.exception("KeyError"), [.string("undefined character name '\(name)'")])
        }
        module.function(machine, "category", "chr, /") { machine, a in
            .string(category(try point(a[0], "category", machine)))
        }
        module.function(machine, "combining", "chr, /") { machine, a in
            .int(Int(Normalization.combiningClass(try point(a[0], "combining", machine))))
        }
        module.function(machine, "mirrored", "chr, /") { machine, a in
            .int(Unicode.Scalar(try point(a[0], "mirrored", machine))?.properties.isBidiMirrored ?? false ? 1 : 0)
        }
        addNumbers(module, machine)
        addForms(module, machine)
        for name in ["bidirectional", "east_asian_width", "decomposition"] {
            module.function(machine, name, "chr, /") { machine, _ in throw Sandbox.limit("unicodedata.\(name)()", machine) }
        }
        return module
    }

    private static func point(_ value: Value, _ function: String, _ machine: Machine) throws -> UInt32 {
        guard let text = value.asStr else {
            throw machine.error("TypeError", "\(function)() argument 1 must be a unicode character, not \(machine.typeName(value))")
        }
        guard text.count == 1 else {
            throw machine.error("TypeError", "\(function)() argument 1 must be a unicode character, not str")
        }
        return text.points[0]
    }

    /// The name of a character; nil for those that have none.
    static func name(_ point: UInt32) -> String? {
        if let name = Unicode.Scalar(point)?.properties.name { return name }
        let ideographs: [ClosedRange<UInt32>] = [
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2A6DF, 0x2A700...0x2B738, 0x2B740...0x2B81D, 0x2B820...0x2CEA1,
            0x2CEB0...0x2EBE0, 0x30000...0x3134A,
        ]
        if ideographs.contains(where: { $0.contains(point) }) {
            return "CJK UNIFIED IDEOGRAPH-" + String(point, radix: 16, uppercase: true)
        }
        return nil
    }

    private static let categories: [Unicode.GeneralCategory: String] = [
        .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm", .otherLetter: "Lo",
        .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl", .otherNumber: "No",
        .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps", .closePunctuation: "Pe", .initialPunctuation: "Pi",
        .finalPunctuation: "Pf", .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk",
        .otherSymbol: "So", .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf",
        .surrogate: "Cs", .privateUse: "Co", .unassigned: "Cn",
    ]

    private static func category(_ point: UInt32) -> String {
        // A lone surrogate is no scalar.
        guard let scalar = Unicode.Scalar(point) else { return "Cs" }
        return categories[scalar.properties.generalCategory] ?? "Cn"
    }

    private static func addNumbers(_ module: PyModule, _ machine: Machine) {
        for (name, words) in [("decimal", "not a decimal"), ("digit", "not a digit"), ("numeric", "not a numeric character")] {
            module.function(machine, name, "chr, default?, /") { machine, a in
                let properties = Unicode.Scalar(try point(a[0], name, machine))?.properties
                if let number = properties?.numericValue {
                    switch (name, properties?.numericType) {
                    case ("numeric", _): return .float(number)
                    case ("decimal", .decimal), ("digit", .decimal), ("digit", .digit): return .int(Int(number))
                    default: break
                    }
                }
                guard let fallback = a.ifGiven(1) else { throw machine.error("ValueError", words) }
                return fallback
            }
        }
    }

    private static func addForms(_ module: PyModule, _ machine: Machine) {
        func normalized(_ a: BoundArguments, _ machine: Machine) throws -> (text: PyStr, made: [UInt32]) {
            guard let form = a[0].asString, let text = a[1].asStr else {
                throw machine.error("TypeError", "normalize() argument must be str, not \(machine.typeName(a[1]))")
            }
            try machine.charge(instructions: text.utf8.count)
            try machine.charge(bytes: 8, times: text.utf8.count)
            guard let made = Normalization.normalized(text.points, form: form) else {
                throw machine.error("ValueError", "invalid normalization form")
            }
            return (text, made)
        }
        module.function(machine, "normalize", "form, unistr, /") { machine, a in .points(try normalized(a, machine).made) }
        module.function(machine, "is_normalized", "form, unistr, /") { machine, a in
            let (text, made) = try normalized(a, machine)
            return .bool(text.points == made)
        }
    }
}

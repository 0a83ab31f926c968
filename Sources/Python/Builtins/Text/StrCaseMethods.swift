/// The methods of `str` that change or test case and kind of characters.
enum StrCaseMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        func map(_ name: String, _ mapping: @escaping (PyStr) -> PyStr) {
            type.strMethod(name) { machine, text, _ in
                try machine.charge(bytes: text.byteCount)
                try machine.charge(instructions: text.byteCount / 8)
                return .str(mapping(text))
            }
        }
        map("lower", CaseMapping.lowercased)
        map("upper", CaseMapping.uppercased)
        map("title", CaseMapping.titlecased)
        map("capitalize", CaseMapping.capitalized)
        map("swapcase", CaseMapping.swappedCase)
        map("casefold", CaseMapping.caseFolded)
        installTests(on: type)
    }

    private static func installTests(on type: PyType) {
        func test(_ name: String, _ matches: @escaping (PyStr) -> Bool) {
            type.strMethod(name) { machine, text, _ in
                try machine.charge(instructions: text.byteCount / 8)
                return .bool(matches(text))
            }
        }
        func all(_ name: String, whenEmpty: Bool = false, _ matches: @escaping (UInt32) -> Bool) {
            test(name) { $0.count == 0 ? whenEmpty : CodePoints($0.utf8).allSatisfy(matches) }
        }
        all("isalpha", CharacterProperties.isAlphabetic)
        all("isdecimal", CharacterProperties.isDecimal)
        all("isdigit", CharacterProperties.isDigit)
        all("isnumeric", CharacterProperties.isNumeric)
        all("isalnum", CharacterProperties.isAlphanumeric)
        all("isspace", CharacterProperties.isSpace)
        all("isprintable", whenEmpty: true, CharacterProperties.isPrintable)
        all("isascii", whenEmpty: true) { $0 < 0x80 }
        test("islower", isLower)
        test("isupper", isUpper)
        test("istitle", isTitle)
        test("isidentifier", isIdentifier)
    }

    private static func isLower(_ text: PyStr) -> Bool {
        let points = CodePoints(text.utf8)
        return !points.contains { CharacterProperties.isUppercase($0) || CharacterProperties.isTitlecase($0) }
            && points.contains(where: CharacterProperties.isLowercase)
    }

    private static func isUpper(_ text: PyStr) -> Bool {
        let points = CodePoints(text.utf8)
        return !points.contains { CharacterProperties.isLowercase($0) || CharacterProperties.isTitlecase($0) }
            && points.contains(where: CharacterProperties.isUppercase)
    }

    private static func isTitle(_ text: PyStr) -> Bool {
        var hasCased = false
        var isInWord = false
        for point in CodePoints(text.utf8) {
            if CharacterProperties.isUppercase(point) || CharacterProperties.isTitlecase(point) {
                if isInWord { return false }
                (hasCased, isInWord) = (true, true)
            } else if CharacterProperties.isLowercase(point) {
                if !isInWord { return false }
            } else {
                isInWord = false
            }
        }
        return hasCased
    }

    /// `str.isidentifier`.
    static func isIdentifier(_ text: PyStr) -> Bool {
        var points = CodePoints(text.utf8)
        guard let first = points.next(), CharacterProperties.isIdentifierStart(first) else { return false }
        return points.allSatisfy(CharacterProperties.isIdentifierContinuation)
    }
}

/// A property of characters as the Rust crate `regex` names it in `\p{…}`: general categories and some of those that are true or false.
///
/// Scripts are not known.
struct UnicodeProperty {
    /// The code points that have it, in order.
    let ranges: [ClosedRange<UInt32>]

    /// Nil where there is no such property; case, spaces, hyphens and underscores do not count.
    init?(_ name: String) {
        var key = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0 == "=") }
        for prefix in ["gc=", "generalcategory="] where key.hasPrefix(prefix) { key.removeFirst(prefix.count) }
        if let letters = Self.longNames[key] ?? Self.shortNames[key] {
            ranges = Self.merged(letters.flatMap { Self.categories[$0] ?? [] })
        } else if let test = Self.tests[key] {
            ranges = Self.ranges { test($0.properties) }
        } else if key == "any" {
            ranges = [0...0x10FFFF]
        } else if key == "ascii" {
            ranges = [0...0x7F]
        } else {
            return nil
        }
    }

    /// The code points that do not have it.
    var complement: [ClosedRange<UInt32>] {
        var made: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { made.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { made.append(next...0x10FFFF) }
        return made
    }

    // MARK: Names

    private typealias Category = Unicode.GeneralCategory

    private static let groups: [(short: String, long: String, members: [Category])] = [
        ("lu", "uppercaseletter", [.uppercaseLetter]), ("ll", "lowercaseletter", [.lowercaseLetter]),
        ("lt", "titlecaseletter", [.titlecaseLetter]), ("lm", "modifierletter", [.modifierLetter]), ("lo", "otherletter", [.otherLetter]),
        ("lc", "casedletter", [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]),
        ("l", "letter", [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]),
        ("mn", "nonspacingmark", [.nonspacingMark]), ("mc", "spacingmark", [.spacingMark]), ("me", "enclosingmark", [.enclosingMark]),
        ("m", "mark", [.nonspacingMark, .spacingMark, .enclosingMark]),
        ("nd", "decimalnumber", [.decimalNumber]), ("nl", "letternumber", [.letterNumber]), ("no", "othernumber", [.otherNumber]),
        ("n", "number", [.decimalNumber, .letterNumber, .otherNumber]),
        ("pc", "connectorpunctuation", [.connectorPunctuation]), ("pd", "dashpunctuation", [.dashPunctuation]),
        ("ps", "openpunctuation", [.openPunctuation]), ("pe", "closepunctuation", [.closePunctuation]),
        ("pi", "initialpunctuation", [.initialPunctuation]), ("pf", "finalpunctuation", [.finalPunctuation]),
        ("po", "otherpunctuation", [.otherPunctuation]),
        (
            "p", "punctuation",
            [
                .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
                .otherPunctuation,
            ]
        ),
        ("sm", "mathsymbol", [.mathSymbol]), ("sc", "currencysymbol", [.currencySymbol]), ("sk", "modifiersymbol", [.modifierSymbol]),
        ("so", "othersymbol", [.otherSymbol]), ("s", "symbol", [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]),
        ("zs", "spaceseparator", [.spaceSeparator]), ("zl", "lineseparator", [.lineSeparator]),
        ("zp", "paragraphseparator", [.paragraphSeparator]),
        ("z", "separator", [.spaceSeparator, .lineSeparator, .paragraphSeparator]),
        ("cc", "control", [.control]), ("cf", "format", [.format]), ("co", "privateuse", [.privateUse]),
        ("cn", "unassigned", [.unassigned]),
        ("c", "other", [.control, .format, .privateUse, .unassigned]),
    ]

    private static let shortNames = Dictionary(uniqueKeysWithValues: groups.map { ($0.short, $0.members) })
    private static let longNames = Dictionary(uniqueKeysWithValues: groups.map { ($0.long, $0.members) })

    private static let tests: [String: @Sendable (Unicode.Scalar.Properties) -> Bool] = [
        "alphabetic": { $0.isAlphabetic }, "alpha": { $0.isAlphabetic }, "uppercase": { $0.isUppercase }, "lowercase": { $0.isLowercase },
        "whitespace": { $0.isWhitespace }, "space": { $0.isWhitespace }, "emoji": { $0.isEmoji }, "ideographic": { $0.isIdeographic },
        "math": { $0.isMath }, "idstart": { $0.isIDStart }, "idcontinue": { $0.isIDContinue }, "xidstart": { $0.isXIDStart },
        "xidcontinue": { $0.isXIDContinue }, "cased": { $0.isCased }, "diacritic": { $0.isDiacritic },
    ]

    // MARK: Code points

    /// The code points that are looked at one by one: all but the planes without characters and those for private use.
    private static var assigned: [UInt32] { Array(0..<0x40000) + Array(0xE0000..<0xE1000) }

    /// The code points of each category, collected at the first question.
    private static let categories: [Category: [ClosedRange<UInt32>]] = {
        var made: [Category: [ClosedRange<UInt32>]] = [:]
        var run: (category: Category, start: UInt32, end: UInt32)?
        for point in assigned {
            guard let scalar = Unicode.Scalar(point) else { continue }
            let category = scalar.properties.generalCategory
            if let open = run, open.category == category, open.end + 1 == point {
                run?.end = point
                continue
            }
            if let open = run { made[open.category, default: []].append(open.start...open.end) }
            run = (category, point, point)
        }
        if let open = run { made[open.category, default: []].append(open.start...open.end) }
        for plane in UInt32(15)...16 {
            made[.privateUse, default: []].append((plane << 16)...(plane << 16 | 0xFFFD))
            made[.unassigned, default: []].append((plane << 16 | 0xFFFE)...(plane << 16 | 0xFFFF))
        }
        made[.unassigned, default: []] += [0x40000...0xDFFFF, 0xE1000...0xEFFFF]
        return made
    }()

    private static func ranges(where isMember: (Unicode.Scalar) -> Bool) -> [ClosedRange<UInt32>] {
        var made: [ClosedRange<UInt32>] = []
        for point in assigned {
            guard let scalar = Unicode.Scalar(point), isMember(scalar) else { continue }
            if let last = made.last, last.upperBound + 1 == point {
                made[made.count - 1] = last.lowerBound...point
            } else {
                made.append(point...point)
            }
        }
        return made
    }

    /// Ranges in order, neighbours as one.
    private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var made: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = made.last, last.upperBound + 1 >= range.lowerBound {
                made[made.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                made.append(range)
            }
        }
        return made
    }
}

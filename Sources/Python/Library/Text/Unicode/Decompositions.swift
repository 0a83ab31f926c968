/// What characters decompose to in one step, and what pairs compose to.
struct Decompositions: Sendable {
    /// The canonical ones.
    let canonical: [UInt32: [UInt32]]
    /// Those that lose formatting.
    let compatibility: [UInt32: [UInt32]]
    /// The character of a pair, by both in one number.
    let compositions: [UInt64: UInt32]

    /// Read at the first use.
    static let shared = Decompositions()

    private init() {
        var pairs: [UInt64: UInt32] = [:]
        canonical = Self.read(Self.canonicalText) { code, parts in
            if parts.count == 2 { pairs[Self.key(parts[0], parts[1])] = code }
        }
        compatibility = Self.read(Self.compatibilityText) { _, _ in }
        compositions = pairs
    }

    /// The key of a pair in `compositions`.
    static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    private static func read(_ text: String, _ found: (UInt32, [UInt32]) -> Void) -> [UInt32: [UInt32]] {
        var made: [UInt32: [UInt32]] = [:]
        func number(_ text: some StringProtocol) -> UInt32 { UInt32(text, radix: 16) ?? 0 }
        for entry in text.split(whereSeparator: \.isWhitespace) {
            let sides = entry.split(separator: "=")
            let parts = sides[1].split(separator: ".").map { number($0) }
            let head = sides[0].split(separator: "+")
            if head.count == 2 {
                for step in 0..<number(head[1]) { made[number(head[0]) + step] = [parts[0] + step] }
                continue
            }
            let isExcluded = sides[0].hasSuffix("!")
            let code = number(isExcluded ? sides[0].dropLast() : sides[0])
            made[code] = parts
            if !isExcluded { found(code, parts) }
        }
        return made
    }
}

/// The normal forms of Unicode (Standard Annex 15).
enum Normalization {
    private static let (syllables, leads, vowels, trails): (UInt32, UInt32, UInt32, UInt32) = (0xAC00, 0x1100, 0x1161, 0x11A7)

    /// The normal form of that name, `NFC`, `NFD`, `NFKC` or `NFKD`; nil for another name.
    static func normalized(_ points: [UInt32], form: String) -> [UInt32]? {
        guard ["NFC", "NFD", "NFKC", "NFKD"].contains(form) else { return nil }
        if points.allSatisfy({ $0 < 0x80 }) { return points }
        let decomposed = ordered(points.flatMap { decomposition($0, isCompatible: form.hasPrefix("NFK")) })
        return form.hasSuffix("C") ? composed(decomposed) : decomposed
    }

    private static func decomposition(_ point: UInt32, isCompatible: Bool) -> [UInt32] {
        if point < 0xA0 { return [point] }
        if (syllables..<syllables + 11172).contains(point) {
            let index = point - syllables
            let parts = [leads + index / 588, vowels + index % 588 / 28]
            return index % 28 == 0 ? parts : parts + [trails + index % 28]
        }
        let tables = Decompositions.shared
        guard let parts = tables.canonical[point] ?? (isCompatible ? tables.compatibility[point] : nil) else { return [point] }
        // Chains are a few steps long.
        return parts.flatMap { decomposition($0, isCompatible: isCompatible) }
    }

    /// The canonical combining class of a character.
    static func combiningClass(_ point: UInt32) -> UInt8 {
        point < 0x300 ? 0 : Unicode.Scalar(point)?.properties.canonicalCombiningClass.rawValue ?? 0
    }

    /// Marks in the order of their classes, those of one class as they came.
    private static func ordered(_ points: [UInt32]) -> [UInt32] {
        var made: [UInt32] = []
        var marks: [(point: UInt32, rank: UInt8)] = []
        func flush() {
            made += marks.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.point)
            marks = []
        }
        for point in points {
            let rank = combiningClass(point)
            if rank == 0 {
                flush()
                made.append(point)
            } else {
                marks.append((point, rank))
            }
        }
        flush()
        return made
    }

    private static func composed(_ points: [UInt32]) -> [UInt32] {
        var made: [UInt32] = []
        var starter: Int?
        var lastRank: Int = -1
        for point in points {
            let rank = Int(combiningClass(point))
            if let place = starter, lastRank < rank, let whole = composition(made[place], point) {
                made[place] = whole
                continue
            }
            if rank == 0 {
                if let place = starter, place == made.count - 1, lastRank == -1, let whole = composition(made[place], point) {
                    made[place] = whole
                    continue
                }
                starter = made.count
                lastRank = -1
            } else {
                lastRank = rank
            }
            made.append(point)
        }
        return made
    }

    private static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if (leads..<leads + 19).contains(first), (vowels..<vowels + 21).contains(second) {
            return syllables + ((first - leads) * 21 + second - vowels) * 28
        }
        if (syllables..<syllables + 11172).contains(first), (first - syllables) % 28 == 0, (trails + 1..<trails + 28).contains(second) {
            return first + second - trails
        }
        return Decompositions.shared.compositions[Decompositions.key(first, second)]
    }
}

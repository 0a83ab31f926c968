import Testing

@testable import Python

/// Laws that hold for integers of any size; the recorded expressions hold single results.
@Suite struct BigIntTests {
    /// Numbers from a fixed seed, so that every run sees the same.
    private struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static func integers(_ sizes: [Int]) -> [BigInt] {
        var generator = SeededGenerator()
        return sizes.map { size in
            let limbs = (0..<size).map { _ -> UInt in
                switch generator.next() % 8 {
                case 0: 0
                case 1: .max
                default: UInt(generator.next())
                }
            }
            return BigInt(magnitude: limbs, isNegative: generator.next() % 2 == 0)
        }
    }

    private static let samples = integers([0, 1, 1, 2, 3, 5, 17, 39, 40, 41, 63, 80, 81, 130, 257])

    @Test func divisionUndoesMultiplication() {
        for a in Self.samples {
            for b in Self.samples where !b.isZero {
                let product = a * b
                #expect(product.floorDivided(by: b)?.quotient == a)
                #expect(product.floorDivided(by: b)?.remainder == 0)
                if let (quotient, remainder) = a.floorDivided(by: b) {
                    #expect(quotient * b + remainder == a)
                    #expect(remainder.isZero || remainder.isNegative == b.isNegative)
                    #expect(remainder.absolute < b.absolute)
                }
            }
        }
    }

    @Test func multiplicationDistributesOverAddition() {
        for (a, b) in zip(Self.samples, Self.samples.reversed()) {
            for c in Self.samples { #expect(c * (a + b) == c * a + c * b) }
            #expect((a + b) * (a - b) == a * a - b * b)
        }
    }

    @Test func shiftsAreMultiplicationAndFloorDivision() {
        for value in Self.samples {
            for count in [0, 1, 63, 64, 65, 200] {
                let unit = BigInt(1) << count
                #expect(value << count == value * unit)
                #expect(value >> count == value.floorDivided(by: unit)?.quotient)
            }
        }
    }

    @Test func bitOperationsSeeTwosComplement() {
        for (a, b) in zip(Self.samples, Self.samples.reversed()) {
            #expect((a & b) + (a | b) == a + b)
            #expect((a ^ b) == (a | b) - (a & b))
            #expect(~(~a) == a)
        }
    }

    @Test(arguments: [2, 3, 8, 10, 16, 36])
    func digitsReadBack(_ base: Int) {
        for value in Self.samples where value.bitWidth < 6000 {
            let digits = Array(value.absolute.text(base: base).utf8)
            #expect(BigInt(digits: digits, base: base, isNegative: value.isNegative) == value)
        }
    }

    @Test func bytesReadBack() {
        for value in Self.samples {
            let count = value.bitWidth / 8 + 1
            #expect(BigInt(bigEndian: value.bigEndianBytes(count), isSigned: true) == value)
        }
    }

    @Test func squareRootIsTheLargestWhoseSquareFits() {
        for value in Self.samples.map(\.absolute) {
            let root = value.squareRoot
            #expect(root * root <= value)
            #expect((root + 1) * (root + 1) > value)
        }
    }
}

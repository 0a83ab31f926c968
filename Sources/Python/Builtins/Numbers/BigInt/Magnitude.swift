/// Arithmetic on unsigned magnitudes: limbs of 64 bits, least significant first, no zero limb at the end.
///
/// The empty array is zero. Everything here is exact and allocates what the result needs.
enum Magnitude {
    /// From this many limbs in the smaller operand on, multiplication splits its operands (Karatsuba).
    static let karatsubaLimit = 40

    /// Removes the zero limbs at the end.
    static func trim(_ limbs: inout [UInt]) {
        while limbs.last == 0 { limbs.removeLast() }
    }

    /// Whether the first is less than, equal to or greater than the second: -1, 0 or 1.
    static func compare(_ a: [UInt], _ b: [UInt]) -> Int {
        if a.count != b.count { return a.count < b.count ? -1 : 1 }
        for position in a.indices.reversed() where a[position] != b[position] {
            return a[position] < b[position] ? -1 : 1
        }
        return 0
    }

    /// The sum.
    static func add(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        let (long, short) = a.count >= b.count ? (a, b) : (b, a)
        var sum = long
        var carry = false
        for position in long.indices {
            if position >= short.count && !carry { break }
            let other = position < short.count ? short[position] : 0
            let (partial, first) = long[position].addingReportingOverflow(other)
            let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
            sum[position] = total
            carry = first || second
        }
        if carry { sum.append(1) }
        return sum
    }

    /// The difference; the first must not be less than the second.
    static func subtract(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        var difference = a
        var borrow = false
        for position in a.indices {
            if position >= b.count && !borrow { break }
            let other = position < b.count ? b[position] : 0
            let (partial, first) = a[position].subtractingReportingOverflow(other)
            let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
            difference[position] = total
            borrow = first || second
        }
        trim(&difference)
        return difference
    }

    /// The product.
    static func multiply(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        if a.isEmpty || b.isEmpty { return [] }
        if min(a.count, b.count) >= karatsubaLimit { return karatsuba(a, b) }
        var product = [UInt](repeating: 0, count: a.count + b.count)
        var places = product.mutableSpan
        let factors = b.span
        for i in a.indices where a[i] != 0 {
            let factor = a[i]
            var carry: UInt = 0
            for j in factors.indices {
                let (high, low) = factor.multipliedFullWidth(by: factors[j])
                let (first, overflow1) = low.addingReportingOverflow(carry)
                let (second, overflow2) = first.addingReportingOverflow(places[i &+ j])
                places[i &+ j] = second
                carry = high &+ (overflow1 ? 1 : 0) &+ (overflow2 ? 1 : 0)
            }
            places[i &+ factors.count] = carry
        }
        trim(&product)
        return product
    }

    private static func karatsuba(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        let half = (max(a.count, b.count) + 1) / 2
        let (lowA, highA) = split(a, at: half)
        let (lowB, highB) = split(b, at: half)
        var product = [UInt](repeating: 0, count: a.count + b.count)
        if highA.isEmpty || highB.isEmpty {
            let (whole, low, high) = highA.isEmpty ? (a, lowB, highB) : (b, lowA, highA)
            add(multiply(whole, low), to: &product, at: 0)
            add(multiply(whole, high), to: &product, at: half)
        } else {
            let low = multiply(lowA, lowB)
            let high = multiply(highA, highB)
            let middle = subtract(subtract(multiply(add(lowA, highA), add(lowB, highB)), low), high)
            add(low, to: &product, at: 0)
            add(high, to: &product, at: 2 * half)
            add(middle, to: &product, at: half)
        }
        trim(&product)
        return product
    }

    /// Adds a number to another from a limb on; the sum must not be longer than that.
    private static func add(_ addend: [UInt], to sum: inout [UInt], at start: Int) {
        var places = sum.mutableSpan
        var carry = false
        var position = start
        for limb in addend {
            let (partial, first) = places[position].addingReportingOverflow(limb)
            let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
            places[position] = total
            carry = first || second
            position &+= 1
        }
        while carry {
            (places[position], carry) = places[position].addingReportingOverflow(1)
            position &+= 1
        }
    }

    private static func split(_ limbs: [UInt], at position: Int) -> (low: [UInt], high: [UInt]) {
        var low = Array(limbs.prefix(position))
        trim(&low)
        return (low, Array(limbs.dropFirst(position)))
    }

    /// The magnitude times a power of two.
    static func shiftLeft(_ a: [UInt], by count: Int) -> [UInt] {
        if a.isEmpty || count == 0 { return a }
        let (limbs, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        var shifted = [UInt](repeating: 0, count: limbs)
        shifted.reserveCapacity(limbs + a.count + 1)
        if bits == 0 { return shifted + a }
        var carry: UInt = 0
        for limb in a {
            shifted.append(limb << UInt(bits) | carry)
            carry = limb >> UInt(UInt.bitWidth - bits)
        }
        if carry != 0 { shifted.append(carry) }
        return shifted
    }

    /// The magnitude without its lowest bits (rounded towards zero).
    static func shiftRight(_ a: [UInt], by count: Int) -> [UInt] {
        let (limbs, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        if limbs >= a.count { return [] }
        var shifted = Array(a[limbs...])
        if bits > 0 {
            for position in shifted.indices {
                let above = position + 1 < shifted.count ? shifted[position + 1] : 0
                shifted[position] = shifted[position] >> UInt(bits) | above << UInt(UInt.bitWidth - bits)
            }
        }
        trim(&shifted)
        return shifted
    }

    /// Whether any of the lowest `count` bits is set.
    static func hasLowBits(_ a: [UInt], _ count: Int) -> Bool {
        let (limbs, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        if a.prefix(limbs).contains(where: { $0 != 0 }) { return true }
        return limbs < a.count && bits > 0 && a[limbs] & ((1 << UInt(bits)) - 1) != 0
    }

    /// The number of bits up to the highest set one.
    static func bitWidth(_ a: [UInt]) -> Int {
        guard let last = a.last else { return 0 }
        return a.count * UInt.bitWidth - last.leadingZeroBitCount
    }
}

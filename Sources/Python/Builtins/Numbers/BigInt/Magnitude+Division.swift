extension Magnitude {
    /// Quotient and remainder of a division by one limb, which must not be 0.
    static func divide(_ a: [UInt], by divisor: UInt) -> (quotient: [UInt], remainder: UInt) {
        var quotient = a
        var remainder: UInt = 0
        for position in a.indices.reversed() {
            (quotient[position], remainder) = divisor.dividingFullWidth((remainder, a[position]))
        }
        trim(&quotient)
        return (quotient, remainder)
    }

    /// Quotient and remainder; the divisor must not be zero (Knuth, volume 2, algorithm 4.3.1 D).
    static func divide(_ a: [UInt], by b: [UInt]) -> (quotient: [UInt], remainder: [UInt]) {
        if compare(a, b) < 0 { return ([], a) }
        if b.count == 1 {
            let (quotient, remainder) = divide(a, by: b[0])
            return (quotient, remainder == 0 ? [] : [remainder])
        }
        let shift = b[b.count - 1].leadingZeroBitCount
        let divisor = shiftLeft(b, by: shift)
        var rest = shiftLeft(a, by: shift)
        while rest.count <= a.count { rest.append(0) }
        var quotient = [UInt](repeating: 0, count: a.count - b.count + 1)
        for position in quotient.indices.reversed() {
            var digit = estimate(rest, divisor, position)
            if digit > 0, subtractProduct(&rest, divisor, digit, position) {
                digit -= 1
                addBack(&rest, divisor, position)
            }
            quotient[position] = digit
        }
        trim(&quotient)
        trim(&rest)
        return (quotient, shiftRight(rest, by: shift))
    }

    /// A quotient digit that is right or one too large.
    private static func estimate(_ rest: [UInt], _ divisor: [UInt], _ position: Int) -> UInt {
        let count = divisor.count
        let top = rest[position + count], next = rest[position + count - 1], below = rest[position + count - 2]
        let first = divisor[count - 1], second = divisor[count - 2]
        var digit: UInt, remainder: UInt
        if top >= first {
            digit = .max
            let (sum, overflow) = next.addingReportingOverflow(first)
            if overflow { return digit }
            remainder = sum
        } else {
            (digit, remainder) = first.dividingFullWidth((top, next))
        }
        while true {
            let product = digit.multipliedFullWidth(by: second)
            if product.high < remainder || (product.high == remainder && product.low <= below) { return digit }
            digit -= 1
            let (sum, overflow) = remainder.addingReportingOverflow(first)
            if overflow { return digit }
            remainder = sum
        }
    }

    /// Subtracts `divisor * digit` at that position; true if the result went below zero.
    private static func subtractProduct(_ rest: inout [UInt], _ divisor: [UInt], _ digit: UInt, _ position: Int) -> Bool {
        var places = rest.mutableSpan
        let factors = divisor.span
        var carry: UInt = 0
        var borrow = false
        for i in factors.indices {
            let (high, low) = factors[i].multipliedFullWidth(by: digit)
            let (product, overflow) = low.addingReportingOverflow(carry)
            carry = high &+ (overflow ? 1 : 0)
            let (partial, first) = places[position &+ i].subtractingReportingOverflow(product)
            let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
            places[position &+ i] = total
            borrow = first || second
        }
        let last = position + factors.count
        let (partial, first) = places[last].subtractingReportingOverflow(carry)
        let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
        places[last] = total
        return first || second
    }

    private static func addBack(_ rest: inout [UInt], _ divisor: [UInt], _ position: Int) {
        var carry = false
        for i in divisor.indices {
            let (partial, first) = rest[position + i].addingReportingOverflow(divisor[i])
            let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
            rest[position + i] = total
            carry = first || second
        }
        if carry { rest[position + divisor.count] &+= 1 }
    }
}

/// `round(int, ndigits)`: only negative places change anything; halves go to the even multiple.
enum IntegerRounding {
    /// The number rounded to that many decimal places.
    static func round(_ number: BigInt, places: BigInt, _ machine: Machine) throws -> BigInt {
        guard places.isNegative else { return number }
        guard let count = places.asInt, count > -Int.max, -count <= number.bitWidth / 3 + 1 else { return 0 }
        try machine.charge(instructions: -count)
        let unit = BigInt.powerOfTen(-count)
        guard let (quotient, remainder) = number.floorDivided(by: unit) else { return number }
        let double = remainder + remainder
        let isUp = double > unit || (double == unit && quotient.isOdd)
        return (isUp ? quotient + 1 : quotient) * unit
    }
}

/// The decimal digits of machine words, written straight into bytes.
enum DecimalText {
    /// How many bytes `append` adds for that number.
    static func length(of number: Int) -> Int {
        var rest = number.magnitude
        var length = number < 0 ? 2 : 1
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        return length
    }

    /// Adds the digits, after a minus sign for negative numbers.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        for _ in 0..<length(of: number) { bytes.append(UInt8(ascii: "-")) }
        bytes.withUnsafeMutableBufferPointer { write(number, to: UnsafeMutableBufferPointer(rebasing: $0[start...])) }
    }

    /// Writes the digits, after a minus sign for negative numbers, into a place that they fill.
    static func write(_ number: Int, to place: UnsafeMutableBufferPointer<UInt8>) {
        if number < 0 { place[0] = UInt8(ascii: "-") }
        var rest = number.magnitude
        var position = place.count
        repeat {
            position -= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        } while rest > 0
    }
}

import Testing

@testable import Python

/// The two places where the bytes of a text lie.
@Suite struct TextTests {
    @Test(arguments: [0, 1, 8, 9, 15, 16, 17, 24, 25, 100])
    func aTextIsTheSameHoweverItWasMade(_ length: Int) {
        let bytes = (0..<length).map { UInt8(0x61 + $0 % 26) }
        let text = PyStr(utf8: bytes)
        let made = [
            PyStr(String(decoding: bytes, as: UTF8.self)), PyStr(bytes[...]), bytes.withUnsafeBufferPointer { PyStr($0) },
            PyStr(PyStr(utf8: Array(bytes.prefix(length / 2))), PyStr(utf8: Array(bytes.dropFirst(length / 2)))),
            PyStr(utf8: [0x2D] + bytes + [0x2D]).part(1..<length + 1),
            PyStr(byteCount: length, count: length) { place in
                for index in bytes.indices { place[index] = bytes[index] }
            },
        ]
        for other in made {
            #expect(other == text && other.hash == text.hash && other.utf8 == bytes)
            #expect(other.count == length && other.byteCount == length && other.isASCII)
        }
    }

    @Test(arguments: ["", "a", "ä", "€uro", "😀", "sixteen bytes ok", "seventeen bytes!!", "ganz schön lang, mit Umlaut"])
    func codePointsAreCountedNotBytes(_ text: String) {
        let made = PyStr(text)
        #expect(made.count == text.unicodeScalars.count && made.string == text)
        #expect(made.isASCII == text.utf8.allSatisfy { $0 < 0x80 })
        for index in 0..<made.count {
            #expect(made.character(at: index).string == String(text.unicodeScalars.map(Character.init)[index]))
        }
    }

    @Test(arguments: [15, 16, 17, 32])
    func textsThatDifferInOneByteAreNotEqual(_ length: Int) {
        let bytes = [UInt8](repeating: 0x61, count: length)
        for index in bytes.indices {
            var other = bytes
            other[index] = 0x62
            #expect(PyStr(utf8: bytes) != PyStr(utf8: other))
        }
        #expect(PyStr(utf8: bytes) != PyStr(utf8: bytes + [0]))
    }

    @Test func aLoneSurrogateStaysInItsThreeBytes() {
        let text = PyStr(points: [0x61, 0xD800, 0x62])
        #expect(text.utf8 == [0x61, 0xED, 0xA0, 0x80, 0x62] && text.count == 3)
        #expect(text.slice(1..<2).singlePoint == 0xD800)
    }

    @Test(arguments: [0, 7, -7, 10, -100, Int.max, Int.min])
    func decimalDigitsAreThoseOfSwift(_ number: Int) { #expect(PyStr(decimal: number).string == String(number)) }
}

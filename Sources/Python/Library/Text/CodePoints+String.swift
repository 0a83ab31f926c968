extension CodePoints {
    /// The text of code points as a Swift string; lone surrogates become U+FFFD.
    static func string(_ points: some Sequence<UInt32>) -> String { String(decoding: encode(points), as: UTF8.self) }
}

extension String {
    /// The code points of the text.
    var codePoints: [UInt32] { unicodeScalars.map(\.value) }
}
